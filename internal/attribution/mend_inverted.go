package attribution

import "hearsay/internal/text"

// sayerBehind gives “C?” asked S its source, where S was taken for a part of what
// is asked: a quotation, a verb right behind it, and somebody behind that.
func (s *scanner) sayerBehind(f *finding) {
	if len(f.source) > 0 || len(f.cue) != 1 || len(f.content) < 2 {
		return
	}
	from, behind := f.cue[0][0]-1, f.cue[0][1]
	if from > 0 && s.low[from] == "," {
		from--
	}
	if from < 0 || s.doc.Tokens[from].Kind != text.CloseQuote || s.tags[f.cue[0][0]] != text.VERB {
		return
	}
	for k, piece := range f.content {
		if piece[0] != behind || s.doc.Tokens[piece[0]].Quote >= 0 {
			continue
		}
		p := s.passageOf(piece[0], piece[1])
		e := p.npEnd(0, len(p.u), true)
		if tag := p.tag(0); e == 0 || p.timePhrase(0, e) > 0 || tag != text.DET && tag != text.PROPN && tag != text.NOUN && !nominative(p.word(0)) {
			return
		}
		f.source = [][2]int{p.tokens(run{0, e})}
		f.content = append(f.content[:k:k], f.content[k+1:]...)
		return
	}
}
