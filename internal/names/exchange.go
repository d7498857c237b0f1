package names

import (
	"slices"

	"hearsay"
)

// exchange is what a turn and the ones before it tell of who follows whom.
type exchange struct {
	junction junction
	joined   bool // the turn before follows on one too
	goesOn   bool // as reports do: one speaker, a quotation in each paragraph
	asked    bool // the turn before asks
	touches  bool // and all three stand in paragraphs of their own
	adds     bool // "he went on"
	replies  bool // "he answered"
}

func (d *discourse) exchangeAt(turns []turn, i int) exchange {
	x := exchange{junction: d.junctionOf(turns, i)}
	if i == 0 {
		return x
	}
	t, before := turns[i], turns[i-1]
	x.adds, x.replies = t.adds, t.replies
	second := d.junctionOf(turns, i-1)
	x.joined = i > 1 && second != apart
	x.touches = i > 1 && second >= follows
	x.asked = before.asks
	const brief = 8 // tokens
	x.goesOn = !before.asks && !before.whole && !t.asks && !answered(turns, i) && t.last-t.first > brief &&
		!(x.touches && turns[i-2].asks)
	if x.junction == follows && d.spokenAs(before, "you", "your") && d.spokenAs(t, "i", "my") {
		x.goesOn = false // “You signed it.” “I signed what I was given.”
	}
	const speech = 60 // tokens
	if !before.asks && (t.until > t.block || t.last-t.first > speech) {
		x.goesOn = true // nobody breaks in with a speech
	}
	return x
}

// spokenAs tells whether a turn has one of the words.
func (d *discourse) spokenAs(t turn, words ...string) bool {
	for j := t.first; j < t.last; j++ {
		if slices.Contains(words, d.word(j)) {
			return true
		}
	}
	return false
}

// signs are what tells for or against c behind the speakers second and before,
// who came before.
func (x exchange) signs(second, before, c *cluster) (list [5]sign, n int) {
	if c == nil {
		return list, 0
	}
	see := func(s sign) {
		list[n] = s
		n++
	}
	same := c == before
	switch {
	case !same:
	case x.junction == abuts:
		see(sameAbutting)
	case x.junction == beside:
		see(sameBeside)
	case x.junction == follows && x.goesOn:
		see(sameGoingOn)
	case x.junction == follows:
		see(sameFollowing)
	case x.junction == near && x.asked:
		see(sameNearAsked)
	}
	if same && x.asked && x.junction >= follows {
		see(answersOneself)
	}
	if same && x.adds {
		see(addsOn)
	}
	if same && x.replies && x.junction != apart {
		see(repliesOneself)
	}
	if c == second && !same && before != nil {
		switch {
		case x.touches && (x.junction == follows || x.junction == abuts) && !x.goesOn:
			see(takesTurns)
		case x.joined && x.junction != apart:
			see(takesTurnsApart)
		}
	}
	return list, n
}

// step is what speaks for c behind the speakers second and before.
func (x exchange) step(w *voiceWeights, second, before, c *cluster) float64 {
	list, n := x.signs(second, before, c)
	score := 0.0
	for _, s := range list[:n] {
		score += w.signs[s]
	}
	return score
}

// mostCandidates bounds those weighed for one turn: decode goes through every
// three of them in a row.
const mostCandidates = 8

// dialogues finds the speakers of quotations that nobody is said to speak, and
// of those that "he" or "she" speaks where the exchange speaks against who was
// meant.
func (d *discourse) dialogues() {
	turns := d.turns
	for i := range turns {
		if t := &turns[i]; t.told {
			t.who = d.speaker[t.attr]
		}
	}
	ballots := make([]ballot, len(turns))
	for i := range turns {
		ballots[i] = d.ballot(turns, i)
	}
	lists := make([][]candidate, len(turns))
	for i := range turns {
		lists[i] = d.candidates(turns, ballots, i)
	}
	d.lists = lists
	found := d.decode(turns, lists)
	for i, who := range found {
		d.assign(turns[i], who)
	}
}

// assign makes who the speaker of a turn.
func (d *discourse) assign(t turn, who *cluster) {
	was := d.speaker[t.attr]
	d.speaker[t.attr] = who
	if !t.told || who == was || who == nil {
		return
	}
	span := wholeSource(d.doc.Text, d.attrs[t.attr].Source)
	if was != nil {
		was.forget(span)
	}
	first, last := d.doc.TokensIn(span)
	d.note(who, first, last)
}

