package search_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"hearsay"
	"hearsay/internal/search"
	"hearsay/internal/store"
)

// BenchmarkSearch runs searches on a case of 20,000 reports with 25
// statements each.
func BenchmarkSearch(b *testing.B) {
	db := large(b, 20_000)
	for _, q := range []string{
		"w3 w70",                      // two frequent words: every tier is full
		"w4000 w9000",                 // two rare ones
		"wharf1200",                   // one report
		"wharv1200",                   // a slip
		`"w3 w70"`,                    // a phrase
		`speaker:"Person Nr 77"`,      // a name
		"stance:denies w12",           // a field and a word
		"w3 OR stance:denies",         // no word at the top
		"outlet:Paper7 after:2016-02", // fields of reports
	} {
		b.Run(q, func(b *testing.B) {
			for b.Loop() {
				if _, err := search.Run(context.Background(), db, q, 20); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func large(b *testing.B, reports int) *store.DB {
	rnd := rand.New(rand.NewPCG(5, 6))
	zipf := rand.NewZipf(rnd, 1.1, 4, 60_000)
	c := builder{ids: map[string]string{}}
	for i := range 20_000 {
		c.identity(hearsay.Person, []string{fmt.Sprintf("Person Nr %d", i)})
	}
	for i := range reports {
		published := time.Date(2016, 1, 1, i/60, 0, 0, 0, time.UTC)
		c.report([]string{fmt.Sprintf("docs/%d.html", i), fmt.Sprintf("Paper%d", i%97), published.Format("2006-01-02"), "en", "Title"})
		for range 25 {
			words := fmt.Sprintf("wharf%d", i)
			for range 20 {
				words += fmt.Sprintf(" w%d", zipf.Uint64())
			}
			stance := hearsay.Asserts
			if rnd.IntN(20) == 0 {
				stance = hearsay.Denies
			}
			c.statement([]string{fmt.Sprintf("Person Nr %d", rnd.IntN(20_000)), string(stance), "indirect", "named", words})
		}
	}
	start := time.Now()
	db := c.open(b)
	b.Logf("%d reports stored in %v", reports, time.Since(start))
	return db
}
