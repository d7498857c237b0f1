package reuse

import (
	"testing"

	"hearsay"
	"hearsay/internal/text"
)

// TestCreditAt asks what a report takes from the outlet that its first
// sentence names.
func TestCreditAt(t *testing.T) {
	for _, c := range []struct {
		lead string
		want hearsay.CreditKind
	}{
		{"The dam leaks, and the blog Crane Monthly has it, whose account we follow below.", hearsay.CreditWhole},
		{"This article relies on reporting by Crane Monthly.", hearsay.CreditWhole},
		{"Our account draws on the story in Crane Monthly.", hearsay.CreditWhole},
		{"We closely follow the report of Crane Monthly, which was first.", hearsay.CreditWhole},
		{"This item is based on a report by Crane Monthly.", hearsay.CreditWhole},
		{"Cet article est tiré d'une enquête de Crane Monthly.", hearsay.CreditWhole},
		{"Dieser Text beruht auf einem Bericht von Crane Monthly.", hearsay.CreditWhole},
		{"Esta nota está basada en un reportaje de Crane Monthly.", hearsay.CreditWhole},
		{"По материалам Crane Monthly.", hearsay.CreditWhole},
		{"The dam leaks, Crane Monthly reported, and the police follow the account of the warden.", hearsay.CreditPoint},
		{"We followed up a report in Crane Monthly and found the dam dry.", hearsay.CreditPoint},
		{"The Crane Monthly has counted the bolts of the dam.", hearsay.CreditPoint},
		{"MARLOW, May 3 (Crane Monthly) - The dam leaks.", hearsay.CreditWire},
		{"The dam leaks, the magazine Crane Monthly wrote on Monday.", hearsay.CreditPoint},
		{"The warden told Crane Monthly that he relies on his own eyes.", hearsay.CreditPoint},
	} {
		r := &hearsay.Report{ID: "r", Outlet: "Dale Post", Text: c.lead + "\n\nThe gate was shut at noon, and nobody knows who has the key of it."}
		d := NewDoc(r, text.Analyze(r))
		names := newOutletNames([]Doc{{Outlet: "Crane Monthly", OutletNames: []string{"Crane Monthly"}}})
		named := names.in(&d)
		if len(named) != 1 || named[0].kind != c.want {
			t.Errorf("%q gives %v, want %s", c.lead, named, c.want)
		}
	}
}
