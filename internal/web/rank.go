package web

import (
	"cmp"
	"context"
	"slices"

	"hearsay/internal/store"
	"hearsay/internal/trace"
)

// ranking is all claims that several reports assert, in their order: what many
// repeat on the word of few first. A claim is as it is counted, so all of them
// have to be counted, which a large case does in the background.
type ranking struct {
	claims []trace.Listed
	at     map[string]int
}

// rankedAtOnce is how many claims are counted while a page waits.
const rankedAtOnce = 150

// ranking is the order as far as it is known: nil while it is still counted.
func (d *Desk) ranking(ctx context.Context) (*ranking, error) {
	if r := d.ranked(); r != nil {
		return r, nil
	}
	few, err := remember(d, "few claims", func() (bool, error) {
		list, err := d.db.Claims(ctx, 2, rankedAtOnce+1)
		return len(list) <= rankedAtOnce, err
	})
	if err != nil || !few {
		return nil, err
	}
	return d.ranks.all(ctx, d)
}

// ranked is the order if it is counted, else nil.
func (d *Desk) ranked() *ranking {
	r, _ := d.ranks.get(d.stamp(), "all")
	order, _ := r.(*ranking)
	return order
}

// rank counts all claims that are not counted yet.
func (d *Desk) rank(ctx context.Context) error {
	_, err := d.ranks.all(ctx, d)
	return err
}

func (m *memo) all(ctx context.Context, d *Desk) (*ranking, error) {
	return rememberIn(d, m, "all", func() (*ranking, error) {
		var list []trace.Listed
		for {
			rows, err := d.db.FilteredClaims(ctx, store.ClaimFilter{AtLeast: 2}, store.MostRepeated, len(list), claimsCounted)
			if err != nil {
				return nil, err
			}
			counted, err := d.tracer.List(ctx, rows)
			if err != nil {
				return nil, err
			}
			for i := range counted {
				counted[i].Receipt = nil // no list shows it
			}
			list = append(list, counted...)
			if len(rows) < claimsCounted {
				return newRanking(list), nil
			}
		}
	})
}

// claimsCounted is how many claims are loaded at once to be ranked.
const claimsCounted = 200

func newRanking(list []trace.Listed) *ranking {
	slices.SortFunc(list, trace.LessIndependent)
	r := &ranking{claims: list, at: make(map[string]int, len(list))}
	for i := range list {
		r.at[list[i].ID] = i
	}
	return r
}

// rankedPage are the claims of the filter from the given place on, in the order of
// the ranking; behind them those that one report asserts, if they are asked
// for.
func (d *Desk) rankedPage(ctx context.Context, r *ranking, f store.ClaimFilter, from, limit int) ([]store.Claim, error) {
	var ids []string
	if f.IsZero() {
		for i := range r.claims {
			ids = append(ids, r.claims[i].ID)
		}
	} else {
		several := f
		several.AtLeast = max(f.AtLeast, 2)
		chosen, err := d.db.ClaimIDs(ctx, several)
		if err != nil {
			return nil, err
		}
		slices.SortFunc(chosen, func(a, b string) int { return cmp.Compare(r.at[a], r.at[b]) })
		ids = chosen
	}
	here := ids[min(from, len(ids)):min(from+limit, len(ids))]
	list, err := d.db.ClaimsByID(ctx, here)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(list, func(a, b store.Claim) int { return cmp.Compare(r.at[a.ID], r.at[b.ID]) })
	if f.AtLeast > 1 || len(list) == limit {
		return list, nil
	}
	f.AtMost = 1
	more, err := d.db.FilteredClaims(ctx, f, store.MostRepeated, max(from-len(ids), 0), limit-len(list))
	return append(list, more...), err
}
