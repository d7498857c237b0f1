package claims

import (
	"testing"

	"hearsay"
	"hearsay/internal/text"
)

// What only says that something is not so denies it; what says more does not.
func TestRetort(t *testing.T) {
	tests := map[string]bool{
		"That is nonsense":                               true,
		"The reports are false":                          true,
		"These allegations are simply not true":          true,
		"Kroon has done no such thing":                   true,
		"It is a lie":                                    true,
		"There is no truth in these reports":             true,
		"The rumours do not correspond to reality":       true,
		"There is no truth in reports that he was there": false,
		"The report is not without merit":                false,
		"The bridge is unsafe":                           false,
		"The report is long":                             false,
		"This is not a lie":                              false,
		"It is wrong to close the bridge in the wet season when the ferry is at the yard": false,
		"No":                             false,
		"it has not":                     true,
		"the company didn't":             true,
		"it was the wrong keeper":        false,
		"that is a lie and they know it": true,
		"the minister has not resigned":  false,
	}
	for words, want := range tests {
		doc := text.Parse(words, "en")
		if got := Retort(doc, []hearsay.Span{{End: len(words)}}); got != want {
			t.Errorf("%q: %v", words, got)
		}
	}
}

// A negation makes the opposite also where no verb carries it, and none where
// it only leaves out the rest or belongs to another clause.
func TestOppositeOfTheWhole(t *testing.T) {
	w := weights(t)
	of := w.tagged(t)
	tests := []struct {
		a, b     string
		opposite bool
	}{
		{"Wilma Kroon was on Skarra that night", "Wilma Kroon could not have been on Skarra that night", true},
		{"the fire was caused by a worn cable", "the fire was caused by a worn cable and by nothing else", false},
		{"the caller was not a nurse of the clinic", "the caller was none of her nurses", false},
		{"the caller was a nurse of the clinic", "the caller was none of her nurses", true},
		{"the light was burning all night", "Kroon did not: the light was burning all night", false},
		{"the pictures were taken in 1998", "they could hardly have been taken in 1998", true},
		{"the pumps are hardly used", "the pumps are used", false},
	}
	for _, c := range tests {
		p, q := of(c.a), of(c.b)
		if got := w.Opposite(p, q); got != c.opposite {
			t.Errorf("%q and %q: %v (%s; %s)", c.a, c.b, got, p, q)
		}
		if read := Parse(q.String()); read.String() != q.String() {
			t.Errorf("%s reads back as %s", q, read)
		}
	}
}

// The one who acts in a passive clause stands behind "by", and buying is the
// other side of selling, not its denial.
func TestSidesOfOneEvent(t *testing.T) {
	w := weights(t)
	of := w.tagged(t)
	for _, words := range []string{"Tarnmouth soldiers attacked Ketterby", "Ketterby was attacked by Tarnmouth soldiers"} {
		for _, term := range of(words).Terms {
			if term.Kind == Name && term.Actor != (term.Text == root("tarnmouth")) {
				t.Errorf("%q: actor %v of %s", words, term.Actor, term.Text)
			}
		}
	}
	if p, q := of("Halden is in talks to buy the dairy"), of("the dairy is in talks on its sale to Halden"); w.Opposite(p, q) {
		t.Errorf("%s and %s are opposites", p, q)
	}
}

// A denial is contained in what it denies in fewer words, and not where it
// names another number or says more.
func TestContained(t *testing.T) {
	w := weights(t)
	of := w.tagged(t)
	told := of("A valve on tank four had been leaking since June")
	for denial, want := range map[string]bool{
		"that the valve had been leaking":       true,
		"that the valve was leaking in June":    true,
		"that the valve had been painted":       false,
		"that a valve on tank nine was leaking": false,
	} {
		if got := w.Contained(of(denial), told) >= 0.95; got != want {
			t.Errorf("%q: %v", denial, got)
		}
	}
}
