package claims

import (
	"maps"
	"slices"
	"strconv"

	"hearsay/internal/text"
)

// Evidence is what speaks for and against a statement's being about a query,
// each feature from 0 to 1. featureNames says what they are.
type Evidence [evidenceSize]float64

const (
	heldContent = iota
	softContent
	nearContent
	farContent
	noContent
	heldName
	nearName
	farName
	noName
	sameNumber
	numberClash
	noNumber
	answeredShare
	actorsClash
	manyHeld
	rareNumber
	softVerb
	noVerb
	otherName
	answerScore
	otherTime
	evidenceSize
)

// featureNames are the names of the features, in their order.
var featureNames = [evidenceSize]string{
	heldContent:   "words of the query that the statement holds",
	softContent:   "words of the query for which it has a word that is used alike",
	nearContent:   "further words that stand near it",
	farContent:    "further words that its report holds",
	noContent:     "words that the report does not hold",
	heldName:      "names of the query that it holds",
	nearName:      "names that stand near it",
	farName:       "names that its report holds",
	noName:        "names that the report does not hold",
	sameNumber:    "the query's numbers are in it",
	numberClash:   "it has other numbers instead",
	noNumber:      "it lacks the query's numbers and has none",
	answeredShare: "of what it says, how much the query holds",
	actorsClash:   "another one does it",
	manyHeld:      "two or more words held",
	rareNumber:    "a number above a dozen is the same",
	softVerb:      "for what happens, it has a word that is used alike",
	noVerb:        "nothing of what happens in the query",
	otherName:     "it has other names instead",
	answerScore:   "how well it answers",
	otherTime:     "it has another month, day or side instead",
}

// Question is what a person asks for: a proposition, and which of its words
// say what happens.
type Question struct {
	Proposition
	happens map[string]bool
	also    map[string]string // how the query spells names that the case spells otherwise
}

// Call puts the case's spelling of a name's word in the place of the query's.
func (q *Question) Call(word, name string) {
	from, to := root(text.Fold(word)), root(text.Fold(name))
	for i := range q.Terms {
		if t := &q.Terms[i]; t.Kind == Name && t.Text == from && from != to {
			if q.also == nil {
				q.also = map[string]string{}
			}
			t.Text, q.also[to] = to, from
		}
	}
	q.tidy()
}

// Question reduces a user's words; doc is their text, tagged if it can be.
func (w *Weights) Question(doc *text.Document) Question {
	q := Question{Proposition: w.Query(doc), happens: map[string]bool{}}
	for i := range doc.Tokens {
		named := i > 0 && doc.Tokens[i-1].Tag == text.DET // no verb, whatever the tagger takes it for
		if doc.Tokens[i].Tag == text.VERB && !named {
			w.happens(&q, doc, i)
		}
	}
	if len(q.happens) == 0 {
		w.predicate(&q, doc)
	}
	if len(q.happens) == 0 {
		w.lightVerb(&q, doc)
	}
	return q
}

// happens notes the word at token i as one that says what happens, if it says
// enough.
func (w *Weights) happens(q *Question, doc *text.Document, i int) {
	word := w.unhyphened(text.Fold(doc.Of(i)))
	if means := w.phrase(doc, i, len(doc.Tokens)); means != "" {
		word = means
	}
	if !light[word] {
		q.happens[w.rootOf(word)] = true
	}
}

// lightVerb notes a verb that says little, where nothing else says what happens:
// "the striker will start on Saturday".
func (w *Weights) lightVerb(q *Question, doc *text.Document) {
	if verb := nextOf(doc, 0, len(doc.Tokens), text.VERB); verb >= 0 {
		q.happens[w.rootOf(text.Fold(doc.Of(verb)))] = true
	}
}

