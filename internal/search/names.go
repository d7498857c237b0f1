package search

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/names"
	"hearsay/internal/query"
	"hearsay/internal/store"
)

// outletHand marks the hand key of an outlet in the case.
const outletHand = store.OutletHand

// Least scores of names.Matches for a name that may be meant, and how many
// candidates are looked at.
const (
	mayMean    = 0.3
	candidates = 300
)

// meaning is what a name in a field stands for in the case: keys of speakers,
// or names of outlets.
type meaning struct {
	exact []string
	alike []string          // other spellings, parts of a name, who speaks for it
	why   map[string]string // of each of alike
}

// keys are those that a tier may use. What is ruled out is ruled out in every
// spelling.
func (m *meaning) keys(tier Match, negated bool) []string {
	if tier == Exact && !negated {
		return m.exact
	}
	return append(slices.Clone(m.exact), m.alike...)
}

func (m *meaning) add(key, why string) {
	switch {
	case slices.Contains(m.exact, key) || m.why[key] != "":
	case why == "":
		m.exact = append(m.exact, key)
	default:
		m.alike = append(m.alike, key)
		m.why[key] = why
	}
}

// resolve finds what the names in the query stand for.
func (s *run) resolve(ctx context.Context) (err error) {
	s.fields = map[*query.Field]*meaning{}
	leaves, _ := query.Leaves(s.query)
	for _, leaf := range leaves {
		f, ok := leaf.(*query.Field)
		if !ok {
			continue
		}
		m := &meaning{why: map[string]string{}}
		switch f.Name {
		case query.Speaker:
			err = s.speaker(ctx, f.Value, m)
		case query.Outlet:
			err = s.outlet(ctx, f.Value, "", m)
		default:
			continue
		}
		if err != nil {
			return err
		}
		s.fields[f] = m
	}
	return nil
}

// speaker adds the identities and outlets that name means, and who speaks for
// them.
func (s *run) speaker(ctx context.Context, name string, m *meaning) error {
	keys := slices.Concat(names.Keys(hearsay.Entity{Name: name, Type: hearsay.Person}),
		names.Keys(hearsay.Entity{Name: name, Type: hearsay.Organization}))
	list, err := s.db.NamedLike(ctx, name, keys, candidates)
	if err != nil {
		return err
	}
	for _, id := range list {
		spellings := append(id.Spellings, id.Name)
		switch {
		case slices.ContainsFunc(spellings, func(spelling string) bool { return names.Fold(spelling) == names.Fold(name) }):
			m.add(id.ID, "")
		case slices.ContainsFunc(spellings, func(spelling string) bool { return holds(spelling, name) }):
			m.add(id.ID, fmt.Sprintf("%q is part of the name %q", name, id.Name))
		case names.Matches(name, names.Identity{Name: id.Name, Type: id.Type, Spellings: id.Spellings}) >= mayMean:
			m.add(id.ID, fmt.Sprintf("%q is a spelling variant of %q", id.Name, name))
		}
	}
	if err := s.outlet(ctx, name, outletHand, m); err != nil {
		return err
	}
	return s.spokesmen(ctx, name, m)
}

func (s *run) spokesmen(ctx context.Context, name string, m *meaning) error {
	who, err := s.db.SpeakersFor(ctx, append(slices.Clone(m.exact), m.alike...))
	for _, key := range who {
		m.add(key, fmt.Sprintf("speaks for %q", name))
	}
	return err
}

// outlet adds the outlets that name means: by their name or an alias, else by
// words of their name, else by a name spelt alike.
func (s *run) outlet(ctx context.Context, name, prefix string, m *meaning) error {
	outlets, err := s.db.Outlets(ctx)
	if err != nil {
		return err
	}
	table, err := s.db.OutletTable(ctx)
	if err != nil {
		return err
	}
	fold := names.Fold(name)
	for _, o := range outlets {
		alias := slices.ContainsFunc(table.Outlets[o].Aliases, func(a string) bool { return names.Fold(a) == fold })
		switch {
		case names.Fold(o) == fold || alias:
			m.add(prefix+o, "")
		case holds(o, name):
			m.add(prefix+o, fmt.Sprintf("%q is part of the name %q", name, o))
		}
	}
	if len(m.exact)+len(m.alike) > 0 {
		return nil
	}
	for _, o := range outlets {
		if names.Matches(name, names.Identity{Name: o, Type: hearsay.Organization}) >= mayMean {
			m.add(prefix+o, fmt.Sprintf("%q is a spelling variant of %q", o, name))
		}
	}
	return nil
}

// holds tells whether the words of part stand in a row in name.
func holds(name, part string) bool {
	part = names.Fold(part)
	return part != "" && strings.Contains(" "+names.Fold(name)+" ", " "+part+" ")
}
