package claims

// Said is a statement as a query is held against it: what it says, which claim
// it belongs to, and in which report it stands.
type Said struct {
	Prop   Proposition
	Claim  string
	Report int64
}

// Gather scores how surely each statement says what a query asks for: the log
// of the odds, so above 0 where it more likely does than not. said holds all
// statements of each of its reports, in the order of their text, since what
// stands around a statement tells of whom and what it speaks: a report names
// the town once and then goes on about "the march".
//
// Polarity plays no part, as in Likeness.
func (w *Weights) Gather(query Proposition, said []Said) []float64 {
	scores := make([]float64, len(said))
	for i, e := range w.evidence(query, said) {
		scores[i] = w.answering.score(e)
	}
	return scores
}

// evidence is what speaks for and against each statement answering the query.
type evidence [kindsOfEvidence]float64

// The kinds of evidence. Shares are of weights, from 0 to 1.
const (
	content       = iota // of the query's words and numbers, what the statement holds
	contentSquare        // the same, squared: all is more than twice the half
	contentNear          // what only the statements around it hold
	contentReport        // what only the rest of its report holds
	namesReport          // of the query's names, what the report holds but the statement does not
	reverse              // of the statement, what the query holds
	bothWays             // content times reverse
	numberMissing        // of the query's numbers, what a statement without any lacks
	numberClash          // 1 where it has numbers, and none is the query's
	numberNear           // numbers held, times the content that the report holds
	actorsClash          // 1 where both say who did it, and differ
	namesConflict        // names that the statement lacks, times others that it has
	likeBest             // likeness to the statement that answers best
	claimBest            // how well the best statement of its claim answers
	kindsOfEvidence
)

// evidenceNames are how the file of weights calls them.
var evidenceNames = [kindsOfEvidence]string{"content", "content-square", "content-near", "content-report", "names-report", "reverse", "both-ways",
	"number-missing", "number-clash", "number-near", "actors-clash", "names-conflict", "like-best", "claim-best"}

// evidence weighs all statements of some reports against a query.
func (w *Weights) evidence(query Proposition, said []Said) []evidence {
	answers := make([]float64, len(said))
	byClaim := map[string]float64{}
	best := -1
	for i, s := range said {
		answers[i] = w.Answers(query, s.Prop)
		byClaim[s.Claim] = max(byClaim[s.Claim], answers[i])
		if answers[i] > 0 && (best < 0 || answers[i] > answers[best]) {
			best = i
		}
	}
	list := make([]evidence, len(said))
	for first := 0; first < len(said); {
		last := first
		for last < len(said) && said[last].Report == said[first].Report {
			last++
		}
		w.weighReport(query, said[first:last], list[first:last])
		first = last
	}
	for i, s := range said {
		list[i][claimBest] = byClaim[s.Claim]
		if best >= 0 {
			list[i][likeBest] = w.Likeness(said[best].Prop, s.Prop)
		}
	}
	return list
}

// weighReport weighs the statements of one report.
func (w *Weights) weighReport(query Proposition, said []Said, list []evidence) {
	held := make([][]float64, len(said))
	all := make([]float64, len(query.Terms))
	for i, s := range said {
		held[i] = w.heldIn(query, s.Prop)
		raise(all, held[i])
	}
	for i, s := range said {
		near := make([]float64, len(query.Terms))
		for j := max(0, i-2); j < min(len(said), i+2); j++ {
			raise(near, held[j])
		}
		list[i] = w.weigh(query, s.Prop, held[i], near, all)
	}
}

func raise(most, of []float64) {
	for i, v := range of {
		most[i] = max(most[i], v)
	}
}

// heldIn is how well a statement holds each term of the query, by itself or by
// what can stand for it.
func (w *Weights) heldIn(query, p Proposition) []float64 {
	held := make([]float64, len(query.Terms))
	for i, q := range query.Terms {
		held[i] = w.holds(p, q.Text)
	}
	return held
}

func (w *Weights) holds(p Proposition, word string) float64 {
	best := 0.0
	for _, t := range p.Terms {
		if t.Text == word {
			return 1
		}
	}
	for _, r := range w.related[word] {
		for _, t := range p.Terms {
			if t.Text == r.root {
				best = max(best, r.score)
			}
		}
	}
	return best
}

// weigh weighs one statement, given how well it, those around it and its
// report hold each term of the query.
func (w *Weights) weigh(query, p Proposition, held, near, report []float64) (e evidence) {
	var words, names, numbers share
	for i, q := range query.Terms {
		switch q.Kind {
		case Name:
			names.add(q.Weight, held[i], near[i], report[i])
			continue
		case Number:
			numbers.add(1, held[i], near[i], report[i])
		}
		words.add(q.Weight, held[i], near[i], report[i])
	}
	o := w.compare(query, p)
	e[content] = words.of(words.held)
	e[contentSquare] = e[content] * e[content]
	e[contentNear] = words.of(words.near - words.held)
	e[contentReport] = words.of(words.report - words.near)
	e[namesReport] = names.of(names.report - names.held)
	if o.q > 0 {
		e[reverse] = o.shared / o.q
	}
	e[bothWays] = e[content] * e[reverse]
	if o.actorsClash {
		e[actorsClash] = 1
	}
	e[namesConflict] = names.of(names.all-names.held) * min(1, w.otherNames(query, p))
	e.number(numbers, p, words.of(words.report))
	return e
}

// number weighs the query's numbers.
func (e *evidence) number(numbers share, p Proposition, report float64) {
	if numbers.all == 0 {
		return
	}
	held := numbers.held / numbers.all
	e[numberNear] = held * report
	switch {
	case held == 1:
	case held == 0 && hasNumber(p):
		e[numberClash] = 1
	default:
		e[numberMissing] = 1 - held
	}
}

func hasNumber(p Proposition) bool {
	for _, t := range p.Terms {
		if t.Kind == Number {
			return true
		}
	}
	return false
}

// otherNames is the weight of the names in p that the query does not speak of.
func (w *Weights) otherNames(query, p Proposition) float64 {
	other := 0.0
	for _, t := range p.Terms {
		if t.Kind == Name && !t.Optional && w.holds(query, t.Text) == 0 {
			other += t.Weight
		}
	}
	return other
}

// share sums up how much of some terms of a query is held, and where.
type share struct{ all, held, near, report float64 }

func (s *share) add(weight, held, near, report float64) {
	s.all += weight
	s.held += weight * held
	s.near += weight * near
	s.report += weight * report
}

// of is a part of the whole, 0 of nothing.
func (s *share) of(part float64) float64 {
	if s.all == 0 {
		return 0
	}
	return part / s.all
}
