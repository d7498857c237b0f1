package attribution

import (
	"hearsay"
	"hearsay/internal/text"
)

// passive reads "X is thought to C", "it is said that C", "X was told by S that
// C", "X was quoted as saying C" and "the claim was rejected by S".
func (c *clause) passive(v, lo, hi int, f verbForm, g group) int {
	if !c.nounSubj.empty() && c.nounSubj.to == g.from && f.stance == hearsay.Denies {
		return c.claimDenied(v, g, f)
	}
	subj, ok := c.subject(g.from, lo)
	if !ok && c.tag(g.from-1) == text.CCONJ {
		subj, ok = c.subj, !c.subj.empty()
		if !ok {
			subj, ok = c.mainSubject(lo, g.from)
		}
	}
	if !ok {
		return v
	}
	by, agent := c.agent(v+1, hi)
	switch {
	case c.word(subj.from) == "it" && (c.word(by) != "to" || f.takes("r")):
		return c.impersonal(v, hi, f, g, by, agent)
	case f.lemma == "quote" || f.lemma == "cite" || f.lemma == "report":
		if end := c.quotedAs(v, hi, subj, g); end > v {
			return end
		}
	}
	return c.passiveContent(v, lo, hi, f, g, subj, by, agent)
}

// claimDenied reads "the claim that C was denied by S": what the claim says is
// then nested in the denial.
func (c *clause) claimDenied(v int, g group, f verbForm) int {
	by, agent := c.agent(v+1, c.to)
	found := finding{source: c.pieces(agent), cue: c.pieces(run{g.from, v + 1}), content: c.pieces(c.nounSubj), parent: c.parent, score: scoreLoose}
	c.stance(&found, f, g, complement{frame: frameObject}, agent)
	claim := len(c.found) - 1
	if claim == c.last && covers(found.content, c.found[claim].content[0]) {
		c.found = c.found[:claim] // it is found again inside the denial
	}
	if !c.keep(found, agent) {
		return v
	}
	return max(by, v+1)
}

// agent is the end of "by S" at i and the S.
func (c *clause) agent(i, hi int) (int, run) {
	if c.tag(i) == text.ADV {
		i++
	}
	if c.word(i) != "by" {
		return i, run{}
	}
	e := c.npEnd(i+1, hi, true)
	if e == i+1 || c.timeWord(i+1) {
		return i, run{}
	}
	if w := c.word(e + 1); c.mark(e, ",") && (w == "which" || w == "who") { // is said by S, who was there, to have
		if stop := c.clauseStop(e+1, hi); c.mark(stop, ",") {
			if w := c.word(stop + 1); w == "to" || w == "as" || w == "that" {
				return stop + 1, run{i + 1, e}
			}
		}
	}
	return e, run{i + 1, e}
}

func (c *clause) impersonal(v, hi int, f verbForm, g group, by int, agent run) int {
	if !f.takes("ct") {
		return v
	}
	for by < hi && (c.tag(by) == text.ADV || c.timePhrase(by, hi) > by) {
		by = max(by+1, c.timePhrase(by, hi))
	}
	if c.mark(by, ",") && c.tag(by+1) == text.ADV && c.mark(by+2, ",") {
		by += 3
	}
	w := c.word(by)
	if w != "that" && w != "whether" && w != "how" && !c.clauseAhead(by, hi) {
		return v
	}
	return c.unsourced(f, g, run{g.from, v + 1}, agent, hi, run{}, by)
}

// unsourced keeps a finding with the source agent, which may be empty, and the
// content head and what begins at from.
func (c *clause) unsourced(f verbForm, g group, cue, agent run, hi int, head run, from int) int {
	end := c.contentEnd(from, hi, f, frameClause)
	if end <= from {
		return cue.to - 1
	}
	found := finding{source: c.pieces(agent), cue: c.pieces(cue), content: c.pieces(head, run{from, end}), parent: c.parent, score: scoreLoose}
	frame := byte(frameClause)
	if f.takes("r") && c.word(from) == "to" {
		frame = frameTo
	}
	c.stance(&found, f, g, complement{frame: frame, from: from}, agent)
	if agent.empty() && found.stance == hearsay.Asserts {
		found.stance, found.hedged = hearsay.Supposes, true
	}
	if !c.keep(found, agent) {
		return cue.to - 1
	}
	return end
}

