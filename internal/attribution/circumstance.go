package attribution

import "hearsay/internal/text"

// circumstance is the end of an adverb, time or prepositional phrase at i that
// can stand between a cue and its content; i if there is none.
func (p *passage) circumstance(c *complement, i, hi int) int {
	if e := p.timePhrase(i, hi); e > i {
		return e
	}
	switch p.tag(i) {
	case text.ADV:
		if w := p.word(i); w == "when" || w == "where" || w == "while" {
			return i
		}
		return i + 1
	case text.ADP:
		return p.prepositional(c, i, hi)
	case text.PUNCT:
		if e := p.insertion(c, i, hi); e > i {
			return e
		}
	}
	switch p.word(i) {
	case "back", "out", "up", "down", "to":
		if p.word(i) == "to" {
			return p.prepositional(c, i, hi)
		}
		return i + 1
	case "after", "when", "while", "before", "as":
		return i
	}
	return i
}

// prepositional steps over a phrase like "in a statement on Monday", and notes
// a medium that it names.
func (p *passage) prepositional(c *complement, i, hi int) int {
	k := i + 1
	for k < hi && p.tag(k) == text.ADP {
		k++
	}
	if k < hi && p.tag(k) == text.VERB && participle(p.word(k)) { // before turning the knife
		k++
	}
	e := p.npEnd(k, hi, false)
	if e == k {
		return i
	}
	end := p.reducedRelative(e, hi)
	if end == e && p.mediumNoun(e-1) != "" {
		end = p.handedRelative(e, hi)
	}
	if m := p.mediumNoun(e - 1); m != "" && (p.word(i) == "in" || p.word(i) == "on" || p.word(i) == "via" || p.word(i) == "through" || p.word(i) == "during" || p.word(i) == "at") {
		c.medium = m
		if c.cueEnd == i && m == "statement" {
			c.cueEnd = e
		}
	}
	return end
}

// reducedRelative is the end of "carried by N" and "seen by N" at i, i if there
// is none.
func (p *passage) reducedRelative(i, hi int) int {
	by := i + 1
	if w := p.word(by); (w == "in" || w == "into") && languageName(p.word(by+1)) {
		by += 2
	}
	if w := p.word(by); w == "from" && languageName(p.word(by+1)) {
		by += 2
	}
	by = p.timePhrase(by, hi)
	if handOf(p.word(i)) == "" || p.word(by) != "by" {
		return i
	}
	if e := p.npEnd(by+1, hi, true); e > by+1 {
		return e
	}
	return i
}

// handedRelative is the end of "that was translated by N" and "that N put into
// English" at i, i if there is none.
func (p *passage) handedRelative(i, hi int) int {
	if w := p.word(i); w != "that" && w != "which" {
		return i
	}
	k := i + 1
	for p.tag(k) == text.AUX || p.tag(k) == text.ADV {
		k++
	}
	if e := p.reducedRelative(k, hi); k > i+1 && e > k {
		return e
	}
	e := p.npEnd(i+1, hi, true)
	v := e
	for p.tag(v) == text.AUX || p.tag(v) == text.ADV {
		v++
	}
	if e == i+1 || handOf(p.word(v)) == "" || p.word(v) == "read" {
		return i
	}
	v++
	if w := p.word(v); (w == "into" || w == "in") && languageName(p.word(v+1)) {
		v += 2
	}
	return p.timePhrase(v, hi)
}

// insertion steps over ", in a letter," before a content.
func (p *passage) insertion(c *complement, i, hi int) int {
	passive := p.tag(i+1) == text.VERB && participle(p.word(i+1)) || p.word(i+1) == "which" || p.word(i+1) == "who"
	if p.mark(i, "—–") {
		if end := p.clauseStop(i+1, hi); end-i <= 16 && p.mark(end, "—–") && (p.word(end+1) == "that" || p.isQuote(end+1)) {
			return end + 1
		}
		return i
	}
	if !p.mark(i, ",") || !passive && p.tag(i+1) != text.ADP && p.tag(i+1) != text.ADV && p.tag(i+1) != text.SCONJ {
		return i
	}
	end := p.clauseStop(i+1, hi)
	if end >= hi || !p.mark(end, ",") || end-i > 16 || p.hasFinite(i+1, end) && p.tag(i+1) != text.SCONJ && !passive {
		return i
	}
	if p.word(end+1) == "that" || p.isQuote(end+1) {
		p.prepositional(c, i+1, end)
		return end + 1
	}
	return i
}
