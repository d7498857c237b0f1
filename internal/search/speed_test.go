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
		word(3) + " " + word(70),                     // two frequent words: every tier is full
		word(4000) + " " + word(9000),                // two rare ones
		word(500_000 + 1200),                         // in one report
		word(500_000+1200) + "k",                     // a slip
		`"` + word(3) + " " + word(70) + `"`,         // a phrase
		`speaker:"` + person(77) + `"`,               // a name
		"stance:denies " + word(12),                  // a field and a word
		word(3) + " OR stance:denies",                // no word at the top
		"outlet:Paper7 after:2016-02 before:2016-05", // fields of reports
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
		c.identity(hearsay.Person, []string{person(i)})
	}
	for i := range reports {
		published := time.Date(2016, 1, 1, i/60, 0, 0, 0, time.UTC)
		c.report([]string{fmt.Sprintf("docs/%d.html", i), fmt.Sprintf("Paper%d", i%97), published.Format("2006-01-02"), "en", "Title"})
		for range 25 {
			words := word(500_000 + i)
			for range 20 {
				words += " " + word(int(zipf.Uint64()))
			}
			stance := hearsay.Asserts
			if rnd.IntN(20) == 0 {
				stance = hearsay.Denies
			}
			c.statement([]string{person(rnd.IntN(20_000)), string(stance), "indirect", "named", words})
		}
	}
	start := time.Now()
	db := c.open(b)
	b.Logf("%d reports stored in %v", reports, time.Since(start))
	return db
}

// word is a word of syllables, a different one for each n.
func word(n int) string {
	const syllables = "batabekilomunisarotegapidolevatu"
	w := ""
	for n += 40; n > 0; n /= 16 {
		w += syllables[n%16*2 : n%16*2+2]
	}
	return w
}

func person(n int) string { return word(n*7) + " " + word(n*13+5) }
