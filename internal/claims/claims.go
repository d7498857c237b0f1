// Package claims finds which statements say the same thing. A statement is
// reduced to a proposition: the stems of its content words, the names of its
// participants, its numbers and its polarity. Two propositions are one claim
// when they share enough of what they say, weighted by how rare each word is
// in English, and nothing in them clashes.
//
// It is pure, and its answers do not depend on the order in which statements
// come: likeness looks at two propositions alone, and grouping works on the
// sorted whole. It joins cautiously: two claims that should be one cost a
// reader a moment; one claim that should be two makes a wrong count.
package claims

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"hearsay/internal/text"
)

// Kind says what a term is.
type Kind uint8

const (
	Word   Kind = iota // stem of a content word
	Name               // part of a name
	Number             // a quantity, printed in decimals
	Not                // the whole is denied: "was not on the island"
)

// Term is one thing that a proposition speaks of.
type Term struct {
	Text    string
	Kind    Kind
	Weight  float64
	Negated bool // what it names is said not to be so: "not closed", "no warning"
	Actor   bool // it names the one who does it: a name or nationality before the verb

	// Optional terms count where the other proposition has them, and nothing
	// otherwise: a speaker who speaks of himself may be named elsewhere.
	Optional bool
}

// Proposition is what a statement says, without who says it. Terms are sorted
// by text and distinct.
type Proposition struct {
	Terms []Term
}

// nameTerms spreads the weight of one name over its words: a long name is
// still one participant.
func nameTerms(name string) []Term {
	var words []string
	for _, word := range strings.FieldsFunc(text.Fold(name), notInName) {
		if len(word) > 1 && !text.StopWord(word) {
			words = append(words, strings.TrimSuffix(word, "'s"))
		}
	}
	terms := make([]Term, len(words))
	for i, word := range words {
		terms[i] = Term{Text: root(word), Kind: Name, Weight: nameWeight / float64(len(words))}
	}
	return terms
}

func notInName(c rune) bool {
	return unicode.IsSpace(c) || c == '-' || c == '.' || c == ',' || c == '&'
}

// tidy sorts the terms and drops repetitions; the heavier one stays, and what
// is negated once is negated.
func (p *Proposition) tidy() {
	slices.SortFunc(p.Terms, func(a, b Term) int {
		return cmp.Or(strings.Compare(a.Text, b.Text), cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Kind, b.Kind))
	})
	kept := p.Terms[:0]
	for _, t := range p.Terms {
		if n := len(kept); n == 0 || kept[n-1].Text != t.Text {
			kept = append(kept, t)
		} else {
			kept[n-1].Negated = kept[n-1].Negated || t.Negated
			kept[n-1].Actor = kept[n-1].Actor || t.Actor
			kept[n-1].Optional = kept[n-1].Optional && t.Optional
		}
	}
	p.Terms = kept
}

// String prints a proposition so that Parse reads it back, and so that a
// full-text index finds its terms: "text/weight" for each, with a letter for
// the kind, "^" where the term names the actor, "?" where it is optional, and "!" where it
// is negated.
func (p Proposition) String() string {
	var b strings.Builder
	for i, t := range p.Terms {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.Text)
		b.WriteByte('/')
		b.WriteByte(kindLetters[t.Kind])
		b.WriteString(strconv.Itoa(int(t.Weight*100 + 0.5)))
		if t.Actor {
			b.WriteByte('^')
		}
		if t.Optional {
			b.WriteByte('?')
		}
		if t.Negated {
			b.WriteByte('!')
		}
	}
	return b.String()
}

const (
	kindLetters = "wn#-"
	heaviest    = 1000 // hundredths, more than any term weighs
)

// Parse reads what String printed; what it cannot read it leaves out.
func Parse(s string) Proposition {
	var p Proposition
	for _, field := range strings.Fields(s) {
		if t, ok := parseTerm(field); ok {
			p.Terms = append(p.Terms, t)
		}
	}
	return p
}

func parseTerm(field string) (t Term, ok bool) {
	field, t.Negated = strings.CutSuffix(field, "!")
	field, t.Optional = strings.CutSuffix(field, "?")
	field, t.Actor = strings.CutSuffix(field, "^")
	cut := strings.LastIndexByte(field, '/')
	if cut <= 0 || cut+2 > len(field) {
		return t, false
	}
	kind := strings.IndexByte(kindLetters, field[cut+1])
	hundredths, err := strconv.Atoi(field[cut+2:])
	if kind < 0 || err != nil || hundredths < 0 || hundredths > heaviest {
		return t, false
	}
	t.Text, t.Kind, t.Weight = field[:cut], Kind(kind), float64(hundredths)/100
	return t, true
}

// Words are the texts of the terms, for a full-text index.
func (p Proposition) Words() []string {
	list := make([]string, len(p.Terms))
	for i, t := range p.Terms {
		list[i] = t.Text
	}
	return list
}
