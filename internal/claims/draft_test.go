package claims

import (
	"strings"
	"testing"

	"hearsay"
)

// What introduces a name weighs little, whatever the tagger takes it for, and
// is nothing that happens; a hyphen makes no other word.
func TestIntroduced(t *testing.T) {
	w := weights(t)
	for _, c := range []struct{ query, light string }{
		{"the start-up Tidewell is for sale", "startup"},
		{"the bank Corbin Lisle was hired", "bank"},
		{"the ferry Corrie Lass has sunk", "ferri"},
	} {
		q := w.Question(taggedWords(t, c.query))
		if q.happens[c.light] {
			t.Errorf("%q: %s happens", c.query, c.light)
		}
		for _, term := range q.Terms {
			if term.Text == c.light {
				if term.Weight > 0.4 {
					t.Errorf("%q: %s weighs %.2f", c.query, term.Text, term.Weight)
				}
				c.light = ""
			}
		}
		if c.light != "" {
			t.Errorf("%q has no %s: %s", c.query, c.light, q.Proposition)
		}
	}
}

// A body that calls itself by what it is speaks of itself.
func TestOwnBody(t *testing.T) {
	w := weights(t)
	for _, c := range []struct {
		content string
		typ     hearsay.EntityType
		self    bool
	}{
		{"that the company is for sale", hearsay.Organization, true},
		{"that the company car is for sale", hearsay.Organization, false},
		{"that the company is for sale", hearsay.Person, false},
	} {
		whole := "Tidewell denied " + c.content
		doc := taggedWords(t, whole)
		entities := []hearsay.Entity{{ID: "e1", Name: "Tidewell", Type: c.typ, Mentions: []hearsay.Span{{End: 8}}}}
		at := strings.Index(whole, "that")
		d := w.NewDraft(doc, []hearsay.Span{{Start: at, End: len(whole)}}, MentionsOf(entities), "e1")
		if (d.Self == "e1") != c.self {
			t.Errorf("%q by a %s: %s", c.content, c.typ, d)
		}
	}
}
