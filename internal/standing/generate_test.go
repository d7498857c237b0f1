package standing_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"hearsay"
	. "hearsay/internal/standing"
)

// rounds is how many random cases each law is tried on.
const rounds = 2000

// everyCase runs law on random cases. A failing case is printed in full, with
// the seed that makes it again.
func everyCase(t *testing.T, law func(g *generator, in Input) error) {
	t.Helper()
	for seed := uint64(0); seed < rounds; seed++ {
		g := &generator{rand.New(rand.NewPCG(seed, 7))}
		in := g.input()
		if err := law(g, in); err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, printInput(in))
		}
	}
}

// generator makes small cases with everything in them that counting knows:
// owners, parties, unknown dates, copies, citations, circles, relays, unknown
// ends, spokesmen, denials.
type generator struct{ *rand.Rand }

const (
	outletCount = 5
	personCount = 5
)

// one tells whether one of n is drawn.
func (g *generator) one(n int) bool { return g.IntN(n) == 0 }

func outletName(n int) string { return "Outlet" + strconv.Itoa(n) }

func (g *generator) input() Input {
	var in Input
	for i := range 1 + g.IntN(7) {
		in.Reports = append(in.Reports, g.report("r"+strconv.Itoa(i), g.IntN(outletCount)))
	}
	for i := range in.Reports {
		for seq := range g.IntN(4) {
			in.Statements = append(in.Statements, g.statement(&in.Reports[i], seq))
		}
	}
	for range g.IntN(len(in.Reports) + 1) {
		g.derive(&in)
	}
	for range g.IntN(3) {
		in.SpeaksFor = append(in.SpeaksFor, SpeaksFor{Who: g.hand(), Whom: g.person()})
	}
	if g.one(3) {
		in.Press = append(in.Press, outletName(outletCount))
	}
	return in
}

// report makes a report; the last outlets are parties, and two have one owner.
func (g *generator) report(id string, outlet int) Report {
	r := Report{ID: id, Path: id, Outlet: outletName(outlet), Hand: outletName(outlet), Family: outletName(outlet),
		Party: outlet == outletCount-1, Published: dayOf(g.IntN(4))}
	if outlet < 2 {
		r.Family = "Trust"
	}
	return r
}

func (g *generator) person() string { return "Person" + strconv.Itoa(g.IntN(personCount)) }

func (g *generator) described() string { return "somebody" + strconv.Itoa(g.IntN(4)) }

// hand is anybody who can speak for somebody.
func (g *generator) hand() string {
	switch g.IntN(4) {
	case 0:
		return g.described()
	case 1:
		return outletName(outletCount - 1)
	}
	return g.person()
}

func (g *generator) statement(r *Report, seq int) Statement {
	st := statementOf(r, seq, hearsay.EndUnattributed)
	if r.Party {
		st.End = hearsay.EndNamed
	}
	for range g.IntN(3) {
		st.Chain = append(st.Chain, hearsay.Hop{Role: hearsay.RoleRelay})
		g.goBetween(&st.Chain[len(st.Chain)-1])
		st.End = hearsay.EndUnattributed
	}
	if g.one(2) {
		g.speak(&st)
	}
	st.Side = g.side()
	return st
}

func (g *generator) goBetween(h *hearsay.Hop) {
	name := outletName(g.IntN(outletCount + 1))
	if g.one(4) {
		name = g.person()
	}
	*h = hearsay.Hop{Name: name, Entity: name, Role: hearsay.RoleRelay}
}

// speak puts a speaker at the end of the chain.
func (g *generator) speak(st *Statement) {
	hop := hearsay.Hop{Role: hearsay.RoleOrigin}
	switch g.IntN(5) {
	case 0:
		hop.Name, st.End = g.described(), hearsay.EndDescribed
		hop.Entity = hop.Name
	case 1:
		hop.Name, st.End = "officials", hearsay.EndDescribed
	case 2:
		hop.Name, st.End = outletName(g.IntN(outletCount+1)), hearsay.EndNamed
		hop.Entity = hop.Name
	default:
		hop.Name, st.End = g.person(), hearsay.EndNamed
		hop.Entity = hop.Name
	}
	st.Speaker = hop.Name
	st.Chain = append(st.Chain, hop)
}

func (g *generator) side() Side {
	if g.one(6) {
		return Side(1 + g.IntN(3))
	}
	return For
}

var kinds = []hearsay.DerivationKind{hearsay.Copy, hearsay.Copy, hearsay.Excerpt, hearsay.Rewrite, hearsay.Translation, hearsay.Forward, hearsay.Reply}

// derive lets a report take its text from an earlier one of the list, which
// keeps derivations free of circles, as those of texts are.
func (g *generator) derive(in *Input) {
	to := g.IntN(len(in.Reports))
	if to == 0 {
		return
	}
	d := hearsay.Derivation{From: in.Reports[g.IntN(to)].ID, To: in.Reports[to].ID, Kind: kinds[g.IntN(len(kinds))]}
	if g.one(2) {
		d.Aligned = wholeText
	}
	in.Derivations = append(in.Derivations, d)
	if d.Kind == hearsay.Copy {
		in.SameTexts = append(in.SameTexts, Pair{A: d.From, B: d.To, Overlap: 0.8})
	}
}

