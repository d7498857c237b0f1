package attribution

import (
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

// transcript reads "NAME: what is said" at the beginning of a paragraph.
func (c *clause) transcript() bool {
	if c.from != 0 || c.parent >= 0 {
		return false
	}
	k := c.from
	for k < c.to && k < 6 && (c.tag(k) == text.PROPN || c.mark(k, ".") || c.capital(k)) {
		k++
	}
	if k == c.from || !c.mark(k, ":") || k+1 >= c.to || !c.speakerName(c.from, k) {
		return false
	}
	if c.presenter(k - 1) {
		c.from = k + 1
		return false
	}
	end := len(c.u)
	for end > k && c.mark(end-1, ".") {
		end--
	}
	f := finding{source: c.pieces(run{c.from, k}), cue: c.pieces(run{k, k + 1}), content: c.pieces(run{k + 1, end}), parent: c.parent, score: scoreClause, stance: hearsay.Asserts}
	if c.asks(k+1, end) {
		f.stance = hearsay.Questions
	}
	if k-c.from == 1 && len(c.word(c.from)) == 1 { // "Q:" and "A:" name nobody
		f.source, f.cue = nil, c.pieces(run{c.from, k + 1})
	}
	return c.keep(f, run{c.from, k})
}

// presenter tells whether the speaker whose name ends at unit i presents the
// programme or wrote the report: that is the publisher's own voice.
func (c *clause) presenter(i int) bool {
	name := c.word(i)
	if name == "" || len(name) < 3 {
		return false
	}
	for _, w := range nameWords(c.report.Byline + " " + c.report.Outlet) {
		if w == name {
			return true
		}
	}
	for b := 0; b < min(6, len(c.doc.Blocks)); b++ {
		body := strings.ToLower(c.doc.Blocks[b].Span.Of(c.doc.Text))
		for _, role := range []string{"presenter", "presented by", "host", "hosted by", "with ", "interviewer", "interview by", "read by", "reporter"} {
			at := strings.Index(body, role)
			if at < 0 || len(body) > 400 {
				continue
			}
			if near := body[at+len(role):]; strings.Contains(near[:min(len(near), 40)], " "+name) {
				return true
			}
		}
	}
	return false
}

// asks tells whether units [from, to) are one question.
func (c *clause) asks(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if c.u[i].begins {
			return false
		}
	}
	return c.mark(to-1, "?")
}

// speakerName tells a name in a transcript from a label like "Note:": it labels
// another paragraph too, or is in capitals and its last word is a name in the
// text.
func (c *clause) speakerName(from, to int) bool {
	if c.labels(from, to) > 1 && c.speakers() > 1 {
		return to-from <= 4
	}
	if label := c.spanOf(run{from, to}).Of(c.doc.Text); strings.ToUpper(label) == label && c.labelled() >= 3 && c.speakers() > 1 {
		return true
	}
	last := c.doc.Of(c.u[to-1].first)
	if len(last) < 3 || strings.ToUpper(last) != last {
		return false
	}
	name := last[:1] + strings.ToLower(last[1:])
	return strings.Contains(c.doc.Text, " "+name)
}

// labels counts the paragraphs that begin like units [from, to) and a colon.
func (c *clause) labels(from, to int) int {
	label := c.doc.Text[c.doc.Tokens[c.u[from].first].Start:c.doc.Tokens[c.u[to-1].last].End]
	n := 0
	for _, b := range c.doc.Blocks {
		if body := b.Span.Of(c.doc.Text); strings.HasPrefix(body, label) && n < 2 {
			n++
		}
	}
	return n
}

// accordingTo reads "according to S" and "in S's words", wherever they stand.
func (c *clause) accordingTo() bool {
	for i := c.from; i < c.to; i++ {
		switch {
		case c.word(i) == "according" && c.word(i+1) == "to" && i+2 < c.to:
			if c.prepositionSource(i, i+2, c.afterSource(i+2)) {
				return true
			}
		case c.word(i) == "in" || c.word(i) == "by" || c.word(i) == "to" || c.word(i) == "from":
			if src, end := c.accountOf(i); end > i {
				if q := end; c.isQuote(q) || c.mark(q, ",:") && c.isQuote(q+1) {
					return c.inOwnWords(i, src, end)
				}
				return c.adverbial(run{i, src.from}, run{src.to, end}, src, end)
			}
		}
	}
	return false
}

