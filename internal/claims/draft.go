package claims

import (
	"slices"
	"sort"
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

// Draft is a proposition whose participants are still the entities of one
// report.
type Draft struct {
	Words    []Term
	Entities []string // local ids
	Actors   []string // those of Entities that stand before the verb
	Self     string   // local id of the speaker, if he speaks of himself
}

// NewDraft reduces the words of doc in the content. Mentions of entities stand
// for them; the speaker's mentions of himself say nothing about the world.
func (w *Weights) NewDraft(doc *text.Document, content []hearsay.Span, mentions Mentions, speaker string) Draft {
	b := drafter{weights: w, doc: doc, speaker: speaker, body: mentions.bodies[speaker], seen: map[string]bool{}}
	for _, span := range content {
		b.add(span, mentions.in(span))
	}
	return b.Draft
}

// drafter collects the terms of a draft.
type drafter struct {
	Draft
	weights *Weights
	doc     *text.Document
	speaker string
	body    bool            // the speaker is an organisation
	seen    map[string]bool // entities
}

// titleFactor is the weight of the words that introduce a name: "the chief
// executive Anna Lund" is Anna Lund.
const titleFactor = 0.3

func (b *drafter) add(span hearsay.Span, mentions []mention) {
	first, last := tokens(b.doc, span)
	last = pointedEnd(b.doc, first, last)
	negated := negated(b.doc, first, last)
	from, to := agent(b.doc, first, last)
	aside := asides(b.doc, first, last)
	if rumour(b.doc, first, last) {
		b.Words = append(b.Words, Term{Text: "not", Kind: Not})
	}
	var spent []int // further tokens of phrases
	for i := first; i < last; i++ {
		if slices.Contains(spent, i) {
			continue
		}
		at := hearsay.Span{Start: int(b.doc.Tokens[i].Start), End: int(b.doc.Tokens[i].End)}
		e := covering(mentions, at)
		if e != nil && negated[i] {
			b.Words = append(b.Words, Term{Text: "not", Kind: Not})
		}
		switch {
		case e != nil && e.ID == b.speaker && possessive(b.doc, i) && !b.body:
			b.Self = b.speaker // "her client" says nothing of a lawyer
			continue
		case e != nil && (e.ID != b.speaker || possessive(b.doc, i)):
			b.mention(e.ID, i >= from && i < to && !(possessive(b.doc, i) && e.Type == hearsay.Person))
			continue
		case e != nil:
			b.Self = b.speaker
			continue
		case b.body && ownBody(b.doc, i, last):
			b.Self = b.speaker
			i++
			continue
		case b.body && i >= from && i < to && possessive(b.doc, i):
			b.mention(b.speaker, true)
			continue
		}
		t, used, further := b.term(i, first, last)
		if used == 0 {
			continue
		}
		for _, k := range further {
			negated[i] = negated[i] || negated[k]
		}
		spent = append(spent, further...)
		if negated[i] && t.Kind == Name {
			b.Words = append(b.Words, Term{Text: "not", Kind: Not})
		}
		t.Negated = negated[i] && t.Kind != Name
		t.Actor = i >= from && i < to && t.Kind == Name
		if t.Kind == Word && introduces(b.doc, i, first, last, mentions) {
			t.Weight *= titleFactor
		}
		if aside[i-first] && t.Kind != Number {
			t.Weight *= asideFactor
		}
		b.Words = append(b.Words, t)
		i += used - 1
	}
}

// ownBody tells whether a body that speaks calls itself by what it is, from token
// i on: "Tidewell denied that the company was for sale".
func ownBody(doc *text.Document, i, last int) bool {
	if i+1 >= last || text.Fold(doc.Of(i)) != "the" || !bodies[text.Fold(doc.Of(i+1))] {
		return false
	}
	if i+2 >= last {
		return true
	}
	switch doc.Tokens[i+2].Tag {
	case text.NOUN, text.PROPN, text.NUM:
		return false // the company car
	}
	return text.Fold(doc.Of(i+2)) != "of"
}

// bodies are what organisations call themselves.
var bodies = setOf("company", "firm", "group", "club", "ministry", "council", "party", "bank", "union", "association", "committee", "agency", "authority", "board",
	"organisation", "organization", "university", "hospital", "museum", "foundation", "charity", "federation", "league", "airline", "operator", "manufacturer", "brigades", "movement", "trust")

// pointedEnd is where a content that points at what was told before ends:
// "the account as pub talk" speaks of the account.
func pointedEnd(doc *text.Document, first, last int) int {
	if first+2 < last && doc.Tokens[first].Tag == text.DET && pointers[root(text.Fold(doc.Of(first+1)))] && text.Fold(doc.Of(first+2)) == "as" {
		return first + 2
	}
	return last
}

// term is what the words from token i on tell, and how many of them; further
// ones belong to it where it is a phrase. Function words and negations tell
// nothing by themselves.
func (b *drafter) term(i, first, last int) (t Term, used int, further []int) {
	switch b.doc.Tokens[i].Kind {
	case text.Word, text.Number:
	default:
		return Term{}, 0, nil
	}
	word := b.weights.unhyphened(text.Fold(b.doc.Of(i)))
	if t, used := b.quantity(i, last, word); used > 0 {
		return t, used, nil
	}
	if _, is := negator(b.doc, i); is {
		return Term{}, 0, nil
	}
	function := functional(b.doc, i, word)
	if !function && b.weights.names(b.doc, i, first) {
		return Term{Text: b.weights.rootOf(word), Kind: Name, Weight: nameWeight / float64(b.nameLength(i, first, last))}, 1, nil
	}
	if means, further := b.weights.phraseAt(b.doc, i, last); means != "" {
		return Term{Text: b.weights.rootOf(means), Kind: Word, Weight: b.weights.Of(means)}, 1, further
	}
	if function {
		return Term{}, 0, nil
	}
	return Term{Text: b.weights.rootOf(word), Kind: Word, Weight: b.weights.Of(word)}, 1, nil
}

// functional tells whether the word at token i tells nothing by itself: a
// function word, if it is none of those that are spelled like a noun or a verb
// and stand as one ("a salt mine", "what they own").
func functional(doc *text.Document, i int, word string) bool {
	if len(word) < 2 {
		return true
	}
	if !text.StopWord(word) {
		return false
	}
	tag := doc.Tokens[i].Tag
	switch word {
	case "will", "might", "can", "own":
		return tag != text.NOUN && tag != text.VERB
	case "mine":
		return tag != text.NOUN && (i == 0 || nextOf(doc, i-1, i, text.DET, text.ADJ, text.NOUN, text.PROPN) < 0)
	}
	return true
}

// quantity is the number or the time of day that begins at token i, and of how
// many tokens it consists.
func (b *drafter) quantity(i, last int, word string) (t Term, used int) {
	if n, used := proportion(b.doc, i, last); used > 0 {
		return Term{Text: n, Kind: Number, Weight: numberWeight}, used
	}
	if n, ok := dayOfMonth(b.doc, i, last); ok {
		return Term{Text: n, Kind: Number, Weight: numberWeight}, 1
	}
	if n, used := b.doc.NumberAt(i); used > 0 && word != "one" && i+used <= last {
		t = Term{Text: printed(n), Kind: Number, Weight: numberWeight}
		if i+used < len(b.doc.Tokens) && clock(text.Fold(b.doc.Of(i+used))) {
			t.Kind, t.Weight = Word, circumstanceWeight
		}
		return t, used
	}
	if n, ok := measured(word); ok {
		return Term{Text: n, Kind: Number, Weight: numberWeight}, 1
	}
	if timeOfDay(word) {
		return Term{Text: word, Kind: Word, Weight: circumstanceWeight}, 1
	}
	return Term{}, 0
}

// measured is the number of a word that measures by one: "71-year-old".
func measured(word string) (number string, ok bool) {
	number, unit, ok := strings.Cut(word, "-")
	return number, ok && number != "" && unit != "" && strings.Trim(number, "0123456789") == "" && strings.Trim(unit, "0123456789") == unit
}

// timeOfDay tells whether a word is a clock reading: "19:52".
func timeOfDay(word string) bool {
	hour, minute, ok := strings.Cut(word, ":")
	return ok && hour != "" && minute != "" && strings.Trim(hour+minute, "0123456789") == ""
}

// names tells whether token i is part of a name, or a nationality: tagged so,
// or written with a capital inside the clause. At its beginning an adjective
// is a nationality if it is no common English word or ends like one.
func (w *Weights) names(doc *text.Document, i, first int) bool {
	word := text.Fold(doc.Of(i))
	if circumstance[word] {
		return false
	}
	initial := doc.Text[doc.Tokens[i].Start]
	_, common := w.zipf[word]
	if doc.Tokens[i].Tag == text.PROPN {
		return !common || initial < 'a' || initial > 'z' // the tagger takes rare nouns for names
	}
	if initial < 'A' || initial > 'Z' {
		return false
	}
	if i > first && doc.Tokens[i-1].Kind != text.OpenQuote {
		return true
	}
	return doc.Tokens[i].Tag == text.ADJ && (!common || strings.HasSuffix(word, "ian") || strings.HasSuffix(word, "ese") || strings.HasSuffix(word, "ish"))
}

// nameLength is the number of words of the name that token i belongs to.
func (b *drafter) nameLength(i, first, last int) int {
	from, to := i, i+1
	for from > first && b.weights.names(b.doc, from-1, first) {
		from--
	}
	for to < last && b.weights.names(b.doc, to, first) {
		to++
	}
	return to - from
}

// introduces tells whether the noun at token i stands before a name as its
// title: "chief executive Anna Lund", "the chief executive, Anna Lund,".
func introduces(doc *text.Document, i, first, last int, mentions []mention) bool {
	afterThe := i > first && doc.Tokens[i-1].Tag == text.DET
	switch doc.Tokens[i].Tag {
	case text.NOUN, text.ADJ:
	case text.VERB:
		if !afterThe {
			return false
		}
	default:
		return false
	}
	j := i + 1
	for j < last && (doc.Tokens[j].Tag == text.NOUN || doc.Tokens[j].Tag == text.ADJ) {
		j++
	}
	if j+1 < last && doc.Of(j) == "," {
		k := j + 1
		for k < last && isName(doc, k, mentions) {
			k++
		}
		return k > j+1 && k < last && doc.Of(k) == ","
	}
	if doc.Tokens[i].Tag != text.NOUN && (!afterThe || j > i+1) {
		return false // "the start-up Tidewell", whatever the tagger takes it for
	}
	return j < last && isName(doc, j, mentions)
}

func isName(doc *text.Document, i int, mentions []mention) bool {
	at := hearsay.Span{Start: int(doc.Tokens[i].Start), End: int(doc.Tokens[i].End)}
	if e := covering(mentions, at); e != nil {
		return doc.Tokens[i].Tag != text.PRON && (e.Type == hearsay.Person || doc.Tokens[i].Tag == text.PROPN)
	}
	return doc.Tokens[i].Tag == text.PROPN
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

func firstToken(doc *text.Document, offset int) int {
	return sort.Search(len(doc.Tokens), func(i int) bool { return int(doc.Tokens[i].End) > offset })
}

// Resolve replaces the draft's entities by their names, which nameOf gives:
// the same for all reports that speak of the entity.
func Resolve(d Draft, nameOf func(entity string) string) Proposition { return Resolver(nameOf)(d) }

// Resolver is Resolve for many drafts that speak of the same entities. It
// belongs to one goroutine.
func Resolver(nameOf func(entity string) string) func(Draft) Proposition {
	known := map[string][]Term{}
	termsOf := func(entity string) []Term {
		terms, met := known[entity]
		if !met {
			terms = nameTerms(nameOf(entity))
			known[entity] = terms
		}
		return terms
	}
	return func(d Draft) Proposition {
		p := Proposition{Terms: slices.Clone(d.Words)}
		for _, e := range d.Entities {
			for _, t := range termsOf(e) {
				t.Actor = slices.Contains(d.Actors, e)
				p.Terms = append(p.Terms, t)
			}
		}
		if d.Self != "" {
			for _, t := range termsOf(d.Self) {
				t.Optional = true
				p.Terms = append(p.Terms, t)
			}
		}
		p.tidy()
		return p
	}
}

// Query reduces a user's words; doc is their text, tagged if it can be.
func (w *Weights) Query(doc *text.Document) Proposition {
	return Resolve(w.NewDraft(doc, []hearsay.Span{{End: len(doc.Text)}}, Mentions{}, ""), nil)
}

// String prints a draft so that ParseDraft reads it back: the words as in
// Proposition, then "@" and the id of each entity, with "^" for an
// actor and "?" for the speaker himself.
func (d Draft) String() string {
	s := Proposition{Terms: d.Words}.String()
	for _, e := range d.Entities {
		s += " @" + e
		if slices.Contains(d.Actors, e) {
			s += "^"
		}
	}
	if d.Self != "" {
		s += " @" + d.Self + "?"
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
		if self, isSelf := strings.CutSuffix(id, "?"); ok && isSelf && self != "" {
			d.Self = self
			continue
		}
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
