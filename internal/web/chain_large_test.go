package web

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"hearsay"
	"hearsay/internal/standing"
	"hearsay/internal/trace"
)

// largeAnswer is a claim of n reports: one letter, translated once, then copied,
// rewritten and cited onward, with a circle and two denials.
func largeAnswer(n int) *trace.Answer {
	a := &trace.Answer{Claim: &trace.Claim{}, Standing: &standing.Standing{}}
	report := func(i int) string { return fmt.Sprintf("sha256:%064x", i+1) }
	outlet := func(i int) string { return fmt.Sprintf("The Gull %d", i) }
	kinds := []hearsay.DerivationKind{hearsay.Copy, hearsay.Rewrite, hearsay.Translation, hearsay.Excerpt, hearsay.Forward, "citation"}
	for i := range n {
		s := standing.Assertion{Report: report(i), Path: fmt.Sprintf("docs/%d.html", i), Outlet: outlet(i), End: hearsay.EndNamed}
		at := i
		for at > 0 { // up to the letter
			s.Chain = append(s.Chain, hearsay.Hop{Name: outlet(at), Entity: "outlet:" + outlet(at), Role: hearsay.RolePublisher})
			at = (at - 1) / 3
		}
		s.Chain = append(s.Chain, hearsay.Hop{Name: outlet(0), Role: hearsay.RolePublisher}, hearsay.Hop{Name: "Abou Fanous", Entity: "e1", Role: hearsay.RoleAuthor})
		if i > 0 {
			kind := kinds[i%len(kinds)]
			s.How = string(kind)
			line := standing.Line{Rule: "derivation", Joins: []string{report(i), report((i - 1) / 3)}}
			if kind == "citation" {
				line.Rule = "citation"
			}
			a.Receipt = append(a.Receipt, line)
			if kind == hearsay.Copy {
				a.Receipt = append(a.Receipt, standing.Line{Rule: "copy", Joins: []string{report(i), report((i - 1) / 3)}})
				a.Ladder.Texts--
			}
		}
		a.Asserts = append(a.Asserts, s)
	}
	a.Ladder.Reports, a.Ladder.Texts = n, a.Ladder.Texts+n
	if n > 2 { // the last of them heard it from a rumour that it had set going
		last := &a.Asserts[n-1]
		last.End = hearsay.EndCircular
		last.Chain = append(last.Chain[:1:1], hearsay.Hop{Name: "the market", Entity: "e2"}, hearsay.Hop{Name: "the rumour", Entity: "e3"})
	}
	for _, by := range []string{"Daoud Sarhan", "Harbour Office"} {
		a.Denies = append(a.Denies, standing.Denial{Report: report(n + len(by)), Path: "denial.txt", By: by, Outlet: by})
	}
	return a
}

// TestLargeDiagram: a picture is readable from 1 to 200 reports: every report
// has a row of its own or is folded into one, no two rows or names of one
// column stand on each other, and beyond a screenful copies are folded from the
// start.
func TestLargeDiagram(t *testing.T) {
	for _, n := range []int{1, 2, 24, 25, 200} {
		a := largeAnswer(n)
		open, folded := newDiagram(a, false), newDiagram(a, true)
		if len(open.Rows) != n+2 || len(folded.Rows) != n+2-folded.Copies {
			t.Errorf("%d reports: %d rows, folded %d with %d copies", n, len(open.Rows), len(folded.Rows), folded.Copies)
		}
		if foldingOf("", n) != (n > 24) {
			t.Errorf("%d reports are folded: %t", n, foldingOf("", n))
		}
		for _, d := range []*diagram{open, folded} {
			for i, row := range d.Rows {
				for _, other := range d.Rows[:i] {
					if gap := row.Y - other.Y; gap > -12 && gap < 12 {
						t.Fatalf("%d reports: the rows of %s and %s stand %.0f apart", n, row.File, other.File, gap)
					}
				}
			}
			for i, k := range d.Knots {
				for _, other := range d.Knots[:i] {
					if gap := k.Y - other.Y; k.X == other.X && gap > -12 && gap < 12 {
						t.Fatalf("%d reports: %s and %s stand %.0f apart", n, k.Name, other.Name, gap)
					}
				}
			}
			if d.Width > 1200 {
				t.Errorf("%d reports: the picture is %.0f wide", n, d.Width)
			}
		}
	}
}

