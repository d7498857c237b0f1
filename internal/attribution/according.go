package attribution

import (
	"hearsay"
	"hearsay/internal/text"
)

// accordingTo reads "according to S" and "in S's words", wherever they stand.
func (c *clause) accordingTo() bool {
	for i := c.from; i < c.to; i++ {
		switch {
		case c.word(i) == "according" && c.word(i+1) == "to" && i+2 < c.to:
			if c.insideReport(i) || c.besideReport(i) {
				continue // "S said that, according to T, C"
			}
			if c.prepositionSource(i, i+2, c.afterSource(i+2)) {
				return true
			}
		case c.word(i) == "if" && c.parent < 0:
			if src, end := c.believing(i); end > i && c.adverbial(run{i, src.from}, run{src.to, end}, src, end) {
				return true
			}
		case (c.word(i) == "per" || c.word(i) == "via") && (i == c.from || c.mark(i-1, ",(")):
			if e := c.afterSource(i + 1); e > i+1 && (c.publicationAt(run{i + 1, e}) || c.word(i) == "per" && c.canTell(i+1, e)) {
				if c.adverbial(run{i, i + 1}, run{}, run{i + 1, e}, e) {
					return true
				}
			}
		case c.word(i) == "as" || c.word(i) == "first" && c.mark(i-1, ","):
			if c.asReported(i) {
				return true
			}
		case c.word(i) == "in" || c.word(i) == "by" || c.word(i) == "to" || c.word(i) == "from":
			if c.word(i) == "from" && i > c.from && c.mediumNoun(i-1) != "" { // a post from her account
				continue
			}
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

// believing reads "if one is to believe S" and "if S is to be believed" at i: the
// source and where the phrase ends, i if it is none.
func (c *clause) believing(i int) (run, int) {
	k := i + 1
	if w := c.word(k); w == "one" || w == "we" || w == "you" {
		for k++; c.tag(k) == text.AUX || c.word(k) == "to" || c.word(k) == "may"; k++ {
		}
		if w := c.word(k); w == "believe" || w == "trust" || w == "credit" {
			if e := c.afterSource(k + 1); e > k+1 && c.canTell(k+1, e) {
				return run{k + 1, e}, e
			}
		}
		return run{}, i
	}
	e := c.npEnd(k, c.to, true)
	if w := c.word(e); e == k || w != "is" && w != "are" || c.word(e+1) != "to" || c.word(e+2) != "be" {
		return run{}, i
	}
	if w := c.word(e + 3); w != "believed" && w != "trusted" && w != "credited" {
		return run{}, i
	}
	return run{k, e}, e + 4
}

// insideReport tells whether a phrase between commas at i stands in what
// somebody is reported to say: behind "said that,".
func (c *clause) insideReport(i int) bool {
	if !c.mark(i-1, ",") || c.word(i-2) != "that" {
		return false
	}
	const between = 8 // said [on Monday in a statement] that
	for v := i - 3; v > c.from && i-3-v < between && !c.mark(v, ",;:"); v-- {
		if f, ok := c.verb(v); ok && f.takes("c") && f.forms&formFinite != 0 && (c.tag(v) == text.VERB || v == i-3) {
			return true
		}
	}
	return false
}

// asReported reads "as first reported by S" and "as S has it" at i.
func (c *clause) asReported(i int) bool {
	k := i + 1
	if c.word(i) == "as" && (c.word(k) == "first" || c.tag(k) == text.ADV) {
		k++
	}
	if f, ok := c.verb(k); ok && told(f.lemma) && f.forms&formParticiple != 0 && c.word(k+1) == "by" {
		if e := c.afterSource(k + 2); e > k+2 {
			return c.adverbial(run{i, k + 2}, run{}, run{k + 2, e}, e)
		}
	}
	if src, end := c.asSaidFirst(i); end > i {
		return c.adverbial(run{i, i + 1}, run{src.to, end}, src, end)
	}
	e := c.asHasIt(i, c.to)
	if e == i || i == c.from || c.untrueFrame(c.from, i) > c.from {
		return false
	}
	if so := c.soSays(i); !so.empty() {
		return c.soSaid(so, run{i + 1, e})
	}
	return c.adverbial(run{i, i + 1}, run{e, e + 2}, run{i + 1, e}, e+2)
}

// asSaidFirst reads "As S first reported, C" and "As he told it to S, C" at the
// begin i of a sentence: the source, and the comma behind the phrase; i if it is
// none.
func (c *clause) asSaidFirst(i int) (src run, end int) {
	if i != c.from || c.word(i) != "as" {
		return run{}, i
	}
	e := c.npEnd(i+1, c.to, true)
	v := e
	for c.tag(v) == text.AUX || c.tag(v) == text.ADV || c.word(v) == "first" {
		v++
	}
	f, ok := c.verb(v)
	if e == i+1 || !ok || !f.takes("q") {
		return run{}, i
	}
	end = v + 1
	if c.word(end) == "it" || c.word(end) == "this" {
		end++
	}
	for end < c.to && !c.mark(end, ",") && !c.isQuote(end) && end-v < 8 && c.tag(end) != text.VERB && c.tag(end) != text.AUX && c.word(end) != "that" {
		end++
	}
	if !c.mark(end, ",") || !c.clauseAhead(end+1, c.to) && !c.isQuote(end+1) {
		return run{}, i
	}
	return run{i + 1, e}, end
}

// asHasIt finds "as S has it" at i: the unit after S, i if it does not stand
// there.
func (p *passage) asHasIt(i, hi int) int {
	if p.word(i) != "as" {
		return i
	}
	e := p.npEnd(i+1, hi, true)
	if e == i+1 || e+1 >= hi || p.word(e+1) != "it" {
		return i
	}
	switch p.word(e) {
	case "has", "had", "have", "tells":
		return e
	}
	return i
}

// told tells the verbs of "as reported by S".
func told(lemma string) bool {
	switch lemma {
	case "report", "reveal", "disclose", "describe", "relate", "recount", "tell", "claim", "state", "note", "announce", "relay":
		return true
	}
	return false
}

// soSays finds the S of "C: so S," before unit i, with its "so" in front.
func (c *clause) soSays(i int) run {
	for k := i - 1; k > c.from+2 && i-k < 16; k-- {
		if c.word(k) == "so" && c.mark(k-1, ":;,—–") && c.opensNP(k+1) && !c.hasFinite(k+1, i) {
			return run{k, c.trimRight(k, i)}
		}
	}
	return run{}
}

// soSaid keeps "C: so S, as N has it", where N is a relay; N may be empty.
func (c *clause) soSaid(so, relay run) bool {
	f := finding{
		source: c.pieces(run{so.from + 1, so.to}), cue: c.pieces(run{so.from, so.from + 1}), content: c.pieces(run{c.from, c.trimRight(c.from, so.from)}),
		parent: c.parent, score: scoreLoose, stance: hearsay.Asserts,
	}
	f.hedged = c.hedgedPieces(f.content)
	if !relay.empty() {
		f.via = []hearsay.Via{{Role: hearsay.RoleRelay, Span: c.relayName(relay)}}
	}
	return c.keep(f, run{so.from + 1, so.to})
}

// afterSource is the end of the source that begins at i, with appositions
// only where they are surely part of it.
func (c *clause) afterSource(i int) int {
	e := c.npEnd(i, c.to, true)
	if e > i && c.word(e) == "who" {
		return c.clauseStop(e, c.to)
	}
	if e > i && c.word(e) == "by" && (c.mediumNoun(e-1) != "" || authored(c.word(e-1))) { // a memorandum by its cashier
		e = max(e, c.npEnd(e+1, c.to, true))
	}
	if e > i && c.tag(e) == text.VERB && (participle(c.word(e)) || c.mediumNoun(e-1) != "" && handed(c.word(e))) {
		e = c.clauseStop(e, c.to)
	}
	if _, is := c.thatDid(e); is && e > i && c.mediumNoun(e-1) != "" { // a letter that N published
		e = c.clauseStop(e, c.to)
	}
	for e < c.to && c.mark(e, ",") {
		next := c.clauseStop(e+1, c.to)
		initial := i-c.from <= 3 || i-c.from <= 6 && c.tag(c.from) == text.ADP && c.lex.sets["account"].has(c.word(i-2)) // in the view of S
		if next <= e+1 || initial && next == c.to || !c.appositive(e+1, next) || c.opensRemark(e+1) {
			break
		}
		if initial && c.clauseAhead(e+1, c.to) && c.word(e+1) != "who" && c.word(e+1) != "which" && !c.clauseAhead(next+1, c.to) {
			break
		}
		if w := c.word(next + 1); initial && (w == "who" || w == "which" || w == "whose") && c.hasFinite(c.clauseStop(next+1, c.to)+1, min(c.clauseStop(next+1, c.to)+2, c.to)) {
			break // the car, which was stolen, had
		}
		e = next
	}
	return e
}

// authored tells the documents that are by somebody.
func authored(w string) bool {
	switch w {
	case "paper", "assessment", "analysis", "briefing", "study", "survey", "audit", "review", "estimate", "calculation":
		return true
	}
	return papers[w]
}

// handed tells the participles, without an ending that says so, of what is done
// with a document.
func handed(w string) bool {
	switch w {
	case "sent", "made", "put", "kept", "brought", "read", "sworn", "left", "held", "bought", "found", "set":
		return true
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
	if w := c.word(cue.from - 1); left.to-left.from > 3 && (w == "and" || w == "but") && c.hasFinite(left.from, left.to) && c.clauseAhead(right.from, right.to) && !c.hasSpeech(left.from, left.to) {
		left.to = left.from // "S got a deck, and according to the deck C"
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
