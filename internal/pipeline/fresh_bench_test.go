//go:build unix

package pipeline

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"testing"
	"time"

	"hearsay/internal/intake"
)

// BenchmarkAddFresh adds one article at a time to a settled case of a wire's
// articles, each by a process of its own, as one more `hearsay read` does: with
// nothing but what stands in the case. HEARSAY_REPORTS is how many it has;
// HEARSAY_CASE a file in which such a case is kept between two runs.
func BenchmarkAddFresh(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // as cmd/hearsay does
	reports := 200
	if n, err := strconv.Atoi(os.Getenv("HEARSAY_REPORTS")); err == nil {
		reports = n
	}
	ctx, stage, last, at := context.Background(), map[string]time.Duration{}, "", spent()
	tell := func(s Progress) {
		if s.Stage != last {
			stage[last] += spent() - at
			last, at = s.Stage, spent()
		}
	}
	pile := newsPile(b, 1)
	path := settledCase(b, pile, reports)
	clear(stage)
	pile = newsPile(b, 2)
	var all time.Duration
	b.ResetTimer()
	for i := range b.N {
		tell(Progress{Stage: "models"})
		p, db := benchCaseAt(b, path, tell)
		tell(Progress{Stage: "read"})
		more := bytes.Replace(pile.article(600), []byte("3 March"), []byte("4 March"), 1)
		if _, err := p.ReadInput(ctx, intake.Input{Path: fmt.Sprintf("more/%05d.txt", i), Bytes: more}); err != nil {
			b.Fatal(err)
		}
		began := spent()
		if err := p.analyze(ctx); err != nil {
			b.Fatal(err)
		}
		tell(Progress{Stage: "load"})
		if err := p.settle(ctx); err != nil {
			b.Fatal(err)
		}
		tell(Progress{})
		all += spent() - began
		if err := db.Close(); err != nil {
			b.Fatal(err)
		}
	}
	for name, d := range stage {
		if name != "" && name != "read" {
			b.ReportMetric(float64(d.Microseconds())/1e3/float64(b.N), name+"-ms")
		}
	}
	b.ReportMetric(float64(all.Microseconds())/1e3/float64(b.N), "cpu-ms")
}

// settledCase is the file of a case of so many articles, a copy of the one that
// is kept if it is.
func settledCase(b *testing.B, pile *news, reports int) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "case.db")
	kept := os.Getenv("HEARSAY_CASE")
	if kept != "" && copyFile(b, path, kept) {
		return path
	}
	p, db := benchCaseAt(b, path, nil)
	fillWith(b, p, reports, func() []byte { return pile.article(600) })
	began := spent()
	if err := p.Derive(context.Background()); err != nil {
		b.Fatal(err)
	}
	b.Logf("deriving %d reports took %v", reports, spent()-began)
	if err := db.Close(); err != nil {
		b.Fatal(err)
	}
	if kept != "" {
		copyFile(b, kept, path)
	}
	return path
}

func copyFile(b *testing.B, to, from string) bool {
	b.Helper()
	in, err := os.Open(from)
	if err != nil {
		return false
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		b.Fatal(err)
	}
	defer out.Close()
	if _, err := io.Copy(out, in); err != nil {
		b.Fatal(err)
	}
	return true
}
