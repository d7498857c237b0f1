package claims

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
	otherNumber
	noNumber
	answeredShare
	actorsClash
	manyHeld
	rareHeld
	nothingHeld
	rareNumber
	otherName
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
	otherNumber:   "it has other numbers instead",
	noNumber:      "it lacks the query's numbers and has none",
	answeredShare: "of what it says, how much the query holds",
	actorsClash:   "another one does it",
	manyHeld:      "two or more words held",
	rareHeld:      "weight of the heaviest word held",
	nothingHeld:   "no word of the query held",
	rareNumber:    "a number above a dozen is the same",
	otherName:     "it lacks a name of the query and has another in its place",
}

// Weigh sets a statement against a query.
func (w *Weights) Weigh(asked, said Proposition, at Setting) Evidence {
	var e Evidence
	m := w.matching(asked, said)
	content, name, number := 0.0, 0.0, 0.0
	held := 0
	for i, t := range asked.Terms {
		if t.Kind == Number {
			number++
			if m.held[i] > 0 {
				e[sameNumber]++
				if len(t.Text) > 2 || t.Text > "12" && len(t.Text) == 2 {
					e[rareNumber] = 1
				}
			}
			continue
		}
		left := t.Weight * (1 - m.held[i])
		if m.held[i] > 0 && t.Kind == Word && t.Weight > lightWeight {
			held++
		}
		near, far := at.Near[t.Text], at.Report[t.Text]
		if t.Kind == Name {
			name += t.Weight
			e[heldName] += t.Weight * m.held[i]
			e[place(near, far, nearName)] += left
			continue
		}
		content += t.Weight
		e[heldContent] += t.Weight * m.held[i]
		e[softContent] += left * m.soft[i]
		e[place(near, far, nearContent)] += left * (1 - m.soft[i])
		if m.held[i] > 0 {
			e[rareHeld] = max(e[rareHeld], t.Weight/rareWeight)
		}
	}
	share(e[heldContent:heldName], content)
	share(e[heldName:sameNumber], name)
	e.numbers(number, m.numbers)
	e[answeredShare] = m.answered
	if m.clash {
		e[actorsClash] = 1
	}
	switch {
	case held >= 2:
		e[manyHeld] = 1
	case held == 0:
		e[nothingHeld] = 1
	}
	if m.replaced {
		e[otherName] = 1
	}
	return e
}

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
		e[otherNumber] = 1 - e[sameNumber]
	} else {
		e[noNumber] = 1
	}
}

// matched says for each term of a query how far a statement holds it.
type matched struct {
	held, soft []float64
	numbers    int     // of the statement
	answered   float64 // share of the statement's words that the query holds
	clash      bool
	replaced   bool // a name that acts in the query is missing, and another acts in the statement
}

// Contradicts tells whether somebody else does in the statement what the query
// says that one does.
func (e *Evidence) Contradicts() bool { return e[actorsClash] > 0 }

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
		if !s.Optional && s.Kind != Name {
			total += s.Weight
			m.answered += s.Weight * used[k]
		}
	}
	m.answered /= max(total, 1e-9)
	o := w.compare(asked, said)
	m.clash = o.actorsClash
	m.replaced = replaced(asked, m.held, said, used)
	return m
}

// replaced tells whether the query has a name that the statement lacks, and
// the statement has one, doing something, that the query lacks.
func replaced(asked Proposition, held []float64, said Proposition, used []float64) bool {
	lacks, has := false, false
	for i, t := range asked.Terms {
		lacks = lacks || t.Kind == Name && t.Actor && held[i] == 0
	}
	for k, s := range said.Terms {
		has = has || s.Kind == Name && s.Actor && !s.Optional && used[k] == 0
	}
	return lacks && has
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
