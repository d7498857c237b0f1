package hearsay

// RulingKind is what a person decided.
type RulingKind string

const (
	RuleSame      RulingKind = "same"      // two names are one entity
	RuleDifferent RulingKind = "different" // they are not
	RuleReject    RulingKind = "reject"    // a statement, derivation or join is wrong
)

// Ruling is a person's decision. The machine never overrides one, and every
// ruling can be taken back.
type Ruling struct {
	ID     int        `json:"id"`
	Kind   RulingKind `json:"kind"`
	A      string     `json:"a"` // a name, or the id of a thing
	B      string     `json:"b,omitempty"`
	Made   Date       `json:"made"`
	Undone bool       `json:"undone,omitempty"`
}
