package layered

import (
	"math/rand/v2"
	"reflect"
	"testing"
)

// TestTree: a tree is drawn without crossings, each node right of its parent.
func TestTree(t *testing.T) {
	g := tree(200)
	d := Draw(g)
	if d.Crossings != 0 {
		t.Errorf("a tree of 200 nodes has %d crossings", d.Crossings)
	}
	for i, e := range g.Edges {
		if d.Nodes[e.From].Layer >= d.Nodes[e.To].Layer {
			t.Errorf("edge %d does not run to the right", i)
		}
	}
}

// TestRoom: no two nodes of a layer are nearer than their room allows.
func TestRoom(t *testing.T) {
	for seed := range uint64(20) {
		g := random(seed, 60, 90)
		d := Draw(g)
		for a := range d.Nodes {
			for b := range a {
				if d.Nodes[a].Layer == d.Nodes[b].Layer && abs(d.Nodes[a].Y-d.Nodes[b].Y) < 1-1e-6 {
					t.Fatalf("seed %d: nodes %d and %d stand %f apart", seed, a, b, abs(d.Nodes[a].Y-d.Nodes[b].Y))
				}
			}
		}
	}
}

// TestUncross: two edges that need not cross do not.
func TestUncross(t *testing.T) {
	g := Graph{Nodes: make([]Node, 4), Edges: []Edge{{From: 0, To: 3}, {From: 1, To: 2}}}
	if d := Draw(g); d.Crossings != 0 {
		t.Errorf("%d crossings", d.Crossings)
	}
}

// TestCircle: an edge that closes a circle is marked, and all are routed.
func TestCircle(t *testing.T) {
	g := Graph{Nodes: make([]Node, 3), Edges: []Edge{{From: 0, To: 1}, {From: 1, To: 2}, {From: 2, To: 0}}}
	d := Draw(g)
	back := 0
	for e := range g.Edges {
		if d.Back[e] {
			back++
		}
		if n := len(d.Routes[e]); n < 2 {
			t.Errorf("edge %d has a route of %d points", e, n)
		}
	}
	if back != 1 {
		t.Errorf("%d edges run back, not 1", back)
	}
}

// TestStraight: a straight edge is level over any number of layers.
func TestStraight(t *testing.T) {
	g := Graph{Nodes: []Node{{}, {}, {}, {Last: true}, {Last: true}},
		Edges: []Edge{{From: 0, To: 1}, {From: 1, To: 2}, {From: 0, To: 3, Straight: true}, {From: 2, To: 4, Straight: true}}}
	d := Draw(g)
	for _, e := range []int{2, 3} {
		r := d.Routes[e]
		if abs(r[0].Y-r[len(r)-1].Y) > 0.02 {
			t.Errorf("edge %d falls from %f to %f", e, r[0].Y, r[len(r)-1].Y)
		}
	}
}

// TestSame: the same graph gives the same drawing, and odd graphs none of the
// trouble that they could make.
func TestSame(t *testing.T) {
	for seed := range uint64(20) {
		g := random(seed, 40, 120)
		if !reflect.DeepEqual(Draw(g), Draw(g)) {
			t.Fatalf("seed %d: two drawings of one graph", seed)
		}
	}
	Draw(Graph{})
	Draw(Graph{Nodes: make([]Node, 1), Edges: []Edge{{From: 0, To: 0}}})
	Draw(Graph{Nodes: []Node{{Last: true}, {Last: true}}, Edges: []Edge{{From: 0, To: 1}}})
}

// BenchmarkDraw lays out a chain diagram of 200 reports.
func BenchmarkDraw(b *testing.B) {
	g := tree(200)
	for i := range 200 {
		g.Nodes = append(g.Nodes, Node{Last: true})
		g.Edges = append(g.Edges, Edge{From: i, To: 200 + i, Straight: true})
	}
	for b.Loop() {
		Draw(g)
	}
}

func tree(n int) Graph {
	g := Graph{Nodes: make([]Node, n)}
	r := rand.New(rand.NewPCG(1, 2))
	for i := 1; i < n; i++ {
		g.Edges = append(g.Edges, Edge{From: r.IntN(i), To: i})
	}
	return g
}

// random is a graph with circles, loops and double edges.
func random(seed uint64, nodes, edges int) Graph {
	r := rand.New(rand.NewPCG(seed, 7))
	g := Graph{Nodes: make([]Node, nodes)}
	for range edges {
		g.Edges = append(g.Edges, Edge{From: r.IntN(nodes), To: r.IntN(nodes)})
	}
	return g
}

func abs(x float64) float64 { return max(x, -x) }
