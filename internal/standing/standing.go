// Package standing answers, for one claim, on whose word it stands: it builds
// the chain of hands of each statement, follows it from report to report as
// far as the case allows, and counts. It is the counting law of
// docs/counting.md and nothing else: it reads no text and knows no storage.
//
// Invariants: the order of the input changes nothing; whatever enters a count
// is written to the receipt, and Replay counts the same ladder from the
// receipt alone.
package standing

import "hearsay"

// Input is one claim with its surroundings.
type Input struct {
	Reports     []Report
	Statements  []Statement
	Derivations []hearsay.Derivation // among Reports, by report id
	SameTexts   []Pair               // among Reports
	SpeaksFor   []SpeaksFor
	Press       []string // hand keys of outlets of journalism that have no report here
}

// Report is what a count needs to know of a report.
type Report struct {
	ID        string
	Path      string
	Outlet    string // name for people
	Hand      string // hand key of the outlet, see Statement
	Family    string // owner, or the outlet itself
	Party     bool   // the outlet speaks for itself: it is no journalism; the same for all its reports
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

	// Under a condition only:
	Fell    []Fallen  `json:"fell,omitempty"`    // chains through a distrusted hand
	Later   []LeftOut `json:"later,omitempty"`   // reports published after the day asked for
	Undated []LeftOut `json:"undated,omitempty"` // reports that may be younger than it
}

// Origin is a group of chain ends that count as one.
type Origin struct {
	Name    string      `json:"name"`
	Kind    hearsay.End `json:"kind"`
	Entity  string      `json:"entity,omitempty"`
	Also    []string    `json:"also,omitempty"` // other names of the group
	Reports []string    `json:"reports"`

	key  string
	seen map[string]bool // Reports, as a set
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
	Origin    int           `json:"origin"`        // index into the origins of the standing
	How       string        `json:"how,omitempty"` // how it goes on to the next report: a derivation kind, or "citation"
}

// Denial is a report that denies or questions the claim, and by whom.
type Denial struct {
	Report    string       `json:"report"`
	Path      string       `json:"path"`
	Outlet    string       `json:"-"`
	Published hearsay.Date `json:"-"`
	By        string       `json:"by"`
	Content   hearsay.Span `json:"content"`
}

// Of counts the standing of a claim.
func Of(in Input) *Standing { return If(in, Condition{}) }

// If counts the standing of a claim under a condition.
func If(in Input, c Condition) *Standing {
	later, undated := in.until(c.Until)
	g := newGraph(in)
	g.distrust(c.Distrust)
	routes := g.routes()
	receipt := &ledger{lines: Receipt{}, seen: map[[3]string]bool{}}
	s := &Standing{
		Denies:      g.others(Against),
		Questions:   g.others(Question),
		Intends:     g.others(Intent),
		Derivations: append([]hearsay.Derivation{}, g.derivations...),
		Later:       later,
		Undated:     undated,
	}
	s.Ladder = g.ladder(receipt)
	g.leftOut(receipt)
	ends := g.ends(routes, receipt)
	s.Fell = g.fallen(routes, receipt)
	receipt.leftOut(ruleLater, later)
	receipt.leftOut(ruleUndated, undated)
	ends.dropFallen()
	s.Origins = ends.origins()
	s.Asserts = g.assertions(ends, s.Origins)
	s.Ladder.Origins = ends.interval()
	s.Bottlenecks = g.bottlenecks(ends.routes)
	s.Circular = ends.circular()
	s.Receipt = receipt.lines
	return s
}

// SideOf sets a statement against a claim; opposite tells that it speaks of
// the opposite. A denial of the opposite is for the claim, an assertion of the
// opposite against it.
func SideOf(stance hearsay.Stance, opposite bool) Side {
	switch stance {
	case hearsay.Questions:
		return Question
	case hearsay.Intends:
		return Intent
	case hearsay.Denies:
		opposite = !opposite
	}
	if opposite {
		return Against
	}
	return For
}
