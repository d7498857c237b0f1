package linear

// Labels is the number of labels of a chain.
const Labels = 7

// Row is a number for each label.
type Row [Labels]float64

// Transitions are the factors of label pairs, one matrix for each class of
// token that the second label stands on: [class][from][to]. from Labels is the
// begin of the chain.
type Transitions [][Labels + 1]Row

// Lattice holds the sums over all ways to label a chain. It may be used again;
// what it holds is of the chain that it saw last.
type Lattice struct {
	Emit  []Row   // factors of the labels of each token
	Class []uint8 // class of each token
	alpha []Row   // sums of all ways up to a token, scaled to 1
	beta  []Row   // sums of all ways behind it, scaled alike
	scale []float64
	trans Transitions
}

// Resize makes room for n tokens.
func (l *Lattice) Resize(n int) {
	if cap(l.Emit) < n {
		room := max(n, 2*cap(l.Emit))
		l.Emit, l.alpha, l.beta = make([]Row, room), make([]Row, room), make([]Row, room)
		l.Class, l.scale = make([]uint8, room), make([]float64, room)
	}
	l.Emit, l.alpha, l.beta = l.Emit[:n], l.alpha[:n], l.beta[:n]
	l.Class, l.scale = l.Class[:n], l.scale[:n]
}

// Sum fills the lattice from Emit and Class.
func (l *Lattice) Sum(t Transitions) {
	l.trans = t
	n := len(l.Emit)
	for i := range n {
		l.forward(i)
	}
	for y := range Labels {
		l.beta[n-1][y] = 1
	}
	for i := n - 2; i >= 0; i-- {
		l.backward(i)
	}
}

func (l *Lattice) forward(i int) {
	m := &l.trans[l.Class[i]]
	var row Row
	if i == 0 {
		row = m[Labels]
	} else {
		for from, a := range l.alpha[i-1] {
			if a == 0 {
				continue
			}
			for to := range Labels {
				row[to] += float64(a * m[from][to])
			}
		}
	}
	sum := 0.0
	for y := range row {
		row[y] *= l.Emit[i][y]
		sum += row[y]
	}
	if sum < 1e-280 { // no way that is allowed: begin anew
		row, sum = l.Emit[i], 0
		for y := range row {
			row[y] += 1e-30
			sum += row[y]
		}
	}
	l.scale[i] = sum
	for y := range row {
		row[y] /= sum
	}
	l.alpha[i] = row
}

func (l *Lattice) backward(i int) {
	m := &l.trans[l.Class[i+1]]
	var next Row
	for y := range next {
		next[y] = float64(l.Emit[i+1][y]*l.beta[i+1][y]) / l.scale[i+1]
	}
	for from := range Labels {
		sum := 0.0
		for to := range Labels {
			sum += float64(m[from][to] * next[to])
		}
		l.beta[i][from] = sum
	}
}

// Marginal is the probability of each label of token i.
func (l *Lattice) Marginal(i int) Row {
	var row Row
	for y := range row {
		row[y] = l.alpha[i][y] * l.beta[i][y]
	}
	return row
}

// Pair is the probability that tokens i-1 and i have the labels from and to.
func (l *Lattice) Pair(i, from, to int) float64 {
	return float64(l.alpha[i-1][from]*l.trans[l.Class[i]][from][to]) * float64(l.Emit[i][to]*l.beta[i][to]) / l.scale[i]
}

// Follows is the probability that token i has the label to where the one
// before it has the label from.
func (l *Lattice) Follows(i, from, to int) float64 {
	b := l.beta[i-1][from]
	if b <= 0 {
		return 0
	}
	return float64(l.trans[l.Class[i]][from][to]*l.Emit[i][to]) * l.beta[i][to] / float64(l.scale[i]*b)
}
