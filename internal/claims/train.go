package claims

import "math"

// Asked is one query with everything in a case that may answer it. Gold tells
// which reports assert a claim and which deny it, and not by which of their
// sentences, so at least one statement of each voice that answers does.
type Asked struct {
	Said    []Said
	Answers map[Voice]bool
}

// Said is a statement that may answer, and whose it is.
type Said struct {
	Voice    Voice
	Evidence Evidence
}

// Voice is what one report says on one side of a query.
type Voice struct {
	Report  int64
	Against bool // it denies what is asked, or says the opposite
}

const (
	trainingRounds = 4   // of choosing the statement that answers, and fitting
	answerFactor   = 2.0 // how much more a statement counts that answers: there are few
)

// TrainScorer fits the weights: it takes the likeliest statement of each voice
// that answers, and all of those that do not, fits a logistic regression, and
// chooses anew.
func TrainScorer(asked []Asked) *Scorer {
	s := &Scorer{}
	for i, w := range firstGuess {
		s.weights[i] = w
	}
	for range trainingRounds {
		s = fit(examples(asked, s))
	}
	return s
}

// firstGuess chooses the statements of the first round.
var firstGuess = map[int]float64{heldContent: 4, heldName: 2, answeredShare: 1, sameNumber: 2, numberClash: -2}

type example struct {
	features *Evidence
	answers  float64
	weight   float64
}

// examples are the likeliest statement of each voice that answers, and every
// one of the others.
func examples(asked []Asked, s *Scorer) []example {
	var list []example
	for i := range asked {
		best, order := map[Voice]int{}, []Voice{}
		said := asked[i].Said
		for k := range said {
			voice := said[k].Voice
			if !asked[i].Answers[voice] {
				list = append(list, example{&said[k].Evidence, 0, 1})
				continue
			}
			b, seen := best[voice]
			if !seen {
				order = append(order, voice)
			}
			if !seen || s.Score(said[k].Evidence) > s.Score(said[b].Evidence) {
				best[voice] = k
			}
		}
		for _, voice := range order {
			list = append(list, example{&said[best[voice]].Evidence, 1, answerFactor})
		}
	}
	return list
}

// sign is what a feature can mean: 1 speaks for, -1 against, 0 either. A weight
// on the other side is an accident of few examples.
var sign = [evidenceSize]float64{heldContent: 1, softContent: 1, noContent: -1, heldName: 1, noName: -1, sameNumber: 1, numberClash: -1,
	noNumber: -1, answeredShare: 1, actorsClash: -1, manyHeld: 1, rareNumber: 1, softVerb: 1, noVerb: -1, otherName: -1,
	answerScore: 1, otherTime: -1}

const (
	newtonSteps = 12  // of one fit
	ridge       = 3.0 // keeps weights small, of features brought to one spread
)

// fit is a logistic regression whose weights have the signs that they can
// have: those that come out otherwise are left out, until none does.
func fit(list []example) *Scorer {
	scale := spreads(list)
	var out [evidenceSize]bool
	for {
		w := newton(list, scale, out)
		more := false
		for i, s := range sign {
			if s*w[i] < 0 {
				out[i], more = true, true
			}
		}
		if !more {
			s := &Scorer{bias: w[evidenceSize]}
			for i := range s.weights {
				s.weights[i] = w[i] / scale[i]
			}
			return s
		}
	}
}

// spreads are the standard deviations of the features, 1 where one is always
// the same.
func spreads(list []example) (scale Evidence) {
	for i := range scale {
		var sum, squares float64
		for _, x := range list {
			sum += x.features[i]
			squares += x.features[i] * x.features[i]
		}
		mean := sum / max(float64(len(list)), 1)
		scale[i] = math.Sqrt(max(squares/max(float64(len(list)), 1)-mean*mean, 0))
		if scale[i] < 1e-9 {
			scale[i] = 1
		}
	}
	return scale
}

// newton fits the weights that are not left out, and the bias as the last one,
// with a ridge penalty on the others.
func newton(list []example, scale Evidence, out [evidenceSize]bool) (all [evidenceSize + 1]float64) {
	var used []int // features that take part
	for i, left := range out {
		if !left {
			used = append(used, i)
		}
	}
	w := make([]float64, len(used)+1)
	for range newtonSteps {
		gradient, hessian := slopes(list, scale, used, w)
		for i, step := range solve(hessian, gradient) {
			w[i] -= step
		}
	}
	for k, i := range used {
		all[i] = w[k]
	}
	all[evidenceSize] = w[len(used)]
	return all
}

// slopes are the first and second derivatives of the loss.
func slopes(list []example, scale Evidence, used []int, w []float64) (gradient []float64, hessian [][]float64) {
	n := len(w)
	gradient, hessian = make([]float64, n), make([][]float64, n)
	for i := range hessian {
		hessian[i] = make([]float64, n)
		hessian[i][i] = 1e-6
		if i < n-1 {
			gradient[i], hessian[i][i] = ridge*w[i], ridge
		}
	}
	x := make([]float64, n)
	x[n-1] = 1
	var set []int // features of the example that are not 0
	for _, e := range list {
		sum := w[n-1]
		set = set[:0]
		for k, i := range used {
			if x[k] = e.features[i] / scale[i]; x[k] != 0 {
				set = append(set, k)
				sum += w[k] * x[k]
			}
		}
		set = append(set, n-1)
		p := 1 / (1 + math.Exp(-sum))
		slope, curve := e.weight*(p-e.answers), e.weight*p*(1-p)
		for _, i := range set {
			gradient[i] += slope * x[i]
			row, c := hessian[i], curve*x[i]
			for _, k := range set {
				row[k] += c * x[k]
			}
		}
	}
	return gradient, hessian
}

// solve finds x with a x = b, by Gaussian elimination; a is positive definite.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for i := range n {
		for k := i + 1; k < n; k++ {
			factor := a[k][i] / a[i][i]
			for j := i; j < n; j++ {
				a[k][j] -= factor * a[i][j]
			}
			b[k] -= factor * b[i]
		}
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			b[i] -= a[i][k] * b[k]
		}
		b[i] /= a[i][i]
	}
	return b
}
