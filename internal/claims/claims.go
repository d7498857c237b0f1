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
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"

	"hearsay"
	"hearsay/internal/text"
)

// Kind says what a term is.
type Kind uint8

const (
	Word   Kind = iota // stem of a content word
	Name               // part of a name
	Number             // a quantity, printed in decimals
)

// Term is one thing that a proposition speaks of.
type Term struct {
	Text    string
	Kind    Kind
	Weight  float64
	Negated bool // what it names is said not to be so: "not closed", "no warning"
	Actor   bool // it names the one who does it: a name or nationality before the verb
}

// Proposition is what a statement says, without who says it. Terms are sorted
// by text and distinct.
type Proposition struct {
	Terms []Term
}

// Draft is a proposition whose participants are still the entities of one
// report.
type Draft struct {
	Words    []Term
	Entities []string // local ids
	Actors   []string // those of Entities that stand before the verb
}

// NewDraft reduces the words of doc in the content. Mentions of entities stand
// for them; the speaker's mentions of himself say nothing about the world.
func (w *Weights) NewDraft(doc *text.Document, content []hearsay.Span, entities []hearsay.Entity, speaker string) Draft {
	b := drafter{weights: w, doc: doc, speaker: speaker, seen: map[string]bool{}}
	for _, span := range content {
		b.add(span, mentionsIn(span, entities))
	}
	return b.Draft
}

// drafter collects the terms of a draft.
type drafter struct {
	Draft
	weights *Weights
	doc     *text.Document
	speaker string
	seen    map[string]bool // entities
}

func (b *drafter) add(span hearsay.Span, mentions []mention) {
	first, last := tokens(b.doc, span)
	negated := negated(b.doc, first, last)
	verb := nextOf(b.doc, first, last, text.VERB, text.AUX)
	aside := asides(b.doc, first, last)
	for i := first; i < last; i++ {
		at := hearsay.Span{Start: int(b.doc.Tokens[i].Start), End: int(b.doc.Tokens[i].End)}
		if e := covering(mentions, at); e != nil {
			if e.ID != b.speaker || possessive(b.doc, i) {
				b.mention(e.ID, i < verb)
			}
			continue
		}
		if b.speaker != "" && i < verb && possessive(b.doc, i) {
			b.mention(b.speaker, true)
			continue
		}
		if t, ok := b.weights.term(b.doc, i, last); ok {
			t.Negated = negated[i]
			t.Actor = i < verb && (t.Kind == Name || b.weights.nationality(b.doc, i, first))
			if t.Kind == Name {
				t.Weight = nameWeight / float64(nameLength(b.doc, i, first, last))
			}
			if aside[i-first] && t.Kind != Number {
				t.Weight *= asideFactor
			}
			b.Words = append(b.Words, t)
		}
	}
}

// mention adds an entity, once.
func (b *drafter) mention(id string, actor bool) {
	if b.seen[id] {
		return
	}
	b.seen[id] = true
	b.Entities = append(b.Entities, id)
	if actor {
		b.Actors = append(b.Actors, id)
	}
}

// possessive tells whether token i is a possessive pronoun: what a speaker
// says of his own ("its soldiers") speaks of him.
func possessive(doc *text.Document, i int) bool {
	switch text.Fold(doc.Of(i)) {
	case "its", "their", "our", "his", "her", "my":
		return true
	}
	return false
}

// nationality tells whether token i is an adjective that names somebody: it is
// written with a capital inside the clause, or at its beginning if it is no
// common English word or has the ending of a nationality.
func (w *Weights) nationality(doc *text.Document, i, first int) bool {
	c := doc.Text[doc.Tokens[i].Start]
	if c < 'A' || c > 'Z' || doc.Tokens[i].Tag != text.ADJ {
		return false
	}
	word := text.Fold(doc.Of(i))
	_, common := w.zipf[word]
	return i > first || !common || strings.HasSuffix(word, "ian") || strings.HasSuffix(word, "ese") || strings.HasSuffix(word, "ish")
}

// nameLength is the number of words of the name that token i belongs to.
func nameLength(doc *text.Document, i, first, last int) int {
	from, to := i, i+1
	for from > first && doc.Tokens[from-1].Tag == text.PROPN {
		from--
	}
	for to < last && doc.Tokens[to].Tag == text.PROPN {
		to++
	}
	return to - from
}

func firstToken(doc *text.Document, offset int) int {
	return sort.Search(len(doc.Tokens), func(i int) bool { return int(doc.Tokens[i].End) > offset })
}

type mention struct {
	span   hearsay.Span
	entity *hearsay.Entity
}

