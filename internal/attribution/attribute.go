package attribution

import (
	"hearsay"
	"hearsay/internal/text"
)

// maxDepth bounds how deep attributions are followed inside contents.
const maxDepth = 6

// Attribute finds the attributions of a document, in reading order, an outer
// one before those inside its content. Speaker and Via.Entity are left empty:
// they are resolved from the spans by names. r is the report that doc was made
// of.
func Attribute(doc *text.Document, r *hearsay.Report) []hearsay.Attribution {
	if len(doc.Tokens) == 0 {
		return nil
	}
	s := newScanner(doc, r)
	s.voice()
	return s.attributions()
}

// paragraphs reads each block of [from, to) that says something. parent is the
// finding whose content they are, -1 if the report itself speaks.
func (s *scanner) paragraphs(from, to, parent int) {
	for b := from; b < to; b++ {
		if block := s.doc.Blocks[b]; block.Says() {
			toks := s.tokensOf(block.Span)
			s.read(toks[0], toks[1], parent, 0)
		}
	}
}

// read finds the attributions of tokens [first, last) and, inside their
// contents, those that are nested.
func (s *scanner) read(first, last, parent, depth int) {
	if first >= last || depth >= maxDepth {
		return
	}
	p := s.passageOf(first, last)
	n := len(s.found)
	p.sentences(parent)
	p.looseQuotes(parent, n)
	s.nested(n, depth)
}

// nested reads the contents of the findings from n on.
func (s *scanner) nested(n, depth int) {
	for i, last := n, len(s.found); i < last; i++ {
		for _, c := range s.found[i].content {
			s.read(c[0], c[1], i, depth+1)
		}
	}
}

// sentences reads each sentence of a passage. A quotation that stands as a
// sentence of its own belongs to none.
func (p *passage) sentences(parent int) {
	for a := 0; a < len(p.u); {
		b := a + 1
		for b < len(p.u) && !p.u[b].begins {
			b++
		}
		c := clause{passage: p, from: a, to: p.trimEnd(a, b), parent: parent}
		c.read()
		a = b
	}
}

// trimEnd drops the full stop of a sentence.
func (p *passage) trimEnd(a, b int) int {
	for b > a && p.mark(b-1, ".?!…") {
		b--
	}
	return b
}
