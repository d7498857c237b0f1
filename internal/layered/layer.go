package layered

// breakCircles marks the edges that lead back to a node on the way by which a
// depth-first walk came. Nodes without incoming edges are walked from first.
func (d *draft) breakCircles() {
	leaving := make([][]int, len(d.graph.Nodes))
	entered := make([]bool, len(d.graph.Nodes))
	for e, edge := range d.graph.Edges {
		if !d.loop(e) {
			leaving[edge.From] = append(leaving[edge.From], e)
			entered[edge.To] = true
		}
	}
	state := make([]byte, len(d.graph.Nodes)) // 0 new, 1 on the way, 2 done
	var walk func(n int)
	walk = func(n int) {
		state[n] = 1
		for _, e := range leaving[n] {
			switch to := d.graph.Edges[e].To; state[to] {
			case 0:
				walk(to)
			case 1:
				d.back[e] = true
			}
		}
		state[n] = 2
	}
	for _, first := range []bool{true, false} {
		for n := range state {
			if state[n] == 0 && (!first || !entered[n]) {
				walk(n)
			}
		}
	}
}

// assignLayers puts each node one layer behind the last of those that lead to
// it, and the nodes of the last layer behind all others.
func (d *draft) assignLayers() {
	leaving := make([][]int, len(d.layer))
	waiting := make([]int, len(d.layer))
	for e := range d.graph.Edges {
		if from, to := d.ends(e); from != to {
			leaving[from] = append(leaving[from], to)
			waiting[to]++
		}
	}
	var ready []int
	for n := range waiting {
		if waiting[n] == 0 {
			ready = append(ready, n)
		}
	}
	last := 0
	for i := 0; i < len(ready); i++ {
		n := ready[i]
		for _, to := range leaving[n] {
			d.layer[to] = max(d.layer[to], d.layer[n]+1)
			if waiting[to]--; waiting[to] == 0 {
				ready = append(ready, to)
			}
		}
	}
	for n, layer := range d.layer {
		if !d.graph.Nodes[n].Last {
			last = max(last, layer+1)
		}
	}
	for n := range d.layer {
		if d.graph.Nodes[n].Last {
			d.layer[n] = last
		}
	}
}

// bendRoom is the height that a bend of an edge needs.
const bendRoom = 0.4

// cutLongEdges puts a bend into each layer that an edge crosses.
func (d *draft) cutLongEdges() {
	for e, edge := range d.graph.Edges {
		from, to := d.ends(e)
		if from == to || d.layer[from] >= d.layer[to] {
			continue // also an edge that leaves the last layer
		}
		d.chains[e] = []int{from}
		at := from
		for layer := d.layer[from] + 1; layer < d.layer[to]; layer++ {
			bend := len(d.layer)
			d.layer = append(d.layer, layer)
			d.room = append(d.room, bendRoom)
			d.join(at, bend, edge.Straight)
			d.chains[e] = append(d.chains[e], bend)
			at = bend
		}
		d.join(at, to, edge.Straight)
		d.chains[e] = append(d.chains[e], to)
	}
	d.right, d.left = make([][]int, len(d.layer)), make([][]int, len(d.layer))
	for i, l := range d.links {
		d.right[l.from] = append(d.right[l.from], i)
		d.left[l.to] = append(d.left[l.to], i)
	}
}

func (d *draft) join(from, to int, straight bool) {
	d.links = append(d.links, link{from, to, straight})
}
