//go:build unix

package pipeline

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strconv"
	"syscall"
	"testing"
	"time"

	"hearsay/internal/intake"
	"hearsay/internal/store"
	"hearsay/internal/trace"
)

// The goals: 200 articles of 600 words a second on one core, memory that does
// not grow with what was read before, a trace in under 100 ms on a case of
// 20,000 reports.

// benchCase is a case in a file, as people have it, with one worker.
func benchCase(b *testing.B, tell func(Progress)) (*Pipeline, *store.DB) {
	b.Helper()
	return benchCaseAt(b, filepath.Join(b.TempDir(), "case.db"), tell)
}

func benchCaseAt(b *testing.B, path string, tell func(Progress)) (*Pipeline, *store.DB) {
	b.Helper()
	db, err := store.Open(context.Background(), path)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { db.Close() })
	p, err := New(db, Options{Workers: 1, Tell: tell})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { p.Close() })
	return p, db
}

// fill reads n generated articles in batches, as a folder would be read.
func fill(b *testing.B, p *Pipeline, n, words int) {
	b.Helper()
	g := newGenerator(1)
	fillWith(b, p, n, func() []byte { return g.article(words) })
}

// fillWith reads n articles in batches.
func fillWith(b *testing.B, p *Pipeline, n int, article func() []byte) {
	b.Helper()
	in := &batch{p: p, ctx: context.Background()}
	for i := range n {
		if !in.read(intake.Input{Path: fmt.Sprintf("pile/%05d.txt", i), Bytes: article()}) {
			b.Fatal(in.err)
		}
	}
	in.commit()
	if in.err != nil {
		b.Fatal(in.err)
	}
}

// BenchmarkRead is the whole way from bytes to a settled case, with articles
// of invented sentences and with a real wire in new company.
func BenchmarkRead(b *testing.B) {
	b.Run("invented", func(b *testing.B) {
		g := newGenerator(1)
		benchRead(b, 600, func() []byte { return g.article(600) })
	})
	b.Run("news", func(b *testing.B) {
		const reports = 600
		pile := newsPile(b, 1).pile(reports, 600)
		benchRead(b, reports, func() (next []byte) {
			next, pile = pile[0], append(pile[1:], pile[0])
			return next
		})
	})
}

func benchRead(b *testing.B, reports int, article func() []byte) {
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // as cmd/hearsay does
	for range b.N {
		stage, began := map[string]time.Duration{}, spent()
		p, db := benchCase(b, nil)
		fillWith(b, p, reports, article)
		stage["read"] = spent() - began
		began = spent()
		if err := p.analyze(context.Background()); err != nil {
			b.Fatal(err)
		}
		stage["analyze"] = spent() - began
		began = spent()
		if err := p.settle(context.Background()); err != nil {
			b.Fatal(err)
		}
		stage["settle"] = spent() - began
		all := time.Duration(0)
		for name, d := range stage {
			b.ReportMetric(d.Seconds()/float64(reports)*1e3, name+"-ms/report")
			all += d
		}
		b.ReportMetric(float64(reports)/all.Seconds(), "reports/s")
		b.ReportMetric(onDisk(b, db), "disk/text")
	}
}

// reportsAsked is how many reports HEARSAY_REPORTS wants in a case.
func reportsAsked() int {
	if n, err := strconv.Atoi(os.Getenv("HEARSAY_REPORTS")); err == nil {
		return n
	}
	return 200
}

// stageTimes is the time of a core that each stage took, by what the pipeline
// tells of its progress.
type stageTimes struct {
	by   map[string]time.Duration
	last string
	at   time.Duration
}

func newStageTimes() *stageTimes { return &stageTimes{by: map[string]time.Duration{}, at: spent()} }

func (s *stageTimes) restart() {
	clear(s.by)
	s.last, s.at = "", spent()
}

func (s *stageTimes) tell(p Progress) {
	if p.Stage != s.last {
		s.by[s.last] += spent() - s.at
		s.last, s.at = p.Stage, spent()
	}
}

// report prints what each stage took for one round of the benchmark.
func (s *stageTimes) report(b *testing.B) {
	for name, d := range s.by {
		if name != "" && name != "read" {
			b.ReportMetric(float64(d.Microseconds())/1e3/float64(b.N), name+"-ms")
		}
	}
}

