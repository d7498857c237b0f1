package standing_test

import (
	"fmt"
	"strconv"
	"testing"

	"hearsay"
	. "hearsay/internal/standing"
)

// manyReports is a claim that n reports assert: every tenth is the agency's,
// the rest copy one of them, cite its outlet, or speak for themselves.
func manyReports(n int) Input {
	var in Input
	for i := range n {
		r := Report{ID: "r" + strconv.Itoa(1000000+i), Outlet: outletName(i % 97), Hand: outletName(i % 97), Family: outletName(i % 31), Published: dayOf(1 + i%28)}
		r.Path = r.ID
		st := statementOf(&r, 0, hearsay.EndNamed)
		switch i % 10 {
		case 0:
			addHop(&st, "Person"+strconv.Itoa(i%7), hearsay.RoleOrigin)
		case 1, 2, 3, 4:
			addHop(&st, "Person"+strconv.Itoa((i-i%10)%7), hearsay.RoleOrigin)
			source := in.Reports[i-i%10].ID
			in.Derivations = append(in.Derivations, hearsay.Derivation{From: source, To: r.ID, Kind: hearsay.Copy, Aligned: wholeText})
			in.SameTexts = append(in.SameTexts, Pair{A: source, B: r.ID, Overlap: 0.9})
		case 5, 6, 7:
			addHop(&st, outletName((i-i%10)%97), hearsay.RoleRelay)
		case 8:
			addHop(&st, "an official", hearsay.RoleOrigin)
			st.Chain[1].Entity, st.End = "", hearsay.EndDescribed
		default:
			st.End = hearsay.EndUnattributed
		}
		in.Reports = append(in.Reports, r)
		in.Statements = append(in.Statements, st)
	}
	return in
}

func addHop(st *Statement, name string, role hearsay.Role) {
	st.Chain = append(st.Chain, hearsay.Hop{Name: name, Entity: name, Role: role})
	st.Speaker = name
}

// relay is a rumour that every report takes from the one before.
func relay(n int) Input {
	in := Input{}
	for i := range n {
		r := Report{ID: fmt.Sprintf("r%06d", i), Outlet: outletName(i), Hand: outletName(i), Family: outletName(i), Published: dayOf(1)}
		st := statementOf(&r, 0, hearsay.EndUnattributed)
		if i > 0 {
			in.Derivations = append(in.Derivations, hearsay.Derivation{From: in.Reports[i-1].ID, To: r.ID, Kind: hearsay.Copy})
			in.SameTexts = append(in.SameTexts, Pair{A: in.Reports[i-1].ID, B: r.ID})
		}
		in.Reports = append(in.Reports, r)
		in.Statements = append(in.Statements, st)
	}
	return in
}

// The goal is 20 ms for a claim with 1,000 reports.
func BenchmarkOf(b *testing.B) {
	for name, in := range map[string]Input{"reports=1000": manyReports(1000), "reports=20000": manyReports(20000), "relay=300": relay(300)} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Of(in)
			}
		})
	}
}

func TestNothingPanics(t *testing.T) {
	Of(Input{})
	st := Statement{Statement: hearsay.Statement{Report: "nowhere"}}
	in := Input{Reports: []Report{{ID: "a"}, {ID: "a"}}, Statements: []Statement{st, {Statement: hearsay.Statement{Report: "a"}, Side: Against}},
		Derivations: []hearsay.Derivation{{From: "x", To: "a"}, {From: "a", To: "a"}}, SameTexts: []Pair{{A: "x", B: "y"}}, SpeaksFor: []SpeaksFor{{}}}
	if s := Of(in); s.Ladder != (hearsay.Ladder{}) {
		t.Errorf("%+v", s.Ladder)
	}
	if got := Chains(in); len(got) != 2 {
		t.Errorf("%d chains", len(got))
	}
	if l := (Receipt{{Rule: "asserts"}, {Rule: "copy", Joins: []string{"a"}}, {Rule: "?"}}).Replay(); l != (hearsay.Ladder{}) {
		t.Errorf("a broken receipt gives %+v", l)
	}
	long := relay(500)
	if l := Of(long).Ladder; l.Texts != 1 || l.Origins != (hearsay.Interval{Low: 1, High: 1}) {
		t.Errorf("%+v", l)
	}
}
