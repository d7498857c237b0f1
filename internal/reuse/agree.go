package reuse

// agreement is how far two texts in different languages have the same names
// and numbers in the same order.
type agreement struct {
	marks   int     // marks that agree, in order
	weight  float64 // what they weigh together
	ofFrom  float64 // their share of the elder's sure marks by weight; may exceed 1
	ofTo    float64
	matched [][2]int // words of the elder and the younger that agree
}

// maxAgree bounds the marks that are compared, so that a book takes no time.
const maxAgree = 600

func agree(a, b *Print) agreement {
	ma, mb := commonMarks(a.Marks, b.Marks)
	best := make([][]float64, len(ma)+1)
	for i := range best {
		best[i] = make([]float64, len(mb)+1)
	}
	for i := len(ma) - 1; i >= 0; i-- {
		for j := len(mb) - 1; j >= 0; j-- {
			best[i][j] = max(best[i+1][j], best[i][j+1])
			if ma[i].Key == mb[j].Key {
				best[i][j] = max(best[i][j], best[i+1][j+1]+float64(min(ma[i].Weight, mb[j].Weight)))
			}
		}
	}
	g := agreement{weight: best[0][0]}
	for i, j := 0, 0; i < len(ma) && j < len(mb); {
		switch {
		case ma[i].Key == mb[j].Key && best[i][j] == best[i+1][j+1]+float64(min(ma[i].Weight, mb[j].Weight)):
			g.matched = append(g.matched, [2]int{int(ma[i].At), int(mb[j].At)})
			i, j = i+1, j+1
		case best[i][j] == best[i+1][j]:
			i++
		default:
			j++
		}
	}
	g.marks = len(g.matched)
	g.ofFrom, g.ofTo = g.weight/max(sureWeight(a), 1), g.weight/max(sureWeight(b), 1)
	return g
}

// commonMarks are the marks whose keys both have.
func commonMarks(a, b []Mark) (ma, mb []Mark) {
	inA, inB := map[uint32]bool{}, map[uint32]bool{}
	for _, m := range a {
		inA[m.Key] = true
	}
	for _, m := range b {
		if inA[m.Key] && len(mb) < maxAgree {
			mb = append(mb, m)
			inB[m.Key] = true
		}
	}
	for _, m := range a {
		if inB[m.Key] && len(ma) < maxAgree {
			ma = append(ma, m)
		}
	}
	return ma, mb
}

func sureWeight(p *Print) float64 {
	sum := 0.0
	for _, m := range p.Marks {
		if m.Sure {
			sum += float64(m.Weight)
		}
	}
	return sum
}
