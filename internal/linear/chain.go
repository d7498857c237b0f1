package linear

// Chain labels the tokens of a chain. It never changes, and may be shared.
type Chain struct {
	rows  rows
	steps string // scores of transitions, a signed byte each
	trans Transitions
}

// NewChain makes a chain of the parts that its Parts gave.
func NewChain(table, steps string) *Chain {
	c := &Chain{rows: newRows(table), steps: steps}
	for at := 0; at+(Labels+1)*Labels <= len(steps); at += (Labels + 1) * Labels {
		var m [Labels + 1]Row
		for from := range m {
			for to := range Labels {
				m[from][to] = stepFactor(int8(steps[at+from*Labels+to]))
			}
		}
		c.trans = append(c.trans, m)
	}
	return c
}

// forbidden is the score of a transition that cannot be.
const forbidden = -128

func stepFactor(score int8) float64 {
	if score == forbidden {
		return 0
	}
	return Exp(int32(score))
}

// Parts are the table and the transitions of the chain, to be stored.
func (c *Chain) Parts() (table, steps string) { return c.rows.data, c.steps }

// Score fills one token of a lattice from its features.
func (c *Chain) Score(l *Lattice, i int, features []Feature) {
	var sum [Labels]int32
	c.rows.addAll(features, &sum)
	best := sum[0]
	for _, s := range sum[1:] {
		best = max(best, s)
	}
	p := powers()
	for y, s := range sum {
		l.Emit[i][y] = p.below(best - s)
	}
}

// Sum sums the lattice up once all its tokens are scored.
func (c *Chain) Sum(l *Lattice) { l.Sum(c.trans) }
