package claims

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// TestGroupingRemembers: propositions that come and go, and terms that become
// common on the way, are grouped as if all that are there came at once.
func TestGroupingRemembers(t *testing.T) {
	w := weights(t)
	random := rand.New(rand.NewPCG(3, 3))
	made := func() string {
		p := Proposition{Terms: []Term{{Text: "everywhere", Weight: 0.5}}}
		for range 2 + random.IntN(5) {
			term := Term{Text: fmt.Sprint("word", random.IntN(30)*random.IntN(40)), Weight: float64(30+10*random.IntN(8)) / 100, Kind: Kind(random.IntN(3))}
			term.Optional = random.IntN(12) == 0
			p.Terms = append(p.Terms, term)
		}
		p.tidy()
		return p.String()
	}
	var all []string
	var joined [][2]int
	remembering := w.NewGrouping()
	for round := range 14 {
		switch {
		case round == 6 || round == 11:
			gone := 1 + random.IntN(60)
			all, joined = all[gone:], nil
		case len(all) < 1800:
			for range 600 {
				all = append(all, made())
			}
		default:
			for range 1 + random.IntN(300) {
				all = append(all, made())
			}
		}
		for range random.IntN(3) {
			joined = append(joined, [2]int{random.IntN(len(all)), random.IntN(len(all))})
		}
		got, want := remembering.Group(all, joined), w.NewGrouping().Group(all, joined)
		if !slices.Equal(got, want) {
			t.Fatalf("round %d, %d propositions: another answer than at once", round, len(all))
		}
		if round == 13 && len(remembering.nodes) <= longestList {
			t.Fatalf("only %d: nothing became common", len(remembering.nodes))
		}
	}
	joins := 0
	for i, first := range remembering.Group(all, joined) {
		if first != i && !strings.EqualFold(all[i], all[first]) {
			joins++
		}
	}
	if joins < 10 {
		t.Errorf("only %d joins: nothing was tested", joins)
	}
}
