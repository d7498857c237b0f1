// Package standing answers, for one claim, on whose word it stands: it builds
// the chain of hands of each statement, follows it from report to report as
// far as the case allows, and counts. It is the counting law of
// docs/counting.md and nothing else: it reads no text and knows no storage.
//
// Invariants: the order of the input changes nothing; whatever enters a count
// is written to the receipt, and Replay counts the same ladder from the
// receipt alone.
package standing

import (
	"sort"

	"hearsay"
)

// Input is one claim with its surroundings.
type Input struct {
	Reports     []Report
	Statements  []Statement
	Derivations []hearsay.Derivation // among Reports, by report id
	SameTexts   []Pair               // among Reports
	SpeaksFor   []SpeaksFor
}

// Report is what a count needs to know of a report.
type Report struct {
	ID        string
	Path      string
	Outlet    string // name for people
	Hand      string // hand key of the outlet, see Statement
	Family    string // owner, or the outlet itself
	Party     bool   // the outlet speaks for itself: it is no journalism
	Published hearsay.Date
}

// Side is how a statement stands to the claim, once its own stance and the
// claim's polarity are set against each other.
type Side uint8

const (
	For      Side = iota // asserts or supposes the claim
	Against              // denies it, or asserts its opposite
	Question             // asks, or leaves it open
	Intent               // speaks of wishes and plans
)

// Statement is one statement of the claim. The Entity of each hop of its
// chain is a hand key: equal for the same hand in all reports, "" where the
// hand has no identity and only its words are known.
type Statement struct {
	hearsay.Statement
	Side Side
}

// Pair joins two reports that count as one text.
type Pair struct {
	A, B    string
	Overlap float64
}

// SpeaksFor says that hand Who speaks for hand Whom.
type SpeaksFor struct {
	Who, Whom string // hand keys
	Evidence  Evidence
}

// Standing is the answer for one claim, as it is printed.
type Standing struct {
	Ladder      hearsay.Ladder       `json:"ladder"`
	Origins     []Origin             `json:"origins"`
	Bottlenecks []Bottleneck         `json:"bottlenecks"`
	Circular    bool                 `json:"circular"`
	Asserts     []Assertion          `json:"asserts"`
	Denies      []Denial             `json:"denies"`
	Questions   []Denial             `json:"questions"`
	Intends     []Denial             `json:"intends,omitempty"`
	Derivations []hearsay.Derivation `json:"derivations"`
	Receipt     Receipt              `json:"receipt"`
}

// Origin is a group of chain ends that count as one.
type Origin struct {
	Name    string      `json:"name"`
	Kind    hearsay.End `json:"kind"`
	Entity  string      `json:"entity,omitempty"`
	Also    []string    `json:"also,omitempty"` // other names of the group
	Reports []string    `json:"reports"`
}

// Bottleneck is a hand that stands on every chain of the claim.
type Bottleneck struct {
	Name string       `json:"name"`
	Role hearsay.Role `json:"role"`
}

// Assertion is one chain by which a report asserts the claim.
type Assertion struct {
	Report    string        `json:"report"`
	Path      string        `json:"path"`
	Outlet    string        `json:"outlet"`
	Published hearsay.Date  `json:"published"`
	Content   hearsay.Span  `json:"content"`
	Stance    string        `json:"stance,omitempty"`
	Hedged    bool          `json:"hedged,omitempty"`
	Chain     hearsay.Chain `json:"chain"`
	End       hearsay.End   `json:"end"`
}

// Denial is a report that denies or questions the claim, and by whom.
type Denial struct {
	Report  string       `json:"report"`
	Path    string       `json:"path"`
	By      string       `json:"by"`
	Content hearsay.Span `json:"content"`
}

// Of counts the standing of a claim.
func Of(in Input) *Standing {
	g := newGraph(in)
	routes := g.routes()
	receipt := &Receipt{}
	s := &Standing{
		Asserts:     g.assertions(routes),
		Denies:      g.others(Against),
		Questions:   g.others(Question),
		Intends:     g.others(Intent),
		Derivations: g.derivations(),
	}
	s.Ladder = g.ladder(routes, receipt)
	ends := g.ends(routes, receipt)
	s.Origins = ends.origins()
	s.Ladder.Origins = ends.interval()
	s.Bottlenecks = g.bottlenecks(routes, ends)
	s.Circular = ends.circular()
	s.Receipt = *receipt
	return s
}

