package attribution

import (
	"hearsay"
	"hearsay/internal/text"
)

// untrue reads "it is not true that C" and "there is no truth in the report
// that C" at unit i: C is denied by whoever speaks. It gives the unit after C,
// i if no such frame begins there.
func (c *clause) untrue(i, hi int) int {
	from := c.untrueFrame(i, hi)
	if from == i {
		return i
	}
	end := c.contentEnd(from, hi, verbForm{}, frameClause)
	if c.word(from) != "that" && !c.clauseAhead(from, hi) {
		end = c.npEnd(from, hi, true)
	}
	if end <= from {
		return i
	}
	found := finding{
		cue: c.pieces(run{i, from}), content: c.pieces(run{from, end}),
		stance: hearsay.Denies, parent: c.parent, score: scoreLoose,
	}
	found.hedged = c.hedgedPieces(found.content)
	if !c.keep(found, run{}) {
		return i
	}
	return end
}

// untrueFrame is where the content of such a frame begins, i if unit i begins
// none.
func (c *clause) untrueFrame(i, hi int) int {
	it := c.word(i)
	if it != "it" && it != "there" {
		return i
	}
	k, not := i+1, false
	for k < hi && (beForm(c.word(k)) || c.tag(k) == text.AUX || c.tag(k) == text.ADV || c.word(k) == "not" || c.word(k) == "n't" || c.word(k) == "never") {
		not = not || c.tag(k) == text.PART || c.word(k) == "never" || c.word(k) == "not"
		k++
	}
	if k == i+1 || !beForm(c.word(k-1)) && !c.beBetween(i, k) {
		return i
	}
	if it == "there" {
		return c.noTruth(i, k, hi)
	}
	if w := c.word(k); w == "a" || w == "an" || w == "the" || w == "pure" || w == "complete" || w == "utter" || w == "total" {
		k++
	}
	word := c.word(k)
	if !(not && (word == "true" || word == "so" || word == "correct" || word == "right" || word == "case")) && (not || !c.lex.sets["untrue"].has(word)) {
		return i
	}
	if c.mark(k+1, ",") {
		if end := c.clauseStop(k+2, hi); c.mark(end, ",") {
			k = end
		}
	}
	if c.word(k+1) == "to" && (c.word(k+2) == "say" || c.word(k+2) == "claim" || c.word(k+2) == "suggest") {
		k += 2
	}
	if c.word(k+1) != "that" || k+3 >= hi {
		return i
	}
	return k + 1
}

func (c *clause) beBetween(i, k int) bool {
	for ; i < k; i++ {
		if beForm(c.word(i)) {
			return true
		}
	}
	return false
}

// noTruth is where the content of "no truth in the report that C" and "nothing
// in the story that C" begins, whose "no" or "nothing" stands at k.
func (c *clause) noTruth(i, k, hi int) int {
	switch c.word(k) {
	case "nothing":
	case "no":
		for k++; c.tag(k) == text.ADJ; k++ {
		}
		if w := c.word(k); w != "truth" && w != "basis" && w != "foundation" && w != "substance" {
			return i
		}
	default:
		return i
	}
	nothing := c.word(k) == "nothing"
	k++
	if w := c.word(k); w != "in" && w != "to" && w != "for" && w != "whatever" && w != "behind" {
		return i
	}
	e := c.npEnd(k+1, hi, false)
	if e == k+1 {
		return i
	}
	if _, noun := c.lex.nouns[c.word(e-1)]; noun && c.word(e) == "that" && e+2 < hi {
		return e
	}
	if nothing { // there is nothing in the box
		return i
	}
	return k + 1
}

// answered reads "Asked whether C, S said no": S denies C, or asserts it where
// the answer is yes.
func (c *clause) answered() bool {
	if c.word(c.from) != "asked" && c.word(c.from+1) != "asked" {
		return false
	}
	q := c.from + 1
	for q < c.to && q < c.from+6 && c.word(q) != "whether" && c.word(q) != "if" {
		q++
	}
	if w := c.word(q); w != "whether" && w != "if" {
		return false
	}
	for k := q + 3; k < c.to; k++ {
		if !c.mark(k, ",") {
			continue
		}
		e := c.npEnd(k+1, c.to, true)
		stance, end := c.answerAt(e)
		if e == k+1 || stance == "" {
			continue
		}
		f := finding{
			source: c.pieces(run{k + 1, e}), cue: c.pieces(run{c.from, q + 1}, run{e, end}), content: c.pieces(run{q + 1, k}),
			stance: stance, parent: c.parent, score: scoreLoose,
		}
		if !c.keep(f, run{k + 1, e}) {
			return false
		}
		return !c.isQuote(end) && !c.isQuote(end+1)
	}
	return false
}