// predicate notes what a verb that says little by itself is said of or done to:
// "is dead", "takes complaints", "has rifles on board".
func (w *Weights) predicate(q *Question, doc *text.Document) {
	verb := nextOf(doc, 0, len(doc.Tokens), text.VERB, text.AUX)
	if verb < 0 {
		return
	}
	for i := verb + 1; i < len(doc.Tokens); i++ {
		switch doc.Tokens[i].Tag {
		case text.NOUN:
			w.happens(q, doc, i)
			return
		case text.ADJ:
			w.happens(q, doc, i)
		case text.PROPN:
			return
		case text.ADP:
			if len(q.happens) > 0 {
				return
			}
		}
	}
}

// Weigh sets a statement against a query.
func (w *Weights) Weigh(q Question, said Proposition, at Setting) Evidence {
	var e Evidence
	asked := q.Proposition
	m := w.matching(asked, said)
	verbs, verb := 0.0, 0.0
	dated := slices.ContainsFunc(asked.Terms, func(t Term) bool { return months[t.Text] })
	content, name, number := 0.0, 0.0, 0.0
	held := 0
	for i, t := range asked.Terms {
		if t.Kind == Number {
			number++
			if m.held[i] > 0 {
				e[sameNumber]++
				if telling(t.Text, dated) {
					e[rareNumber] = 1
				}
			}
			continue
		}
		if t.Kind == Not {
			continue
		}
		left := t.Weight * (1 - m.held[i])
		if m.held[i] > 0 && t.Kind == Word && t.Weight > lightWeight {
			held++
		}
		near, far := at.Near[t.Text], at.Report[t.Text]
		if spelled := q.also[t.Text]; spelled != "" {
			near, far = near || at.Near[spelled], far || at.Report[spelled]
		}
		if t.Kind == Name {
			name += t.Weight
			e[heldName] += t.Weight * m.held[i]
			e[place(near, far, nearName)] += left
			continue
		}
		if q.happens[t.Text] {
			verbs += t.Weight
			verb = max(verb, m.held[i])
			e[softVerb] += left * m.soft[i]
		}
		content += t.Weight
		e[heldContent] += t.Weight * m.held[i]
		e[softContent] += left * m.soft[i]
		e[place(near, far, nearContent)] += left * (1 - m.soft[i])
	}
	if name > 0 {
		e[otherName] = min((name-e[heldName])/name, m.otherNames)
	}
	share(e[heldContent:heldName], content)
	share(e[heldName:sameNumber], name)
	share(e[softVerb:noVerb], verbs)
	if verbs > 0 && verb == 0 {
		e[noVerb] = 1
	}
	e.numbers(number, m.numbers)
	e[answeredShare] = m.answered
	e[answerScore] = m.answers
	e.set(actorsClash, m.clash)
	e.set(manyHeld, held >= 2)
	e.set(otherTime, otherOfKind(asked, said))
	return e
}

func (e *Evidence) set(feature int, is bool) {
	if is {
		e[feature] = 1
	}
}

// telling tells whether a number is so particular that its recurrence says
// something: not a handful, and not a day of a month that the query names.
func telling(number string, dated bool) bool {
	n, err := strconv.ParseFloat(number, 64)
	return err == nil && n > 12 && !(dated && n <= 31)
}

var months = rootsOf(monthNames...)

// when are the words for days and hours that reports of the same thing put in
// or leave out.
var when = rootsOf(slices.Collect(maps.Keys(circumstance))...)

func rootsOf(words ...string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[root(w)] = true
	}
	return set
}

// Missing is how much of the query neither the statement nor its setting holds.
func (e *Evidence) Missing() float64 { return e[noContent] + e[noName] }

// place is the feature for a term that a statement lacks: it stands near, in
// the report, or nowhere. The three follow one another.
func place(near, far bool, first int) int {
	switch {
	case near:
		return first
	case far:
		return first + 1
	}
	return first + 2
}

func share(features []float64, whole float64) {
	for i := range features {
		features[i] /= max(whole, 1e-9)
	}
}

