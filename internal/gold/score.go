package gold

import (
	"fmt"
	"path"
	"slices"
	"sort"
	"strings"

	"hearsay"
	"hearsay/internal/names"
	"hearsay/internal/trace"
)

// Given is what the program answered for a case.
type Given struct {
	Docs        string // folder of the reports, as it was read
	Answers     []*trace.Answer
	Reworded    [][]*trace.Answer // to each claim's query in other words
	Absent      []*trace.Answer   // to the queries that nothing answers
	Statements  []trace.Statement
	Derivations []hearsay.Derivation
	Paths       map[string]string // report id → path
	Texts       map[string]string // report id → text
	Drift       []hearsay.Drift
	Identities  []hearsay.Identity
	Outlets     hearsay.OutletTable
}

// Score counts what is right, by kind. Misses says what is not, a line each.
type Score struct {
	Claims      Tally // every number and list of the claim right
	Reports     Tally // lists of asserting and denying reports
	Ladders     Tally // single ladder numbers
	Origins     Tally // intervals
	Bottlenecks Tally
	Chains      Tally
	Ends        Tally
	Names       Tally
	Drift       Tally
	Reworded    Tally // queries in other words of which both lists are right
	Absent      Tally // queries that nothing answers and that find nothing
	Derivations F1
	Voices      F1 // reports that assert or deny, of the queries in other words
	Misses      []string
}

// Tally is how many of all are right.
type Tally struct{ Right, All int }

func (t *Tally) add(right bool) bool {
	t.All++
	if right {
		t.Right++
	}
	return right
}

// F1 counts found things against known ones.
type F1 struct{ Right, Found, Gold int }

func (f *F1) add(g F1) {
	f.Right += g.Right
	f.Found += g.Found
	f.Gold += g.Gold
}

func (f F1) line(name string) string {
	return fmt.Sprintf("%-18s F1 %5.1f  (%d right, %d found, %d in gold)\n", name, 100*f.Value(), f.Right, f.Found, f.Gold)
}

// Value is the harmonic mean of precision and recall, 1 if there is nothing.
func (f F1) Value() float64 {
	if f.Found+f.Gold == 0 {
		return 1
	}
	return 2 * float64(f.Right) / float64(f.Found+f.Gold)
}

// Add adds up two scores.
func (s *Score) Add(o *Score) {
	for i, t := range s.tallies() {
		t.Right += o.tallies()[i].Right
		t.All += o.tallies()[i].All
	}
	s.Derivations.add(o.Derivations)
	s.Voices.add(o.Voices)
	s.Misses = append(s.Misses, o.Misses...)
}

var tallyNames = [...]string{"claims all right", "report lists", "ladder numbers", "origin intervals", "bottlenecks", "chains", "chain ends", "names", "drift", "in other words", "absent queries"}

func (s *Score) tallies() []*Tally {
	return []*Tally{&s.Claims, &s.Reports, &s.Ladders, &s.Origins, &s.Bottlenecks, &s.Chains, &s.Ends, &s.Names, &s.Drift, &s.Reworded, &s.Absent}
}

// String prints the figures as a table.
func (s *Score) String() string {
	var b strings.Builder
	for i, t := range s.tallies() {
		if (t == &s.Absent || t == &s.Reworded) && t.All == 0 {
			continue // few cases have such queries
		}
		share := 100.0
		if t.All > 0 {
			share = 100 * float64(t.Right) / float64(t.All)
		}
		fmt.Fprintf(&b, "%-18s %4d of %4d  %5.1f\n", tallyNames[i], t.Right, t.All, share)
	}
	if s.Voices.Gold > 0 {
		b.WriteString(s.Voices.line("reports so asked"))
	}
	b.WriteString(s.Derivations.line("derivations"))
	return b.String()
}

// judge scores one case.
type judge struct {
	*Score
	c *Case
	g *Given
}

// Judge scores what was given for a case.
func Judge(c *Case, g *Given) *Score {
	j := judge{&Score{}, c, g}
	for i, claim := range c.Claims {
		j.claim(claim, g.Answers[i])
	}
	for i, answers := range g.Reworded {
		for _, got := range answers {
			j.reworded(c.Claims[i], got)
		}
	}
	for i, query := range c.Absent {
		if got := g.Absent[i].Claim; !j.Absent.add(got == nil) {
			j.miss("%q: finds %q, not nothing", query, got.Text)
		}
	}
	for _, chain := range c.Chains {
		j.chain(chain)
	}
	j.derivations()
	for _, pair := range c.Same {
		j.names(pair, true)
	}
	for _, pair := range c.Different {
		j.names(pair, false)
	}
	for _, d := range c.Drift {
		j.drift(d)
	}
	return j.Score
}

func (j judge) miss(format string, args ...any) {
	j.Misses = append(j.Misses, path.Base(j.c.Dir)+": "+fmt.Sprintf(format, args...))
}

// file is the gold name of a report.
func (j judge) file(p string) string {
	return strings.TrimPrefix(strings.TrimPrefix(p, strings.TrimSuffix(j.g.Docs, "/")), "/")
}

