package attribution

import (
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

// nounCue reads "her claim that C", "S's denial that C", "the view of S that
// C", and with a verb "S gave an assurance that C".
func (c *clause) nounCue(i, lo, hi int) int {
	noun, ok := c.lex.nouns[c.word(i)]
	if !ok || noun.thing {
		return i
	}
	that, of := c.nounThat(i, hi)
	if that < 0 {
		return i
	}
	np := c.npStart(i+1, lo)
	if np < 0 {
		np = i
	}
	source, cue, deny := c.nounSource(np, i, of, lo)
	if cue.empty() {
		return i
	}
	if pred := c.saidUntrue(that, hi); cue.from >= np && deny == "" && !pred.empty() && c.keepDenied(cue, run{that, pred.from}, pred) {
		return pred.to
	}
	end := c.contentEnd(that, hi, verbForm{}, frameClause)
	if np == lo || c.boundary(np-1) {
		end = c.beforePredicate(that+1, end)
		c.nounSubj = run{np, end}
	}
	if end <= that+1 {
		return i
	}
	found := finding{
		source: c.pieces(source), cue: c.pieces(cue), content: c.pieces(run{that, end}),
		stance: noun.stance, parent: c.parent, score: scoreLoose,
	}
	if deny != "" {
		found.stance = deny
	} else if source.empty() && noun.stance == hearsay.Asserts {
		found.stance = c.unownedStance(i, cue)
	} else if w := c.word(cue.from); source.empty() && noun.stance == hearsay.Questions && (w == "no" || w == "any") {
		found.stance = hearsay.Asserts // "no doubt that C", "there cannot be any doubt that C"
	}
	found.hedged = found.stance == hearsay.Supposes || c.hedgedPieces(found.content)
	if !c.keep(found, source) {
		return i
	}
	return end
}

// unownedStance is the stance of a noun whose owner nobody names: "reports
// that C" leave C open, "the news that C" and "a finding that C" do not, and
// "no evidence that C" asserts nothing.
func (c *clause) unownedStance(i int, cue run) hearsay.Stance {
	if c.word(cue.from) == "no" || c.word(cue.from) == "any" {
		return hearsay.Questions
	}
	switch strings.TrimSuffix(c.word(i), "s") {
	case "new", "evidence", "confirmation", "announcement", "revelation", "disclosure", "admission", "finding", "ruling", "verdict", "conclusion", "reminder", "explanation":
		return hearsay.Asserts
	}
	return hearsay.Supposes
}

// beforePredicate cuts the content of a noun that is a subject before its own
// predicate: "the claim that C was repeated".
func (c *clause) beforePredicate(from, end int) int {
	verbs := 0
	for k := from; k < end; k++ {
		t := c.tag(k)
		if f, ok := c.verb(k); ok && f.takes("c") {
			return end // the next verb can be in a clause of this one
		}
		if t != text.AUX && (t != text.VERB || !c.finiteVerb(k, end)) || c.tag(k-1) == text.PART {
			continue
		}
		if p := c.tag(k - 1); p == text.AUX || p == text.ADV && c.tag(k-2) == text.AUX {
			continue
		}
		if p := c.tag(k - 1); (p == text.DET || p == text.NUM || p == text.ADJ) && (c.tag(k+1) == text.NOUN || c.tag(k+1) == text.ADJ) { // three sealed boxes
			continue
		}
		if p := c.word(k - 1); verbs > 0 && p != "and" && p != "or" && p != "but" && p != "who" && p != "which" && p != "that" && p != "," {
			return k
		}
		verbs++
	}
	return end
}

// nounThat is where "that" or "whether" opens the noun's content, and the
// "of S" or "by S" or "from S" between them.
func (c *clause) nounThat(i, hi int) (int, run) {
	opens := func(k int) bool {
		return (c.word(k) == "that" && !c.relativeVerb(k) || c.word(k) == "whether") && k+2 < hi
	}
	if opens(i + 1) {
		return i + 1, run{}
	}
	if c.mark(i+1, ",") {
		if end := c.clauseStop(i+2, hi); end < hi && c.mark(end, ",") && opens(end+1) {
			return end + 1, run{}
		}
	}
	switch c.word(i + 1) {
	case "of", "by", "from":
		e := c.npEnd(i+2, hi, false)
		if e > i+2 && opens(e) {
			return e, run{i + 2, e}
		}
		if end := c.clauseStop(e+1, hi); e > i+2 && c.mark(e, ",") && c.mark(end, ",") && opens(end+1) && c.appositive(e+1, end) {
			return end + 1, run{i + 2, end}
		}
	}
	return -1, run{}
}

// relativeVerb tells "the claim that shook the town" from "the claim that the
// town shook".
func (c *clause) relativeVerb(k int) bool {
	t := c.tag(k + 1)
	return t == text.VERB || t == text.AUX || t == text.ADV && (c.tag(k+2) == text.VERB || c.tag(k+2) == text.AUX)
}

// nounSource finds whose claim it is: the possessor, the "of S", or the subject
// of the verb that has the noun for its object, whose stance then counts if it
// is not a plain assertion.
func (c *clause) nounSource(np, i int, of run, lo int) (source, cue run, stance hearsay.Stance) {
	if !of.empty() {
		return of, run{np, i + 1}, ""
	}
	if possessivePronoun(c.word(np)) {
		return run{np, np + 1}, run{np + 1, i + 1}, ""
	}
	for k := np; k < i; k++ {
		if c.tag(k) == text.PART && k > np {
			return run{np, k}, run{k + 1, i + 1}, ""
		}
	}
	v := np - 1
	if w := c.word(v); (w == "of" || w == "under" || w == "in") && v-1 >= lo { // is of the opinion that
		v--
	}
	if v < lo || c.tag(v) != text.VERB && c.tag(v) != text.AUX {
		return run{}, run{np, i + 1}, ""
	}
	f := c.lex.verbs[c.word(v)]
	if f.verb != nil && f.stance != hearsay.Asserts {
		stance = f.stance
	}
	g := c.verbGroup(v, lo)
	if s, ok := c.subject(g.from, lo); ok && !g.carried && c.word(s.from) != "it" && c.word(s.from) != "there" {
		if g.negated {
			stance = hearsay.Questions
		}
		return s, run{g.from, i + 1}, stance
	}
	return run{}, run{np, i + 1}, stance
}

// adjectiveCue reads "S is confident that C".
func (c *clause) adjectiveCue(i, lo, hi int) int {
	stance, ok := c.lex.adjectives[c.word(i)]
	if !ok {
		return i
	}
	from := i + 1
	w := c.word(from)
	clause := w == "that" || w == "whether" || stance != hearsay.Intends && c.tag(from) == text.PRON && c.clauseAhead(from, hi)
	if !clause && !(w == "to" && c.tag(from+1) == text.VERB && stance == hearsay.Intends) {
		return i
	}
	v := i - 1
	for v > lo && (c.tag(v) == text.ADV || c.word(v) == "it") {
		v--
	}
	if t := c.tag(v); v < lo || t != text.AUX && t != text.VERB {
		return i
	}
	g := c.verbGroup(v, lo)
	source, ok := c.subject(g.from, lo)
	if !ok || c.word(source.from) == "it" || c.word(source.from) == "there" || c.owed(g, v) {
		return i
	}
	end := c.contentEnd(from, hi, verbForm{}, frameClause)
	found := finding{
		source: c.pieces(source), cue: c.pieces(run{g.from, i + 1}), content: c.pieces(run{from, end}),
		stance: stance, parent: c.parent, score: scoreLoose,
	}
	if g.negated {
		found.stance = negate(stance)
	}
	found.hedged = found.stance == hearsay.Supposes || c.hedgedPieces(found.content)
	if !c.keep(found, source) {
		return i
	}
	return end
}
