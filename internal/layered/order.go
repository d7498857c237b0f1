package layered

import (
	"cmp"
	"slices"
)

// sweeps is how often the layers are ordered from left to right and back; more
// do not help on the graphs that are drawn here.
const sweeps = 12

// order arranges each layer so that few links cross.
func (d *draft) order() {
	d.firstOrder()
	best, fewest := d.copyLayers(), d.crossings()
	for i := 0; i < sweeps && fewest > 0; i++ {
		d.sweep(i%2 == 0)
		d.exchange()
		if n := d.crossings(); n < fewest {
			best, fewest = d.copyLayers(), n
		}
	}
	d.layers = best
}

// firstOrder is that of a depth-first walk, which draws a tree without any
// crossing.
func (d *draft) firstOrder() {
	deepest := 0
	for _, layer := range d.layer {
		deepest = max(deepest, layer)
	}
	if len(d.layer) > 0 {
		d.layers = make([][]int, deepest+1)
	}
	seen := make([]bool, len(d.layer))
	var walk func(n int)
	walk = func(n int) {
		seen[n] = true
		d.layers[d.layer[n]] = append(d.layers[d.layer[n]], n)
		for _, straightFirst := range []bool{true, false} {
			for _, i := range d.right[n] {
				if l := d.links[i]; l.straight == straightFirst && !seen[l.to] {
					walk(l.to)
				}
			}
		}
	}
	for n := range d.layer {
		if len(d.left[n]) == 0 && !seen[n] {
			walk(n)
		}
	}
}

func (d *draft) copyLayers() [][]int {
	list := make([][]int, len(d.layers))
	for i := range d.layers {
		list[i] = slices.Clone(d.layers[i])
	}
	return list
}

// sweep orders one layer after another by the medians of the neighbours in the
// layer before.
func (d *draft) sweep(rightward bool) {
	place := d.places()
	for k := 1; k < len(d.layers); k++ {
		at := k
		if !rightward {
			at = len(d.layers) - 1 - k
		}
		key := map[int]float64{}
		for i, n := range d.layers[at] {
			key[n] = d.median(n, rightward, place, float64(i))
		}
		slices.SortStableFunc(d.layers[at], func(a, b int) int { return cmp.Compare(key[a], key[b]) })
		for i, n := range d.layers[at] {
			place[n] = i
		}
	}
}

func (d *draft) places() []int {
	place := make([]int, len(d.layer))
	for _, layer := range d.layers {
		for i, n := range layer {
			place[n] = i
		}
	}
	return place
}

// median is the median place of the neighbours of n on one side; where there
// are none, n keeps its own.
func (d *draft) median(n int, leftSide bool, place []int, own float64) float64 {
	var list []int
	for _, m := range d.neighbours(n, leftSide) {
		list = append(list, place[m])
	}
	if len(list) == 0 {
		return own
	}
	slices.Sort(list)
	mid := len(list) / 2
	if len(list)%2 == 1 {
		return float64(list[mid])
	}
	return float64(list[mid-1]+list[mid]) / 2
}

func (d *draft) neighbours(n int, leftSide bool) []int {
	var list []int
	if leftSide {
		for _, i := range d.left[n] {
			list = append(list, d.links[i].from)
		}
		return list
	}
	for _, i := range d.right[n] {
		list = append(list, d.links[i].to)
	}
	return list
}

// exchange swaps neighbours in a layer as long as that saves crossings.
func (d *draft) exchange() {
	place := d.places()
	for better, rounds := true, 0; better && rounds < 4; rounds++ {
		better = false
		for _, layer := range d.layers {
			for i := 0; i+1 < len(layer); i++ {
				a, b := layer[i], layer[i+1]
				if d.between(a, b, place) > d.between(b, a, place) {
					layer[i], layer[i+1] = b, a
					place[a], place[b] = i+1, i
					better = true
				}
			}
		}
	}
}

// between counts the crossings of the links of a with those of b, where a
// stands above b.
func (d *draft) between(a, b int, place []int) (n int) {
	for _, leftSide := range []bool{true, false} {
		of := d.neighbours(b, leftSide)
		for _, x := range d.neighbours(a, leftSide) {
			for _, y := range of {
				if place[x] > place[y] {
					n++
				}
			}
		}
	}
	return n
}

// crossings counts the pairs of links that cross.
func (d *draft) crossings() (n int) {
	place := d.places()
	for _, layer := range d.layers {
		var ends []int // of the links that leave the layer, in the order of where they begin
		for _, from := range layer {
			to := d.neighbours(from, false)
			for i := range to {
				to[i] = place[to[i]]
			}
			slices.Sort(to)
			ends = append(ends, to...)
		}
		n += inversions(ends)
	}
	return n
}

// inversions counts the pairs that stand in the wrong order, while it sorts.
func inversions(list []int) (n int) {
	if len(list) < 2 {
		return 0
	}
	mid := len(list) / 2
	a, b := slices.Clone(list[:mid]), slices.Clone(list[mid:])
	n = inversions(a) + inversions(b)
	i, j := 0, 0
	for k := range list {
		if j == len(b) || i < len(a) && a[i] <= b[j] {
			list[k] = a[i]
			i++
		} else {
			list[k] = b[j]
			j++
			n += len(a) - i
		}
	}
	return n
}
