package claims

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"hearsay/internal/text"
)

// Excess is a way in which a headline says more than its body.
type Excess string

const (
	HedgeDropped       Excess = "hedge-dropped"       // the body says it only with a hedge
	AttributionDropped Excess = "attribution-dropped" // the body only has others say it
	NumberChanged      Excess = "number-changed"      // the body has another number
	NotBorne           Excess = "not-borne"           // the body does not say so
)

// Borne is a statement of a body, as far as a headline can go beyond it.
type Borne struct {
	Prop       Proposition
	Hedged     bool
	Attributed bool
	Says       bool // asserts or supposes; otherwise it denies, asks or plans
}

// Headline is a headline taken apart.
type Headline struct {
	Prop       Proposition
	Hedged     bool // may, reportedly, a question mark
	Attributed bool // a verb of saying, a colon between who and what, quotation marks
	Intends    bool // to do something
	Asserts    bool // it is a sentence, not only a subject: "How the bridge was lost" says nothing
}

// ReadHeadline takes a headline apart; doc is its text, tagged if it can be.
func (w *Weights) ReadHeadline(doc *text.Document) Headline {
	h := Headline{Prop: w.Query(doc), Hedged: strings.HasSuffix(strings.TrimSpace(doc.Text), "?")}
	for i := range doc.Tokens {
		word := strings.ToLower(doc.Of(i))
		switch {
		case headlineHedges[word]:
			h.Hedged = true
		case headlineCues[word], doc.Tokens[i].Kind == text.OpenQuote, doc.Tokens[i].Quote >= 0:
			h.Attributed = true
		case word == ":", word == "–", word == "—":
			h.Attributed = true
		case doc.Tokens[i].Tag == text.VERB, doc.Tokens[i].Tag == text.AUX:
			h.Asserts = true
		case word == "to" && i+1 < len(doc.Tokens) && doc.Tokens[i+1].Tag == text.VERB:
			h.Intends = true
		}
	}
	if len(doc.Tokens) > 0 && headlineTopics[strings.ToLower(doc.Of(0))] {
		h.Asserts = false
	}
	return h
}

// headlineTopics begin headlines that only name their subject.
var headlineTopics = setOf("how", "why", "what", "who", "where", "when", "inside", "explained", "analysis", "opinion")

// headlineHedges are words by which a headline vouches for less.
var headlineHedges = setOf("may", "might", "could", "likely", "unlikely", "reportedly", "allegedly", "alleged", "perhaps", "maybe",
	"possibly", "possible", "probably", "apparently", "suspected", "feared", "believed", "thought", "rumoured", "rumored", "seems",
	"appears", "supposedly", "purported", "potential", "unconfirmed", "if")

// headlineCues are the words by which headlines attribute.
var headlineCues = setOf("say", "says", "said", "saying", "claim", "claims", "claimed", "report", "reports", "reported", "warn", "warns",
	"warned", "tell", "tells", "told", "allege", "alleges", "accuse", "accuses", "accused", "insist", "insists", "deny", "denies",
	"denied", "reject", "rejects", "confirm", "confirms", "announce", "announces", "admit", "admits", "according", "blame", "blames",
	"call", "calls", "vow", "vows", "argue", "argues", "think", "thinks", "believe", "believes", "fear", "fears", "suggest", "suggests",
	"hint", "hints", "sources", "witness", "witnesses", "official", "officials", "study", "survey", "poll", "letter", "statement", "rumour", "rumor")

// headlineAt is the likeness from which a statement says what a headline says.
const headlineAt = 0.45

// speaksAt is the likeness from which a headline speaks of a claim.
const speaksAt = 0.5

// Exceeds tells how a headline says more than the statements of its body that
// speak of the same; nil if none speaks of it, or if one bears it. numbers are
// those of the whole body.
func (w *Weights) Exceeds(h Headline, body []Borne, numbers []string) []Excess {
	body = slices.DeleteFunc(slices.Clone(body), func(b Borne) bool { return w.unnumbered(h, b) < headlineAt })
	if len(body) == 0 {
		return nil
	}
	saying := slices.DeleteFunc(slices.Clone(body), func(b Borne) bool { return !b.Says })
	if len(saying) == 0 {
		if h.Hedged || h.Attributed || h.Intends {
			return nil
		}
		return []Excess{NotBorne}
	}
	var found []Excess
	if !h.Hedged && all(saying, func(b Borne) bool { return b.Hedged }) {
		found = append(found, HedgeDropped)
	}
	if !h.Attributed && all(saying, func(b Borne) bool { return b.Attributed }) {
		found = append(found, AttributionDropped)
	}
	if otherNumber(h.Prop, saying, numbers) {
		found = append(found, NumberChanged)
	}
	return found
}

// Speaks tells whether a headline speaks of what one of these statements says.
func (w *Weights) Speaks(h Headline, body []Borne) bool {
	return h.Asserts && slices.ContainsFunc(body, func(b Borne) bool {
		return w.unnumbered(h, b) >= speaksAt && w.Answers(b.Prop.without(Number), h.Prop) >= heldAt
	})
}

// heldAt is how much of a statement a headline must hold to speak of it: a
// hedge may be on what it leaves out.
const heldAt = 0.5

// unnumbered is the likeness of a headline and a statement but for numbers,
// since it is asked whether these agree.
func (w *Weights) unnumbered(h Headline, b Borne) float64 {
	p, q := h.Prop.without(Number), b.Prop.without(Number)
	return max(w.Likeness(p, q), w.Likeness(h.Prop, b.Prop))
}

func (p Proposition) without(kind Kind) Proposition {
	return Proposition{slices.DeleteFunc(slices.Clone(p.Terms), func(t Term) bool { return t.Kind == kind })}
}

func all(list []Borne, f func(Borne) bool) bool {
	return !slices.ContainsFunc(list, func(b Borne) bool { return !f(b) })
}

// otherNumber tells whether the headline counts with a number that the body
// does not have, nor one that rounds to it, while the statements that it is
// made of count with another.
func otherNumber(p Proposition, saying []Borne, numbers []string) bool {
	counts := slices.ContainsFunc(saying, func(b Borne) bool { return len(b.Prop.Numbers()) > 0 })
	return counts && slices.ContainsFunc(p.Numbers(), func(n string) bool {
		return !slices.ContainsFunc(numbers, func(m string) bool { return n == m || rounds(n, m) })
	})
}

// Numbers are the quantities that the proposition speaks of.
func (p Proposition) Numbers() (list []string) {
	for _, t := range p.Terms {
		if t.Kind == Number {
			list = append(list, t.Text)
		}
	}
	return list
}

// rounds tells whether n is a round number near m: 300 for 312, 2 million for
// 1.96 million.
func rounds(n, m string) bool {
	a, errA := strconv.ParseFloat(n, 64)
	b, errB := strconv.ParseFloat(m, 64)
	if errA != nil || errB != nil || a == 0 {
		return false
	}
	unit := math.Pow(10, math.Floor(math.Log10(math.Abs(a))))
	return math.Mod(a, unit/2) == 0 && math.Abs(a-b) <= unit/2 && a >= 10
}
