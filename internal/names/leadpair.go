package names

import (
	"cmp"
	"slices"
)

// pairLead: a report opens "A builder charged a widow of 81 for a roof", and its
// next paragraph "Colin Stebbing, 54, knocked at the door of Winifred Dace": it
// names, in the order in which it brought them in, those whom it described.
func (d *discourse) pairLead(lead int) {
	if d.hides(lead) {
		return
	}
	described, named := d.inLead(lead), d.namedUnder(lead)
	if len(described) == 0 || len(named) < len(described) || !d.paired(described, named) {
		return
	}
	for k, c := range described {
		d.unite(c, named[k])
	}
}

// leadSentence is the first sentence of a report that opens with one in a
// paragraph of its own, -1 if it does not.
func (d *discourse) leadSentence() int {
	for s, sentence := range d.doc.Sentences {
		if d.sentence[sentence.First] < 0 || !d.block(sentence.Block).Says() {
			continue
		}
		if s+1 < len(d.doc.Sentences) && d.doc.Sentences[s+1].Block != sentence.Block {
			return s
		}
		return -1
	}
	return -1
}

// inLead are the persons whom the lead describes, nil if it names somebody.
func (d *discourse) inLead(lead int) (list []*cluster) {
	s := d.doc.Sentences[lead]
	for _, m := range d.meantIn(s.First, s.Last) {
		if m.of.plural || d.mentionAt(m.token) != nil {
			return nil
		}
		if w := d.word(m.token); w != "a" && w != "an" || slices.Contains(list, m.of) {
			continue
		}
		list = append(list, m.of)
	}
	return list
}

// namedUnder are the persons named for the first time in the sentence behind the
// lead, which begins with one.
func (d *discourse) namedUnder(lead int) (list []*cluster) {
	next := lead + 1
	if next >= len(d.doc.Sentences) {
		return nil
	}
	s := d.doc.Sentences[next]
	for i := s.First; i < s.Last; i++ {
		m := d.mentionAt(i)
		if m == nil || m.first != i || !m.of.person() {
			continue
		}
		if len(list) == 0 && i != s.First || len(m.of.words) < 2 || d.namedBefore(m.of, s.First) > 0 {
			return nil
		}
		list = append(list, m.of)
	}
	return list
}

// paired tells whether each description can be of the name at its place.
func (d *discourse) paired(described, named []*cluster) bool {
	for k, c := range described {
		who := named[k]
		if c == who {
			continue
		}
		if !c.described || c.gender != unknownGender && cmp.Or(who.gender, who.given) == opposite(c.gender) {
			return false
		}
		for _, r := range who.roles {
			if r.head != c.head && !loose[r.head] && !loose[c.head] {
				return false
			}
		}
	}
	return true
}
