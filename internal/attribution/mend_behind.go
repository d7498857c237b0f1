package attribution

import (
	"hearsay"
	"hearsay/internal/text"
)

// Who stands behind what is told may come in words of their own behind it: "C,
// S said, on the word of T", or "C, the Gazette reported. It cited T."

// vouchers are the nouns of "on the word of T".
var vouchers = setOfWords("word", "authority", "say-so", "testimony", "evidence", "assurance")

// onWordOf reads "on the word of T" at the end of the sentence of finding i: T
// is who said it to the source of i, or, where i is quoted from nobody, alone.
func (s *scanner) onWordOf(i int) {
	f := &s.found[i]
	if len(f.cue) == 0 || len(f.source) == 0 || f.parent >= 0 && f.parent != s.frame {
		return
	}
	sentence := s.doc.SentenceAt(f.cue[0][0])
	if sentence < 0 {
		return
	}
	last := s.doc.Sentences[sentence].Last
	for t := f.cue[0][1]; t+4 < last; t++ {
		if s.low[t] != "on" || s.low[t+1] != "the" || !vouchers[s.low[t+2]] || s.low[t+3] != "of" || s.doc.Tokens[t].Quote >= 0 {
			continue
		}
		p := s.passageOf(t+4, s.withoutMarks(t+4, last))
		if e := p.npEnd(0, len(p.u), true); e > 0 && p.canTell(0, e) {
			s.behind(i, [2]int{t, t + 4}, [2]int{t + 4, p.u[e-1].last})
		}
		return
	}
}

// withoutMarks is where the tokens [first, last) end without the marks behind
// the last word.
func (s *scanner) withoutMarks(first, last int) int {
	for last > first && s.tags[last-1] == text.PUNCT {
		last--
	}
	return last
}

// behind adds the finding that the source stands behind what finding i tells.
// The phrase becomes part of what i tells, as a nested finding must.
func (s *scanner) behind(i int, cue, source [2]int) {
	f := &s.found[i]
	said := make([][2]int, 0, len(f.content))
	for _, piece := range f.content {
		if piece[1] > cue[0] && piece[0] < source[1] { // the phrase has got into it
			piece[1] = cue[0]
		}
		for piece[1] > piece[0] && s.low[piece[1]-1] == "," {
			piece[1]--
		}
		if piece[0] < piece[1] {
			said = append(said, piece)
		}
	}
	if len(said) == 0 || s.claimedBetween(cue[0], source[1]) {
		return
	}
	f.content = append(append([][2]int(nil), said...), [2]int{cue[0], source[1]})
	sortPieces(f.content)
	s.found = append(s.found, finding{source: [][2]int{source}, cue: [][2]int{cue}, content: said,
		stance: hearsay.Asserts, hedged: f.hedged, parent: i, score: scoreLoose, model: -1})
}

// creditsWith are the verbs by which a publication says, in the next sentence, whom
// it has a thing from.
var creditsWith = setOfWords("cited", "cites", "quoted", "quotes", "credited", "credits", "named", "names")

// citedNext reads "the Gazette reported C. It cited T." at the last finding of
// a sentence: T stands behind the Gazette.
func (s *scanner) citedNext(i int) {
	f := &s.found[i]
	if len(f.source) != 1 || len(f.cue) == 0 || f.parent >= 0 && f.parent != s.frame || f.stance != hearsay.Asserts {
		return
	}
	sentence := s.doc.SentenceAt(f.cue[0][0])
	if sentence < 0 || sentence+1 >= len(s.doc.Sentences) || !s.tellsFor(f) || s.holdsNested(i) {
		return
	}
	next := s.doc.Sentences[sentence+1]
	if next.Block != s.doc.Sentences[sentence].Block || s.doc.Tokens[next.First].Quote >= 0 {
		return
	}
	p := s.passageOf(next.First, s.withoutMarks(next.First, next.Last))
	v := p.pointsBack()
	if v == 0 {
		return
	}
	switch {
	case creditsWith[p.word(v)]:
	case p.word(v) == "has" && (p.word(v+1) == "this" || p.word(v+1) == "it" || p.word(v+1) == "that") && p.word(v+2) == "from":
		v += 2
	default:
		return
	}
	e := p.npEnd(v+1, len(p.u), true)
	if e > v+1 && p.mark(e, ",") {
		if stop := p.clauseStop(e+1, len(p.u)); stop == len(p.u) && p.appositive(e+1, stop) {
			e = stop
		}
	}
	if e == v+1 || !p.canTell(v+1, e) && !p.holdsName(v+1, e) || e < len(p.u) && p.word(e) != "as" && !p.mark(e, ",") {
		return
	}
	cue, source := [2]int{p.u[0].first, p.u[v].last}, [2]int{p.u[v+1].first, p.u[e-1].last}
	s.remove(func(o *finding) bool { return within(o, next.First, next.Last) })
	s.behind(s.again(f.cue), cue, source)
}

