package reuse

import (
	"math"

	"hearsay"
)

// stretch is a sentence of a print, as words [from, to).
type stretch struct{ from, to int }

func stretches(p *Print) []stretch {
	var ss []stretch
	for i, f := range p.Flags {
		if f&Sentence != 0 || i == 0 {
			ss = append(ss, stretch{i, i})
		}
		ss[len(ss)-1].to = i + 1
	}
	return ss
}

// The scores of the alignment, after Gale and Church (1993), with agreeing
// names and numbers as anchors. What a translator adds costs little.
const (
	pairScore   = 0.5
	anchorScore = 1.0
	skipFrom    = -0.3
	skipTo      = -0.1
	joinScore   = -0.2

	// presentScore is for a sentence that stands outside the quotation in which
	// the translation is printed: it presents it, or comments on it.
	presentScore = -1.5
)

// sentencesAligned pairs the sentences of a text with those of its
// translation, in order, by their lengths and by the words that agree.
func sentencesAligned(a, b *Print, matched [][2]int) []hearsay.Aligned {
	sa, sb := stretches(a), stretches(b)
	anchors := make(map[[2]int]int, len(matched))
	ia, ib := sentenceOf(a), sentenceOf(b)
	for _, m := range matched {
		// A name may stand behind the last word that a report says.
		if m[0] < len(ia) && m[1] < len(ib) {
			anchors[[2]int{ia[m[0]], ib[m[1]]}]++
		}
	}
	if len(sa)*len(sb) > 1<<20 {
		return nil
	}
	c := lengthRatio(a, b)
	printed := quotedShare(a) < 0.5 && quotedShare(b) > 0.5
	score := func(i, j, n, m int) float64 {
		s := pairScore
		if n+m > 2 {
			s += joinScore
		}
		for y := j; y < j+m && printed; y++ {
			if b.Flags[sb[y].from]&Quoted == 0 {
				s += presentScore
			}
		}
		for x := i; x < i+n; x++ {
			for y := j; y < j+m; y++ {
				s += anchorScore * float64(min(anchors[[2]int{x, y}], 3))
			}
		}
		la := a.Span(sa[i].from, sa[i+n-1].to).Len()
		lb := b.Span(sb[j].from, sb[j+m-1].to).Len()
		return s - math.Abs(math.Log(float64(lb)/(c*float64(max(la, 1)))))
	}
	return follow(a, b, sa, sb, score)
}

func sentenceOf(p *Print) []int {
	of := make([]int, len(p.Flags))
	n := -1
	for i, f := range p.Flags {
		if f&Sentence != 0 || n < 0 {
			n++
		}
		of[i] = n
	}
	return of
}

// lengthRatio is how many bytes of b there are for a byte of a.
func lengthRatio(a, b *Print) float64 {
	bytes := func(p *Print) float64 {
		n := 1
		for _, l := range p.Lens {
			n += int(l)
		}
		return float64(n) / float64(len(p.Lens)+1)
	}
	return bytes(b) / bytes(a) * 1.2
}

// moves are the sentences of either text that one step takes.
var moves = [...][2]int{{1, 1}, {1, 2}, {2, 1}, {1, 0}, {0, 1}}

// follow finds the best way through both texts.
func follow(a, b *Print, sa, sb []stretch, score func(i, j, n, m int) float64) []hearsay.Aligned {
	best := make([][]float64, len(sa)+1)
	by := make([][]int8, len(sa)+1)
	for i := len(sa); i >= 0; i-- {
		best[i], by[i] = make([]float64, len(sb)+1), make([]int8, len(sb)+1)
		for j := len(sb); j >= 0; j-- {
			best[i][j], by[i][j] = math.Inf(-1), -1
			if i == len(sa) && j == len(sb) {
				best[i][j] = 0
			}
			for k, m := range moves {
				if i+m[0] > len(sa) || j+m[1] > len(sb) {
					continue
				}
				var s float64
				switch {
				case m[1] == 0:
					s = skipFrom
				case m[0] == 0:
					s = skipTo
				default:
					s = score(i, j, m[0], m[1])
				}
				if s += best[i+m[0]][j+m[1]]; s > best[i][j] {
					best[i][j], by[i][j] = s, int8(k)
				}
			}
		}
	}
	var found []hearsay.Aligned
	for i, j := 0, 0; i < len(sa) || j < len(sb); {
		m := moves[by[i][j]]
		if m[0] > 0 && m[1] > 0 {
			found = append(found, hearsay.Aligned{
				From: a.Span(sa[i].from, sa[i+m[0]-1].to),
				To:   b.Span(sb[j].from, sb[j+m[1]-1].to),
			})
		}
		i, j = i+m[0], j+m[1]
	}
	return found
}
