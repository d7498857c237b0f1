package claims

import (
	"math/bits"
	"slices"
)

// marks sum a proposition up in 128 bits, one for each term, so that most
// pairs are told apart without a look at their terms.
type marks struct{ low, high uint64 }

// markOf is the bit of a term.
func markOf(term int32) (m marks) {
	bit := uint64(1) << (uint32(term) * hashFactor >> 26)
	if uint32(term)*hashFactor>>25&1 == 1 {
		m.high = bit
	} else {
		m.low = bit
	}
	return m
}

// hashFactor spreads the numbers of terms over the upper bits.
const hashFactor = 0x9E3779B1

func (m marks) and(o marks) marks { return marks{m.low & o.low, m.high & o.high} }

func (m marks) or(o marks) marks { return marks{m.low | o.low, m.high | o.high} }

func (m marks) count() int { return bits.OnesCount64(m.low) + bits.OnesCount64(m.high) }

// sketch is what one proposition needs of another to be like it.
type sketch struct {
	marks
	terms  []indexed
	weight float32
	least  int // bits that both must have
}

func newSketch(terms []indexed, weight float32) sketch {
	s := sketch{terms: terms, weight: weight}
	weights := make([]float32, len(terms))
	for i := range terms {
		s.marks = s.or(markOf(terms[i].term))
		weights[i] = terms[i].weight
	}
	slices.Sort(weights)
	sum := float32(0)
	for sum < leastEqual/2*weight-rounding && s.least < len(weights) {
		s.least++
		sum += weights[len(weights)-s.least]
	}
	s.least -= len(terms) - s.count() // terms that fell on one bit
	return s
}

// mayBeLike bounds the likeness to a proposition that is not lighter from
// above: it holds no more terms than its marks allow for.
func (s *sketch) mayBeLike(p *posting) bool {
	return s.and(p.marks).count() >= s.least && s.holdsEnough(p)
}

// holdsEnough is the same for any proposition.
func (s *sketch) holdsEnough(p *posting) bool {
	var shared, loose float32
	for i := range s.terms {
		t := &s.terms[i]
		if p.and(markOf(t.term)) != (marks{}) {
			shared += t.weight
		} else {
			loose += t.loose()
		}
	}
	return mayBeAlike(shared, loose, s.weight, p.weight)
}
