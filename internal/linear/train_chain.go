package linear

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
)

// Sequence is a chain to learn from. The features of token i are
// Features[Ends[i-1]:Ends[i]].
type Sequence struct {
	Features []Feature
	Ends     []int32
	Class    []uint8
	Gold     []uint8
}

// At is the features of token i.
func (s *Sequence) At(i int) []Feature {
	if i == 0 {
		return s.Features[:s.Ends[0]]
	}
	return s.Features[s.Ends[i-1]:s.Ends[i]]
}

// ChainOptions say how a chain is trained.
type ChainOptions struct {
	Classes  int // of tokens, for transitions
	Epochs   int
	Least    int                     // times a feature must occur
	Most     int                     // features that are learnt
	Buckets  int                     // of the table, for the heaviest of them; eight a bucket
	Rate     float64                 // of AdaGrad
	Dropout  float64                 // share of features left out at each token
	Allowed  func(from, to int) bool // from Labels is the begin
	Progress func(epoch int, loss float64)
}

// TrainChain learns from all sequences.
func TrainChain(data []Sequence, o ChainOptions) *Chain {
	return NewSequences(data, o).Train(func(int) bool { return true })
}

// Sequences are chains made ready to train several models.
type Sequences struct {
	o       ChainOptions
	dict    *dictionary
	class   [][]uint8
	gold    [][]uint8
	numbers [][]int32 // by sequence, the features as numbers
	ends    [][]int32
}

// NewSequences makes chains ready. Their features are not needed any more.
func NewSequences(data []Sequence, o ChainOptions) *Sequences {
	s := &Sequences{o: o}
	s.dict = newDictionary(func(yield func([]Feature)) {
		for i := range data {
			yield(data[i].Features)
		}
	}, o.Least, o.Most)
	for i := range data {
		var numbers, ends []int32
		for k := range data[i].Gold {
			numbers = s.dict.encode(data[i].At(k), numbers)
			ends = append(ends, int32(len(numbers)))
		}
		s.numbers, s.ends = append(s.numbers, numbers), append(s.ends, ends)
		s.class, s.gold = append(s.class, data[i].Class), append(s.gold, data[i].Gold)
	}
	return s
}

// Train learns by AdaGrad on the likelihood of the gold labels of the sequences
// that use chooses, with features left out at random, and takes the mean of the
// weights after each epoch of the later half.
func (s *Sequences) Train(use func(i int) bool) *Chain {
	t := newChainTrainer(s)
	var order []int
	for i := range s.gold {
		if use(i) {
			order = append(order, i)
		}
	}
	for epoch := range t.o.Epochs {
		t.random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		loss := 0.0
		for _, i := range order {
			loss += t.learn(i)
		}
		if epoch >= t.o.Epochs/2 {
			t.keep()
		}
		if t.o.Progress != nil {
			t.o.Progress(epoch, loss)
		}
	}
	return t.chain()
}

type weightRow [Labels]float32

type chainTrainer struct {
	*Sequences
	weights []weightRow
	squares []weightRow // sums of squared gradients
	mean    []weightRow
	steps   stepWeights
	kept    int
	random  *rand.Rand
	lattice Lattice
	active  []int32 // features of the sequence that are not left out
	until   []int32
}

// stepWeights are the scores of transitions, [class][from][to].
type stepWeights struct{ weights, squares, mean [][Labels + 1][Labels]float64 }

func newChainTrainer(s *Sequences) *chainTrainer {
	t := &chainTrainer{Sequences: s, random: rand.New(rand.NewPCG(1, 2))}
	n := len(s.dict.features)
	t.weights, t.squares, t.mean = make([]weightRow, n), make([]weightRow, n), make([]weightRow, n)
	for _, p := range []*[][Labels + 1][Labels]float64{&t.steps.weights, &t.steps.squares, &t.steps.mean} {
		*p = make([][Labels + 1][Labels]float64, s.o.Classes)
	}
	return t
}

// learn takes one step on one sequence and gives the loss before it.
func (t *chainTrainer) learn(i int) float64 {
	gold := t.gold[i]
	t.choose(i)
	t.score(i)
	t.lattice.Sum(t.factors())
	loss := 0.0
	from := int32(0)
	for k, y := range gold {
		p := t.lattice.Marginal(k)
		loss -= math.Log(max(p[y], 1e-9))
		t.update(t.active[from:t.until[k]], &p, int(y))
		from = t.until[k]
	}
	t.updateSteps(i)
	return loss
}

// choose draws the features that this step sees.
func (t *chainTrainer) choose(i int) {
	t.active, t.until = t.active[:0], t.until[:0]
	from := int32(0)
	limit := uint32(t.o.Dropout * 65536)
	var bits uint64
	left := 0
	for _, end := range t.ends[i] {
		for _, f := range t.numbers[i][from:end] {
			if left == 0 {
				bits, left = t.random.Uint64(), 4
			}
			if uint32(bits&0xffff) >= limit {
				t.active = append(t.active, f)
			}
			bits >>= 16
			left--
		}
		t.until = append(t.until, int32(len(t.active)))
		from = end
	}
}