// TestShapes: what is told apart by colour is told apart by shape too: each kind
// of hand has an outline, and each kind of way a pattern, of its own.
func TestShapes(t *testing.T) {
	d := newDiagram(largeAnswer(200), false)
	for _, want := range []string{"origin", "circle", "denial", "hand"} {
		found := false
		for _, s := range d.Shapes {
			found = found || s == want
		}
		if !found {
			t.Errorf("no hand is drawn as %s: %s", want, d.Shapes)
		}
	}
	if len(d.Kinds) < 7 {
		t.Errorf("the ways are %s", d.Kinds)
	}
	style, err := os.ReadFile("front/chain.css")
	fatal(t, err)
	of := map[string]string{} // kinds by their pattern
	for _, kind := range append(d.Kinds, "circle") {
		rule := regexp.MustCompile(`(?m)^\.way\.` + kind + ` \{(.*)\}`).FindSubmatch(style)
		if rule == nil {
			t.Errorf("no rule draws a way that is %s", kind)
			continue
		}
		pattern := regexp.MustCompile(`stroke: [^;]*;`).ReplaceAllString(string(rule[1]), "")
		if other, met := of[pattern]; met {
			t.Errorf("%s and %s are told apart by colour alone", kind, other)
		}
		of[pattern] = kind
	}
}

// BenchmarkDiagram draws the chains of 200 reports, which may take 200 ms.
func BenchmarkDiagram(b *testing.B) {
	a := largeAnswer(200)
	for _, folded := range []bool{false, true} {
		b.Run(map[bool]string{true: "folded", false: "open"}[folded], func(b *testing.B) {
			for b.Loop() {
				newDiagram(a, folded)
			}
		})
	}
}

// TestLongClaim: the page of a claim of many reports folds the hands that
// carried least, and shows a long receipt in full only if it is asked to.
func TestLongClaim(t *testing.T) {
	files := map[string]string{}
	for i := range 75 {
		text := "Mina Tarr said that the north pier was sold to a bank on Monday."
		if i > 0 {
			text = fmt.Sprintf("The north pier was sold to a bank on Monday, Mina Tarr told The Gull %d. It has %d windows and a clock of %d hands.", (i-1)/3, 7*i+3, i*i)
		}
		files[fmt.Sprintf("%02d.txt", i)] = fmt.Sprintf("The Gull %d\n2018-11-%02d\n\n%s\n", i, 1+i/3, text)
	}
	d := desk(t, texts(t, files))
	address := link(t, open(t, d, "/"), "the north pier was sold to a bank on Monday")
	page := open(t, d, address)
	hands := all(page, "section", "")[1]
	if open, folded := len(all(all(hands, "table", "")[0], "input", "")), len(all(all(hands, "details", "")[0], "input", "")); open != handsOpen || folded < 40 {
		t.Errorf("%d hands are shown and %d folded", open, folded)
	}
	lines := func(page *html.Node) int { return len(all(all(page, "ol", "receipt")[0], "span", "rule")) }
	if n := lines(page); n != receiptShown {
		t.Errorf("%d decisions are shown", n)
	}
	to, _, _ := strings.Cut(link(t, page, "Show all"), "#")
	whole := open(t, d, to)
	if n := lines(whole); n <= receiptShown {
		t.Errorf("of all decisions %d are shown", n)
	}
	contains(t, whole, count(lines(whole), "decision"))
	valid(t, address, get(d, address).Body.String())
}
