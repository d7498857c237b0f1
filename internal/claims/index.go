package claims

import (
	"cmp"
	"slices"
)

// index finds the propositions that can be like another one without comparing
// it with all.
type index struct {
	terms    [][]indexed // of each proposition, by number of the term
	weight   []float32   // of each proposition
	holders  []int32     // by number of the term: how many propositions hold it
	postings [][]posting // by number of the term: those that hold it, as far as they were asked for
}

type indexed struct {
	term   int32
	weight float32
	spare  bool // it does not count by itself
	word   bool // another word may stand for it
}

// posting is a proposition that holds a term, with what tells most pairs apart:
// a look at the proposition itself would cost a trip to memory.
type posting struct {
	marks
	weight float32
	prop   int32
}

// longestList is the number of propositions beyond which a term tells nothing
// about which of them are alike.
const longestList = 2000

func newIndex(props []Proposition) *index {
	x := &index{terms: make([][]indexed, len(props)), weight: make([]float32, len(props))}
	number := map[string]int32{}
	for i, p := range props {
		x.terms[i] = make([]indexed, len(p.Terms))
		for k, t := range p.Terms {
			n, ok := number[t.Text]
			if !ok {
				n = int32(len(number))
				number[t.Text] = n
				x.holders = append(x.holders, 0)
			}
			x.holders[n]++
			x.terms[i][k] = indexed{n, float32(t.Weight), t.Optional, t.Kind == Word}
			if !t.Optional {
				x.weight[i] += float32(t.Weight)
			}
		}
		slices.SortFunc(x.terms[i], func(a, b indexed) int { return cmp.Compare(a.term, b.term) })
	}
	x.postings = make([][]posting, len(number))
	return x
}

// candidates calls f once for each pair of propositions that may be alike, the
// lower first. The lighter of two finds the heavier one by its rarest terms.
func (x *index) candidates(f func(i, j int)) {
	met := make([]int32, len(x.terms)) // by proposition: the last one that it was compared with, plus one
	var prefix []indexed
	for _, i := range x.byWeight() {
		prefix = x.prefix(i, prefix)
		s := newSketch(x.terms[i], x.weight[i])
		for _, t := range prefix {
			for k := range x.postings[t.term] {
				p := &x.postings[t.term][k]
				if s.mayBeLike(p) && met[p.prop] != i+1 {
					met[p.prop] = i + 1
					if x.mayBeAlike(i, p.prop) {
						f(int(min(i, p.prop)), int(max(i, p.prop)))
					}
				}
			}
		}
		for _, t := range x.terms[i] {
			if x.holders[t.term] <= longestList {
				x.postings[t.term] = append(x.postings[t.term], posting{s.marks, s.weight, i})
			}
		}
	}
}

// byWeight lists the propositions, the heaviest first.
func (x *index) byWeight() []int32 {
	order := make([]int32, len(x.terms))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Or(cmp.Compare(x.weight[b], x.weight[a]), cmp.Compare(a, b)) })
	return order
}

// prefix is the rarest terms of a proposition that carry so much of its weight
// that one without any of them can hardly hold enough of the rest. Words that are
// only related are found from the equal ones that a pair shares.
func (x *index) prefix(i int32, list []indexed) []indexed {
	list = append(list[:0], x.terms[i]...)
	slices.SortFunc(list, func(a, b indexed) int {
		return cmp.Or(cmp.Compare(x.holders[a.term], x.holders[b.term]), cmp.Compare(a.term, b.term))
	})
	kept := list[:0]
	carried := float32(0)
	for _, t := range list {
		if carried > prefixShare*x.weight[i] || x.holders[t.term] > longestList {
			break
		}
		if !t.spare {
			carried += t.weight
			kept = append(kept, t)
		}
	}
	return kept
}

// mayBeAlike bounds the likeness of two propositions from above: all words
// that they do not share might stand for one another.
func (x *index) mayBeAlike(i, j int32) bool {
	a, b := x.terms[i], x.terms[j]
	var shared, wordsA, wordsB float32
	for m, n := 0, 0; m < len(a) || n < len(b); {
		switch {
		case n == len(b) || m < len(a) && a[m].term < b[n].term:
			wordsA += a[m].loose()
			m++
		case m == len(a) || b[n].term < a[m].term:
			wordsB += b[n].loose()
			n++
		default:
			shared += min(a[m].weight, b[n].weight)
			m++
			n++
		}
	}
	return mayBeAlike(shared, min(wordsA, wordsB), x.weight[i], x.weight[j])
}

// mayBeAlike tells whether two propositions may be one claim that share terms
// of a weight, and further words of a weight that may stand for one another.
func mayBeAlike(shared, loose, a, b float32) bool {
	most := shared + loose
	score := holdShare*most/min(a, b) + (1-holdShare)*2*most/(a+b)
	return score >= joinAt-rounding && most >= leastShared-rounding && 2*shared >= min(a, b)*leastEqual-rounding
}

// loose is the weight for which another word may stand.
func (t *indexed) loose() float32 {
	if t.word && !t.spare {
		return t.weight
	}
	return 0
}

const (
	leastEqual = 0.9 // of what two alike propositions share, nearly half is equal words
	rounding   = 1e-5

	// prefixShare leaves room for words that are related instead of equal: with
	// equal words alone 1-joinAt would do.
	prefixShare = 0.5
)