func (t *chainTrainer) score(i int) {
	t.lattice.Resize(len(t.gold[i]))
	copy(t.lattice.Class, t.class[i])
	from := int32(0)
	for k, end := range t.until {
		var sum [Labels]float32
		for _, f := range t.active[from:end] {
			w := &t.weights[f]
			for y := range sum {
				sum[y] += w[y]
			}
		}
		best := sum[0]
		for _, s := range sum {
			best = max(best, s)
		}
		for y, s := range sum {
			t.lattice.Emit[k][y] = math.Exp(float64(s - best))
		}
		from = end
	}
}

func (t *chainTrainer) factors() Transitions {
	out := make(Transitions, t.o.Classes)
	for c := range out {
		for from := range out[c] {
			for to := range Labels {
				if t.o.Allowed(from, to) {
					out[c][from][to] = math.Exp(t.steps.weights[c][from][to])
				}
			}
		}
	}
	return out
}

// negligible is a gradient that is not worth a step.
const negligible = 1e-3

func (t *chainTrainer) update(features []int32, p *Row, gold int) {
	var g [Labels]float32
	some := false
	for y := range g {
		g[y] = float32(-p[y])
		if y == gold {
			g[y]++
		}
		if g[y] > negligible || g[y] < -negligible {
			some = true
		} else {
			g[y] = 0
		}
	}
	if !some {
		return
	}
	rate := float32(t.o.Rate)
	for _, f := range features {
		w, s := &t.weights[f], &t.squares[f]
		for y, d := range g {
			if d != 0 {
				s[y] += d * d
				w[y] += rate * d / float32(math.Sqrt(float64(s[y]+0.1)))
			}
		}
	}
}

func (t *chainTrainer) updateSteps(i int) {
	gold, class := t.gold[i], t.class[i]
	grad := make([][Labels + 1][Labels]float64, t.o.Classes)
	first := t.lattice.Marginal(0)
	for y := range first {
		grad[class[0]][Labels][y] -= first[y]
	}
	grad[class[0]][Labels][gold[0]]++
	for k := 1; k < len(gold); k++ {
		for from := range Labels {
			for to := range Labels {
				grad[class[k]][from][to] -= t.lattice.Pair(k, from, to)
			}
		}
		grad[class[k]][gold[k-1]][gold[k]]++
	}
	for c := range grad {
		for from := range grad[c] {
			for to, d := range grad[c][from] {
				if d != 0 && t.o.Allowed(from, to) {
					t.steps.squares[c][from][to] += d * d
					t.steps.weights[c][from][to] += t.o.Rate * d / math.Sqrt(t.steps.squares[c][from][to]+0.1)
				}
			}
		}
	}
}

// keep adds the weights to their mean.
func (t *chainTrainer) keep() {
	t.kept++
	for i := range t.weights {
		for y, w := range t.weights[i] {
			t.mean[i][y] += w
		}
	}
	for c := range t.steps.weights {
		for from := range t.steps.weights[c] {
			for to, w := range t.steps.weights[c][from] {
				t.steps.mean[c][from][to] += w
			}
		}
	}
}

// chain rounds the mean weights and lays them out.
func (t *chainTrainer) chain() *Chain {
	features, rounded := t.heaviest()
	var steps []byte
	for c := range t.steps.mean {
		for from := range t.steps.mean[c] {
			for to, w := range t.steps.mean[c][from] {
				s := int8(forbidden)
				if t.o.Allowed(from, to) {
					s = roundByte(w * Unit / float64(t.kept))
				}
				steps = append(steps, byte(s))
			}
		}
	}
	return NewChain(buildRows(features, rounded, bucketsFor(rounded, t.o.Buckets)), string(steps))
}

// bucketsFor is how many buckets rows are worth, most at most; rows of nothing
// but zeros take no room.
func bucketsFor(rows [][Labels]int8, most int) uint32 {
	n := 0
	for _, row := range rows {
		if row != [Labels]int8{} {
			n++
		}
	}
	return uint32(min(n/(bucketPlaces-1)+1, most))
}

// heaviest are the features with their weights rounded, those first that say
// most and say it often; some that come late will find no room.
func (t *chainTrainer) heaviest() ([]Feature, [][Labels]int8) {
	share := Unit * (1 - t.o.Dropout) / float64(t.kept)
	order := make([]int, len(t.mean))
	size := make([]float64, len(t.mean))
	for i, row := range t.mean {
		order[i] = i
		for _, w := range row {
			size[i] = max(size[i], float64(w), -float64(w))
		}
		size[i] *= math.Log1p(float64(t.dict.counts[i]))
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(size[b], size[a]) })
	features, rounded := make([]Feature, len(order)), make([][Labels]int8, len(order))
	for k, i := range order {
		features[k] = t.dict.features[i]
		for y, w := range t.mean[i] {
			rounded[k][y] = roundByte(float64(w) * share)
		}
	}
	return features, rounded
}

func roundByte(x float64) int8 { return int8(math.Round(min(max(x, -127), 127))) }
