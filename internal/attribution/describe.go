package attribution

import (
	"sort"

	"hearsay"
	"hearsay/internal/text"
)

// describe makes a finding of what the model alone found: the verb, noun or
// adjective that carries the cue tells its stance.
func (r *revision) describe(x *modelled) finding {
	f := finding{source: x.source, cue: x.cue, content: x.content, stance: hearsay.Asserts, score: r.scored(x)}
	p, at := r.around(x.cue[0])
	source := p.runOf(x.source)
	v := p.carrier(at)
	switch form, ok := p.verb(v); {
	case ok:
		g := p.verbGroup(v, 0)
		k := p.complement(v, len(p.u), form)
		k.frame, k.from = p.frameOf(x, k)
		p.stance(&f, form, g, k, source)
		f.via = p.relays(k, form)
		f.medium = k.medium
	default:
		f.stance = p.namedStance(at, x)
		f.hedged = f.stance == hearsay.Supposes || r.hedgedPieces(f.content)
	}
	if f.medium == "" && !source.empty() {
		f.medium = p.mediumOf(source)
	}
	return f
}

// around gives the passage of the block that holds a piece, and the units of
// the piece.
func (r *revision) around(piece [2]int) (passage, run) {
	b := sort.Search(len(r.v.blocks)-1, func(b int) bool { return r.v.blocks[b][1] > piece[0] })
	if r.page.scanner == nil || r.pageOf != b {
		r.page, r.pageOf = r.passageOf(r.v.blocks[b][0], r.v.blocks[b][1]), b
	}
	return r.page, r.page.runOf([][2]int{piece})
}

// runOf is the units that hold the first of some pieces, empty if there is none.
func (p *passage) runOf(pieces [][2]int) run {
	if len(pieces) == 0 {
		return run{}
	}
	from := sort.Search(len(p.u), func(i int) bool { return p.u[i].last > pieces[0][0] })
	to := sort.Search(len(p.u), func(i int) bool { return p.u[i].first >= pieces[0][1] })
	return run{from, max(from, to)}
}

// carrier is the verb of the lexicon that stands last in a cue, -1 if none.
func (p *passage) carrier(cue run) int {
	for i := cue.to - 1; i >= cue.from; i-- {
		if _, ok := p.verb(i); ok {
			return i
		}
	}
	return -1
}

// frameOf is how the content hangs on its cue.
func (p *passage) frameOf(x *modelled, k complement) (byte, int) {
	at := p.runOf(x.content)
	switch w := p.word(at.from); {
	case p.isQuote(at.from):
		return frameQuote, at.from
	case w == "to":
		return frameTo, at.from
	case p.word(at.from-1) == ":":
		return frameColon, at.from
	case w == "that" || p.asksWhether(at.from) || p.hasVerb(at.from, at.to):
		return frameClause, at.from
	case p.tag(at.from-1) == text.ADP:
		return framePrep, at.from
	}
	return frameObject, at.from
}

// namedStance is the stance of a cue without a verb of the lexicon.
func (p *passage) namedStance(cue run, x *modelled) hearsay.Stance {
	for i := cue.to - 1; i >= cue.from; i-- {
		if n, ok := p.lex.nouns[p.word(i)]; ok {
			return n.stance
		}
		if stance, ok := p.lex.adjectives[p.word(i)]; ok {
			return stance
		}
	}
	content := p.runOf(x.content)
	switch w := p.word(content.from); {
	case w == "to" && p.tag(content.from+1) == text.VERB:
		return hearsay.Intends
	case w == "whether" || w == "if":
		return hearsay.Questions
	}
	return hearsay.Asserts
}
