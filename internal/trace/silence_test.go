package trace

import "testing"

func TestSilences(t *testing.T) {
	for _, test := range []struct {
		text string
		kind ResponseKind
		who  string
	}{
		{"The board declined to comment on Monday.", Declined, "The board"},
		{"It rained. Mr. Lund, who chairs the board, declined to comment.", Declined, "Mr. Lund"},
		{"The port was shut, but a spokeswoman for Halden would not comment.", Declined, "a spokeswoman for Halden"},
		{"The ministry did not immediately respond to a request for comment.", Silent, "The ministry"},
		{"Oda Brandt didn’t return several calls.", Silent, "Oda Brandt"},
		{"Brandt has yet to respond.", Silent, "Brandt"},
		{"Calls to the mill went unanswered.", Silent, "the mill"},
		{"Messages left for Ivo Stahl were not returned.", Silent, "Ivo Stahl"},
		{"Attempts to reach Ivo Stahl by telephone were unsuccessful.", Unreached, "Ivo Stahl by telephone"},
		{"The owner of the barge could not be reached.", Unreached, "The owner of the barge"},
		{"The council was not available for comment.", Unreached, "The council"},
		{"She declined the offer, and the answer surprised nobody.", "", ""},
		{"The bridge did not respond to the load as planned by its builders.", "", ""},
		{"He said he would respond on Friday.", "", ""},
	} {
		list := silences(test.text)
		switch {
		case test.kind == "" && len(list) > 0:
			t.Errorf("%s: %+v", test.text, list)
		case test.kind == "":
		case len(list) != 1 || list[0].kind != test.kind || list[0].who.Of(test.text) != test.who:
			t.Errorf("%s: %+v, want %s of %s", test.text, list, test.kind, test.who)
		}
	}
}

func FuzzSilences(f *testing.F) {
	f.Add("Mr. Lund, who chairs the board, declined to comment. Calls to the mill went unanswered.")
	f.Fuzz(func(t *testing.T, s string) {
		for _, one := range silences(s) {
			if one.who.Start < 0 || one.who.End > len(s) || one.who.IsEmpty() || one.span.IsEmpty() {
				t.Errorf("%+v in %q", one, s)
			}
		}
	})
}
