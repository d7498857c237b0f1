package linear

import "math"

// Place is where a thing lies on a line, [From, To). The zero Place is nowhere,
// and overlaps nothing.
type Place struct{ From, To int }

// Choice weighs things on a line, of which no two that overlap can be chosen: a
// way to choose is as likely as the product of the odds of what it takes. The
// things are in order of their From. A thing that overlaps none has the
// probability that a logistic classifier gives it. A Choice may be used again.
type Choice struct {
	Places []Place
	Odds   []float64 // of each thing, were it alone
	Chance []float64 // of each thing, once Sum has run

	before, behind []mass // of all ways to choose up to a place, and behind it
	ends           []int  // by place, the last thing that ends there, -1 if none
	same           []int  // for each thing, the one before it that ends there too
}

// Reset makes room for things that are to be added.
func (c *Choice) Reset() { c.Places, c.Odds = c.Places[:0], c.Odds[:0] }

// Add adds a thing.
func (c *Choice) Add(p Place, odds float64) {
	c.Places, c.Odds = append(c.Places, p), append(c.Odds, odds)
}

// rivals is the end of the run of places from first on that hang together by
// overlaps.
func rivals(n, first int, place func(int) Place) int {
	end, last := place(first).To, first+1
	for last < n && place(last).From < end {
		end = max(end, place(last).To)
		last++
	}
	return last
}

// Sum fills in the chances.
func (c *Choice) Sum() {
	c.Chance = resized(c.Chance, len(c.Places))
	c.same = resized(c.same, len(c.Places))
	for first := 0; first < len(c.Places); {
		last := rivals(len(c.Places), first, func(i int) Place { return c.Places[i] })
		if last == first+1 {
			c.Chance[first] = c.Odds[first] / (1 + c.Odds[first])
		} else {
			c.sum(first, last)
		}
		first = last
	}
}

func resized[T any](list []T, n int) []T {
	if cap(list) < n {
		return make([]T, n, 2*n)
	}
	return list[:n]
}

// sum fills in the chances of the things [first, last).
func (c *Choice) sum(first, last int) {
	base, end := c.Places[first].From, 0
	for _, p := range c.Places[first:last] {
		end = max(end, p.To)
	}
	n := end - base
	c.before, c.behind, c.ends = resized(c.before, n+1), resized(c.behind, n+1), resized(c.ends, n+1)
	for t := range c.ends {
		c.ends[t] = -1
	}
	for i := first; i < last; i++ {
		to := c.Places[i].To - base
		c.same[i], c.ends[to] = c.ends[to], i
	}
	c.before[0], c.behind[n] = mass{value: 1}, mass{value: 1}
	for t := 1; t <= n; t++ {
		sum := c.before[t-1]
		for i := c.ends[t]; i >= 0; i = c.same[i] {
			sum.add(c.before[c.Places[i].From-base].times(c.Odds[i]))
		}
		c.before[t] = sum
	}
	i := last - 1
	for t := n - 1; t >= 0; t-- {
		sum := c.behind[t+1]
		for ; i >= first && c.Places[i].From-base == t; i-- {
			sum.add(c.behind[c.Places[i].To-base].times(c.Odds[i]))
		}
		c.behind[t] = sum
	}
	all := c.before[n]
	for i := first; i < last; i++ {
		a, b := c.before[c.Places[i].From-base].times(c.Odds[i]), c.behind[c.Places[i].To-base]
		c.Chance[i] = min(float64(a.value*b.value)/all.value*scaled(a.level+b.level-all.level), 1)
	}
}

// mass is value·2^(levelBits·level), for sums that a float64 does not hold.
type mass struct {
	value float64
	level int
}

const levelBits = 256

func scaled(levels int) float64 {
	if levels == 0 {
		return 1
	}
	return math.Ldexp(1, levelBits*levels)
}

func (m mass) times(x float64) mass {
	m.value *= x
	if m.value >= 1<<levelBits {
		m.value *= 1.0 / (1 << levelBits)
		m.level++
	}
	return m
}

func (m *mass) add(x mass) {
	if x.level > m.level {
		*m, x = x, *m
	}
	m.value += float64(x.value * scaled(x.level-m.level))
}