// graph indexes an Input; all its lists are sorted, so that nothing depends on
// the order of arrival.
type graph struct {
	Input
	report   map[string]*Report
	byReport map[string][]*Statement // the claim's For statements
	byHand   map[string][]*Report    // reports of an outlet, oldest first
	into     map[string][]hearsay.Derivation
	spokes   unionFind // hand keys, by who speaks for whom
}

func newGraph(in Input) *graph {
	g := &graph{Input: in, report: map[string]*Report{}, byReport: map[string][]*Statement{},
		byHand: map[string][]*Report{}, into: map[string][]hearsay.Derivation{}, spokes: unionFind{}}
	sort.Slice(g.Reports, func(i, j int) bool { return older(&g.Reports[i], &g.Reports[j]) })
	for i := range g.Reports {
		r := &g.Reports[i]
		g.report[r.ID] = r
		g.byHand[r.Hand] = append(g.byHand[r.Hand], r)
	}
	sort.Slice(g.Statements, func(i, j int) bool {
		a, b := &g.Statements[i], &g.Statements[j]
		if a.Report != b.Report {
			return older(g.report[a.Report], g.report[b.Report])
		}
		return a.Seq < b.Seq
	})
	for i := range g.Statements {
		if st := &g.Statements[i]; st.Side == For {
			g.byReport[st.Report] = append(g.byReport[st.Report], st)
		}
	}
	for id, list := range g.byReport {
		g.byReport[id] = attributedFirst(list)
	}
	sort.Slice(g.Derivations, func(i, j int) bool {
		a, b := g.Derivations[i], g.Derivations[j]
		if a.To != b.To {
			return a.To < b.To
		}
		return older(g.report[a.From], g.report[b.From])
	})
	for _, d := range g.Derivations {
		g.into[d.To] = append(g.into[d.To], d)
	}
	for _, s := range g.SpeaksFor {
		g.spokes.join(s.Who, s.Whom)
	}
	return g
}

// attributedFirst drops the outlet's own voice where the same report also
// attributes the claim: a lead that the body attributes is the body's.
func attributedFirst(list []*Statement) []*Statement {
	var attributed []*Statement
	for _, st := range list {
		if st.End != hearsay.EndUnattributed || len(st.Chain) > 1 {
			attributed = append(attributed, st)
		}
	}
	if len(attributed) > 0 {
		return attributed
	}
	return list
}

// older orders reports by time, then by path and id, so that ties break alike
// everywhere. A report without a date comes last.
func older(a, b *Report) bool {
	if a == nil || b == nil {
		return b == nil && a != nil
	}
	if a.Published.IsZero() != b.Published.IsZero() {
		return b.Published.IsZero()
	}
	if !a.Published.Time.Equal(b.Published.Time) {
		return a.Published.Time.Before(b.Published.Time)
	}
	if a.Path != b.Path {
		return a.Path < b.Path
	}
	return a.ID < b.ID
}

// asserting lists the reports with a For statement, oldest first.
func (g *graph) asserting() []*Report {
	var list []*Report
	for i := range g.Reports {
		if len(g.byReport[g.Reports[i].ID]) > 0 {
			list = append(list, &g.Reports[i])
		}
	}
	return list
}

// derivations are those between reports that speak of the claim.
func (g *graph) derivations() []hearsay.Derivation {
	list := []hearsay.Derivation{}
	for _, d := range g.Derivations {
		if g.report[d.From] != nil && g.report[d.To] != nil {
			list = append(list, d)
		}
	}
	return list
}

func (g *graph) others(side Side) []Denial {
	list := []Denial{}
	seen := map[[2]string]bool{}
	for i := range g.Statements {
		st := &g.Statements[i]
		if st.Side != side {
			continue
		}
		r := g.report[st.Report]
		d := Denial{Report: r.ID, Path: r.Path, By: st.Chain[len(st.Chain)-1].Name, Content: hearsay.Cover(st.Content)}
		if key := [2]string{d.Report, d.By}; !seen[key] {
			seen[key] = true
			list = append(list, d)
		}
	}
	return list
}
