package names

import "math"

// turnsSlope adds, times sign, how much of each sign is to be expected over all
// sequences of speakers of the turns, or of those that are right: forwards and
// backwards through every three turns in a row.
func turnsSlope(turns []turnShown, w, slope *voiceWeights, rightOnly bool, times float64) {
	n := len(turns)
	none := []candidate{{}}
	list := func(i int) []candidate {
		if i < 0 {
			return none
		}
		return turns[i].list
	}
	own := make([][]float64, n)
	for i, t := range turns {
		own[i] = make([]float64, len(t.list))
		for c := range t.list {
			for s, much := range t.list[c].seen {
				own[i][c] += much * w.signs[s]
			}
			if rightOnly && t.right != nil && !t.right[c] {
				own[i][c] = math.Inf(-1)
			}
		}
	}
	table := func(i int) [][]float64 {
		rows := make([][]float64, len(list(i-1)))
		for p := range rows {
			rows[p] = make([]float64, len(list(i)))
			for c := range rows[p] {
				rows[p][c] = math.Inf(-1)
			}
		}
		return rows
	}
	ahead, behind := make([][][]float64, n), make([][][]float64, n)
	for i := range turns {
		ahead[i] = table(i)
		eachThree(turns, i, list, func(s, p, c int) {
			so := 0.0
			if i > 0 {
				so = ahead[i-1][s][p]
			}
			ahead[i][p][c] = logSum(ahead[i][p][c], so+own[i][c]+turns[i].x.step(w, list(i - 2)[s].who, list(i - 1)[p].who, list(i)[c].who))
		})
	}
	for i := n - 1; i >= 0; i-- {
		behind[i] = table(i)
		if i == n-1 {
			for p := range behind[i] {
				clear(behind[i][p])
			}
			continue
		}
		eachThree(turns, i+1, list, func(s, p, c int) {
			behind[i][s][p] = logSum(behind[i][s][p], behind[i+1][p][c]+own[i+1][c]+turns[i+1].x.step(w, list(i - 1)[s].who, list(i)[p].who, list(i + 1)[c].who))
		})
	}
	total := math.Inf(-1)
	for _, row := range ahead[n-1] {
		for _, v := range row {
			total = logSum(total, v)
		}
	}
	if math.IsInf(total, -1) {
		return
	}
	for i := range turns {
		share := make([]float64, len(list(i)))
		eachThree(turns, i, list, func(s, p, c int) {
			so := 0.0
			if i > 0 {
				so = ahead[i-1][s][p]
			}
			x, second, before, who := turns[i].x, list(i - 2)[s].who, list(i - 1)[p].who, list(i)[c].who
			much := math.Exp(so + own[i][c] + x.step(w, second, before, who) + behind[i][p][c] - total)
			share[c] += much
			seen, k := x.signs(second, before, who)
			for _, s := range seen[:k] {
				slope.signs[s] += times * much
			}
		})
		for c, much := range share {
			if much == 0 {
				continue
			}
			for s, v := range list(i)[c].seen {
				slope.signs[s] += times * much * v
			}
		}
	}
}

// eachThree goes through the candidates of turn i with those of the two before.
func eachThree(turns []turnShown, i int, list func(int) []candidate, f func(s, p, c int)) {
	for s := range list(i - 2) {
		for p := range list(i - 1) {
			for c := range list(i) {
				f(s, p, c)
			}
		}
	}
}
