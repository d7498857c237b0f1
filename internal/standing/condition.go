package standing

import (
	"slices"

	"hearsay"
)

// Condition is a "what if" under which a claim is counted. It leaves the
// grouping of what remains as it is, so that taking hands away never raises a
// count.
type Condition struct {
	Distrust []string     // hand keys; whoever speaks with one voice with them is distrusted too
	Until    hearsay.Date // only reports published until then; zero for all
}

// Fallen is a chain that a distrusted hand takes away.
type Fallen struct {
	Report string        `json:"report"`
	Path   string        `json:"path"`
	Chain  hearsay.Chain `json:"chain"`
	End    hearsay.End   `json:"end"`
	Hand   string        `json:"hand"` // the name of the distrusted hand on it
}

// LeftOut is a report that speaks of the claim and is not counted for its date.
type LeftOut struct {
	Report    string       `json:"report"`
	Path      string       `json:"path"`
	Outlet    string       `json:"outlet"`
	Published hearsay.Date `json:"published"`
}

// until keeps the reports that were surely published by then. It returns those
// that are later, and those whose date does not tell.
func (in *Input) until(day hearsay.Date) (later, undated []LeftOut) {
	if day.IsZero() {
		return nil, nil
	}
	var kept []Report
	for _, r := range in.Reports {
		out := LeftOut{r.ID, r.Path, r.Outlet, r.Published}
		switch {
		case day.Before(r.Published):
			later = append(later, out)
		case r.Published.Before(day), r.Published.AsPreciseAs(day):
			kept = append(kept, r)
		default:
			undated = append(undated, out)
		}
	}
	in.Reports = kept
	slices.SortFunc(later, compareLeftOut)
	slices.SortFunc(undated, compareLeftOut)
	return later, undated
}

func compareLeftOut(a, b LeftOut) int {
	return older(&Report{ID: a.Report, Path: a.Path, Published: a.Published}, &Report{ID: b.Report, Path: b.Path, Published: b.Published})
}

// distrust marks the statements whose way leads through one of the hands.
func (g *graph) distrust(hands []string) {
	bad := map[string]bool{}
	for _, hand := range hands {
		bad[g.voices.find(hand)] = true
	}
	if len(bad) == 0 {
		return
	}
	for _, n := range g.nodes {
		n.fallen = g.through(n, bad)
	}
}

// through is the first distrusted hop on the way of a statement, what lies
// behind a circle included; nil if there is none.
func (g *graph) through(start *node, bad map[string]bool) *hearsay.Hop {
	seen := map[*node]bool{}
	for n := start; n != nil && !seen[n]; n = n.next {
		seen[n] = true
		for i := range n.ownHops() {
			if bad[g.voices.find(n.hands[i])] {
				return &n.Chain[i]
			}
		}
	}
	return nil
}

// fallen lists the routes that distrust takes away, and writes them down.
func (g *graph) fallen(routes []route, receipt *ledger) []Fallen {
	var list []Fallen
	for i := range routes {
		rt := &routes[i]
		hop := rt.start.fallen
		if hop == nil {
			continue
		}
		r := g.report[rt.start.Report]
		list = append(list, Fallen{Report: r.ID, Path: r.Path, Chain: rt.hops, End: rt.end, Hand: hop.Name})
		receipt.add(Line{Rule: ruleDistrusted, Joins: []string{r.ID, HandOf(*hop)}, Note: hop.Name,
			Evidence: []Evidence{{Report: r.ID, Span: hearsay.Cover(rt.start.Content)}}})
	}
	return list
}

func (w *ledger) leftOut(rule string, list []LeftOut) {
	for _, r := range list {
		w.add(Line{Rule: rule, Joins: []string{r.Report, r.Published.Day()}, Note: r.Outlet})
	}
}