// numbers sets the three features of numbers: of asked ones, so many are the
// same; the statement has so many at all.
func (e *Evidence) numbers(asked float64, has int) {
	if asked == 0 {
		return
	}
	e[sameNumber] /= asked
	if has > 0 {
		e[numberClash] = 1 - e[sameNumber]
	} else {
		e[noNumber] = 1
	}
}

// matched says for each term of a query how far a statement holds it.
type matched struct {
	held, soft []float64
	numbers    int     // of the statement
	answered   float64 // share of the statement's words that the query holds
	answers    float64 // how well it answers the query
	clash      bool
	otherNames float64 // weight of the statement's names that the query lacks
}

// Elsewhere tells whether the statement is about another matter whatever else
// it shares with the query: somebody else does it, or nothing of what happens
// in the query happens in it and no telling number is the same ("a figure of
// 4,000" says what happened where the text went before).
func (e *Evidence) Elsewhere() bool {
	return e[actorsClash] > 0 || e[numberClash] == 1 || e[noVerb] > 0 && e[rareNumber] == 0
}

// Echoes tells whether the query holds all that a statement says: what is denied
// is told in fewer words, such as "that any had caught fire".
func (e *Evidence) Echoes() bool {
	return e[answeredShare] >= 0.9 && e[heldContent] > 0 && e[actorsClash] == 0 && e[numberClash] < 1
}

// Contained is how much of what a denial says the statement holds which it may
// deny, by weight: all of "that the valve had been leaking" is in "A valve on
// tank four had been leaking since June".
func (w *Weights) Contained(denial, of Proposition) float64 {
	m := w.matching(denial, of)
	all, held := 0.0, 0.0
	for i, t := range denial.Terms {
		switch {
		case t.Kind == Not || t.Optional:
		case t.Kind == Number && m.held[i] == 0:
			return 0
		case t.Kind == Word && !when[t.Text]:
			all += t.Weight
			held += t.Weight * m.held[i]
		}
	}
	if all <= lightWeight || m.clash {
		return 0
	}
	return held / all
}

// matching finds for each term of the query what the statement has for it: the
// same root, an opposite, a related word, or a word that is used alike.
func (w *Weights) matching(asked, said Proposition) matched {
	m := matched{held: make([]float64, len(asked.Terms)), soft: make([]float64, len(asked.Terms))}
	used := make([]float64, len(said.Terms))
	for i, a := range asked.Terms {
		row := w.vectors.of(a.Text)
		for k, s := range said.Terms {
			score, soft := w.stands(a, s, row)
			m.held[i] = max(m.held[i], score)
			m.soft[i] = max(m.soft[i], soft)
			used[k] = max(used[k], score)
		}
	}
	total := 0.0
	for k, s := range said.Terms {
		if s.Kind == Number {
			m.numbers++
		}
		if !s.Optional && s.Kind == Name {
			m.otherNames += s.Weight * (1 - used[k])
		}
		if !s.Optional && s.Kind != Name && !when[s.Text] {
			total += s.Weight
			m.answered += s.Weight * used[k]
		}
	}
	m.answered /= max(total, 1e-9)
	o := w.compare(asked, said)
	m.clash = o.actorsClash
	m.answers = o.answers(len(asked.Terms))
	return m
}

// softFrom is the least likeness of vectors that says anything.
const softFrom = 0.25

// stands tells how far a word of a statement stands for one of a query: as the
// same word or a related one, and as one that is used alike.
func (w *Weights) stands(asked, said Term, row []byte) (held, soft float64) {
	if asked.Text == said.Text {
		return 1, 0
	}
	if asked.Kind != Word || said.Kind != Word {
		return 0, 0
	}
	if w.opposed(asked.Text, said.Text) {
		return 1, 0
	}
	for _, r := range w.related[asked.Text] {
		if r.root == said.Text {
			return r.score, 0
		}
	}
	return 0, max(0, cosine(row, w.vectors.of(said.Text))-softFrom) / (1 - softFrom)
}
