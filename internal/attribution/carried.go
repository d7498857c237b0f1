package attribution

import (
	"hearsay"
	"hearsay/internal/text"
)

// carried attributes a quotation that ends with a comma, and the clause behind
// it has nothing else to carry: “C,” S went on; “C,” deadpanned S. The verb may
// be any, since writers put what is done in saying it for the saying.
func (p *passage) carried(i, parent int) bool {
	from := i + 1
	switch {
	case p.mark(from, ","):
		from++
	case p.quoteEnd(i) == ',':
	case (p.quoteEnd(i) == '?' || p.quoteEnd(i) == '!') && from < len(p.u) && !p.u[from].begins && !p.capital(from):
	case p.ownTag(i, from):
	default:
		return false
	}
	hi := from
	for hi < len(p.u) && (!p.u[hi].begins || hi == from) && !p.isQuote(hi) {
		hi++
	}
	hi = p.trimEnd(from, hi)
	source, cue := p.sayerFirst(from, hi)
	if source.empty() {
		source, cue = p.verbFirst(from, hi)
	}
	if source.empty() {
		return false
	}
	k := finding{source: p.pieces(source), cue: p.pieces(cue), content: p.pieces(run{i, i + 1}), stance: hearsay.Asserts, parent: parent, score: scoreCueless}
	if p.quoteEnd(i) == '?' {
		k.stance = hearsay.Questions
	}
	k.hedged = p.hedgedPieces(k.content)
	return p.add(k) >= 0
}

// ownTag tells “C?” I ask: the capital of "I" begins no sentence there, if a verb
// of saying is all that follows.
func (p *passage) ownTag(i, from int) bool {
	if end := p.quoteEnd(i); end != '?' && end != '!' || p.word(from) != "i" {
		return false
	}
	f, ok := p.verb(from + 1)
	if !ok || !f.takes("q") {
		return false
	}
	at := from + 2
	if w := p.word(at); accusative(w) || w == "her" {
		at++ // I asked her
	}
	return at >= len(p.u) || p.mark(at, ".,") || p.u[at].begins || p.isQuote(at) || p.tag(at) == text.ADV
}

// sayerFirst reads "S went on", and what of manner and place comes behind it.
func (p *passage) sayerFirst(from, hi int) (source, cue run) {
	e := p.npEnd(from, hi, true)
	if e == from || !p.sayer(from, e) {
		return run{}, run{}
	}
	v := e
	for v < hi && p.tag(v) == text.ADV {
		v++
	}
	if v >= hi || p.tag(v) != text.VERB || !p.soloVerb(v, hi) {
		return run{}, run{}
	}
	return run{from, e}, run{v, p.particle(v+1, hi)}
}

// verbFirst reads "chimed in S".
func (p *passage) verbFirst(from, hi int) (source, cue run) {
	if from >= hi || p.tag(from) != text.VERB {
		return run{}, run{}
	}
	at := p.particle(from+1, hi)
	e := p.npEnd(at, hi, true)
	if e == at || !p.sayer(at, e) || p.word(at) == "him" || p.word(at) == "her" || p.word(at) == "them" {
		return run{}, run{}
	}
	if e < hi && p.tag(e) == text.VERB {
		return run{}, run{}
	}
	return run{at, e}, run{from, at}
}

// particle is the end of the particle of a verb at unit i: went on, chimed in.
func (p *passage) particle(i, hi int) int {
	if i < hi {
		switch p.word(i) {
		case "on", "in", "out", "up", "back", "off", "away":
			return i + 1
		}
	}
	return i
}

// sayer tells whether units [from, to) are somebody.
func (p *passage) sayer(from, to int) bool {
	if p.timePhrase(from, to) > from {
		return false
	}
	w := p.word(from)
	return p.tag(from) == text.PROPN || w == "he" || w == "she" || w == "they" || w == "i" || w == "we" || p.teller(p.word(to-1)) || p.tag(to-1) == text.PROPN
}

// soloVerb tells whether nothing behind the verb at unit v is its object: "S
// smiled at the bench", and not "S ate the pie".
func (p *passage) soloVerb(v, hi int) bool {
	i := p.particle(v+1, hi)
	if i >= hi {
		return true
	}
	switch p.tag(i) {
	case text.ADP, text.ADV, text.PUNCT, text.SCONJ, text.CCONJ, text.PART:
		return true
	case text.PRON:
		return p.word(i) == "me" || p.word(i) == "him" || p.word(i) == "her" || p.word(i) == "them" || p.word(i) == "us"
	}
	return false
}
