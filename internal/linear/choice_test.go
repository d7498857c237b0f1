package linear

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestChoice: the chances are those of going through every way to choose.
func TestChoice(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	var c Choice
	for range 200 {
		c.Reset()
		var places []Place
		for range 1 + random.IntN(8) {
			from := random.IntN(12)
			places = append(places, Place{from, from + 1 + random.IntN(5)})
		}
		slices.SortFunc(places, func(a, b Place) int { return a.From - b.From })
		for _, p := range places {
			c.Add(p, math.Exp(4*random.Float64()-2))
		}
		c.Sum()
		for i, want := range everyChoice(&c) {
			if math.Abs(c.Chance[i]-want) > 1e-12 {
				t.Fatalf("%v with odds %v: thing %d has %g, want %g", c.Places, c.Odds, i, c.Chance[i], want)
			}
		}
	}
}

// everyChoice adds up all ways to choose things that do not overlap.
func everyChoice(c *Choice) []float64 {
	chance, all := make([]float64, len(c.Places)), 0.0
	for set := range 1 << len(c.Places) {
		weight, end := 1.0, 0
		for i, p := range c.Places {
			if set>>i&1 == 0 {
				continue
			}
			if p.From < end {
				weight = 0
			}
			weight, end = weight*c.Odds[i], p.To
		}
		all += weight
		for i := range chance {
			if set>>i&1 == 1 {
				chance[i] += weight
			}
		}
	}
	for i := range chance {
		chance[i] /= all
	}
	return chance
}

// TestChoiceOfMany: a thing over a thousand others that are nearly sure is left
// out, and no sum overflows.
func TestChoiceOfMany(t *testing.T) {
	var c Choice
	c.Add(Place{0, 2000}, Odds(1<<20))
	for i := range 1000 {
		c.Add(Place{2 * i, 2*i + 2}, Odds(1<<20))
	}
	c.Sum()
	if p := c.Chance[0]; !(p < 1e-9) {
		t.Errorf("the long one has %g", p)
	}
	for i, p := range c.Chance[1:] {
		if !(p > 0.999 && p < 1+1e-9) {
			t.Fatalf("thing %d has %g", i, p)
		}
	}
}
