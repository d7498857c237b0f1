// Package trace answers the question of the tool from a settled case: which
// claim does a query mean, and on whose word does it stand. It loads a claim
// with its surroundings, sets each statement against the claim, and lets
// standing count. What it returns is what hearsay prints as JSON.
package trace

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"sync"

	"hearsay"
	"hearsay/internal/claims"
	"hearsay/internal/standing"
	"hearsay/internal/store"
	"hearsay/internal/syntax"
)

// Answer is the standing of the claim that a query means best. Claim is nil
// if no claim of the case matches.
type Answer struct {
	Query string `json:"query"`
	Claim *Claim `json:"claim"`
	*standing.Standing
	Drift      []hearsay.Drift `json:"drift"`
	Responses  []Response      `json:"responses,omitempty"`
	Unanswered []Unanswered    `json:"unanswered,omitempty"`
	Spread     []Carried       `json:"spread"`
	Headlines  []Headline      `json:"headlines,omitempty"` // that say more than their bodies
	Coverage   Coverage        `json:"coverage"`
	Others     []Claim         `json:"others,omitempty"`  // claims that the query may have meant
	WhatIf     *WhatIf         `json:"what_if,omitempty"` // under Options
}

// Claim names a claim.
type Claim struct {
	ID        string `json:"id"`
	Text      string `json:"text"`
	FirstSeen string `json:"first_seen,omitempty"`
	Opposite  bool   `json:"opposite,omitempty"` // the query, and so the count, is of the opposite of Text
}

// Coverage is what an answer rests on, and what it could not take in.
type Coverage struct {
	Reports   int               `json:"reports"`
	Languages []string          `json:"languages"`
	Unread    []hearsay.Problem `json:"unread"`
}

// Tracer answers from one case.
type Tracer struct {
	db      *store.DB
	weights *claims.Weights
	scorer  *claims.Scorer
	model   *syntax.Model
}

// New makes a Tracer on a case that has been settled.
func New(db *store.DB) (*Tracer, error) {
	t, err := Unscored(db)
	if err != nil {
		return nil, err
	}
	t.scorer, err = claims.LoadScorer()
	return t, err
}

// Unscored makes a Tracer that finds Candidates alone, for training the scorer.
func Unscored(db *store.DB) (*Tracer, error) {
	t := &Tracer{db: db}
	var wait sync.WaitGroup
	var unread error
	wait.Go(func() { t.weights, unread = claims.LoadWeights() }) // beside the other, which takes as long
	var err error
	t.model, err = syntax.Load()
	wait.Wait()
	if err := errors.Join(err, unread); err != nil {
		return nil, err
	}
	return t, nil
}

// Trace answers a query in a user's own words, or the id of a claim.
func (t *Tracer) Trace(ctx context.Context, query string) (*Answer, error) {
	return t.TraceIf(ctx, query, Options{})
}

// TraceIf is Trace under options.
func (t *Tracer) TraceIf(ctx context.Context, query string, opts Options) (*Answer, error) {
	coverage, err := t.coverage(ctx)
	if err != nil {
		return nil, err
	}
	found, err := t.find(ctx, query)
	if err != nil {
		return nil, err
	}
	answer := &Answer{Query: query, Coverage: coverage, Drift: []hearsay.Drift{}, Spread: []Carried{}, Standing: standing.Of(standing.Input{})}
	if len(found.claims) == 0 {
		return answer, nil
	}
	if err := t.fill(ctx, answer, found, opts); err != nil {
		return nil, err
	}
	return answer, nil
}

func (t *Tracer) coverage(ctx context.Context) (c Coverage, err error) {
	if c.Reports, err = t.db.CountReports(ctx); err != nil {
		return c, err
	}
	if c.Languages, err = t.db.Languages(ctx); err != nil {
		return c, err
	}
	c.Unread, err = t.db.Problems(ctx)
	if c.Unread == nil {
		c.Unread = []hearsay.Problem{}
	}
	if c.Languages == nil {
		c.Languages = []string{}
	}
	return c, err
}

// meant is the claim that a query means: its id and those of claims that say
// the same in the light of the query, and the statements besides that do.
type meant struct {
	claims  []store.Claim      // the best first
	said    []store.Statement  // theirs
	asked   claims.Proposition // what they are for or against
	further []store.Statement  // of other claims
	others  []store.Claim
}

const (
	maxCandidates = 400  // statements that are compared with a query
	answersAt     = 0.25 // least score of a claim that a query means
	alsoAt        = 0.5  // least score of a further claim that is meant as well
	answerGap     = 0.25 // most by which it may answer less well than the best
	alikeAt       = 0.3  // least likeness of the two
	alikeAtFew    = 0.5  // the same for a query of fewer than fewTerms terms
	fewTerms      = 5
	speaksAt      = 0.82 // least probability that some statement of a claim speaks of what is asked
	furtherAt     = 0.6  // the same for a statement of another claim
	deniesAt      = 0.45 // and for one of which the speaker denies it
	hardlyAt      = 0.2  // greatest probability of one of a claim that is meant which is left out
	maxOthers     = 3
)

// find looks up the statements that hold the query's words, ranks their claims
// by how well they answer it, and gathers what other claims say of the same.
func (t *Tracer) find(ctx context.Context, query string) (meant, error) {
	if list, err := t.db.ClaimsByID(ctx, []string{query}); err != nil || len(list) == 1 {
		if err != nil {
			return meant{}, err
		}
		m := meant{claims: list, asked: claims.Parse(list[0].Terms)}
		err := t.load(ctx, &m)
		return m, err
	}
	asked, hits, err := t.candidates(ctx, query)
	if err != nil || len(hits) == 0 {
		return meant{}, err
	}
	m, err := t.rank(ctx, asked.Proposition, hits)
	if err != nil || len(m.claims) == 0 {
		return meant{}, err
	}
	if err := t.load(ctx, &m); err != nil {
		return meant{}, err
	}
	t.sift(&m, hits)
	return m, t.gather(ctx, &m, hits)
}