// afterSource is the end of the source that begins at i, with appositions
// only where they are surely part of it.
func (c *clause) afterSource(i int) int {
	e := c.npEnd(i, c.to, true)
	if e > i && c.word(e) == "who" {
		return c.clauseStop(e, c.to)
	}
	if e > i && c.tag(e) == text.VERB && participle(c.word(e)) {
		e = c.clauseStop(e, c.to)
	}
	for e < c.to && c.mark(e, ",") {
		next := c.clauseStop(e+1, c.to)
		initial := i-c.from <= 3
		if next <= e+1 || initial && next == c.to || !c.appositive(e+1, next) || c.opensRemark(e+1) {
			break
		}
		if initial && c.clauseAhead(e+1, c.to) && c.word(e+1) != "who" && c.word(e+1) != "which" && !c.clauseAhead(next+1, c.to) {
			break
		}
		e = next
	}
	return e
}

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

func (c *clause) prepositionSource(cue, src, end int) bool {
	if end <= src {
		return false
	}
	if c.translated(src, end) && cue == c.from {
		return c.throughTranslation(src, end)
	}
	return c.adverbial(run{cue, src}, run{}, run{src, end}, end)
}

// accountOf finds "in her telling" at i: the possessor and where the phrase
// ends.
func (c *clause) accountOf(i int) (run, int) {
	for k := i + 1; k < c.to && k < i+10; k++ {
		if !c.lex.sets["account"].has(c.word(k)) || c.tag(k) != text.NOUN {
			if t := c.tag(k); t != text.NOUN && t != text.PROPN && t != text.PRON && t != text.DET && t != text.ADJ && t != text.PART {
				return run{}, i
			}
			continue
		}
		if c.word(k+1) == "of" && c.tag(k-1) == text.DET {
			if e := c.afterSource(k + 2); e > k+2 {
				return run{k + 2, e}, e
			}
			return run{}, i
		}
		s := k - 1
		if c.tag(s) == text.ADJ && c.word(s) == "own" {
			s--
		}
		switch {
		case c.tag(s) == text.PRON && possessivePronoun(c.word(s)):
			return run{s, s + 1}, k + 1
		case c.tag(s) == text.PART && s > i+1:
			return run{i + 1, s}, k + 1
		}
		return run{}, i
	}
	return run{}, i
}

// inOwnWords reads "in S's words, “C”" at i: only the quotation is S's for sure.
func (c *clause) inOwnWords(i int, src run, end int) bool {
	q := end
	if !c.isQuote(q) {
		q++
	}
	f := finding{
		source: c.pieces(src), cue: c.pieces(run{i, src.from}, run{src.to, end}), content: c.pieces(run{q, q + 1}),
		parent: c.parent, score: scoreClause, stance: hearsay.Asserts,
	}
	return c.keep(f, src)
}

// translated tells whether the source [i, j) is a translation or transcript.
func (c *clause) translated(i, j int) bool {
	e := c.npEnd(i, j, false)
	if e == i {
		return false
	}
	switch c.word(e - 1) {
	case "translation", "translator", "subtitles", "interpreter":
		return true
	}
	return false
}

// reads tells whether a source is a text, which "runs" or "reads".
func (c *clause) reads(src run) bool {
	e := c.npEnd(src.from, src.to, false)
	return e > src.from && (c.mediumNoun(e-1) != "" || c.translated(src.from, src.to))
}

// translatedQuote reads "“S said C,” the translation runs": what is said in the
// quotation stands in the report itself, by way of the translator.
func (c *clause) translatedQuote(q int, src run) bool {
	n := len(c.found)
	in := c.innerToks[c.u[q].quote]
	c.scanner.read(in[0], in[1], c.parent, maxDepth-2)
	if len(c.found) == n {
		return false
	}
	c.passVia(n, src)
	c.markUsed(c.tokens(run{q, q + 1}))
	return true
}

// passVia adds whoever made the translation src to the findings from n on.
func (c *clause) passVia(n int, src run) bool {
	by := c.translator()
	if by.IsEmpty() {
		by = c.spanOf(src)
	}
	passed := false
	for i := n; i < len(c.found); i++ {
		if c.found[i].parent == c.parent {
			c.found[i].via = append([]hearsay.Via{{Role: hearsay.RoleTranslator, Span: by}}, c.found[i].via...)
			passed = true
		}
	}
	return passed
}

