package reuse

import "hearsay"

// isCut tells whether a change at the edge of a line comes from how the
// quotation was cut and not from a change of its words: a quotation that
// begins in the middle of a sentence says itself that it is a part, a sentence
// that the writer broke off to name the speaker goes on elsewhere, and two
// sentences may have been made one.
func (f *families) isCut(base, l line, c classed) bool {
	atStart := c.b0 == 0 && c.a0 == 0
	atEnd := c.b1 == l.len() && c.a1 == base.len()
	switch {
	case !atStart && !atEnd:
		return false
	case c.class == hearsay.Truncated || c.class == hearsay.NegationChanged && c.b0 == c.b1:
		return f.isFragment(l) || f.standsNear(f.docs[l.doc], l, f.words(base)[c.a0:c.a1])
	case c.class == hearsay.Inserted || c.class == hearsay.NegationChanged && c.a0 == c.a1:
		return !base.quoted || f.standsNear(f.docs[base.doc], base, f.words(l)[c.b0:c.b1])
	}
	return false
}

// isFragment tells whether the line starts in the middle of a sentence.
func (f *families) isFragment(l line) bool {
	p := &f.docs[l.doc].Print
	return !p.caseless() && p.Flags[l.from]&(Capital|Numeral) == 0 || l.len() < minLine+1
}

// near is how many words around a line a sentence may go on.
const near = 120

// standsNear tells whether most of the words stand around the line too.
func (f *families) standsNear(d Doc, l line, words []uint32) bool {
	around := map[uint32]bool{}
	for i := max(0, l.from-near); i < min(len(d.Print.Words), l.to+near); i++ {
		if i < l.from || i >= l.to {
			around[d.Print.Words[i]] = true
		}
	}
	n := 0
	for _, w := range words {
		if around[w] {
			n++
		}
	}
	return 10*n >= 7*len(words)
}
