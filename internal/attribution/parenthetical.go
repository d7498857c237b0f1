package attribution

import (
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

func (c *clause) hasContentBefore(i int) bool {
	return c.hasVerb(c.from, i) || c.hasSpeech(c.from, i)
}

// hasVerb tells whether any verb or auxiliary stands in [i, j).
func (p *passage) hasVerb(i, j int) bool {
	for ; i < j; i++ {
		if t := p.tag(i); t == text.VERB || t == text.AUX {
			return true
		}
	}
	return false
}

func (c *clause) hasSpeech(i, j int) bool {
	for ; i < j; i++ {
		if c.speech(i) {
			return true
		}
	}
	return false
}

// parenthetical reads "C, S said", "C1, said S, C2" and "“C,” S said".
func (c *clause) parenthetical() bool {
	for v := c.from + 1; v < c.to; v++ {
		f, ok := c.verb(v)
		if !ok {
			continue
		}
		g := c.verbGroup(v, c.from)
		if g.passive && c.reportedBefore(v, f, g) {
			return true
		}
		if !g.passive && c.learnedFrom(v, f, g) {
			return true
		}
		if g.passive || g.from <= c.from || !f.takes("q") && !shows(f.lemma) || f.forms&formFinite == 0 && !c.perfect(v, f, g) {
			continue
		}
		if end := c.quotesAs(v, c.from, c.to, f, g); end > v {
			return true
		}
		if c.standsBefore(v, f, g) || c.standsBehind(v, f, g) {
			return true
		}
	}
	return false
}

// perfect tells a participle that "has" makes a verb of saying: "C, S has
// written to us".
func (c *clause) perfect(v int, f verbForm, g group) bool {
	return f.forms&formParticiple != 0 && g.finite && !g.carried && g.modal == "" && g.from < v
}

// standsBefore reads a source before its verb: "C, S said".
func (c *clause) standsBefore(v int, f verbForm, g group) bool {
	s, ok := c.subject(g.from, c.from)
	if !ok || s.from <= c.from || c.word(s.from) == "who" || c.word(s.from) == "which" {
		return false
	}
	as := c.word(s.from-1) == "as" || c.word(s.from-1) == "so"
	if as && c.audience(s) {
		return false
	}
	edge := s.from - 1
	if as {
		edge--
	}
	if as && c.word(edge) == "or" {
		edge--
	}
	if edge < c.from || !c.contentEdge(edge, f) {
		return false
	}
	k := c.complement(v, c.to, f)
	left := run{c.from, c.trimRight(c.from, edge+1)}
	if (f.lemma == "run" || shows(f.lemma)) && !c.reads(s) && !c.records(s) || !f.takes("c") && !c.isQuote(edge) && !as && c.setsScene(left.from) { // Asked about it, she shrugged
		return false
	}
	if c.isQuote(edge) && c.translated(s.from, s.to) {
		return c.translatedQuote(edge, s)
	}
	if k.from >= 0 && as && k.frame == frameObject {
		k.after, k.from = k.from, -1
		return c.around(left, k, f, g, s, run{g.from, k.cueEnd})
	}
	if k.from >= 0 {
		return c.splitQuote(left, s, v, f, g, k)
	}
	if k.after < c.to && !c.mark(k.after, ",:;—–") && !c.isQuote(k.after) && !c.tailed(k.after) && !c.speech(edge) {
		return false
	}
	cue := run{g.from, k.cueEnd}
	if as {
		cue.from = g.from
	}
	return c.around(left, k, f, g, s, cue)
}

// audience tells whether a source is those to whom a text speaks, who are told
// that they know: "as older readers will recall".
func (c *clause) audience(src run) bool {
	switch c.word(src.to - 1) {
	case "readers", "viewers", "listeners", "followers", "subscribers", "regulars", "you", "we", "reader", "everyone", "everybody", "anyone":
		return true
	}
	return false
}

// shows tells the verbs that stand beside a content only where a text or figures
// are their subject: "C, documents show".
func shows(lemma string) bool {
	switch lemma {
	case "show", "indicate", "suggest":
		return true
	}
	return false
}

// records tells whether a source is what is put on record: papers, figures.
func (c *clause) records(src run) bool {
	e := c.npEnd(src.from, src.to, false)
	switch c.word(e - 1) {
	case "records", "figures", "data", "papers", "accounts", "logs", "images", "photographs", "footage", "files", "minutes", "emails", "tests", "results", "estimates", "statistics", "polls":
		return e > src.from
	}
	return false
}

// contentEdge tells whether a content can end at unit i, before its source.
func (c *clause) contentEdge(i int, f verbForm) bool {
	if c.isQuote(i) {
		return true
	}
	return c.mark(i, ",?!—–-") && i > c.from
}

// tailed tells whether what is left after the verb is a circumstance with a
// verb of its own: "said after he had seen it".
func (c *clause) tailed(i int) bool {
	switch c.word(i) {
	case "after", "before", "as", "when", "while", "during", "outside", "at", "in", "to", "from", "with", "about", "of", "on",
		"by", "above", "below", "near", "behind", "beside", "inside", "under", "over", "across", "through", "between", "without", "until", "since":
		return true
	case "that":
		return c.tag(i-1) == text.NOUN // in a notice that ran to ten words
	}
	f, ok := c.verb(i)
	return ok && f.forms&formGerund != 0 || c.tag(i) == text.VERB && (participle(c.word(i)) || handed(c.word(i)))
}

// standsBehind reads a source behind its verb: "C, said S".
func (c *clause) standsBehind(v int, f verbForm, g group) bool {
	edge := g.from - 1
	if edge < c.from || f.lemma == "tell" || f.lemma == "find" || f.forms&(formPast|formThird) == 0 && f.lemma != "say" || !c.contentEdge(edge, f) || c.mark(edge, "—–-") && !c.isQuote(edge-1) {
		return false
	}
	if !c.isQuote(edge) && !c.isQuote(edge-1) {
		if s, ok := c.subject(g.from, c.from); ok && (s.from == c.from || c.tag(s.from-1) == text.CCONJ) {
			return false
		}
	}
	e := c.sourceAfter(v+1, c.to)
	if c.mark(edge, ",") && !c.isQuote(edge-1) && !c.asserts(run{c.from, edge}) && !c.goesOn(e) {
		return false
	}
	if e == v+1 || !c.nominal(c.npEnd(v+1, c.to, false)-1) || accusative(c.word(v+1)) {
		return false
	}
	if !c.isQuote(edge) && c.clauseAhead(v+1, c.to) && c.word(e) != "" && !c.mark(e, ",") {
		return false
	}
	left := run{c.from, c.trimRight(c.from, edge+1)}
	k := complement{from: -1, cueEnd: v + 1, after: e}
	for next := e; next < c.to; k.after = next {
		if next = c.circumstance(&k, next, c.to); next == k.after {
			break
		}
	}
	k.cueEnd = v + 1
	return c.around(left, k, f, g, run{v + 1, e}, run{g.from, v + 1})
}

// splitQuote reads "“C1,” S said, “C2.”", where the second quotation looks
// like the complement.
func (c *clause) splitQuote(left run, s run, v int, f verbForm, g group, k complement) bool {
	if !c.isQuote(k.from) || !c.hasSpeech(left.from, left.to) && !c.mark(s.from-1, ",") || k.frame == frameClause || k.frame == frameObject && f.takes("a") {
		if c.isQuote(k.from) || !c.mark(s.from-1, ",") || k.frame != frameColon || c.hasSpeech(left.from, left.to) || !c.clauseAhead(left.from, left.to) {
			return false
		}
	}
	if !c.hasContentBefore(s.from) || c.isQuote(k.from) && !c.hasSpeech(left.from, left.to) && (k.frame == frameColon || c.setsScene(left.from)) {
		return false
	}
	k.after = k.from
	return c.around(left, k, f, g, s, run{g.from, k.cueEnd})
}

// setsScene tells whether what begins at i is the reporter's circumstance:
// "Asked if he had left, …", "As he left, …".
func (c *clause) setsScene(i int) bool {
	switch c.tag(i) {
	case text.VERB, text.ADP, text.SCONJ, text.ADV:
		return true
	}
	return false
}

// around keeps the finding whose content stands on the left of its source and
// verb, and perhaps goes on at the right.
func (c *clause) around(left run, k complement, f verbForm, g group, src, cue run) bool {
	left = c.ownClause(left)
	if left.empty() && k.after >= c.to || !left.empty() && !(left.to-left.from == 1 && (c.word(left.from) == "which" || c.word(left.from) == "who")) && !c.asserts(left) && !c.hasSpeech(left.from, left.to) && !c.goesOn(k.after) {
		return false
	}
	right := c.resumes(k.after)
	if t := c.tag(left.to - 1); right.empty() && (t == text.AUX || t == text.ADP) && c.mark(k.after, ",") { // "He was, he said, a member"
		right = run{k.after + 1, c.contentEnd(k.after+1, c.to, verbForm{}, frameClause)}
	}
	if c.isQuote(left.to-1) && c.speech(left.to-1) && !c.isQuote(right.from) {
		right = run{}
	}
	if c.onlyAdverbs(left) && !right.empty() {
		left = run{}
	}
	found := finding{
		source: c.pieces(src), cue: c.pieces(cue), content: c.pieces(left, right),
		medium: k.medium, parent: c.parent, score: scoreClause,
	}
	if c.hasSpeech(left.from, left.to) {
		found.score = scoreQuote
	}
	c.stance(&found, f, g, k, src)
	found.via = c.relays(k, f)
	if !c.keep(found, src) {
		return false
	}
	from := max(right.to, k.after)
	if right.empty() {
		from = k.after
	}
	c.main(from, c.to)
	return true
}

// ownClause cuts from the words left of "S said" what stands before a
// semicolon, before a colon that follows another report, or before a relative
// pronoun: "which, S says, is a bittern".
func (c *clause) ownClause(left run) run {
	if c.hasSpeech(left.from, left.to) {
		return left
	}
	if w := c.word(left.to - 1); left.to-left.from > 1 && (w == "which" || w == "who") && c.tag(left.to-2) != text.ADP {
		return run{left.to - 1, left.to}
	}
	for k := left.to - 2; k > left.from; k-- {
		if c.mark(k, ";") || c.mark(k, ":") && c.reports(left.from, k) && c.clauseAhead(k+1, left.to) {
			return run{k + 1, left.to}
		}
	}
	return left
}

// reports tells whether a verb of saying or denying stands in units [i, j).
func (c *clause) reports(i, j int) bool {
	for ; i < j; i++ {
		if f, ok := c.verb(i); ok && (f.takes("q") || f.stance == hearsay.Denies) {
			return true
		}
	}
	return false
}

// onlyAdverbs tells whether nothing but adverbs and conjunctions stands in r:
// "Then again, as she admitted, …".
func (c *clause) onlyAdverbs(r run) bool {
	for i := r.from; i < r.to; i++ {
		if t := c.tag(i); t != text.ADV && t != text.CCONJ && t != text.PUNCT && t != text.SCONJ {
			return false
		}
	}
	return true
}

// goesOn tells whether a content can go on after the comma at i.
func (c *clause) goesOn(i int) bool {
	return i+1 < c.to && (c.mark(i, ",:—–") && c.hasFinite(i, c.to) || c.isQuote(i))
}

// resumes is the content that goes on at i, behind "S said,".
func (c *clause) resumes(i int) run {
	for i < c.to && c.mark(i, ",:;—–") {
		i++
	}
	if i >= c.to || i == c.from {
		return run{}
	}
	if c.isQuote(i) {
		return run{i, c.trimRight(i, c.contentEnd(i, c.to, verbForm{}, frameClause))}
	}
	if !c.mark(i-1, ",:;—–") || c.opensRemark(i) || c.tag(i) == text.VERB && strings.HasSuffix(c.word(i), "ing") {
		return run{}
	}
	switch c.word(i) {
	case "after", "before", "when", "while", "as", "although", "though", "following", "amid", "who", "citing", "but":
		if c.word(i) != "but" || c.newReport(i+1, c.to, verbForm{}) {
			return run{}
		}
	}
	if (c.tag(i) == text.DET || c.tag(i) == text.NOUN) && !c.clauseAhead(i, c.to) {
		return run{}
	}
	if c.newReport(i, c.to, verbForm{}) || c.tag(i) == text.CCONJ && c.newReport(i+1, c.to, verbForm{}) {
		return run{}
	}
	return run{i, c.contentEnd(i, c.to, verbForm{}, frameClause)}
}