// throughTranslation reads "According to the translation, S claims that C":
// whoever made the translation is a go-between of S.
func (c *clause) throughTranslation(src, end int) bool {
	from := end
	for from < c.to && c.mark(from, ",") {
		from++
	}
	n := len(c.found)
	rest := clause{passage: c.passage, from: from, to: c.to, parent: c.parent}
	rest.read()
	passed := c.passVia(n, run{src, end})
	c.last, c.subj = rest.last, rest.subj
	return passed
}

// adverbial keeps the finding of a phrase of source that stands before, in or
// after its content.
func (c *clause) adverbial(cue, cue2, src run, end int) bool {
	left := run{c.from, c.trimRight(c.from, cue.from)}
	right := run{end, c.to}
	if c.mark(end, ";") {
		right.to = end
	}
	for right.from < right.to && c.mark(right.from, ",:") {
		right.from++
	}
	if !left.empty() && (c.opensRemark(right.from) || c.speech(left.to-1) && !c.isQuote(right.from)) {
		right.to = right.from
	}
	if left.to-left.from == 1 && c.tag(left.from) != text.NOUN && !c.isQuote(left.from) { // "But according to"
		left.to = left.from
	}
	if !left.empty() && !c.hasContentBefore(cue.from) && right.empty() {
		return false
	}
	if left.to-left.from == 1 && (c.word(left.from) == "that's" || c.word(left.from) == "and") {
		left.to = left.from
	}
	right.to = max(right.from, c.trimRight(right.from, right.to))
	f := finding{
		source: c.pieces(src), cue: c.pieces(cue, run{cue2.from, min(cue2.to, end)}), content: c.pieces(left, right),
		parent: c.parent, score: scoreClause, stance: hearsay.Asserts,
	}
	f.hedged = c.hedgedPieces(f.content)
	f.medium = c.mediumOf(src)
	return c.keep(f, src)
}

// parenthetical reads "C, S said", "C1, said S, C2" and "“C,” S said".
func (c *clause) parenthetical() bool {
	for v := c.from + 1; v < c.to; v++ {
		f, ok := c.verb(v)
		if !ok || !f.takes("q") || f.forms&formFinite == 0 {
			continue
		}
		g := c.verbGroup(v, c.from)
		if g.passive || g.from <= c.from {
			continue
		}
		if c.standsBefore(v, f, g) || c.standsBehind(v, f, g) {
			return true
		}
	}
	return false
}

// standsBefore reads a source before its verb: "C, S said".
func (c *clause) standsBefore(v int, f verbForm, g group) bool {
	s, ok := c.subject(g.from, c.from)
	if !ok || s.from <= c.from || c.word(s.from) == "who" || c.word(s.from) == "which" {
		return false
	}
	as := c.word(s.from-1) == "as" || c.word(s.from-1) == "so"
	edge := s.from - 1
	if as {
		edge--
	}
	if edge < c.from || !c.contentEdge(edge, f) {
		return false
	}
	k := c.complement(v, c.to, f)
	left := run{c.from, c.trimRight(c.from, edge+1)}
	if f.lemma == "run" && !c.reads(s) {
		return false
	}
	if c.isQuote(edge) && c.translated(s.from, s.to) {
		return c.translatedQuote(edge, s)
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
	case "after", "before", "as", "when", "while", "during", "outside", "at", "in", "to", "from", "with", "about", "of", "on":
		return true
	}
	f, ok := c.verb(i)
	return ok && f.forms&formGerund != 0 || c.tag(i) == text.VERB && participle(c.word(i))
}

// standsBehind reads a source behind its verb: "C, said S".
func (c *clause) standsBehind(v int, f verbForm, g group) bool {
	edge := g.from - 1
	if edge < c.from || f.lemma == "tell" || f.forms&(formPast|formThird) == 0 && f.lemma != "say" || !c.contentEdge(edge, f) || c.mark(edge, "—–-") && !c.isQuote(edge-1) {
		return false
	}
	if !c.isQuote(edge) && !c.isQuote(edge-1) {
		if s, ok := c.subject(g.from, c.from); ok && (s.from == c.from || c.tag(s.from-1) == text.CCONJ) {
			return false
		}
	}
	e := c.sourceAfter(v+1, c.to)
	if c.mark(edge, ",") && !c.isQuote(edge-1) && !c.hasVerb(c.from, edge) && !c.goesOn(e) {
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
	if left.empty() && k.after >= c.to || !left.empty() && !c.hasVerb(left.from, left.to) && !c.hasSpeech(left.from, left.to) && !c.goesOn(k.after) {
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
