package reuse

import (
	"slices"

	"hearsay"
	"hearsay/internal/text"
)

// wording of one difference, with its class: words [a0, a1) of the base line
// and [b0, b1) of the variant.
type classed struct {
	change
	class hearsay.DriftClass
}

// lineWords are the words of a line as they are printed and as they fold.
type lineWords struct {
	printed, folded []string
}

func (d *Doc) lineWords(l line) lineWords {
	w := lineWords{make([]string, l.len()), make([]string, l.len())}
	for i := range w.printed {
		w.printed[i] = d.Print.Span(l.from+i, l.from+i+1).Of(d.Text.Text)
		w.folded[i] = text.Fold(w.printed[i])
	}
	return w
}

func (w lineWords) isNumber(i int) bool {
	if i < 0 || i >= len(w.folded) {
		return false
	}
	_, ok := w.value(i)
	return ok
}

func (w lineWords) value(i int) (float64, bool) {
	if w.folded[i] == "hundred" || w.folded[i] == "million" || w.folded[i] == "billion" {
		return text.NumberValue(w.folded[i])
	}
	return numeralOf(w.folded[i], wordHash(w.folded[i]))
}

// classify gives every change between two lines its class. A change that holds
// several things, such as a dropped hedge and another word, is taken apart.
func classify(a, b lineWords, changes []change) []classed {
	var cs []classed
	for _, c := range changes {
		cs = append(cs, classifyOne(a, b, wholeHedges(a, b, c))...)
	}
	return cs
}

// wholeHedges widens a change that touches a part of a hedge of several words
// to all of it: I think, I know.
func wholeHedges(a, b lineWords, c change) change {
	if len(a.hedgesIn(c.a0, c.a1)) > 0 || len(b.hedgesIn(c.b0, c.b1)) > 0 {
		return c // almost, of almost certain
	}
	before, behind := 0, 0
	for _, side := range []struct {
		w        lineWords
		from, to int
	}{{a, c.a0, c.a1}, {b, c.b0, c.b1}} {
		for _, h := range side.w.hedgesIn(0, len(side.w.folded)) {
			if h.from < side.to && side.from < h.to && h.to-h.from <= longestHedge {
				before, behind = max(before, side.from-h.from), max(behind, h.to-side.to)
			}
		}
	}
	before = min(before, c.a0, c.b0)
	behind = min(behind, len(a.folded)-c.a1, len(b.folded)-c.b1)
	return change{c.a0 - before, c.a1 + behind, c.b0 - before, c.b1 + behind}
}

func classifyOne(a, b lineWords, c change) []classed {
	if sameLetters(a.folded[c.a0:c.a1], b.folded[c.b0:c.b1]) {
		return nil
	}
	if n, ok := numberChange(a, b, c); ok {
		return n
	}
	if h := hedgeChange(a, b, c); h != nil {
		return h
	}
	if c.a1-c.a0 == c.b1-c.b0 {
		return pairwise(a, b, c)
	}
	return []classed{{c, classOf(a, b, c)}}
}

// sameLetters tells whether words differ in how they are cut alone: "per cent"
// and "percent", "do n't" and "don't".
func sameLetters(a, b []string) bool {
	join := func(words []string) string {
		var s []byte
		for _, w := range words {
			for i := 0; i < len(w); i++ {
				if w[i] != '\'' && w[i] != '-' && w[i] != '.' && w[i] != ',' {
					s = append(s, w[i])
				}
			}
		}
		return string(s)
	}
	return join(a) == join(b)
}

// numberChange tells a change of a number, widened to the whole number on both
// sides: forty-four thousand, forty thousand.
func numberChange(a, b lineWords, c change) ([]classed, bool) {
	a0, a1, okA := a.numberIn(c.a0, c.a1)
	b0, b1, okB := b.numberIn(c.b0, c.b1)
	if !okA || !okB {
		return nil, false
	}
	n := classed{change{a0, a1, b0, b1}, hearsay.NumberChanged}
	if sumOf(a, a0, a1) == sumOf(b, b0, b1) {
		n.class = hearsay.Respelled
	}
	var cs []classed
	if c.a0 < a0 && c.b0 < b0 || c.a0 < a0 && c.b0 == b0 || c.b0 < b0 && c.a0 == a0 {
		cs = append(cs, classifyOne(a, b, change{c.a0, a0, c.b0, b0})...)
	}
	cs = append(cs, n)
	if c.a1 > a1 || c.b1 > b1 {
		cs = append(cs, classifyOne(a, b, change{min(a1, c.a1), c.a1, min(b1, c.b1), c.b1})...)
	}
	return cs, true
}

// numberIn is the number that words [from, to) touch, with its words outside.
func (w lineWords) numberIn(from, to int) (first, last int, ok bool) {
	for i := from; i < to; i++ {
		if w.isNumber(i) {
			first, last = i, i+1
			for first > 0 && w.isNumber(first-1) {
				first--
			}
			for w.isNumber(last) {
				last++
			}
			return first, last, true
		}
	}
	return 0, 0, false
}

func sumOf(w lineWords, from, to int) float64 {
	sum := 0.0
	for i := from; i < to; i++ {
		v, _ := w.value(i)
		if joined, ok := joinNumerals(sum, v); ok {
			sum = joined
		} else {
			sum += v
		}
	}
	return sum
}

