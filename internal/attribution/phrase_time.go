package attribution

import "hearsay/internal/text"

// timeWord tells whether unit i is a word of time: a weekday, "yesterday".
func (p *passage) timeWord(i int) bool {
	w := p.word(i)
	switch p.tag(i) {
	case text.PROPN, text.NOUN, text.ADV, text.ADJ, text.NUM:
		if p.lex.sets["weekday"].has(w) || w == "yesterday" || w == "today" || w == "tonight" {
			return true
		}
		return p.lex.sets["month"].has(w) && w != "may" && p.capital(i) && !p.firstNamed(i)
	}
	return false
}

// firstNamed tells the month at i from somebody's first name: "pilot Jan Voss".
func (p *passage) firstNamed(i int) bool {
	switch p.word(i) {
	case "jan", "april", "june", "august":
	default:
		return false
	}
	before := p.tag(i - 1)
	return i+1 < len(p.u) && p.tag(i+1) == text.PROPN && p.capital(i+1) && (i == 0 || before != text.ADP && before != text.NUM)
}

// timePhrase is the end of an expression of time that begins at i, or i.
func (p *passage) timePhrase(i, hi int) int {
	k := i
	switch p.word(i) {
	case "on", "in", "by", "since", "late", "early", "earlier", "later":
		k++
		if k-1 == i && p.tag(i) != text.ADP && (p.word(k) == "on" || p.word(k) == "in") {
			k++
		}
	}
	switch p.word(k) {
	case "last", "this", "that", "next", "the", "earlier", "every", "one", "a":
		k++
		if p.word(k) == "same" || p.word(k) == "previous" || p.word(k) == "following" || p.word(k) == "past" {
			k++
		}
	}
	if k < hi && (p.timeWord(k) || p.lex.sets["timenoun"].has(p.word(k)) && k > i) {
		k++
		for k < hi && (p.timeWord(k) || p.lex.sets["timenoun"].has(p.word(k)) || p.tag(k) == text.NUM || p.word(k) == "ago" || p.word(k) == "later" || p.word(k) == "earlier") {
			k++
		}
		return k
	}
	if k == i && p.tag(i) == text.ADV && p.lex.sets["time"].has(p.word(i)) {
		return i + 1
	}
	if p.tag(i) == text.NUM && p.lex.sets["timenoun"].has(p.word(i+1)) && (p.word(i+2) == "ago" || p.word(i+2) == "later" || p.word(i+2) == "earlier") {
		return i + 3
	}
	return i
}

// adjunct tells whether the preposition at i opens a phrase of circumstance
// rather than one that belongs to the noun before it.
func (p *passage) adjunct(i int) bool {
	switch p.word(i) {
	case "on":
		return p.tag(i+1) != text.NOUN || p.timeWord(i+1) || p.lex.sets["timenoun"].has(p.word(i+1))
	case "during", "after", "before", "outside", "as", "via", "through", "following", "amid", "while", "when":
		return true
	case "by":
		return p.mediumNoun(i-1) == ""
	case "in", "at", "from":
		e := p.npEnd(i+1, min(len(p.u), i+8), false)
		return e > i+1 && p.mediumNoun(e-1) != ""
	}
	return false
}
