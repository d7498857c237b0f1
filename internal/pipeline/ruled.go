package pipeline

import (
	"slices"

	"hearsay"
	"hearsay/internal/claims"
	"hearsay/internal/names"
	"hearsay/internal/store"
)

// ruled are a person's rulings on statements and on who speaks for whom, ready
// for use. Rulings on names are those of names.Link, rulings on derivations
// those of derive.
type ruled struct {
	rejected map[string][]hearsay.Span // statements, by report id
	same     []statementPair           // make one claim
	apart    []statementPair           // do not
	voices   [][2]string               // folded names, of which the one does not speak for the other
}

type statementPair [2]statementRef

// statementRef finds a statement again even where a newer version of the
// analysis cuts it otherwise.
type statementRef struct {
	report  string
	content hearsay.Span
}

func (w *whole) readRulings() ruled {
	r := ruled{rejected: map[string][]hearsay.Span{}}
	list := inForce(w.rulings)
	for i, one := range list {
		if slices.ContainsFunc(list[i+1:], func(later hearsay.Ruling) bool { return later.On(one.A, one.B) }) {
			continue // the last word on two things counts
		}
		a, isA := refOf(one.A)
		b, isB := refOf(one.B)
		switch {
		case one.Kind == hearsay.RuleReject && isA && one.B == "":
			r.rejected[a.report] = append(r.rejected[a.report], a.content)
		case one.Kind == hearsay.RuleReject && w.byID[one.A] == nil && one.B != "":
			r.voices = append(r.voices, [2]string{names.Fold(one.A), names.Fold(one.B)})
		case one.Kind == hearsay.RuleSame && isA && isB:
			r.same = append(r.same, statementPair{a, b})
		case one.Kind == hearsay.RuleDifferent && isA && isB:
			r.apart = append(r.apart, statementPair{a, b})
		}
	}
	return r
}

func refOf(id string) (ref statementRef, ok bool) {
	ref.report, ref.content, ok = hearsay.ParseStatementID(id)
	return ref, ok
}

// kept are the statements of a report that nobody rejected.
func (r *ruled) kept(report string, list []said) []said {
	spans := r.rejected[report]
	if len(spans) == 0 {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), func(s said) bool {
		content := hearsay.Cover(s.Content)
		return slices.ContainsFunc(spans, func(span hearsay.Span) bool { return span.Resembles(content) })
	})
}

// pairs are the rows that a person said make one claim, or do not.
func (w *whole) pairs(rows []store.Statement, ruled []statementPair) (list [][2]int) {
	for _, p := range ruled {
		for _, a := range w.rowsOf(rows, p[0]) {
			for _, b := range w.rowsOf(rows, p[1]) {
				list = append(list, [2]int{a, b})
			}
		}
	}
	return list
}

func (w *whole) rowsOf(rows []store.Statement, ref statementRef) (list []int) {
	for i := range rows {
		if rows[i].Statement.Report == ref.report && ref.content.Resembles(hearsay.Cover(rows[i].Content)) {
			list = append(list, i)
		}
	}
	return list
}

// part takes claims apart in which two statements stand that are none: each
// other statement goes with the one that it is more like.
func (w *whole) part(group []int, rows []store.Statement, props []claims.Proposition) {
	for _, p := range w.pairs(rows, w.ruled.apart) {
		stays, goes := p[0], p[1]
		if group[stays] != group[goes] {
			continue
		}
		was := group[stays]
		var staying, going []int
		for i := range group {
			if group[i] == was {
				if i != stays && (i == goes || w.nearer(rows, props, i, goes, stays)) {
					going = append(going, i)
				} else {
					staying = append(staying, i)
				}
			}
		}
		for _, list := range [][]int{staying, going} {
			for _, i := range list {
				group[i] = list[0]
			}
		}
	}
}

// nearer tells whether statement i is more like a than like b. Of two that are
// as like it, the one of its own report is nearer.
func (w *whole) nearer(rows []store.Statement, props []claims.Proposition, i, a, b int) bool {
	x, y := w.weights.Likeness(props[i], props[a]), w.weights.Likeness(props[i], props[b])
	if x == y {
		return rows[i].Report == rows[a].Report && rows[i].Report != rows[b].Report
	}
	return x > y
}

// refused tells whether a person said that one hand does not speak for another.
func (h *hands) refused(who, whom string) bool {
	return slices.ContainsFunc(h.w.ruled.voices, func(v [2]string) bool {
		return h.called(who, v[0]) && h.called(whom, v[1]) || h.called(who, v[1]) && h.called(whom, v[0])
	})
}

// called tells whether a hand bears a folded name.
func (h *hands) called(key, fold string) bool {
	if names.Fold(key) == fold || names.Fold(outletPrefix+fold) == names.Fold(key) {
		return true
	}
	i := slices.IndexFunc(h.w.identities, func(id *names.Identity) bool { return id.ID == key })
	if i < 0 {
		return false
	}
	id := h.w.identities[i]
	return names.Fold(id.Name) == fold || slices.ContainsFunc(id.Spellings, func(s string) bool { return names.Fold(s) == fold })
}
