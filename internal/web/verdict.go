package web

import (
	"fmt"
	"strings"

	"hearsay"
	"hearsay/internal/standing"
	"hearsay/internal/trace"
)

// verdict says in words what the ladder says in numbers.
func verdict(a *trace.Answer) string {
	named := 0
	for _, o := range a.Origins {
		if o.Kind == hearsay.EndNamed {
			named++
		}
	}
	switch o := a.Ladder.Origins; {
	case a.Ladder.Reports == 0 && a.WhatIf != nil && a.WhatIf.Before.Reports > 0:
		return "Nothing is left to stand on."
	case a.Ladder.Reports == 0:
		return "Nobody asserts it. It is only denied, questioned or wished."
	case a.Circular && named == 0:
		return "Outlets cite each other in a circle; nobody who can be named vouches for it."
	case named == 0:
		return "Nobody who can be named vouches for it."
	case o.High == 1 && a.Ladder.Reports > 1:
		return "However often it is repeated, it stands on one word: " + plain(a.Origins[0].Name) + "."
	case o.High == 1:
		return "It stands on one word: " + plain(a.Origins[0].Name) + "."
	case o.Low == o.High:
		return fmt.Sprintf("It stands on %d origins that do not depend on one another.", o.Low)
	}
	return fmt.Sprintf("%d named; the rest is unknown, and the unknown is not independent.", named)
}

// receiptLine is a decision in words, with the places that are its evidence.
type receiptLine struct {
	Rule, Says string
	Evidence   []place
}

// place is a passage of a report, as a link.
type place struct{ Name, Address string }

func receiptLines(a *trace.Answer) (list []receiptLine) {
	name := map[string]string{}
	for _, s := range a.Asserts {
		name[s.Report] = fileName(s.Path)
		for _, h := range s.Chain {
			name[h.Entity] = h.Name
		}
	}
	for _, l := range a.Receipt {
		line := receiptLine{Rule: l.Rule, Says: sentence(l, name) + reasons(a, l)}
		for _, e := range l.Evidence {
			line.Evidence = append(line.Evidence, place{or(name[e.Report], "report"), passageAddress(e.Report, e.Span)})
		}
		list = append(list, line)
	}
	return list
}

// passageAddress is a passage in the page of its report.
func passageAddress(report string, s hearsay.Span) string {
	if s.IsEmpty() {
		return reportAddress(report)
	}
	return fmt.Sprintf("%s?at=%d-%d#here", reportAddress(report), s.Start, s.End)
}

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
	a, b := or(name[l.Joins[0]], l.Joins[0]), or(name[l.Joins[1]], l.Joins[1])
	switch l.Rule {
	case "asserts":
		return fmt.Sprintf("%s asserts it; published by %s", a, l.Note)
	case "own-voice":
		return fmt.Sprintf("%s also says it in its own voice, which is not counted: the same report attributes it", a)
	case "owner":
		return fmt.Sprintf("%s belongs to %s", strings.TrimPrefix(a, "outlet:"), b)
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
	case "distrusted":
		return fmt.Sprintf("%s is left out: its chain leads through %s", a, l.Note)
	case "later", "undated":
		return fmt.Sprintf("%s is not counted: it was published %s", a, or(l.Joins[1], "on a day that is not known"))
	case "same-unknown":
		return "two unknown ends may be one: " + l.Note
	}
	return l.Rule + ": " + a + ", " + b
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
