package standing

import (
	"cmp"
	"fmt"
	"slices"

	"hearsay"
)

// ends groups the ends of all routes. Named ends are grouped by identity and
// by who speaks for whom; every other end is unknown, and unknowns are one
// where they may well be one person.
//
// A chain that was cut because a hand came back, but whose way leads on to an
// end, adds no origin: the circle has that other end. So a copy that closes a
// circle of hands counts for nothing, as any copy does.
type ends struct {
	g       *graph
	routes  []route
	end     []end // of each route
	unknown unionFind
}

// end is where a route leads.
type end struct {
	key    string // hand of a named end, else a name for the unknown
	named  bool
	kind   hearsay.End
	hop    hearsay.Hop
	shares []share // by which an unknown may be one with others
}

// share is something that several unknowns can have in common.
type share struct{ what, why string }

func (g *graph) ends(routes []route, receipt *ledger) *ends {
	e := &ends{g: g, routes: routes, end: make([]end, len(routes)), unknown: unionFind{}}
	for i := range routes {
		e.end[i] = g.endOf(&routes[i])
	}
	e.settleLoops()
	for i := range routes {
		if routes[i].start.stands() {
			e.write(i, receipt)
		}
	}
	e.groupNamed(receipt)
	e.groupUnknown(receipt)
	return e
}

// dropFallen leaves the routes that stand, grouped as they were.
func (e *ends) dropFallen() {
	var routes []route
	var list []end
	for i := range e.routes {
		if e.routes[i].start.stands() {
			routes, list = append(routes, e.routes[i]), append(list, e.end[i])
		}
	}
	e.routes, e.end = routes, list
}

func (g *graph) endOf(rt *route) end {
	if rt.last == nil {
		return g.endless(rt)
	}
	last := len(rt.last.Chain) - 1
	hand := rt.last.hands[last]
	d := end{kind: g.settled(rt.last), hop: rt.last.Chain[last], key: "unknown:" + rt.last.Report,
		shares: []share{g.text(rt.last)}}
	switch {
	case d.kind == hearsay.EndNamed, d.kind == hearsay.EndDescribed && g.named[g.voices.find(hand)]:
		d.key, d.named, d.kind = hand, true, hearsay.EndNamed
	case d.kind == hearsay.EndUnattributed:
		d.shares = append(d.shares, share{"outlet:" + hand, "the same outlet speaks in its own voice"})
	}
	return d
}

// endless is the end of a route that goes round for ever.
func (g *graph) endless(rt *route) end {
	d := end{kind: hearsay.EndCircular, hop: rt.hops[len(rt.hops)-1]}
	for _, n := range rt.round {
		if key := "circle:" + n.Report; d.key == "" || key < d.key {
			d.key = key
		}
		d.shares = append(d.shares, g.text(n))
	}
	return d
}

func (g *graph) text(n *node) share { return share{"text:" + g.texts.find(n.Report), "one text"} }

// settleLoops decides on ends that need to know the others. A statement whose
// own chain comes back to a hand has an unknown end, unless that hand is an
// end elsewhere. A described hand, or a cited outlet, that is a named end
// elsewhere or speaks with the voice of one, is that end.
func (e *ends) settleLoops() {
	named := map[string]bool{}
	for i, d := range e.end {
		if d.named && !e.routes[i].last.loops {
			named[e.g.voices.find(d.key)] = true
		}
	}
	for i := range e.end {
		d, last := &e.end[i], e.routes[i].last
		switch {
		case last == nil:
		case d.named && last.loops && !named[e.g.voices.find(d.key)]:
			d.named, d.kind = false, hearsay.EndCircular
			d.key = "circle:" + e.g.voices.find(d.key)
		case !d.named && len(last.hands) > 1 && named[e.g.voices.find(last.speaker())]:
			d.key, d.named, d.kind = last.speaker(), true, hearsay.EndNamed
		}
	}
}

// write puts down how route i came to its end.
func (e *ends) write(i int, receipt *ledger) {
	rt, d := &e.routes[i], &e.end[i]
	for _, s := range rt.steps {
		receipt.add(Line{Rule: s.rule, Joins: []string{s.from, s.to}, Note: string(s.kind), Evidence: s.evidence})
	}
	rule := ruleUnknown
	if d.named {
		rule = ruleNamed
	}
	receipt.add(Line{Rule: rule, Joins: []string{rt.start.Report, d.key}, Note: d.hop.Name,
		Evidence: []Evidence{{Report: rt.start.Report, Span: hearsay.Cover(rt.start.Content)}}})
}

