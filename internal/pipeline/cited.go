package pipeline

import (
	"strings"

	"hearsay/internal/claims"
	"hearsay/internal/store"
)

// What it takes for a statement to be the one that another report credits. Who
// cites a report that can be read speaks of something in it, so less likeness
// is enough than between any two statements; but it must stand out.
const (
	citedAt     = 0.35 // least likeness
	citedMargin = 0.05 // by which it is more alike than what else the report says
	sameClaim   = 0.6  // likeness of statements that say one thing in two ways
)

// cited pairs each statement that credits an outlet with what it speaks of: the
// statement of that outlet, in a report that could have been read, that is most
// like it.
func (w *whole) cited(rows []store.Statement, props []claims.Proposition) [][2]int {
	byOutlet := map[string][]int{}
	for i := range rows {
		if rows[i].Stance.Counts() {
			outlet := outletHand(w.report(&rows[i]).report.Outlet)
			byOutlet[outlet] = append(byOutlet[outlet], i)
		}
	}
	var pairs [][2]int
	for i := range rows {
		if !rows[i].Stance.Counts() || len(rows[i].Chain) < 2 {
			continue
		}
		for _, h := range rows[i].Chain[1:] {
			if !strings.HasPrefix(h.Entity, outletPrefix) || h.Entity == rows[i].Chain[0].Entity {
				continue
			}
			if k := w.credited(rows, props, i, byOutlet[h.Entity]); k >= 0 {
				pairs = append(pairs, [2]int{i, k})
			}
		}
	}
	return pairs
}

// credited is the one of these statements of a cited outlet that statement i
// speaks of, -1 if none stands out.
func (w *whole) credited(rows []store.Statement, props []claims.Proposition, i int, of []int) int {
	own := w.report(&rows[i]).report
	best, at := 0.0, -1
	likeness := make([]float64, len(of))
	for n, k := range of {
		published := w.report(&rows[k]).report.Published
		if !published.NotAfter(own.Published) || w.weights.Opposite(props[i], props[k]) {
			continue
		}
		if likeness[n] = w.weights.Likeness(props[i], props[k]); likeness[n] > best {
			best, at = likeness[n], k
		}
	}
	if best < citedAt {
		return -1
	}
	for n, k := range of {
		if likeness[n] > best-citedMargin && w.weights.Likeness(props[at], props[k]) < sameClaim {
			return -1
		}
	}
	return at
}
