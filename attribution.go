package hearsay

// Kind says how the content of an attribution stands to quotation marks.
type Kind string

const (
	Direct   Kind = "direct"   // all content between quotation marks
	Indirect Kind = "indirect" // none
	Mixed    Kind = "mixed"
)

// Stance is how a source stands to the content.
type Stance string

const (
	Asserts   Stance = "asserts"
	Supposes  Stance = "supposes" // thinks, suspects, is said to; always hedged
	Denies    Stance = "denies"
	Questions Stance = "questions"
	Intends   Stance = "intends" // wants, hopes, fears, plans
)

// Counts tells whether a statement of this stance makes its report one that
// asserts the claim.
func (s Stance) Counts() bool { return s == Asserts || s == Supposes }

// Role is what a hand did with a statement.
type Role string

const (
	RolePublisher  Role = "publisher"
	RoleRelay      Role = "relay" // reported, quoted, was told
	RoleTranslator Role = "translator"
	RoleAuthor     Role = "author"
	RoleWitness    Role = "witness"
	RoleOrigin     Role = "origin"

	// RoleHearer is a hand only where whom a thing was told to turns out to be
	// an outlet of the case; no printed chain has it.
	RoleHearer Role = "hearer"
)

// Attribution is a source, its cue and its content in one report, in the
// sense of PARC and PolNeAR: "Ada Lund (source) told reporters (cue) that the
// bridge is safe (content)". The three are disjoint; each may be in pieces.
type Attribution struct {
	ID      string  `json:"id"` // "a1", unique in its report
	Source  []Span  `json:"source"`
	Cue     []Span  `json:"cue"`
	Content []Span  `json:"content"`
	Kind    Kind    `json:"kind"`
	Stance  Stance  `json:"stance"`
	Hedged  bool    `json:"hedged"`
	Speaker string  `json:"speaker"`          // entity id in the report; "" if nobody is named
	Via     []Via   `json:"via"`              // go-betweens, the reader's side first
	Told    Span    `json:"told,omitzero"`    // the name of whom it was told to, who may be an outlet that only the case knows
	Medium  string  `json:"medium,omitempty"` // letter, video, post, statement, interview, …
	Parent  string  `json:"parent"`           // attribution whose content holds this one; "" at top level
	Score   float64 `json:"score"`            // 0 to 1
}

// Via is a go-between that a phrase names.
type Via struct {
	Role   Role   `json:"role"` // RoleTranslator or RoleRelay
	Entity string `json:"entity"`
	Span   Span   `json:"span"` // the name itself, not the phrase
}

// CreditKind says what a report takes from the one that it names.
type CreditKind string

const (
	CreditWire        CreditKind = "wire"        // dateline "(Agency)", agency byline, "Source: X"
	CreditTranslation CreditKind = "translation" // "translated from X's page", "published by X in Arabic"
	CreditWhole       CreditKind = "whole"       // "here is the short version, from X's transcript"
	CreditPoint       CreditKind = "point"       // "X reported on Sunday that …": a citation
	CreditForward     CreditKind = "forward"     // forwarded from X
	CreditLink        CreditKind = "link"        // a link to X's page
)

// Credit is a place where a report names another publisher as where its words
// come from.
type Credit struct {
	Kind CreditKind `json:"kind"`
	Name string     `json:"name"`          // as printed
	Span Span       `json:"span,omitzero"` // the name; zero if it stands in metadata
	URL  string     `json:"url,omitempty"`
	Role Role       `json:"role,omitempty"` // RoleTranslator: the name is not where the words come from but who translated them
}
