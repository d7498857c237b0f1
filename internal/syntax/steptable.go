package syntax

import "encoding/binary"

// stepTable holds what features say for the steps leftward and rightward
// against shift. A bucket of eight bytes has two slots, each a check of two
// bytes and two weights of a byte; a key looks into one bucket only, and a slot
// whose check does not fit counts nothing.
type stepTable struct {
	buckets *[1 << stepBits]uint64
}

const stepBits = 18 // 2^18 buckets are 2 MiB

func newStepTable(s string) (stepTable, bool) {
	t := stepTable{new([1 << stepBits]uint64)}
	if len(s) != 8*len(t.buckets) {
		return stepTable{}, false
	}
	for i := range t.buckets {
		t.buckets[i] = word64(s[8*i:])
	}
	return t, true
}

// score sums the weights of the features. Both weights of a slot are added at
// once, with 128 more in each.
func (t *stepTable) score(f *stepFeatures) (left, right int32) {
	var lefts, both int32
	for _, k := range f {
		e := t.buckets[k>>(32-stepBits)]
		check := uint16(k) | 1
		w := uint16(0)
		if uint16(e) == check {
			w = uint16(e >> 16)
		}
		if uint16(e>>32) == check {
			w = uint16(e >> 48)
		}
		w ^= 0x8080
		lefts += int32(w & 0xff)
		both += int32(w)
	}
	return lefts - 128*stepFeatureCount, (both-lefts)>>8 - 128*stepFeatureCount
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
