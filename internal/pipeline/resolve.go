package pipeline

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/names"
	"hearsay/internal/standing"
	"hearsay/internal/store"
)

// resolve stores, for each statement of a claim that several reports speak
// of, its chain through the whole case.
func (w *whole) resolve(rows []store.Statement, members []int, sides []standing.Side) {
	if !slices.ContainsFunc(members, func(i int) bool { return rows[i].Report != rows[members[0]].Report }) {
		w.alone(rows, members)
		return
	}
	for k, r := range standing.Chains(w.input(rows, members, sides)) {
		rows[members[k]].Full = &store.FullChain{Chain: r.Chain, End: r.End}
	}
}

// alone settles the ends of the statements of a claim that one report makes: a
// chain that stops at a paper has nobody named behind it.
func (w *whole) alone(rows []store.Statement, members []int) {
	for _, i := range members {
		last := rows[i].Chain[len(rows[i].Chain)-1]
		first, _, _ := strings.Cut(last.Name, " ")
		if len(rows[i].Chain) > 1 && rows[i].End == hearsay.EndNamed && w.hands.press(last.Entity) && !names.IsFirstName(first) {
			rows[i].Full = &store.FullChain{Chain: rows[i].Chain, End: hearsay.EndUnattributed}
		}
	}
}

// input is the claim with its surroundings, as standing wants it.
func (w *whole) input(rows []store.Statement, members []int, sides []standing.Side) (in standing.Input) {
	seen := map[string]bool{}
	for k, i := range members {
		m := w.report(&rows[i])
		in.Statements = append(in.Statements, standing.Statement{Statement: rows[i].Statement, Side: sides[k]})
		if seen[m.report.ID] {
			continue
		}
		seen[m.report.ID] = true
		in.Reports = append(in.Reports, standing.Report{ID: m.report.ID, Path: m.report.Path, Outlet: m.report.Outlet,
			Hand: outletHand(m.report.Outlet), Party: w.hands.party[m.report.Outlet], Published: m.report.Published})
	}
	for id := range seen {
		for _, d := range w.into[id] {
			if seen[d.From] {
				one := d.Derivation
				one.Aligned = d.Aligned
				in.Derivations = append(in.Derivations, one)
			}
		}
	}
	for _, st := range in.Statements {
		for _, h := range st.Chain {
			if w.hands.press(h.Entity) {
				in.Press = append(in.Press, h.Entity)
			}
			in.SpeaksFor = append(in.SpeaksFor, w.hands.spokes[h.Entity]...)
		}
	}
	return in
}

// index sorts derivations by the report that they lead into.
func (w *whole) index() {
	w.into = map[string][]store.Derivation{}
	for _, d := range w.out.Derivations {
		w.into[d.To] = append(w.into[d.To], d)
	}
}

// evidence is a span of a report.
func evidence(r *hearsay.Report, span hearsay.Span) standing.Evidence {
	return standing.Evidence{Report: r.ID, Span: span}
}