// load reads the statements of the claims, once for all that asks for them.
func (t *Tracer) load(ctx context.Context, m *meant) (err error) {
	ids := make([]string, len(m.claims))
	for i, c := range m.claims {
		ids[i] = c.ID
	}
	m.said, err = t.db.StatementsOfClaims(ctx, ids)
	return err
}

// sift leaves out of the claims those statements that hardly speak of what is
// asked: a claim holds what is alike for every query.
func (t *Tracer) sift(m *meant, hits []Candidate) {
	hardly := map[int64]bool{}
	for i := range hits {
		hardly[hits[i].Num] = t.scorer.Score(hits[i].Evidence) < hardlyAt
	}
	m.said = slices.DeleteFunc(m.said, func(s store.Statement) bool { return hardly[s.Num] })
}

// answering is the statement of a claim that answers a query best.
type answering struct {
	score float64
	prop  claims.Proposition
}

// rank finds the claims that a query means: those of which some statement
// speaks of what is asked, and answers it well. Where none does, as for a query
// that names another person or place, the case has no answer.
func (t *Tracer) rank(ctx context.Context, asked claims.Proposition, hits []Candidate) (meant, error) {
	best := map[string]answering{}
	for _, h := range hits {
		if !t.speaks(&h) {
			continue
		}
		p := h.Proposition
		score := t.weights.Answers(asked, p)
		if !h.Stance.Counts() {
			score *= 0.95 // a claim that somebody asserts before one that is only denied
		}
		if score > best[h.Claim].score {
			best[h.Claim] = answering{score, p}
		}
	}
	ids := make([]string, 0, len(best))
	for id, b := range best {
		if b.score >= answersAt {
			ids = append(ids, id)
		}
	}
	list, err := t.db.ClaimsByID(ctx, ids)
	if err != nil || len(list) == 0 {
		return meant{}, err
	}
	slices.SortStableFunc(list, func(a, b store.Claim) int {
		return cmp.Or(cmp.Compare(best[b.ID].score, best[a.ID].score), cmp.Compare(b.Reports, a.Reports), cmp.Compare(a.ID, b.ID))
	})
	m := meant{claims: list[:1], asked: asked}
	for _, c := range list[1:] {
		switch {
		case t.sameAnswer(asked, best[list[0].ID], best[c.ID]):
			m.claims = append(m.claims, c)
		case len(m.others) < maxOthers:
			m.others = append(m.others, c)
		}
	}
	return t.parted(ctx, m)
}

// sameAnswer tells whether a further claim is meant by the query too: both
// answer it nearly alike, and they are alike, if not enough to be one claim
// for every query.
func (t *Tracer) sameAnswer(asked claims.Proposition, first, further answering) bool {
	return further.score >= max(alsoAt, first.score-answerGap) && t.weights.Likeness(first.prop, further.prop) >= t.alike(asked)
}

// alike is the least likeness of two claims that one query means. A query of
// few words fits many claims, so there it says little that both answer it.
func (t *Tracer) alike(asked claims.Proposition) float64 {
	if len(asked.Terms) < fewTerms {
		return alikeAtFew
	}
	return alikeAt
}

// fill counts the claim and adds what surrounds it.
func (t *Tracer) fill(ctx context.Context, a *Answer, m meant, opts Options) error {
	in, reports, err := t.input(ctx, m)
	if err != nil {
		return err
	}
	if err := t.count(ctx, a, in, opts); err != nil {
		return err
	}
	if err := t.nameGroups(ctx, a.Origins, in.SpeaksFor); err != nil {
		return err
	}
	a.Claim = named(m.claims[0])
	a.Claim.Opposite = t.weights.Opposite(m.asked, claims.Parse(m.claims[0].Terms))
	if err := t.addSameNames(ctx, a.Standing); err != nil {
		return err
	}
	for _, c := range m.claims[1:] {
		if c.FirstSeen != "" && (a.Claim.FirstSeen == "" || c.FirstSeen < a.Claim.FirstSeen) {
			a.Claim.FirstSeen = c.FirstSeen
		}
	}
	if a.WhatIf != nil {
		a.Claim.FirstSeen = firstSeen(a.Asserts)
	}
	for _, c := range m.others {
		a.Others = append(a.Others, *named(c))
	}
	if a.Drift, err = t.drift(ctx, a.Standing, reports); err != nil {
		return err
	}
	a.Spread = spread(a.Standing)
	if err := t.respond(ctx, a, in, reports); err != nil {
		return err
	}
	a.Headlines, err = t.headlines(ctx, m.said, a.Asserts, reports)
	return err
}

func named(c store.Claim) *Claim { return &Claim{ID: c.ID, Text: c.Text, FirstSeen: c.FirstSeen} }

// drift is that of the quotations in the reports that speak of the claim.
func (t *Tracer) drift(ctx context.Context, s *standing.Standing, reports []store.Placed) ([]hearsay.Drift, error) {
	speaks := map[string]bool{}
	for _, a := range s.Asserts {
		speaks[a.Report] = true
	}
	var nums []int64
	for _, r := range reports {
		if speaks[r.ID] {
			nums = append(nums, r.Num)
		}
	}
	list, err := t.db.Drifts(ctx, nums)
	drifts := []hearsay.Drift{}
	for _, d := range list {
		if speaks[d.Drift.Base] {
			drifts = append(drifts, d.Drift)
		}
	}
	return drifts, err
}