// holdsName tells whether a proper name stands in the units [from, to).
func (p *passage) holdsName(from, to int) bool {
	for ; from < to; from++ {
		if p.tag(from) == text.PROPN && p.capital(from) && !p.timeWord(from) {
			return true
		}
	}
	return false
}

// again is the finding with that cue, after others were taken out.
func (s *scanner) again(cue [][2]int) int {
	for i := range s.found {
		if len(s.found[i].cue) > 0 && s.found[i].cue[0] == cue[0] {
			return i
		}
	}
	return -1
}

// holdsNested tells whether a finding is nested in finding i.
func (s *scanner) holdsNested(i int) bool {
	for k := range s.found {
		if s.found[k].parent == i {
			return true
		}
	}
	return false
}

// tellsFor tells whether the source of a finding is a publication, by its name
// or by a word for one.
func (s *scanner) tellsFor(f *finding) bool {
	last := f.source[0][1] - 1
	if s.low[last] == "," {
		last--
	}
	return s.publishes(f.source) || s.lex.sets["outletnoun"].has(s.low[last]) || f.medium == "report"
}

// pointsBack is the verb behind a subject that means the publication of the
// sentence before: "It", "The paper", "The Gazette, which broke the news,". It
// is 0 where the sentence begins in another way.
func (p *passage) pointsBack() int {
	v := 0
	switch w := p.word(0); {
	case w == "it":
		v = 1
	case w == "the" && (p.lex.sets["outletnoun"].has(p.word(1)) || p.word(1) == "report" || p.word(1) == "story" || p.word(1) == "article"):
		v = 2
	default:
		e := p.npEnd(0, len(p.u), false)
		if e == 0 || p.publication(run{0, e}).empty() && !p.outletName(run{0, e}) {
			return 0
		}
		v = e
	}
	if p.mark(v, ",") && (p.word(v+1) == "which" || p.word(v+1) == "citing") {
		if v = p.clauseStop(v+1, len(p.u)); !p.mark(v, ",") {
			return 0
		}
		v++
	}
	for p.tag(v) == text.ADV || p.tag(v) == text.AUX {
		v++
	}
	return v
}

// soSays finds "C. So says S." and "C. That is what S says.": the sentence points
// back to the one before, if nobody is found to say that.
func (s *scanner) soSays() {
	for n := 1; n < len(s.doc.Sentences); n++ {
		sent, before := s.doc.Sentences[n], s.doc.Sentences[n-1]
		if sent.Block != before.Block || sent.Last-sent.First < 3 || s.doc.Tokens[sent.First].Quote >= 0 || s.doc.Tokens[before.First].Quote >= 0 {
			continue
		}
		first, last := before.First, s.withoutMarks(before.First, before.Last)
		p := s.passageOf(sent.First, s.withoutMarks(sent.First, sent.Last))
		cue, source := p.pointsAtLast()
		if source.empty() || first >= last || s.touches(first, last) || s.touches(sent.First, sent.Last) {
			continue
		}
		s.found = append(s.found, finding{source: p.pieces(source), cue: p.pieces(cue), content: [][2]int{{first, last}},
			stance: hearsay.Asserts, hedged: s.hedgedPieces([][2]int{{first, last}}), parent: s.frame, score: scoreLoose, model: -1})
	}
}

// pointsAtLast reads "So says S" and "That is what S says" as a whole sentence.
func (p *passage) pointsAtLast() (cue, source run) {
	saying := func(v int) bool {
		f, ok := p.verb(v)
		return ok && f.takes("q") && f.forms&(formThird|formPast|formBase) != 0 && f.stance == hearsay.Asserts
	}
	switch {
	case (p.word(0) == "so" || p.word(0) == "thus") && saying(1):
		if e := p.sourceAfter(2, len(p.u)); e > 2 {
			return run{0, 2}, run{2, e}
		}
	case p.word(0) == "that" && (p.word(1) == "is" || p.word(1) == "'s" || p.word(1) == "was") && (p.word(2) == "what" || p.word(2) == "how"):
		e := p.npEnd(3, len(p.u), true)
		if e > 3 && (saying(e) || p.word(e) == "puts" || p.word(e) == "tells") && e+2 >= len(p.u) {
			return run{e, len(p.u)}, run{3, e}
		}
	}
	return run{}, run{}
}

// touches tells whether a part of any finding lies in the tokens [from, to).
func (s *scanner) touches(from, to int) bool {
	for i := range s.found {
		if i == s.frame {
			continue
		}
		for _, part := range [][][2]int{s.found[i].source, s.found[i].cue, s.found[i].content} {
			for _, piece := range part {
				if piece[0] < to && piece[1] > from {
					return true
				}
			}
		}
	}
	return false
}
