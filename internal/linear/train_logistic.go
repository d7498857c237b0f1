package linear

import (
	"math"
	"math/rand/v2"
)

// Sample is a thing to learn from.
type Sample struct {
	Features []Feature
	Yes      bool
}

// LogisticOptions say how a classifier is trained.
type LogisticOptions struct {
	Epochs  int
	Least   int // times a feature must occur
	Most    int // features that are kept
	Rate    float64
	Dropout float64 // share of features left out at each sample
	Decay   float64 // towards 0, at each step of a weight
}

// TrainLogistic learns from all samples.
func TrainLogistic(data []Sample, o LogisticOptions) *Logistic {
	return NewLessons(data, o).Train(func(int) bool { return true })
}

// Lessons are samples made ready to train several classifiers.
type Lessons struct {
	o       LogisticOptions
	data    []Sample
	dict    *dictionary
	numbers [][]int32 // by sample, the features as numbers
}

// NewLessons makes samples ready.
func NewLessons(data []Sample, o LogisticOptions) *Lessons {
	l := &Lessons{o: o, data: data}
	l.dict = newDictionary(func(yield func([]Feature)) {
		for i := range data {
			yield(data[i].Features)
		}
	}, o.Least, o.Most)
	for i := range data {
		l.numbers = append(l.numbers, l.dict.encode(data[i].Features, nil))
	}
	return l
}

// Train learns by AdaGrad on the likelihood of the samples that use chooses,
// with features left out at random, and takes the mean of the weights after
// each epoch of the later half.
func (l *Lessons) Train(use func(i int) bool) *Logistic {
	t := newLogisticTrainer(l, use)
	for epoch := range l.o.Epochs {
		t.random.Shuffle(len(t.order), func(i, j int) { t.order[i], t.order[j] = t.order[j], t.order[i] })
		for _, i := range t.order {
			t.learn(i)
		}
		if epoch >= l.o.Epochs/2 {
			t.kept++
			for i, w := range t.weights {
				t.mean[i] += w
			}
		}
	}
	return t.classifier()
}

type logisticTrainer struct {
	*Lessons
	order   []int
	weights []float32
	squares []float32
	mean    []float32
	kept    int
	random  *rand.Rand
	active  []int32
}

func newLogisticTrainer(l *Lessons, use func(int) bool) *logisticTrainer {
	t := &logisticTrainer{Lessons: l, random: rand.New(rand.NewPCG(3, 4))}
	for i := range l.data {
		if use(i) {
			t.order = append(t.order, i)
		}
	}
	n := len(l.dict.features)
	t.weights, t.squares, t.mean = make([]float32, n), make([]float32, n), make([]float32, n)
	return t
}

func (t *logisticTrainer) learn(i int) {
	t.active = t.active[:0]
	limit := uint32(t.o.Dropout * 65536)
	var sum float32
	var bits uint64
	left := 0
	for _, f := range t.numbers[i] {
		if left == 0 {
			bits, left = t.random.Uint64(), 4
		}
		if uint32(bits&0xffff) >= limit {
			t.active = append(t.active, f)
			sum += t.weights[f]
		}
		bits >>= 16
		left--
	}
	g := float32(-1 / (1 + math.Exp(-float64(sum))))
	if t.data[i].Yes {
		g++
	}
	if g < 1e-4 && g > -1e-4 {
		return
	}
	rate, decay := float32(t.o.Rate), float32(t.o.Decay)
	for _, f := range t.active {
		d := g - decay*t.weights[f]
		t.squares[f] += d * d
		t.weights[f] += rate * d / float32(math.Sqrt(float64(t.squares[f]+0.1)))
	}
}

func (t *logisticTrainer) classifier() *Logistic {
	share := Unit * fineness * (1 - t.o.Dropout) / float64(t.kept)
	rounded := make([]int16, len(t.mean))
	for i, w := range t.mean {
		rounded[i] = int16(math.Round(min(max(float64(w)*share, -32767), 32767)))
	}
	return NewLogistic(buildSlots(t.dict.features, rounded, 0.7))
}
