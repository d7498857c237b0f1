package reuse

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestSorter: range by range, the shingles come as sorting all of them gives.
func TestSorter(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 1, 300} {
		x := &index{at: []int32{0}}
		var want []uint64
		for print := range n {
			for range random.IntN(40) {
				h := random.Uint32() >> random.IntN(20)
				x.in = append(x.in, h)
				want = append(want, uint64(h)<<32|uint64(print))
			}
			x.at = append(x.at, int32(len(x.in)))
		}
		slices.Sort(want)
		for _, all := range []int{len(x.in), 9 << 20} { // in one range, and in 16
			var s sorter
			var got []uint64
			for _, r := range ranges(all) {
				got = append(got, s.posts(x, r)...)
			}
			if !slices.Equal(got, want) {
				t.Errorf("%d shingles in %d ranges come in another order", len(want), len(ranges(all)))
			}
		}
	}
}
