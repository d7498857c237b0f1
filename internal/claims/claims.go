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
	"sort"
	"strconv"
	"strings"

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
	Text   string
	Kind   Kind
	Weight float64
}

// Proposition is what a statement says, without who says it. Terms are sorted
// by text and distinct.
type Proposition struct {
	Terms    []Term
	Negative bool // it says that something is not so
}

// Draft is a proposition whose participants are still the entities of one
// report.
type Draft struct {
	Words    []Term
	Entities []string // local ids
	Negative bool
}

// NewDraft reduces the words of doc in span. Mentions of entities stand for
// them; the speaker's mentions of himself say nothing about the world.
func (w *Weights) NewDraft(doc *text.Document, span hearsay.Span, entities []hearsay.Entity, speaker string) Draft {
	var d Draft
	mentions := mentionsIn(span, entities)
	seen := map[string]bool{}
	first := firstToken(doc, span.Start)
	d.Negative = negative(doc, first, span.End)
	for i := first; i < len(doc.Tokens) && int(doc.Tokens[i].Start) < span.End; i++ {
		at := hearsay.Span{Start: int(doc.Tokens[i].Start), End: int(doc.Tokens[i].End)}
		if e := covering(mentions, at); e != nil {
			if e.ID != speaker && !seen[e.ID] {
				seen[e.ID] = true
				d.Entities = append(d.Entities, e.ID)
			}
			continue
		}
		w.addToken(&d, doc, i)
	}
	return d
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

func (w *Weights) addToken(d *Draft, doc *text.Document, i int) {
	switch doc.Tokens[i].Kind {
	case text.Word, text.Number:
	default:
		return
	}
	word := text.Fold(doc.Of(i))
	if negates(word) {
		return
	}
	if n, ok := text.NumberValue(doc.Of(i)); ok && word != "one" {
		d.Words = append(d.Words, Term{strconv.FormatFloat(n, 'f', -1, 64), Number, numberWeight})
		return
	}
	if text.StopWord(word) || len(word) < 2 {
		return
	}
	kind := Word
	if doc.Tokens[i].Tag == text.PROPN {
		kind = Name
	}
	d.Words = append(d.Words, Term{root(word), kind, w.Of(word)})
}

// negative tells whether the clause that begins at token first says that
// something is not so. Only a negation up to its first full verb counts: in
// "they are treated and pay nothing" the treatment is asserted.
func negative(doc *text.Document, first, end int) bool {
	is := false
	for i := first; i < len(doc.Tokens) && int(doc.Tokens[i].Start) < end; i++ {
		word := text.Fold(doc.Of(i))
		if negates(word) && !(i+1 < len(doc.Tokens) && text.Fold(doc.Of(i+1)) == "only") {
			is = !is
		}
		if doc.Tokens[i].Tag == text.VERB {
			break
		}
	}
	return is
}

func negates(word string) bool {
	switch word {
	case "not", "n't", "n’t", "never", "no", "nobody", "nothing", "none", "neither", "nor", "cannot", "لا", "لم", "ليس", "لن":
		return true
	}
	return false
}

// Resolve replaces the draft's entities by their names, which nameOf gives:
// the same for all reports that speak of the entity.
func Resolve(d Draft, nameOf func(entity string) string) Proposition {
	p := Proposition{Negative: d.Negative}
	p.Terms = append(p.Terms, d.Words...)
	for _, e := range d.Entities {
		p.Terms = append(p.Terms, nameTerms(nameOf(e))...)
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
		terms[i] = Term{root(word), Name, nameWeight / float64(len(words))}
	}
	return terms
}

func notInName(c rune) bool {
	return c == ' ' || c == '-' || c == '.' || c == ',' || c == '&' || c == '\u00a0'
}

// Query reduces a user's words; doc is their text, tagged if it can be.
func (w *Weights) Query(doc *text.Document) Proposition {
	return Resolve(w.NewDraft(doc, hearsay.Span{End: len(doc.Text)}, nil, ""), nil)
}

// String prints a draft so that ParseDraft reads it back: the words as in
// Proposition, then "@" and the id of each entity.
func (d Draft) String() string {
	s := Proposition{Terms: d.Words, Negative: d.Negative}.String()
	for _, e := range d.Entities {
		s += " @" + e
	}
	return strings.TrimSpace(s)
}

// ParseDraft reads what String printed.
func ParseDraft(s string) Draft {
	words := Parse(s)
	d := Draft{Words: words.Terms, Negative: words.Negative}
	for _, field := range strings.Fields(s) {
		if id, ok := strings.CutPrefix(field, "@"); ok {
			d.Entities = append(d.Entities, id)
		}
	}
	return d
}

// tidy sorts the terms and drops repetitions; the heavier one stays.
func (p *Proposition) tidy() {
	sort.Slice(p.Terms, func(i, j int) bool {
		if p.Terms[i].Text != p.Terms[j].Text {
			return p.Terms[i].Text < p.Terms[j].Text
		}
		return p.Terms[i].Weight > p.Terms[j].Weight
	})
	kept := p.Terms[:0]
	for _, t := range p.Terms {
		if len(kept) == 0 || kept[len(kept)-1].Text != t.Text {
			kept = append(kept, t)
		}
	}
	p.Terms = kept
}

// String prints a proposition so that Parse reads it back, and so that a
// full-text index finds its terms: "!" for a negative one, then the terms,
// "text/weight" with a letter for the kind.
func (p Proposition) String() string {
	var b strings.Builder
	if p.Negative {
		b.WriteString("! ")
	}
	for _, t := range p.Terms {
		b.WriteString(t.Text)
		b.WriteByte('/')
		b.WriteByte("wn#"[t.Kind])
		b.WriteString(strconv.Itoa(int(t.Weight*100 + 0.5)))
		b.WriteByte(' ')
	}
	return strings.TrimSpace(b.String())
}

// Parse reads what String printed; what it cannot read it leaves out.
func Parse(s string) Proposition {
	var p Proposition
	for _, field := range strings.Fields(s) {
		if field == "!" {
			p.Negative = true
			continue
		}
		cut := strings.LastIndexByte(field, '/')
		if cut <= 0 || cut+2 > len(field) {
			continue
		}
		hundredths, err := strconv.Atoi(field[cut+2:])
		if err != nil {
			continue
		}
		p.Terms = append(p.Terms, Term{field[:cut], Kind(strings.IndexByte("wn#", field[cut+1])), float64(hundredths) / 100})
	}
	return p
}

// Words are the texts of the terms, for a full-text index.
func (p Proposition) Words() []string {
	list := make([]string, len(p.Terms))
	for i, t := range p.Terms {
		list[i] = t.Text
	}
	return list
}
