package trace

import (
	"cmp"
	"context"
	"slices"

	"hearsay"
	"hearsay/internal/claims"
	"hearsay/internal/standing"
	"hearsay/internal/store"
)

// Listed is a claim in the list of claims, with the receipt of its count.
type Listed struct {
	Claim
	Ladder   hearsay.Ladder   `json:"ladder"`
	Origins  []string         `json:"origin_names"` // of the named ones
	Circular bool             `json:"circular"`
	Denied   int              `json:"denied"` // reports that deny it
	Receipt  standing.Receipt `json:"receipt"`
}

// Claims lists at most limit claims that at least two reports speak of (all
// claims if few), the most repeated and least independent first.
func (t *Tracer) Claims(ctx context.Context, atLeast, limit int) ([]Listed, error) {
	rows, err := t.db.Claims(ctx, atLeast, limit)
	if err != nil {
		return nil, err
	}
	list := make([]Listed, 0, len(rows))
	for _, c := range rows {
		l, err := t.listed(ctx, c)
		if err != nil {
			return nil, err
		}
		if l.Ladder.Reports >= atLeast {
			list = append(list, l)
		}
	}
	slices.SortStableFunc(list, LessIndependent)
	return list, nil
}

// LessIndependent orders claims: what many reports repeat on the word of few
// comes first.
func LessIndependent(a, b Listed) int {
	return cmp.Or(
		cmp.Compare(b.repetition(), a.repetition()),
		cmp.Compare(b.Ladder.Reports, a.Ladder.Reports),
		cmp.Compare(a.ID, b.ID))
}

// repetition is how many reports stand on each origin that there can be.
func (l *Listed) repetition() float64 {
	return float64(l.Ladder.Reports) / float64(max(l.Ladder.Origins.High, 1))
}

func (t *Tracer) listed(ctx context.Context, c store.Claim) (Listed, error) {
	m := meant{claims: []store.Claim{c}, asked: claims.Parse(c.Terms)}
	if err := t.load(ctx, &m); err != nil {
		return Listed{}, err
	}
	in, _, err := t.input(ctx, m)
	if err != nil {
		return Listed{}, err
	}
	s := standing.Of(in)
	l := Listed{Claim: *named(c), Ladder: s.Ladder, Circular: s.Circular, Receipt: s.Receipt, Origins: []string{}}
	for _, o := range s.Origins {
		if o.Kind == hearsay.EndNamed {
			l.Origins = append(l.Origins, o.Name)
		}
	}
	denying := map[string]bool{}
	for _, d := range s.Denies {
		denying[d.Report] = true
	}
	l.Denied = len(denying)
	return l, nil
}
