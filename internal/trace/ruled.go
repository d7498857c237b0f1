package trace

import (
	"context"
	"slices"

	"hearsay"
	"hearsay/internal/store"
)

// ruled lets the person's word stand over the scores: statements of a claim
// that was ruled not to be the one that is meant are taken out, and those that
// were ruled to be one with a statement that is meant are in.
func (t *Tracer) ruled(ctx context.Context, m meant) (meant, error) {
	rulings, err := t.db.Rulings(ctx)
	if err != nil || !slices.ContainsFunc(rulings, onStatements) {
		return m, err
	}
	whole, err := t.whole(ctx, *m.claim)
	if err != nil {
		return m, err
	}
	byClaim := map[string][]store.Statement{}
	for _, s := range m.statements {
		byClaim[s.Claim] = append(byClaim[s.Claim], s)
	}
	m.statements = slices.DeleteFunc(m.statements, func(s store.Statement) bool {
		return s.Claim != m.claim.ID && anyParted(rulings, whole.statements, byClaim[s.Claim])
	})
	for _, s := range whole.statements {
		if ruledOne(rulings, s) && !slices.ContainsFunc(m.statements, func(k store.Statement) bool { return k.Num == s.Num }) {
			m.statements = append(m.statements, s)
		}
	}
	return m, nil
}

func onStatements(r hearsay.Ruling) bool {
	_, _, ok := hearsay.ParseStatementID(r.A)
	return ok && !r.Undone
}

// ruledOne tells whether a person said that a statement makes one claim with
// another.
func ruledOne(rulings []hearsay.Ruling, s store.Statement) bool {
	return slices.ContainsFunc(rulings, func(r hearsay.Ruling) bool {
		return r.Kind == hearsay.RuleSame && onStatements(r) && (ruledOn(r.A, []store.Statement{s}) || ruledOn(r.B, []store.Statement{s}))
	})
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
