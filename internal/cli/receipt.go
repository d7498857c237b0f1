package cli

import (
	"fmt"
	"slices"

	"hearsay/internal/standing"
	"hearsay/internal/trace"
)

// receiptLines prints the decisions behind the count.
func (p page) receiptLines(a *trace.Answer) {
	if len(a.Receipt) == 0 {
		return
	}
	p.section("Receipt")
	tell := a.Teller(p.files.of)
	lines := a.Receipt
	if !p.receipt {
		lines = slices.Clone(lines)
		slices.SortStableFunc(lines, func(x, y standing.Line) int {
			return slices.Index(telling, x.Rule) - slices.Index(telling, y.Rule)
		})
		lines = lines[:min(len(lines), shownReceipt)]
	}
	for _, l := range lines {
		p.hang("  · ", "    ", tell.Sentence(l))
	}
	if len(lines) < len(a.Receipt) {
		p.wrap("  ", p.dim(fmt.Sprintf("%d decisions in all; every one of them: hearsay trace --receipt %s", len(a.Receipt), a.Claim.ID)))
	}
}

// telling orders the rules for the short receipt: what joined things comes
// before what only counted them.
var telling = []string{"copy", "derivation", "citation", "same-origin", "same-name", "same-unknown", "unknown", "own-voice", "distrusted", "later", "undated", "end", "asserts", "owner"}
