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
	citedMean   = 0.15 // least mean likeness of the two claims that are then one
	citedMargin = 0.05 // by which it is more alike than what else the report says
	sameClaim   = 0.6  // likeness of statements that say one thing in two ways
)

// joinCited makes one claim of what a report credits an outlet for and what that
// outlet said, where the two claims are alike as wholes.
func (w *whole) joinCited(group []int, rows []store.Statement, props []claims.Proposition) {
	members := map[int][]int{}
	for i, first := range group {
		members[first] = append(members[first], i)
	}
	for _, pair := range w.cited(rows, props) {
		a, b := group[pair[0]], group[pair[1]]
		if a == b || w.meanLikeness(props, members[a], members[b]) < citedMean {
			continue
		}
		if b < a {
			a, b = b, a
		}
		for _, i := range members[b] {
			group[i] = a
		}
		members[a] = append(members[a], members[b]...)
		delete(members, b)
	}
}

// meanLikeness is that of two claims, by a sample of their statements.
func (w *whole) meanLikeness(props []claims.Proposition, a, b []int) float64 {
	const sample = 12
	a, b = a[:min(len(a), sample)], b[:min(len(b), sample)]
	sum := 0.0
	for _, i := range a {
		for _, k := range b {
			sum += w.weights.Likeness(props[i], props[k])
		}
	}
	return sum / float64(len(a)*len(b))
}

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
