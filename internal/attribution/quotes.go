package attribution

import (
	"sort"

	"hearsay"
	"hearsay/internal/text"
)

// lookBack bounds how many findings are looked through for the speaker of a
// quotation, and so the work done on a text of nothing but quotations.
const lookBack = 200

// looseQuotes attributes the quotations of a passage that no sentence has
// claimed. found is where the findings of this passage begin.
func (p *passage) looseQuotes(parent, found int) {
	for i := range p.u {
		if !p.isQuote(i) || p.used[p.u[i].quote] {
			continue
		}
		if p.carried(i, parent) {
			p.markUsed(p.tokens(run{i, i + 1}))
			continue
		}
		if !p.standsAlone(i) {
			continue
		}
		if p.goesOnWith(i, parent) || p.signed(i, parent) || p.signedBelow(i, parent) || p.joinsNeighbour(i, found) || p.followsColon(i, parent) || p.followsActor(i, parent) || p.untold(i, parent) {
			p.markUsed(p.tokens(run{i, i + 1}))
		}
	}
}

// untold keeps an utterance of which no words say who speaks: names finds out
// from the dialogue that it stands in, or drops it.
func (p *passage) untold(i, parent int) bool {
	if parent >= 0 && parent != p.frame {
		return false
	}
	k := finding{content: p.pieces(run{i, i + 1}), stance: hearsay.Asserts, parent: parent, score: scoreCueless}
	if p.quoteEnd(i) == '?' {
		k.stance = hearsay.Questions
	}
	k.hedged = p.hedgedPieces(k.content)
	return p.add(k) >= 0
}

// standsAlone tells whether quotation unit i is a sentence, or several, of its
// own.
func (p *passage) standsAlone(i int) bool {
	if i > 0 && !p.u[i].begins && !p.isQuote(i-1) && !p.mark(i-1, ".:?!") {
		return false
	}
	if i+1 < len(p.u) && !p.u[i+1].begins && !p.isQuote(i+1) && !p.mark(i+1, ".—–-―") {
		return false
	}
	return p.speech(i) || p.doc.Quotes[p.u[i].quote].Block
}

// goesOnWith adds a quotation that is the continuation of one in the paragraph
// before to its finding.
func (p *passage) goesOnWith(i, parent int) bool {
	q := p.u[i].quote
	if q == 0 || !p.doc.Quotes[q].Continues {
		return false
	}
	for prev := q - 1; prev >= 0; prev-- {
		if p.doc.Quotes[prev].Depth == p.doc.Quotes[q].Depth {
			return p.extend(p.holder(prev, parent), i)
		}
	}
	return false
}

// holder is the outermost finding whose content holds quotation q, -1 if none.
func (s *scanner) holder(q, parent int) int {
	for i := len(s.found) - 1; i >= max(0, len(s.found)-lookBack); i-- {
		if s.found[i].parent == parent && covers(s.found[i].content, s.quoteToks[q]) {
			return i
		}
	}
	return -1
}

// extend adds unit i to the content of finding f.
func (p *passage) extend(f, i int) bool {
	if f < 0 {
		return false
	}
	p.found[f].content = append(p.found[f].content, p.tokens(run{i, i + 1}))
	sortPieces(p.found[f].content)
	p.found[f].hedged = p.found[f].hedged || p.hedgedPieces(p.found[f].content)
	return true
}

// joinsNeighbour adds a quotation to the finding of the quotation beside it in
// the same paragraph: “C1,” S said. “C2.”
func (p *passage) joinsNeighbour(i, found int) bool {
	at := p.tokens(run{i, i + 1})
	best, gap := -1, 1<<30
	for f := max(found, len(p.found)-lookBack); f < len(p.found); f++ {
		if !p.quoted(f) {
			continue
		}
		first, last := p.start(f), p.end(f)
		switch {
		case last <= at[0] && at[0]-last < gap:
			best, gap = f, at[0]-last
		case first >= at[1] && first-at[1] < min(gap, 3):
			best, gap = f, first-at[1]
		}
	}
	if best < 0 || gap > 40 {
		return false
	}
	if p.end(best) <= at[0] && p.sentenceBetween(p.end(best), at[0]) {
		return false
	}
	return p.extend(best, i)
}

