package reuse

// change is a difference between two lines: words [a0, a1) of the one stand
// where the other has words [b0, b1). Either may be empty. Offsets count from
// the starts of the lines.
type change struct{ a0, a1, b0, b1 int }

// The scores of aligning two words. A substitution costs less than leaving
// one word out and putting another in, so that changed words stay together.
const (
	scoreSame = 3
	scoreSwap = -1
	scoreGap  = -1
)

// What the second row leaves out at either end costs nothing, so that a part
// of a sentence is aligned as a part.

// diff aligns two rows of words and gives the changes between them and the
// number of words that agree.
func diff(a, b []uint32) (changes []change, same int) {
	width := len(b) + 1
	best := make([]int32, (len(a)+1)*width)
	for i := len(a); i >= 0; i-- {
		for j := len(b); j >= 0; j-- {
			best[i*width+j] = step(best, a, b, i, j, width).score
		}
	}
	open := false
	for i, j := 0, 0; i < len(a) || j < len(b); {
		s := step(best, a, b, i, j, width)
		if s.same {
			same++
			open = false
		} else {
			if !open {
				changes = append(changes, change{i, i, j, j})
				open = true
			}
			c := &changes[len(changes)-1]
			c.a1, c.b1 = i+s.da, j+s.db
		}
		i, j = i+s.da, j+s.db
	}
	return changes, same
}

type alignStep struct {
	da, db int
	score  int32
	same   bool
}

// step is the best way on from words i and j, given the scores behind them.
// Of equal ways it takes a match, then a swap, so that the alignment is the
// same whatever came before.
func step(best []int32, a, b []uint32, i, j, width int) alignStep {
	s := alignStep{score: -1 << 30}
	if i == len(a) && j == len(b) {
		return alignStep{}
	}
	if i < len(a) && j < len(b) {
		after := best[(i+1)*width+j+1]
		if a[i] == b[j] {
			s = alignStep{1, 1, after + scoreSame, true}
		} else {
			s = alignStep{1, 1, after + scoreSwap, false}
		}
	}
	if i < len(a) {
		v := best[(i+1)*width+j]
		if j > 0 && j < len(b) {
			v += scoreGap
		}
		if v > s.score {
			s = alignStep{1, 0, v, false}
		}
	}
	if j < len(b) {
		if v := best[i*width+j+1] + scoreGap; v > s.score {
			s = alignStep{0, 1, v, false}
		}
	}
	return s
}
