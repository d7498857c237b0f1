package standing

import (
	"hearsay"
)

// ladder counts reports, texts, outlets and families; the origins are counted
// by ends.
func (g *graph) ladder(routes []route, receipt *Receipt) hearsay.Ladder {
	asserting := g.asserting()
	outlets, families, texts := map[string]bool{}, map[string]bool{}, map[string]bool{}
	group := g.texts()
	for _, r := range asserting {
		outlets[r.Hand], families[r.Family], texts[group.find(r.ID)] = true, true, true
		receipt.add(Line{Rule: ruleReport, Joins: []string{r.ID, r.Hand}, Note: r.Outlet, Evidence: g.evidence(r)})
		receipt.add(Line{Rule: ruleFamily, Joins: []string{r.Hand, r.Family}})
	}
	for _, p := range g.SameTexts {
		if len(g.byReport[p.A]) > 0 && len(g.byReport[p.B]) > 0 {
			receipt.add(Line{Rule: ruleText, Joins: []string{p.A, p.B}, Note: percent(p.Overlap) + " of the words in common"})
		}
	}
	return hearsay.Ladder{Reports: len(asserting), Texts: len(texts), Outlets: len(outlets), Families: len(families)}
}

func (g *graph) evidence(r *Report) []Evidence {
	var list []Evidence
	for _, st := range g.byReport[r.ID] {
		list = append(list, Evidence{Report: r.ID, Span: hearsay.Cover(st.Content)})
	}
	return list
}

// texts groups the asserting reports that count as one text.
func (g *graph) texts() unionFind {
	u := unionFind{}
	for _, p := range g.SameTexts {
		if len(g.byReport[p.A]) > 0 && len(g.byReport[p.B]) > 0 {
			u.join(p.A, p.B)
		}
	}
	return u
}

// bottlenecks are the hands on every route, in the order of the oldest one.
// The members of a group are one hand.
func (g *graph) bottlenecks(routes []route, e *ends) []Bottleneck {
	list := []Bottleneck{}
	if len(routes) == 0 {
		return list
	}
	on := map[string]int{}
	for i := range routes {
		seen := map[string]bool{}
		for _, h := range routes[i].hops {
			if key := e.named.find(handOf(h)); !seen[key] {
				seen[key] = true
				on[key]++
			}
		}
	}
	printed := map[string]bool{}
	for _, h := range longest(routes).hops {
		key := e.named.find(handOf(h))
		if on[key] == len(routes) && !printed[key] {
			printed[key] = true
			list = append(list, Bottleneck{Name: h.Name, Role: h.Role})
		}
	}
	return list
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
