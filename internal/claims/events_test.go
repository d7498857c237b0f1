package claims

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"hearsay/internal/syntax"
	"hearsay/internal/text"
)

// The table of events says nothing twice: no line, and no two words of a line
// that are compared as one.
func TestEventsSayNothingTwice(t *testing.T) {
	events, err := readEvents(eventLines)
	if err != nil {
		t.Fatal(err)
	}
	word := regexp.MustCompile(`^[a-z]+([-'.][a-z0-9]+)*[0-9]*$`)
	lines := map[string]bool{}
	for _, e := range events {
		var roots []string
		for _, x := range slices.Concat(e.words, e.opposites) {
			for _, part := range strings.FieldsFunc(x.text, func(r rune) bool { return r == '_' || r == '+' }) {
				if !word.MatchString(part) {
					t.Errorf("%q is no word", part)
				}
			}
			r := x.text
			if !x.phrase() {
				r = root(x.text)
			}
			if slices.Contains(roots, r) {
				t.Errorf("%q is in the line of %q already", x.text, e.words[0].text)
			}
			roots = append(roots, r)
		}
		slices.Sort(roots)
		if line := strings.Join(roots, " "); len(roots) > 1 && lines[line] {
			t.Errorf("twice: %q", line)
		} else {
			lines[line] = true
		}
	}
}

func TestReadEvents(t *testing.T) {
	list, err := readEvents("# War\n6 fall capture:4 go+down # to somebody\n\nrise | sink:5\n")
	if err != nil || len(list) != 2 {
		t.Fatalf("%v (%v)", list, err)
	}
	if want := []eventWord{{"fall", 0.6}, {"capture", 0.4}, {"go+down", 0.6}}; !slices.Equal(list[0].words, want) {
		t.Errorf("%v, want %v", list[0].words, want)
	}
	if want := []eventWord{{"sink", 0.5}}; !slices.Equal(list[1].opposites, want) {
		t.Errorf("%v, want %v", list[1].opposites, want)
	}
	for _, bad := range []string{"alone", "7 alone", "go_up rise", "rise go:x", "rise go:", "| rise fall", "rise | go_down"} {
		if _, err := readEvents(bad); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
}

// A phrase is found around its object and not across a clause, and what denies
// one of its words denies the phrase.
func TestPhrases(t *testing.T) {
	w := weights(t)
	model, err := syntax.Load()
	if err != nil {
		t.Fatal(err)
	}
	holds := func(words, want string, negated bool) bool {
		doc := text.Parse(words, "en")
		model.Tag(doc)
		return slices.ContainsFunc(w.Query(doc).Terms, func(t Term) bool { return t.Text == root(want) && t.Negated == negated })
	}
	for _, c := range [][2]string{
		{"they shut the substation down", "shut"},
		{"the factory went up in flames", "burn"},
		{"the firemen put the fire out", "extinguish"},
		{"the lift is out of order", "broken"},
		{"the man is behind bars", "jail"},
	} {
		if !holds(c[0], c[1], false) {
			t.Errorf("%q does not hold %q", c[0], c[1])
		}
	}
	if !holds("she took no part in the raid", "participate", true) {
		t.Error("she took part")
	}
	if holds("the wall gave; way below there is a road", "collapse", false) {
		t.Error("a phrase across two clauses")
	}
}
