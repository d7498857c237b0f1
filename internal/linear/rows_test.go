package linear

import (
	"math/rand/v2"
	"testing"
)

// TestSlots looks up every feature of a full table, those at its end too, and
// others, one at a time and together.
func TestSlots(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 1, 7, 300, 5000} {
		want := map[Feature]int16{}
		var features []Feature
		var weights []int16
		for range n {
			f := Feature(r.Uint32())
			if _, known := want[f]; known {
				continue
			}
			want[f] = int16(r.IntN(200) + 1)
			features, weights = append(features, f), append(weights, want[f])
		}
		s := newSlots(buildSlots(features, weights, 0.95))
		sum := int32(0)
		for i, f := range features {
			slot, check := slotOf(f, len(s.at))
			if got := s.sum([]Feature{f}); got != int32(weights[i]) && !shares(features[:i], len(s.at), slot, check) {
				t.Errorf("of %d features, number %d weighs %d, want %d", n, i, got, weights[i])
			}
			sum += s.sum([]Feature{f})
		}
		if got := s.sum(features); got != sum {
			t.Errorf("%d features weigh %d together, %d one by one", n, got, sum)
		}
		found := 0
		for range 2000 {
			if s.sum([]Feature{Feature(r.Uint32())}) != 0 {
				found++
			}
		}
		if found > 20 {
			t.Errorf("of 2000 features that are not among %d, %d have a weight", n, found)
		}
	}
}

// shares tells whether a feature before it can be taken for one in slot.
func shares(features []Feature, count int, slot uint32, check uint16) bool {
	for _, f := range features {
		if s, c := slotOf(f, count); c == check && s >= slot {
			return true
		}
	}
	return false
}
