package attribution

import (
	"strings"

	"hearsay/internal/text"
)

// npEnd is the end of the noun phrase that begins at i, at most hi; i if none
// does. With deep, phrases with a preposition are part of it.
func (p *passage) npEnd(i, hi int, deep bool) int {
	start, head := i, false
	for i < hi {
		w := p.word(i)
		switch p.tag(i) {
		case text.PRON:
			if possessivePronoun(w) && !head && !(w == "her" && p.objectHer(i)) {
				i++
				continue
			}
			if head || w == "who" && i > start {
				return p.npTail(start, i, hi, deep)
			}
			return i + 1
		case text.DET, text.ADJ:
			if head && !(deep && p.tag(i) == text.ADJ && p.tag(i+1) == text.ADP) && !p.kindOfPaper(i) {
				return p.npTail(start, i, hi, deep)
			}
			head = head || i+1 < hi && p.nominal(i) && !p.opensNP(i+1)
			i++
		case text.NUM, text.NOUN, text.PROPN, text.SYM:
			if head && (p.timeWord(i) || p.tag(i) == text.NUM && p.word(i) == "one") {
				return p.npTail(start, i, hi, deep)
			}
			head = p.tag(i) != text.NUM || !p.qualified(i+1, hi)
			i++
		case text.PART:
			if w != "'s" && w != "'" {
				return p.npTail(start, i, hi, deep)
			}
			head = false
			i++
		case text.ADV:
			if head || !p.opensNP(i+1) {
				return p.npTail(start, i, hi, deep)
			}
			i++
		case text.VERB:
			if head || i == start || p.tag(i-1) == text.ADV && i-1 == start || !participle(w) {
				return p.npTail(start, i, hi, deep)
			}
			i++
		case text.CCONJ:
			if w == "&" || head && p.tag(i-1) == p.tag(i+1) && p.tag(i+1) == text.PROPN {
				head = false
				i++
				continue
			}
			return p.npTail(start, i, hi, deep)
		default:
			if p.isQuote(i) && !p.speech(i) && i > start && p.tag(i+1) == text.PROPN {
				i++
				continue
			}
			if p.word(i) == "'" && i > start && strings.HasSuffix(p.word(i-1), "s") && p.opensNP(i+1) {
				head = false
				i++
				continue
			}
			if p.mark(i, "-–.") && i > start && i+1 < hi && p.opensNP(i+1) && p.glued(i) {
				i++
				continue
			}
			return p.npTail(start, i, hi, deep)
		}
	}
	return p.npTail(start, i, hi, deep)
}

// objectHer tells the "her" at unit i that owns nothing: "told her the bridge".
func (p *passage) objectHer(i int) bool {
	return !p.opensNP(i+1) || p.tag(i+1) == text.DET || nominative(p.word(i+1))
}

// kindOfPaper tells the adjective between two nouns that says what kind of
// document the second is: "a parish open letter".
func (p *passage) kindOfPaper(i int) bool {
	switch p.word(i) {
	case "open", "public", "internal", "annual", "interim", "final", "joint", "daily", "preliminary", "confidential":
		return p.tag(i) == text.ADJ && p.tag(i-1) == text.NOUN && p.tag(i+1) == text.NOUN && p.mediumNoun(i+1) != ""
	}
	return false
}

// qualified tells whether adjectives and their noun begin at i: "two *unnamed
// employees*".
func (p *passage) qualified(i, hi int) bool {
	k := i
	for k < hi && (p.tag(k) == text.ADJ || p.tag(k) == text.VERB && participle(p.word(k))) {
		k++
	}
	return k > i && k < hi && p.tag(k) == text.NOUN
}

// glued tells whether no space stands on either side of unit i.
func (p *passage) glued(i int) bool {
	a, b, c := p.doc.Tokens[p.u[i-1].last-1], p.doc.Tokens[p.u[i].first], p.doc.Tokens[p.u[i+1].first]
	return a.End == b.Start && b.End == c.Start
}

// npTail extends a noun phrase [start, i) by its prepositional phrases.
func (p *passage) npTail(start, i, hi int, deep bool) int {
	for i > start && !p.nominal(i-1) && p.tag(i-1) != text.ADJ {
		i--
	}
	if !deep || i == start || i >= hi {
		return i
	}
	switch p.word(i) {
	case "of", "for", "from", "with", "at", "in", "on", "near", "behind", "close", "familiar", "inside":
	case "by":
		if p.mediumNoun(i-1) == "" {
			return i
		}
	default:
		return i
	}
	k := i + 1
	for p.tag(k) == text.ADP && k < hi {
		k++
	}
	if k >= hi || p.timeWord(k) || !p.opensNP(k) || p.adjunct(i) {
		return i
	}
	if e := p.npEnd(k, hi, true); e > k {
		return e
	}
	return i
}
