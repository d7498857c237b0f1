package claims

import "math"

// Bag is what one report has for one query: the evidence of each statement
// that may answer it. Gold tells which report speaks of a claim and not which
// of its sentences does, so at least one of a bag that answers does.
type Bag struct {
	Answers    bool
	Statements []Evidence
}

const (
	trainingRounds = 6   // of choosing the statement that answers, and fitting
	newtonSteps    = 25  // of one fit
	answerFactor   = 2.0 // how much more a statement counts that answers: there are few
	ridge          = 1.0 // keeps weights small
)

// TrainScorer fits the weights: it takes the likeliest statement of each bag
// that answers, and all of those that do not, fits a logistic regression, and
// chooses anew.
func TrainScorer(bags []Bag) *Scorer {
	s := &Scorer{}
	for i, w := range firstGuess {
		s.weights[i] = w
	}
	for range trainingRounds {
		s = fit(examples(bags, s))
	}
	return s
}

// firstGuess chooses the statements of the first round.
var firstGuess = map[int]float64{heldContent: 4, heldName: 2, answeredShare: 1, sameNumber: 2, numberClash: -2}

type example struct {
	features [evidenceSize + 1]float64 // the last one is 1, for the bias
	answers  float64
	weight   float64
}

func examples(bags []Bag, s *Scorer) []example {
	var list []example
	for _, b := range bags {
		if !b.Answers {
			for _, e := range b.Statements {
				list = append(list, newExample(e, 0, 1))
			}
			continue
		}
		best := -1
		for i, e := range b.Statements {
			if best < 0 || s.Score(e) > s.Score(b.Statements[best]) {
				best = i
			}
		}
		if best >= 0 {
			list = append(list, newExample(b.Statements[best], 1, answerFactor))
		}
	}
	return list
}

func newExample(e Evidence, answers, weight float64) example {
	x := example{answers: answers, weight: weight}
	copy(x.features[:], e[:])
	x.features[evidenceSize] = 1
	return x
}

// sign is what a feature can mean: 1 speaks for, -1 against, 0 either. A weight
// on the other side is an accident of few examples.
var sign = [evidenceSize]float64{heldContent: 1, softContent: 1, noContent: -1, heldName: 1, noName: -1, sameNumber: 1, numberClash: -1,
	noNumber: -1, answeredShare: 1, actorsClash: -1, manyHeld: 1, rareNumber: 1, softVerb: 1, noVerb: -1, otherName: -1}

// fit is a logistic regression whose weights have the signs that they can
// have: those that come out otherwise are left out, until none does.
func fit(list []example) *Scorer {
	var out [evidenceSize + 1]bool
	for {
		w := newton(list, out)
		more := false
		for i, s := range sign {
			if s*w[i] < 0 {
				out[i], more = true, true
			}
		}
		if !more {
			s := &Scorer{bias: w[evidenceSize]}
			copy(s.weights[:], w[:evidenceSize])
			return s
		}
	}
}

// newton fits the weights that are not left out, with a ridge penalty.
func newton(list []example, out [evidenceSize + 1]bool) (w [evidenceSize + 1]float64) {
	for range newtonSteps {
		gradient, hessian := slopes(list, w)
		for i := range w {
			if out[i] {
				gradient[i], hessian[i] = 0, [evidenceSize + 1]float64{}
				for k := range w {
					hessian[k][i] = 0
				}
				hessian[i][i] = 1
			}
		}
		step := solve(hessian, gradient)
		for i := range w {
			w[i] -= step[i]
		}
	}
	return w
}

// slopes are the first and second derivatives of the loss.
func slopes(list []example, w [evidenceSize + 1]float64) (gradient [evidenceSize + 1]float64, hessian [evidenceSize + 1][evidenceSize + 1]float64) {
	for i := range w {
		hessian[i][i] = 1e-6
		if i < evidenceSize {
			gradient[i], hessian[i][i] = ridge*w[i], ridge
		}
	}
	for _, x := range list {
		sum := 0.0
		for i, f := range x.features {
			sum += w[i] * f
		}
		p := 1 / (1 + math.Exp(-sum))
		for i, f := range x.features {
			gradient[i] += x.weight * (p - x.answers) * f
			for k, g := range x.features {
				hessian[i][k] += x.weight * p * (1 - p) * f * g
			}
		}
	}
	return gradient, hessian
}

// solve finds x with a x = b, by Gaussian elimination; a is positive definite.
func solve(a [evidenceSize + 1][evidenceSize + 1]float64, b [evidenceSize + 1]float64) [evidenceSize + 1]float64 {
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