func (j judge) claim(want Claim, got *trace.Answer) {
	ok := j.reports(want.Query, "asserts", want.Asserts, j.asserting(got))
	ok = j.reports(want.Query, "denies", want.Denies, j.denying(got)) && ok
	for _, n := range []struct {
		name      string
		want, got int
	}{
		{"texts", want.Texts, got.Ladder.Texts}, {"outlets", want.Outlets, got.Ladder.Outlets},
		{"families", want.Families, got.Ladder.Families},
	} {
		if !j.Ladders.add(n.want == n.got) {
			ok = false
			j.miss("%q: %s %d, not %d", want.Query, n.name, n.got, n.want)
		}
	}
	interval := [2]int{got.Ladder.Origins.Low, got.Ladder.Origins.High}
	if !j.Origins.add(interval == want.Origins) {
		ok = false
		j.miss("%q: origins %v, not %v: %s", want.Query, interval, want.Origins, originList(got))
	}
	ok = j.originNames(want, got) && ok
	ok = j.bottlenecks(want, got) && ok
	if got.Circular != want.Circular {
		ok = false
		j.miss("%q: circular %v", want.Query, got.Circular)
	}
	j.Claims.add(ok)
}

// reworded scores the answer to a claim's query in other words.
func (j judge) reworded(want Claim, got *trace.Answer) {
	right := true
	for _, list := range [][2][]string{{sorted(want.Asserts), j.asserting(got)}, {sorted(want.Denies), j.denying(got)}} {
		both := F1{Found: len(list[1]), Gold: len(list[0])}
		for _, file := range list[1] {
			if slices.Contains(list[0], file) {
				both.Right++
			}
		}
		j.Voices.add(both)
		right = right && slices.Equal(list[0], list[1])
	}
	j.Reworded.add(right)
}

func originList(a *trace.Answer) string {
	var list []string
	for _, o := range a.Origins {
		list = append(list, fmt.Sprintf("%s (%s)", o.Name, o.Kind))
	}
	return strings.Join(list, "; ")
}

func (j judge) asserting(a *trace.Answer) []string {
	var list []string
	for _, s := range a.Asserts {
		list = append(list, j.file(s.Path))
	}
	return sorted(list)
}

func (j judge) denying(a *trace.Answer) []string {
	var list []string
	for _, s := range a.Denies {
		list = append(list, j.file(s.Path))
	}
	return sorted(list)
}

func sorted(list []string) []string {
	list = slices.Clone(list)
	sort.Strings(list)
	return slices.Compact(list)
}

func (j judge) reports(query, what string, want, got []string) bool {
	want = sorted(want)
	if j.Reports.add(slices.Equal(want, got)) {
		return true
	}
	var missing, extra []string
	for _, w := range want {
		if !slices.Contains(got, w) {
			missing = append(missing, w)
		}
	}
	for _, g := range got {
		if !slices.Contains(want, g) {
			extra = append(extra, g)
		}
	}
	j.miss("%q: %s lacks %v, has too many %v", query, what, missing, extra)
	return false
}

// originNames wants a named origin for each name, and no other.
func (j judge) originNames(want Claim, got *trace.Answer) bool {
	n, ok := 0, true
	for _, o := range got.Origins {
		if o.Kind == hearsay.EndNamed {
			n++
		}
	}
	for _, name := range want.OriginNames {
		if !slices.ContainsFunc(got.Origins, func(o hearsayOrigin) bool {
			return slices.ContainsFunc(append([]string{o.Name}, o.Also...), func(x string) bool { return j.same(x, name) })
		}) {
			ok = false
		}
	}
	if ok = ok && n == len(want.OriginNames); !ok {
		j.miss("%q: named origins are not %v: %s", want.Query, want.OriginNames, originList(got))
	}
	return ok
}

func (j judge) bottlenecks(want Claim, got *trace.Answer) bool {
	var names []string
	for _, b := range got.Bottlenecks {
		names = append(names, b.Name)
	}
	ok := len(names) == len(want.Bottlenecks)
	for i := 0; ok && i < len(names); i++ {
		ok = j.same(names[i], want.Bottlenecks[i]) || j.oneGroup(got, names[i], want.Bottlenecks[i])
	}
	if !j.Bottlenecks.add(ok) {
		j.miss("%q: bottlenecks %v, not %v", want.Query, names, want.Bottlenecks)
	}
	return ok
}

// oneGroup tells whether two names stand for one group of ends.
func (j judge) oneGroup(a *trace.Answer, x, y string) bool {
	for _, o := range a.Origins {
		all := append([]string{o.Name}, o.Also...)
		has := func(n string) bool {
			return slices.ContainsFunc(all, func(m string) bool { return j.same(m, n) })
		}
		if has(x) && has(y) {
			return true
		}
	}
	return false
}

// same tells whether two names are one: by an identity, or by their letters.
func (j judge) same(a, b string) bool {
	if names.Fold(a) == names.Fold(b) {
		return true
	}
	for _, id := range j.g.Identities {
		if has(id, a) && has(id, b) {
			return true
		}
	}
	return false
}

func has(id hearsay.Identity, name string) bool {
	fold := names.Fold(name)
	if names.Fold(id.Name) == fold {
		return true
	}
	return slices.ContainsFunc(id.Spellings, func(s string) bool { return names.Fold(s) == fold })
}
