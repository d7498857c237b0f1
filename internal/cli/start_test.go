package cli_test

import (
	"slices"
	"testing"
	"time"
)

// BenchmarkStart is the start of the program: the goal is under 50 ms.
func BenchmarkStart(b *testing.B) {
	dir := b.TempDir()
	var took []time.Duration
	for range b.N {
		began := time.Now()
		if err := hearsay(dir, "version").Run(); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(began))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "median-ms")
}
