package gold

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/names"
	"hearsay/internal/standing"
	"hearsay/internal/trace"
)

type hearsayOrigin = standing.Origin

// chain looks for a statement of the report that holds the words (or is held
// by them) and went through the wanted hands.
func (j judge) chain(want Chain) {
	var near []trace.Statement
	for _, s := range j.g.Statements {
		if j.file(s.Path) == want.Report && overlap(s.Text, want.Content) {
			near = append(near, s)
		}
	}
	right := slices.IndexFunc(near, func(s trace.Statement) bool { return j.hops(s.Report, s.Chain, want) })
	if !j.Chains.add(right >= 0) {
		var got []string
		for _, s := range near {
			got = append(got, standing.String(s.Chain)+" ("+string(s.End)+")")
		}
		j.miss("chain of %s %q: %v, not %v", want.Report, short(want.Content), got, want.Hops)
	}
	if right >= 0 && !j.Ends.add(near[right].End == want.End) {
		j.miss("end of %s %q: %s, not %s", want.Report, short(want.Content), near[right].End, want.End)
	}
}

func short(s string) string {
	if len(s) > 50 {
		return strings.ToValidUTF8(s[:50], "") + "…"
	}
	return s
}

// overlap tells whether one text holds the other, or most of its words.
func overlap(a, b string) bool {
	a, b = strings.Trim(fold(a), "\"'., "), strings.Trim(fold(b), "\"'., ")
	if strings.Contains(a, b) || strings.Contains(b, a) {
		return true
	}
	words, n := strings.Fields(b), 0
	for _, w := range words {
		if strings.Contains(a, w) {
			n++
		}
	}
	return len(words) > 3 && n*10 >= len(words)*7
}

func fold(s string) string {
	return strings.Join(strings.Fields(strings.NewReplacer("’", "'", "‘", "'", "“", "\"", "”", "\"").Replace(strings.ToLower(s))), " ")
}

func (j judge) hops(report string, got hearsay.Chain, want Chain) bool {
	if len(got) != len(want.Hops) {
		return false
	}
	for i := range got {
		if !j.same(got[i].Name, want.Hops[i]) && !(i == len(got)-1 && want.End == hearsay.EndDescribed && j.describes(report, got[i], want.Hops[i])) {
			return false
		}
	}
	return true
}

// describes tells whether a hop that has no name is called by these words, or
// the report that names nobody calls it so where it speaks of it.
func (j judge) describes(report string, hop hearsay.Hop, words string) bool {
	if overlap(hop.Name, words) {
		return true
	}
	if hop.Report != "" {
		report = hop.Report
	}
	text := j.g.Texts[report]
	return hop.Span.End <= len(text) && !hop.Span.IsEmpty() && overlap(hop.Span.Of(text), words)
}

func (j judge) derivations() {
	known := map[Derivation]bool{}
	for _, d := range j.c.Derivations {
		known[d] = true
	}
	j.Derivations.Gold += len(known)
	for _, d := range j.g.Derivations {
		j.Derivations.Found++
		found := Derivation{j.file(j.g.Paths[d.From]), j.file(j.g.Paths[d.To]), d.Kind}
		if known[found] {
			j.Derivations.Right++
			delete(known, found)
		} else {
			j.miss("derivation %s → %s (%s) is not in gold: %s", found.From, found.To, found.Kind, strings.Join(d.Why, "; "))
		}
	}
	for _, d := range j.c.Derivations {
		if known[d] {
			j.miss("derivation %s → %s (%s) was not found", d.From, d.To, d.Kind)
		}
	}
}

// names wants two spellings to mean one identity, or two. A name that the
// case does not know at all is not the same as anything.
func (j judge) names(pair [2]string, same bool) {
	a, b := j.meant(pair[0]), j.meant(pair[1])
	one := a != "" && a == b || names.Fold(pair[0]) == names.Fold(pair[1])
	if !j.Names.add(one == same) {
		j.miss("%q and %q: same is %v", pair[0], pair[1], one)
	}
}

// meant is what a name means best, "" if nobody has it.
func (j judge) meant(name string) string { return trace.Meant(j.g.Identities, j.g.Outlets, name) }

func (j judge) drift(want Drift) {
	right := slices.ContainsFunc(j.g.Drift, func(d hearsay.Drift) bool {
		return j.file(d.Path) == want.Report && d.Class == want.Class && fold(d.Was) == fold(want.Was) && fold(d.Is) == fold(want.Is)
	})
	if !j.Drift.add(right) {
		var got []string
		for _, d := range j.g.Drift {
			if j.file(d.Path) == want.Report {
				got = append(got, string(d.Class)+" "+d.Was+"→"+d.Is)
			}
		}
		j.miss("drift of %s %s %q → %q was not found among %v", want.Report, want.Class, want.Was, want.Is, got)
	}
}
