package cli

import (
	"fmt"
	"slices"
	"strings"

	"hearsay/internal/standing"
	"hearsay/internal/trace"
)

// receiptLines prints the decisions behind the count.
func (p page) receiptLines(a *trace.Answer) {
	if len(a.Receipt) == 0 {
		return
	}
	p.section("Receipt")
	name := map[string]string{}
	for _, s := range a.Asserts {
		name[s.Report] = p.files.of(s.Path)
		for _, h := range s.Chain {
			name[h.Entity] = h.Name
		}
	}
	for _, f := range a.Fell {
		name[f.Report] = p.files.of(f.Path)
	}
	for _, r := range slices.Concat(a.Later, a.Undated) {
		name[r.Report] = p.files.of(r.Path)
	}
	lines := a.Receipt
	if !p.receipt {
		lines = slices.Clone(lines)
		slices.SortStableFunc(lines, func(x, y standing.Line) int {
			return slices.Index(telling, x.Rule) - slices.Index(telling, y.Rule)
		})
		lines = lines[:min(len(lines), shownReceipt)]
	}
	for _, l := range lines {
		p.wrap("  ", "· "+oneLine(sentence(l, name)+reasons(a, l)))
	}
	if len(lines) < len(a.Receipt) {
		p.wrap("  ", p.dim(fmt.Sprintf("%d decisions in all; every one of them: hearsay trace --receipt %s", len(a.Receipt), a.Claim.ID)))
	}
}

// telling orders the rules for the short receipt: what joined things comes
// before what only counted them.
var telling = []string{"copy", "derivation", "citation", "same-origin", "same-name", "same-unknown", "unknown", "own-voice", "distrusted", "later", "undated", "end", "asserts", "owner"}

// reasons says why one report is taken to derive from another.
func reasons(a *trace.Answer, l standing.Line) string {
	if l.Rule != "derivation" {
		return ""
	}
	for _, d := range a.Derivations {
		if d.To == l.Joins[0] && d.From == l.Joins[1] && len(d.Why) > 0 {
			return ": " + strings.Join(d.Why, "; ")
		}
	}
	return ""
}

// sentence puts a decision into words.
func sentence(l standing.Line, name map[string]string) string {
	named := func(key string) string {
		if n := name[key]; n != "" {
			return n
		}
		return key
	}
	a, b := named(l.Joins[0]), named(l.Joins[1])
	switch l.Rule {
	case "asserts":
		return fmt.Sprintf("%s asserts it; published by %s", a, l.Note)
	case "own-voice":
		return fmt.Sprintf("%s also says it in its own voice, which is not counted: the same report attributes it", a)
	case "distrusted":
		return fmt.Sprintf("a chain of %s is left out: it leads through %s, which is not trusted", a, l.Note)
	case "later":
		return fmt.Sprintf("%s (%s) is left out: it was published on %s", a, l.Note, l.Joins[1])
	case "undated":
		return fmt.Sprintf("%s (%s) is left out: it may have been published later", a, l.Note)
	case "owner":
		if l.Joins[0] == "outlet:"+l.Joins[1] {
			return fmt.Sprintf("%s has no owner that is known", l.Joins[1])
		}
		return fmt.Sprintf("%s belongs to %s", a, b)
	case "copy":
		return fmt.Sprintf("%s and %s are one text: %s", a, b, l.Note)
	case "derivation":
		return fmt.Sprintf("%s takes it from %s (%s)", a, b, l.Note)
	case "citation":
		return fmt.Sprintf("%s cites the outlet of %s, which says it too", a, b)
	case "end":
		return fmt.Sprintf("the chain of %s ends with %s", a, l.Note)
	case "unknown":
		return fmt.Sprintf("the chain of %s ends with nobody who is named (%s)", a, l.Note)
	case "same-origin":
		return l.Note + ", so they are one origin"
	case "same-name":
		return "one name: " + l.Note
	case "same-unknown":
		return fmt.Sprintf("two unknown ends may be one: %s", l.Note)
	}
	return l.Rule + ": " + a + ", " + b
}
