package trace

import (
	"context"
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/names"
	"hearsay/internal/standing"
)

// Options ask "what if" of a claim. The zero value asks for the claim as it
// stands.
type Options struct {
	Distrust []string     // hands whose chains are left out: names, entity ids or hand keys
	Until    hearsay.Date // only reports published until then; zero for all
}

// WhatIf tells what the options took away.
type WhatIf struct {
	Distrust []Distrusted   `json:"distrust,omitempty"`
	Until    string         `json:"until,omitempty"`
	Before   hearsay.Ladder `json:"before"`         // the ladder without the options
	Lost     []string       `json:"lost,omitempty"` // named origins that the claim stands on without the options only
}

// Distrusted is a name given in Options with the hands of the claim that bear
// it; none if it stands on no chain of the claim.
type Distrusted struct {
	Name  string   `json:"name"`
	Hands []string `json:"hands"`
}

// count counts the claim under the options, and tells what they took away.
func (t *Tracer) count(ctx context.Context, a *Answer, in standing.Input, opts Options) error {
	if len(opts.Distrust) == 0 && opts.Until.IsZero() {
		a.Standing = standing.Of(in)
		return nil
	}
	before := standing.Of(in)
	a.WhatIf = &WhatIf{Until: opts.Until.String(), Before: before.Ladder}
	condition := standing.Condition{Until: opts.Until}
	for _, name := range opts.Distrust {
		hands, err := t.handsCalled(ctx, name, in.Statements)
		if err != nil {
			return err
		}
		a.WhatIf.Distrust = append(a.WhatIf.Distrust, Distrusted{name, hands})
		condition.Distrust = append(condition.Distrust, hands...)
	}
	a.Standing = standing.If(in, condition)
	a.WhatIf.Lost = lost(before.Origins, a.Origins)
	return nil
}

// handsCalled are the hands on chains of these statements that a name means:
// by their words there, or by any spelling of the identity behind them.
func (t *Tracer) handsCalled(ctx context.Context, name string, statements []standing.Statement) ([]string, error) {
	hands, ids := []string{}, []string{}
	fold := names.Fold(name)
	for i := range statements {
		for _, h := range statements[i].Chain {
			key := standing.HandOf(h)
			switch {
			case slices.Contains(hands, key):
			case key == name, names.Fold(h.Name) == fold, key == outletPrefix+name:
				hands = append(hands, key)
			case h.Entity != "" && !strings.HasPrefix(h.Entity, outletPrefix):
				ids = append(ids, h.Entity)
			}
		}
	}
	identities, err := t.db.IdentitiesByID(ctx, slices.Compact(slices.Sorted(slices.Values(ids))))
	for _, id := range identities {
		if bears(&id, name) && !slices.Contains(hands, id.ID) {
			hands = append(hands, id.ID)
		}
	}
	slices.Sort(hands)
	return hands, err
}

// outletPrefix marks the hand key of an outlet; other keys are identity ids.
const outletPrefix = "outlet:"

// bears tells whether an identity has a name, in whatever letters.
func bears(id *hearsay.Identity, name string) bool {
	fold := names.Fold(name)
	return names.Fold(id.Name) == fold || slices.ContainsFunc(id.Spellings, func(s string) bool { return names.Fold(s) == fold })
}

// firstSeen is the day of the earliest report that asserts, "" if none has a
// date.
func firstSeen(list []standing.Assertion) (first string) {
	for _, s := range list {
		if day := s.Published.Day(); day != "" && (first == "" || day < first) {
			first = day
		}
	}
	return first
}

// lost are the named origins of before that are no longer there.
func lost(before, after []standing.Origin) (list []string) {
	for _, o := range before {
		remains := slices.ContainsFunc(after, func(p standing.Origin) bool {
			return p.Name == o.Name || slices.Contains(p.Also, o.Name) || slices.Contains(o.Also, p.Name)
		})
		if o.Kind == hearsay.EndNamed && !remains {
			list = append(list, o.Name)
		}
	}
	return list
}