// quoted tells whether finding f holds an utterance between quotation marks.
func (s *scanner) quoted(f int) bool {
	for _, c := range s.found[f].content {
		for t := c[0]; t < c[1]; t++ {
			if s.doc.Tokens[t].Kind == text.OpenQuote {
				return len(s.found[f].source) > 0
			}
		}
	}
	return false
}

// end is the token after the last one of finding f.
func (s *scanner) end(i int) int {
	f := &s.found[i]
	last := 0
	for _, part := range [][][2]int{f.source, f.cue, f.content} {
		for _, piece := range part {
			last = max(last, piece[1])
		}
	}
	return last
}

// sentenceBetween tells whether a whole sentence stands in tokens [from, to).
func (s *scanner) sentenceBetween(from, to int) bool {
	for t := from; t+1 < to; t++ {
		i := s.doc.SentenceAt(t)
		if i >= 0 && s.doc.Sentences[i].First == t && t > from && s.doc.Sentences[i].Last <= to {
			return true
		}
	}
	return false
}

// followsColon attributes a quotation that opens a paragraph, or stands in a
// block of its own, to the speaker of the paragraph before: where that one
// ended with a colon, or quoted the same speaker.
func (p *passage) followsColon(i, parent int) bool {
	if i != 0 {
		return false
	}
	if p.announced(i, parent) {
		return true
	}
	last := p.lastSpeaker(p.u[0].first, parent)
	if last < 0 {
		return false
	}
	f := p.found[last]
	if !p.doc.Quotes[p.u[i].quote].Block && !p.quoted(last) {
		return false
	}
	k := finding{source: f.source, content: p.pieces(run{i, i + 1}), stance: hearsay.Asserts, medium: f.medium, via: f.via, parent: parent, score: scoreCueless}
	k.hedged = p.hedgedPieces(k.content)
	return p.add(k) >= 0
}

// announced attributes a quotation that opens a paragraph to the speaker of the
// words "S said:" that end the paragraph before.
func (p *passage) announced(i, parent int) bool {
	b := p.blockBefore(p.u[0].first)
	if b < 0 {
		return false
	}
	at := p.tokensOf(p.doc.Blocks[b].Span)
	if at[1] <= at[0] || p.low[at[1]-1] != ":" {
		return false
	}
	prev := p.passageOf(at[0], at[1])
	hi, lo := len(prev.u), len(prev.u)-1
	for lo > 0 && !prev.u[lo].begins {
		lo--
	}
	for v := hi - 2; v > lo; v-- {
		f, ok := prev.verb(v)
		if !ok || !f.takes("q") {
			continue
		}
		c := clause{passage: &prev, from: lo, to: hi, parent: parent, last: -1}
		g := prev.verbGroup(v, lo)
		source, _, ok := c.sourceOf(v, lo, f, g)
		if !ok || g.passive {
			continue
		}
		k := finding{
			source: prev.pieces(source), cue: prev.pieces(run{g.from, v + 1}), content: p.pieces(run{i, i + 1}),
			medium: prev.mediumIn(v+1, hi), parent: parent, score: scoreCueless,
		}
		prev.stance(&k, f, g, complement{frame: frameQuote, from: v}, source)
		return !p.overlapsFound(k) && p.add(k) >= 0
	}
	return false
}

// overlapsFound tells whether the source or cue of k is inside the content of
// another finding of the same level.
func (s *scanner) overlapsFound(k finding) bool {
	for i := len(s.found) - 1; i >= max(0, len(s.found)-lookBack); i-- {
		if s.found[i].parent == k.parent && len(k.cue) > 0 && covers(s.found[i].content, k.cue[0]) {
			return true
		}
	}
	return false
}

// mediumIn is the first medium named in units [i, j).
func (p *passage) mediumIn(i, j int) string {
	for ; i < j; i++ {
		if m := p.mediumNoun(i); m != "" {
			return m
		}
	}
	return ""
}

