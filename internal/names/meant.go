package names

import (
	"slices"
	"sort"
)

// meant is a place in the report's own words where a person is meant, by a
// name, a pronoun or a description.
type meant struct {
	token  int
	of     *cluster
	weight float64 // asSubject and so on
}

// mean notes that a person is meant at token i, unless it stands in a quotation.
func (d *discourse) mean(of *cluster, i int, weight float64) {
	if of == nil || !of.person() || d.doc.Tokens[i].Quote >= 0 || d.sentence[i] < 0 {
		return
	}
	at := len(d.meant)
	for at > 0 && d.meant[at-1].token > i {
		at--
	}
	d.meant = slices.Insert(d.meant, at, meant{i, of, weight})
}

// meantIn are the places in tokens [first, last) where persons are meant.
func (d *discourse) meantIn(first, last int) []meant {
	from := sort.Search(len(d.meant), func(k int) bool { return d.meant[k].token >= first })
	to := sort.Search(len(d.meant), func(k int) bool { return d.meant[k].token >= last })
	return d.meant[from:max(from, to)]
}

// within are the persons meant in tokens [first, last), in order.
func (d *discourse) within(first, last int) []*cluster {
	var list []*cluster
	for _, m := range d.meantIn(first, last) {
		if !slices.Contains(list, m.of) {
			list = append(list, m.of)
		}
	}
	return list
}
