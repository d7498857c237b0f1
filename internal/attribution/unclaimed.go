package attribution

import (
	"slices"

	"hearsay"
	"hearsay/internal/text"
)

// unclaimed keeps the utterances that the rules had taken for a part of another
// one, and the model left out of it: “C1.” “C2,” said S. Names finds out who
// speaks them.
func (s *scanner) unclaimed() {
	if !s.english() {
		return
	}
	for i := range s.found {
		if i != s.frame {
			s.lastTurn(&s.found[i])
		}
	}
	taken := s.taken()
	for b := range s.doc.Blocks {
		if !s.doc.Blocks[b].Says() {
			continue
		}
		toks := s.spoken(b)
		if toks[0] >= toks[1] {
			continue
		}
		p := s.passageOf(toks[0], toks[1])
		parent := -1
		if s.frame >= 0 && covers(s.found[s.frame].content, toks) {
			parent = s.frame
		}
		for i := range p.u {
			at := p.tokens(run{i, i + 1})
			if p.isQuote(i) && p.standsAlone(i) && !slices.Contains(taken[at[0]:at[1]], true) {
				s.found = append(s.found, finding{content: p.pieces(run{i, i + 1}), stance: p.stanceAlone(i), parent: parent, score: scoreCueless, model: -1})
			}
		}
	}
}

// lastTurn leaves of two utterances that stand side by side in a paragraph,
// “C1.” “C2,” said S, the one beside the cue: a new quotation is a new turn.
func (s *scanner) lastTurn(f *finding) {
	if len(f.content) == 0 || len(f.cue) == 0 {
		return
	}
	for t := f.cue[0][0] - 2; t >= f.content[0][0]; t-- {
		if !s.inPieces(t, f.content) || !s.inPieces(t+1, f.content) || !s.turnsAfter(t) {
			continue
		}
		for len(f.content) > 0 && f.content[0][1] <= t+1 {
			f.content = f.content[1:]
		}
		f.content[0][0] = max(f.content[0][0], t+1)
		return
	}
}

// turnsAfter tells whether one quotation ends with token t and another begins
// behind it in the same paragraph.
func (s *scanner) turnsAfter(t int) bool {
	if s.doc.Tokens[t].Kind != text.CloseQuote || s.doc.Tokens[t+1].Kind != text.OpenQuote {
		return false
	}
	one, next := s.doc.SentenceAt(t), s.doc.SentenceAt(t+1)
	return one >= 0 && next >= 0 && s.doc.Sentences[one].Block == s.doc.Sentences[next].Block
}

// stanceAlone is that of an utterance of which nothing else is told.
func (p *passage) stanceAlone(i int) hearsay.Stance {
	if p.quoteEnd(i) == '?' {
		return hearsay.Questions
	}
	return hearsay.Asserts
}

// taken tells of each token whether a finding other than the letter that all is
// in has it.
func (s *scanner) taken() []bool {
	taken := make([]bool, len(s.doc.Tokens))
	for i := range s.found {
		if i == s.frame && s.doc.Tokens[s.found[i].content[0][0]].Kind != text.OpenQuote { // unless it is printed as a quotation
			continue
		}
		for _, pieces := range [][][2]int{s.found[i].source, s.found[i].cue, s.found[i].content} {
			for _, piece := range pieces {
				for t := piece[0]; t < piece[1]; t++ {
					taken[t] = true
				}
			}
		}
	}
	return taken
}