// quotedAs reads "S was quoted by N as saying C": S speaks, N is a relay.
func (c *clause) quotedAs(v, hi int, subj run, g group) int {
	i, agent := c.quotedBy(v, hi)
	if c.word(i) != "as" || i+2 >= hi {
		return v
	}
	f, ok := c.verb(i + 1)
	if !ok || f.forms&formGerund == 0 {
		return v
	}
	k := c.complement(i+1, hi, f)
	if k.from < 0 {
		return v
	}
	end := c.contentEnd(k.from, hi, f, k.frame)
	found := finding{source: c.pieces(subj), content: c.pieces(run{k.from, end}), medium: k.medium, parent: c.parent, score: scoreClause}
	if agent.empty() {
		found.cue = c.pieces(run{g.from, k.cueEnd})
	} else {
		found.cue = c.pieces(run{g.from, v + 1}, run{i, k.cueEnd})
		found.via = []hearsay.Via{{Role: hearsay.RoleRelay, Span: c.spanOf(agent)}}
	}
	c.stance(&found, f, group{}, k, subj)
	if !c.keep(found, subj) {
		return v
	}
	return end
}

// passiveContent reads the other passives. What is thought or said of the
// subject is content; what the subject is told is content; what is rejected is
// the subject.
func (c *clause) passiveContent(v, lo, hi int, f verbForm, g group, subj run, by int, agent run) int {
	cue := run{g.from, v + 1}
	for by < hi && c.timePhrase(by, hi) > by {
		by = c.timePhrase(by, hi)
	}
	if c.word(by) == "to" && agent.empty() {
		if end, ok := c.saidToHaveSaid(v, hi, f, g, subj, by); ok {
			return end
		}
	}
	switch {
	case f.lemma == "accuse" && !agent.empty() && c.word(by) == "of":
		return c.unsourced(f, g, cue, agent, hi, run{}, by+1)
	case f.lemma == "tell" && agent.empty() && (c.word(by) == "that" || c.clauseAhead(by, hi)) && !c.publication(subj).empty():
		return c.unsourced(f, g, cue, subj, hi, run{}, by)
	case c.word(by) == "to" && f.takes("cai") && !f.takes("r") && c.tag(by+1) != text.DET:
		return c.unsourced(f, g, cue, agent, hi, subj, by)
	case f.stance == hearsay.Supposes && agent.empty() && (c.tag(by) == text.ADJ || c.word(by) == "dead" || c.word(by) == "drowned") && !c.opensNP(by+1):
		return c.unsourced(f, g, cue, agent, by+1, subj, by)
	case f.takes("r") && (c.word(by) == "that" || c.word(by) == "to" || c.word(by) == "whether" || c.word(by) == "if" || f.lemma == "tell" && c.clauseAhead(by, hi)):
		return c.unsourced(f, g, cue, agent, hi, run{}, by)
	case f.takes("a") && !agent.empty() && c.word(by) == "as":
		return c.unsourced(f, g, cue, agent, hi, subj, by)
	case f.takes("a") && agent.empty() && c.word(by) == "as":
		return c.calledBy(v, hi, f, g, subj, by)
	case !agent.empty() && f.takes("o") && f.stance == hearsay.Denies:
		found := finding{source: c.pieces(agent), cue: c.pieces(cue), content: c.pieces(subj), parent: c.parent, score: scoreObject}
		c.stance(&found, f, g, complement{frame: frameObject}, agent)
		if c.keep(found, agent) {
			return by
		}
	}
	return v
}

