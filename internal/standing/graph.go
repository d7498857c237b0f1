package standing

import (
	"cmp"
	"slices"
	"strings"

	"hearsay"
)

// graph indexes an Input. It copies and sorts whatever it keeps, so that
// nothing depends on the order of arrival and the input stays as it was.
type graph struct {
	reports     []*Report // oldest first
	report      map[string]*Report
	nodes       []*node              // every statement, by report and position
	byReport    map[string][]*node   // those on which the claim is counted
	byHand      map[string][]*Report // reports of an outlet, oldest first
	derivations []hearsay.Derivation
	into        map[string][]hearsay.Derivation // by the report that takes, the oldest source first
	sameTexts   []Pair                          // of reports that assert the claim
	texts       unionFind                       // of their ids
	speaksFor   []SpeaksFor
	voices      unionFind       // hands, by who speaks for whom
	press       map[string]bool // hands that are outlets of journalism
	named       map[string]bool // voices of which somebody is named, not only described
	walks       int             // how many there were
}

// node is one statement of the claim, and where its chain goes on.
type node struct {
	*Statement
	from  *Report
	given int      // its place in the input
	hands []string // the key of each hop
	next  *node    // the statement of another report that it goes on through, nil if none
	loops bool     // a hand comes back in its own chain
	kept  int      // how many hops of its own stand before those of next
	step  step

	walked int // the last walk that came by
	place  int // on its way

	fallen *hearsay.Hop // the distrusted hand on its way, nil if none
}

func newGraph(in Input) *graph {
	reports := len(in.Reports)
	g := &graph{report: make(map[string]*Report, reports), byReport: make(map[string][]*node, reports), byHand: map[string][]*Report{},
		into: make(map[string][]hearsay.Derivation, len(in.Derivations)), texts: unionFind{}, voices: unionFind{},
		press: map[string]bool{}, named: map[string]bool{}}
	g.addReports(in)
	g.addStatements(in.Statements)
	g.addDerivations(in.Derivations)
	g.addSameTexts(in.SameTexts)
	g.addVoices(in.SpeaksFor)
	for _, n := range g.nodes {
		if n.Side == For {
			g.goOn(n)
		}
	}
	return g
}

func (g *graph) addReports(in Input) {
	for _, hand := range in.Press {
		g.press[hand] = true
	}
	copied := slices.Clone(in.Reports)
	g.reports = make([]*Report, 0, len(copied))
	for i := range copied {
		r := &copied[i]
		if g.report[r.ID] == nil {
			g.report[r.ID] = r
			g.reports = append(g.reports, r)
		}
	}
	slices.SortFunc(g.reports, older)
	for _, r := range g.reports {
		if len(g.byHand[r.Hand]) == 0 {
			g.press[r.Hand] = !r.Party
		}
		g.byHand[r.Hand] = append(g.byHand[r.Hand], r)
	}
}

// addStatements leaves out what belongs to no report and what has no chain.
func (g *graph) addStatements(list []Statement) {
	nodes := make([]node, len(list))
	g.nodes = make([]*node, 0, len(list))
	for i := range list {
		st := &list[i]
		if from := g.report[st.Report]; from != nil && len(st.Chain) > 0 {
			hands := handsOf(st)
			nodes[i] = node{Statement: st, from: from, given: i, hands: hands, loops: comesBack(hands)}
			g.nodes = append(g.nodes, &nodes[i])
		}
	}
	slices.SortStableFunc(g.nodes, func(a, b *node) int {
		return cmp.Or(older(a.from, b.from), cmp.Compare(a.Seq, b.Seq))
	})
	for _, n := range g.nodes {
		if n.Side == For {
			g.byReport[n.Report] = append(g.byReport[n.Report], n)
		}
	}
	for id, list := range g.byReport {
		g.byReport[id] = attributedFirst(list)
	}
}

// attributedFirst drops the outlet's own voice where the same report also
// attributes the claim: a lead that the body attributes is the body's.
func attributedFirst(list []*node) []*node {
	var attributed []*node
	for _, n := range list {
		if n.End != hearsay.EndUnattributed || len(n.Chain) > 1 {
			attributed = append(attributed, n)
		}
	}
	if len(attributed) > 0 {
		return attributed
	}
	return list
}

