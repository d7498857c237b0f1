package reuse

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"testing"
	"time"

	"hearsay/internal/text"
)

// BenchmarkPairs is the curve of Pairs from twenty thousand texts to a million
// on one core. The texts are a wire's paragraphs in new company with a third
// of their words replaced, so that they share the words of the trade and
// hardly a shingle; every tenth is a near copy of another one.
func BenchmarkPairs(b *testing.B) {
	for _, n := range []int{20_000, 200_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			prints := recombined(b, n)
			var before, after runtime.MemStats
			for b.Loop() {
				runtime.GC()
				runtime.ReadMemStats(&before)
				began := time.Now()
				pairs := Pairs(prints)
				took := time.Since(began)
				runtime.ReadMemStats(&after)
				same := 0
				for _, p := range pairs {
					if SameText(p) {
						same++
					}
				}
				b.ReportMetric(took.Seconds(), "s")
				b.ReportMetric(took.Seconds()/float64(n)*1e6, "µs/text")
				b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/float64(n), "B/text")
				b.ReportMetric(float64(len(pairs)), "pairs")
				b.ReportMetric(float64(same), "one-text")
			}
		})
	}
}

// recombined are n prints of about the length of a wire's reports.
func recombined(b *testing.B, n int) []Print {
	random := rand.New(rand.NewPCG(3, uint64(n)))
	var paragraphs [][]uint32
	var words []uint32
	for _, r := range wireBodies(b) {
		p := Digest(text.Analyze(r), r)
		from := 0
		for i := range p.Words {
			if i > from && p.Flags[i]&Paragraph != 0 || i == len(p.Words)-1 {
				paragraphs = append(paragraphs, p.Words[from:i])
				from = i
			}
		}
		words = append(words, p.Words...)
	}
	prints := make([]Print, n)
	for i := range prints {
		if i > 100 && i%10 == 0 {
			prints[i].Words = changed(random, prints[random.IntN(i)].Words, words, 0.03)
			continue
		}
		for len(prints[i].Words) < 130 {
			prints[i].Words = append(prints[i].Words, changed(random, paragraphs[random.IntN(len(paragraphs))], words, 0.35)...)
		}
	}
	return prints
}

// changed replaces a share of the words.
func changed(random *rand.Rand, of, by []uint32, share float64) []uint32 {
	out := make([]uint32, len(of))
	for i, w := range of {
		if random.Float64() < share {
			w = by[random.IntN(len(by))]
		}
		out[i] = w
	}
	return out
}
