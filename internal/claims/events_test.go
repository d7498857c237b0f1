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
	all, err := eventLines()
	if err != nil {
		t.Fatal(err)
	}
	events, err := readEvents(all)
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

// A phrase is spelled one way: two spellings would be two phrases.
func TestPhrasesAreSpelledOneWay(t *testing.T) {
	w := weights(t)
	for first, list := range w.phrases {
		seen := map[string]string{}
		for _, p := range list {
			roots := first
			for _, part := range p.rest {
				roots += " " + part.root
			}
			if other, twice := seen[roots]; twice {
				t.Errorf("%q stands for %q and for %q", roots, other, p.means)
			}
			seen[roots] = p.means
		}
	}
}

// Two kinds of one thing stand for one another less surely than for the thing,
// and words that are its names as surely as the line says.
func TestPairScore(t *testing.T) {
	for _, c := range []struct {
		a, b  float64
		first bool
		want  float64
	}{{0.8, 0.6, true, 0.6}, {0.8, 0.6, false, 0.6}, {0.8, 0.8, false, 0.8}, {0.6, 0.6, false, 0.36}} {
		if got := pairScore(c.a, c.b, c.first); got != c.want {
			t.Errorf("pairScore(%v, %v, %v) is %v, want %v", c.a, c.b, c.first, got, c.want)
		}
	}
	w := weights(t)
	if !slices.Contains(w.Near(root("berry")), root("raspberry")) || slices.Contains(w.Near(root("raspberry")), root("strawberry")) {
		t.Error("a raspberry is a berry and no strawberry")
	}
}

// A phrase that only hints at the first word of its line is no other way to say
// it.
func TestPhraseThatHints(t *testing.T) {
	w := &Weights{roots: text.NewMemo(root), related: map[string][]relation{}, opposite: map[string][]string{}, zipf: map[string]float64{}}
	events, err := readEvents("hide stash lie+low:5 keep_dark bury_head:5 go+under:5\n")
	if err != nil {
		t.Fatal(err)
	}
	w.addEvents(events)
	means := map[string]string{}
	for _, list := range w.phrases {
		for _, p := range list {
			means[p.rest[0].root] = p.means
		}
	}
	if means["low"] == "hide" || means["dark"] != "hide" || !slices.Contains(w.Near(root("hide")), root("lielow")) {
		t.Errorf("phrases stand for %v", means)
	}
	if !slices.Contains(w.Near(root("buryhead")), root("head")) || slices.Contains(w.Near(root("gounder")), root("go")) {
		t.Errorf("a phrase holds %v and %v", w.Near(root("buryhead")), w.Near(root("gounder")))
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