// forget drops a mention.
func (c *cluster) forget(span hearsay.Span) {
	for i, s := range c.spans {
		if s == span {
			c.spans = append(c.spans[:i:i], c.spans[i+1:]...)
			return
		}
	}
}

// candidates are all who may speak turn i: those of its ballot, and those who
// speak around it. The first is nobody, where that can be.
func (d *discourse) candidates(turns []turn, ballots []ballot, i int) []candidate {
	const back, ahead = 5, 3
	t := turns[i]
	if t.told && t.only == unknownGender || t.told && t.who != nil && t.who.plural {
		return []candidate{{who: t.who}}
	}
	b := ballot{slices.Clone(ballots[i].list), d.weights}
	for j := max(0, i-back); j < min(len(turns), i+ahead+1); j++ {
		if j != i && turns[j].told {
			b.of(turns[j].who)
		} else if j < i {
			for _, c := range ballots[j].strongest(2) {
				if c.score > d.weights.signs[nobodyAtAll] {
					b.of(c.who)
				}
			}
		}
	}
	if !t.told {
		return append([]candidate{b.nobody(nobodyAtAll)}, b.strongest(mostCandidates)...)
	}
	return d.besidePronoun(t, b)
}

// besidePronoun are those who may speak a turn that "he" or "she" is said to
// speak: those whom the pronoun can mean, each with what else tells.
func (d *discourse) besidePronoun(t turn, b ballot) []candidate {
	const part = 0.3 // of what else tells
	first, _ := d.doc.TokensIn(wholeSource(d.doc.Text, d.attrs[t.attr].Source))
	ranked := d.ranked[first]
	fit := ballot{weights: d.weights}
	for _, c := range b.list {
		if !c.who.person() || c.who.plural || c.who.writes || c.who.gender == opposite(t.only) {
			continue
		}
		f := fit.of(c.who)
		for s, much := range c.seen {
			if much != 0 {
				f.see(sign(s), part*much, d.weights)
			}
		}
	}
	for _, a := range ranked {
		fit.see(a.who, toldByPronoun, 1)
		fit.see(a.who, pronounFits, a.score-ranked[0].score)
	}
	if t.who != nil {
		fit.see(t.who, meantAtFirst, 1)
		return fit.strongest(mostCandidates)
	}
	return append([]candidate{fit.nobody(nobodyMeant)}, fit.strongest(mostCandidates)...)
}

// decode is the likeliest sequence of speakers: each turn is weighed with the
// two before it.
func (d *discourse) decode(turns []turn, lists [][]candidate) []*cluster {
	n := len(turns)
	if n == 0 {
		return nil
	}
	type cell struct {
		score float64
		from  int
	}
	none := []candidate{{}}
	before := func(i int) []candidate {
		if i < 0 {
			return none
		}
		return lists[i]
	}
	table := make([][][]cell, n) // of turn, candidate before it, its candidate
	for i := range turns {
		x := d.exchangeAt(turns, i)
		prev, second := before(i-1), before(i-2)
		table[i] = make([][]cell, len(prev))
		for p := range prev {
			table[i][p] = make([]cell, len(lists[i]))
			for c, cand := range lists[i] {
				best := cell{score: -1e18}
				for s := range second {
					so := 0.0
					if i > 0 {
						so = table[i-1][s][p].score
					}
					if total := so + cand.score + x.step(d.weights, second[s].who, prev[p].who, cand.who); total > best.score {
						best = cell{total, s}
					}
				}
				table[i][p][c] = best
			}
		}
	}
	return traced(n, lists, func(i, p, c int) (float64, int) { return table[i][p][c].score, table[i][p][c].from }, before)
}

// traced reads the best sequence back from its end.
func traced(n int, lists [][]candidate, at func(i, p, c int) (float64, int), before func(int) []candidate) []*cluster {
	p, c, top := 0, 0, -1e18
	for i := range before(n - 2) {
		for j := range lists[n-1] {
			if s, _ := at(n-1, i, j); s > top {
				p, c, top = i, j, s
			}
		}
	}
	who := make([]*cluster, n)
	for i := n - 1; i >= 0; i-- {
		who[i] = lists[i][c].who
		_, s := at(i, p, c)
		p, c = s, p
	}
	return who
}