// copyOf adds a copy of a report: the same text, the same statements, another
// publisher.
func (g *generator) copyOf(in Input, source Report, outlet int) Input {
	out := cloneInput(in)
	r := g.report("copy", outlet)
	out.Reports = append(out.Reports, r)
	for _, st := range in.Statements {
		if st.Report == source.ID {
			st.Report = r.ID
			st.Chain = slices.Clone(st.Chain)
			st.Chain[0] = hearsay.Hop{Name: r.Outlet, Entity: r.Hand, Role: hearsay.RolePublisher}
			out.Statements = append(out.Statements, st)
		}
	}
	out.Derivations = append(out.Derivations, hearsay.Derivation{From: source.ID, To: r.ID, Kind: hearsay.Copy, Overlap: 1, Aligned: wholeText})
	out.SameTexts = append(out.SameTexts, Pair{A: r.ID, B: source.ID, Overlap: 1})
	return out
}

// withUnknown adds a report that names nobody.
func (g *generator) withUnknown(in Input) Input {
	out := cloneInput(in)
	r := g.report("unknown", g.IntN(outletCount+1))
	r.Party = false
	if r.Hand == outletName(outletCount-1) {
		r = g.report("unknown", 0)
	}
	st := statementOf(&r, 0, hearsay.EndUnattributed)
	switch g.IntN(3) {
	case 0:
		st.Chain = append(st.Chain, hearsay.Hop{Name: "a clerk", Entity: "clerk", Role: hearsay.RoleOrigin})
		st.End = hearsay.EndDescribed
	case 1:
		st.Chain = append(st.Chain, hearsay.Hop{Name: outletName(2), Entity: outletName(2), Role: hearsay.RoleRelay})
	}
	out.Reports = append(out.Reports, r)
	out.Statements = append(out.Statements, st)
	return out
}

// shuffled is the same case in another order.
func (g *generator) shuffled(in Input) Input {
	out := cloneInput(in)
	g.Shuffle(len(out.Reports), func(i, j int) { out.Reports[i], out.Reports[j] = out.Reports[j], out.Reports[i] })
	g.Shuffle(len(out.Statements), func(i, j int) {
		out.Statements[i], out.Statements[j] = out.Statements[j], out.Statements[i]
	})
	g.Shuffle(len(out.Derivations), func(i, j int) {
		out.Derivations[i], out.Derivations[j] = out.Derivations[j], out.Derivations[i]
	})
	g.Shuffle(len(out.SpeaksFor), func(i, j int) { out.SpeaksFor[i], out.SpeaksFor[j] = out.SpeaksFor[j], out.SpeaksFor[i] })
	g.Shuffle(len(out.SameTexts), func(i, j int) { out.SameTexts[i], out.SameTexts[j] = out.SameTexts[j], out.SameTexts[i] })
	return out
}

// merged is the case once two hands are found to be one.
func merged(in Input, from, to string) Input {
	out := cloneInput(in)
	rename := func(hand *string) {
		if *hand == from {
			*hand = to
		}
	}
	for i := range out.Reports {
		rename(&out.Reports[i].Hand)
	}
	for i := range out.Statements {
		out.Statements[i].Chain = slices.Clone(out.Statements[i].Chain)
		for k := range out.Statements[i].Chain {
			rename(&out.Statements[i].Chain[k].Entity)
		}
	}
	for i := range out.SpeaksFor {
		rename(&out.SpeaksFor[i].Who)
		rename(&out.SpeaksFor[i].Whom)
	}
	return out
}

func cloneInput(in Input) Input {
	return Input{Reports: slices.Clone(in.Reports), Statements: slices.Clone(in.Statements), Derivations: slices.Clone(in.Derivations),
		SameTexts: slices.Clone(in.SameTexts), SpeaksFor: slices.Clone(in.SpeaksFor), Press: slices.Clone(in.Press)}
}

// printInput writes a case nearly in the notation of testdata.
func printInput(in Input) string {
	s := ""
	for _, r := range in.Reports {
		s += fmt.Sprintf("report %s %s %q party=%t\n", r.ID, r.Outlet, r.Published.Day(), r.Party)
	}
	for _, st := range in.Statements {
		s += fmt.Sprintf("side %d %s: %s = %s\n", st.Side, st.Report, String(st.Chain), st.End)
	}
	for _, d := range in.Derivations {
		s += fmt.Sprintf("%s %s %s aligned=%t\n", d.Kind, d.From, d.To, len(d.Aligned) > 0)
	}
	for _, p := range in.SameTexts {
		s += fmt.Sprintf("text %s %s\n", p.A, p.B)
	}
	for _, v := range in.SpeaksFor {
		s += fmt.Sprintf("voice %s %s\n", v.Who, v.Whom)
	}
	return s + fmt.Sprintf("press %v\n%s", in.Press, printCase(Of(in)))
}
