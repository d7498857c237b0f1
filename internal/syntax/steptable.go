package syntax

import "encoding/binary"

// stepTable holds what features say for the steps leftward and rightward
// against shift. A bucket of eight bytes has two slots, each a check of two
// bytes and two weights of a byte; a key looks into one bucket only, and a slot
// whose check does not fit counts nothing.
type stepTable struct {
	buckets []uint64
	bits    uint // log2 of the number of buckets
}

const stepBits = 18 // 2^18 buckets are 2 MiB

func newStepTable(s string) (stepTable, bool) {
	bits := uint(0)
	for 8<<bits < len(s) {
		bits++
	}
	if 8<<bits != len(s) {
		return stepTable{}, false
	}
	t := stepTable{buckets: make([]uint64, 1<<bits), bits: bits}
	for i := range t.buckets {
		t.buckets[i] = word64(s[8*i:])
	}
	return t, true
}

// score sums the weights of the features.
func (t *stepTable) score(f *stepFeatures) (left, right int32) {
	drop := 32 - t.bits
	for _, k := range f {
		e := t.buckets[k>>drop]
		check := uint32(uint16(k) | 1)
		w, other := uint32(e), uint32(e>>32)
		if other&0xffff == check {
			w = other
		}
		if w&0xffff != check {
			w = 0
		}
		left += int32(int8(w >> 16))
		right += int32(int8(w >> 24))
	}
	return left, right
}

// stepWeights are the weights of one feature, leftward and rightward.
type stepWeights struct {
	key         uint32
	left, right int8
}

// buildStepTable lays out features that come in the order of their weight;
// what finds its bucket full is left out.
func buildStepTable(features []stepWeights) string {
	b := make([]byte, 8<<stepBits)
	for _, f := range features {
		bucket := b[8*(f.key>>(32-stepBits)):][:8]
		check := uint16(f.key) | 1
		for at := 0; at < 8; at += 4 {
			taken := binary.LittleEndian.Uint16(bucket[at:])
			if taken == check {
				break
			}
			if taken == 0 {
				binary.LittleEndian.PutUint16(bucket[at:], check)
				bucket[at+2], bucket[at+3] = byte(f.left), byte(f.right)
				break
			}
		}
	}
	return string(b)
}
