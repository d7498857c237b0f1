package trace

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"hearsay"
	"hearsay/internal/store"
)

// gather adds to what a query means the statements of other claims that say
// the same in their setting: "the restaurant will close" in a report about the
// restaurant that the query names. Claims are groups for every query, so they
// join less than one query does.
func (t *Tracer) gather(ctx context.Context, m *meant, hits []Candidate) error {
	taken := map[string]bool{}
	for _, c := range m.claims {
		taken[c.ID] = true
	}
	weighed, claims := map[int64]bool{}, map[string]bool{}
	speaks := map[int64]bool{} // reports that speak of the claim anyhow
	ruledOut, err := t.ruledOut(ctx, m.said)
	if err != nil {
		return err
	}
	for _, s := range m.said {
		if s.Stance.Counts() || s.Stance == hearsay.Denies {
			speaks[s.Report] = true
		}
	}
	for i := range hits {
		h := &hits[i]
		weighed[h.Num] = true
		if !taken[h.Claim] && !speaks[h.Report] && t.further(h) {
			m.further = append(m.further, h.Statement)
			claims[h.Claim] = true
		}
	}
	err = t.addUnweighed(ctx, m, claims, weighed)
	m.further = slices.DeleteFunc(m.further, ruledOut)
	slices.SortFunc(m.further, func(a, b store.Statement) int { return cmp.Compare(a.Num, b.Num) })
	m.others = slices.DeleteFunc(m.others, func(c store.Claim) bool { return claims[c.ID] })
	return err
}

// further tells whether a statement says what the query does.
func (t *Tracer) further(c *Candidate) bool { return !c.Evidence.Elsewhere() && t.speaks(c) }

// speaks tells whether a statement probably speaks of what the query asks.
func (t *Tracer) speaks(c *Candidate) bool { return t.scorer.Score(c.Evidence) >= speaksAt }

// addUnweighed adds the statements of these claims that do not share a word
// with the query, such as translations.
func (t *Tracer) addUnweighed(ctx context.Context, m *meant, claims map[string]bool, weighed map[int64]bool) error {
	if len(claims) == 0 {
		return nil
	}
	all, err := t.db.StatementsOfClaims(ctx, slices.Sorted(maps.Keys(claims)))
	for _, s := range all {
		if !weighed[s.Num] {
			m.further = append(m.further, s)
		}
	}
	return err
}
