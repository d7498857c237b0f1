package claims

import "sort"

// Likeness compares two propositions: 1 for the same terms, 0 for nothing in
// common. Polarity plays no part: a denial speaks of the claim that it denies.
//
// Most of it is how much of the smaller one the other holds, since reports
// add place, time and manner at will; the rest is how much they share
// altogether. The words besides names must agree too, and a clash of numbers
// counts against.
func (w *Weights) Likeness(p, q Proposition) float64 {
	o := w.compare(p, q)
	if o.terms < leastTerms || o.shared < leastShared || o.sharedContent < leastContent || o.sharedContent < leastContentShare*o.smallContent {
		return 0
	}
	score := holdShare*o.shared/min(o.p, o.q) + (1-holdShare)*2*o.shared/(o.p+o.q)
	return score * o.clash()
}

const (
	leastContentShare = 0.3  // of the smaller content that both must have
	leastTerms        = 2    // that both must have
	leastShared       = 1.1  // weight that both must have
	leastContent      = 0.5  // of it in words and numbers
	holdShare         = 0.6  // how much it counts that the one holds the other
	contentShare      = 0.65 // of words and numbers, against names, in an answer
	clashFactor       = 0.6  // for numbers, or actors, of which none agrees
)

// Answers tells how well a statement answers a query: how much of what the
// user typed it holds, less a little for what it says besides. Names count
// less than the rest: a text names its people and places once and then goes on
// about them.
func (w *Weights) Answers(query, p Proposition) float64 {
	o := w.compare(query, p)
	return o.answers(len(query.Terms))
}

// answers is how well the second answers the first, of so many terms.
func (o *overlap) answers(terms int) float64 {
	if o.p == 0 || o.sharedContent == 0 || o.terms < min(leastTerms, terms) {
		return 0
	}
	held := o.held / o.p
	if content := o.contentP; content > 0 && content < o.p {
		held = contentShare*(o.held-o.heldNames)/content + (1-contentShare)*o.heldNames/(o.p-content)
	}
	return (0.85*held + 0.15*o.shared/max(o.q, o.p)) * o.clash()
}

// Opposite tells whether one of two propositions says what the other denies:
// a term that both have is negated in one of them. Two such terms cancel.
func (w *Weights) Opposite(p, q Proposition) bool { return w.compare(p, q).flips%2 == 1 }

// overlap is what two propositions have in common, in weights.
type overlap struct {
	p, q, shared  float64
	held          float64 // of p's weight, what q holds as well
	heldNames     float64 // of it in names
	contentP      float64 // p's weight in words and numbers
	smallContent  float64 // the smaller of the two weights of words and numbers
	sharedContent float64
	numbersClash  bool
	actors        int  // shared terms that name the actor in both
	actorsClash   bool // both name who did it, and neither one is only named in another part
	terms         int  // shared
	flips         int  // shared terms that are negated in one of the two
}

// clash is the factor by which what contradicts lessens a score.
func (o *overlap) clash() float64 {
	factor := 1.0
	if o.numbersClash {
		factor *= clashFactor
	}
	if o.actorsClash {
		factor *= clashFactor
	}
	return factor
}

// compare walks the sorted terms of both, then joins words that are left over
// by what can stand for them.
func (w *Weights) compare(p, q Proposition) overlap {
	var o overlap
	var sideP, sideQ side
	i, j := 0, 0
	for i < len(p.Terms) || j < len(q.Terms) {
		switch {
		case j == len(q.Terms) || i < len(p.Terms) && p.Terms[i].Text < q.Terms[j].Text:
			o.alone(&sideP, p.Terms[i])
			i++
		case i == len(p.Terms) || q.Terms[j].Text < p.Terms[i].Text:
			o.alone(&sideQ, q.Terms[j])
			j++
		default:
			o.match(&sideP, &sideQ, p.Terms[i], q.Terms[j], 1)
			i++
			j++
		}
	}
	w.joinOpposites(&o, &sideP, &sideQ)
	w.joinRelated(&o, &sideP, &sideQ)
	o.p, o.q = sideP.weight, sideQ.weight
	o.contentP = sideP.content
	o.smallContent = min(sideP.content, sideQ.content)
	o.actorsClash = sideP.actors > 0 && sideQ.actors > 0 && o.actors == 0 &&
		(sideP.actorsShared < sideP.actors || sideQ.actorsShared < sideQ.actors)
	o.numbersClash = sideP.numbers > 0 && sideQ.numbers > 0 && sideP.numbersShared == 0
	return o
}

