package trace

import (
	"testing"

	"hearsay"
	"hearsay/internal/standing"
)

// TestSentence: every rule of a receipt has its words, with reports and hands
// called as people call them.
func TestSentence(t *testing.T) {
	a := &Answer{Standing: &standing.Standing{
		Asserts: []standing.Assertion{
			{Report: "r1", Path: "in/gull.txt", Chain: hearsay.Chain{{Name: "The Gull", Entity: "outlet:The Gull"}, {Name: "Ada\nLund", Entity: "e1"}}},
			{Report: "r2", Path: "in/crow.txt", Chain: hearsay.Chain{{Name: "The Crow", Entity: "outlet:The Crow"}}}},
		Derivations: []hearsay.Derivation{{From: "r1", To: "r2", Kind: hearsay.Copy, Why: []string{"it credits The Gull", "80 words in a row"}}},
		Later:       []standing.LeftOut{{Report: "r3", Path: "in/late.txt"}},
	}}
	tell := a.Teller(func(path string) string { return path[len("in/"):] })
	for _, c := range []struct {
		rule, a, b, note, want string
	}{
		{"asserts", "r1", "outlet:The Gull", "The Gull", "gull.txt asserts it; published by The Gull"},
		{"own-voice", "r1", "outlet:The Gull", "The Gull", "gull.txt also says it in its own voice, which is not counted: the same report attributes it"},
		{"distrusted", "r1", "e1", "Ada Lund", "a chain of gull.txt is left out: it leads through Ada Lund, which is not trusted"},
		{"later", "r3", "2019-05-02", "The Late", "late.txt (The Late) is left out: it was published on 2019-05-02"},
		{"undated", "r3", "", "The Late", "late.txt (The Late) is left out: it may have been published later"},
		{"owner", "outlet:The Gull", "The Gull", "", "The Gull has no owner that is known"},
		{"owner", "outlet:The Gull", "Gull Media", "", "The Gull belongs to Gull Media"},
		{"copy", "r1", "r2", "0.9 of the words", "gull.txt and crow.txt are one text: 0.9 of the words"},
		{"derivation", "r2", "r1", "copy", "crow.txt takes it from gull.txt (copy): it credits The Gull; 80 words in a row"},
		{"citation", "r2", "r1", "", "crow.txt cites the outlet of gull.txt, which says it too"},
		{"end", "r1", "e1", "Ada Lund", "the chain of gull.txt ends with Ada Lund"},
		{"unknown", "r2", "u1", "a clerk", "the chain of crow.txt ends with nobody who is named (a clerk)"},
		{"same-origin", "e1", "e2", "the clerk speaks for Ada Lund", "the clerk speaks for Ada Lund, so they are one origin"},
		{"same-name", "e1", "Ada Lund", "one surname", "one name: one surname"},
		{"same-unknown", "u1", "u2", "one text", "two unknown ends may be one: one text"},
		{"new-rule", "r1", "e1", "", "new-rule: gull.txt, Ada Lund"},
	} {
		if got := tell.Sentence(standing.Line{Rule: c.rule, Joins: []string{c.a, c.b}, Note: c.note}); got != c.want {
			t.Errorf("%s: %q, not %q", c.rule, got, c.want)
		}
	}
}