// signed reads “C.” followed by a dash and a name that ends the paragraph.
func (p *passage) signed(i, parent int) bool {
	if i+2 >= len(p.u) || !p.mark(i+1, "—–-―") && p.word(i+1) != "--" {
		return false
	}
	e := p.npEnd(i+2, len(p.u), true)
	if e == i+2 || !p.capital(i+2) || e < len(p.u) && !p.mark(e, ",.(") {
		return false
	}
	k := finding{source: p.pieces(run{i + 2, e}), cue: p.pieces(run{i + 1, i + 2}), content: p.pieces(run{i, i + 1}), stance: hearsay.Asserts, parent: parent, score: scoreCueless}
	k.hedged = p.hedgedPieces(k.content)
	return p.add(k) >= 0
}

// signedBelow reads “C.” as a paragraph, and a dash and a name as the next.
func (p *passage) signedBelow(i, parent int) bool {
	if i+1 != len(p.u) {
		return false
	}
	b := p.blockOf(p.u[i].first) + 1
	if b <= 0 || b >= len(p.doc.Blocks) || p.doc.Blocks[b].Span.Len() > longestSignOff {
		return false
	}
	at := p.tokensOf(p.doc.Blocks[b].Span)
	q := p.passageOf(at[0], at[1])
	if len(q.u) < 2 || !q.mark(0, "—–―") && q.word(0) != "--" {
		return false
	}
	e := q.npEnd(1, len(q.u), true)
	if e == 1 || !q.capital(1) || e < len(q.u) && !q.mark(e, ",.(") {
		return false
	}
	k := finding{source: q.pieces(run{1, e}), cue: q.pieces(run{0, 1}), content: p.pieces(run{i, i + 1}), stance: hearsay.Asserts, parent: parent, score: scoreCueless}
	k.hedged = p.hedgedPieces(k.content)
	return p.add(k) >= 0
}

// longestSignOff is how many bytes a line has at most that signs a quotation.
const longestSignOff = 120

// lastSpeaker is the last finding with a source in the paragraph before token
// t, -1 if there is none or more than one speaker.
func (s *scanner) lastSpeaker(t, parent int) int {
	b := s.blockBefore(t)
	if b < 0 {
		return -1
	}
	span := s.doc.Blocks[b].Span
	for i := len(s.found) - 1; i >= max(0, len(s.found)-lookBack); i-- {
		f := &s.found[i]
		if f.parent != parent || len(f.source) == 0 {
			continue
		}
		if at := s.doc.Span(s.start(i), s.end(i)); span.Overlaps(at) && at.Start < s.doc.Span(t, t+1).Start {
			if f.stance == hearsay.Questions || f.score <= scoreObject {
				continue
			}
			return i
		}
	}
	return -1
}

// blockBefore is the block before the one that holds token t, if it says
// something; -1 otherwise.
func (s *scanner) blockBefore(t int) int {
	at := int(s.doc.Tokens[t].Start)
	b := sort.Search(len(s.doc.Blocks), func(b int) bool { return s.doc.Blocks[b].Span.End > at })
	if b == len(s.doc.Blocks) || b == 0 || !s.doc.Blocks[b-1].Says() {
		return -1
	}
	return b - 1
}

// followsActor attributes a quotation after a short sentence about a person to
// that person: She laughed. “Who else will they find?”
func (p *passage) followsActor(i, parent int) bool {
	a := i - 1
	for a > 0 && !p.u[a].begins {
		a--
	}
	if a < 0 || i-a > 9 || p.isQuote(a) {
		return false
	}
	e := p.npEnd(a, i, false)
	w := p.word(a)
	if e == a || w != "he" && w != "she" && w != "they" && p.tag(a) != text.PROPN || p.tag(e) != text.VERB {
		return false
	}
	if f := p.lex.verbs[p.word(e)]; f.verb != nil && !f.takes("q") {
		return false
	}
	k := finding{source: p.pieces(run{a, e}), content: p.pieces(run{i, i + 1}), stance: hearsay.Asserts, parent: parent, score: scoreCueless}
	if p.quoteEnd(i) == '?' {
		k.stance = hearsay.Questions
	}
	return p.add(k) >= 0
}
