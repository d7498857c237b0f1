package linear

import (
	"encoding/binary"
	"math/bits"
)

// rows is a table of the weights of features, a row of Labels bytes each, in
// buckets of a cache line: eight checks of a byte, then eight rows. A feature
// has one bucket; check 0 is an empty place.
type rows struct {
	data  string
	count uint32 // of buckets
}

const (
	bucketPlaces = 8
	bucketSize   = bucketPlaces * (1 + Labels)
)

func newRows(data string) rows { return rows{data, uint32(len(data) / bucketSize)} }

func bucketOf(f Feature, count uint32) (bucket uint32, check byte) {
	c := byte(f) // the bucket comes of the upper bits
	if c == 0 {
		c = 1
	}
	return uint32(uint64(f) * uint64(count) >> 32), c
}

// batch is how many features are looked up side by side: their looks at memory
// overlap as long as no branch waits for one of them.
const batch = 16

// addAll adds the weights of features to sum.
func (t *rows) addAll(features []Feature, sum *[Labels]int32) {
	var checks [batch]uint64
	for len(features) > 0 {
		n := min(len(features), batch)
		for i, f := range features[:n] {
			bucket, _ := bucketOf(f, t.count)
			checks[i] = word64(t.data[bucket*bucketSize:])
		}
		for i, f := range features[:n] {
			t.add(f, checks[i], sum)
		}
		features = features[n:]
	}
}

// add adds the weights of feature f, in whose bucket the checks are.
func (t *rows) add(f Feature, checks uint64, sum *[Labels]int32) {
	bucket, check := bucketOf(f, t.count)
	place := findByte(checks, check)
	if place >= bucketPlaces {
		return
	}
	at := bucket*bucketSize + bucketPlaces + uint32(place)*Labels
	w := t.data[at : at+Labels]
	for y := range sum {
		sum[y] += int32(int8(w[y]))
	}
}

// findByte is the place of a byte among the eight of x, 8 if it is not there.
func findByte(x uint64, c byte) int {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	x ^= ones * uint64(c)
	x = (x - ones) &^ x & highs
	return bits.TrailingZeros64(x) / 8
}

func word64(b string) uint64 {
	_ = b[7]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// buildRows lays out rows by feature, those given first being kept where a
// bucket is full. Features that share bucket and check share the first's row.
func buildRows(features []Feature, weights [][Labels]int8, count uint32) string {
	data := make([]byte, int(count)*bucketSize)
	for i, f := range features {
		if weights[i] == [Labels]int8{} {
			continue
		}
		bucket, check := bucketOf(f, count)
		b := data[int(bucket)*bucketSize:][:bucketSize]
		place := 0
		for place < bucketPlaces && b[place] != 0 && b[place] != check {
			place++
		}
		if place == bucketPlaces || b[place] == check {
			continue
		}
		b[place] = check
		for y, w := range weights[i] {
			b[bucketPlaces+place*Labels+y] = byte(w)
		}
	}
	return string(data)
}

// slots is a table of single weights: slots of a check and a weight of 16 bits
// each, searched from a feature's own slot on. Weight 0 is an empty slot.
type slots struct {
	data  string
	count uint32
}

const slotSize = 4

func newSlots(data string) slots { return slots{data, uint32(len(data) / slotSize)} }

func slotOf(f Feature, count uint32) (slot uint32, check uint16) {
	return uint32(uint64(f) * uint64(count) >> 32), uint16(f)
}

// sum is the sum of the weights of features.
func (t *slots) sum(features []Feature) int32 {
	if t.count == 0 {
		return 0
	}
	var first [batch]uint32
	var sum int32
	for len(features) > 0 {
		n := min(len(features), batch)
		for i, f := range features[:n] {
			slot, _ := slotOf(f, t.count)
			first[i] = word32(t.data[slot*slotSize:])
		}
		for i, f := range features[:n] {
			sum += t.weight(f, first[i])
		}
		features = features[n:]
	}
	return sum
}

// weight is the weight of feature f, 0 if it has none. at is what its own slot
// holds.
func (t *slots) weight(f Feature, at uint32) int32 {
	if at>>16 == 0 {
		return 0
	}
	slot, check := slotOf(f, t.count)
	for uint16(at) != check {
		if slot++; slot == t.count {
			slot = 0
		}
		if at = word32(t.data[slot*slotSize:]); at>>16 == 0 {
			return 0
		}
	}
	return int32(int16(at >> 16))
}

func word32(b string) uint32 {
	_ = b[3]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

// buildSlots lays out weights by feature; load is the share of slots in use.
func buildSlots(features []Feature, weights []int16, load float64) string {
	count := uint32(float64(len(features))/load) + 1
	data := make([]byte, int(count)*slotSize)
	for i, f := range features {
		if weights[i] == 0 {
			continue
		}
		slot, check := slotOf(f, count)
		for binary.LittleEndian.Uint16(data[slot*slotSize+2:]) != 0 {
			slot = (slot + 1) % count
		}
		binary.LittleEndian.PutUint16(data[slot*slotSize:], check)
		binary.LittleEndian.PutUint16(data[slot*slotSize+2:], uint16(weights[i]))
	}
	return string(data)
}
