package claims

import "math"

// Asked is a query with all statements of the reports of a case, and the
// reports in which one of them says what it asks for.
type Asked struct {
	Query   Proposition
	Said    []Said // of statements that take a side; those of a report stand together
	Reports map[int64]bool
}

const (
	rounds = 8    // of choosing the statement that speaks for its report
	steps  = 60   // of Newton's method, at most
	ridge  = 3.0  // keeps the weights small; chosen by leaving one case out
	settle = 1e-9 // of the largest step, where it ends
)

// TrainAnswering learns what makes a statement answer a query from cases in
// which it is known which reports do. Which statement of a report does is not
// known: it is the one that scores best, chosen again after each round. What
// it returns is the text of answering.txt.
func (w *Weights) TrainAnswering(cases []Asked) string {
	m := w.trainAnswering(cases)
	return m.String()
}

func (w *Weights) trainAnswering(cases []Asked) *answering {
	var bags []bag
	for _, c := range cases {
		bags = append(bags, w.bags(c)...)
	}
	m := &answering{}
	m.weights[content], m.weights[reverse], m.weights[likeBest] = 1, 1, 1
	for range rounds {
		m = fit(chosen(bags, m))
	}
	return m
}

// bag is the statements of one report, and whether one of them answers.
type bag struct {
	all []evidence
	yes bool
}

func (w *Weights) bags(c Asked) []bag {
	var list []bag
	for i, e := range w.evidence(c.Query, c.Said) {
		if i == 0 || c.Said[i].Report != c.Said[i-1].Report {
			list = append(list, bag{yes: c.Reports[c.Said[i].Report]})
		}
		last := &list[len(list)-1]
		last.all = append(last.all, e)
	}
	return list
}

// example is the statement that speaks for its report.
type example struct {
	evidence
	yes bool
}

func chosen(bags []bag, m *answering) []example {
	list := make([]example, len(bags))
	for i, b := range bags {
		best := math.Inf(-1)
		for _, e := range b.all {
			if s := m.score(e); s > best {
				best, list[i] = s, example{e, b.yes}
			}
		}
	}
	return list
}

const parameters = kindsOfEvidence + 1 // the bias is the last

// fit is ridge regression of the log of the odds, by Newton's method, on
// evidence brought to mean 0 and deviation 1.
func fit(list []example) *answering {
	mean, deviation := moments(list)
	rows := make([][parameters]float64, len(list))
	for i, ex := range list {
		for k := range ex.evidence {
			rows[i][k] = (ex.evidence[k] - mean[k]) / deviation[k]
		}
		rows[i][kindsOfEvidence] = 1
	}
	var beta [parameters]float64
	for range steps {
		step := newton(list, rows, beta)
		largest := 0.0
		for k := range beta {
			beta[k] += step[k]
			largest = max(largest, math.Abs(step[k]))
		}
		if largest < settle {
			break
		}
	}
	m := &answering{bias: beta[kindsOfEvidence]}
	for k := range m.weights {
		m.weights[k] = beta[k] / deviation[k]
		m.bias -= m.weights[k] * mean[k]
	}
	return m
}

func moments(list []example) (mean, deviation evidence) {
	n := float64(len(list))
	for _, ex := range list {
		for k, v := range ex.evidence {
			mean[k] += v / n
		}
	}
	for _, ex := range list {
		for k, v := range ex.evidence {
			deviation[k] += (v - mean[k]) * (v - mean[k]) / n
		}
	}
	for k, v := range deviation {
		deviation[k] = math.Sqrt(v) + 1e-6
	}
	return mean, deviation
}

// newton is one step towards the weights under which the examples are the most
// likely.
func newton(list []example, rows [][parameters]float64, beta [parameters]float64) [parameters]float64 {
	var gradient [parameters]float64
	var hessian [parameters][parameters]float64
	for i, row := range rows {
		sum := 0.0
		for k, v := range row {
			sum += beta[k] * v
		}
		p := 1 / (1 + math.Exp(-sum))
		miss := -p
		if list[i].yes {
			miss = 1 - p
		}
		for k, v := range row {
			gradient[k] += miss * v
			for l := range k + 1 {
				hessian[k][l] += p * (1 - p) * v * row[l]
			}
		}
	}
	for k := range kindsOfEvidence {
		gradient[k] -= ridge * beta[k]
		hessian[k][k] += ridge
	}
	hessian[kindsOfEvidence][kindsOfEvidence] += 1e-9
	return solve(hessian, gradient)
}

// solve solves a symmetric positive system, of which a holds the lower half,
// by Cholesky's method.
func solve(a [parameters][parameters]float64, b [parameters]float64) [parameters]float64 {
	for i := range parameters {
		for j := range i + 1 {
			sum := a[i][j]
			for k := range j {
				sum -= a[i][k] * a[j][k]
			}
			if i == j {
				a[i][i] = math.Sqrt(sum)
			} else {
				a[i][j] = sum / a[j][j]
			}
		}
	}
	for i := range parameters {
		for k := range i {
			b[i] -= a[i][k] * b[k]
		}
		b[i] /= a[i][i]
	}
	for i := parameters - 1; i >= 0; i-- {
		for k := i + 1; k < parameters; k++ {
			b[i] -= a[k][i] * b[k]
		}
		b[i] /= a[i][i]
	}
	return b
}
