package attribution

import (
	"fmt"
	"slices"
	"strings"

	"hearsay"
)

// Reliability is how well scores tell what is right: the spans of attributions,
// each with the score of its attribution and whether gold has it.
type Reliability struct {
	judged []judged
	gold   [parts]int
}

type judged struct {
	score float64
	right [parts]bool
	has   [parts]bool
}

// Add judges the attributions of one report.
func (r *Reliability) Add(gold, found []hearsay.Attribution) {
	gold, found = outermost(gold), outermost(found)
	var sets [parts]map[string]bool
	for part := range parts {
		sets[part] = spanSet(gold, part)
		r.gold[part] += len(sets[part])
	}
	for _, a := range found {
		j := judged{score: a.Score}
		for part := range parts {
			spans := partOf(a, part)
			j.has[part], j.right[part] = len(spans) > 0, sets[part][fmt.Sprint(spans)]
		}
		r.judged = append(r.judged, j)
	}
}

// reliabilityBins are the lower bounds of the scores that are looked at together.
var reliabilityBins = []float64{0.95, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5, 0.4, 0}

// spans counts the spans of some judged attributions.
func spansOf(js []judged) (t Tally, score float64) {
	for _, j := range js {
		for part := range parts {
			if j.has[part] {
				t.Found++
				score += j.score
				if j.right[part] {
					t.Right++
				}
			}
		}
	}
	return t, score
}

// PreciseScore is the least score from which on 92 of 100 spans are right.
func (r *Reliability) PreciseScore() float64 {
	js := slices.Clone(r.judged)
	slices.SortFunc(js, func(a, b judged) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return 0
	})
	right, all, least := 0, 0, 1.0
	for i := range js {
		t, _ := spansOf(js[i : i+1])
		right, all = right+t.Right, all+t.Found
		if 100*right >= 92*all {
			least = js[i].score
		}
	}
	return least
}

// String is the reliability as a table, in per cent.
func (r *Reliability) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-16s %8s %8s %8s\n", "score", "spans", "mean", "right")
	high := 1.01
	for _, low := range reliabilityBins {
		in := slices.DeleteFunc(slices.Clone(r.judged), func(j judged) bool { return j.score < low || j.score >= high })
		t, score := spansOf(in)
		fmt.Fprintf(&b, "%.2f to %.2f %13d %8.1f %8.1f\n", low, min(high, 1), t.Found, 100*score/float64(max(t.Found, 1)), 100*t.Precision())
		high = low
	}
	return b.String()
}
