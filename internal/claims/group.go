package claims

import (
	"cmp"
	"slices"
	"strings"
)

// joinAt is the least likeness of two propositions that are one claim;
// keepAt the least mean likeness between two groups that may be joined.
const (
	joinAt = 0.60
	keepAt = 0.45
)

// sampleToMean is how many members are compared for the mean of a large group.
const sampleToMean = 12

// Group tells which propositions are one claim: it returns, for each, the
// index of the first proposition of its claim in the order of their printed
// form. joined are pairs that are one for other reasons (an aligned
// translation, a copied passage); they come first.
func (w *Weights) Group(props []Proposition, joined [][2]int) []int {
	printed := make([]string, len(props))
	for i, p := range props {
		printed[i] = p.String()
	}
	return w.NewGrouping().Group(printed, joined)
}

// Grouping groups propositions again and again, each time all that there are.
// It remembers which of them are alike, so that only new ones are compared with
// the others. What it answers does not depend on what it was asked before:
// whether two propositions are compared follows from these two and from which
// terms are common, and each set of propositions that hang together by likeness
// is grouped by itself.
type Grouping struct {
	weights *Weights
	turn    int
	byKey   map[string]*node
	nodes   []*node // in the order of their keys
	index   *index
	edges   []edge // in the order in which they join
	kept    *kept  // of another Grouping, until it is used
}

// NewGrouping is a Grouping that remembers nothing.
func (w *Weights) NewGrouping() *Grouping {
	return &Grouping{weights: w, byKey: map[string]*node{}, index: newIndex()}
}

// node is a distinct proposition: a thousand copies cost as much as one.
type node struct {
	key    string // as printed
	prop   Proposition
	number int32 // in the index
	turn   int   // when it was last given
	first  int   // the first of those given then
	place  int   // among all, by key
	root   *node // of its group
	hangs  *cluster
}

// edge is a pair that is alike enough; the key of a comes first.
type edge struct {
	a, b  *node
	score float64
}

func compareEdges(x, y edge) int {
	return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a.place, y.a.place), cmp.Compare(x.b.place, y.b.place))
}

// Group is Weights.Group for propositions as they are printed.
func (g *Grouping) Group(printed []string, joined [][2]int) []int {
	given := g.take(printed)
	pairs := make([][2]*node, len(joined))
	for i, p := range joined {
		pairs[i] = [2]*node{given[p[0]], given[p[1]]}
	}
	for _, c := range g.clusters(pairs) {
		g.settle(c)
	}
	list := make([]int, len(given))
	for i, n := range given {
		list[i] = n.root.first
	}
	return list
}

// take brings nodes and edges up to date and gives the node of each printed
// proposition.
func (g *Grouping) take(printed []string) []*node {
	g.turn++
	given := make([]*node, len(printed))
	var fresh []*node
	for i, key := range printed {
		n := g.byKey[key]
		if n == nil {
			n = &node{key: key, prop: Parse(key)} // weights as printed: equal keys are equal
			g.byKey[key] = n
			fresh = append(fresh, n)
		}
		if n.turn != g.turn {
			n.turn, n.first = g.turn, i
		}
		given[i] = n
	}
	old := len(g.nodes)
	g.nodes = slices.DeleteFunc(g.nodes, g.isGone)
	if len(g.nodes) < old {
		g.edges = slices.DeleteFunc(g.edges, func(e edge) bool { return g.isGone(e.a) || g.isGone(e.b) })
	}
	slices.SortFunc(fresh, func(a, b *node) int { return strings.Compare(a.key, b.key) })
	g.nodes = merge(g.nodes, fresh, func(a, b *node) int { return strings.Compare(a.key, b.key) })
	for i, n := range g.nodes {
		n.place = i
	}
	g.compare(fresh)
	return given
}

// isGone tells whether a node was not given this time, and forgets it then.
func (g *Grouping) isGone(n *node) bool {
	if n.turn == g.turn {
		return false
	}
	if g.byKey[n.key] == n {
		delete(g.byKey, n.key)
		g.index.remove(n.number)
	}
	return true
}

// compare finds the edges of new nodes. Where most of them are new it finds all
// edges, which is faster.
func (g *Grouping) compare(fresh []*node) {
	if g.kept != nil {
		fresh = g.recall()
	}
	if len(fresh) == 0 && !g.index.outdated {
		return
	}
	var found []edge
	nodes := g.nodes
	pair := func(i, j int32) {
		a, b := nodes[i], nodes[j]
		if b.place < a.place {
			a, b = b, a
		}
		if score := g.weights.Likeness(a.prop, b.prop); score >= joinAt {
			found = append(found, edge{a, b, score})
		}
	}
	if n := len(g.nodes); 2*len(fresh) > n || len(g.index.nodes) > 2*n || g.index.outdated {
		g.index, g.edges = newIndex(), nil
		for _, n := range g.nodes {
			n.number = g.index.add(n)
		}
		g.index.candidates(pair)
		slices.SortFunc(found, compareEdges)
		g.edges = found
		return
	}
	first := int32(len(g.index.nodes))
	for _, n := range fresh {
		n.number = g.index.add(n)
	}
	nodes = g.index.nodes
	if g.index.crossed {
		g.index.crossed = false
		g.edges = slices.DeleteFunc(g.edges, func(e edge) bool { return !g.index.meet(e.a.number, e.b.number) })
	}
	g.index.candidatesFrom(first, pair)
	slices.SortFunc(found, compareEdges)
	g.edges = merge(g.edges, found, compareEdges)
}

