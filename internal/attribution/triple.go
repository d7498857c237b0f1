package attribution

import (
	"slices"

	"hearsay/internal/linear"
)

// triple is an attribution as the model finds it: indexes of candidates.
type triple struct {
	cue     int
	source  int // -1 if nobody is named
	content []int
}

// least chances of a link.
const (
	leastSource = 0.5
	leastLink   = 0.1
)

// assemble joins the picked candidates of one block into triples: each content
// and source goes to cues by the linker.
func (f *spanFeatures) assemble(linker *linear.Logistic, picks []int) []triple {
	links := linkFeatures{spanFeatures: f}
	var out []triple
	of := map[int]int{}
	for _, i := range picks {
		if f.cs[i].part == PartCue {
			of[i] = len(out)
			out = append(out, triple{cue: i, source: -1})
		}
	}
	for _, k := range picks {
		if f.cs[k].part != PartContent {
			continue
		}
		best, most := -1, leastLink
		for n := range out {
			if p := links.chance(linker, out[n].cue, k); p > most {
				best, most = n, p
			}
		}
		if best >= 0 {
			out[best].content = append(out[best].content, k)
		}
	}
	for n := range out {
		most := leastSource
		for _, k := range picks {
			if f.cs[k].part != PartSource {
				continue
			}
			if p := links.chance(linker, out[n].cue, k); p > most {
				out[n].source, most = k, p
			}
		}
	}
	return slices.DeleteFunc(out, func(t triple) bool { return len(t.content) == 0 })
}

// chance is the probability that candidate k belongs to cue i, both being
// right.
func (f *linkFeatures) chance(linker *linear.Logistic, i, k int) float64 {
	if k < i-window || k > i+window {
		return 0
	}
	return linear.Probability(linker.Score(f.of(i, k)))
}
