package linear

import "sync"

// Unit is how many steps of a score make one natural logarithm.
const Unit = 32

// exponents are e^(-n/Unit) for n in steps: fine[i]·coarse[j] is e^-(64j+i)/Unit.
type exponents struct {
	fine, coarse [64]float64
}

// e^(-1/32), to the last bit of a float64.
const stepDown = 0.96923323447634413

var powers = sync.OnceValue(func() *exponents {
	e := &exponents{}
	e.fine[0], e.coarse[0] = 1, 1
	for i := 1; i < 64; i++ {
		e.fine[i] = e.fine[i-1] * stepDown
	}
	down := e.fine[63] * stepDown
	for i := 1; i < 64; i++ {
		e.coarse[i] = e.coarse[i-1] * down
	}
	return e
})

// below is e^(-n/Unit), 0 where that is next to nothing. n is at least 0.
func (e *exponents) below(n int32) float64 {
	if n >= 64*64 {
		return 0
	}
	return e.fine[n&63] * e.coarse[n>>6]
}

// Probability is the logistic function of a score in Units, 0 to 1.
func Probability(score int32) float64 {
	p := powers()
	if score >= 0 {
		return 1 / (1 + p.below(score))
	}
	x := p.below(-score)
	return x / (1 + x)
}

// Exp is e^(score/Unit) for scores up to 0, and for higher ones what its
// inverse gives.
func Exp(score int32) float64 {
	if score <= 0 {
		return powers().below(-score)
	}
	return 1 / max(powers().below(score), 1e-28)
}
