package attribution

import (
	"maps"
	"slices"

	"hearsay/internal/linear"
)

// triple is an attribution as the model finds it: indexes of candidates.
type triple struct {
	cue     int
	source  int // -1 if nobody is named
	content []int
}

// Least chances of a link: with the source of a cue, and with the cue of a
// content.
const (
	leastSource = 0.5
	leastLink   = 0.4
)

// assemble joins the picked candidates of one block into triples: each content
// goes to the cue that the linker likes best, each cue to a source.
func (f *spanFeatures) assemble(linker *linear.Logistic, picks []int, least [parts]float64) []triple {
	links := linkFeatures{spanFeatures: f}
	var byPart [parts][]int // picks are by their begin, and so are these
	for _, k := range picks {
		byPart[f.cs[k].part] = append(byPart[f.cs[k].part], k)
	}
	contents := map[int][]int{}
	cues := byPart[PartCue]
	for _, k := range byPart[PartContent] {
		i, p := links.best(k, cues, func(i int) float64 { return links.chance(linker, i, k) })
		if p < leastLink {
			i = f.rescue(least[PartCue], picks, k, PartCue, func(i int) float64 { return links.chance(linker, i, k) })
		}
		if i >= 0 {
			contents[i] = append(contents[i], k)
		}
	}
	var out []triple
	for _, i := range slices.Sorted(maps.Keys(contents)) {
		source, p := links.best(i, byPart[PartSource], func(k int) float64 { return links.chance(linker, i, k) })
		if p < leastSource {
			source = f.rescue(least[PartSource], picks, i, PartSource, func(k int) float64 { return links.chance(linker, i, k) })
		}
		out = append(out, triple{cue: i, source: source, content: contents[i]})
	}
	return out
}

// best is the one of some candidates near i that is likeliest, the first of
// equals; -1 and 0 if none is near.
func (f *linkFeatures) best(i int, of []int, chance func(int) float64) (best int, most float64) {
	best = -1
	for _, k := range near(of, i) {
		if p := chance(k); p > most {
			best, most = k, p
		}
	}
	return best, most
}

// near are those of a rising list of candidates that stand in the window of i.
func near(of []int, i int) []int {
	from, _ := slices.BinarySearch(of, i-window)
	to, _ := slices.BinarySearch(of, i+window)
	return of[from:to]
}

// chance is the probability that candidate k belongs to cue i, both being
// right.
func (f *linkFeatures) chance(linker *linear.Logistic, i, k int) float64 {
	return linear.Probability(linker.Score(f.of(i, k)))
}

// rescue finds the span of a part that candidate k must have beside it, if none
// that was picked is it: the likeliest that overlaps neither that nor anything
// picked, -1 if none is as likely as least.
func (f *spanFeatures) rescue(least float64, picks []int, k int, part Part, link func(int) float64) int {
	best, most := -1, least
	for i := max(0, k-window); i < min(len(f.cs), k+window); i++ {
		c := &f.cs[i]
		if c.part != part || c.chance < most || c.overlaps(f.cs[k].span) || f.overlapsAny(c.span, near(picks, i)) {
			continue
		}
		if p := c.chance * link(i); p > most {
			best, most = i, p
		}
	}
	return best
}

func (f *spanFeatures) overlapsAny(s span, picks []int) bool {
	for _, k := range picks {
		if f.cs[k].overlaps(s) {
			return true
		}
	}
	return false
}
