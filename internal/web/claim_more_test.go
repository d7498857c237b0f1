package web

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"hearsay/internal/store"
)

// TestSpread: who carried the claim when, with the day of each, and the first.
func TestSpread(t *testing.T) {
	d := demoDesk(t)
	page := open(t, d, link(t, open(t, d, "/"), lamp))
	lines := all(all(page, "ol", "spread")[0], "li", "")
	if first, last := lines[0], lines[len(lines)-1]; !strings.Contains(shown(first), "4 Nov 2018") || !strings.Contains(shown(last), "by then 11") {
		t.Errorf("the timeline runs from %q to %q", shown(first), shown(last))
	}
	if n := len(all(page, "a", "first")); n != 1 {
		t.Errorf("%d reports are the first", n)
	}
	for _, row := range all(page, "g", "row") {
		if day := all(row, "tspan", "day"); len(day) != 1 || shown(day[0]) == "" {
			t.Errorf("a row of the picture has no day: %s", shown(row))
		}
	}
}

// TestAnswers: who was asked and said nothing, and a headline that says more
// than its text.
func TestAnswers(t *testing.T) {
	d := desk(t, texts(t, map[string]string{
		"a.txt": "The Gull\n2018-11-04\n\nThe pier is shut\n\nMina Tarr said that the pier was shut on Monday. The Pier Office declined to comment.\n",
		"b.txt": "The Crow\n2018-11-05\n\nMina Tarr said that the pier was shut on Monday, The Gull reported.\n",
	}))
	contains(t, open(t, d, "/trace?q=the+pier+was+shut+on+Monday"), "Answers and silence", "declined to comment")
}

// TestRuleOnClaim: a line of the receipt offers a ruling, the count follows,
// and the ruling is undone on the same page.
func TestRuleOnClaim(t *testing.T) {
	d := demoDesk(t)
	page := open(t, d, link(t, open(t, d, "/"), lamp))
	form := offered(t, page, "asserts", "leeward.md")
	back := post(t, d, "/rulings", form)
	page = open(t, d, back)
	contains(t, page, "10 reports", "is no statement", "undo")
	var undo string
	for _, f := range all(page, "form", "inline") {
		if a := attr(f, "action"); strings.HasSuffix(a, "/undo") {
			undo = a
		}
	}
	contains(t, open(t, d, post(t, d, undo, url.Values{"back": {back}})), "11 reports")
}

// offered is the form of the first ruling that a line of the receipt offers.
func offered(t *testing.T, page *html.Node, rule, about string) url.Values {
	t.Helper()
	for _, li := range all(all(page, "ol", "receipt")[0], "li", "") {
		if text := shown(li); strings.HasPrefix(text, rule) && strings.Contains(text, about) {
			form := url.Values{}
			for _, in := range all(all(li, "form", "")[0], "input", "") {
				form.Set(attr(in, "name"), attr(in, "value"))
			}
			return form
		}
	}
	t.Fatalf("no line of the receipt offers a ruling on %s", about)
	return nil
}

// TestRanking: the order is one of all claims, not of the claims of a page:
// a claim of few reports on one word stands before one of many on many.
func TestRanking(t *testing.T) {
	files := map[string]string{}
	own := []string{"Nobody in the street had heard of a buyer before that.", "Two of the wheels have not turned since the flood, and one of them is cracked.",
		"Children used to swim below the weir in summer.", "Flour has been scarce in Oriel for a month; bread costs twice what it did.",
		"A sign over the gate still bears the old name, half hidden by ivy.", "Lorries came and went all afternoon while it rained."}
	for i := range 6 {
		files[fmt.Sprintf("own%d.txt", i)] = fmt.Sprintf("Paper %c\n2019-05-0%d\n\n%s said that the mill of Oriel was sold on Friday. %s\n",
			'A'+i, i+1, []string{"Ada Lund", "Mina Tarr", "Omar Haddad", "Rosa Quist", "Pavel Novak", "Ines Brede"}[i], own[i])
	}
	for i := range 3 {
		files[fmt.Sprintf("copy%d.txt", i)] = fmt.Sprintf("Sheet %c\n2019-06-0%d\n\nJonas Marsh said that the ferry of Kessary sank at the quay last night.\n", 'A'+i, i+1)
	}
	d := desk(t, texts(t, files))
	r, err := d.ranking(t.Context())
	fatal(t, err)
	if len(r.claims) < 2 || !strings.Contains(r.claims[0].Text, "ferry") {
		t.Fatalf("the claims are in the order %+v", r.claims)
	}
	one, err := d.rankedPage(t.Context(), r, store.ClaimFilter{AtLeast: 2}, 0, 1)
	fatal(t, err)
	two, err := d.rankedPage(t.Context(), r, store.ClaimFilter{AtLeast: 2}, 1, 1)
	fatal(t, err)
	if one[0].ID != r.claims[0].ID || two[0].ID != r.claims[1].ID {
		t.Error("the pages do not follow the order")
	}
	only := open(t, d, "/?speaker=Lund")
	if strings.Contains(shown(only), "ferry") || !strings.Contains(shown(only), "mill") {
		t.Error("the order forgets the filter")
	}
}
