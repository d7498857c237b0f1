package layered

// How much a node keeps to where it wants to be: one that wants to be level
// with a neighbour more than one that stands between several.
const (
	levelWeight = 1000
	freeWeight  = 1
	passes      = 3
)

// place gives each node its height. The last layer is set first, line by line;
// the others are drawn to it from right to left, then to both their sides.
func (d *draft) place() {
	d.y = make([]float64, len(d.layer))
	for _, layer := range d.layers {
		at := 0.0
		for _, n := range layer {
			d.y[n] = at + d.room[n]/2
			at += d.room[n]
		}
	}
	for k := len(d.layers) - 2; k >= 0; k-- {
		d.settle(d.layers[k], false)
	}
	for range passes {
		for k := 1; k < len(d.layers)-1; k++ {
			d.settle(d.layers[k], true)
		}
		for k := len(d.layers) - 2; k >= 0; k-- {
			d.settle(d.layers[k], true)
		}
	}
	d.toTop()
}

// settle moves the nodes of a layer to where they want to be, as far as their
// order and their room allow.
func (d *draft) settle(layer []int, bothSides bool) {
	want, weight := make([]float64, len(layer)), make([]float64, len(layer))
	offset := 0.0
	for i, n := range layer {
		want[i], weight[i] = d.wanted(n, bothSides)
		if i > 0 {
			offset += (d.room[layer[i-1]] + d.room[n]) / 2
		}
		want[i] -= offset
	}
	offset = 0
	for i, y := range isotonic(want, weight) {
		if i > 0 {
			offset += (d.room[layer[i-1]] + d.room[layer[i]]) / 2
		}
		d.y[layer[i]] = y + offset
	}
}

// wanted is where n wants to be: level with the right end of a straight link,
// else in the middle of its neighbours.
func (d *draft) wanted(n int, bothSides bool) (y, weight float64) {
	count := 0
	for _, i := range d.right[n] {
		if l := d.links[i]; l.straight {
			return d.y[l.to], levelWeight
		}
		y += d.y[d.links[i].to]
		count++
	}
	if bothSides {
		for _, i := range d.left[n] {
			y += d.y[d.links[i].from]
			count++
		}
	}
	if count == 0 {
		return d.y[n], freeWeight
	}
	return y / float64(count), freeWeight
}

// isotonic is the rising sequence nearest to want in the weighted least
// squares, by pooling adjacent violators.
func isotonic(want, weight []float64) []float64 {
	type pool struct {
		value, weight float64
		size          int
	}
	var pools []pool
	for i := range want {
		p := pool{want[i], weight[i], 1}
		for len(pools) > 0 && pools[len(pools)-1].value > p.value {
			q := pools[len(pools)-1]
			pools = pools[:len(pools)-1]
			w := p.weight + q.weight
			p = pool{(p.value*p.weight + q.value*q.weight) / w, w, p.size + q.size}
		}
		pools = append(pools, p)
	}
	out := make([]float64, 0, len(want))
	for _, p := range pools {
		for range p.size {
			out = append(out, p.value)
		}
	}
	return out
}

// toTop moves the drawing so that nothing stands above 0.
func (d *draft) toTop() {
	if len(d.y) == 0 {
		return
	}
	top := d.y[0]
	for n, y := range d.y {
		top = min(top, y-d.room[n]/2)
	}
	for n := range d.y {
		d.y[n] -= top
	}
}
