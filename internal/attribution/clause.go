package attribution

import (
	"hearsay"
	"hearsay/internal/text"
)

// clause is a sentence, or a piece of one, that is searched for attributions.
type clause struct {
	*passage
	from, to int
	parent   int
	subj     run  // the source of the last finding, for "and added that"
	last     int  // the last finding, -1 if none
	nounSubj run  // a subject with a content of its own: "the claim that C"
	turned   bool // the paragraph is a turn in a transcript
}

// read tries the patterns in the order of their reach: those that take the
// whole sentence for their content come first.
func (c *clause) read() {
	c.last = -1
	if c.tag(c.from) == text.NUM && c.mark(c.from+1, ".)") { // the number of a list item
		c.from += 2
	}
	if c.to-c.from < 2 {
		return
	}
	n := len(c.found)
	if !c.answered() && !c.answersBare() && !c.citingFirst() && !c.transcript() && !c.colonSaid() && !c.accordingTo() && !c.parenthetical() {
		c.main(c.from, c.to)
	}
	c.answersQuestion(n)
	c.deniesBefore(n)
	c.throughOthers(n)
	c.spokenTo(n)
	c.handedOver(n)
	c.heardOn(n)
}

// main reads the verbs, nouns and adjectives that govern a content of their
// own, from the left; what is inside a content found is left to nesting.
func (c *clause) main(from, to int) {
	for i := from; i < to; {
		next := i + 1
		if f, ok := c.verb(i); ok {
			next = max(next, c.verbCue(i, from, to, f))
		} else {
			next = max(next, c.untrue(i, to), c.clauseDenied(i, from, to), c.figure(i, from, to), c.takesBlame(i, from, to))
			switch c.tag(i) {
			case text.NOUN, text.PROPN:
				next = max(next, c.nounCue(i, from, to))
			case text.ADJ:
				next = max(next, c.adjectiveCue(i, from, to))
			case text.ADV:
				next = max(next, c.adverbCue(i, from, to))
			}
		}
		i = next
	}
}

// verbCue reads the verb at v and gives the unit after its content, v if it
// does not attribute.
func (c *clause) verbCue(v, lo, hi int, f verbForm) int {
	if c.quoteAround(v) {
		return v
	}
	g := c.verbGroup(v, lo)
	if g.passive {
		return c.passive(v, lo, hi, f, g)
	}
	if out, ok := c.lex.verbs[c.word(v)+"-"+c.word(v+1)]; ok {
		f = out
	}
	if c.tag(v-1) == text.DET && f.forms&formGerund != 0 {
		return v
	}
	if end := c.learned(v, lo, hi, f, g); end > v {
		return end
	}
	if end := c.citing(v, hi, f); end > v {
		return end
	}
	if end := c.quotesAs(v, lo, hi, f, g); end > v {
		return end
	}
	if end := c.figure(v, lo, hi); end > v {
		return end
	}
	if end := c.takesBlame(v, lo, hi); end > v {
		return end
	}
	if f.knows() && c.owed(g, v) {
		return v
	}
	k := c.complement(v, hi, f)
	if k.from < 0 {
		return v
	}
	source, _, ok := c.sourceOf(v, lo, f, g)
	if !ok {
		if end := c.gerundFirst(v, hi, f, k); end > v {
			return end
		}
		return v
	}
	if c.parent >= 0 && (k.frame == frameObject && !c.wantsDone(f, k.from, hi) || c.ownThought(source, f, g)) {
		return v
	}
	if k.frame == frameClause && c.isWho(source) && c.mainVerbAhead(k.from, hi, f) {
		return v
	}
	end := c.contentEnd(k.from, hi, f, k.frame)
	if end <= k.from || k.frame == framePrep && !c.propositional(k.from, end) || c.reducedVerb(v, k, g, hi) {
		return v
	}
	if f.lemma == "hear" && k.frame == frameClause && c.courtroom(source) {
		source = run{}
	}
	if f.lemma == "ask" && c.asksForSilence(k.from, end) {
		return v
	}
	if k.frame == frameObject && !c.objectHolds(v, k, end, f) {
		return v
	}
	found := finding{
		source: c.pieces(source), cue: c.pieces(run{g.from, k.cueEnd}, k.prep), content: c.pieces(run{k.from, end}),
		medium: k.medium, parent: c.parent, score: scoreOf(f, k.frame),
	}
	if k.frame == framePrep && !c.hasVerb(k.from, end) {
		found.score = scoreObject
	}
	c.stance(&found, f, g, k, source)
	found.via = c.relays(k, f)
	if !c.keep(found, source) {
		return v
	}
	return end
}

