package attribution

import (
	"strings"

	"hearsay/internal/text"
)

// asserts tells whether the words left of "S said" can be what S said: they
// have a verb, or begin with a subject. The second is for what the tags miss,
// since the past of "cost", "hit", "cut" or "spread" is also a noun, and for
// the clause that leaves its verb out: "A fine day, she said".
func (c *clause) asserts(r run) bool {
	return c.hasVerb(r.from, r.to) || c.beginsWithSubject(r)
}

// beginsWithSubject tells a noun phrase with more behind it from a
// circumstance ("Two days later"), a list and a mere name.
func (c *clause) beginsWithSubject(r run) bool {
	if r.to-r.from < 3 || c.timePhrase(r.from, r.to) > r.from {
		return false
	}
	switch c.tag(r.from) {
	case text.DET, text.NOUN, text.PROPN, text.PRON, text.NUM, text.ADJ:
	default:
		return false
	}
	named := true
	for i := r.from; i < r.to; i++ {
		if c.tag(i) == text.PUNCT || i < r.from+3 && (c.timeWord(i) || c.lex.sets["timenoun"].has(strings.TrimSuffix(c.word(i), "s"))) {
			return false
		}
		named = named && c.tag(i) == text.PROPN
	}
	return !named
}
