package standing

import "hearsay"

// ladder counts reports, texts, outlets and families; the origins are counted
// by ends.
func (g *graph) ladder(receipt *ledger) hearsay.Ladder {
	asserting := g.asserting()
	outlets, families, texts := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, r := range asserting {
		outlets[r.Hand], families[r.Family], texts[g.texts.find(r.ID)] = true, true, true
		receipt.add(Line{Rule: ruleReport, Joins: []string{r.ID, r.Hand}, Note: r.Outlet, Evidence: g.evidence(r)})
		receipt.add(Line{Rule: ruleFamily, Joins: []string{r.Hand, r.Family}})
	}
	for _, p := range g.sameTexts {
		receipt.add(Line{Rule: ruleText, Joins: []string{p.A, p.B}, Note: "they share " + percent(p.Overlap) + " of their 5-word runs",
			Evidence: append(g.evidence(g.report[p.A]), g.evidence(g.report[p.B])...)})
	}
	return hearsay.Ladder{Reports: len(asserting), Texts: len(texts), Outlets: len(outlets), Families: len(families)}
}

func (g *graph) evidence(r *Report) []Evidence {
	var list []Evidence
	for _, n := range g.byReport[r.ID] {
		if !n.stands() {
			continue
		}
		list = append(list, Evidence{Report: r.ID, Span: hearsay.Cover(n.Content)})
	}
	return list
}

// bottlenecks are the hands on every route, in the order of the longest one.
// The members of a group are one hand.
func (g *graph) bottlenecks(routes []route) []Bottleneck {
	list := []Bottleneck{}
	if len(routes) == 0 {
		return list
	}
	on := map[string]int{}
	for i := range routes {
		for hand := range g.voicesOf(&routes[i]) {
			on[hand]++
		}
	}
	printed := map[string]bool{}
	best := longest(routes)
	for i, h := range best.hops {
		if hand := g.voices.find(best.hands[i]); on[hand] == len(routes) && !printed[hand] {
			printed[hand] = true
			list = append(list, Bottleneck{Name: h.Name, Role: h.Role})
		}
	}
	return list
}

func (g *graph) voicesOf(rt *route) map[string]bool {
	set := map[string]bool{}
	for _, hand := range rt.hands {
		set[g.voices.find(hand)] = true
	}
	return set
}

// longest is the route with the most hops, the first of them: on it a hand
// shows the role that it has for others, not that of a publisher of its own.
func longest(routes []route) *route {
	best := &routes[0]
	for i := range routes {
		if len(routes[i].hops) > len(best.hops) {
			best = &routes[i]
		}
	}
	return best
}
