package trace

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"hearsay"
	"hearsay/internal/claims"
	"hearsay/internal/standing"
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
	weighed, groups := map[int64]bool{}, map[string]bool{}
	speaks := map[spoken]bool{}
	ruledOut, err := t.ruledOut(ctx, m.said)
	if err != nil {
		return err
	}
	for i := range m.said {
		speaks[spoken{m.said[i].Report, t.side(m.asked, &m.said[i])}] = true
	}
	for i := range hits {
		h := &hits[i]
		weighed[h.Num] = true
		side := t.side(m.asked, &h.Statement)
		known := speaks[spoken{h.Report, standing.For}] || speaks[spoken{h.Report, standing.Against}]
		if known && (side == standing.For || speaks[spoken{h.Report, side}]) {
			continue // a report that denies what it also tells is in both lists
		}
		if !taken[h.Claim] && t.further(h) {
			m.further = append(m.further, h.Statement)
			groups[h.Claim] = true
		}
	}
	t.denied(m, hits)
	err = t.addUnweighed(ctx, m, groups, weighed)
	m.further = slices.DeleteFunc(m.further, ruledOut)
	slices.SortFunc(m.further, func(a, b store.Statement) int { return cmp.Compare(a.Num, b.Num) })
	m.others = slices.DeleteFunc(m.others, func(c store.Claim) bool { return groups[c.ID] })
	return err
}

// spoken is a side that a report takes.
type spoken struct {
	report int64
	side   standing.Side
}

// side is where a statement stands to what is asked.
func (t *Tracer) side(asked claims.Proposition, s *store.Statement) standing.Side {
	return standing.SideOf(s.Stance, t.weights.Opposite(asked, claims.Parse(s.Terms)))
}

// further tells whether a statement says what the query does, or denies it.
// What is denied is told in fewer words than what is reported: "that he had
// bought it".
func (t *Tracer) further(c *Candidate) bool {
	least := furtherAt
	if c.Stance == hearsay.Denies {
		least = deniesAt
	}
	elsewhere := c.Evidence.Elsewhere() && !(c.Stance == hearsay.Denies && c.Evidence.Echoes())
	return !elsewhere && t.scorer.Score(c.Evidence) >= least
}

// containedAt is how much of a denial must be in what it denies.
const containedAt = 0.95

// denied adds the denials of what the same report told before them: "The
// company denied that the valve had been leaking", where the union's word that
// it had been leaking since June counts.
func (t *Tracer) denied(m *meant, hits []Candidate) {
	told := map[int64][]store.Statement{}
	against := map[int64]bool{}
	for _, list := range [][]store.Statement{m.said, m.further} {
		for _, s := range list {
			if t.side(m.asked, &s) == standing.Against {
				against[s.Report] = true
			} else {
				told[s.Report] = append(told[s.Report], s)
			}
		}
	}
	for i := range hits {
		h := &hits[i]
		if h.Stance != hearsay.Denies || against[h.Report] || t.side(m.asked, &h.Statement) != standing.Against {
			continue
		}
		for _, s := range told[h.Report] {
			before := hearsay.Cover(s.Content).Start < hearsay.Cover(h.Content).Start
			if before && s.Identity != h.Identity && t.weights.Contained(h.Proposition, claims.Parse(s.Terms)) >= containedAt {
				m.further = append(m.further, h.Statement)
				against[h.Report] = true
				break
			}
		}
	}
}

// speaks tells whether a statement probably speaks of what the query asks.
func (t *Tracer) speaks(c *Candidate) bool { return t.scorer.Score(c.Evidence) >= speaksAt }

// addUnweighed adds the statements of these claims that do not share a word
// with the query, such as translations.
func (t *Tracer) addUnweighed(ctx context.Context, m *meant, groups map[string]bool, weighed map[int64]bool) error {
	if len(groups) == 0 {
		return nil
	}
	all, err := t.db.StatementsOfClaims(ctx, slices.Sorted(maps.Keys(groups)))
	for _, s := range all {
		if !weighed[s.Num] {
			m.further = append(m.further, s)
		}
	}
	return err
}
