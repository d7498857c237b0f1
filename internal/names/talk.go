package names

import (
	"slices"

	"hearsay/internal/text"
)

// What an exchange tells beyond the words around a turn: who is there, who asks,
// and how those who talk call each other.

// replying verbs answer somebody.
var replying = wordSet("answered answers replied replies retorted retorts responded responds countered counters")

// ownSentences is how many sentences of the report's own lie between a place in
// sentence from and the turn that begins at token first.
func (d *discourse) ownSentences(from, first int) (n int) {
	for s := from; s < len(d.doc.Sentences) && d.doc.Sentences[s].First < first; s++ {
		if d.doc.Tokens[d.doc.Sentences[s].First].Quote < 0 {
			n++
		}
	}
	return n
}

// trade counts for whom it is to ask questions, and who is there to answer.
func (d *discourse) trade(t turn, b *ballot) {
	for k := range b.list {
		c := &b.list[k]
		switch {
		case !d.asksQuestions(c.who):
		case t.asks:
			c.see(asksByTrade, 1, b.weights)
		default:
			c.see(tellsByTrade, 1, b.weights)
		}
	}
}

// habit counts who has only asked in the turns around, as those do who
// interview, and who has only answered.
func (d *discourse) habit(turns []turn, i int, b *ballot) {
	const around = 10 // turns
	asked, told := map[*cluster]int{}, map[*cluster]int{}
	for j := max(0, i-around); j < min(len(turns), i+around+1); j++ {
		who := turns[j].who
		switch {
		case j == i || who == nil || !turns[j].told:
		case turns[j].asks:
			asked[who]++
		default:
			told[who]++
		}
	}
	if told[d.writing] == 0 && asked[d.writing] > 0 {
		b.of(d.writing)
	}
	for k := range b.list {
		c := &b.list[k]
		a, n := asked[c.who], told[c.who]
		if a == 1 && c.who != d.writing {
			a = 0 // once is no habit
		}
		switch {
		case a > 0 && n == 0 && turns[i].asks:
			c.see(asksAsEver, 1, b.weights)
		case a > 0 && n == 0:
			c.see(tellsForOnce, 1, b.weights)
		case a == 0 && n > 1 && turns[i].asks:
			c.see(asksForOnce, 1, b.weights)
		}
	}
}

// faced counts with whom whoever spoke before has to do in the words that led
// to it: "Brede looked at the boy. “Well?” “I was late.”"
func (d *discourse) faced(turns []turn, i int, b *ballot) {
	const far = 5 // turns
	for j := i - 1; j >= max(0, i-far) && d.junctionOf(turns, j+1) >= follows; j-- {
		if (i-j)%2 == 0 {
			continue
		}
		b.see(d.toldTo(turns[j]), wasFaced, 1)
		seen := map[*cluster]bool{}
		for _, l := range d.leads(turns, j) {
			if l.of == ledFromFar {
				break
			}
			places := d.meantIn(l.first, l.last)
			acts := slices.IndexFunc(places, func(m meant) bool { return m.weight >= asSubject })
			for _, m := range places {
				if !seen[m.of] && (acts < 0 || m.of != places[acts].of) {
					seen[m.of] = true
					b.see(m.of, wasFaced, l.fade)
				}
			}
		}
	}
}

// toldTo is to whom the words of a turn are said to be spoken: "she told me".
func (d *discourse) toldTo(t turn) *cluster {
	a := d.attrs[t.attr]
	if len(a.Cue) == 0 || len(a.Source) == 0 {
		return nil
	}
	first, last := d.doc.TokensIn(a.Cue[len(a.Cue)-1])
	if first >= last || !asksOrTells[d.word(last-1)] {
		return nil
	}
	if w := d.word(last); w == "me" || w == "us" {
		return d.writing
	}
	if m := d.mentionAt(last); m != nil && m.of.person() {
		return m.of
	}
	if met := d.meantIn(last, last+2); len(met) > 0 && d.same(last-1, last) && (d.objectPronoun(last) || determiners[d.word(last)]) {
		return met[0].of
	}
	return nil
}

var asksOrTells = wordSet("told tell tells ask asked asks answered answers reminded reminds assured warned warns")

// askers are those whose trade it is to ask.
var askers = wordSet("prosecutor counsel lawyer barrister attorney solicitor reporter journalist interviewer detective inspector coroner judge host presenter examiner")

// asksQuestions tells whether the report says that somebody does so in court or
// for a living: "Ada Lund, prosecuting", "Cross-examined by Ada Lund".
func (d *discourse) asksQuestions(who *cluster) bool {
	for _, r := range who.roles {
		if askers[r.head] {
			return true
		}
	}
	for _, i := range who.tokens {
		m := d.mentionAt(i)
		if m == nil {
			continue
		}
		switch d.word(m.last + 1) {
		case "prosecuting", "defending":
			return true
		}
		before := d.word(m.first - 1)
		examined := d.word(m.first - 2)
		if before == "-" || before == "by" || before == "," {
			switch examined {
			case "examined", "examining", "cross-examined", "cross-examining", "questioned", "interviewed":
				return true
			}
		}
	}
	return false
}

// calls are words by which people call each other, and whom they suit.
var calls = map[string]gender{
	"sir": male, "mum": female, "mummy": female, "mam": female, "mom": female, "mama": female, "mother": female, "dad": male, "daddy": male,
	"papa": male, "father": male, "miss": female, "madam": female, "madame": female, "ma'am": female, "monsieur": male, "auntie": female,
	"aunt": female, "uncle": male, "gran": female, "grandma": female, "grandad": male, "grandpa": male, "son": male, "mate": male,
	"mr": male, "mrs": female, "ms": female, "lord": male,
}

// callOf is the gender of whom a turn calls by such a word.
func (d *discourse) callOf(t turn) gender {
	for j := t.first; j < t.last; j++ {
		g, ok := calls[d.word(j)]
		if !ok {
			continue
		}
		end := j + 1
		if w := d.word(j); w == "mr" || w == "mrs" || w == "ms" || w == "miss" || w == "lord" {
			for d.doc.Tokens[end].Kind == text.Word && d.capital(end) && end < t.last {
				end++
			}
			if end < t.last && d.word(end) == "." && d.doc.Tokens[end].Kind == text.Word {
				end++
			}
		}
		before, after := d.word(j-1), d.word(end)
		opens := d.doc.Tokens[j-1].Kind == text.OpenQuote
		closes := after == "." || after == "?" || after == "!"
		if after == "," && (opens || before == ",") || before == "," && closes || opens && closes {
			return g
		}
	}
	return unknownGender
}

// calledSo counts for whom the turn before, or the one behind, calls "sir".
func (d *discourse) calledSo(turns []turn, i int, b *ballot) {
	count := func(g gender) {
		if g == unknownGender {
			return
		}
		for k := range b.list {
			switch c := &b.list[k]; c.who.gender {
			case g:
				c.see(calledLikewise, 1, b.weights)
			case opposite(g):
				c.see(calledOtherwise, 1, b.weights)
			}
		}
	}
	if i > 0 && d.junctionOf(turns, i) >= follows {
		count(d.callOf(turns[i-1]))
	}
	if i+1 < len(turns) && d.junctionOf(turns, i+1) == follows {
		count(d.callOf(turns[i+1]))
	}
}
