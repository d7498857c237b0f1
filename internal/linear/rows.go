package linear

import (
	"encoding/binary"
	"math/bits"
)

// rows is a table of the weights of features, a row of Labels bytes each, in
// buckets of a cache line: eight checks of a byte, then eight rows. A feature
// has one bucket; check 0 is an empty place.
type rows struct {
	data    string
	buckets []bucket // of data, where each is a cache line
}

type bucket [bucketSize]byte

const (
	bucketPlaces = 8
	bucketSize   = bucketPlaces * (1 + Labels)
)

func newRows(data string) rows {
	t := rows{data, make([]bucket, len(data)/bucketSize)}
	for i := range t.buckets {
		copy(t.buckets[i][:], data[i*bucketSize:])
	}
	return t
}

func bucketOf(f Feature, count int) (bucket int, check byte) {
	c := byte(f) // the bucket comes of the upper bits
	if c == 0 {
		c = 1
	}
	return int(uint64(f) * uint64(count) >> 32), c
}

// batch is how many features are looked up side by side: their looks at memory
// overlap as long as no branch waits for one of them.
const batch = 32

// addAll adds the weights of features to sum. There may be 257 features at
// most. A row is added as a whole: 128 more in each weight makes it a number
// from 0 to 255, for the sum of which there are 16 bits; they are taken off in
// the end.
func (t *rows) addAll(features []Feature, sum *[Labels]int32) {
	var (
		at        [batch]*bucket
		checks    [batch]uint64
		even, odd uint64 // sums of the labels 0, 2, 4, 6 and 1, 3, 5
		found     int32
	)
	buckets := t.buckets
	for len(features) > 0 {
		some := features[:min(len(features), batch)]
		for i, f := range some {
			n, _ := bucketOf(f, len(buckets))
			at[i%batch] = &buckets[n]
			checks[i%batch] = word64(at[i%batch][:])
		}
		for i, f := range some {
			_, check := bucketOf(f, len(buckets))
			place := findByte(checks[i%batch], check)
			if place >= bucketPlaces {
				continue
			}
			row := word64(at[i%batch][bucketPlaces-1+place*Labels:])>>8 ^ highs
			even += row & lanes
			odd += row >> 8 & lanes
			found++
		}
		features = features[len(some):]
	}
	for y := range sum {
		lane := even
		if y%2 == 1 {
			lane = odd
		}
		sum[y] += int32(lane>>(y/2*16)&0xffff) - 128*found
	}
}

const (
	ones, highs = 0x0101010101010101, 0x8080808080808080
	lanes       = 0x00ff00ff00ff00ff
)

// findByte is the place of a byte among the eight of x, 8 if it is not there.
func findByte(x uint64, c byte) int {
	x ^= ones * uint64(c)
	x = (x - ones) &^ x & highs
	return bits.TrailingZeros64(x) / 8
}

func word64(b []byte) uint64 {
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
		bucket, check := bucketOf(f, int(count))
		b := data[bucket*bucketSize:][:bucketSize]
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
	data string
	// at is each slot and, in the upper half, what a search from it on can find:
	// a bit for each check up to the next empty slot, by five bits of the check.
	// Most features are not in the table, and most of them fail here at once.
	at []uint64
}

const slotSize = 4

func newSlots(data string) slots {
	t := slots{data, make([]uint64, len(data)/slotSize)}
	ahead := uint32(0)
	for i := range t.at { // a search goes on at the begin
		e := word32(data[i*slotSize:])
		if e>>16 == 0 {
			break
		}
		ahead |= 1 << (e % 32)
	}
	for i := len(t.at) - 1; i >= 0; i-- {
		e := word32(data[i*slotSize:])
		ahead |= 1 << (e % 32)
		if e>>16 == 0 {
			ahead = 0
		}
		t.at[i] = uint64(ahead)<<32 | uint64(e)
	}
	return t
}

func slotOf(f Feature, count int) (slot uint32, check uint16) {
	return uint32(uint64(f) * uint64(count) >> 32), uint16(f)
}

// sum is the sum of the weights of features.
func (t *slots) sum(features []Feature) int32 {
	if len(t.at) == 0 {
		return 0
	}
	var first [batch]uint64
	var sum int32
	for len(features) > 0 {
		some := features[:min(len(features), batch)]
		for i, f := range some {
			slot, _ := slotOf(f, len(t.at))
			first[i%batch] = t.at[slot]
		}
		for i, f := range some {
			if at := first[i%batch]; at>>(32+f%32)&1 != 0 {
				sum += t.weight(f, uint32(at))
			}
		}
		features = features[len(some):]
	}
	return sum
}

// weight is the weight of feature f, 0 if it has none. at is what its own slot
// holds.
func (t *slots) weight(f Feature, at uint32) int32 {
	slot, check := slotOf(f, len(t.at))
	for at>>16 != 0 {
		if uint16(at) == check {
			return int32(int16(at >> 16))
		}
		if slot++; int(slot) == len(t.at) {
			slot = 0
		}
		at = uint32(t.at[slot])
	}
	return 0
}

func word32(b string) uint32 {
	_ = b[3]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

// buildSlots lays out weights by feature; load is the share of slots in use.
func buildSlots(features []Feature, weights []int16, load float64) string {
	count := int(float64(len(features))/load) + 1
	data := make([]byte, count*slotSize)
	for i, f := range features {
		if weights[i] == 0 {
			continue
		}
		slot, check := slotOf(f, count)
		for binary.LittleEndian.Uint16(data[slot*slotSize+2:]) != 0 {
			slot = (slot + 1) % uint32(count)
		}
		binary.LittleEndian.PutUint16(data[slot*slotSize:], check)
		binary.LittleEndian.PutUint16(data[slot*slotSize+2:], uint16(weights[i]))
	}
	return string(data)
}
