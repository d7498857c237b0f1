package attribution

import "slices"

// choose picks from candidates with gains those that do not overlap and have
// the greatest sum of gains. Candidates with no gain are never picked. The
// picks are in order of their begin.
func choose(cs []candidate, gain []float64) []int {
	order := make([]int, 0, len(cs))
	for i := range cs {
		if gain[i] > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cs[a].to - cs[b].to })
	best := make([]float64, len(order)+1)
	before := make([]int, len(order)) // how many end where this one begins
	for k, i := range order {
		lo, hi := 0, k
		for lo < hi {
			if mid := (lo + hi) / 2; cs[order[mid]].to <= cs[i].from {
				lo = mid + 1
			} else {
				hi = mid
			}
		}
		before[k] = lo
		best[k+1] = max(best[k], best[lo]+gain[i])
	}
	var picks []int
	for k := len(order); k > 0; {
		if best[k] == best[k-1] {
			k--
			continue
		}
		picks = append(picks, order[k-1])
		k = before[k-1]
	}
	slices.Reverse(picks)
	return picks
}
