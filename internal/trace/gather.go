package trace

import (
	"cmp"
	"context"
	"slices"

	"hearsay"
	"hearsay/internal/claims"
	"hearsay/internal/store"
	"hearsay/internal/text"
)

// meant is what a query means: the statements of the case that say it or speak
// against it, and the claim of the one that answers best.
type meant struct {
	claim      *store.Claim
	asked      claims.Proposition // what the statements are for or against
	statements []store.Statement
	others     []store.Claim // that the query may have meant
}

const (
	candidates     = 400 // statements that are compared with a query
	besideClearest = 2.5 // most by which a statement may score below the clearest of its report, which tells the report's side
	maxOthers      = 3
	sameClaimAt    = 0.25 // from which score on a statement brings in the others of its claim
	sameAtMost     = 5000 // statements of the same claims
	readWhole      = 120  // reports whose other statements are looked at, too
)

// find gathers the statements that a query means: all of one claim if it is
// the id of a claim, else those that answer it, whatever their claims.
//
// Claims are formed without knowing what will be asked, so they join with
// caution. A query says what matters, and lets statements in that leave out
// the rest: see claims.Gather and docs/adr/0008-gather.md.
func (t *Tracer) find(ctx context.Context, query string) (meant, error) {
	if list, err := t.db.ClaimsByID(ctx, []string{query}); err != nil || len(list) == 1 {
		if err != nil {
			return meant{}, err
		}
		return t.whole(ctx, list[0])
	}
	doc := text.Parse(query, "en")
	t.model.Tag(doc)
	asked := t.weights.Query(doc)
	match, err := t.match(ctx, asked)
	if err != nil || match == "" {
		return meant{}, err
	}
	hits, err := t.db.SketchesMatching(ctx, match, candidates)
	if err != nil {
		return meant{}, err
	}
	return t.gather(ctx, asked, hits)
}

// whole is a claim with all of its statements, and no others.
func (t *Tracer) whole(ctx context.Context, c store.Claim) (meant, error) {
	statements, err := t.db.StatementsOfClaims(ctx, []string{c.ID})
	return meant{claim: &c, asked: claims.Parse(c.Terms), statements: statements}, err
}

// gather scores the statements of the reports in which something matches, and
// loads those that answer.
func (t *Tracer) gather(ctx context.Context, asked claims.Proposition, hits []store.Sketch) (meant, error) {
	around, err := t.around(ctx, asked, hits)
	if err != nil {
		return meant{}, err
	}
	said := make([]claims.Said, len(around))
	for i, s := range around {
		said[i] = claims.Said{Prop: claims.Parse(s.Terms), Claim: s.Claim, Report: s.Report}
	}
	score := map[string]float64{}   // of the best statement of each claim
	clearest := map[int64]float64{} // and of each report
	scores := t.weights.Gather(asked, said)
	for i, v := range scores {
		if best, ok := score[around[i].Claim]; !ok || v > best {
			score[around[i].Claim] = v
		}
		clearest[around[i].Report] = max(clearest[around[i].Report], v)
	}
	nums := []int64{}
	for i, v := range scores {
		if v > 0 && v >= clearest[around[i].Report]-besideClearest {
			nums = append(nums, around[i].Num)
		}
	}
	m := meant{asked: asked}
	if m.statements, err = t.db.StatementsByNum(ctx, nums); err != nil {
		return meant{}, err
	}
	return t.choose(ctx, m, score)
}

// around are the statements that match and say something of what is asked,
// those that make the same claims, and, of the reports that match best, all
// others as well: what stands around a statement helps to understand it.
func (t *Tracer) around(ctx context.Context, asked claims.Proposition, hits []store.Sketch) ([]store.Sketch, error) {
	var answering []store.Sketch
	score := map[int64]float64{} // of each statement
	for _, h := range hits {
		if v := t.weights.Answers(asked, claims.Parse(h.Terms)); v > 0 {
			answering = append(answering, h)
			score[h.Num] = v
		}
	}
	slices.SortStableFunc(answering, func(a, b store.Sketch) int {
		return cmp.Or(cmp.Compare(score[b.Num], score[a.Num]), cmp.Compare(a.Num, b.Num))
	})
	var ids []string
	nums := []int64{}
	for _, h := range answering {
		if score[h.Num] >= sameClaimAt && len(ids) < readWhole && !slices.Contains(ids, h.Claim) {
			ids = append(ids, h.Claim)
		}
		if len(nums) < readWhole && !slices.Contains(nums, h.Report) {
			nums = append(nums, h.Report)
		}
	}
	same, err := t.db.SketchesOfClaims(ctx, ids, sameAtMost)
	if err != nil {
		return nil, err
	}
	for _, s := range same {
		if len(nums) < readWhole && !slices.Contains(nums, s.Report) {
			nums = append(nums, s.Report)
		}
	}
	whole, err := t.db.SketchesOfReports(ctx, nums)
	all := slices.Concat(answering, same, whole)
	slices.SortFunc(all, func(a, b store.Sketch) int { return cmp.Compare(a.Num, b.Num) })
	return slices.CompactFunc(all, func(a, b store.Sketch) bool { return a.Num == b.Num }), err
}

// choose names the claim that is meant, and those that may be: claims that
// somebody asserts before those that are only denied or asked about.
func (t *Tracer) choose(ctx context.Context, m meant, score map[string]float64) (meant, error) {
	taken := map[string]bool{}
	asserted := map[string]bool{}
	for _, s := range m.statements {
		taken[s.Claim] = true
		asserted[s.Claim] = asserted[s.Claim] || s.Stance.Counts()
	}
	if !slices.ContainsFunc(m.statements, takesSide) {
		return meant{}, nil
	}
	list, err := t.db.ClaimsByID(ctx, likely(score))
	if err != nil {
		return meant{}, err
	}
	slices.SortStableFunc(list, func(a, b store.Claim) int {
		return cmp.Or(-compareBool(taken[a.ID], taken[b.ID]), -compareBool(asserted[a.ID], asserted[b.ID]),
			cmp.Compare(score[b.ID], score[a.ID]), cmp.Compare(b.Reports, a.Reports), cmp.Compare(a.ID, b.ID))
	})
	m.claim = &list[0]
	for _, c := range list[1:] {
		if !taken[c.ID] && c.Reports > 0 && len(m.others) < maxOthers {
			m.others = append(m.others, c)
		}
	}
	return t.ruled(ctx, m)
}

// takesSide tells whether a statement asserts or denies, and does not only ask
// or wish.
func takesSide(s store.Statement) bool { return s.Stance.Counts() || s.Stance == hearsay.Denies }

// likelyAt is the score from which a claim is named as one that a query may
// mean.
const likelyAt = -0.5

func likely(score map[string]float64) []string {
	var ids []string
	for id, v := range score {
		if v >= likelyAt {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}
