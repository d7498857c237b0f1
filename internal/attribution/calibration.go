package attribution

import (
	"encoding/binary"
	"math"
	"slices"
)

// calibration turns the chance that the last ranker gives a span into the
// share of such spans that are right: for each part, the share at each of a
// number of even steps of the chance, by straight lines between them. Its last
// row does so for the mean of the spans of an attribution: those that are picked
// before others are right less often than all that look as good, since they were
// picked for their looks.
type calibration [parts + 1][sureSteps + 1]float64

const wholeAttribution = Part(parts)

const sureSteps = 20

func newCalibration(data string) calibration {
	var c calibration
	for part := range c {
		for i := range c[part] {
			c[part][i] = float64(i) / sureSteps
			if at := 2 * (part*(sureSteps+1) + i); at+2 <= len(data) {
				c[part][i] = float64(binary.LittleEndian.Uint16([]byte(data[at:at+2]))) / math.MaxUint16
			}
		}
	}
	return c
}

func (c *calibration) bytes() string {
	var data []byte
	for part := range c {
		for _, p := range c[part] {
			data = binary.LittleEndian.AppendUint16(data, uint16(math.Round(p*math.MaxUint16)))
		}
	}
	return string(data)
}

// of is the share of spans of a part with this chance that are right.
func (c *calibration) of(part Part, chance float64) float64 {
	x := float64(min(max(chance, 0), 1) * sureSteps)
	i := min(int(x), sureSteps-1)
	a, b := c[part][i], c[part][i+1]
	return a + float64((x-float64(i))*(b-a))
}

// outcome is a candidate's chance and whether it was right.
type outcome struct {
	chance float64
	right  bool
}

// calibrate measures the shares on candidates whose truth is known: the mean
// around each step, made to rise throughout.
func calibrate(seen [parts][]outcome) calibration {
	c := newCalibration("")
	for part := range seen {
		c.measure(Part(part), seen[part], 2)
	}
	return c
}

// measure fills in a row from outcomes, with so many made-up ones at each step
// that are right as often as they look.
func (c *calibration) measure(part Part, seen []outcome, prior float64) {
	var right, all [sureSteps + 1]float64
	for _, o := range seen {
		x := o.chance * sureSteps
		i := min(int(x), sureSteps-1)
		w := x - float64(i)
		all[i] += 1 - w
		all[i+1] += w
		if o.right {
			right[i] += 1 - w
			right[i+1] += w
		}
	}
	for i := range c[part] {
		c[part][i] = (right[i] + prior*float64(i)/sureSteps) / (all[i] + prior)
	}
	rising(c[part][:])
	for i, p := range c[part] {
		c[part][i] = moreRegular(p, regularSpan)
	}
}

// The most that moreRegular adds to the log odds.
const (
	regularSpan  = 0.4
	regularWhole = 0.1
)

// moreRegular is a share of right spans as it is in documents that are marked
// with more care than those of PolNeAR's train part: on its development part,
// the share of spans that are right is higher than on train, all the more for
// those that are likely. The steps in log odds were found there: that of whole
// attributions is smaller, since what is picked for its looks looks too good.
func moreRegular(p, most float64) float64 {
	p = min(max(p, 0.001), 0.999)
	step := most * min(1, 8.35*p*p*p*p)
	odds := p / (1 - p) * math.Exp(step)
	return odds / (1 + odds)
}

// rising replaces values that fall by the mean of those that must be level.
func rising(v []float64) {
	type level struct{ sum, n float64 }
	var levels []level
	for _, x := range v {
		levels = append(levels, level{x, 1})
		for k := len(levels) - 1; k > 0 && levels[k-1].sum/levels[k-1].n > levels[k].sum/levels[k].n; k-- {
			levels[k-1] = level{levels[k-1].sum + levels[k].sum, levels[k-1].n + levels[k].n}
			levels = levels[:k]
		}
	}
	out := v[:0]
	for _, l := range levels {
		out = append(out, slices.Repeat([]float64{l.sum / l.n}, int(l.n))...)
	}
}
