package attribution

import (
	"hearsay"
	"hearsay/internal/text"
)

// reportedBefore reads a passive verb behind what it reports: "C, S was quoted
// as saying by N", "C, it was announced on Monday".
func (c *clause) reportedBefore(v int, f verbForm, g group) bool {
	subj, ok := c.subject(g.from, c.from)
	edge := subj.from - 1
	if !ok || edge < c.from || !c.contentEdge(edge, f) {
		return false
	}
	left := c.ownClause(run{c.from, c.trimRight(c.from, edge+1)})
	if c.isQuote(edge) {
		left.from = edge
	}
	if left.empty() {
		return false
	}
	if c.word(subj.from) == "it" {
		return f.takes("c") && c.impersonalBehind(v, f, g, left)
	}
	if w := c.word(subj.from); (w == "i" || w == "we") && (f.lemma == "assure" || f.lemma == "tell" || f.lemma == "inform") {
		return c.asserts(left) && c.assuredBehind(v, g, left)
	}
	return (c.asserts(left) || c.speech(edge)) && (f.lemma == "quote" || f.lemma == "cite" || f.lemma == "report") && c.quotedBehind(v, g, subj, left)
}

// assuredBehind keeps "C, I am assured by S".
func (c *clause) assuredBehind(v int, g group, left run) bool {
	end, agent := c.agent(v+1, c.to)
	if agent.empty() {
		return false
	}
	right := c.resumes(end)
	if right.empty() && c.goesOn(end) {
		right = run{end + 1, c.contentEnd(end+1, c.to, verbForm{}, frameClause)}
	}
	found := finding{source: c.pieces(agent), cue: c.pieces(run{g.from, v + 1}), content: c.pieces(left, right), stance: hearsay.Asserts, parent: c.parent, score: scoreClause}
	found.hedged = c.hedgedPieces(found.content)
	return c.keep(found, agent)
}

// impersonalBehind keeps "C, it was announced": nobody is named, or who stands
// behind "by".
func (c *clause) impersonalBehind(v int, f verbForm, g group, left run) bool {
	end, agent := c.agent(v+1, c.to)
	if c.word(end) == "that" || c.tag(end) == text.DET || c.tag(end) == text.PRON {
		return false
	}
	end = max(end, v+1)
	for end < c.to && c.timePhrase(end, c.to) > end {
		end = c.timePhrase(end, c.to)
	}
	right := c.resumes(end)
	if right.empty() && c.goesOn(end) {
		right = run{end + 1, c.contentEnd(end+1, c.to, verbForm{}, frameClause)}
	}
	if !c.asserts(left) && right.empty() {
		return false
	}
	found := finding{source: c.pieces(agent), cue: c.pieces(run{g.from, v + 1}), content: c.pieces(left, right), parent: c.parent, score: scoreLoose}
	c.stance(&found, f, g, complement{frame: frameClause, from: left.from}, agent)
	if agent.empty() && found.stance == hearsay.Asserts {
		found.stance, found.hedged = hearsay.Supposes, true
	}
	if !c.keep(found, agent) {
		return false
	}
	c.main(max(end, right.to), c.to)
	return true
}

// quotedBehind keeps "C, S was quoted (by N) as saying (by N)": S speaks, and N
// is a relay.
func (c *clause) quotedBehind(v int, g group, subj, left run) bool {
	i, agent := c.quotedBy(v, c.to)
	say, ok := c.verb(i + 1)
	if c.word(i) != "as" || !ok || say.forms&formGerund == 0 {
		return false
	}
	cue, end := []run{{g.from, i + 2}}, i+2
	if !agent.empty() {
		cue = []run{{g.from, v + 1}, {i, i + 2}}
	} else if by, behind := c.agent(i+2, c.to); !behind.empty() {
		agent, end = behind, by
	}
	found := finding{source: c.pieces(subj), cue: c.pieces(cue...), content: c.pieces(left), parent: c.parent, score: scoreClause}
	if !agent.empty() {
		found.via = []hearsay.Via{{Role: hearsay.RoleRelay, Span: c.relayName(agent)}}
	}
	c.stance(&found, say, group{}, complement{frame: frameQuote}, subj)
	if !c.keep(found, subj) {
		return false
	}
	c.main(end, c.to)
	return true
}

// quotedBy steps over "by N", "in N" and circumstances behind "quoted" at v, and
// gives where the "as" should stand, and N.
func (c *clause) quotedBy(v, hi int) (int, run) {
	i, agent := c.agent(v+1, hi)
	if agent.empty() && (c.word(i) == "in" || c.word(i) == "on") {
		if name := c.publisherAfter(i + 1); !name.empty() && name.from <= i+2 {
			agent, i = name, name.to
		}
	}
	for i < hi && (c.timePhrase(i, hi) > i || c.tag(i) == text.ADP && c.word(i) != "as") {
		k := complement{}
		next := max(c.timePhrase(i, hi), c.prepositional(&k, i, hi))
		if next == i {
			break
		}
		i = next
	}
	return i, agent
}

