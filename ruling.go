package hearsay

import (
	"fmt"
	"strconv"
	"strings"
)

// RulingKind is what a person decided.
type RulingKind string

const (
	RuleSame      RulingKind = "same"      // two names are one entity, two statements make one claim
	RuleDifferent RulingKind = "different" // they do not
	RuleReject    RulingKind = "reject"    // a statement, a derivation, or that one speaks for another is wrong
	RuleAccept    RulingKind = "accept"    // it is right
	RuleUnsure    RulingKind = "unsure"    // it cannot be decided: what the machine holds stands, and nobody is asked again
)

// Ruling is a person's decision. The machine never overrides one, and every
// ruling can be taken back.
type Ruling struct {
	ID     int        `json:"id"`
	Kind   RulingKind `json:"kind"`
	A      string     `json:"a"` // a name, a report's id, or a StatementID
	B      string     `json:"b,omitempty"`
	Made   Date       `json:"made"`
	Undone bool       `json:"undone,omitempty"`
}

// On tells whether the ruling is in force and speaks of these two, in either
// order.
func (r Ruling) On(a, b string) bool {
	return !r.Undone && (r.A == a && r.B == b || r.A == b && r.B == a)
}

// StatementID names a statement in rulings by what does not change when
// everything is derived anew: its report, and the bytes of its content.
func StatementID(report string, content Span) string {
	return fmt.Sprintf("%s@%d-%d", report, content.Start, content.End)
}

// ParseStatementID takes a StatementID apart. The report may also be a path.
func ParseStatementID(s string) (report string, content Span, ok bool) {
	at := strings.LastIndexByte(s, '@')
	if at <= 0 {
		return "", content, false
	}
	from, to, ok := strings.Cut(s[at+1:], "-")
	if !ok {
		return "", content, false
	}
	start, err := strconv.Atoi(from)
	end, err2 := strconv.Atoi(to)
	if err != nil || err2 != nil || start < 0 || end <= start {
		return "", content, false
	}
	return s[:at], Span{Start: start, End: end}, true
}
