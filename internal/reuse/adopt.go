package reuse

import (
	"cmp"
	"slices"

	"hearsay"
)

// sameExplained is by how many shingles two possible parents may differ and
// still explain a text equally well: one changed word makes five.
const sameExplained = 3

// adopt chooses where doc to takes its words from among its links: one parent
// that explains most of it, and others only for a passage of their own that
// the first does not explain.
func (l *lineage) adopt(to int) {
	var chosen []link
	rest := slices.Clone(l.links[to])
	taken := make([]bool, len(l.docs[to].Print.Words))
	for _, k := range rest {
		if k.kind == hearsay.Reply {
			chosen = append(chosen, k)
		}
	}
	for len(rest) > 0 {
		best := l.best(rest)
		k := rest[best]
		rest = slices.Delete(rest, best, best+1)
		if !l.taken(chosen, k) && l.adds(k, chosen, taken) {
			chosen = append(chosen, k)
			for _, r := range k.runs {
				for i := range r.n {
					taken[r.b+i] = true
				}
			}
		}
	}
	l.parents[to] = chosen
}

func (l *lineage) taken(chosen []link, k link) bool {
	return slices.ContainsFunc(chosen, func(c link) bool { return c.from == k.from })
}

// best is the place of the likeliest parent: the one that explains most words
// and so carries the same errors and cuts; between equals a mark, a credit,
// the elder.
func (l *lineage) best(links []link) int {
	most := 0
	for _, k := range links {
		most = max(most, k.explained)
	}
	best := -1
	for i, k := range links {
		if k.kind != hearsay.Forward && k.explained+sameExplained < most {
			continue
		}
		if best < 0 || l.likelier(k, links[best]) {
			best = i
		}
	}
	return best
}

func (l *lineage) likelier(a, b link) bool {
	if fa, fb := a.kind == hearsay.Forward, b.kind == hearsay.Forward; fa != fb {
		return fa
	}
	if c := cmp.Compare(creditRank(a.credit), creditRank(b.credit)); c != 0 {
		return c > 0
	}
	return l.elder(a.from, b.from)
}

// adds tells whether a link says something that the chosen ones do not.
func (l *lineage) adds(k link, chosen []link, taken []bool) bool {
	textual := slices.DeleteFunc(slices.Clone(chosen), func(c link) bool { return c.kind == hearsay.Reply })
	if len(textual) == 0 {
		return true
	}
	switch k.kind {
	case hearsay.Reply:
		return false
	case hearsay.Translation:
		return l.own[k.to] && !l.carries(textual, k)
	case hearsay.Rewrite:
		return k.credit == hearsay.CreditWhole && !l.inherited(k, textual, taken)
	}
	return l.longestOwn(k.from, k.to, k.runs, taken) >= ExcerptLen
}

// inherited tells whether a credit came along with words from a chosen parent.
func (l *lineage) inherited(k link, chosen []link, taken []bool) bool {
	if k.creditAt >= 0 {
		return taken[k.creditAt]
	}
	return l.carries(chosen, k)
}

// carries tells whether a chosen parent names the outlet of k itself.
func (l *lineage) carries(chosen []link, k link) bool {
	return slices.ContainsFunc(chosen, func(c link) bool {
		kind, _ := l.creditOf(c.from, k.from)
		return kind != ""
	})
}

// settle drops links that would make a circle, the weakest first. Two docs
// alone cannot make one; three with dates of different precision can.
func (l *lineage) settle() {
	var all []link
	for _, ks := range l.parents {
		all = append(all, ks...)
	}
	slices.SortStableFunc(all, func(a, b link) int {
		return cmp.Or(cmp.Compare(marks(b), marks(a)), cmp.Compare(b.explained, a.explained),
			cmp.Compare(a.to, b.to), cmp.Compare(a.from, b.from))
	})
	l.parents = make([][]link, len(l.docs))
	for _, k := range all {
		if !l.descends(k.from, k.to) {
			l.parents[k.to] = append(l.parents[k.to], k)
		}
	}
	for _, ks := range l.parents {
		slices.SortFunc(ks, func(a, b link) int { return cmp.Compare(a.from, b.from) })
	}
}

// marks ranks what a container states above what is inferred.
func marks(k link) int {
	if k.kind == hearsay.Reply || k.kind == hearsay.Forward {
		return 1
	}
	return 0
}

// descends tells whether doc i comes from doc of, or is it.
func (l *lineage) descends(i, of int) bool {
	if i == of {
		return true
	}
	return slices.ContainsFunc(l.parents[i], func(k link) bool { return l.descends(k.from, of) })
}
