package attribution

import (
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

// complement is what follows a cue verb.
type complement struct {
	from   int // first unit of the content; -1 if there is none
	frame  byte
	cueEnd int // the cue ends here: its preposition, medium or colon is in it
	prep   run // its preposition, where a hearer stands before it
	hearer run // who was told
	after  int // where the circumstances end, when there is no content
	medium string
}

// Frames of a complement, beside those of the lexicon.
const (
	frameClause = 'c' // "that C", "whether C", or C alone
	frameQuote  = 'q'
	frameColon  = ':'
	frameTo     = 'i'
	frameGerund = 'g'
	frameObject = 'o'
	framePrep   = 'p'
	frameNone   = 0
)

// complement reads on from the verb at unit v.
func (p *passage) complement(v, hi int, f verbForm) complement {
	c := complement{from: -1, cueEnd: v + 1}
	i := v + 1
	if f.lemma == "put" { // as she put it
		if p.word(i) != "it" {
			c.after = i
			return c
		}
		i++
		c.cueEnd = i
	}
	if strings.HasSuffix(f.lemma, "-"+p.word(i)) { // ruled out
		i++
		c.cueEnd = i
	}
	if f.takes("a") && f.stance == hearsay.Denies && p.word(i) == "as" { // dismissed as gossip the report that
		if e := p.npEnd(i+1, hi, false); e > i+1 && p.tag(e) == text.DET {
			c.frame, c.from = frameObject, e
			return c
		}
	}
	if f.takes("r") && p.opensNP(i) && !p.timeWord(i) {
		if e, ok := p.hearer(i, hi, f); ok {
			c.hearer = run{i, e}
			i = e
		}
	}
	if f.lemma == "tell" && p.tag(i) == text.VERB && participle(p.word(i)) && p.tag(i+1) == text.NOUN { // told waiting reporters
		e := p.npEnd(i+1, hi, false)
		c.hearer = run{i, e}
		i = e
	}
	for first := true; i < hi; first = false {
		if p.contentOpens(&c, i, hi, f, first) {
			return c
		}
		next := p.circumstance(&c, i, hi)
		if next == i {
			break
		}
		i = next
	}
	c.after = i
	return c
}

// hearer is the end of a noun phrase at i that can be the hearer of f: what
// follows it must still be able to open a content.
func (p *passage) hearer(i, hi int, f verbForm) (int, bool) {
	e := p.npEnd(i, hi, false)
	if e == i {
		return i, false
	}
	if p.word(i) == "that" || p.word(i) == "what" {
		return i, false
	}
	if f.lemma == "tell" {
		return p.hearerTail(i, e, hi), true
	}
	for _, k := range []int{e, p.hearerTail(i, e, hi)} {
		w := p.word(k)
		if p.timePhrase(k, hi) > k && p.word(p.timePhrase(k, hi)) == "that" || k == hi && f.takes("q") && f.lemma != "write" && p.canTell(i, k) {
			return k, true
		}
		if w == "that" || w == "to" || w == "whether" || w == "if" || w == "how" || w == "why" || w == "not" || f.opens(w) || p.isQuote(k) || p.mark(k, ":,") && p.isQuote(k+1) {
			return k, true
		}
	}
	return i, false
}

// hearerTail takes in what belongs to the hearer after its noun phrase: "a
// crowd in Stell Lock", "reporters outside the hall".
func (p *passage) hearerTail(i, e, hi int) int {
	if w := p.word(e); w == "of" || w == "from" {
		return p.npEnd(i, hi, true)
	}
	return e
}

// contentOpens tells whether a content opens at i, and fills in c.
func (p *passage) contentOpens(c *complement, i, hi int, f verbForm, first bool) bool {
	w := p.word(i)
	open := func(frame byte, from int) bool {
		if from >= hi {
			return false
		}
		c.frame, c.from = frame, from
		return true
	}
	switch {
	case p.isQuote(i):
		return f.takes("qcoa") && open(frameQuote, i)
	case p.mark(i, ":"):
		if !f.takes("cq") || f.stance == hearsay.Supposes && f.lemma != "think" {
			return false
		}
		if c.cueEnd == i {
			c.cueEnd = i + 1
		}
		return open(frameColon, i+1)
	case p.mark(i, ",") && p.isQuote(i+1) && i+1 < hi:
		return f.takes("qc") && open(frameQuote, i+1)
	case first && f.opens(w) && p.tag(i) != text.TagNone:
		if w == "to" && p.tag(i+1) == text.VERB {
			break
		}
		if c.hearer.empty() {
			c.cueEnd = i + 1
		} else {
			c.prep = run{i, i + 1}
		}
		return open(framePrep, i+1)
	}
	switch w {
	case "that":
		return f.takes("ct") && p.opensThat(i, hi) && open(frameClause, i)
	case "whether", "if", "how", "why", "what", "where", "who", "which", "when":
		if w == "when" && f.lemma != "ask" && f.lemma != "know" && !p.negatedBefore(i) || w == "which" && p.tag(i-1) != text.VERB && p.tag(i-1) != text.PRON {
			return false
		}
		if (w == "who" || w == "which") && !c.hearer.empty() && c.hearer.to == i { // told supporters who had waited
			return false
		}
		return f.takes("ct") && open(frameClause, i)
	case "to":
		return (f.takes("i") || f.takes("r") && !c.hearer.empty()) && p.tag(i) != text.ADP && open(frameTo, i)
	case "not":
		return f.takes("i") && p.word(i+1) == "to" && open(frameTo, i)
	case "as":
		return f.takes("a") && !first && open(frameObject, c.from)
	}
	if f.takes("c") && !(p.tag(i) == text.ADV && p.word(i+1) == "that") && p.clauseAhead(i, hi) && p.timePhrase(i, hi) == i {
		return open(frameClause, i)
	}
	if first && f.takes("c") && p.gerundClause(i, hi) {
		return open(frameClause, i)
	}
	if first && f.takes("g") && (p.tag(i) == text.VERB && participle(w) || w == "having" || w == "being") {
		return open(frameGerund, i)
	}
	if first && f.takes("oa") && p.opensNP(i) && p.timePhrase(i, hi) == i {
		return open(frameObject, i)
	}
	if first && f.takes("o") && p.isQuote(i) {
		return open(frameObject, i)
	}
	return false
}

// negatedBefore tells whether "not" stands shortly before unit i: "did not say
// when".
func (p *passage) negatedBefore(i int) bool {
	for k := i - 1; k >= 0 && k >= i-8; k-- {
		if w := p.word(k); w == "neither" || w == "nor" || w == "nobody" {
			return true
		}
		if w := p.word(k); k < i-4 {
			continue
		} else if w == "not" || w == "n't" || w == "never" || w == "nor" || w == "to" {
			return true
		}
	}
	return false
}

// opensThat tells the "that" of a content from a "that" which is its first
// word's own: both open it.
func (p *passage) opensThat(i, hi int) bool {
	if i+1 >= hi || p.mark(i+1, ".;") {
		return false
	}
	if p.tag(i-1) == text.NOUN && p.tag(i+1) == text.AUX { // the rink that had been hired
		return false
	}
	if p.tag(i-1) == text.NOUN && p.tag(i+1) == text.VERB && !p.verbAhead(i+2, hi) { // in a notice that ran to ten words
		return false
	}
	for k := i + 1; k < hi; k++ {
		if t := p.tag(k); t == text.VERB || t == text.AUX || p.isQuote(k) {
			return true
		}
	}
	return p.tag(i) == text.SCONJ && hi-i > 3
}

// verbAhead tells whether a verb stands from i on, before any mark.
func (p *passage) verbAhead(i, hi int) bool {
	for ; i < hi && !p.mark(i, ",;:—–"); i++ {
		if t := p.tag(i); t == text.VERB || t == text.AUX {
			return true
		}
	}
	return false
}

// clauseAhead tells whether a clause with a subject and a finite verb begins
// at i.
func (p *passage) clauseAhead(i, hi int) bool {
	if !p.opensNP(i) && p.word(i) != "if" && p.word(i) != "there" && p.tag(i) != text.ADV && p.tag(i) != text.PRON {
		return false
	}
	relative, seen := false, 0
	for k := i; k < hi && k-i < 40; k++ {
		switch p.tag(k) {
		case text.NOUN, text.PROPN, text.PRON, text.NUM, text.DET, text.ADJ:
			if w := p.word(k); w == "who" || w == "whose" || w == "which" && k > i {
				relative = true
			}
			seen++
		case text.AUX:
			if relative {
				relative = false
				k = p.groupEnd(k, hi) - 1
				continue
			}
			return seen > 0
		case text.VERB:
			if seen == 0 && p.tag(k-1) != text.ADV {
				return false
			}
			if k > 0 && p.word(k-1) == "to" {
				continue
			}
			if relative {
				relative = false
				continue
			}
			if p.finiteVerb(k, hi) {
				return true
			}
		case text.PUNCT:
			if p.mark(k, ";:.?!—") && !(k > i && k+1 < hi && p.glued(k)) {
				return false
			}
			if p.mark(k, ",") {
				end := p.clauseStop(k+1, hi)
				if seen == 0 || end >= hi || !p.mark(end, ",") || !p.appositive(k+1, end) {
					return false
				}
				if t := p.tag(end + 1); t != text.AUX && t != text.VERB && t != text.ADV {
					return false
				}
				if p.tag(end+1) == text.VERB && !strings.HasSuffix(p.word(end+1), "ing") {
					return true // Marr, who was 38, died
				}
				k = end
			}
		case text.SCONJ:
			if p.word(k) == "that" {
				relative = true
			}
		case text.TagNone:
			if p.isQuote(k) && (p.speech(k) || p.quoteWords(k) > 1) {
				if k > i && (p.tag(k-1) == text.NOUN || p.tag(k-1) == text.PROPN || p.tag(k-1) == text.PRON) {
					return true
				}
			}
			seen++
		}
	}
	return false
}

// groupEnd is the end of the auxiliaries from unit k on, with the adverbs and
// the verb behind them: "would only be identified".
func (p *passage) groupEnd(k, hi int) int {
	for k < hi && (p.tag(k) == text.AUX || p.tag(k) == text.ADV || p.tag(k) == text.PART) {
		k++
	}
	if k < hi && p.tag(k) == text.VERB {
		k++
	}
	return k
}

// gerundClause tells whether a clause begins at i whose subject is a verb in
// -ing ("said leaving it would help") or a rough number ("said about half of
// them left").
func (p *passage) gerundClause(i, hi int) bool {
	switch w := p.word(i); {
	case w == "about" || w == "nearly" || w == "more" || w == "fewer":
		return (p.tag(i+1) == text.NUM || p.word(i+1) == "half" || p.word(i+1) == "than") && p.clauseAhead(i+1, hi)
	case p.tag(i) != text.VERB || !strings.HasSuffix(w, "ing"):
		return false
	}
	for k := i + 1; k < hi && k < i+20 && !p.mark(k, ",;:."); k++ {
		if p.tag(k) == text.AUX {
			return true
		}
	}
	return false
}

// finiteVerb tells whether the verb at k, which has no auxiliary, can be a
// predicate: not "-ing", and no participle after its noun ("a man named X").
func (p *passage) finiteVerb(k, hi int) bool {
	w := p.word(k)
	if len(w) > 4 && w[len(w)-3:] == "ing" {
		return false
	}
	if !participle(w) {
		return true
	}
	switch p.word(k + 1) {
	case "by", "of":
		return false
	}
	return true
}