// calledBy reads "X was dismissed as nonsense by S", whose "as" stands at unit as.
func (c *clause) calledBy(v, hi int, f verbForm, g group, subj run, as int) int {
	for k := as + 2; k < hi && k-as < 12 && !c.mark(k, ",;:"); k++ {
		end, agent := c.agent(k, hi)
		if agent.empty() || !c.canTell(agent.from, agent.to) && c.tag(agent.from) != text.PROPN {
			continue
		}
		agent.to = c.sourceAfter(agent.from, hi)
		found := finding{source: c.pieces(agent), cue: c.pieces(run{g.from, v + 1}), content: c.pieces(subj, run{as, k}), parent: c.parent, score: scoreLoose}
		c.stance(&found, f, g, complement{frame: frameObject}, agent)
		if c.keep(found, agent) {
			return max(end, agent.to)
		}
		break
	}
	return v
}

// hedgesSpeech tells whether "reportedly" at unit i only says that somebody is
// reported to have said a thing: "S reportedly told them that C".
func (c *clause) hedgesSpeech(i, lo, hi int) bool {
	v := i + 1
	for c.tag(v) == text.AUX || c.tag(v) == text.ADV {
		v++
	}
	f, ok := c.verb(v)
	if !ok || !f.takes("q") || !f.takes("c") {
		return false
	}
	k := c.complement(v, hi, f)
	_, named := c.subject(c.verbGroup(v, lo).from, lo)
	return named && (k.frame == frameClause || k.frame == frameQuote)
}

// saidToHaveSaid reads "S is alleged to have said that C", whose "to" stands at
// unit to: S speaks.
func (c *clause) saidToHaveSaid(v, hi int, f verbForm, g group, subj run, to int) (int, bool) {
	say := to + 1
	for c.tag(say) == text.AUX || c.tag(say) == text.ADV {
		say++
	}
	told, ok := c.verb(say)
	if !ok || !told.takes("q") || !told.takes("c") || f.lemma == "tell" || f.lemma == "ask" {
		return v, false
	}
	k := c.complement(say, hi, told)
	if k.frame != frameClause && k.frame != frameQuote {
		return v, false
	}
	end := c.contentEnd(k.from, hi, told, k.frame)
	found := finding{source: c.pieces(subj), cue: c.pieces(run{g.from, k.cueEnd}), content: c.pieces(run{k.from, end}), medium: k.medium, parent: c.parent, score: scoreLoose}
	c.stance(&found, told, group{}, k, subj)
	if f.lemma != "hear" && f.lemma != "see" && found.stance == hearsay.Asserts {
		found.stance, found.hedged = hearsay.Supposes, true
	}
	found.via = c.relays(k, told)
	return end, c.keep(found, subj)
}

// adverbCue reads "reportedly": the sentence around it is content, and nobody
// is named.
func (c *clause) adverbCue(i, lo, hi int) int {
	if !c.lex.sets["unsourced"].has(c.word(i)) || c.hedgesSpeech(i, lo, hi) {
		return i
	}
	from, to := lo, hi
	for k := i - 1; k >= lo; k-- {
		if c.mark(k, ";:") || c.mark(k, ",") && !c.nominal(k-1) {
			from = k + 1
			break
		}
	}
	if c.tag(from) == text.CCONJ || c.mark(from, ",") {
		from++
	}
	for k := i + 1; k < hi; k++ {
		if c.mark(k, ";:") || c.mark(k, ",") && (c.word(k+1) == "though" || c.word(k+1) == "but" || c.word(k+1) == "although" || c.word(k+1) == "which") {
			to = k
			break
		}
	}
	left := run{from, max(from, c.trimRight(from, i))}
	found := finding{
		cue: c.pieces(run{i, i + 1}), content: c.pieces(left, run{i + 1, c.trimRight(i+1, to)}),
		stance: hearsay.Supposes, hedged: true, parent: c.parent, score: scoreLoose,
	}
	if to <= i+1 && left.empty() || !c.keep(found, run{}) {
		return i
	}
	return to
}
