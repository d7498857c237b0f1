package standing

import (
	"testing"

	"hearsay"
)

// What stands before a relative clause that somebody is quoted in is the
// outlet's own; what only introduces a clause is not.
func TestOwnVoiceBeforeRelativeClause(t *testing.T) {
	tests := []struct{ before, source, cue, content, own string }{
		{"Police in Ostrand detained 17 people at a protest against a mill that ", "campaigners", "say", "poisons the river", "Police in Ostrand detained 17 people at a protest against a mill"},
		{"It was thought that ", "campaigners", "say", "poisons the river", ""},
	}
	for _, c := range tests {
		r := &hearsay.Report{ID: "r", Outlet: "The Courier"}
		a := &hearsay.Analysis{}
		at := func(s string) []hearsay.Span {
			span := hearsay.Span{Start: len(r.Text), End: len(r.Text) + len(s)}
			r.Text += s + " "
			return []hearsay.Span{span}
		}
		r.Text = c.before
		a.Attributions = []hearsay.Attribution{{ID: "a1", Source: at(c.source), Cue: at(c.cue), Content: at(c.content), Stance: hearsay.Asserts}}
		sentence := hearsay.Span{End: len(r.Text) - 1}
		whole := func(pieces []hearsay.Span) [][]hearsay.Span { return [][]hearsay.Span{pieces} }
		own := ""
		for _, st := range Statements(r, a, []hearsay.Span{sentence}, whole) {
			if st.Attr == "" {
				own = hearsay.Cover(st.Content).Of(r.Text)
			}
		}
		if own != c.own {
			t.Errorf("%q: own voice %q, not %q", r.Text, own, c.own)
		}
	}
}
