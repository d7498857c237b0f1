//go:build unix

package web

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"hearsay/internal/intake"
	"hearsay/internal/pipeline"
	"hearsay/internal/store"
	"hearsay/internal/trace"
)

// BenchmarkPages asks for each page of a large invented case and tells the
// 95th percentile of its answers: by the clock, and the time of the processor,
// which others on the machine do not lengthen. Every page is asked for as
// after a start, when the lists are counted and nothing else is remembered.
// HEARSAY_REPORTS says how many reports the case has, 2,000 if it is not set;
// HEARSAY_CASE keeps it in a file, so that the next run need not make it again.
func BenchmarkPages(b *testing.B) {
	d := countedDesk(b)
	for _, p := range largePages(b, d) {
		b.Run(p.name, func(b *testing.B) {
			var took, worked []time.Duration
			for i := 0; b.Loop(); i++ {
				d.answers.forget()
				address := p.addresses[i%len(p.addresses)]
				began, worker := time.Now(), processorTime(b)
				if w := get(d, address); w.Code != http.StatusOK {
					b.Fatalf("%s: status %d", address, w.Code)
				}
				took, worked = append(took, time.Since(began)), append(worked, processorTime(b)-worker)
			}
			b.ReportMetric(p95(took), "p95-ms")
			b.ReportMetric(p95(worked), "p95-cpu-ms")
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			b.ReportMetric(float64(m.HeapAlloc>>20), "heap-MB")
		})
	}
}

func p95(list []time.Duration) float64 {
	slices.Sort(list)
	return float64(list[len(list)*95/100].Microseconds()) / 1000
}

// processorTime is what this process has used of the processors.
func processorTime(b *testing.B) time.Duration {
	var u syscall.Rusage
	fatal(b, syscall.Getrusage(syscall.RUSAGE_SELF, &u))
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

type pages struct {
	name      string
	addresses []string
}

// largePages are some addresses of each page.
func largePages(b *testing.B, d *Desk) []pages {
	front := open(b, d, "/")
	var claims, reports, names, hands []string
	for _, a := range all(front, "a", "words") {
		claims = append(claims, attr(a, "href"))
	}
	for _, hash := range hashes(b, d)[:50] {
		reports = append(reports, "/report/"+hash)
	}
	for _, a := range all(open(b, d, "/names"), "a", "") {
		if strings.HasPrefix(attr(a, "href"), "/name/") {
			names = append(names, attr(a, "href"))
			hands = append(hands, sourceAddress(shown(a)))
		}
	}
	var filtered []string // each once, so that none is remembered
	for i := range 30 {
		for _, of := range []string{"outlet=The+Gull+%d", "after=2019-01&before=2019-02-%02d", "single=on&from=%d0", "sort=newest&from=%d0", "sort=denied&from=%d0", "stance=denies&from=%d0"} {
			filtered = append(filtered, "/?"+fmt.Sprintf(of, i))
		}
	}
	return []pages{
		{"claims", []string{"/"}}, {"filtered", filtered}, {"claim", claims}, {"report", reports}, {"names", []string{"/names"}}, {"name", names},
		{"sources", []string{"/sources"}}, {"source", []string{"/source?name=The+Gull+3", "/source?name=The+Gull+77"}}, {"hand", hands[:min(len(hands), 20)]},
		{"search", []string{"/search?q=bridge", "/search?q=speaker%3ALund", "/search?q=stance%3Adenies+quay"}},
		{"network", []string{"/network"}}, {"reading", []string{"/reading"}}, {"review", []string{"/review"}}, {"rulings", []string{"/rulings"}},
	}
}

// countedDesk is a desk on the large case whose lists have been counted.
func countedDesk(b *testing.B) *Desk {
	n, err := strconv.Atoi(os.Getenv("HEARSAY_REPORTS"))
	if err != nil {
		n = 2000
	}
	d := largeDesk(b, n)
	for found := false; !found || d.ranked() == nil; time.Sleep(100 * time.Millisecond) {
		_, found = d.doubts.get(d.stamp(), "all")
	}
	return d
}

// largeDesk makes or opens a case of n reports.
func largeDesk(b *testing.B, n int) *Desk {
	ctx := context.Background()
	path := os.Getenv("HEARSAY_CASE")
	if path == "" {
		path = filepath.Join(b.TempDir(), "large.db")
	}
	db, err := store.Open(ctx, path)
	fatal(b, err)
	b.Cleanup(func() { db.Close() })
	p, err := pipeline.New(db, pipeline.Options{Workers: 2})
	fatal(b, err)
	b.Cleanup(func() { p.Close() })
	if have, err := db.CountReports(ctx); err != nil || have == 0 {
		fatal(b, err)
		_, err = p.ReadInput(ctx, intake.Input{Path: "large.jsonl", Bytes: invented(n)})
		fatal(b, err)
	}
	fatal(b, p.Derive(ctx))
	tracer, err := trace.New(db)
	fatal(b, err)
	d, err := New(Options{DB: db, Tracer: tracer, Reader: reader{db, p}, Now: time.Now})
	fatal(b, err)
	b.Cleanup(d.Close)
	return d
}

// invented are n short reports as JSON Lines: for every forty, one event that
// some outlets report, others copy, and one denies.
func invented(n int) []byte {
	var out strings.Builder
	r := rand.New(rand.NewPCG(3, 5))
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	for event := 0; event*40 < n; event++ {
		person := pick("Ada", "Mina", "Tomas", "Omar", "Ines", "Pavel", "Rosa", "Jonas") + " " + pick("Lund", "Tarr", "Brede", "Haddad", "Quist", "Novak", "Marsh", "Okoro") + pick("sen", "", "man", "ova", "i")
		place := pick("north", "south", "east", "old", "upper", "lower") + " " + pick("bridge", "quay", "mill", "ferry", "market", "depot", "lock", "tower") + " of " + pick("Aldervane", "Corvane", "Rumman", "Simsim", "Kessary", "Oriel", "Haddun", "Anji") + " " + strconv.Itoa(event)
		what := fmt.Sprintf("the %s was %s by %d %s on Monday", place, pick("closed", "sold", "flooded", "rented", "painted", "lost"), 2+r.IntN(90), pick("soldiers", "clerks", "bakers", "sailors", "tourists", "engineers"))
		for i := 0; i < 40 && event*40+i < n; i++ {
			text := fmt.Sprintf("%s said that %s. The %s has %d windows. Nobody was hurt, a neighbour told The Gull %d.", person, what, place, r.IntN(400), r.IntN(300))
			switch {
			case i%40 == 39:
				text = fmt.Sprintf("The harbour office denied that %s. It was a quiet day for number %d.", what, r.IntN(1000000))
			case i%5 == 4:
				text = fmt.Sprintf("The Gull %d reported that %s. Our own reporter number %d found the gates open.", r.IntN(300), what, r.IntN(1000000))
			}
			fmt.Fprintf(&out, `{"id":"%d-%d","outlet":"The Gull %d","published":"2019-%02d-%02d","title":"%s news %d","text":%s}`+"\n",
				event, i, r.IntN(300), 1+event%12, 1+(event+i)%28, pick("Harbour", "City", "Evening"), event*40+i, quote(text))
		}
	}
	return []byte(out.String())
}
