package standing_test

import (
	"fmt"
	"testing"

	"hearsay"
	. "hearsay/internal/standing"
)

// To distrust a hand never raises a count, and what remains can be replayed.
func TestDistrustNeverRaises(t *testing.T) {
	everyCase(t, func(g *generator, in Input) error {
		before, hand := Of(in), g.hand()
		after := If(in, Condition{Distrust: []string{hand}})
		if exceeds(after.Ladder, before.Ladder) {
			return fmt.Errorf("without %s: %+v turned to\n%s", hand, before.Ladder, printCase(after))
		}
		if l := after.Receipt.Replay(); l != after.Ladder {
			return fmt.Errorf("without %s: the receipt gives %+v, the count %+v", hand, l, after.Ladder)
		}
		if len(after.Asserts)+len(after.Fell) != len(before.Asserts) {
			return fmt.Errorf("without %s: %d chains stand and %d fell, of %d", hand, len(after.Asserts), len(after.Fell), len(before.Asserts))
		}
		return nil
	})
}

// To distrust a bottleneck leaves nothing, and to distrust nobody of the case
// changes nothing.
func TestDistrustBottleneck(t *testing.T) {
	everyCase(t, func(_ *generator, in Input) error {
		s := Of(in)
		for _, b := range s.Bottlenecks {
			for _, hand := range handsNamed(s, b.Name) {
				if l := If(in, Condition{Distrust: []string{hand}}).Ladder; l != (hearsay.Ladder{}) {
					return fmt.Errorf("without the bottleneck %s: %+v", b.Name, l)
				}
			}
		}
		if x, y := asJSON(s), asJSON(If(in, Condition{Distrust: []string{"a stranger"}})); x != y {
			return fmt.Errorf("without a stranger:\n%s", y)
		}
		return nil
	})
}

func handsNamed(s *Standing, name string) (list []string) {
	for _, a := range s.Asserts {
		for _, h := range a.Chain {
			if h.Name == name && h.Entity != "" {
				list = append(list, h.Entity)
			}
		}
	}
	return list
}

// A claim as it stood on a day is the claim of the reports known by then, and
// each of the others is named.
func TestUntilIsTheCaseOfThen(t *testing.T) {
	everyCase(t, func(g *generator, in Input) error {
		day := dayOf(1 + g.IntN(3))
		then := cloneInput(in)
		then.Reports = nil
		for _, r := range in.Reports {
			if !r.Published.IsZero() && !r.Published.Time.After(day.Time) {
				then.Reports = append(then.Reports, r)
			}
		}
		got, want := If(in, Condition{Until: day}), Of(then)
		if got.Ladder != want.Ladder || len(got.Later)+len(got.Undated)+len(then.Reports) != len(in.Reports) {
			return fmt.Errorf("until %s: %+v, of its reports alone %+v\n%s", day.Day(), got.Ladder, want.Ladder, asJSON(got))
		}
		if l := got.Receipt.Replay(); l != got.Ladder {
			return fmt.Errorf("until %s: the receipt gives %+v, the count %+v", day.Day(), l, got.Ladder)
		}
		return nil
	})
}
