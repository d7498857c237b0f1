// Package query is the search language: it parses what a person types into a
// small tree, simplifies it, and prints it.
//
//	strike port            both words
//	"lent forklifts"       these words in this order
//	port OR harbour        either
//	-strike                not this word
//	(port OR quay) strike  parentheses group
//	speaker:"Ada Lund"     a field; the fields are listed at Fields
//
// Invariants: every node knows the place in the query that it was read from;
// rewrites return new trees and leave the old ones alone; what Print prints,
// Parse reads back to an equal tree. The package is pure.
package query

import "hearsay"

// Node is a part of a query. It is one of *And, *Or, *Not, *Word, *Phrase and
// *Field.
type Node interface {
	// At is the place in the query, the zero Span for a node that a rewrite
	// made.
	At() hearsay.Span
}

// And holds where all of its two or more parts hold.
type And struct {
	Of   []Node
	Span hearsay.Span
}

// Or holds where at least one of its two or more parts holds.
type Or struct {
	Of   []Node
	Span hearsay.Span
}

// Not holds where its part does not.
type Not struct {
	Of   Node
	Span hearsay.Span
}

// Word is one word as it was typed, with at least one letter or digit.
type Word struct {
	Text string
	Span hearsay.Span
}

// Phrase is words in a row, parted by single spaces.
type Phrase struct {
	Text string
	Span hearsay.Span
}

// Field asks something of a statement or its report.
type Field struct {
	Name  FieldName
	Value string // as Parse checked it
	Span  hearsay.Span
}

func (n *And) At() hearsay.Span    { return n.Span }
func (n *Or) At() hearsay.Span     { return n.Span }
func (n *Not) At() hearsay.Span    { return n.Span }
func (n *Word) At() hearsay.Span   { return n.Span }
func (n *Phrase) At() hearsay.Span { return n.Span }
func (n *Field) At() hearsay.Span  { return n.Span }

// Equal tells whether two trees ask the same in the same way, wherever they
// stood.
func Equal(a, b Node) bool {
	switch a := a.(type) {
	case *And:
		b, ok := b.(*And)
		return ok && equalAll(a.Of, b.Of)
	case *Or:
		b, ok := b.(*Or)
		return ok && equalAll(a.Of, b.Of)
	case *Not:
		b, ok := b.(*Not)
		return ok && Equal(a.Of, b.Of)
	case *Word:
		b, ok := b.(*Word)
		return ok && a.Text == b.Text
	case *Phrase:
		b, ok := b.(*Phrase)
		return ok && a.Text == b.Text
	case *Field:
		b, ok := b.(*Field)
		return ok && a.Name == b.Name && a.Value == b.Value
	}
	return false
}

func equalAll(a, b []Node) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !Equal(a[i], b[i]) {
			return false
		}
	}
	return true
}
