package cli

import (
	"fmt"
	"path"

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
		name[s.Report] = path.Base(s.Path)
		for _, h := range s.Chain {
			name[h.Entity] = h.Name
		}
	}
	shown := 0
	for _, l := range a.Receipt {
		text := sentence(l, name)
		if text == "" {
			continue
		}
		if !p.receipt && shown == shownReceipt {
			break
		}
		shown++
		p.wrap("  ", "· "+text)
	}
	if rest := len(a.Receipt) - shown; rest > 0 && !p.receipt {
		p.wrap("  ", p.dim(fmt.Sprintf("%d decisions in all; every one of them: hearsay trace --receipt %s", len(a.Receipt), a.Claim.ID)))
	}
}

// sentence puts a decision into words. The short receipt leaves the plain
// ones for last.
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
	case "owner":
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
	case "same-unknown":
		return fmt.Sprintf("two unknown ends may be one: %s", l.Note)
	}
	return l.Rule + ": " + a + ", " + b
}