// ownThought tells the "I think" or "I say" of somebody who is being quoted: a
// hedge or an emphasis, and no further source.
func (c *clause) ownThought(source run, f verbForm, g group) bool {
	if source.to-source.from != 1 || g.negated || f.stance == hearsay.Denies {
		return false
	}
	w := c.word(source.from)
	return w == "i" || w == "we" || w == "you"
}

// wantsDone tells "he wants the board to act" from "he wants a boat".
func (c *clause) wantsDone(f verbForm, from, hi int) bool {
	if f.stance != hearsay.Intends {
		return false
	}
	e := c.npEnd(from, hi, true)
	return e > from && c.word(e) == "to" && c.tag(e+1) == text.VERB
}

// keep adds the finding and remembers its source.
func (c *clause) keep(f finding, source run) bool {
	if c.onlyManner(f.content) {
		return false
	}
	if f.medium == "" && !source.empty() {
		f.medium = c.mediumOf(source)
	}
	said := append([][2]int(nil), f.content...)
	source, phrase, cited := c.citedWithin(source)
	if !cited.empty() {
		f.source = c.pieces(source)
		f.content = append(f.content, c.tokens(phrase))
	}
	i := c.add(f)
	if i < 0 {
		return false
	}
	c.last = i
	if !cited.empty() {
		c.add(finding{
			source: c.pieces(cited), cue: c.pieces(run{phrase.from, cited.from}), content: said,
			stance: hearsay.Asserts, hedged: f.hedged, parent: i, score: scoreLoose,
		})
	}
	if !source.empty() {
		c.subj = source
		if name := c.publication(source); !name.empty() {
			c.outlets = append(c.outlets, c.spanOf(name))
		}
	}
	for _, piece := range f.content {
		c.markUsed(piece)
	}
	return true
}

// markUsed notes the quotations inside a content.
func (s *scanner) markUsed(piece [2]int) {
	for _, q := range s.byStart[s.firstQuote(piece[0]):] {
		at := s.quoteToks[q]
		if at[0] >= piece[1] {
			break
		}
		if at[1] <= piece[1] {
			s.used[q] = true
		}
	}
}

// quoteAround tells whether the verb is an adjective-like participle: "the
// reported".
func (c *clause) quoteAround(v int) bool {
	f, _ := c.verb(v)
	return c.tag(v-1) == text.DET && f.forms&formFinite == 0
}

// sourceOf finds who speaks. shared tells that the subject of an earlier verb
// is taken over.
func (c *clause) sourceOf(v, lo int, f verbForm, g group) (source run, shared, ok bool) {
	if f.forms&formGerund != 0 && !g.finite && !g.carried {
		return c.gerundSource(g.from, lo)
	}
	if g.bare || g.carried && !g.finite || !g.finite && f.forms&formFinite == 0 {
		return run{}, false, false
	}
	if s, ok := c.subject(g.from, lo); ok {
		switch c.word(s.from) {
		case "you", "whoever", "whatever", "there", "what", "anybody", "anyone":
			return run{}, false, false
		case "who":
			if !c.hasAntecedent(s.from) {
				return run{}, false, false
			}
		}
		if c.word(s.from) == "it" || c.word(s.from) == "there" || c.word(s.from) == "which" || c.word(s.from) == "that" {
			return s, false, c.word(s.from) == "it" && f.takes("q")
		}
		return s, false, true
	}
	k := g.from - 1
	if k >= lo && (c.tag(k) == text.CCONJ || c.word(k) == "then" || c.mark(k, ",")) && c.last >= 0 && !c.subj.empty() {
		return c.subj, true, true
	}
	if k > lo && c.tag(k) == text.CCONJ {
		if s, ok := c.mainSubject(lo, k); ok {
			return s, true, true
		}
	}
	return run{}, false, false
}

// hasAntecedent tells whether the "who" at unit i stands right behind whom it
// means: "nobody could be found who would say" does not.
func (c *clause) hasAntecedent(i int) bool {
	if c.mark(i-1, ",—–") {
		i--
	}
	return i == c.from || c.nominal(i-1) || c.mark(i-1, ")") || c.isQuote(i-1) || c.tag(i-1) == text.CCONJ || c.tag(i-1) == text.ADP || c.tag(i-1) == text.DET || c.tag(i-1) == text.ADJ
}

