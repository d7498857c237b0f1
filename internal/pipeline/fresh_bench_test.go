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
	ctx, reports, times := context.Background(), reportsAsked(), newStageTimes()
	pile := newsPile(b, 1)
	path := settledCase(b, pile, reports)
	clear(times.by)
	pile = newsPile(b, 2)
	var all time.Duration
	b.ResetTimer()
	for i := range b.N {
		times.tell(Progress{Stage: "models"})
		p, db := benchCaseAt(b, path, times.tell)
		times.tell(Progress{Stage: "read"})
		more := bytes.Replace(pile.article(600), []byte("3 March"), []byte("4 March"), 1)
		if _, err := p.ReadInput(ctx, intake.Input{Path: fmt.Sprintf("more/%05d.txt", i), Bytes: more}); err != nil {
			b.Fatal(err)
		}
		began := spent()
		if err := p.analyze(ctx); err != nil {
			b.Fatal(err)
		}
		times.tell(Progress{Stage: "load"})
		if err := p.settle(ctx); err != nil {
			b.Fatal(err)
		}
		times.tell(Progress{})
		all += spent() - began
		if err := db.Close(); err != nil {
			b.Fatal(err)
		}
	}
	times.report(b)
	b.ReportMetric(float64(all.Microseconds())/1e3/float64(b.N), "cpu-ms")
}

// settledCase is the file of a case of so many articles, a copy of the one that
// is kept if there is one. A build that has not settled it does so first.
func settledCase(b *testing.B, pile *news, reports int) string {
	b.Helper()
	ctx, path, kept := context.Background(), filepath.Join(b.TempDir(), "case.db"), os.Getenv("HEARSAY_CASE")
	there := kept != "" && copyFile(b, path, kept)
	p, db := benchCaseAt(b, path, nil)
	if !there {
		fillWith(b, p, reports, func() []byte { return pile.article(600) })
	}
	err := p.Derive(ctx)
	if kept, unread := db.Kept(ctx); err == nil && unread == nil && kept.Of(namesStep) == nil {
		err = resettle(ctx, p)
	}
	if err == nil {
		err = db.Close() // the log of writes goes into the file
	}
	if err != nil {
		b.Fatal(err)
	}
	if kept != "" {
		copyFile(b, kept, path)
	}
	return path
}

// resettle settles a case that is settled.
func resettle(ctx context.Context, p *Pipeline) error {
	last, err := p.db.LastReport(ctx)
	if err != nil {
		return err
	}
	out, err := p.derive(ctx)
	if err != nil {
		return err
	}
	return p.db.PutSettlement(ctx, settleStage, strconv.FormatInt(last, 10), out)
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
