package attribution

import (
	"sort"
)

// maxDepth bounds how deep attributions are followed inside contents.
const maxDepth = 6

// paragraphs reads each block of [from, to) that says something. parent is the
// finding whose content they are, -1 if the report itself speaks.
func (s *scanner) paragraphs(from, to, parent int) {
	for b := from; b < to; b++ {
		if !s.doc.Blocks[b].Says() {
			continue
		}
		toks := s.spoken(b)
		if who, ok := s.answerOf[b]; ok && toks[0] < toks[1] && parent < 0 {
			s.answer(b, toks, who, parent)
			continue
		}
		s.read(toks[0], toks[1], parent, 0)
	}
}

// spoken is the tokens of block b behind its dateline.
func (s *scanner) spoken(b int) [2]int {
	span := s.doc.Blocks[b].Span
	n, _ := s.dateline(span.Of(s.doc.Text))
	span.Start += n
	return s.tokensOf(span)
}

// spokenBlocks is the tokens of every block that says something.
func (s *scanner) spokenBlocks() [][2]int {
	var blocks [][2]int
	for b, block := range s.doc.Blocks {
		if !block.Says() {
			continue
		}
		if toks := s.spoken(b); toks[0] < toks[1] {
			blocks = append(blocks, toks)
		}
	}
	return blocks
}

// read finds the attributions of tokens [first, last) and, inside their
// contents, those that are nested.
func (s *scanner) read(first, last, parent, depth int) {
	if first >= last || depth >= maxDepth {
		return
	}
	p := s.passageOf(first, last)
	if depth > 0 {
		p = s.withinContent(first, last)
	}
	n := len(s.found)
	if lang := s.languageOf(); lang != nil {
		p.foreign(parent, lang)
	} else if s.known() {
		p.sentences(parent)
	}
	p.looseQuotes(parent, n)
	s.nested(n, depth)
}

// nested reads the contents of the findings from n on.
func (s *scanner) nested(n, depth int) {
	last := len(s.found)
	within := s.within(n)
	for i := n; i < last; i++ {
		from := len(s.found)
		for _, c := range s.found[i].content {
			if !s.passedOn(c, within[i-n]) && !s.claimed(c, from) {
				s.inside(c, i, depth+1)
			}
		}
	}
}

// within lists for each finding from n on the findings nested in it so far.
func (s *scanner) within(n int) [][]int {
	nested := make([][]int, len(s.found)-n)
	for i := n; i < len(s.found); i++ {
		if parent := s.found[i].parent; parent >= n {
			nested[parent-n] = append(nested[parent-n], i)
		}
	}
	return nested
}

// passedOn tells whether one of the findings nested in another has the piece
// for its content as a whole, so that what is in it is read there.
func (s *scanner) passedOn(piece [2]int, nested []int) bool {
	for _, i := range nested {
		if covers(s.found[i].content, piece) {
			return true
		}
	}
	return false
}

// inside reads a piece of the content of finding i: its own words, and then
// the quotations in it that nobody else is found to speak.
func (s *scanner) inside(piece [2]int, i, depth int) {
	n := len(s.found)
	if q := s.quoteAt(piece); q < 0 {
		s.read(piece[0], piece[1], i, depth)
	}
	end := piece[0]
	for _, q := range s.byStart[s.firstQuote(piece[0]):] {
		at, in := s.quoteToks[q], s.innerToks[q]
		if at[0] >= piece[1] {
			break
		}
		if at[0] < end || at[1] > piece[1] || s.claimed(at, n) {
			continue
		}
		end = at[1]
		s.read(in[0], in[1], i, depth)
	}
}

// quoteAt is the quotation that is the whole of a piece, -1 if none.
func (s *scanner) quoteAt(piece [2]int) int {
	for _, q := range s.byStart[s.firstQuote(piece[0]):] {
		if s.quoteToks[q] == piece {
			return q
		}
		if s.quoteToks[q][0] > piece[0] {
			break
		}
	}
	return -1
}

// firstQuote is the place in byStart of the first quotation at or after token t.
func (s *scanner) firstQuote(t int) int {
	return sort.Search(len(s.byStart), func(i int) bool { return s.quoteToks[s.byStart[i]][0] >= t })
}

// claimed tells whether a finding from n on has the tokens in its content.
func (s *scanner) claimed(at [2]int, n int) bool {
	for _, f := range s.found[n:] {
		if covers(f.content, at) {
			return true
		}
	}
	return false
}

// sentences reads each sentence of a passage. A quotation that stands as a
// sentence of its own belongs to none.
func (p *passage) sentences(parent int) {
	if p.examined(parent) {
		return
	}
	for a := 0; a < len(p.u); {
		b := a + 1
		for b < len(p.u) && !p.u[b].begins && !(p.mark(b, ";") && p.heardBehind(b)) {
			b++
		}
		c := clause{passage: p, from: a, to: p.trimEnd(a, b), parent: parent}
		if c.read(); c.turned {
			return // the rest is in the turn, and is read there
		}
		if a = b; p.mark(a, ";") && !p.u[a].begins {
			a++
		}
	}
}

// heardBehind tells whether what stands behind the semicolon at unit i has
// somebody of its own who says it: "C, says S; C2, says S2", "according to S, C;
// according to S2, C2". What only goes on in the words of S does not.
func (p *passage) heardBehind(i int) bool {
	end := i + 1
	for end < len(p.u) && !p.u[end].begins && !p.mark(end, ";") {
		end++
	}
	if p.word(i+1) == "according" && p.word(i+2) == "to" {
		return true
	}
	for v := i + 2; v < end; v++ {
		f, ok := p.verb(v)
		if ok && f.takes("q") && f.forms&(formThird|formPast) != 0 && p.mark(v-1, ",") && !p.isQuote(v-2) && p.sourceAfter(v+1, end) >= end-1 {
			return true
		}
	}
	return p.turnsToOther(i+1, end)
}

// trimEnd drops the full stop of a sentence.
func (p *passage) trimEnd(a, b int) int {
	for b > a && (p.mark(b-1, ".?!…") || p.mark(b-1, ")") && p.openBracket(b-1, a) < 0) {
		b--
	}
	return b
}