// gerundSource is the source of "saying": the noun before it ("a letter
// saying"), or the subject of the sentence.
func (c *clause) gerundSource(g, lo int) (run, bool, bool) {
	k := g - 1
	if k > lo && c.nominal(k) && c.tag(k) != text.DET && !c.timeWord(k) {
		if s := c.npStart(k+1, lo); s >= 0 && (s == lo || c.tag(s-1) != text.VERB || c.mediumNoun(k) == "") {
			if s > lo && c.tag(s-1) == text.ADP && c.word(s-1) != "with" {
				if m, ok := c.mainSubject(lo, g); ok {
					return m, true, true
				}
			}
			return run{s, k + 1}, false, true
		}
	}
	if c.last >= 0 && !c.subj.empty() {
		return c.subj, true, true
	}
	m, ok := c.mainSubject(lo, g)
	return m, true, ok
}

// mainSubject is the subject of the first finite verb in [lo, hi).
func (c *clause) mainSubject(lo, hi int) (run, bool) {
	for k := lo + 1; k < hi; k++ {
		if t := c.tag(k); t != text.VERB && t != text.AUX {
			continue
		}
		if t := c.tag(k - 1); t == text.PART || t == text.ADP || c.word(k-1) == "who" || c.word(k-1) == "which" || c.word(k-1) == "that" {
			continue
		}
		if s, ok := c.subject(c.verbGroup(k, lo).from, lo); ok {
			return s, true
		}
	}
	return run{}, false
}

// reducedVerb tells a participle that only describes the subject of the verb
// behind it: "two officials briefed on the inquiry said".
func (c *clause) reducedVerb(v int, k complement, g group, hi int) bool {
	if k.frame != framePrep || g.from != v || !participle(c.word(v)) || c.tag(v-1) != text.NOUN {
		return false
	}
	e := c.npEnd(k.from, hi, true)
	f, ok := c.verb(e)
	return e > k.from && ok && f.takes("cq") && f.forms&(formPast|formThird) != 0
}

// courtroom tells a source that only listens: "the court heard that".
func (c *clause) courtroom(source run) bool {
	if source.empty() {
		return false
	}
	switch c.word(source.to - 1) {
	case "court", "jury", "inquiry", "enquiry", "tribunal", "hearing", "trial", "inquest", "jurors", "commission", "panel":
		return true
	}
	return false
}

// asksForSilence tells "asked not to be named".
func (c *clause) asksForSilence(from, to int) bool {
	for i := from; i < to && i < from+6; i++ {
		switch c.word(i) {
		case "named", "identified", "quoted", "anonymous", "anonymity":
			return true
		}
	}
	return false
}

// propositional tells whether a phrase behind a preposition can be a content:
// inside another content it must have a verb, and a pronoun never is one.
func (c *clause) propositional(from, to int) bool {
	if to-from == 1 && c.tag(from) == text.PRON {
		return false
	}
	return c.parent < 0 || c.hasVerb(from, to)
}

// objectHolds tells whether a noun phrase after f is a content: verbs that
// only sometimes attribute need more.
func (c *clause) objectHolds(v int, k complement, end int, f verbForm) bool {
	if f.lemma == "call" && c.onlyNamed(k.from, end) {
		return false
	}
	if end-k.from == 1 && c.tag(k.from) == text.PRON {
		return f.takes("a") || f.stance == hearsay.Denies
	}
	return true
}

// onlyNamed tells "an account called Grey Dawn" from "called Grey Dawn a liar".
func (c *clause) onlyNamed(from, end int) bool {
	e := from
	for c.capital(e) {
		e++
	}
	return e > from && (e >= end || c.mark(e, ",;:—–") || c.tag(e) == text.VERB || c.tag(e) == text.AUX)
}

func scoreOf(f verbForm, frame byte) float64 {
	switch frame {
	case frameQuote, frameColon:
		return scoreQuote
	case frameObject:
		return scoreObject
	case framePrep, frameTo, frameGerund:
		return scoreLoose
	}
	if f.takes("q") && f.stance != hearsay.Supposes {
		return scoreClause
	}
	return scoreLoose
}

// onlyManner tells a content that only says how or when S spoke, "early": not
// what. A quotation always says what, and so do "so" and "why".
func (s *scanner) onlyManner(content [][2]int) bool {
	for _, piece := range content {
		for t := piece[0]; t < piece[1]; t++ {
			w := s.low[t]
			answer := w == "so" || w == "otherwise" || w == "not" || w == "why" || w == "how" || w == "when" || w == "where" || yesNo(w) != ""
			if s.tags[t] != text.ADV && s.tags[t] != text.PUNCT || answer || s.doc.Tokens[t].Quote >= 0 {
				return false
			}
		}
	}
	return true
}