// hedgeChange tells a hedge that only one side has. A modal takes the verb
// behind it along: may cool, cools.
func hedgeChange(a, b lineWords, c change) []classed {
	if c.a0 == c.a1 && c.b1-c.b0 > longestHedge || c.b0 == c.b1 && c.a1-c.a0 > longestHedge {
		return cutBefore(a, c) // a clause that may hold a hedge among other things
	}
	dropped, added := a.hedgesIn(c.a0, c.a1), b.hedgesIn(c.b0, c.b1)
	if len(dropped) > 0 == (len(added) > 0) {
		return nil
	}
	if len(dropped) > 0 {
		h := dropped[0]
		if h.modal || c.b1-c.b0 <= h.to && h.from == 0 && c.a0+h.to == c.a1 {
			return []classed{{c, hearsay.HedgeDropped}}
		}
		at := change{c.a0 + h.from, c.a0 + h.to, c.b0, c.b0}
		return withRest(a, b, c, at, hearsay.HedgeDropped)
	}
	h := added[0]
	if h.modal || c.a1-c.a0 <= h.to && h.from == 0 && c.b0+h.to == c.b1 {
		return []classed{{c, hearsay.HedgeAdded}}
	}
	at := change{c.a0, c.a0, c.b0 + h.from, c.b0 + h.to}
	return withRest(a, b, c, at, hearsay.HedgeAdded)
}

// cutBefore tells a quotation that begins later, behind the hedge of what is
// left of it: of "It is late, and I think the mill will close", "The mill will
// close". Nil if no hedge of several words ends the cut.
func cutBefore(a lineWords, c change) []classed {
	if c.b0 < c.b1 || c.a1 == len(a.folded) {
		return nil
	}
	for _, h := range a.hedgesIn(c.a0, c.a1) {
		if at := c.a0 + h.from; h.to-h.from > 1 && c.a0+h.to == c.a1 {
			return []classed{{change{c.a0, at, c.b0, c.b0}, hearsay.Truncated}, {change{at, c.a1, c.b0, c.b0}, hearsay.HedgeDropped}}
		}
	}
	return nil
}

// withRest classes a hedge, and what is left of the change before or behind
// it, whichever is more.
func withRest(a, b lineWords, c, hedge change, class hearsay.DriftClass) []classed {
	cs := []classed{{hedge, class}}
	rest := c
	if class == hearsay.HedgeDropped {
		if hedge.a0-c.a0 >= c.a1-hedge.a1 {
			rest.a1 = hedge.a0
		} else {
			rest.a0 = hedge.a1
		}
	} else {
		if hedge.b0-c.b0 >= c.b1-hedge.b1 {
			rest.b1 = hedge.b0
		} else {
			rest.b0 = hedge.b1
		}
	}
	if rest.a0 == rest.a1 && rest.b0 == rest.b1 {
		return cs
	}
	return append(cs, classifyOne(a, b, rest)...)
}

// pairwise classes words that stand one for one, and puts neighbours of one
// class together again.
func pairwise(a, b lineWords, c change) []classed {
	var cs []classed
	for i := range c.a1 - c.a0 {
		one := change{c.a0 + i, c.a0 + i + 1, c.b0 + i, c.b0 + i + 1}
		if sameLetters(a.folded[one.a0:one.a1], b.folded[one.b0:one.b1]) {
			continue
		}
		class := classOf(a, b, one)
		if n := len(cs) - 1; n >= 0 && cs[n].class == class && cs[n].a1 == one.a0 && cs[n].b1 == one.b0 {
			cs[n].a1, cs[n].b1 = one.a1, one.b1
		} else {
			cs = append(cs, classed{one, class})
		}
	}
	return cs
}

func classOf(a, b lineWords, c change) hearsay.DriftClass {
	was, is := a.folded[c.a0:c.a1], b.folded[c.b0:c.b1]
	clause := len(was) == 0 && len(is) > longNegation || len(is) == 0 && len(was) > longNegation
	switch {
	case negated(was) != negated(is) && !clause:
		return hearsay.NegationChanged
	case len(is) == 0:
		return hearsay.Truncated
	case len(was) == 0:
		return hearsay.Inserted
	case isTense(was, is):
		return hearsay.TenseChanged
	case len(was) == 1 && len(is) == 1 && isRespelling(a.printed[c.a0], b.printed[c.b0]):
		return hearsay.Respelled
	case a.isName(c.a0, c.a1) && b.isName(c.b0, c.b1):
		return hearsay.NameChanged
	}
	return hearsay.WordingChanged
}

// longNegation is how many words a negation has at most; what goes or comes
// with more is a clause that happens to hold one.
const longNegation = 4

func negated(words []string) bool {
	n := 0
	for _, w := range words {
		if negations[w] {
			n++
		}
	}
	return n%2 == 1
}

// isName tells whether words hold a capital that no start of a sentence asks
// for, and nothing but small words beside it.
func (w lineWords) isName(from, to int) bool {
	capital := false
	for i := from; i < to; i++ {
		switch {
		case isCapital(w.printed[i]) && !(i == 0 && text.StopWord(w.folded[i])):
			capital = true
		case !text.StopWord(w.folded[i]):
			return false
		}
	}
	return capital
}

// keepOutside tells whether a class counts outside quotations too, where
// writers may word things as they like.
func keepOutside(c hearsay.DriftClass) bool {
	return slices.Contains([]hearsay.DriftClass{hearsay.NumberChanged, hearsay.NameChanged, hearsay.HedgeDropped,
		hearsay.HedgeAdded}, c)
}
