package linear

import (
	"math"
	"math/rand/v2"
)

// Sample is a thing to learn from. Those that lie on a line are in order of
// where they begin.
type Sample struct {
	Features []Feature
	Place    Place
	Yes      bool // no two that overlap
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
// each among those that it overlaps (see Choice), with features left out at
// random, and takes the mean of the weights after each epoch of the later half.
func (l *Lessons) Train(use func(i int) bool) *Logistic {
	t := newLogisticTrainer(l, use)
	for epoch := range l.o.Epochs {
		t.random.Shuffle(len(t.order), func(i, j int) { t.order[i], t.order[j] = t.order[j], t.order[i] })
		for _, run := range t.order {
			t.learn(run)
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

// Judge fills in the chances, by a classifier, of the samples that use chooses.
func (l *Lessons) Judge(m *Logistic, use func(i int) bool, chances []float64) {
	var c Choice
	var of []int
	for i := range l.data {
		if use(i) {
			c.Add(l.data[i].Place, Odds(m.Score(l.data[i].Features)))
			of = append(of, i)
		}
	}
	c.Sum()
	for k, i := range of {
		chances[i] = c.Chance[k]
	}
}

type logisticTrainer struct {
	*Lessons
	order   [][2]int // runs of samples that overlap
	weights []float32
	squares []float32
	mean    []float32
	kept    int
	random  *rand.Rand
	choice  Choice
	active  []int32 // features of the samples of a run that are not left out
	until   []int
}

func newLogisticTrainer(l *Lessons, use func(int) bool) *logisticTrainer {
	t := &logisticTrainer{Lessons: l, random: rand.New(rand.NewPCG(3, 4))}
	for i := 0; i < len(l.data); {
		last := rivals(len(l.data), i, func(k int) Place { return l.data[k].Place })
		if use(i) {
			t.order = append(t.order, [2]int{i, last})
		}
		i = last
	}
	n := len(l.dict.features)
	t.weights, t.squares, t.mean = make([]float32, n), make([]float32, n), make([]float32, n)
	return t
}

// learn takes one step on the samples of one run.
func (t *logisticTrainer) learn(run [2]int) {
	t.active, t.until = t.active[:0], t.until[:0]
	t.choice.Reset()
	for i := run[0]; i < run[1]; i++ {
		t.choice.Add(t.data[i].Place, t.odds(i))
	}
	t.choice.Sum()
	from := 0
	for k, p := range t.choice.Chance {
		g := float32(-p)
		if t.data[run[0]+k].Yes {
			g++
		}
		if g >= 1e-4 || g <= -1e-4 {
			t.update(t.active[from:t.until[k]], g)
		}
		from = t.until[k]
	}
}

// odds draws the features of sample i that this step sees, and adds them up.
func (t *logisticTrainer) odds(i int) float64 {
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
	t.until = append(t.until, len(t.active))
	return math.Exp(min(max(float64(sum), -mostLogit), mostLogit))
}

func (t *logisticTrainer) update(features []int32, g float32) {
	rate, decay := float32(t.o.Rate), float32(t.o.Decay)
	for _, f := range features {
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
