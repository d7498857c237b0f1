// Package recount counts a claim once more, straight from the sentences of
// docs/counting.md: slowly, by trying everything on everything, with no index
// and no memory, and knowing nothing of how package standing does it. Tests
// compare the two.
package recount

import (
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"

	"hearsay"
	"hearsay/internal/standing"
)

// recount is a claim while it is counted.
type recount struct{ standing.Input }

// Of counts a claim and prints its ladder and chains as Summary does.
func Of(in standing.Input) string { return recount{in}.count() }

// Summary prints the ladder of a standing and its chains, one a line.
func Summary(s *standing.Standing) string {
	set := map[string]bool{}
	for _, a := range s.Asserts {
		set[a.Report+": "+standing.String(a.Chain)+string(a.End)] = true
	}
	return fmt.Sprintf("%+v\n%s", s.Ladder, strings.Join(slices.Sorted(maps.Keys(set)), "\n"))
}

func (c recount) count() string {
	var l hearsay.Ladder
	outlets, families, texts := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, r := range c.Reports {
		if len(c.said(r.ID)) > 0 {
			l.Reports++
			outlets[r.Hand], families[r.Family], texts[c.textOf(r.ID)] = true, true, true
		}
	}
	l.Texts, l.Outlets, l.Families = len(texts), len(outlets), len(families)
	var ends []recountedEnd
	printed := map[string]bool{}
	for _, r := range c.Reports {
		for _, st := range c.said(r.ID) {
			chain, end, last := c.chain(st)
			printed[r.ID+": "+strings.Join(chain, " > ")+string(end)] = true
			ends = append(ends, last)
		}
	}
	l.Origins = c.origins(ends)
	return fmt.Sprintf("%+v\n%s", l, strings.Join(slices.Sorted(maps.Keys(printed)), "\n"))
}

// said lists the statements that assert the claim in a report; its own voice
// only where it attributes the claim to nobody.
func (c recount) said(report string) (list []*standing.Statement) {
	var own, others []*standing.Statement
	for i := range c.Statements {
		st := &c.Statements[i]
		if st.Report != report || st.Side != standing.For {
			continue
		}
		if len(st.Chain) == 1 && st.End == hearsay.EndUnattributed {
			own = append(own, st)
		} else {
			others = append(others, st)
		}
	}
	if len(others) > 0 {
		own = others
	}
	sort.Slice(own, func(i, j int) bool { return own[i].Seq < own[j].Seq })
	return own
}

// textOf is the least report of those that are one text with this one.
func (c recount) textOf(report string) string {
	group := map[string]bool{report: true}
	for range c.Reports {
		for _, p := range c.SameTexts {
			if len(c.said(p.A)) > 0 && len(c.said(p.B)) > 0 && (group[p.A] || group[p.B]) {
				group[p.A], group[p.B] = true, true
			}
		}
	}
	return slices.Min(slices.Collect(maps.Keys(group)))
}

// voiceOf is the least hand of those that speak with one voice.
func (c recount) voiceOf(hand string) string {
	group := map[string]bool{hand: true}
	for range c.SpeaksFor {
		for _, s := range c.SpeaksFor {
			if group[s.Who] || group[s.Whom] {
				group[s.Who], group[s.Whom] = true, true
			}
		}
	}
	return slices.Min(slices.Collect(maps.Keys(group)))
}

func (c recount) report(id string) *standing.Report {
	return &c.Reports[slices.IndexFunc(c.Reports, func(r standing.Report) bool { return r.ID == id })]
}

// before orders reports: dated first, then by day, then by id.
func before(a, b *standing.Report) bool {
	if a.Published.IsZero() != b.Published.IsZero() {
		return !a.Published.IsZero()
	}
	if day := strings.Compare(a.Published.Day(), b.Published.Day()); day != 0 {
		return day < 0
	}
	return a.ID < b.ID
}

// source is the statement through which a derived report goes on: of all
// statements of all sources the one that fits best, of the oldest source; and
// how many hops of st stay before it, the translator of a translation with
// the outlet.
func (c recount) source(st *standing.Statement) (best *standing.Statement, kept int) {
	bestFit := 0
	for _, d := range c.Derivations {
		if d.To != st.Report || d.Kind == hearsay.Reply {
			continue
		}
		for _, t := range c.said(d.From) {
			fit := c.fits(st, t, d)
			older := best == nil || before(c.report(t.Report), c.report(best.Report)) || t.Report == best.Report && t.Seq < best.Seq
			if fit > bestFit || fit == bestFit && fit > 0 && older {
				best, bestFit, kept = t, fit, 1
				if d.Kind == hearsay.Translation && len(st.Chain) > 2 && st.Chain[1].Role == hearsay.RoleTranslator {
					kept = 2
				}
			}
		}
	}
	return best, kept
}