// mentionsIn are the mentions of named entities that touch the span.
// Described ones are left as words: the words are all that is known of them.
func mentionsIn(span hearsay.Span, entities []hearsay.Entity) []mention {
	var list []mention
	for i := range entities {
		e := &entities[i]
		if e.Described {
			continue
		}
		for _, m := range e.Mentions {
			if m.Overlaps(span) {
				list = append(list, mention{m, e})
			}
		}
	}
	return list
}

func covering(list []mention, at hearsay.Span) *hearsay.Entity {
	for _, m := range list {
		if m.span.Contains(at) {
			return m.entity
		}
	}
	return nil
}

// term is what token i tells; function words and negations tell nothing by
// themselves.
func (w *Weights) term(doc *text.Document, i, last int) (t Term, ok bool) {
	switch doc.Tokens[i].Kind {
	case text.Word, text.Number:
	default:
		return Term{}, false
	}
	word := text.Fold(doc.Of(i))
	if n, ok := text.NumberValue(doc.Of(i)); ok && word != "one" {
		t = Term{Text: strconv.FormatFloat(n, 'f', -1, 64), Kind: Number, Weight: numberWeight}
		if i+1 < len(doc.Tokens) && clock(text.Fold(doc.Of(i+1))) {
			t.Kind, t.Weight = Word, circumstanceWeight
		}
		return t, true
	}
	if _, is := negator(doc, i); is || text.StopWord(word) || len(word) < 2 {
		return Term{}, false
	}
	if means := phrase(doc, i, last); means != "" {
		word = means
	}
	t = Term{Text: root(word), Kind: Word, Weight: w.Of(word)}
	if doc.Tokens[i].Tag == text.PROPN && !circumstance[word] {
		t.Kind = Name
	}
	return t, true
}

// Resolve replaces the draft's entities by their names, which nameOf gives:
// the same for all reports that speak of the entity.
func Resolve(d Draft, nameOf func(entity string) string) Proposition {
	p := Proposition{Terms: slices.Clone(d.Words)}
	for _, e := range d.Entities {
		terms := nameTerms(nameOf(e))
		for i := range terms {
			terms[i].Actor = slices.Contains(d.Actors, e)
		}
		p.Terms = append(p.Terms, terms...)
	}
	p.tidy()
	return p
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

// Query reduces a user's words; doc is their text, tagged if it can be.
func (w *Weights) Query(doc *text.Document) Proposition {
	return Resolve(w.NewDraft(doc, []hearsay.Span{{End: len(doc.Text)}}, nil, ""), nil)
}

// String prints a draft so that ParseDraft reads it back: the words as in
// Proposition, then "@" and the id of each entity, with "^" for an actor.
func (d Draft) String() string {
	s := Proposition{Terms: d.Words}.String()
	for _, e := range d.Entities {
		s += " @" + e
		if slices.Contains(d.Actors, e) {
			s += "^"
		}
	}
	return strings.TrimSpace(s)
}

// ParseDraft reads what String printed.
func ParseDraft(s string) Draft {
	words := Parse(s)
	d := Draft{Words: words.Terms}
	for _, field := range strings.Fields(s) {
		if _, isTerm := parseTerm(field); isTerm {
			continue // a word that begins with "@"
		}
		id, ok := strings.CutPrefix(field, "@")
		id, actor := strings.CutSuffix(id, "^")
		if !ok || id == "" {
			continue
		}
		d.Entities = append(d.Entities, id)
		if actor {
			d.Actors = append(d.Actors, id)
		}
	}
	return d
}

// tidy sorts the terms and drops repetitions; the heavier one stays, and what
// is negated once is negated.
func (p *Proposition) tidy() {
	sort.Slice(p.Terms, func(i, j int) bool {
		if p.Terms[i].Text != p.Terms[j].Text {
			return p.Terms[i].Text < p.Terms[j].Text
		}
		if p.Terms[i].Weight != p.Terms[j].Weight {
			return p.Terms[i].Weight > p.Terms[j].Weight
		}
		return p.Terms[i].Kind < p.Terms[j].Kind
	})
	kept := p.Terms[:0]
	for _, t := range p.Terms {
		if n := len(kept); n == 0 || kept[n-1].Text != t.Text {
			kept = append(kept, t)
		} else {
			kept[n-1].Negated = kept[n-1].Negated || t.Negated
			kept[n-1].Actor = kept[n-1].Actor || t.Actor
		}
	}
	p.Terms = kept
}

// String prints a proposition so that Parse reads it back, and so that a
// full-text index finds its terms: "text/weight" for each, with a letter for
// the kind, "^" where the term names the actor, and "!" where it is negated.
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
		if t.Negated {
			b.WriteByte('!')
		}
	}
	return b.String()
}

const (
	kindLetters = "wn#"
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
