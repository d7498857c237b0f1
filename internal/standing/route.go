package standing

import (
	"slices"
	"strings"

	"hearsay"
)

// route is the full chain of one statement, across reports.
type route struct {
	start *node
	hops  hearsay.Chain
	hands []string // the key of each hop
	end   hearsay.End
	last  *node   // where it stops, past the cut if it was cut; nil if it goes round for ever
	round []*node // then, the statements that it goes round
	steps []step  // how it came from report to report
}

// routes follows every statement that asserts the claim, report by report.
// Statements of one report with the same chain are one route.
func (g *graph) routes() []route {
	list := make([]route, 0, len(g.reports))
	for _, r := range g.reports {
		nodes := g.byReport[r.ID]
		if len(nodes) == 1 {
			list = append(list, g.walk(nodes[0]))
			continue
		}
		seen := map[string]bool{}
		for _, n := range nodes {
			rt := g.walk(n)
			key := strings.Join(rt.hands, "\n") + "\n" + string(rt.end)
			if !seen[key] {
				seen[key] = true
				list = append(list, rt)
			}
		}
	}
	return list
}

// HandOf is the key under which a hop is compared with others.
func HandOf(h hearsay.Hop) string {
	if h.Entity != "" {
		return h.Entity
	}
	return "~" + h.Name
}

// handsOf are the keys of a chain. A described end that has no identity is
// nobody else's: "officials" of one report are not those of another.
func handsOf(st *Statement) []string {
	hands := make([]string, len(st.Chain))
	for i, h := range st.Chain {
		hands[i] = HandOf(h)
	}
	last := len(hands) - 1
	if st.End == hearsay.EndDescribed && st.Chain[last].Entity == "" {
		hands[last] += "\n" + st.Report
	}
	return hands
}

// comesBack tells whether a hand stands in a chain again after another.
func comesBack(hands []string) bool {
	for i := range hands {
		if j := slices.Index(hands, hands[i]); j < i-1 && slices.ContainsFunc(hands[j:i], func(h string) bool { return h != hands[i] }) {
			return true
		}
	}
	return false
}

// walk builds the chain of the statement start. It is cut where a hand comes
// back, but followed on, so that it is known where the way leads in the end.
func (g *graph) walk(start *node) route {
	rt := route{start: start}
	on := hands{}
	var path []*node
	var before *node
	g.walks++
	for n := start; n != nil; before, n = n, n.next {
		if n.walked == g.walks {
			rt.round, rt.end = path[n.place:], hearsay.EndCircular
			return rt
		}
		n.walked, n.place = g.walks, len(path)
		path = append(path, n)
		rt.take(before, n, on)
		if n.next != nil {
			rt.steps = append(rt.steps, n.step)
		}
	}
	rt.last = before
	if rt.end == "" {
		rt.end = g.settled(before)
	}
	return rt
}

// take adds the hops that n has before it goes on. A hand that repeats the one
// before is not added again; one that comes back from further up ends the
// chain. on holds the hands that are on it.
func (rt *route) take(before, n *node, on hands) {
	for i := 0; i < n.ownHops() && rt.end == ""; i++ {
		hand := n.hands[i]
		switch {
		case !on.has(rt, hand):
			rt.hops, rt.hands = append(rt.hops, seenFrom(before, n, i)), append(rt.hands, hand)
		case hand != rt.hands[len(rt.hands)-1]:
			rt.end = hearsay.EndCircular
		}
	}
}

// hands are those of a route. Most routes are so short that looking through them
// is faster.
type hands map[string]bool

const shortRoute = 8

func (on hands) has(rt *route, hand string) bool {
	if len(rt.hands) <= shortRoute {
		return slices.Contains(rt.hands, hand)
	}
	for len(on) < len(rt.hands) { // no hand stands there twice
		on[rt.hands[len(on)]] = true
	}
	return on[hand]
}

// ownHops is how many hops a statement has before it goes on.
func (n *node) ownHops() int {
	if n.next != nil {
		return n.kept
	}
	return len(n.Chain)
}

// seenFrom is hop i of n in a chain that came from the statement before, nil
// if it begins here: there a publisher is a go-between.
func seenFrom(before, n *node, i int) hearsay.Hop {
	h := n.Chain[i]
	if before == nil {
		return h
	}
	if i == 0 {
		h.Role = hearsay.RoleRelay
		if n.step.kind == hearsay.Translation || before.calls(n.hands[0], hearsay.RoleTranslator) {
			h.Role = hearsay.RoleTranslator
		}
	}
	if !h.Span.IsEmpty() && h.Report == "" {
		h.Report = n.Report
	}
	return h
}

// calls tells whether n's own chain gives a hand behind the outlet that role.
func (n *node) calls(hand string, role hearsay.Role) bool {
	i := slices.Index(n.hands[1:], hand)
	return i >= 0 && n.Chain[i+1].Role == role
}

// settled is the end of a chain that stops in n. At a cited outlet of
// journalism it is unattributed: nobody is named behind that outlet.
func (g *graph) settled(n *node) hearsay.End {
	if n.End == hearsay.EndNamed && g.press[n.speaker()] {
		return hearsay.EndUnattributed
	}
	return n.End
}

// assertions prints the routes that have not fallen.
func (g *graph) assertions(e *ends, origins []Origin) []Assertion {
	index := map[string]int{}
	for i, o := range origins {
		index[o.key] = i
	}
	list := []Assertion{}
	for i := range e.routes {
		rt := &e.routes[i]
		st, r := rt.start, g.report[rt.start.Report]
		a := Assertion{Report: r.ID, Path: r.Path, Outlet: r.Outlet, Published: r.Published,
			Content: hearsay.Cover(st.Content), Hedged: st.Hedged, Chain: rt.hops, End: rt.end, Origin: index[e.key(i)]}
		if st.Stance == hearsay.Supposes {
			a.Stance = string(hearsay.Supposes)
		}
		if len(rt.steps) > 0 {
			a.How = rt.steps[0].rule
			if kind := rt.steps[0].kind; kind != "" {
				a.How = string(kind)
			}
		}
		list = append(list, a)
	}
	return list
}
