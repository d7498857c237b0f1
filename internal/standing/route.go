package standing

import (
	"slices"

	"hearsay"
)

// route is the full chain of one statement, across reports.
type route struct {
	statement *Statement // where it starts
	hops      hearsay.Chain
	end       hearsay.End
	last      *Report  // the report in which the chain ends
	through   []string // ids of the reports on the way, the first one included
	steps     []step   // how it came from report to report
	cycle     string   // for a circular end: the smallest report id of the circle
}

// step is one continuation from a report to another.
type step struct {
	rule     string // "derivation" or "citation"
	from, to string // report ids, from the reader's side
	kind     hearsay.DerivationKind
}

// routes follows every statement that asserts the claim, report by report.
// Statements of one report with the same chain are one route.
func (g *graph) routes() []route {
	var list []route
	for _, r := range g.asserting() {
		seen := map[string]bool{}
		for _, st := range g.byReport[r.ID] {
			rt := g.follow(st, nil)
			key := chainKey(rt.hops) + string(rt.end)
			if !seen[key] {
				seen[key] = true
				list = append(list, rt)
			}
		}
	}
	return list
}

func chainKey(c hearsay.Chain) string {
	key := ""
	for _, h := range c {
		key += handOf(h) + "\n"
	}
	return key
}

// handOf is the key under which a hop is compared with others.
func handOf(h hearsay.Hop) string {
	if h.Entity != "" {
		return h.Entity
	}
	return "~" + h.Name
}

// follow builds the chain of st; path holds the reports it came through.
func (g *graph) follow(st *Statement, path []string) route {
	path = append(path[:len(path):len(path)], st.Report)
	if rt, ok := g.followDerivation(st, path); ok {
		return rt
	}
	if rt, ok := g.followCitation(st, path); ok {
		return rt
	}
	return g.stop(st)
}

// stop ends the chain in the report of st.
func (g *graph) stop(st *Statement) route {
	rt := route{statement: st, hops: st.Chain, end: st.End, last: g.report[st.Report], through: []string{st.Report}}
	rt.hops, rt.end = g.settleEnd(rt.hops, rt.end)
	return rt
}

// settleEnd turns a chain that stops at a cited outlet of journalism into an
// unattributed one: nobody is named behind that outlet.
func (g *graph) settleEnd(hops hearsay.Chain, end hearsay.End) (hearsay.Chain, hearsay.End) {
	last := hops[len(hops)-1]
	if end != hearsay.EndNamed || len(hops) < 2 {
		return hops, end
	}
	if reports := g.byHand[last.Entity]; len(reports) > 0 && !reports[0].Party {
		return hops, hearsay.EndUnattributed
	}
	return hops, end
}

// followDerivation continues st through a report whose text its own report
// takes over.
func (g *graph) followDerivation(st *Statement, path []string) (route, bool) {
	for _, d := range g.into[st.Report] {
		if d.Kind == hearsay.Reply || slices.Contains(path, d.From) {
			continue
		}
		next := g.pick(st, d)
		if next == nil {
			continue
		}
		rest := g.follow(next, path)
		return g.join(st, st.Chain[:1], rest, step{rule: "derivation", from: st.Report, to: d.From, kind: d.Kind}), true
	}
	return route{}, false
}

// pick chooses the statement of the source of d that st repeats: the aligned
// passage first, then one of the same speaker. A speaker of its own makes st
// the deriving report's own reporting.
func (g *graph) pick(st *Statement, d hearsay.Derivation) *Statement {
	content := hearsay.Cover(st.Content)
	for _, al := range d.Aligned {
		if !al.To.Overlaps(content) {
			continue
		}
		for _, t := range g.byReport[d.From] {
			if al.From.Overlaps(hearsay.Cover(t.Content)) && g.mayBe(st, t) {
				return t
			}
		}
	}
	for _, t := range g.byReport[d.From] {
		if g.sameSpeaker(st, t) {
			return t
		}
	}
	if len(g.byReport[d.From]) > 0 && (st.Speaker == "" || d.Kind == hearsay.Translation || d.Kind == hearsay.Copy || d.Kind == hearsay.Forward) {
		return g.byReport[d.From][0]
	}
	return nil
}

// mayBe tells whether the two statements can come from the same mouth: unless
// both name somebody and these differ.
func (g *graph) mayBe(st, t *Statement) bool {
	a, b := speaker(st), speaker(t)
	if a == "" || b == "" || st.End != hearsay.EndNamed || t.End != hearsay.EndNamed {
		return true
	}
	return g.spokes.find(a) == g.spokes.find(b) || onChain(t.Chain, a) || onChain(st.Chain, b)
}

