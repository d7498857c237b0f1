package syntax

import (
	"cmp"
	"math"
	"slices"
)

// perceptron is an averaged perceptron with a margin in the making. Its weights
// are whole numbers, so that no platform rounds them in its own way.
type perceptron struct {
	index   index
	classes int
	counts  []int32 // how often a feature was seen
	weights []int32 // by feature, then by class
	drift   []int64 // the sum of all changes, each times the step it came at
	step    int64
	scores  []int32
}

// newPerceptron learns the features that occur often enough among keys, which
// it sorts.
func newPerceptron(classes int, keys []uint32) *perceptron {
	p := &perceptron{classes: classes, scores: make([]int32, classes)}
	slices.Sort(keys)
	var kept []uint32
	for first := 0; first < len(keys); {
		last := first + 1
		for last < len(keys) && keys[last] == keys[first] {
			last++
		}
		if last-first >= leastCount {
			kept = append(kept, keys[first])
			p.counts = append(p.counts, int32(last-first))
		}
		first = last
	}
	p.index = newIndex(kept)
	p.weights = make([]int32, len(kept)*classes)
	p.drift = make([]int64, len(kept)*classes)
	return p
}

// score sums the weights of each class. The result is good until the next call.
func (p *perceptron) score(numbers []int32) []int32 {
	clear(p.scores)
	for _, n := range numbers {
		for k, w := range p.weights[int(n)*p.classes : int(n+1)*p.classes] {
			p.scores[k] += w
		}
	}
	return p.scores
}

// learn learns that features have the class want, and tells which they would
// have got.
func (p *perceptron) learn(numbers []int32, want int, margin int32) (got int) {
	scores := p.score(numbers)
	got = highest(scores, -1)
	rival := highest(scores, want)
	p.step++
	if scores[want]-scores[rival] < margin {
		p.update(numbers, want, 1)
		p.update(numbers, rival, -1)
	}
	return got
}

func (p *perceptron) update(numbers []int32, class int, by int32) {
	for _, n := range numbers {
		at := int(n)*p.classes + class
		p.weights[at] += by
		p.drift[at] += int64(by) * p.step
	}
}

// highest is the place of the highest score, but other than at except.
func highest(scores []int32, except int) int {
	best := -1
	for k := range scores {
		if k != except && (best < 0 || scores[k] > scores[best]) {
			best = k
		}
	}
	return best
}

// averaged is the weight of a class over all steps, times their number.
func (p *perceptron) averaged(n, class int) int64 {
	at := n*p.classes + class
	return int64(p.weights[at])*p.step - p.drift[at]
}

// ranked are features by the size of what they say, and how often they say it.
type ranked struct {
	key  uint32
	at   int // number in the perceptron
	size float64
}

// rank sorts the features, the heaviest first; size is the largest weight of
// feature n.
func (p *perceptron) rank(size func(n int) int64) (all []ranked, top int64) {
	for n, key := range p.index.all {
		s := size(n)
		top = max(top, s)
		if s > 0 {
			all = append(all, ranked{key, n, float64(s) * math.Log1p(float64(p.counts[n]))})
		}
	}
	slices.SortFunc(all, func(a, b ranked) int { return cmp.Or(cmp.Compare(b.size, a.size), cmp.Compare(a.key, b.key)) })
	return all, top
}

// table keeps the heaviest features and rounds their weights to a byte.
func (p *perceptron) table(kept int) string {
	all, top := p.rank(func(n int) (size int64) {
		for k := range p.classes {
			w := p.averaged(n, k)
			size = max(size, w, -w)
		}
		return size
	})
	all = all[:min(len(all), kept)]
	keys := make([]uint32, len(all))
	rows := make([][]int8, len(all))
	for i, f := range all {
		keys[i], rows[i] = f.key, make([]int8, p.classes)
		for k := range rows[i] {
			rows[i][k] = rounded(p.averaged(f.at, k), top)
		}
	}
	return buildTable(keys, rows, p.classes, tableLoad)
}

// rounded is w in steps of top/127, cut off at both ends.
func rounded(w, top int64) int8 {
	return int8(math.Round(min(max(float64(w)/float64(top), -1), 1) * math.MaxInt8))
}

// index numbers keys.
type index struct {
	all     []uint32
	keys    []uint32
	numbers []int32 // number of the key in the same place plus one, 0 where there is none
	shift   int
}

// newIndex numbers keys, which are different from one another.
func newIndex(keys []uint32) index {
	x := index{all: keys, shift: 31}
	for 1<<(32-x.shift) < 2*len(keys) {
		x.shift--
	}
	x.keys = make([]uint32, 1<<(32-x.shift))
	x.numbers = make([]int32, len(x.keys))
	for i, key := range keys {
		at := x.place(key)
		x.keys[at], x.numbers[at] = key, int32(i+1)
	}
	return x
}

func (x *index) place(key uint32) int {
	at := int(key * 0x9e3779b1 >> x.shift)
	for x.numbers[at] != 0 && x.keys[at] != key {
		at = (at + 1) & (len(x.keys) - 1)
	}
	return at
}

// numbersOf appends the numbers of the keys that have one.
func (x *index) numbersOf(keys []uint32, out []int32) []int32 {
	for _, key := range keys {
		if n := x.numbers[x.place(key)]; n != 0 {
			out = append(out, n-1)
		}
	}
	return out
}
