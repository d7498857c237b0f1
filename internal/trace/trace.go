// Package trace answers the question of the tool from a settled case: which
// claim does a query mean, and on whose word does it stand. It loads a claim
// with its surroundings, sets each statement against the claim, and lets
// standing count. What it returns is what hearsay prints as JSON.
package trace

import (
	"context"

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
	Drift    []hearsay.Drift `json:"drift"`
	Coverage Coverage        `json:"coverage"`
	Others   []Claim         `json:"others,omitempty"`  // claims that the query may have meant
	WhatIf   *WhatIf         `json:"what_if,omitempty"` // under Options
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
	model   *syntax.Model
}

// New makes a Tracer on a case that has been settled.
func New(db *store.DB) (*Tracer, error) {
	weights, err := claims.LoadWeights()
	if err != nil {
		return nil, err
	}
	model, err := syntax.Load()
	if err != nil {
		return nil, err
	}
	return &Tracer{db: db, weights: weights, model: model}, nil
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
	answer := &Answer{Query: query, Coverage: coverage, Drift: []hearsay.Drift{}, Standing: standing.Of(standing.Input{})}
	if found.claim == nil {
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
	a.Claim = named(*m.claim)
	a.Claim.Opposite = t.weights.Opposite(m.asked, claims.Parse(m.claim.Terms))
	if err := t.addSameNames(ctx, a.Standing); err != nil {
		return err
	}
	a.Claim.FirstSeen = firstSeen(a.Asserts)
	for _, c := range m.others {
		a.Others = append(a.Others, *named(c))
	}
	a.Drift, err = t.drift(ctx, a.Standing, reports)
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