// gerundFirst reads "Denying that C, S left": who denies is the subject behind
// the comma.
func (c *clause) gerundFirst(v, hi int, f verbForm, k complement) int {
	if v != c.from || f.forms&formGerund == 0 || k.frame == frameObject || c.parent >= 0 && c.parent != c.frame {
		return v
	}
	for comma := k.from + 1; comma+2 < hi; comma++ {
		if !c.mark(comma, ",") {
			continue
		}
		e := c.npEnd(comma+1, hi, true)
		if t := c.tag(e); e == comma+1 || t != text.VERB && t != text.AUX && t != text.ADV || !c.canTell(comma+1, e) {
			continue
		}
		source := run{comma + 1, e}
		found := finding{source: c.pieces(source), cue: c.pieces(run{v, k.cueEnd}), content: c.pieces(run{k.from, comma}), medium: k.medium, parent: c.parent, score: scoreLoose}
		c.stance(&found, f, group{}, k, source)
		if c.keep(found, source) {
			return comma
		}
		return v
	}
	return v
}

// isWho tells a source that is a bare "who" right behind whom it narrows.
func (c *clause) isWho(source run) bool {
	return source.to-source.from == 1 && c.word(source.from) == "who" && c.nominal(source.from-1)
}

// mainVerbAhead tells "a woman who answered her telephone said C" from "a woman
// who said her telephone was dead left": what looks like a clause behind the
// verb of the relative clause has for its verb the one of the sentence.
func (c *clause) mainVerbAhead(from, hi int, f verbForm) bool {
	if c.tag(from) == text.SCONJ || c.word(from) == "that" || c.canTell(from, c.npEnd(from, hi, true)) {
		return false
	}
	e := c.npEnd(from, hi, true)
	for c.tag(e) == text.AUX || c.tag(e) == text.ADV {
		e++
	}
	main, ok := c.verb(e)
	return ok && main.takes("c") && main.takes("q") && main.forms&(formPast|formThird) != 0 && c.complement(e, hi, main).from >= 0
}

// describedByClause is where a subject begins that ends before unit e with a
// clause of which no noun is the end: "papers that the paper has seen", "a
// letter the minister wrote", "officials who spoke because talks are private".
// It is -1 if none ends there.
func (p *passage) describedByClause(e, lo int) int {
	switch p.tag(e - 1) {
	case text.VERB, text.ADV, text.ADP, text.ADJ:
	default:
		return -1
	}
	verb := false
	for k := e - 1; k > lo && e-k < 18; k-- {
		if p.tag(k) == text.PUNCT || p.isQuote(k) {
			return -1
		}
		verb = verb || p.tag(k) == text.VERB || p.tag(k) == text.AUX
		if verb && p.word(k) == "who" && p.nominal(k-1) {
			return p.npStart(k, lo)
		}
		if verb && p.tag(k) == text.PRON && nominative(p.word(k)) && indefinite(p.word(k-1)) { // everyone I spoke to
			return k - 1
		}
		if !verb || p.tag(k-1) != text.NOUN || p.mediumNoun(k-1) == "" && !p.lex.sets["teller"].has(p.word(k-1)) {
			continue
		}
		if w := p.word(k); w == "that" || w == "which" || p.tag(k) == text.DET || p.tag(k) == text.PROPN || p.tag(k) == text.PRON {
			return p.npStart(k, lo)
		}
	}
	return -1
}

// clauseHead is where the phrase begins that the noun phrase at s closes as the
// object of its relative clause: "a group that looks after the river", "the man
// who found her". It is s if there is none.
func (p *passage) clauseHead(s, lo int) int {
	if s <= lo || !p.tagIs(s-1, text.VERB, text.ADP, text.AUX) {
		return s
	}
	verb := false
	for k := s - 1; k > lo && s-k < 12 && p.tag(k) != text.PUNCT && !p.isQuote(k); k-- {
		verb = verb || p.tag(k) == text.VERB
		w := p.word(k)
		if !verb || !p.nominal(k-1) || w != "who" && !((w == "that" || w == "which") && p.tag(k-1) == text.NOUN && p.teller(p.word(k-1))) {
			continue
		}
		if h := p.npStart(k, lo); h >= 0 && (h == lo || p.boundary(h-1)) {
			return h
		}
		return s
	}
	return s
}
