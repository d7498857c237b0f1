package linear

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestExp(t *testing.T) {
	for score := int32(-4095); score <= 0; score++ {
		want := math.Exp(float64(score) / Unit)
		if got := Exp(score); math.Abs(got-want) > 1e-12*want {
			t.Fatalf("Exp(%d) = %g, want %g", score, got, want)
		}
	}
	if p := Probability(0); p != 0.5 {
		t.Errorf("Probability(0) = %g", p)
	}
	if p := Probability(Unit) + Probability(-Unit); math.Abs(p-1) > 1e-12 {
		t.Errorf("a score and its opposite make %g", p)
	}
}

// toy makes chains in which a token with feature 10 begins a run, one with 11
// goes on with it, and others are outside; feature 12 is on all.
func toy(n int) []Sequence {
	random := rand.New(rand.NewPCG(5, 6))
	var out []Sequence
	for range n {
		var s Sequence
		for inside := false; len(s.Gold) < 12; {
			label, feature := uint8(0), Feature(13)
			switch x := random.IntN(3); {
			case x == 0:
				label, feature = 1, 10
			case x == 1 && inside:
				label, feature = 2, 11
			}
			inside = label != 0
			s.Features = append(s.Features, Mix(feature, 0), Mix(12, 0))
			s.Ends = append(s.Ends, int32(len(s.Features)))
			s.Class = append(s.Class, 0)
			s.Gold = append(s.Gold, label)
		}
		out = append(out, s)
	}
	return out
}

var toyOptions = ChainOptions{
	Classes: 1, Epochs: 6, Least: 1, Most: 100, Buckets: 16, Rate: 0.3, Dropout: 0.2,
	Allowed: func(from, to int) bool { return to != 2 || from == 1 || from == 2 },
}

func TestChain(t *testing.T) {
	labelsRight(t, TrainChain(toy(60), toyOptions), toy(80)[60:])
}

// TestSequences: a chain learns from the sequences that are to be used and from no
// others, and the same ones make the same chain.
func TestSequences(t *testing.T) {
	data := toy(120)
	for i := range data[60:] {
		for k := range data[60+i].Gold {
			data[60+i].Gold[k] = 0 // wrong
		}
	}
	s := NewSequences(data, toyOptions)
	c := s.Train(func(i int) bool { return i < 60 })
	labelsRight(t, c, toy(140)[120:])
	table, _ := c.Parts()
	if again, _ := s.Train(func(i int) bool { return i < 60 }).Parts(); again != table {
		t.Error("the same sequences make another chain")
	}
}

// labelsRight fails unless the chain labels nearly all tokens as they should be.
func labelsRight(t *testing.T, c *Chain, data []Sequence) {
	t.Helper()
	var l Lattice
	right, all := 0, 0
	for _, s := range data {
		l.Resize(len(s.Gold))
		for i := range s.Gold {
			c.Score(&l, i, s.At(i))
			l.Class[i] = s.Class[i]
		}
		c.Sum(&l)
		for i, y := range s.Gold {
			row, sum, best := l.Marginal(i), 0.0, 0
			for k, p := range row {
				sum += p
				if p > row[best] {
					best = k
				}
			}
			if math.Abs(sum-1) > 1e-9 {
				t.Fatalf("the labels of a token add up to %g", sum)
			}
			all++
			if best == int(y) {
				right++
			}
		}
	}
	if right*100 < all*95 {
		t.Errorf("%d of %d right", right, all)
	}
}

// TestPairs: what a pair of tokens is likely to be adds up to what one is.
func TestPairs(t *testing.T) {
	c := TrainChain(toy(20), toyOptions)
	s := toy(1)[0]
	var l Lattice
	l.Resize(len(s.Gold))
	for i := range s.Gold {
		c.Score(&l, i, s.At(i))
		l.Class[i] = 0
	}
	c.Sum(&l)
	for i := 1; i < len(s.Gold); i++ {
		one := l.Marginal(i)
		for to := range Labels {
			sum, follows := 0.0, 0.0
			for from := range Labels {
				sum += l.Pair(i, from, to)
				follows += l.Marginal(i - 1)[from] * l.Follows(i, from, to)
			}
			if math.Abs(sum-one[to]) > 1e-9 || math.Abs(follows-one[to]) > 1e-9 {
				t.Fatalf("token %d, label %d: %g and %g, not %g", i, to, sum, follows, one[to])
			}
		}
	}
}

func TestLogistic(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	var data []Sample
	for range 400 {
		a, b := random.IntN(2), random.IntN(2)
		data = append(data, Sample{Features: []Feature{Mix(1, uint32(a)), Mix(2, uint32(b)), Mix(3, 0)}, Yes: a == 1})
	}
	o := LogisticOptions{Epochs: 6, Least: 1, Most: 100, Rate: 0.3}
	m := TrainLogistic(data, o)
	for _, s := range data {
		if (m.Score(s.Features) > 0) != s.Yes {
			t.Fatalf("%v is scored %d", s, m.Score(s.Features))
		}
	}
	if again := TrainLogistic(data, o); again.Table() != m.Table() {
		t.Error("the same data give another table")
	}
	if got := m.Score([]Feature{Mix(9, 9)}); got != 0 {
		t.Errorf("an unknown feature scores %d", got)
	}
}
