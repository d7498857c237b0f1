// Package layered draws a directed graph in layers from left to right, with
// few crossings, after Sugiyama, Tagawa and Toda (1981): break circles, assign
// layers by the longest path, cut long edges into pieces, order each layer by
// the medians of its neighbours, and place the nodes as near to them as the
// order and the room of each allow.
//
// It is pure: the same graph always gives the same drawing.
package layered

// Graph is what is drawn.
type Graph struct {
	Nodes []Node
	Edges []Edge
}

// Node is one node of a graph.
type Node struct {
	Last bool    // it stands in the last layer, whatever its path
	Room float64 // height that it needs; 1 if 0
}

// Edge runs from one node to another, both given by their index.
type Edge struct {
	From, To int
	Straight bool // it should be level rather than short
}

// Point is a place: the layer from 0 on, and the height in the units of Room.
type Point struct {
	Layer int
	Y     float64
}

// Drawing is a graph with places.
type Drawing struct {
	Nodes     []Point
	Routes    [][]Point // of each edge, from its From to its To, with the bends between
	Back      []bool    // of each edge: it closes a circle and runs from right to left
	Layers    int
	Height    float64
	Crossings int
}

// Draw lays out g. Edges from a node to itself are left without a route.
func Draw(g Graph) Drawing {
	d := newDraft(g)
	d.breakCircles()
	d.assignLayers()
	d.cutLongEdges()
	d.order()
	d.place()
	return d.drawing()
}

// draft is a drawing in the making. Its nodes are those of the graph and,
// behind them, the bends of long edges.
type draft struct {
	graph  Graph
	room   []float64
	layer  []int
	y      []float64
	back   []bool  // by edge
	chains [][]int // by edge: the nodes that it passes, from left to right
	links  []link  // pieces of edges, between neighbouring layers
	right  [][]int // by node: indexes of the links that leave it
	left   [][]int
	layers [][]int // by layer: its nodes from top to bottom
}

// link is a piece of an edge between two neighbouring layers.
type link struct {
	from, to int
	straight bool
}

func newDraft(g Graph) *draft {
	d := &draft{graph: g, room: make([]float64, len(g.Nodes)), layer: make([]int, len(g.Nodes)),
		back: make([]bool, len(g.Edges)), chains: make([][]int, len(g.Edges))}
	for i, n := range g.Nodes {
		d.room[i] = n.Room
		if n.Room == 0 {
			d.room[i] = 1
		}
	}
	return d
}

// ends are the nodes of edge e from left to right.
func (d *draft) ends(e int) (from, to int) {
	from, to = d.graph.Edges[e].From, d.graph.Edges[e].To
	if d.back[e] {
		from, to = to, from
	}
	return from, to
}

func (d *draft) loop(e int) bool { return d.graph.Edges[e].From == d.graph.Edges[e].To }

func (d *draft) drawing() Drawing {
	out := Drawing{Back: d.back, Layers: len(d.layers), Crossings: d.crossings(), Routes: make([][]Point, len(d.graph.Edges))}
	for i := range d.graph.Nodes {
		out.Nodes = append(out.Nodes, d.point(i))
	}
	for e := range d.graph.Edges {
		for _, n := range d.chains[e] {
			out.Routes[e] = append(out.Routes[e], d.point(n))
		}
		if d.back[e] {
			reverse(out.Routes[e])
		}
	}
	for i, y := range d.y {
		out.Height = max(out.Height, y+d.room[i]/2)
	}
	return out
}

func (d *draft) point(n int) Point { return Point{Layer: d.layer[n], Y: d.y[n]} }

func reverse(list []Point) {
	for i, j := 0, len(list)-1; i < j; i, j = i+1, j-1 {
		list[i], list[j] = list[j], list[i]
	}
}
