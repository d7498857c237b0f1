package attribution

import (
	"hearsay"
	"hearsay/internal/text"
)

func (p *passage) spanOf(r run) hearsay.Span {
	t := p.tokens(r)
	return p.doc.Span(t[0], t[1])
}

// relays are the go-betweens of a cue: the publication that was told.
func (p *passage) relays(k complement, f verbForm) []hearsay.Via {
	if k.hearer.empty() || f.lemma != "tell" && f.lemma != "inform" && f.lemma != "assure" {
		return nil
	}
	h := k.hearer
	switch first := p.word(h.from); first {
	case "me", "us", "this", "our", "my", "him", "her", "them", "you":
		return nil // the report's own publisher, or no publication
	case "the", "a", "an":
		if h.to-h.from == 2 && p.lex.sets["outletnoun"].has(p.word(h.from+1)) && !p.capital(h.from+1) {
			return p.knownOutlet(h)
		}
	}
	if !p.outletName(h) {
		return nil
	}
	span := p.spanOf(h)
	p.outlets = append(p.outlets, span)
	return []hearsay.Via{{Role: hearsay.RoleRelay, Span: span}}
}

// knownOutlet resolves "told the paper" to the publication named last.
func (p *passage) knownOutlet(h run) []hearsay.Via {
	if n := len(p.outlets); n > 0 {
		return []hearsay.Via{{Role: hearsay.RoleRelay, Span: p.outlets[n-1]}}
	}
	return nil
}

// outletName tells whether a noun phrase names a publication: by a word that
// publications bear, by an agency's name, or by "the" before a name that is
// not an authority's.
func (p *passage) outletName(r run) bool {
	proper := false
	for i := r.from; i < r.to; i++ {
		w := p.word(i)
		if p.tag(i) == text.PROPN || p.capital(i) {
			proper = proper || w != "the"
			if p.lex.sets["agency"].has(w) || p.lex.sets["outletword"].has(w) {
				return true
			}
		}
		if p.lex.sets["official"].has(w) || p.tag(i) == text.NOUN && !p.capital(i) && !p.lex.sets["outletnoun"].has(w) {
			return false
		}
	}
	return proper && p.word(r.from) == "the" && p.capital(r.from)
}

// mediumOf is the medium that the head of a source names: "the letter".
func (p *passage) mediumOf(src run) string {
	e := p.npEnd(src.from, src.to, false)
	if e == src.from {
		return ""
	}
	return p.mediumNoun(e - 1)
}