// merge joins two sorted lists.
func merge[T any](a, b []T, compare func(x, y T) int) []T {
	if len(b) == 0 {
		return a
	}
	all := make([]T, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if compare(a[0], b[0]) <= 0 {
			all, a = append(all, a[0]), a[1:]
		} else {
			all, b = append(all, b[0]), b[1:]
		}
	}
	return append(append(all, a...), b...)
}

// cluster is the nodes that hang together by edges or because they are joined
// for other reasons. How it falls into groups depends on nothing else.
type cluster struct {
	nodes  []*node // by key
	joined [][2]*node
	edges  []edge
	roots  []*node // of the nodes, once it is grouped
}

func (c *cluster) equal(o *cluster) bool {
	return slices.Equal(c.nodes, o.nodes) && slices.Equal(c.joined, o.joined) && slices.Equal(c.edges, o.edges)
}

// clusters are those of more than one node; each other node is its own group.
func (g *Grouping) clusters(joined [][2]*node) []*cluster {
	parent := make(forest, len(g.nodes))
	for i, n := range g.nodes {
		parent[i] = i
		n.root = n
	}
	for _, p := range joined {
		parent.unite(p[0].place, p[1].place)
	}
	for _, e := range g.edges {
		parent.unite(e.a.place, e.b.place)
	}
	at := make([]*cluster, len(g.nodes))
	var list []*cluster
	of := func(n *node) *cluster {
		root := parent.find(n.place)
		if at[root] == nil {
			at[root] = &cluster{}
			list = append(list, at[root])
		}
		return at[root]
	}
	for _, p := range joined {
		c := of(p[0])
		c.joined = append(c.joined, p)
	}
	for _, e := range g.edges {
		c := of(e.a)
		c.edges = append(c.edges, e)
	}
	for i, n := range g.nodes {
		if c := at[parent.find(i)]; c != nil {
			c.nodes = append(c.nodes, n)
		}
	}
	return list
}

// settle groups the nodes of a cluster, if they hang together otherwise than
// they did last time.
func (g *Grouping) settle(c *cluster) {
	if last := c.nodes[0].hangs; last != nil && last.equal(c) {
		c = last
	} else {
		c.roots = g.group(c)
	}
	for i, n := range c.nodes {
		n.root, n.hangs = c.roots[i], c
	}
}

func (g *Grouping) group(c *cluster) []*node {
	s := newGroups(g.weights, c.nodes)
	for _, p := range c.joined {
		s.union(s.at[p[0]], s.at[p[1]])
	}
	for _, e := range c.edges {
		a, b := s.find(s.at[e.a]), s.find(s.at[e.b])
		if a != b && (s.single(a) && s.single(b) || s.mean(a, b) >= keepAt) {
			s.union(a, b)
		}
	}
	roots := make([]*node, len(c.nodes))
	for i := range c.nodes {
		roots[i] = c.nodes[s.find(i)]
	}
	return roots
}

// forest holds which numbers are one set: each has a lower one of its set, or
// itself.
type forest []int

func (f forest) find(i int) int {
	for f[i] != i {
		f[i] = f[f[i]]
		i = f[i]
	}
	return i
}

func (f forest) unite(a, b int) {
	a, b = f.find(a), f.find(b)
	f[max(a, b)] = min(a, b)
}

// groups are the nodes of a cluster as they are joined.
type groups struct {
	forest
	weights *Weights
	nodes   []*node
	at      map[*node]int
	members [][]int // of each root
}

func newGroups(w *Weights, nodes []*node) *groups {
	s := &groups{weights: w, nodes: nodes, forest: make(forest, len(nodes)), at: make(map[*node]int, len(nodes)), members: make([][]int, len(nodes))}
	for i, n := range nodes {
		s.forest[i], s.at[n], s.members[i] = i, i, []int{i}
	}
	return s
}

func (s *groups) union(a, b int) {
	a, b = s.find(a), s.find(b)
	if a == b {
		return
	}
	s.unite(a, b)
	a, b = min(a, b), max(a, b)
	s.members[a] = append(s.members[a], s.members[b]...)
	s.members[b] = nil
}

// single tells whether a group has one member. The mean of two such groups is
// that of their edge, which is more than enough.
func (s *groups) single(a int) bool { return len(s.members[a]) == 1 && joinAt >= keepAt }

// mean is the mean likeness between the members of two groups.
func (s *groups) mean(a, b int) float64 {
	total, n := 0.0, 0
	for _, x := range sample(s.members[a]) {
		for _, y := range sample(s.members[b]) {
			total += s.weights.Likeness(s.nodes[x].prop, s.nodes[y].prop)
			n++
		}
	}
	return total / float64(n)
}

func sample(members []int) []int {
	slices.Sort(members)
	if len(members) <= sampleToMean {
		return members
	}
	step := len(members) / sampleToMean
	var some []int
	for i := 0; i < sampleToMean; i++ {
		some = append(some, members[i*step])
	}
	return some
}
