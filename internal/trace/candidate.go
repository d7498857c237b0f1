package trace

import (
	"context"

	"hearsay"
	"hearsay/internal/claims"
	"hearsay/internal/standing"
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
	Against     bool   // it denies what is asked, or says the opposite
}

// Candidates are the statements that may answer a query, each set against it.
func (t *Tracer) Candidates(ctx context.Context, query string) ([]Candidate, error) {
	_, list, err := t.candidates(ctx, query)
	return list, err
}

func (t *Tracer) candidates(ctx context.Context, query string) (claims.Question, []Candidate, error) {
	doc := text.Parse(query, "en")
	t.model.Tag(doc)
	asked := t.weights.Question(doc)
	if err := t.call(ctx, doc, &asked); err != nil {
		return asked, nil, err
	}
	nums, err := t.matching(ctx, asked.Proposition)
	if err != nil || len(nums) == 0 {
		return asked, nil, err
	}
	hits, err := t.statements(ctx, nums)
	if err != nil {
		return asked, nil, err
	}
	list, err := t.weigh(ctx, asked, hits)
	return asked, list, err
}

// weigh sets statements against a query, each in its setting.
func (t *Tracer) weigh(ctx context.Context, asked claims.Question, hits []store.Statement) ([]Candidate, error) {
	nums, _ := places(hits)
	reports, err := t.db.Reports(ctx, nums)
	if err != nil {
		return nil, err
	}
	scenes, paths, foreign := map[int64]*claims.Scene{}, map[int64]string{}, map[int64]bool{}
	for i := range reports {
		r := &reports[i]
		scenes[r.Num], paths[r.Num] = t.weights.NewScene(r.Title, r.Text), r.Path
		foreign[r.Num] = r.Lang != "" && r.Lang != "en"
	}
	list := make([]Candidate, 0, len(hits))
	for _, h := range hits {
		c := Candidate{Statement: h, Proposition: claims.Parse(h.Terms), Path: paths[h.Report]}
		c.Against = t.side(asked.Proposition, &c.Statement) == standing.Against
		c.Evidence = t.weights.Weigh(asked, c.Proposition, scenes[h.Report].Around(hearsay.Cover(h.Content)))
		list = append(list, c)
	}
	inTranslation(list, foreign)
	return list, nil
}

// inTranslation sets what a report in another language says, where it is read as
// its English translation has it, in the setting of the translation: in its own
// no word of a query stands.
func inTranslation(list []Candidate, foreign map[int64]bool) {
	type words struct{ claim, terms string }
	read := map[words]claims.Evidence{}
	for i := range list {
		c, key := &list[i], words{list[i].Claim, list[i].Terms}
		if e, ok := read[key]; !foreign[c.Report] && (!ok || c.Evidence.Missing() < e.Missing()) {
			read[key] = c.Evidence
		}
	}
	for i := range list {
		c := &list[i]
		if e, ok := read[words{c.Claim, c.Terms}]; ok && foreign[c.Report] {
			c.Evidence = e
		}
	}
}