func (g *graph) addDerivations(list []hearsay.Derivation) {
	for _, d := range list {
		if g.report[d.From] != nil && g.report[d.To] != nil && d.From != d.To {
			g.derivations = append(g.derivations, d)
		}
	}
	slices.SortStableFunc(g.derivations, func(a, b hearsay.Derivation) int {
		return cmp.Or(cmp.Compare(a.To, b.To), older(g.report[a.From], g.report[b.From]),
			cmp.Compare(a.Kind, b.Kind), cmp.Compare(b.Overlap, a.Overlap), slices.CompareFunc(b.Aligned, a.Aligned, compareAligned))
	})
	for _, d := range g.derivations {
		g.into[d.To] = append(g.into[d.To], d)
	}
}

func compareAligned(a, b hearsay.Aligned) int {
	return cmp.Or(cmp.Compare(a.To.Start, b.To.Start), cmp.Compare(a.To.End, b.To.End),
		cmp.Compare(a.From.Start, b.From.Start), cmp.Compare(a.From.End, b.From.End))
}

// addSameTexts groups the reports that assert the claim by their text.
func (g *graph) addSameTexts(list []Pair) {
	for _, p := range list {
		if len(g.byReport[p.A]) > 0 && len(g.byReport[p.B]) > 0 {
			p.A, p.B = min(p.A, p.B), max(p.A, p.B)
			g.sameTexts = append(g.sameTexts, p)
			g.texts.join(p.A, p.B)
		}
	}
	slices.SortFunc(g.sameTexts, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B), cmp.Compare(b.Overlap, a.Overlap))
	})
}

func (g *graph) addVoices(list []SpeaksFor) {
	g.speaksFor = slices.Clone(list)
	slices.SortFunc(g.speaksFor, func(a, b SpeaksFor) int {
		return cmp.Or(cmp.Compare(a.Who, b.Who), cmp.Compare(a.Whom, b.Whom),
			cmp.Compare(a.Evidence.Report, b.Evidence.Report), cmp.Compare(a.Evidence.Span.Start, b.Evidence.Span.Start),
			cmp.Compare(a.Evidence.Span.End, b.Evidence.Span.End))
	})
	for _, s := range g.speaksFor {
		g.voices.join(s.Who, s.Whom)
	}
	described := g.described()
	for _, s := range g.speaksFor {
		if !described[s.Who] || !described[s.Whom] {
			g.named[g.voices.find(s.Who)] = true
		}
	}
}

// described are the hands that no statement knows by name.
func (g *graph) described() map[string]bool {
	described := map[string]bool{}
	for _, n := range g.nodes {
		last := n.hands[len(n.hands)-1]
		was, met := described[last]
		described[last] = n.End == hearsay.EndDescribed && (was || !met)
	}
	return described
}

// older orders reports by time, then by path and id, so that ties break alike
// everywhere. A report without a date comes last.
func older(a, b *Report) int {
	if a.Published.IsZero() != b.Published.IsZero() {
		if a.Published.IsZero() {
			return 1
		}
		return -1
	}
	return cmp.Or(a.Published.Time.Compare(b.Published.Time), strings.Compare(a.Path, b.Path), strings.Compare(a.ID, b.ID))
}

// asserting lists the reports with a For statement that stands, oldest first.
func (g *graph) asserting() []*Report {
	var list []*Report
	for _, r := range g.reports {
		if slices.ContainsFunc(g.byReport[r.ID], (*node).stands) {
			list = append(list, r)
		}
	}
	return list
}

func (n *node) stands() bool { return n.fallen == nil }

// others lists the statements of a side that is not counted, one for each
// report and speaker.
func (g *graph) others(side Side) []Denial {
	list := []Denial{}
	seen := map[[2]string]bool{}
	for _, n := range g.nodes {
		if n.Side != side || !n.stands() {
			continue
		}
		r := g.report[n.Report]
		d := Denial{Report: r.ID, Path: r.Path, Outlet: r.Outlet, Published: r.Published, By: n.Chain[len(n.Chain)-1].Name, Content: hearsay.Cover(n.Content)}
		if key := [2]string{d.Report, d.By}; !seen[key] {
			seen[key] = true
			list = append(list, d)
		}
	}
	return list
}