// side sums up one of two propositions.
type side struct {
	weight, content        float64
	numbers, numbersShared int
	actors, actorsShared   int
	words                  [16]Term // those without an equal on the other side
	left                   int
}

func (s *side) count(t Term) {
	s.weight += t.Weight
	if t.Kind != Name {
		s.content += t.Weight
	}
	if t.Kind == Number {
		s.numbers++
	}
	if t.Actor {
		s.actors++
	}
}

func (o *overlap) alone(s *side, t Term) {
	if t.Kind == Not {
		o.flips++
	}
	if t.Optional || t.Kind == Not {
		return
	}
	s.count(t)
	if t.Kind == Word && s.left < len(s.words) {
		s.words[s.left] = t
		s.left++
	}
}

func (o *overlap) match(a, b *side, s, t Term, likeness float64) {
	if s.Kind == Not && t.Kind == Not {
		return
	}
	a.count(s)
	b.count(t)
	o.share(s, t, likeness)
	if s.Actor {
		a.actorsShared++
	}
	if t.Actor {
		b.actorsShared++
	}
	if s.Actor && t.Actor {
		o.actors++
	}
	if s.Kind == Number {
		a.numbersShared++
		b.numbersShared++
	}
}

func (o *overlap) share(s, t Term, likeness float64) {
	if s.Negated != t.Negated {
		o.flips++
	}
	o.held += likeness * s.Weight
	if s.Kind == Name {
		o.heldNames += likeness * s.Weight
	}
	weight := likeness * min(s.Weight, t.Weight)
	o.terms++
	o.shared += weight
	if s.Kind != Name || t.Kind != Name {
		o.sharedContent += weight
	}
}

// joinOpposites lets opposites stand for one another as one negates the other:
// who says that the roof is safe denies that it is unsafe.
func (w *Weights) joinOpposites(o *overlap, a, b *side) {
	for i := 0; i < a.left; i++ {
		for j := 0; j < b.left; j++ {
			if !w.opposed(a.words[i].Text, b.words[j].Text) {
				continue
			}
			s := a.words[i]
			s.Negated = !s.Negated
			o.share(s, b.words[j], 1)
			a.drop(i)
			b.drop(j)
			i--
			break
		}
	}
}

// drop takes a word out of those that are left over.
func (s *side) drop(i int) {
	copy(s.words[i:], s.words[i+1:s.left])
	s.left--
}

// joinRelated lets words that can say the same stand for one another, each
// once, the nearest first.
func (w *Weights) joinRelated(o *overlap, a, b *side) {
	type link struct {
		i, j  int
		score float64
	}
	var links []link
	for i := range a.left {
		for _, r := range w.related[a.words[i].Text] {
			for j := range b.left {
				if b.words[j].Text == r.root {
					links = append(links, link{i, j, r.score})
				}
			}
		}
	}
	if len(links) > 1 {
		sort.SliceStable(links, func(x, y int) bool { return links[x].score > links[y].score })
	}
	var usedA, usedB [16]bool
	for _, l := range links {
		if !usedA[l.i] && !usedB[l.j] {
			usedA[l.i], usedB[l.j] = true, true
			o.share(a.words[l.i], b.words[l.j], l.score)
		}
	}
}
