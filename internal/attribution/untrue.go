package attribution

import (
	"hearsay"
	"hearsay/internal/text"
)

// untrueAt is where a predicate at unit k ends which says that its subject is
// not so: "are wrong", "is simply not true", "was a complete fabrication". It
// is k if none stands there.
func (c *clause) untrueAt(k, hi int) int {
	if e := c.baselessAt(k, hi); e > k {
		return e
	}
	if !beForm(c.word(k)) || c.tag(k-1) == text.AUX {
		return k
	}
	e, not := k+1, false
	for e < hi && (c.tag(e) == text.ADV || c.tag(e) == text.PART || c.tag(e) == text.DET || filler(c.word(e))) {
		not = not || c.word(e) == "not" || c.word(e) == "n't" || c.word(e) == "never"
		e++
	}
	switch w := c.word(e); {
	case not && (w == "true" || w == "so" || w == "correct" || w == "right" || w == "accurate" || w == "case"):
	case !not && (w == "wrong" || c.lex.sets["untrue"].has(w)):
	case not && e > k+1 && c.word(e-1) == "so": // "so" is read as an adverb
		return e
	default:
		return k
	}
	if e++; e < hi && !c.mark(e, ",;:.—–") && c.tag(e) != text.CCONJ && !c.isQuote(e) && c.timePhrase(e, hi) == e {
		return k
	}
	return e
}

// baselessAt is where a predicate at unit k ends which says that there is
// nothing in its subject: "do not correspond to reality", "has no basis in fact",
// "is without foundation". It is k if none stands there.
func (c *clause) baselessAt(k, hi int) int {
	e := k + 1
	switch w := c.word(k); {
	case w == "do" || w == "does" || w == "did":
		if n := c.word(e); n != "not" && n != "n't" {
			return k
		}
		e++
		switch c.word(e) {
		case "correspond", "match", "reflect", "accord", "square", "fit", "agree":
		default:
			return k
		}
		if e++; c.tag(e) == text.ADP {
			e++
		}
		if c.tag(e) == text.DET {
			e++
		}
		switch c.word(e) {
		case "reality", "truth", "facts", "fact", "record", "evidence":
		default:
			return k
		}
	case (w == "have" || w == "has" || w == "had") && c.word(e) == "no", beForm(w) && (c.word(e) == "without" || c.word(e) == "of" && c.word(e+1) == "no"):
		for e++; c.tag(e) == text.DET || c.tag(e) == text.ADJ; e++ {
		}
		switch c.word(e) {
		case "basis", "foundation", "substance", "truth", "grounds", "merit":
		default:
			return k
		}
	default:
		return k
	}
	if e++; e < hi && !c.mark(e, ",;:.—–") && c.tag(e) != text.CCONJ && c.tag(e) != text.ADP {
		return k
	}
	return e
}

// filler tells the adjectives that only strengthen what follows.
func filler(w string) bool {
	switch w {
	case "pure", "complete", "utter", "total", "absolute", "sheer", "plain", "malicious":
		return true
	}
	return false
}

// saidUntrue is the predicate, empty if there is none, by which the clause that
// begins at from is itself said to be untrue: "[that C] is untrue".
func (c *clause) saidUntrue(from, hi int) run {
	for k := from + 2; k < hi && !c.u[k].begins; k++ {
		if c.mark(k, ";:") || c.isQuote(k) && c.speech(k) {
			break
		}
		if e := c.untrueAt(k, hi); e > k && (c.hasVerb(from, k) || c.mayBeClause(from, k)) {
			return run{k, e}
		}
	}
	return run{}
}

// mayBeClause tells whether units [from, to) can be a clause whose verb the
// tagger took for a noun: "the ferry sank".
func (c *clause) mayBeClause(from, to int) bool {
	return to-from > 3 && c.word(from) == "that" && c.npEnd(from+1, to, true) >= to
}

// clauseDenied reads "That C is untrue" at the beginning of a sentence.
func (c *clause) clauseDenied(i, lo, hi int) int {
	if i != lo || c.word(i) != "that" {
		return i
	}
	pred := c.saidUntrue(i+1, hi)
	if pred.empty() || !c.clauseAhead(i+1, pred.from) || !c.keepDenied(run{}, run{i, pred.from}, pred) {
		return i
	}
	return pred.to
}

// keepDenied keeps a content that a predicate says is untrue. Whoever speaks
// denies it, so that it has no source of its own.
func (c *clause) keepDenied(cue, content, pred run) bool {
	return c.keep(finding{
		cue: c.pieces(cue, pred), content: c.pieces(content), stance: hearsay.Denies, parent: c.parent, score: scoreLoose,
	}, run{})
}

// deniesBefore reads "That is not true", alone or as what S says: what the
// sentence before says is denied. n is where the findings of this one begin.
func (c *clause) deniesBefore(n int) {
	w := c.word(c.from)
	if w != "that" && w != "this" && w != "it" || c.from == 0 {
		return
	}
	end := c.untrueAt(c.from+1, c.to)
	if end == c.from+1 {
		return
	}
	before := c.saidBefore(n)
	if len(before) == 0 {
		return
	}
	denial := finding{cue: c.pieces(run{c.from, end}), content: before, stance: hearsay.Denies, parent: c.parent, score: scoreLoose}
	switch {
	case n < len(c.found) && len(c.found[n].source) > 0 && covers(c.found[n].content, c.tokens(run{c.from, end})):
		denial.source, denial.cue, denial.via = c.found[n].source, c.found[n].cue, c.found[n].via
	case end < c.to:
		return
	}
	c.add(denial)
}

// saidBefore is what the sentence before this one says: the content of its
// attribution, or all of it where it has none. A question says nothing.
func (c *clause) saidBefore(n int) [][2]int {
	from := c.from - 1
	for from > 0 && !c.u[from].begins {
		from--
	}
	to := c.trimEnd(from, c.from)
	if to <= from+1 || c.mark(c.from-1, "?") {
		return nil
	}
	at := c.tokens(run{from, to})
	for i := n - 1; i >= 0 && i >= n-lookBack && c.end(i) > at[0]; i-- {
		if f := &c.found[i]; f.parent == c.parent && f.stance != hearsay.Denies && c.start(i) >= at[0] && c.end(i) <= at[1] {
			return append([][2]int(nil), f.content...)
		}
	}
	return [][2]int{at}
}
