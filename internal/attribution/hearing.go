package attribution

import (
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

// learned reads "she learned of C from S" and "he heard from S that C": S is
// the source, whoever else tells of it.
func (c *clause) learned(v, lo, hi int, f verbForm, g group) int {
	if f.lemma != "hear" && f.lemma != "learn" || g.negated || g.bare {
		return v
	}
	if _, ok := c.subject(g.from, lo); !ok {
		return v
	}
	i, what := v+1, run{}
	if w := c.word(i); w == "of" || w == "about" {
		what = run{i + 1, c.npEnd(i+1, hi, false)}
		i = what.to
	} else if w := c.word(i); w == "it" || w == "this" || w == "that" && c.word(i+1) == "from" {
		what = run{i, i + 1}
		i++
	}
	if c.word(i) != "from" {
		return v
	}
	e := c.npEnd(i+1, hi, true)
	if e == i+1 || !c.personal(i+1, e) {
		return v
	}
	source, from := run{i + 1, e}, e
	if what.empty() {
		if c.word(from) != "that" && !c.clauseAhead(from, hi) {
			return v
		}
		what = run{from, c.contentEnd(from, hi, f, frameClause)}
	}
	cue := run{g.from, v + 1}
	if w := c.word(v + 1); w == "of" || w == "about" {
		cue.to++
	}
	found := finding{
		source: c.pieces(source), cue: c.pieces(cue, run{i, i + 1}), content: c.pieces(what),
		stance: hearsay.Asserts, parent: c.parent, score: scoreLoose,
	}
	found.hedged = c.hedgedPieces(found.content)
	if !c.keep(found, source) {
		return v
	}
	return max(e, what.to)
}

// learnedFrom reads "C, N has learned from S": S is the source, and what is a
// publication passed it on.
func (c *clause) learnedFrom(v int, f verbForm, g group) bool {
	if f.lemma != "hear" && f.lemma != "learn" && f.lemma != "understand" || g.negated || c.word(v+1) != "from" {
		return false
	}
	s, ok := c.subject(g.from, c.from)
	edge := s.from - 1
	if !ok || edge <= c.from || !c.mark(edge, ",") {
		return false
	}
	e := c.npEnd(v+2, c.to, true)
	left := c.ownClause(run{c.from, c.trimRight(c.from, edge+1)})
	if e == v+2 || e < c.to && !c.mark(e, ",") || !c.personal(v+2, e) || left.empty() || !c.asserts(left) {
		return false
	}
	found := finding{
		source: c.pieces(run{v + 2, e}), cue: c.pieces(run{g.from, v + 2}), content: c.pieces(left),
		stance: hearsay.Asserts, parent: c.parent, score: scoreClause,
	}
	found.hedged = c.hedgedPieces(found.content)
	if name := c.publication(s); !name.empty() && !c.isOwn(c.spanOf(name).Of(c.doc.Text)) {
		found.via = []hearsay.Via{{Role: hearsay.RoleRelay, Span: c.spanOf(name)}}
	}
	return c.keep(found, run{v + 2, e})
}

// personal tells whether a noun phrase can be somebody or something that
// tells: not a time and not an experience.
func (p *passage) personal(from, to int) bool {
	if p.timePhrase(from, to) > from {
		return false
	}
	switch p.word(to - 1) {
	case "experience", "inside", "outside", "above", "below", "there", "here", "scratch", "distance", "carpet", "mistakes", "mistake", "past":
		return false
	}
	return p.tag(to-1) == text.NOUN || p.tag(to-1) == text.PROPN || p.tag(to-1) == text.PRON
}

// citing reads "S said C, citing N" at the verb v: N stands behind S. The
// finding of S then holds the phrase too, and one of N is nested in it.
func (c *clause) citing(v, hi int, f verbForm) int {
	if f.lemma != "cite" && f.lemma != "quote" || f.forms&formGerund == 0 || c.last < 0 {
		return v
	}
	e := c.npEnd(v+1, hi, true)
	if e == v+1 || !c.canTell(v+1, e) {
		return v
	}
	if c.word(e) == "who" || c.tag(e) == text.VERB && participle(c.word(e)) {
		e = c.clauseStop(e, hi)
	}
	if next := c.clauseStop(e+1, hi); c.mark(e, ",") && next > e+1 && c.appositive(e+1, next) && !c.opensRemark(e+1) {
		e = next
	}
	outer := c.last
	k := finding{
		source: c.pieces(run{v + 1, e}), cue: c.pieces(run{v, v + 1}), content: append([][2]int(nil), c.found[outer].content...),
		stance: hearsay.Asserts, parent: outer, score: scoreLoose,
	}
	k.hedged = c.found[outer].hedged
	phrase := c.tokens(run{v, e})
	if phrase[0] < c.end(outer) {
		return v
	}
	c.found[outer].content = append(c.found[outer].content, phrase)
	c.add(k)
	return e
}

// quotesAs reads "N quoted S as saying C" and "“C,” N quotes S as saying" at
// the verb v: S speaks, and N is a relay.
func (c *clause) quotesAs(v, lo, hi int, f verbForm, g group) int {
	if f.lemma != "quote" && f.lemma != "cite" || g.passive {
		return v
	}
	e, as := c.quotedSource(v+1, hi)
	if e == v+1 {
		return v
	}
	say, _ := c.verb(as + 1)
	relay, _, ok := c.sourceOf(v, lo, f, g)
	if !ok {
		return v
	}
	k := c.complement(as+1, hi, say)
	content, end := run{}, max(k.after, as+2)
	if k.from >= 0 {
		end = c.contentEnd(k.from, hi, say, k.frame)
		content = run{k.from, end}
	} else if edge := relay.from - 1; edge >= lo && c.contentEdge(edge, say) {
		content = run{lo, c.trimRight(lo, edge+1)}
		if c.isQuote(content.to - 1) {
			content.from = content.to - 1
		}
	}
	found := finding{
		source: c.pieces(run{v + 1, e}), cue: c.pieces(run{g.from, v + 1}, run{as, as + 2}), content: c.pieces(content),
		medium: k.medium, parent: c.parent, score: scoreClause,
	}
	switch c.word(relay.from) {
	case "he", "she":
		if content.from == k.from && !content.empty() {
			c.quoter(&found, relay, run{g.from, v + 1}, run{v + 1, end})
		}
	case "i", "we", "they":
	default:
		found.via = []hearsay.Via{{Role: hearsay.RoleRelay, Span: c.relayName(relay)}}
	}
	c.stance(&found, say, group{}, k, run{v + 1, e})
	if content.empty() || !c.keep(found, run{v + 1, e}) {
		return v
	}
	return end
}

// quoter nests a finding in one of its own for who quotes: "he quoted S as
// saying C" is said by whoever he is.
func (c *clause) quoter(f *finding, who, cue, said run) {
	outer := c.add(finding{
		source: c.pieces(who), cue: c.pieces(cue), content: c.pieces(said),
		stance: hearsay.Asserts, parent: c.parent, score: scoreClause,
	})
	if outer >= 0 {
		f.parent, f.cue = outer, f.cue[1:]
	}
}

// quotedSource is the end of the source that begins at i and is quoted "as
// saying" something, with appositions and relative clauses, and where the "as"
// stands; i if there is none.
func (c *clause) quotedSource(i, hi int) (end, as int) {
	const longest = 24
	for k := i + 1; k+1 < hi && k-i < longest && !c.isQuote(k) && !c.mark(k, ";:"); k++ {
		if say, ok := c.verb(k + 1); c.word(k) == "as" && ok && say.forms&formGerund != 0 && say.takes("cq") {
			return c.trimRight(i, k), k
		}
	}
	return i, i
}

// relayName is the span of a go-between: the name of a publication, or the
// one named last for "the paper".
func (c *clause) relayName(r run) hearsay.Span {
	if name := c.publication(r); !name.empty() {
		c.outlets = append(c.outlets, c.spanOf(name))
		return c.spanOf(name)
	}
	if via := c.knownOutlet(r); via != nil && c.lex.sets["outletnoun"].has(c.word(r.to-1)) {
		return via[0].Span
	}
	return c.spanOf(r)
}

// citedWithin parts a source like "N, quoting S" or "N, which cited S" into N,
// the phrase and S; the phrase is empty if there is none.
func (c *clause) citedWithin(source run) (outer, phrase, inner run) {
	for k := source.from + 1; k+2 < source.to; k++ {
		if !c.mark(k, ",") {
			continue
		}
		v := k + 1
		if w := c.word(v); w == "which" || w == "who" {
			for v++; c.tag(v) == text.AUX || c.tag(v) == text.ADV; v++ {
			}
		}
		f, ok := c.verb(v)
		if !ok || f.lemma != "cite" && f.lemma != "quote" || f.forms&formGerund == 0 && v == k+1 {
			continue
		}
		e := c.npEnd(v+1, source.to, true)
		if e > v+1 && (c.canTell(v+1, e) || f.lemma == "quote") {
			return run{source.from, k}, run{k + 1, source.to}, run{v + 1, e}
		}
	}
	return source, run{}, run{}
}

// citingFirst reads "Citing N, S said C" and "Quoting N, S said C".
func (c *clause) citingFirst() bool {
	if w := c.word(c.from); w != "citing" && w != "quoting" {
		return false
	}
	e := c.npEnd(c.from+1, c.to, true)
	for k := c.from + 2; k < e; k++ {
		if c.mark(k, ",") && c.clauseAhead(k+1, c.to) { // "Citing two employees, the Gazette said": no list
			e = k
		}
	}
	if e == c.from+1 || !c.mark(e, ",") || !c.canTell(c.from+1, e) {
		return false
	}
	rest := clause{passage: c.passage, from: e + 1, to: c.to, parent: c.parent}
	rest.read()
	if rest.last < 0 || c.found[rest.last].parent != c.parent {
		return true
	}
	outer := &c.found[rest.last]
	k := finding{
		source: c.pieces(run{c.from + 1, e}), cue: c.pieces(run{c.from, c.from + 1}), content: append([][2]int(nil), outer.content...),
		stance: hearsay.Asserts, hedged: outer.hedged, parent: rest.last, score: scoreLoose,
	}
	outer.content = append([][2]int{c.tokens(run{c.from, e})}, outer.content...)
	c.add(k)
	return true
}

// canTell tells whether a noun phrase is one who tells, or a document, and not
// a reason ("citing health concerns").
func (p *passage) canTell(from, to int) bool {
	e := p.npEnd(from, to, false)
	if e == from || p.word(from) == "no" { // citing no source
		return false
	}
	w := p.word(e - 1)
	if p.tag(e-1) == text.PRON {
		return p.tag(from) == text.PRON && (nominative(w) || accusative(w) || w == "her")
	}
	return p.teller(w) || p.tag(e-1) == text.PROPN && !p.timeWord(e-1)
}

// teller tells whether a noun is for people, bodies or documents that tell.
func (s *scanner) teller(w string) bool {
	one := strings.TrimSuffix(w, "s")
	for _, set := range []string{"medium", "outletnoun", "official", "teller"} {
		if s.lex.sets[set].has(w) || s.lex.sets[set].has(one) {
			return true
		}
	}
	if len(one) < 5 || s.lex.sets["thing"].has(one) {
		return false
	}
	for _, end := range []string{"er", "or", "ist", "ian", "man", "men", "man", "ive", "ant", "eer", "ee", "ess"} {
		if strings.HasSuffix(one, end) {
			return true
		}
	}
	return false
}
