package trace

import (
	"context"

	"hearsay"
	"hearsay/internal/claims"
	"hearsay/internal/store"
	"hearsay/internal/text"
)

// Candidate is a statement that shares words with a query, and what speaks for
// its being about the same.
type Candidate struct {
	store.Statement
	Proposition claims.Proposition
	Evidence    claims.Evidence
	Path        string // of its report
}

// Candidates are the statements that may answer a query, each set against it.
func (t *Tracer) Candidates(ctx context.Context, query string) ([]Candidate, error) {
	return t.candidates(ctx, t.asked(query))
}

// asked is what a query asks.
func (t *Tracer) asked(query string) claims.Question {
	doc := text.Parse(query, "en")
	t.model.Tag(doc)
	return t.weights.Question(doc)
}

func (t *Tracer) candidates(ctx context.Context, asked claims.Question) ([]Candidate, error) {
	nums, err := t.matching(ctx, asked.Proposition)
	if err != nil || len(nums) == 0 {
		return nil, err
	}
	hits, err := t.statements(ctx, nums)
	if err != nil {
		return nil, err
	}
	return t.weigh(ctx, asked, hits)
}

// weigh sets statements against a query, each in its setting.
func (t *Tracer) weigh(ctx context.Context, asked claims.Question, hits []store.Statement) ([]Candidate, error) {
	nums, _ := places(hits)
	reports, err := t.db.Reports(ctx, nums)
	if err != nil {
		return nil, err
	}
	scenes, paths := map[int64]*claims.Scene{}, map[int64]string{}
	for i := range reports {
		r := &reports[i]
		scenes[r.Num], paths[r.Num] = t.weights.NewScene(r.Title, r.Text), r.Path
	}
	list := make([]Candidate, 0, len(hits))
	for _, h := range hits {
		c := Candidate{Statement: h, Proposition: claims.Parse(h.Terms), Path: paths[h.Report]}
		c.Evidence = t.weights.Weigh(asked, c.Proposition, scenes[h.Report].Around(hearsay.Cover(h.Content)))
		list = append(list, c)
	}
	return list, nil
}
