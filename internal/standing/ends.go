package standing

import (
	"fmt"
	"slices"
	"sort"

	"hearsay"
)

// ends groups the ends of all routes. Named ends are grouped by identity and
// by who speaks for whom; every other end is unknown, and unknowns are one
// where they may well be one person.
type ends struct {
	g       *graph
	routes  []route
	named   unionFind
	unknown unionFind
	hand    map[string]hearsay.Hop // a hop for each named end key
}

// isNamed tells whether the route ends with somebody who can be told apart: a
// name, or a description bound to an institution ("a ministry spokesman").
func (g *graph) isNamed(rt *route) bool {
	if rt.end == hearsay.EndNamed {
		return true
	}
	key := handOf(rt.hops[len(rt.hops)-1])
	return rt.end == hearsay.EndDescribed && g.spokes.find(key) != key
}

func (g *graph) ends(routes []route, receipt *Receipt) *ends {
	e := &ends{g: g, routes: routes, named: unionFind{}, unknown: unionFind{}, hand: map[string]hearsay.Hop{}}
	for i := range routes {
		rt := &routes[i]
		last := rt.hops[len(rt.hops)-1]
		for _, s := range rt.steps {
			receipt.add(Line{Rule: s.rule, Joins: []string{s.from, s.to}, Note: string(s.kind)})
		}
		kind := ruleUnknown
		key := e.unknownKey(rt)
		if g.isNamed(rt) {
			kind, key = ruleNamed, handOf(last)
			e.hand[key] = last
		}
		receipt.add(Line{Rule: kind, Joins: []string{rt.statement.Report, key}, Note: last.Name,
			Evidence: []Evidence{{Report: rt.statement.Report, Span: hearsay.Cover(rt.statement.Content)}}})
	}
	e.groupNamed(receipt)
	e.groupUnknown(receipt)
	return e
}

// unknownKey names the unknown behind a route: the report in which its chain
// stops, or the circle. Unknowns reached through one report are one.
func (e *ends) unknownKey(rt *route) string {
	if rt.cycle != "" {
		return "circle:" + rt.cycle
	}
	return "unknown:" + rt.last.ID
}

func (e *ends) groupNamed(receipt *Receipt) {
	for _, s := range e.g.SpeaksFor {
		e.named.join(s.Who, s.Whom)
	}
	keys := sortedKeys(e.hand)
	for i, a := range keys {
		for _, b := range keys[:i] {
			if e.named.find(a) == e.named.find(b) {
				receipt.add(Line{Rule: ruleSameNamed, Joins: []string{b, a}, Evidence: e.whyGroup(a, b),
					Note: fmt.Sprintf("%s and %s speak with one voice", e.hand[b].Name, e.hand[a].Name)})
				break
			}
		}
	}
}

func (e *ends) whyGroup(a, b string) []Evidence {
	var list []Evidence
	root := e.named.find(a)
	for _, s := range e.g.SpeaksFor {
		if e.named.find(s.Who) == root && (s.Who == a || s.Who == b || s.Whom == a || s.Whom == b) {
			list = append(list, s.Evidence)
		}
	}
	return list
}

// groupUnknown joins the unknowns of one text and the unattributed ones of one
// outlet.
func (e *ends) groupUnknown(receipt *Receipt) {
	type end struct {
		key, outlet string
		reports     []string
	}
	var list []end
	for i := range e.routes {
		rt := &e.routes[i]
		if e.g.isNamed(rt) {
			continue
		}
		u := end{key: e.unknownKey(rt), reports: []string{rt.last.ID}}
		if rt.cycle != "" {
			u.reports = rt.through
		}
		if rt.end == hearsay.EndUnattributed {
			u.outlet = handOf(rt.hops[len(rt.hops)-1])
		}
		list = append(list, u)
	}
	texts := e.g.texts()
	for i, a := range list {
		for _, b := range list[:i] {
			why := ""
			switch {
			case e.unknown.find(a.key) == e.unknown.find(b.key):
				continue
			case a.outlet != "" && a.outlet == b.outlet:
				why = "the same outlet speaks in its own voice"
			case oneText(texts, a.reports, b.reports):
				why = "one text"
			default:
				continue
			}
			e.unknown.join(a.key, b.key)
			receipt.add(Line{Rule: ruleSameUnknown, Joins: []string{b.key, a.key}, Note: why})
		}
	}
}

func oneText(texts unionFind, a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if texts.find(x) == texts.find(y) {
				return true
			}
		}
	}
	return false
}

// interval is the number of independent origins: each named group is one, and
// each unknown may be one more.
func (e *ends) interval() hearsay.Interval {
	if len(e.routes) == 0 {
		return hearsay.Interval{}
	}
	named, unknown := map[string]bool{}, map[string]bool{}
	for i := range e.routes {
		rt := &e.routes[i]
		if e.g.isNamed(rt) {
			named[e.named.find(handOf(rt.hops[len(rt.hops)-1]))] = true
		} else {
			unknown[e.unknown.find(e.unknownKey(rt))] = true
		}
	}
	return hearsay.Interval{Low: max(len(named), 1), High: max(len(named)+len(unknown), 1)}
}

func (e *ends) circular() bool {
	return slices.ContainsFunc(e.routes, func(rt route) bool { return rt.end == hearsay.EndCircular })
}

// origins lists the groups of ends, the one with most reports first.
func (e *ends) origins() []Origin {
	groups := map[string]*Origin{}
	for i := range e.routes {
		rt := &e.routes[i]
		last := rt.hops[len(rt.hops)-1]
		key, kind := e.unknown.find(e.unknownKey(rt)), rt.end
		if e.g.isNamed(rt) {
			key, kind = e.named.find(handOf(last)), hearsay.EndNamed
		}
		o := groups[key]
		if o == nil {
			o = &Origin{Name: last.Name, Kind: kind, Entity: last.Entity}
			groups[key] = o
		}
		o.add(last.Name, rt.statement.Report)
	}
	list := []Origin{}
	for _, key := range sortedKeys(groups) {
		list = append(list, *groups[key])
	}
	sort.SliceStable(list, func(i, j int) bool {
		if (list[i].Kind == hearsay.EndNamed) != (list[j].Kind == hearsay.EndNamed) {
			return list[i].Kind == hearsay.EndNamed
		}
		if len(list[i].Reports) != len(list[j].Reports) {
			return len(list[i].Reports) > len(list[j].Reports)
		}
		return list[i].Name < list[j].Name
	})
	return list
}

func (o *Origin) add(name, report string) {
	if name != o.Name && !slices.Contains(o.Also, name) {
		o.Also = append(o.Also, name)
	}
	if !slices.Contains(o.Reports, report) {
		o.Reports = append(o.Reports, report)
	}
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
