package attribution

import (
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

// contentEnd is where a content that begins at from ends. cue is the verb that
// opened it.
func (p *passage) contentEnd(from, hi int, cue verbForm, frame byte) int {
	end := hi
	for k := from + 1; k < hi; k++ {
		if p.leavesContent(k, from, hi, cue, frame) {
			end = k
			break
		}
	}
	if phrasal(frame) && !p.hasVerb(from, end) {
		end = p.withoutTime(from, end)
	}
	return p.trimRight(from, end)
}

// withoutTime drops an expression of time at the end of a phrase: it tells when
// the source spoke.
func (p *passage) withoutTime(from, end int) int {
	for k := max(from+1, end-5); k < end; k++ {
		if p.timePhrase(k, end) == end && p.word(k) != "by" && p.word(k) != "in" && p.word(k) != "the" && p.word(k) != "a" && p.word(k) != "every" {
			return k
		}
	}
	return end
}

// leavesContent tells whether the reporter's own words go on at unit k.
func (p *passage) leavesContent(k, from, hi int, cue verbForm, frame byte) bool {
	if p.u[k].begins && !p.isQuote(k) {
		return true
	}
	switch {
	case p.mark(k, ",") && p.insertedBeforeThat(k, hi):
		return false
	case p.mark(k, ",") && p.closesRelative(k, from):
		return true
	case p.mark(k, ","):
		n := k + 1
		if w := p.word(n); w == "and" || w == "but" || w == "while" || w == "by" || w == "or" {
			n++
			if p.newReport(n, hi, cue) {
				return true
			}
		}
		if f, ok := p.verb(n); ok && f.forms&formGerund != 0 && f.takes("cq") {
			return p.complement(n, hi, f).from >= 0
		}
		if p.word(k+1) == "according" && p.word(from) == "that" && k == from+1 {
			return false // "said that, according to T, C"
		}
		switch w := p.word(k + 1); w {
		case "though", "although", "according", "citing", "quoted", "translated":
			return true
		case "as":
			if t := p.tag(k + 2); t == text.VERB && participle(p.word(k+2)) || p.asHasIt(k+1, hi) > k+1 {
				return true
			}
		case "but", "while", "so":
			if p.clauseAhead(k+2, hi) {
				return true
			}
		case "in":
			if e := p.npEnd(k+2, hi, false); e > k+2 && p.mediumNoun(e-1) != "" || p.word(e-1) == "remarks" || p.word(e-1) == "comments" {
				return p.reducedRelative(e, hi) > e || p.handedRelative(e, hi) > e
			}
		case "and", "or":
			return phrasal(frame) && (p.clauseAhead(k+2, hi) || p.predicateAgain(k+2, hi))
		}
		return phrasal(frame) && (frame == frameObject && !p.listGoesOn(k, hi) || p.word(k+1) == "which" || p.word(k+1) == "who")
	case p.mark(k, ";"):
		return phrasal(frame) && p.clauseAhead(k+1, hi) || p.newReport(k+1, hi, cue) || p.turnsToOther(k+1, hi)
	case p.tag(k) == text.CCONJ:
		return !p.joinsNouns(k) && p.newReport(k+1, hi, cue) || phrasal(frame) && p.predicateAgain(k+1, hi)
	case phrasal(frame) && k > from+1 && p.subordinates(k):
		return true
	case p.word(k) == "according" && p.word(k+1) == "to":
		return p.word(from) != "that" || k != from+2
	case p.word(k) == "as" && frame == frameObject && cue.verb != nil && cue.stance == hearsay.Denies && cue.takes("a") && p.hasVerb(from, k): // the claim that C as
		return p.isQuote(k+1) || !p.clauseAhead(k+1, hi)
	}
	return false
}

// joinsNouns tells whether the conjunction at k stands inside a compound: "the
// gas and light company".
func (p *passage) joinsNouns(k int) bool {
	if p.tag(k-1) != text.NOUN || p.tag(k+1) != text.NOUN && p.tag(k+1) != text.ADJ || p.tag(k+2) != text.NOUN {
		return false
	}
	return p.tag(k-2) == text.DET
}

// insertedBeforeThat tells whether the comma at k opens or closes an insertion
// between a noun and its "that": "the story, now going round, that".
func (p *passage) insertedBeforeThat(k, hi int) bool {
	if p.word(k+1) == "that" {
		for o := k - 1; o > 0 && k-o < 12; o-- {
			if p.mark(o, ",") {
				_, noun := p.lex.nouns[p.word(o-1)]
				return noun
			}
		}
		return false
	}
	if _, noun := p.lex.nouns[p.word(k-1)]; !noun {
		return false
	}
	end := p.clauseStop(k+1, hi)
	return end < hi && p.mark(end, ",") && p.word(end+1) == "that"
}

// phrasal tells the frames whose content is less than a clause of its own.
func phrasal(frame byte) bool {
	return frame == frameObject || frame == frameTo || frame == framePrep || frame == frameGerund
}

// predicateAgain tells whether at n a further predicate of the cue's subject
// begins: an auxiliary, or a verb in the past.
func (p *passage) predicateAgain(n, hi int) bool {
	for n < hi && p.tag(n) == text.ADV {
		n++
	}
	switch p.tag(n) {
	case text.AUX:
		return p.word(n) != "be" && p.word(n) != "have"
	case text.VERB:
		f := p.lex.verbs[p.word(n)]
		if f.verb != nil {
			return f.forms&formPast != 0 && f.forms&formBase == 0
		}
		return strings.HasSuffix(p.word(n), "ed")
	}
	return false
}

// subordinates tells whether a clause of circumstance begins at k.
func (p *passage) subordinates(k int) bool {
	switch p.word(k) {
	case "during", "following", "amid":
		return p.tag(k) == text.ADP
	case "because", "after", "when", "while", "although", "though", "until", "unless":
		return p.tag(k) == text.SCONJ || p.tag(k) == text.ADP || p.tag(k) == text.ADV
	}
	return false
}

// closesRelative tells whether the comma at k ends the relative clause that the
// content stands in, so that the main verb follows: "S, who said C, left".
func (p *passage) closesRelative(k, from int) bool {
	if t := p.tag(k + 1); t != text.VERB && t != text.AUX || strings.HasSuffix(p.word(k+1), "ing") {
		return false
	}
	for r := from; r > 0 && from-r < 12; r-- {
		if w := p.word(r); w == "who" || w == "which" || w == "whose" {
			return p.mark(r-1, ",")
		}
		if p.mark(r, ",") || p.u[r].begins {
			return false
		}
	}
	return false
}

// listGoesOn tells whether the comma at k stands inside a list of objects.
func (p *passage) listGoesOn(k, hi int) bool {
	return p.opensNP(k+1) && !p.clauseAhead(k+1, hi) || p.word(k+1) == "who" || p.word(k+1) == "which"
}

// newReport tells whether at n the reporter reports something else: "he says",
// or, with the subject of before, "added".
func (p *passage) newReport(n, hi int, cue verbForm) bool {
	k := n
	for k < hi && (p.tag(k) == text.ADV || p.tag(k) == text.PART && k > n || p.word(k) == "did" || p.word(k) == "does") {
		k++
	}
	did := k > n && (p.word(n) == "did" || p.word(n) == "does")
	if w := p.word(n); (w == "would" || w == "could" || w == "will") && p.tag(n+1) == text.PART { // but would not say
		did, k = true, n+2
	}
	if f, ok := p.verb(k); ok && f.takes("cqa") && f.stance != hearsay.Supposes && f.stance != hearsay.Intends && (did || f.forms&formFinite&^formBase != 0) {
		return did && p.complement(k, hi, f).from >= 0 || p.outerForm(f, cue) && p.complement(k, hi, f).from >= 0
	}
	if p.toldAgain(k, hi) {
		return true
	}
	for n < hi && (p.word(n) == "more" || p.word(n) == "fewer" || p.word(n) == "than" || p.word(n) == "about") {
		n++
	}
	e := p.npEnd(n, hi, true)
	if e == n || p.word(n) == "that" {
		return false
	}
	for e < hi && (p.tag(e) == text.AUX || p.tag(e) == text.ADV || p.tag(e) == text.PART) {
		e++
	}
	f, ok := p.verb(e)
	if ok && f.takes("c") && p.word(e+1) == "to" && p.verbGroup(e, n).passive {
		return true
	}
	return ok && f.takes("q") && f.forms&formFinite != 0 && p.outerForm(f, cue) && !p.verbGroup(e, n).passive && p.complement(e, hi, f).from >= 0
}

// turnsToOther tells whether at n, behind a semicolon, somebody else is heard,
// in whatever tense, or counts: "accused them of sabotage; the union says …",
// "says 2,000 marched; police counted 800".
func (p *passage) turnsToOther(n, hi int) bool {
	e := p.npEnd(n, hi, true)
	if e == n || p.tag(e-1) == text.PRON {
		return false
	}
	if p.countsAt(e, hi) > e {
		return p.canTell(n, e)
	}
	f, ok := p.verb(e)
	return ok && f.takes("q") && f.takes("c") && f.forms&(formPast|formThird) != 0 && p.complement(e, hi, f).from >= 0
}

// toldAgain reads "was told by S that" at k, the subject of before left out.
func (p *passage) toldAgain(k, hi int) bool {
	if !beForm(p.word(k)) {
		return false
	}
	for k < hi && (p.tag(k) == text.AUX || p.tag(k) == text.ADV) {
		k++
	}
	f, ok := p.verb(k)
	return ok && f.takes("r") && f.forms&formParticiple != 0 && (p.word(k+1) == "by" || p.word(k+1) == "that")
}

// outerForm tells whether f has the tense of the outer cue.
func (p *passage) outerForm(f, cue verbForm) bool {
	if cue.verb == nil || f.forms&cue.forms != 0 {
		return true
	}
	return cue.forms&(formPast|formThird) == 0 // under an auxiliary
}

// trimRight drops marks and conjunctions at the end of [from, end).
func (p *passage) trimRight(from, end int) int {
	for end > from {
		switch {
		case p.mark(end-1, ",;:.—–-"), p.word(end-1) == "and", p.word(end-1) == "but", p.word(end-1) == "(":
			end--
		default:
			return end
		}
	}
	return end
}
