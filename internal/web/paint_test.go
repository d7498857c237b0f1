//go:build unix

package web

import (
	"slices"
	"testing"

	"github.com/chromedp/chromedp"
)

// BenchmarkPaint opens each page of a large invented case in a real browser and
// tells when it first painted, in milliseconds after the navigation began: the
// 95th percentile, as the browser tells it itself. The desk keeps nothing but
// the lists. The case is as for BenchmarkPages.
func BenchmarkPaint(b *testing.B) {
	d := countedDesk(b)
	tab := browse(b, d)
	// The list of keys asks nothing of the case: what it takes is the browser's.
	for _, p := range append(largePages(b, d), pages{"keys", []string{"/keys"}}) {
		b.Run(p.name, func(b *testing.B) {
			var painted []float64
			for i := 0; b.Loop(); i++ {
				d.answers.forget()
				painted = append(painted, tab.paint(p.addresses[i%len(p.addresses)]))
			}
			slices.Sort(painted)
			b.ReportMetric(painted[len(painted)*95/100], "p95-paint-ms")
		})
	}
}

// paint opens a page and returns when it first painted anything of it.
func (b *browser) paint(address string) float64 {
	b.t.Helper()
	b.do(chromedp.Navigate("about:blank"))
	b.open(address)
	b.until("performance.getEntriesByName('first-contentful-paint').length > 0")
	return eval[float64](b, "performance.getEntriesByName('first-contentful-paint')[0].startTime")
}

// TestPaint: each page paints, as the benchmark measures it; how fast decides
// no test.
func TestPaint(t *testing.T) {
	d := demoDesk(t)
	b := browse(t, d)
	for _, p := range pagesOf(t, d) {
		at := b.paint(p[1])
		if at <= 0 {
			t.Errorf("%s never paints", p[0])
		}
		t.Logf("%s paints after %.0f ms", p[0], at)
	}
}
