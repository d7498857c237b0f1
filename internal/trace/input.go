package trace

import (
	"context"
	"slices"
	"strings"

	"hearsay/internal/claims"
	"hearsay/internal/standing"
	"hearsay/internal/store"
)

// input loads what a count needs to know of a claim's surroundings.
func (t *Tracer) input(ctx context.Context, m meant) (standing.Input, []store.Placed, error) {
	var in standing.Input
	statements := slices.Concat(m.said, m.further)
	nums, hands := places(statements)
	reports, err := t.db.Publications(ctx, nums)
	if err != nil {
		return in, nil, err
	}
	idOf := map[int64]string{}
	for _, r := range reports {
		idOf[r.Num] = r.ID
		in.Reports = append(in.Reports, standing.Report{ID: r.ID, Path: r.Path, Outlet: r.Outlet, Hand: "outlet:" + r.Outlet,
			Family: r.Family, Party: r.Party, Published: r.Published})
	}
	for i := range statements {
		in.Statements = append(in.Statements, standing.Statement{Statement: statements[i].Statement,
			Side: standing.SideOf(statements[i].Stance, t.weights.Opposite(m.asked, claims.Parse(statements[i].Terms)))})
	}
	parties, err := t.db.Parties(ctx)
	if err != nil {
		return in, nil, err
	}
	for _, hand := range hands {
		if outlet, ok := strings.CutPrefix(hand, "outlet:"); ok && !parties[outlet] {
			in.Press = append(in.Press, hand)
		}
	}
	if err := t.addLinks(ctx, &in, nums, hands, idOf); err != nil {
		return in, nil, err
	}
	return in, reports, nil
}

// places lists the reports and the hands of statements.
func places(statements []store.Statement) (nums []int64, hands []string) {
	seenNum, seenHand := map[int64]bool{}, map[string]bool{}
	nums, hands = []int64{}, []string{}
	for i := range statements {
		if n := statements[i].Report; !seenNum[n] {
			seenNum[n] = true
			nums = append(nums, n)
		}
		for _, h := range statements[i].Chain {
			if h.Entity != "" && !seenHand[h.Entity] {
				seenHand[h.Entity] = true
				hands = append(hands, h.Entity)
			}
		}
	}
	return nums, hands
}

func (t *Tracer) addLinks(ctx context.Context, in *standing.Input, nums []int64, hands []string, idOf map[int64]string) error {
	derivations, err := t.db.Derivations(ctx, nums)
	if err != nil {
		return err
	}
	for _, d := range derivations {
		one := d.Derivation
		one.Aligned = d.Aligned
		in.Derivations = append(in.Derivations, one)
	}
	same, err := t.db.SameTexts(ctx, nums)
	if err != nil {
		return err
	}
	for _, p := range same {
		in.SameTexts = append(in.SameTexts, standing.Pair{A: idOf[p.A], B: idOf[p.B], Overlap: p.Overlap})
	}
	speaks, err := t.db.WhoSpeaksFor(ctx, hands)
	if err != nil {
		return err
	}
	ids, err := t.reportIDs(ctx, speaks, idOf)
	if err != nil {
		return err
	}
	for _, f := range speaks {
		in.SpeaksFor = append(in.SpeaksFor, standing.SpeaksFor{Who: f.Who, Whom: f.Whom,
			Evidence: standing.Evidence{Report: ids[f.Report], Span: f.Span}})
	}
	return nil
}

// reportIDs adds to idOf the reports that say who speaks for whom.
func (t *Tracer) reportIDs(ctx context.Context, speaks []store.SpeaksFor, idOf map[int64]string) (map[int64]string, error) {
	missing := []int64{}
	for _, f := range speaks {
		if idOf[f.Report] == "" {
			missing = append(missing, f.Report)
		}
	}
	more, err := t.db.Publications(ctx, missing)
	for _, r := range more {
		idOf[r.Num] = r.ID
	}
	return idOf, err
}