// BenchmarkAddOne adds one article at a time to a settled case of a wire's
// articles, as a watched feed does. HEARSAY_REPORTS is how many it has.
func BenchmarkAddOne(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // as cmd/hearsay does
	ctx, reports, times := context.Background(), reportsAsked(), newStageTimes()
	p, _ := benchCase(b, times.tell)
	p.memory = &Memory{}
	pile := newsPile(b, 1)
	fillWith(b, p, reports, func() []byte { return pile.article(600) })
	if err := p.analyze(ctx); err != nil {
		b.Fatal(err)
	}
	began := spent()
	if err := p.settle(ctx); err != nil {
		b.Fatal(err)
	}
	b.Logf("settling %d reports took %v", reports, spent()-began)
	times.restart()
	var all time.Duration
	b.ResetTimer()
	for i := range b.N {
		path := fmt.Sprintf("more/%05d.txt", i)
		if _, err := p.ReadInput(ctx, intake.Input{Path: path, Bytes: bytes.Replace(pile.article(600), []byte("3 March"), []byte("4 March"), 1)}); err != nil {
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
	}
	times.report(b)
	b.ReportMetric(float64(all.Microseconds())/1e3/float64(b.N), "cpu-ms")
	b.ReportMetric(float64(live())/1024/float64(reports), "KiB/report")
}

// spent is the time that this process had a core: others may use the machine.
func spent() time.Duration {
	var used syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &used) != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// onDisk is the size of a case by the size of the text in it.
func onDisk(b *testing.B, db *store.DB) float64 {
	b.Helper()
	if err := db.Close(); err != nil { // the log of writes goes into the file
		b.Fatal(err)
	}
	again, err := store.Open(context.Background(), db.Path())
	if err != nil {
		b.Fatal(err)
	}
	defer again.Close()
	text, after := 0, int64(0)
	for {
		list, err := again.ReportsAfter(context.Background(), after, settleBatch)
		if err != nil {
			b.Fatal(err)
		}
		if len(list) == 0 {
			break
		}
		for _, r := range list {
			text += len(r.Text)
			after = r.Num
		}
	}
	file, err := os.Stat(db.Path())
	if err != nil {
		b.Fatal(err)
	}
	return float64(file.Size()) / float64(text)
}

// BenchmarkMemory is the most memory in use while reports are read and
// analyzed: it must be the same however many there are.
func BenchmarkMemory(b *testing.B) {
	for _, reports := range []int{2000, 8000} {
		b.Run(fmt.Sprint(reports), func(b *testing.B) {
			for range b.N {
				peak := uint64(0)
				p, _ := benchCase(b, func(Progress) { peak = max(peak, live()) })
				fill(b, p, reports, 150)
				if err := p.analyze(context.Background()); err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(peak)/(1<<20), "peak-MiB")
			}
		})
	}
}

// BenchmarkSettleMemory is the memory that settling a case of a wire's articles
// takes for each of its reports: at most 20 KiB are a hundred thousand in 2 GB.
func BenchmarkSettleMemory(b *testing.B) {
	const reports = 600
	pile := newsPile(b, 1)
	for range b.N {
		idle, peak, at := uint64(0), uint64(0), ""
		p, _ := benchCase(b, func(s Progress) {
			if used := live(); used > peak && idle > 0 {
				peak, at = used, s.Stage
			}
		})
		fillWith(b, p, reports, func() []byte { return pile.article(600) })
		if err := p.analyze(context.Background()); err != nil {
			b.Fatal(err)
		}
		idle = live()
		if err := p.settle(context.Background()); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(peak-idle)/1024/reports, "peak-KiB/report")
		b.Log("most was in use before", at)
	}
}

// live is the memory that is still in use after a collection.
func live() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// BenchmarkTrace asks a large case, for a claim of thousands of reports too.
// HEARSAY_CASE keeps it in a file, so that the next run need not make it again.
func BenchmarkTrace(b *testing.B) {
	const reports = 20000
	path := os.Getenv("HEARSAY_CASE")
	if path == "" {
		path = filepath.Join(b.TempDir(), "case.db")
	}
	p, db := benchCaseAt(b, path, nil)
	if have, err := db.CountReports(context.Background()); err != nil || have == 0 {
		fill(b, p, reports, 40)
	}
	began := time.Now()
	if err := p.Derive(context.Background()); err != nil {
		b.Fatal(err)
	}
	b.Logf("deriving %d reports took %v", reports, time.Since(began))
	t, err := trace.New(db)
	if err != nil {
		b.Fatal(err)
	}
	for _, query := range []string{"the old bridge was bought on Monday", "the great granary of Lundby en sold 12 barrels", "Ada Lund", "nothing of the kind", "people went to look at it"} {
		b.Run(query, func(b *testing.B) {
			began := spent()
			for range b.N {
				if _, err := t.Trace(context.Background(), query); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64((spent()-began).Microseconds())/1e3/float64(b.N), "cpu-ms")
		})
	}
}
