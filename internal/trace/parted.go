package trace

import (
	"context"
	"slices"

	"hearsay"
	"hearsay/internal/store"
)

// parted takes out of the claims that a query means those that a person said
// are not the first one: what a ruling parts, no query joins again.
func (t *Tracer) parted(ctx context.Context, m meant) (meant, error) {
	rulings, err := t.db.Rulings(ctx)
	if err != nil || !slices.ContainsFunc(rulings, partsStatements) {
		return m, err
	}
	first, err := t.db.StatementsOfClaims(ctx, []string{m.claims[0].ID})
	if err != nil {
		return m, err
	}
	kept := m.claims[:1:1]
	for _, c := range m.claims[1:] {
		further, err := t.db.StatementsOfClaims(ctx, []string{c.ID})
		if err != nil {
			return m, err
		}
		if anyParted(rulings, first, further) {
			m.others = append(m.others, c)
		} else {
			kept = append(kept, c)
		}
	}
	m.claims, m.others = kept, m.others[:min(len(m.others), maxOthers)]
	return m, nil
}

func partsStatements(r hearsay.Ruling) bool {
	_, _, ok := hearsay.ParseStatementID(r.A)
	return ok && r.Kind == hearsay.RuleDifferent && !r.Undone
}

// anyParted tells whether the last word on some pair of statements is that
// they do not make one claim.
func anyParted(rulings []hearsay.Ruling, one, other []store.Statement) bool {
	for i, r := range rulings {
		overruled := slices.ContainsFunc(rulings[i+1:], func(later hearsay.Ruling) bool { return later.On(r.A, r.B) })
		if overruled || !partsStatements(r) {
			continue
		}
		if ruledOn(r.A, one) && ruledOn(r.B, other) || ruledOn(r.B, one) && ruledOn(r.A, other) {
			return true
		}
	}
	return false
}

func ruledOn(id string, list []store.Statement) bool {
	report, content, _ := hearsay.ParseStatementID(id)
	return slices.ContainsFunc(list, func(s store.Statement) bool {
		return s.Statement.Report == report && content.Resembles(hearsay.Cover(s.Content))
	})
}

// ruledOut tells which statements a person said are not one claim with these.
func (t *Tracer) ruledOut(ctx context.Context, core []store.Statement) (func(store.Statement) bool, error) {
	rulings, err := t.db.Rulings(ctx)
	if err != nil || !slices.ContainsFunc(rulings, partsStatements) {
		return func(store.Statement) bool { return false }, err
	}
	return func(s store.Statement) bool { return anyParted(rulings, core, []store.Statement{s}) }, nil
}
