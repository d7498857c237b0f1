package reuse

import (
	"cmp"
	"slices"
)

// candidate is a pair of docs, the elder and the younger, with the shares of
// their shingles found in the other.
type candidate struct {
	from, to     int
	inFrom, inTo float64
}

// alike is how many candidates for one doc are compared word by word that
// have the same share of it, to within a twentieth. Of a thousand copies the
// eldest are enough.
const alike = 16

// candidates orients the pairs, and of many that are alike keeps for each doc
// those that it credits and the eldest. They come by To, then by From.
func (l *lineage) candidates(pairs []Pair) []candidate {
	cs := make([]candidate, len(pairs))
	for i, p := range pairs {
		a, b := l.place[p.A], l.place[p.B]
		cs[i] = candidate{a, b, p.InA, p.InB}
		if l.elder(b, a) {
			cs[i] = candidate{b, a, p.InB, p.InA}
		}
	}
	slices.SortFunc(cs, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(x.to, y.to), cmp.Compare(share20(y), share20(x)), l.byCredit(x, y), l.byAge(x.from, y.from))
	})
	kept := cs[:0]
	row := 0
	for i, c := range cs {
		if i > 0 && cs[i-1].to == c.to && share20(cs[i-1]) == share20(c) {
			row++
		} else {
			row = 0
		}
		if row < alike {
			kept = append(kept, c)
		}
	}
	slices.SortFunc(kept, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(x.to, y.to), cmp.Compare(x.from, y.from))
	})
	return kept
}

func share20(c candidate) int { return int(20 * c.inTo) }

func (l *lineage) byCredit(x, y candidate) int {
	a, _ := l.creditOf(x.to, x.from)
	b, _ := l.creditOf(y.to, y.from)
	return cmp.Compare(creditRank(b), creditRank(a))
}

// byAge orders docs by their dates, unknown ones last, then by place.
func (l *lineage) byAge(a, b int) int {
	da, db := l.docs[a].Published, l.docs[b].Published
	if da.IsZero() != db.IsZero() {
		if da.IsZero() {
			return 1
		}
		return -1
	}
	return cmp.Or(da.Time.Compare(db.Time), cmp.Compare(a, b))
}
