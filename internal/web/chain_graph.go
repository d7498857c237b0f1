package web

import (
	"cmp"
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/standing"
	"hearsay/internal/trace"
)

// chart is the chains of a claim as one graph: from the origins over the hands
// between to the reports. Each report is a node of its own, called by its
// outlet, so that two reports of one outlet that came by different ways are
// not taken for one.
type chart struct {
	nodes []*knot
	ways  []*way
	index map[string]*knot
}

// knot is a hand, or a report with the outlet that published it.
type knot struct {
	key, name  string
	role       hearsay.Role
	medium     string
	origin     hearsay.End // of the end of a chain; "" of a hand between
	bottleneck bool
	denial     bool
	report     *leaf // nil if the hand published none of the reports
	at         int   // index in the layout
}

// leaf is a report at the right border.
type leaf struct {
	id, path, how string
	published     hearsay.Date
	content       hearsay.Span
	copies        []*knot // folded into it
}

// way is a step from one hand to the next.
type way struct {
	from, to *knot
	how      string // a derivation kind, "citation", "" within one report, "denies"
}

func newChart(a *trace.Answer) *chart {
	c := &chart{index: map[string]*knot{}}
	next := nextReports(a)
	for i := range a.Asserts {
		c.addReport(&a.Asserts[i])
	}
	for i := range a.Asserts {
		c.addChain(a, &a.Asserts[i], next)
	}
	for _, d := range a.Denies {
		c.addDenial(d)
	}
	for _, k := range c.nodes {
		k.bottleneck = !k.denial && isBottleneck(a, k.name)
	}
	return c
}

// nextReports says through which reports the chains of a report go on.
func nextReports(a *trace.Answer) map[string][]string {
	next := map[string][]string{}
	for _, l := range a.Receipt {
		if (l.Rule == "derivation" || l.Rule == "citation") && len(l.Joins) == 2 {
			next[l.Joins[0]] = append(next[l.Joins[0]], l.Joins[1])
		}
	}
	return next
}

func (c *chart) knot(key, name string) *knot {
	k := c.index[key]
	if k == nil {
		k = &knot{key: key, name: name}
		c.index[key] = k
		c.nodes = append(c.nodes, k)
	}
	return k
}

func (c *chart) addReport(s *standing.Assertion) {
	k := c.knot(s.Report, s.Outlet)
	if k.report == nil {
		k.role = hearsay.RolePublisher
		k.report = &leaf{id: s.Report, path: s.Path, how: s.How, published: s.Published, content: s.Content}
	}
}

// addChain follows one chain from its report to its end.
func (c *chart) addChain(a *trace.Answer, s *standing.Assertion, next map[string][]string) {
	at, report := c.index[s.Report], s.Report
	how := s.How
	for i, hop := range s.Chain[1:] {
		var k *knot
		if r := c.published(hop, next[report]); r != "" {
			k, report = c.index[r], r
		} else {
			k = c.knot("hand:"+cmp.Or(hop.Entity, hop.Name), hop.Name)
		}
		if k.role == "" || hop.Role == hearsay.RoleTranslator {
			k.role = hop.Role
		}
		k.medium = cmp.Or(k.medium, hop.Medium)
		c.join(k, at, how)
		at, how = k, ""
		if k.report != nil && i+2 < len(s.Chain) {
			how = k.report.how
		}
	}
	if at.origin == "" || s.End == hearsay.EndCircular {
		at.origin = s.End
	}
}

// published is the report among these whose outlet is the hand, "" if none.
func (c *chart) published(hop hearsay.Hop, reports []string) string {
	for _, id := range reports {
		if k := c.index[id]; k != nil && k.name == hop.Name {
			return id
		}
	}
	return ""
}

func (c *chart) join(from, to *knot, how string) {
	if from == to {
		return
	}
	for _, w := range c.ways {
		if w.from == from && w.to == to {
			w.how = cmp.Or(w.how, how)
			return
		}
	}
	c.ways = append(c.ways, &way{from, to, how})
}

func (c *chart) addDenial(d standing.Denial) {
	by := c.knot("denial:"+d.By, d.By)
	by.denial = true
	row := c.knot("denial:"+d.Report+":"+d.By, "")
	row.denial = true
	row.report = &leaf{id: d.Report, path: d.Path, how: "denies", published: d.Published, content: d.Content}
	c.join(by, row, "denies")
}

// fold takes each copy into the text that it copies, and gives that text what
// came from the copy.
func (c *chart) fold(a *trace.Answer) (folded int) {
	into := map[*knot]*knot{}
	find := func(k *knot) *knot {
		for into[k] != nil {
			k = into[k]
		}
		return k
	}
	for _, l := range a.Receipt {
		if l.Rule != "copy" || len(l.Joins) != 2 {
			continue
		}
		one, other := c.index[l.Joins[0]], c.index[l.Joins[1]]
		if one == nil || other == nil {
			continue
		}
		if one, other = find(one), find(other); one == other {
			continue
		}
		if c.before(other, one) {
			one, other = other, one
		}
		into[other] = one
	}
	for _, k := range c.nodes {
		if first := find(k); first != k {
			first.report.copies = append(first.report.copies, k)
			folded++
		}
	}
	c.redirect(find)
	return folded
}

// before tells whether a stands for both: it is an origin's own, or the elder.
func (c *chart) before(a, b *knot) bool {
	if x, y := a.report.published, b.report.published; x.Before(y) || y.Before(x) {
		return x.Before(y)
	}
	return strings.Compare(a.report.path, b.report.path) < 0
}

// redirect replaces folded nodes in all ways by what they were folded into.
func (c *chart) redirect(find func(*knot) *knot) {
	ways := c.ways
	c.ways = nil
	for _, w := range ways {
		from, to := find(w.from), find(w.to)
		if to != w.to && from != w.from {
			continue
		}
		if to != w.to { // what the copy was made of is the text itself, or came to it elsewhere
			continue
		}
		c.join(from, to, w.how)
	}
	c.nodes = slices.DeleteFunc(c.nodes, func(k *knot) bool { return find(k) != k })
	c.prune()
}

// prune drops hands that carry nothing any more.
func (c *chart) prune() {
	for {
		leads := map[*knot]bool{}
		for _, w := range c.ways {
			leads[w.from] = true
		}
		n := len(c.nodes)
		c.nodes = slices.DeleteFunc(c.nodes, func(k *knot) bool { return k.report == nil && !leads[k] })
		if len(c.nodes) == n {
			return
		}
		kept := map[*knot]bool{}
		for _, k := range c.nodes {
			kept[k] = true
		}
		c.ways = slices.DeleteFunc(c.ways, func(w *way) bool { return !kept[w.from] || !kept[w.to] })
	}
}
