package attribution

import (
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
