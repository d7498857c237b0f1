package attribution

import (
	"hearsay"
	"hearsay/internal/text"
)

// colonSaid reads what stands behind a colon that no verb of saying opens: "S
// was blunt: C", "S's answer was short: C", "S had one message for them: C",
// "S had this to say: C".
func (c *clause) colonSaid() bool {
	for k := c.from + 2; k+1 < c.to; k++ {
		if !c.mark(k, ":") || c.glued(k) {
			continue
		}
		source, cue, stance := c.replyBefore(k)
		if source.empty() {
			source, cue = c.bluntBefore(k)
		}
		if source.empty() {
			source, cue = c.thisToSay(k)
		}
		if source.empty() {
			return false
		}
		if c.word(c.from) == "for" && !c.canTell(source.from, source.to) { // For S, the matter is clear
			if e := c.npEnd(c.from+1, source.from, true); e > c.from+1 && c.mark(e, ",") && c.canTell(c.from+1, e) {
				source = run{c.from + 1, e}
			}
		}
		end := c.contentEnd(k+1, c.to, verbForm{}, frameColon)
		f := finding{
			source: c.pieces(source), cue: c.pieces(run{cue.from, k + 1}), content: c.pieces(run{k + 1, end}),
			stance: stance, parent: c.parent, score: scoreLoose,
		}
		if c.isQuote(k + 1) {
			f.score = scoreQuote
			if c.quoteEnd(k+1) == '?' {
				f.stance = hearsay.Questions
			}
		}
		f.hedged = c.hedgedPieces(f.content)
		if !c.keep(f, source) {
			return false
		}
		c.main(end, c.to)
		return true
	}
	return false
}

// bluntBefore reads "S was blunt" before the colon at k, and "S was more
// cautious".
func (c *clause) bluntBefore(k int) (source, cue run) {
	if !c.lex.sets["blunt"].has(c.word(k - 1)) {
		return run{}, run{}
	}
	source, be := c.subjectOfBe(k - 1)
	if source.empty() || !c.isQuote(k+1) && !c.canTell(source.from, source.to) && c.tag(source.from) != text.PROPN {
		return run{}, run{}
	}
	return source, run{be, k}
}

// subjectOfBe is the subject of the form of "be" before the predicate whose
// last word stands at i, and where that form's group begins.
func (c *clause) subjectOfBe(i int) (run, int) {
	v := i - 1
	for v > c.from && (c.tag(v) == text.ADV || c.word(v) == "equally" || c.word(v) == "just" || c.word(v) == "more") {
		v--
	}
	if !beForm(c.word(v)) && c.word(v) != "sounded" && c.word(v) != "remained" {
		return run{}, i
	}
	be := v
	for be > c.from && c.tag(be-1) == text.AUX {
		be--
	}
	source, ok := c.subject(be, c.from)
	if !ok || c.word(source.from) == "it" || c.word(source.from) == "that" || c.word(source.from) == "this" || c.word(source.from) == "which" {
		return run{}, i
	}
	return source, be
}

// replyBefore reads a noun for what is said before the colon at k, with its
// owner: "S's answer", "S's answer to them was short", "S had one message".
func (c *clause) replyBefore(k int) (source, cue run, _ hearsay.Stance) {
	stance, first := hearsay.Asserts, c.from
	for c.tag(first) == text.CCONJ || c.tag(first) == text.ADV || c.mark(first, ",") && first > c.from {
		first++
	}
	for i := first + 1; i < k; i++ {
		if t := c.tag(i); t != text.NOUN || !c.lex.sets["reply"].has(c.word(i)) || c.tag(i+1) == text.NOUN || c.tag(i+1) == text.PART {
			continue
		}
		if !c.describesReply(i+1, k) {
			break
		}
		if noun, ok := c.lex.nouns[c.word(i)]; ok {
			stance = noun.stance
		}
		source, cue = c.ownerOf(first, i, k)
		return source, cue, stance
	}
	return run{}, run{}, hearsay.Asserts
}

// describesReply tells whether units [i, k) only say to whom a reply went, when,
// and of what kind it was: "to farmers on Monday was clear".
func (c *clause) describesReply(i, k int) bool {
	be := -1
	for ; i < k; i++ {
		switch t := c.tag(i); {
		case t == text.AUX && be < 0:
			be = i
		case t == text.VERB && be < 0 && beForm(c.word(i)):
			be = i
		case t == text.VERB || t == text.AUX || t == text.PUNCT || c.isQuote(i):
			return false
		case be >= 0 && t != text.ADJ && t != text.ADV && t != text.DET && t != text.NUM && t != text.CCONJ:
			return false
		}
	}
	return true
}

// ownerOf is whose reply the noun at i is, and the cue around it up to k.
func (c *clause) ownerOf(first, i, k int) (source, cue run) {
	np := c.npStart(i+1, first)
	if np < 0 {
		return run{}, run{}
	}
	if possessivePronoun(c.word(np)) {
		return run{np, np + 1}, run{np + 1, k}
	}
	for p := np + 1; p < i; p++ {
		if c.tag(p) == text.PART {
			return run{np, p}, run{p + 1, k}
		}
	}
	if w := c.word(i + 1); w == "of" || w == "from" {
		if e := c.npEnd(i+2, k, false); e > i+2 {
			return run{i + 2, e}, run{np, i + 1}
		}
	}
	switch c.word(np - 1) {
	case "had", "has", "have", "gave", "gives", "offered", "offers", "issued", "delivered", "delivers", "sent":
		if source, ok := c.subject(np-1, first); ok && c.word(source.from) != "it" {
			return source, run{np - 1, k}
		}
	}
	return run{}, run{}
}

// thisToSay reads "S had this to say", "S put it this way" and "S went further"
// before the colon at k.
func (c *clause) thisToSay(k int) (source, cue run) {
	v := -1
	switch w := c.word(k - 1); {
	case w == "way" && c.word(k-2) == "this" && c.word(k-3) == "it":
		v = k - 4
	case w == "further" && (c.word(k-2) == "went" || c.word(k-2) == "goes"):
		v = k - 2
	default:
		for i := c.from + 2; i+1 < k; i++ {
			if c.word(i) == "to" && c.word(i+1) == "say" && c.word(i-1) == "this" {
				v = i - 2
			}
		}
	}
	if v < c.from || c.tag(v) != text.VERB && c.tag(v) != text.AUX {
		return run{}, run{}
	}
	source, ok := c.subject(v, c.from)
	if !ok || c.word(source.from) == "it" {
		return run{}, run{}
	}
	return source, run{v, k}
}