func (c recount) fits(st, t *standing.Statement, d hearsay.Derivation) int {
	same := len(st.Chain) > 1 && len(t.Chain) > 1 && c.voiceOf(c.hand(st, -1)) == c.voiceOf(c.hand(t, -1))
	onOther := len(st.Chain) > 1 && len(t.Chain) > 1 && (slices.Contains(c.hands(t), c.hand(st, -1)) || slices.Contains(c.hands(st), c.hand(t, -1)))
	for _, up := range c.Derivations {
		if up.To == d.From && up.Kind != hearsay.Reply && len(st.Chain) > 1 && c.outletHand(up.From) == c.hand(st, -1) {
			same = true
		}
	}
	bothNamed := len(st.Chain) > 1 && len(t.Chain) > 1 && st.End == hearsay.EndNamed && t.End == hearsay.EndNamed
	aligned := len(d.Aligned) > 0 && (!bothNamed || same || onOther)
	place := st.Seq == t.Seq
	switch {
	case aligned && same && place:
		return 7
	case aligned && same:
		return 6
	case aligned && place:
		return 5
	case aligned:
		return 4
	case same:
		return 2
	case st.Speaker == "" || d.Kind == hearsay.Copy || d.Kind == hearsay.Forward || d.Kind == hearsay.Translation:
		return 1
	case st.End == hearsay.EndDescribed && t.End == hearsay.EndNamed:
		return 1
	}
	return 0
}

// hand is the hand of one hop; officials that have no identity are nobody
// else's. Hop -1 is the last.
func (c recount) hand(st *standing.Statement, i int) string {
	if i < 0 {
		i += len(st.Chain)
	}
	h := st.Chain[i]
	if h.Entity == "" && i == len(st.Chain)-1 && st.End == hearsay.EndDescribed {
		return h.Name + " of " + st.Report
	}
	if h.Entity == "" {
		return h.Name
	}
	return h.Entity
}

func (c recount) hands(st *standing.Statement) (list []string) {
	for i := range st.Chain {
		list = append(list, c.hand(st, i))
	}
	return list
}

// comesFrom tells whether text a takes from text b in up to n steps.
func (c recount) comesFrom(a, b string, n int) bool {
	return n > 0 && slices.ContainsFunc(c.Derivations, func(d hearsay.Derivation) bool {
		return d.To == a && d.Kind != hearsay.Reply && (d.From == b || c.comesFrom(d.From, b, n-1))
	})
}

// cited is the statement through which a citing report goes on, and how many
// of its own hops stand before it.
func (c recount) cited(st *standing.Statement) (*standing.Statement, int) {
	own := c.report(st.Report)
	for i := 1; i < len(st.Chain); i++ {
		if c.hand(st, i) == own.Hand {
			continue
		}
		var readable []*standing.Report
		for k := range c.Reports {
			r := &c.Reports[k]
			if r.Hand == c.hand(st, i) && r.Published.NotAfter(own.Published) && !c.comesFrom(r.ID, own.ID, len(c.Reports)) {
				readable = append(readable, r)
			}
		}
		sort.Slice(readable, func(x, y int) bool { return before(readable[x], readable[y]) })
		for _, r := range readable {
			if t := c.meant(st, i, r); t != nil {
				return t, i
			}
		}
	}
	return nil, 0
}

func (c recount) meant(st *standing.Statement, at int, r *standing.Report) *standing.Statement {
	var knows, alike, any *standing.Statement
	for _, t := range slices.Backward(c.said(r.ID)) {
		any = t
		if t.End == st.End {
			alike = t
		}
		if len(t.Chain) > 1 && c.voiceOf(c.hand(t, -1)) == c.voiceOf(c.hand(st, -1)) || slices.Contains(c.hands(t), c.hand(st, -1)) {
			knows = t
		}
	}
	switch {
	case at == len(st.Chain)-1:
		return any
	case knows != nil:
		return knows
	case st.End == hearsay.EndNamed:
		return nil
	case alike != nil:
		return alike
	}
	return any
}

// recountedEnd is where a chain leads: its last statement, or the circle.
type recountedEnd struct {
	last  *standing.Statement
	round []string // reports of the circle
}

