package claims

import (
	"cmp"
	"slices"
)

// index finds the propositions that can be like another one without comparing
// it with all. Two are candidates if they may be alike, by their weights, and if
// the lighter one counts a term that the other holds too and that is not common.
// That is for two to tell, and for the case only in which terms are common.
type index struct {
	nodes    []*node // by number
	terms    [][]indexed
	weight   []float32        // of each proposition
	spare    []float32        // of each, the weight that does not count by itself
	number   map[string]int32 // of terms
	holders  []int32          // by number of the term: how many propositions hold it
	postings [][]posting      // by number of the term: those that hold it, as far as they were asked for

	crossed  bool // a term has become common
	outdated bool // a term is common no more
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

// longestList is the number of propositions beyond which a term is common and
// tells nothing about which of them are alike.
const longestList = 2000

func newIndex() *index { return &index{number: map[string]int32{}} }

// add takes in a proposition and gives it a number. It is found once it is
// posted.
func (x *index) add(n *node) int32 {
	i := int32(len(x.nodes))
	terms := make([]indexed, len(n.prop.Terms))
	weight, spare := float32(0), float32(0)
	for k, t := range n.prop.Terms {
		term, ok := x.number[t.Text]
		if !ok {
			term = int32(len(x.number))
			x.number[t.Text] = term
			x.holders, x.postings = append(x.holders, 0), append(x.postings, nil)
		}
		if x.holders[term]++; x.holders[term] == longestList+1 {
			x.crossed = true
			x.postings[term] = nil
		}
		terms[k] = indexed{term, float32(t.Weight), t.Optional, t.Kind == Word}
		if t.Optional {
			spare += float32(t.Weight)
		} else {
			weight += float32(t.Weight)
		}
	}
	slices.SortFunc(terms, func(a, b indexed) int { return cmp.Compare(a.term, b.term) })
	x.nodes, x.terms = append(x.nodes, n), append(x.terms, terms)
	x.weight, x.spare = append(x.weight, weight), append(x.spare, spare)
	return i
}

// remove takes a proposition out.
func (x *index) remove(i int32) {
	for _, t := range x.terms[i] {
		if x.holders[t.term]--; x.holders[t.term] == longestList {
			x.outdated = true
		}
	}
	x.nodes[i] = nil
}

func (x *index) post(i int32, s sketch) {
	for _, t := range x.terms[i] {
		if !x.common(t.term) {
			x.postings[t.term] = append(x.postings[t.term], posting{s.marks, s.weight, i})
		}
	}
}

func (x *index) common(term int32) bool { return x.holders[term] > longestList }

// candidates calls f once for each pair of candidates. The lighter of two finds
// the heavier one by its rarest terms.
func (x *index) candidates(f func(i, j int32)) {
	met := make([]int32, len(x.nodes)) // by proposition: the last one that it was compared with, plus one
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
						f(i, p.prop)
					}
				}
			}
		}
		x.post(i, s)
	}
	x.crossed, x.outdated = false, false
}

// candidatesFrom calls f once for each pair of candidates of which one at least
// has the number first or a higher one, and posts these.
func (x *index) candidatesFrom(first int32, f func(i, j int32)) {
	met := make([]int32, len(x.nodes))
	for i := first; i < int32(len(x.nodes)); i++ {
		s := newSketch(x.terms[i], x.weight[i])
		for _, t := range x.terms[i] {
			if x.common(t.term) {
				continue
			}
			for k := range x.postings[t.term] {
				p := &x.postings[t.term][k]
				if met[p.prop] == i+1 || x.nodes[p.prop] == nil {
					continue
				}
				if p.weight >= s.weight && s.and(p.marks).count() < s.least || !s.holdsEnough(p) {
					continue
				}
				met[p.prop] = i + 1
				if x.mayBeAlike(i, p.prop) && x.meet(i, p.prop) {
					f(i, p.prop)
				}
			}
		}
		x.post(i, s)
	}
}

// meet tells whether the lighter of two propositions counts a term that the
// other one holds and that is not common.
func (x *index) meet(i, j int32) bool {
	if x.heavier(i, j) {
		i, j = j, i
	}
	other := x.terms[j]
	for _, t := range x.terms[i] {
		for len(other) > 0 && other[0].term < t.term {
			other = other[1:]
		}
		if len(other) > 0 && other[0].term == t.term && !t.spare && !x.common(t.term) {
			return true
		}
	}
	return false
}

// heavier tells whether i comes before j by weight; of two that weigh the same
// the first by key.
func (x *index) heavier(i, j int32) bool {
	if x.weight[i] != x.weight[j] {
		return x.weight[i] > x.weight[j]
	}
	return x.nodes[i].place < x.nodes[j].place
}

// byWeight lists the propositions, the heaviest first.
func (x *index) byWeight() []int32 {
	order := make([]int32, len(x.nodes))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(x.weight[b], x.weight[a]), cmp.Compare(x.nodes[a].place, x.nodes[b].place))
	})
	return order
}

// prefix is the rarest terms of a proposition that carry so much of its weight
// that one without any of them cannot hold enough of the rest; all that are not
// common, where these carry less. Words that are only related are found from the
// equal ones that a pair shares.
func (x *index) prefix(i int32, list []indexed) []indexed {
	list = append(list[:0], x.terms[i]...)
	slices.SortFunc(list, func(a, b indexed) int {
		return cmp.Or(cmp.Compare(x.holders[a.term], x.holders[b.term]), cmp.Compare(a.term, b.term))
	})
	kept := list[:0]
	carried := float32(0)
	for _, t := range list {
		if carried > (1-leastEqual/2)*x.weight[i]+x.spare[i]+rounding || x.common(t.term) {
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
	leastEqual = 1.0 // of the lighter of two alike propositions, half is words that the other has too
	rounding   = 1e-5
)