// answerAt is the stance of an answer whose verb stands at v, and where its
// cue ends; "" if it is neither yes nor no.
func (c *clause) answerAt(v int) (hearsay.Stance, int) {
	f, ok := c.verb(v)
	switch {
	case c.word(v) == "shook" && c.word(v+2) == "head":
		return hearsay.Denies, v + 3
	case c.word(v) == "nodded":
		return hearsay.Asserts, v + 1
	case !ok || !f.takes("q") && f.lemma != "say":
		return "", v
	}
	i := v + 1
	for c.mark(i, ",:") || c.tag(i) == text.ADV && c.word(i) != "no" && c.word(i) != "yes" {
		i++
	}
	if c.isQuote(i) {
		return c.yesOrNo(c.innerToks[c.u[i].quote]), v + 1
	}
	if w := c.word(i); (w == "no" || w == "yes") && !c.opensNP(i+1) {
		return yesNo(w), i + 1
	}
	if w := c.word(i); f.lemma == "deny" && (w == "it" || w == "this" || w == "that") && !c.opensNP(i+1) {
		return hearsay.Denies, i + 1
	}
	return "", v
}

// yesOrNo is the stance of tokens that are no more than "no" or "yes".
func (s *scanner) yesOrNo(toks [2]int) hearsay.Stance {
	if toks[0] >= toks[1] || toks[1]-toks[0] > 3 {
		return ""
	}
	for t := toks[0] + 1; t < toks[1]; t++ {
		if s.doc.Tokens[t].Kind == text.Word {
			return ""
		}
	}
	return yesNo(s.low[toks[0]])
}

func yesNo(w string) hearsay.Stance {
	switch w {
	case "no", "never":
		return hearsay.Denies
	case "yes":
		return hearsay.Asserts
	}
	return ""
}

// answersQuestion gives a finding whose content is no more than "no" or "yes"
// the question in the sentence before: "Had they sold it? No, said S."
func (c *clause) answersQuestion(n int) {
	if c.from < 2 || len(c.found) <= n {
		return
	}
	f := c.found[n]
	if len(f.content) != 1 || len(f.source) == 0 || f.stance != hearsay.Asserts {
		return
	}
	toks := f.content[0]
	if q := c.quoteAt(toks); q >= 0 {
		toks = c.innerToks[q]
	}
	stance := c.yesOrNo(toks)
	if stance == "" {
		return
	}
	if q := c.questionBefore(); !q.empty() {
		c.answer(f, q, stance)
	}
}

// questionBefore is the sentence before this one without its mark, if it is a
// question.
func (c *clause) questionBefore() run {
	end := c.from
	for end > 0 && c.mark(end-1, "?") {
		end--
	}
	if end == c.from || end == 0 {
		return run{}
	}
	from := end - 1
	for from > 0 && !c.u[from].begins {
		from--
	}
	return run{from, end}
}

// answer keeps the question q as what the source of f denies or asserts.
func (c *clause) answer(f finding, q run, stance hearsay.Stance) {
	c.add(finding{
		source: f.source, cue: f.cue, content: c.pieces(q),
		stance: stance, medium: f.medium, via: f.via, parent: c.parent, score: scoreLoose,
	})
}

// answersBare reads "No, said S" and "Yes, S said" behind a question.
func (c *clause) answersBare() bool {
	stance := yesNo(c.word(c.from))
	q := c.questionBefore()
	if stance == "" || q.empty() || !c.mark(c.from+1, ",") {
		return false
	}
	v, src := c.from+2, run{}
	if f, ok := c.verb(v); ok && f.takes("q") {
		src = run{v + 1, c.sourceAfter(v+1, c.to)}
	} else {
		src = run{v, c.npEnd(v, c.to, true)}
		v = src.to
	}
	if f, ok := c.verb(v); !ok || !f.takes("q") || src.empty() {
		return false
	}
	c.answer(finding{source: c.pieces(src), cue: c.pieces(run{v, v + 1})}, q, stance)
	return true
}

// callsUntrue tells whether the predicate that ends a content says that its
// object is not so: "called the story a lie".
func (p *passage) callsUntrue(f verbForm, pieces [][2]int) bool {
	if !f.takes("a") || len(pieces) == 0 {
		return false
	}
	last := pieces[len(pieces)-1]
	for t := last[1] - 1; t > last[0] && t >= last[1]-3; t-- {
		if p.doc.Tokens[t].Kind == text.Word {
			return p.lex.sets["untrue"].has(p.low[t])
		}
	}
	return false
}