// chain follows a statement to its end.
func (c recount) chain(st *standing.Statement) (names []string, end hearsay.End, to recountedEnd) {
	var hands []string
	var path []*standing.Statement
	cut := false
	for {
		if i := slices.Index(path, st); i >= 0 {
			for _, p := range path[i:] {
				to.round = append(to.round, p.Report)
			}
			return names, hearsay.EndCircular, to
		}
		path = append(path, st)
		next, kept := c.source(st)
		if next == nil {
			if next, kept = c.cited(st); next == nil {
				kept = len(st.Chain)
			}
		}
		for i := range kept {
			h := c.hand(st, i)
			if cut || len(hands) > 0 && hands[len(hands)-1] == h {
				continue
			}
			if cut = slices.Contains(hands, h); !cut {
				hands, names = append(hands, h), append(names, st.Chain[i].Name)
			}
		}
		if next == nil {
			break
		}
		st = next
	}
	to.last, end = st, c.endOf(st)
	if cut {
		end = hearsay.EndCircular
	}
	return names, end, to
}

// endOf is the end of a chain that stops in st: a cited outlet of journalism
// names nobody.
func (c recount) endOf(st *standing.Statement) hearsay.End {
	if st.End != hearsay.EndNamed || len(st.Chain) < 2 {
		return st.End
	}
	hand := c.hand(st, -1)
	publishes := slices.IndexFunc(c.Reports, func(r standing.Report) bool { return r.Hand == hand })
	if publishes >= 0 && !c.Reports[publishes].Party || publishes < 0 && slices.Contains(c.Press, hand) {
		return hearsay.EndUnattributed
	}
	return st.End
}

// origins groups the ends.
func (c recount) origins(ends []recountedEnd) hearsay.Interval {
	if len(ends) == 0 {
		return hearsay.Interval{}
	}
	named := map[string]bool{}
	for _, e := range ends {
		if e.last != nil && !c.returns(e.last) && c.isNamed(e.last) {
			named[c.voiceOf(c.hand(e.last, -1))] = true
		}
	}
	var unknown []map[string]bool // the marks by which each is known
	for _, e := range ends {
		switch {
		case e.last == nil:
			unknown = append(unknown, c.marks(e.round, ""))
		case len(e.last.Chain) > 1 && named[c.voiceOf(c.hand(e.last, -1))], c.isNamed(e.last) && !c.returns(e.last):
		case c.isNamed(e.last):
			unknown = append(unknown, c.marks([]string{e.last.Report}, "circle "+c.voiceOf(c.hand(e.last, -1))))
		case c.endOf(e.last) == hearsay.EndUnattributed:
			unknown = append(unknown, c.marks([]string{e.last.Report}, "outlet "+c.hand(e.last, -1)))
		default:
			unknown = append(unknown, c.marks([]string{e.last.Report}, ""))
		}
	}
	u := len(joined(unknown))
	return hearsay.Interval{Low: max(len(named), 1), High: max(len(named)+u, 1)}
}

// isNamed tells whether a statement ends with somebody who can be told apart.
func (c recount) isNamed(st *standing.Statement) bool {
	if end := c.endOf(st); end != hearsay.EndDescribed {
		return end == hearsay.EndNamed
	}
	voice := c.voiceOf(c.hand(st, -1))
	return slices.ContainsFunc(c.SpeaksFor, func(s standing.SpeaksFor) bool {
		return c.voiceOf(s.Who) == voice && !(c.onlyDescribed(s.Who) && c.onlyDescribed(s.Whom))
	})
}

func (c recount) onlyDescribed(hand string) bool {
	ends := func(named bool) bool {
		return slices.ContainsFunc(c.Statements, func(st standing.Statement) bool {
			return c.hand(&st, -1) == hand && (st.End != hearsay.EndDescribed) == named
		})
	}
	return ends(false) && !ends(true)
}

// returns tells whether a hand comes back in the statement's own chain.
func (c recount) returns(st *standing.Statement) bool {
	hands := slices.Compact(c.hands(st))
	for i, h := range hands {
		if slices.Contains(hands[:i], h) {
			return true
		}
	}
	return false
}

func (c recount) marks(reports []string, more string) map[string]bool {
	set := map[string]bool{}
	for _, r := range reports {
		set["text "+c.textOf(r)] = true
	}
	if more != "" {
		set[more] = true
	}
	return set
}

// joined takes sets that have a mark in common for one.
func joined(sets []map[string]bool) []map[string]bool {
	for i := range sets {
		for k := range sets[:i] {
			for mark := range sets[i] {
				if sets[k][mark] {
					maps.Copy(sets[k], sets[i])
					return joined(append(slices.Clone(sets[:i]), sets[i+1:]...))
				}
			}
		}
	}
	return sets
}

// outletHand is the hand of the outlet of a report, "?" for a report that is
// not there.
func (c recount) outletHand(id string) string {
	for _, r := range c.Reports {
		if r.ID == id {
			return r.Hand
		}
	}
	return "?"
}
