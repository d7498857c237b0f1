package claims

import "math/bits"

// marks sum a proposition up in 128 bits, one for each term, so that most
// pairs are told apart without a look at their terms.
type marks struct {
	low, high uint64
	spare     int32   // terms that fell on a bit that was set already
	heaviest  float32 // weight of a term
	need      float32 // weight that an equal proposition has to share
}

func marksOf(terms []indexed, weight float64) marks {
	m := marks{need: float32(leastEqual / 2 * weight)}
	for _, t := range terms {
		m.heaviest = max(m.heaviest, t.weight)
		word, bit := &m.low, uint64(1)<<(uint32(t.term)*hashFactor>>26)
		if uint32(t.term)*hashFactor>>25&1 == 1 {
			word = &m.high
		}
		if *word&bit != 0 {
			m.spare++
		}
		*word |= bit
	}
	return m
}

// hashFactor spreads the numbers of terms over the upper bits.
const hashFactor = 0x9E3779B1

// mayShare bounds the weight of the terms that two propositions share from
// above: they share no more terms than bits, but for those that fell together.
func (m *marks) mayShare(o *marks) bool {
	shared := int32(bits.OnesCount64(m.low&o.low)+bits.OnesCount64(m.high&o.high)) + min(m.spare, o.spare)
	return float32(shared)*min(m.heaviest, o.heaviest)*1.001 >= min(m.need, o.need)
}