// groupNamed writes down which named ends speak with one voice.
func (e *ends) groupNamed(receipt *ledger) {
	name := map[string]string{}
	for i, d := range e.end {
		if d.named && name[d.key] == "" && e.routes[i].start.stands() {
			name[d.key] = d.hop.Name
		}
	}
	first := map[string]string{}
	for _, key := range sortedKeys(name) {
		voice := e.g.voices.find(key)
		if first[voice] == "" {
			first[voice] = key
			continue
		}
		receipt.add(Line{Rule: ruleSameNamed, Joins: []string{first[voice], key}, Evidence: e.why(voice, first[voice], key),
			Note: fmt.Sprintf("%s and %s speak with one voice", name[first[voice]], name[key])})
	}
}

// why is the evidence that hands a and b of one voice belong together.
func (e *ends) why(voice, a, b string) []Evidence {
	var list []Evidence
	for _, s := range e.g.speaksFor {
		if e.g.voices.find(s.Who) == voice && (s.Who == a || s.Who == b || s.Whom == a || s.Whom == b) {
			list = append(list, s.Evidence)
		}
	}
	return list
}

// groupUnknown joins the unknowns of one text, those of one circle and the
// unattributed ones of one outlet.
func (e *ends) groupUnknown(receipt *ledger) {
	first := map[share]string{}
	for _, d := range e.end {
		if d.named {
			continue
		}
		for _, s := range d.shares {
			other, met := first[s]
			switch {
			case !met:
				first[s] = d.key
			case e.unknown.find(other) != e.unknown.find(d.key):
				e.unknown.join(other, d.key)
				receipt.add(Line{Rule: ruleSameUnknown, Joins: []string{other, d.key}, Note: s.why})
			}
		}
	}
}

// key names the group of route i's end.
func (e *ends) key(i int) string {
	if d := e.end[i]; d.named {
		return e.g.voices.find(d.key)
	}
	return e.unknown.find(e.end[i].key)
}

// interval is the number of independent origins: each named group is one, and
// each unknown may be one more.
func (e *ends) interval() hearsay.Interval {
	if len(e.routes) == 0 {
		return hearsay.Interval{}
	}
	named, unknown := map[string]bool{}, map[string]bool{}
	for i := range e.end {
		if e.end[i].named {
			named[e.key(i)] = true
		} else {
			unknown[e.key(i)] = true
		}
	}
	return hearsay.Interval{Low: max(len(named), 1), High: max(len(named)+len(unknown), 1)}
}

func (e *ends) circular() bool {
	return slices.ContainsFunc(e.routes, func(rt route) bool { return rt.end == hearsay.EndCircular })
}

// origins lists the groups of ends, the named first, the one with most reports
// first.
func (e *ends) origins() []Origin {
	groups := map[string]*Origin{}
	for i := range e.end {
		key, d := e.key(i), e.end[i]
		if groups[key] == nil {
			groups[key] = &Origin{Name: d.hop.Name, Kind: d.kind, Entity: d.hop.Entity, key: key, seen: map[string]bool{}}
		}
		groups[key].add(d.hop.Name, e.routes[i].start.Report)
	}
	ordered := make([]*Origin, 0, len(groups))
	for _, key := range sortedKeys(groups) {
		ordered = append(ordered, groups[key])
	}
	slices.SortStableFunc(ordered, func(a, b *Origin) int {
		return cmp.Or(-compareBools(a.Kind == hearsay.EndNamed, b.Kind == hearsay.EndNamed),
			cmp.Compare(len(b.Reports), len(a.Reports)), cmp.Compare(a.Name, b.Name))
	})
	list := make([]Origin, len(ordered))
	for i, o := range ordered {
		list[i] = *o
	}
	return list
}

func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

func (o *Origin) add(name, report string) {
	if name != o.Name && !slices.Contains(o.Also, name) {
		o.Also = append(o.Also, name)
	}
	if !o.seen[report] {
		o.seen[report] = true
		o.Reports = append(o.Reports, report)
	}
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
