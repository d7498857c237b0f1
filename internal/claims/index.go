package claims

import (
	"cmp"
	"slices"
)

// index finds the propositions that can be like another one without comparing
// it with all.
type index struct {
	terms    [][]indexed // of each proposition, by number of the term
	weight   []float64   // of each proposition
	marks    []marks     // of each proposition
	postings [][]int32   // by number of the term
}

type indexed struct {
	term   int32
	weight float32
	spare  bool // it does not count by itself
}

// longestList is the number of propositions beyond which a term tells nothing
// about which of them are alike.
const longestList = 2000

func newIndex(props []Proposition) *index {
	x := &index{terms: make([][]indexed, len(props)), weight: make([]float64, len(props)), marks: make([]marks, len(props))}
	number := map[string]int32{}
	for i, p := range props {
		for _, t := range p.Terms {
			n, ok := number[t.Text]
			if !ok {
				n = int32(len(x.postings))
				number[t.Text] = n
				x.postings = append(x.postings, nil)
			}
			x.postings[n] = append(x.postings[n], int32(i))
			weight := t.Weight
			if t.Optional {
				weight = 0
			}
			x.terms[i] = append(x.terms[i], indexed{n, float32(t.Weight), t.Optional})
			x.weight[i] += weight
		}
		slices.SortFunc(x.terms[i], func(a, b indexed) int { return cmp.Compare(a.term, b.term) })
		x.marks[i] = marksOf(x.terms[i], x.weight[i])
	}
	return x
}

// candidates calls f once for each pair of propositions that may be alike, the
// lower first. A pair is found from the rarest terms of either of the two.
func (x *index) candidates(f func(i, j int)) {
	met := make([]int32, len(x.terms)) // by proposition: the last one that it was compared with, plus one
	prefixes := make([][]int32, len(x.terms))
	for i := range x.terms {
		prefixes[i] = x.prefix(i)
		for _, term := range prefixes[i] {
			for _, j := range x.postings[term] {
				if int(j) == i || met[j] == int32(i+1) {
					continue
				}
				met[j] = int32(i + 1)
				if !x.mayBeAlike(i, int(j)) || int(j) < i && x.holdsAny(i, prefixes[j]) {
					continue
				}
				f(min(i, int(j)), max(i, int(j)))
			}
		}
	}
}

// holdsAny tells whether a proposition has one of the terms: the other one has
// then found the pair before.
func (x *index) holdsAny(i int, terms []int32) bool {
	return slices.ContainsFunc(terms, func(term int32) bool {
		_, has := slices.BinarySearchFunc(x.terms[i], term, func(t indexed, term int32) int { return cmp.Compare(t.term, term) })
		return has
	})
}

// prefix is the rarest terms of a proposition that carry so much of its weight
// that another one without any of them cannot hold enough of the rest. Words
// that are only related are found from the other terms that a pair shares.
func (x *index) prefix(i int) []int32 {
	terms := slices.Clone(x.terms[i])
	slices.SortFunc(terms, func(a, b indexed) int {
		return cmp.Or(cmp.Compare(len(x.postings[a.term]), len(x.postings[b.term])), cmp.Compare(a.term, b.term))
	})
	var list []int32
	carried := 0.0
	for _, t := range terms {
		if t.spare {
			continue
		}
		if carried > prefixShare*x.weight[i] || len(x.postings[t.term]) > longestList {
			break
		}
		carried += float64(t.weight)
		list = append(list, t.term)
	}
	return list
}

// prefixShare leaves room for words that are related instead of equal: with
// equal words alone 1-joinAt would do.
const prefixShare = 0.5

// mayBeAlike bounds the likeness of two propositions from above: all words
// that they do not share might be related.
func (x *index) mayBeAlike(i, j int) bool {
	if !x.marks[i].mayShare(&x.marks[j]) {
		return false
	}
	a, b := x.terms[i], x.terms[j]
	var shared, sharedA, sharedB float64
	for m, n := 0, 0; m < len(a) && n < len(b); {
		switch {
		case a[m].term < b[n].term:
			m++
		case b[n].term < a[m].term:
			n++
		default:
			shared += float64(min(a[m].weight, b[n].weight))
			sharedA += float64(a[m].weight)
			sharedB += float64(b[n].weight)
			m++
			n++
		}
	}
	most := shared + nearestRelation*min(x.weight[i]-sharedA, x.weight[j]-sharedB)
	score := holdShare*most/min(x.weight[i], x.weight[j]) + (1-holdShare)*2*most/(x.weight[i]+x.weight[j])
	return score >= joinAt && 2*shared >= min(x.weight[i], x.weight[j])*leastEqual
}

const (
	nearestRelation = 0.95 // the greatest score of two related words
	leastEqual      = 0.9  // of what two alike propositions share, nearly half is equal words
)
