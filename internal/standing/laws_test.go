package standing_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"hearsay"
	. "hearsay/internal/standing"
)

// Law 1: a copy of a report already in the case raises reports, and perhaps
// outlets, never texts or origins; not even where its outlet is new to the
// case and it has no date.
func TestCopyAddsNothing(t *testing.T) {
	everyCase(t, func(g *generator, in Input) error {
		source := in.Reports[g.IntN(len(in.Reports))]
		before := Of(in)
		after := Of(g.copyOf(in, source, g.IntN(outletCount+3)))
		switch a, b := after.Ladder, before.Ladder; {
		case reroutes(before, after):
			return nil
		case a.Reports < b.Reports || a.Reports > b.Reports+1 || a.Texts > b.Texts:
		case a.Origins.Low > b.Origins.Low || a.Origins.High > b.Origins.High:
		default:
			return nil
		}
		return fmt.Errorf("a copy of %s turned %+v to\n%s", source.ID, before.Ladder, printCase(after))
	})
}

// reroutes tells whether a change of the case gave its reports other chains:
// an outlet that they cite now has a report to go on through, or two hands of
// a circle turned out to be one. Then their ends are others by the rules on
// chains, and the laws on counts speak of the same ends only.
func reroutes(before, after *Standing) bool {
	known := map[string]bool{}
	for _, a := range before.Asserts {
		known[a.Report] = true
	}
	return !reflect.DeepEqual(chainsOf(before, known), chainsOf(after, known))
}

func chainsOf(s *Standing, reports map[string]bool) map[string]bool {
	set := map[string]bool{}
	for _, a := range s.Asserts {
		if reports[a.Report] {
			set[a.Report+": "+String(a.Chain)+string(a.End)] = true
		}
	}
	return set
}

// Law 2: a report whose end is unknown never raises low, except from 0 to 1.
func TestUnknownNeverRaisesLow(t *testing.T) {
	everyCase(t, func(g *generator, in Input) error {
		before, after := Of(in), Of(g.withUnknown(in))
		named := slices.ContainsFunc(after.Asserts, func(a Assertion) bool { return a.Report == "unknown" && a.End == hearsay.EndNamed })
		if named || after.Ladder.Origins.Low <= max(1, before.Ladder.Origins.Low) {
			return nil
		}
		return fmt.Errorf("low was %d, with the unknown\n%s", before.Ladder.Origins.Low, printCase(after))
	})
}

// Law 3: the order in which reports arrive changes nothing, and counting
// leaves its input as it was.
func TestOrderChangesNothing(t *testing.T) {
	everyCase(t, func(g *generator, in Input) error {
		kept := cloneInput(in)
		a, b := Of(in), Of(g.shuffled(in))
		if x, y := asJSON(a), asJSON(b); x != y {
			return fmt.Errorf("one order gives\n%s\nanother\n%s", x, y)
		}
		if !reflect.DeepEqual(kept, cloneInput(in)) {
			return fmt.Errorf("the input was changed")
		}
		return nil
	})
}

func asJSON(v any) string {
	b, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		return err.Error()
	}
	return string(b)
}

// Law 4: to merge two entities never raises a count, and to take the merge
// back restores every count.
func TestMergeNeverRaises(t *testing.T) {
	everyCase(t, func(g *generator, in Input) error {
		before := Of(in)
		from, to := g.person(), g.person()
		if after := Of(merged(in, from, to)); exceeds(after.Ladder, before.Ladder) && !reroutes(before, after) {
			return fmt.Errorf("%s is %s: %+v turned to\n%s", from, to, before.Ladder, printCase(after))
		}
		if again := Of(in).Ladder; again != before.Ladder {
			return fmt.Errorf("taken back: %+v, at first %+v", again, before.Ladder)
		}
		return nil
	})
}

// Two names of one outlet: what was cited under the other name may now be
// read, and may cite back.
func TestMergeOfOutletsNeverRaises(t *testing.T) {
	everyCase(t, func(g *generator, in Input) error {
		before := Of(in)
		from, to := outletName(g.IntN(outletCount-1)), outletName(g.IntN(outletCount-1))
		after := Of(merged(in, from, to))
		if reroutes(before, after) || citesItself(in, from, to) {
			return nil
		}
		if exceeds(after.Ladder, before.Ladder) {
			return fmt.Errorf("%s is %s: %+v turned to\n%s", from, to, before.Ladder, printCase(after))
		}
		return nil
	})
}

// citesItself tells whether one of the outlets cites the other: as one, it
// speaks in its own voice there.
func citesItself(in Input, a, b string) bool {
	return slices.ContainsFunc(in.Statements, func(st Statement) bool {
		is := func(hand string) bool { return hand == a || hand == b }
		return is(st.Chain[0].Entity) && slices.ContainsFunc(st.Chain[1:], func(h hearsay.Hop) bool { return is(h.Entity) })
	})
}

func exceeds(l, m hearsay.Ladder) bool {
	return l.Reports > m.Reports || l.Texts > m.Texts || l.Outlets > m.Outlets || l.Families > m.Families ||
		l.Origins.Low > m.Origins.Low || l.Origins.High > m.Origins.High
}

// Law 5: 1 <= low <= high <= texts + named ends, for a claim that somebody
// asserts.
func TestBounds(t *testing.T) {
	everyCase(t, func(_ *generator, in Input) error {
		s := Of(in)
		l, o := s.Ladder, s.Ladder.Origins
		if l.Reports == 0 {
			if l != (hearsay.Ladder{}) {
				return fmt.Errorf("nobody asserts it: %+v", l)
			}
			return nil
		}
		named := 0
		for _, origin := range s.Origins {
			if origin.Kind == hearsay.EndNamed {
				named++
			}
		}
		if o.Low < 1 || o.Low > o.High || o.High > l.Texts+named || l.Texts > l.Reports || l.Families > l.Outlets || l.Outlets > l.Reports {
			return fmt.Errorf("%+v with %d named", l, named)
		}
		return nil
	})
}

// Law 6: each step of the ladder can be replayed from the receipt alone, also
// once it has been printed.
func TestReplay(t *testing.T) {
	everyCase(t, func(_ *generator, in Input) error {
		s := Of(in)
		var printed Receipt
		if err := json.Unmarshal([]byte(asJSON(s.Receipt)), &printed); err != nil {
			return err
		}
		if l := printed.Replay(); l != s.Ladder {
			return fmt.Errorf("the receipt gives %+v, the count %+v", l, s.Ladder)
		}
		return nil
	})
}

// What is printed belongs together: every chain leads to a listed origin, and
// a bottleneck stands on every chain that was not counted as another name.
func TestPartsAgree(t *testing.T) {
	everyCase(t, func(_ *generator, in Input) error {
		s := Of(in)
		for _, a := range s.Asserts {
			if len(a.Chain) == 0 || a.Origin < 0 || a.Origin >= len(s.Origins) || !slices.Contains(s.Origins[a.Origin].Reports, a.Report) {
				return fmt.Errorf("%s: %s has no origin", a.Report, String(a.Chain))
			}
			if s.Circular != slices.ContainsFunc(s.Asserts, func(a Assertion) bool { return a.End == hearsay.EndCircular }) {
				return fmt.Errorf("circular is %t", s.Circular)
			}
		}
		resolved := Chains(in)
		for i, st := range in.Statements {
			if len(resolved[i].Chain) == 0 || resolved[i].Chain[0].Name != st.Chain[0].Name {
				return fmt.Errorf("statement %d has the chain %s", i, String(resolved[i].Chain))
			}
		}
		return nil
	})
}
