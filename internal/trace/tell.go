package trace

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/standing"
)

// Verdict says in words what the ladder says in numbers.
func (a *Answer) Verdict() string {
	named := 0
	for _, o := range a.Origins {
		if o.Kind == hearsay.EndNamed {
			named++
		}
	}
	switch o := a.Ladder.Origins; {
	case a.Ladder.Reports == 0 && a.WhatIf != nil && a.WhatIf.Before.Reports > 0:
		return "Nothing is left to stand on."
	case a.Ladder.Reports == 0:
		return "Nobody asserts it. It is only denied, questioned or wished."
	case a.Circular && named == 0:
		return "Outlets cite each other in a circle; nobody who can be named vouches for it."
	case named == 0:
		return "Nobody who can be named vouches for it."
	case o.High == 1 && a.Ladder.Reports > 1:
		return "However often it is repeated, it stands on one word: " + Plain(a.Origins[0].Name) + "."
	case o.High == 1:
		return "It stands on one word: " + Plain(a.Origins[0].Name) + "."
	case o.Low == o.High:
		return fmt.Sprintf("It stands on %d origins that do not depend on one another.", o.Low)
	}
	return fmt.Sprintf("%d named; the rest is unknown, and the unknown is not independent.", named)
}

// Teller puts the receipt of an answer into words.
type Teller struct {
	called map[string]string    // reports and hands, by their keys
	why    map[[2]string]string // a report is taken to derive from another
}

// Teller tells the receipt with the reports called as file calls their paths.
func (a *Answer) Teller(file func(path string) string) *Teller {
	t := &Teller{called: map[string]string{}, why: map[[2]string]string{}}
	for _, s := range a.Asserts {
		t.called[s.Report] = file(s.Path)
		for _, h := range s.Chain {
			t.called[h.Entity] = h.Name
		}
	}
	for _, f := range a.Fell {
		t.called[f.Report] = file(f.Path)
	}
	for _, r := range slices.Concat(a.Later, a.Undated) {
		t.called[r.Report] = file(r.Path)
	}
	for _, d := range a.Derivations {
		t.why[[2]string{d.To, d.From}] = strings.Join(d.Why, "; ")
	}
	return t
}

// Name is that of a report or a hand, "" of one that the answer does not tell
// of.
func (t *Teller) Name(key string) string { return t.called[key] }

// Sentence is a decision in words, with its reasons.
func (t *Teller) Sentence(l standing.Line) string {
	s := sentence(l, cmp.Or(t.called[l.Joins[0]], l.Joins[0]), cmp.Or(t.called[l.Joins[1]], l.Joins[1]))
	if why := t.why[[2]string{l.Joins[0], l.Joins[1]}]; why != "" && l.Rule == "derivation" {
		s += ": " + why
	}
	return Plain(s)
}

func sentence(l standing.Line, a, b string) string {
	switch l.Rule {
	case "asserts":
		return fmt.Sprintf("%s asserts it; published by %s", a, l.Note)
	case "own-voice":
		return a + " also says it in its own voice, which is not counted: the same report attributes it"
	case "distrusted":
		return fmt.Sprintf("a chain of %s is left out: it leads through %s, which is not trusted", a, l.Note)
	case "later":
		return fmt.Sprintf("%s (%s) is left out: it was published on %s", a, l.Note, l.Joins[1])
	case "undated":
		return fmt.Sprintf("%s (%s) is left out: it may have been published later", a, l.Note)
	case "owner":
		if l.Joins[0] == outletPrefix+l.Joins[1] {
			return l.Joins[1] + " has no owner that is known"
		}
		return fmt.Sprintf("%s belongs to %s", strings.TrimPrefix(a, outletPrefix), b)
	case "copy":
		return fmt.Sprintf("%s and %s are one text: %s", a, b, l.Note)
	case "derivation":
		return fmt.Sprintf("%s takes it from %s (%s)", a, b, l.Note)
	case "citation":
		return fmt.Sprintf("%s cites the outlet of %s, which says it too", a, b)
	case "end":
		return fmt.Sprintf("the chain of %s ends with %s", a, l.Note)
	case "unknown":
		return fmt.Sprintf("the chain of %s ends with nobody who is named (%s)", a, l.Note)
	case "same-origin":
		return l.Note + ", so they are one origin"
	case "same-name":
		return "one name: " + l.Note
	case "same-unknown":
		return "two unknown ends may be one: " + l.Note
	}
	return l.Rule + ": " + a + ", " + b
}

// Weighty are the classes of drift by how much they change the sense.
func Weighty() []hearsay.DriftClass {
	return []hearsay.DriftClass{hearsay.NegationChanged, hearsay.NumberChanged, hearsay.HedgeDropped, hearsay.HedgeAdded,
		hearsay.NameChanged, hearsay.TenseChanged, hearsay.Inserted, hearsay.WordingChanged, hearsay.Truncated, hearsay.Translated, hearsay.Respelled}
}

// ByWeight are drifts with those first that change the sense most.
func ByWeight(list []hearsay.Drift) []hearsay.Drift {
	list, order := slices.Clone(list), Weighty()
	slices.SortStableFunc(list, func(x, y hearsay.Drift) int {
		return slices.Index(order, x.Class) - slices.Index(order, y.Class)
	})
	return list
}
