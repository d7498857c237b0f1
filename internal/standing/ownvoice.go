package standing

import (
	"slices"

	"hearsay"
)

// leftOut writes to the receipt where a report says the claim in its outlet's
// own voice and is not counted so, since it attributes the claim as well.
func (g *graph) leftOut(receipt *ledger) {
	for _, n := range g.nodes {
		if n.Side == For && n.stands() && !slices.Contains(g.byReport[n.Report], n) {
			receipt.add(Line{Rule: ruleOwnVoice, Joins: []string{n.Report, n.hands[0]}, Note: n.Chain[0].Name,
				Evidence: []Evidence{{Report: n.Report, Span: hearsay.Cover(n.Content)}}})
		}
	}
}