func (g *graph) sameSpeaker(st, t *Statement) bool {
	a, b := speaker(st), speaker(t)
	return a != "" && b != "" && g.spokes.find(a) == g.spokes.find(b)
}

// speaker is the hand at the end of the statement's own chain, "" if only the
// outlet speaks.
func speaker(st *Statement) string {
	if len(st.Chain) < 2 {
		return ""
	}
	return handOf(st.Chain[len(st.Chain)-1])
}

func onChain(c hearsay.Chain, hand string) bool {
	for _, h := range c {
		if handOf(h) == hand {
			return true
		}
	}
	return false
}

// followCitation continues st through the report of an outlet that its chain
// names, if that report is in the case and could have been read.
func (g *graph) followCitation(st *Statement, path []string) (route, bool) {
	for i := 1; i < len(st.Chain); i++ {
		hand := st.Chain[i].Entity
		if hand == "" || hand == st.Chain[0].Entity {
			continue
		}
		for _, r := range g.byHand[hand] {
			if r.ID == st.Report || !r.Published.NotAfter(g.report[st.Report].Published) {
				continue
			}
			next := g.pickCited(st, r, st.Chain[i+1:])
			if next == nil {
				continue
			}
			if slices.Contains(path, r.ID) {
				return g.circle(st, st.Chain[:i], path, r.ID), true
			}
			rest := g.follow(next, path)
			return g.join(st, st.Chain[:i], rest, step{rule: "citation", from: st.Report, to: r.ID}), true
		}
	}
	return route{}, false
}

// pickCited chooses the statement of the cited report r that st speaks of. If
// st itself names hands behind the outlet, the report must name them too.
func (g *graph) pickCited(st *Statement, r *Report, behind hearsay.Chain) *Statement {
	for _, t := range g.byReport[r.ID] {
		if len(behind) == 0 || g.sameSpeaker(st, t) || onChain(t.Chain, handOf(behind[len(behind)-1])) {
			return t
		}
	}
	return nil
}

// circle ends a chain that came back to the report with id back. The
// returning hand is not printed again.
func (g *graph) circle(st *Statement, hops hearsay.Chain, path []string, back string) route {
	round := path[slices.Index(path, back):]
	return route{statement: st, hops: hops, end: hearsay.EndCircular, last: g.report[st.Report],
		through: []string{st.Report}, cycle: slices.Min(round)}
}

// join puts the hops of st up to the next report before the rest of the way.
func (g *graph) join(st *Statement, before hearsay.Chain, rest route, via step) route {
	rt := route{statement: st, end: rest.end, last: rest.last, cycle: rest.cycle,
		through: append([]string{st.Report}, rest.through...),
		steps:   append([]step{via}, rest.steps...)}
	rt.hops = append(rt.hops, before...)
	for i, h := range rest.hops {
		if handOf(h) == handOf(rt.hops[len(rt.hops)-1]) {
			continue
		}
		if onChain(rt.hops, handOf(h)) {
			rt.end, rt.cycle = hearsay.EndCircular, slices.Min(rt.through)
			break
		}
		if i == 0 {
			h.Role = relayed(st, rest, h)
		}
		if !h.Span.IsEmpty() && h.Report == "" {
			h.Report = rest.statement.Report
		}
		rt.hops = append(rt.hops, h)
	}
	return rt
}

// relayed is the role of a publisher, seen from the report st that goes on
// through it.
func relayed(st *Statement, rest route, publisher hearsay.Hop) hearsay.Role {
	for _, h := range st.Chain[1:] {
		if handOf(h) == handOf(publisher) && h.Role == hearsay.RoleTranslator {
			return hearsay.RoleTranslator
		}
	}
	if len(rest.steps) > 0 && rest.steps[0].kind == hearsay.Translation {
		return hearsay.RoleTranslator
	}
	return hearsay.RoleRelay
}

// assertions prints the routes.
func (g *graph) assertions(routes []route) []Assertion {
	list := []Assertion{}
	for _, rt := range routes {
		r := g.report[rt.statement.Report]
		a := Assertion{Report: r.ID, Path: r.Path, Outlet: r.Outlet, Published: r.Published,
			Content: hearsay.Cover(rt.statement.Content), Hedged: rt.statement.Hedged, Chain: rt.hops, End: rt.end}
		if rt.statement.Stance == hearsay.Supposes {
			a.Stance = string(hearsay.Supposes)
		}
		list = append(list, a)
	}
	return list
}
