package claims

import (
	"cmp"
	"slices"
	"sort"
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
	g := newGrouping(props)
	g.weights = w
	for _, pair := range joined {
		g.union(g.node[pair[0]], g.node[pair[1]])
	}
	for _, e := range g.edges() {
		a, b := g.find(e.a), g.find(e.b)
		if a != b && g.mean(a, b) >= keepAt {
			g.union(a, b)
		}
	}
	return g.answer()
}

// grouping works on distinct propositions, sorted by their printed form, so
// that a thousand copies cost as much as one and no order matters.
type grouping struct {
	weights *Weights
	props   []Proposition // distinct
	node    []int         // of each given proposition
	parent  []int
	members [][]int // of each root
	first   []int   // the given proposition that stands for each node
}

func newGrouping(given []Proposition) *grouping {
	keys := make([]string, len(given))
	order := make([]int, len(given))
	for i, p := range given {
		keys[i], order[i] = p.String(), i
	}
	sort.SliceStable(order, func(i, j int) bool { return keys[order[i]] < keys[order[j]] })
	g := &grouping{node: make([]int, len(given))}
	for n, i := range order {
		if n == 0 || keys[i] != keys[order[n-1]] {
			g.parent = append(g.parent, len(g.props))
			g.members = append(g.members, []int{len(g.props)})
			g.first = append(g.first, i)
			g.props = append(g.props, Parse(keys[i])) // weights as printed: equal keys are equal
		}
		g.node[i] = len(g.props) - 1
	}
	return g
}

type edge struct {
	a, b  int
	score float64
}

// edges are all pairs that are alike enough, the most alike first.
func (g *grouping) edges() []edge {
	x := newIndex(g.props)
	var list []edge
	x.candidates(func(i, j int) {
		if score := g.weights.Likeness(g.props[i], g.props[j]); score >= joinAt {
			list = append(list, edge{i, j, score})
		}
	})
	slices.SortFunc(list, func(x, y edge) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return list
}

func (g *grouping) find(i int) int {
	for g.parent[i] != i {
		g.parent[i] = g.parent[g.parent[i]]
		i = g.parent[i]
	}
	return i
}

func (g *grouping) union(a, b int) {
	a, b = g.find(a), g.find(b)
	if a == b {
		return
	}
	if b < a {
		a, b = b, a
	}
	g.parent[b] = a
	g.members[a] = append(g.members[a], g.members[b]...)
	g.members[b] = nil
}

// mean is the mean likeness between the members of two groups.
func (g *grouping) mean(a, b int) float64 {
	total, n := 0.0, 0
	for _, x := range sample(g.members[a]) {
		for _, y := range sample(g.members[b]) {
			total += g.weights.Likeness(g.props[x], g.props[y])
			n++
		}
	}
	return total / float64(n)
}

func sample(members []int) []int {
	sort.Ints(members)
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

func (g *grouping) answer() []int {
	list := make([]int, len(g.node))
	for i, n := range g.node {
		list[i] = g.first[g.find(n)]
	}
	return list
}
