package names

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

// A dialogue leaves out who speaks once the reader knows who take turns. What
// stands between quotation marks without a cue is then given to whoever the
// words before it are about, or to the other of the two who speak.

// turn is a quotation of the outermost level, with its speaker if the text
// tells it.
type turn struct {
	attr  int
	block int          // of its first piece
	until int          // the block of its last
	span  hearsay.Span // from the first piece to the last
	who   *cluster
	told  bool // by a cue, or by a source in its own paragraph
	whole bool // it is all that its paragraph says
	asks  bool
	opens bool // its paragraph begins with it
}

// dialogues finds the speakers of quotations that nobody is said to speak.
func (d *discourse) dialogues() {
	turns := d.turns()
	if !slices.ContainsFunc(turns, func(t turn) bool { return !t.told }) {
		return
	}
	people := d.inOwnWords()
	for i := range turns {
		t := &turns[i]
		if t.told {
			d.takesTurn(turns, i)
			continue
		}
		switch who := d.untold(turns, i, people); {
		case who != nil:
			t.who = who
		case t.whole && t.asks && answered(turns, i):
			t.who = nil // whoever spoke before does not ask himself
		}
		d.speaker[t.attr] = t.who
	}
}

// answered tells whether another utterance stands by itself right behind turn i.
func answered(turns []turn, i int) bool {
	return i+1 < len(turns) && turns[i+1].block == turns[i].until+1 && turns[i+1].whole
}

// takesTurn finds whom "she" means in an exchange of two, where her name stands
// too far away.
func (d *discourse) takesTurn(turns []turn, i int) {
	t := &turns[i]
	source := d.attrs[t.attr].Source
	if t.who != nil || i == 0 || turns[i-1].until < t.block-1 || len(source) != 1 {
		return
	}
	g := map[string]gender{"he": male, "she": female}[strings.ToLower(source[0].Of(d.doc.Text))]
	if who := d.other(turns, i); g != unknownGender && who != nil && who.person() && !who.plural && who.gender != opposite(g) {
		t.who = who
		d.speaker[t.attr] = who
	}
}

// turns are the quotations in the order of the text.
func (d *discourse) turns() []turn {
	var list []turn
	for i, a := range d.attrs {
		if a.Parent != "" || a.Kind != hearsay.Direct || len(a.Content) == 0 {
			continue
		}
		cover := hearsay.Cover(a.Content)
		if cover.Validate(d.doc.Text) != nil {
			continue
		}
		t := turn{attr: i, block: d.blockAt(cover.Start), until: d.blockAt(cover.End - 1), span: cover, who: d.speaker[i], told: len(a.Cue) > 0}
		if s := wholeSource(d.doc.Text, a.Source); !s.IsEmpty() && d.blockAt(s.Start) == t.block {
			t.told = true
		}
		body := strings.TrimSpace(d.block(t.block).Span.Of(d.doc.Text))
		t.whole = len(body) <= a.Content[0].Len()+1 && len(a.Content) == 1
		t.opens = a.Content[0].Start <= d.block(t.block).Span.Start
		t.asks = strings.HasSuffix(strings.TrimRight(a.Content[0].Of(d.doc.Text), "\"”'’ "), "?")
		list = append(list, t)
	}
	slices.SortStableFunc(list, func(a, b turn) int { return cmp.Compare(a.span.Start, b.span.Start) })
	return list
}

func (d *discourse) blockAt(offset int) int {
	return sort.Search(len(d.doc.Blocks), func(b int) bool { return d.doc.Blocks[b].Span.End > offset })
}

// seen is a place where a person is meant.
type seen struct {
	at int
	of *cluster
}

// inOwnWords are the places outside of quotations where persons are meant.
func (d *discourse) inOwnWords() []seen {
	var list []seen
	for _, c := range d.people {
		if !c.person() {
			continue
		}
		for _, s := range c.spans {
			if first, last := d.doc.TokensIn(s); first < last && d.doc.Tokens[first].Quote < 0 {
				list = append(list, seen{s.Start, c})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b seen) int { return cmp.Compare(a.at, b.at) })
	return list
}

// within are the persons meant in a span, in order.
func within(people []seen, span hearsay.Span) []*cluster {
	var list []*cluster
	first := sort.Search(len(people), func(i int) bool { return people[i].at >= span.Start })
	for _, p := range people[first:] {
		if p.at >= span.End {
			break
		}
		if !slices.Contains(list, p.of) {
			list = append(list, p.of)
		}
	}
	return list
}

// untold is who speaks turn i, nil if nothing tells.
func (d *discourse) untold(turns []turn, i int, people []seen) *cluster {
	t := turns[i]
	if lead := d.leadIn(turns, i); !lead.IsEmpty() {
		return d.ledTo(turns, i, lead, people)
	}
	if i > 0 && turns[i-1].until >= t.block-1 {
		return d.answers(turns, i)
	}
	return nil
}

// leadIn is the report's own words that lead to turn i: the sentence before it
// in its paragraph, or the last one of a paragraph before that ends without a
// quotation.
func (d *discourse) leadIn(turns []turn, i int) hearsay.Span {
	t := turns[i]
	first, _ := d.doc.TokensIn(t.span)
	from := 0
	if i > 0 {
		from = turns[i-1].span.End
	}
	s := d.doc.SentenceAt(first - 1)
	if first == 0 || s < 0 || d.doc.Sentences[s].Block < t.block-1 {
		return hearsay.Span{}
	}
	sentence := d.doc.Sentences[s]
	span := d.doc.Span(sentence.First, sentence.Last)
	if span.Start < from || d.doc.Tokens[sentence.First].Quote >= 0 {
		return hearsay.Span{}
	}
	return span
}

// ledTo is whom the words before a turn lead to: who was asked, who answers, or
// whom they are about.
func (d *discourse) ledTo(turns []turn, i int, lead hearsay.Span, people []seen) *cluster {
	named := within(people, lead)
	first, last := d.doc.TokensIn(lead)
	asked := -1
	if who := d.whenAsked(first, last, people); who != nil {
		return who
	}
	for j := first; j < last; j++ {
		switch d.word(j) {
		case "asked", "ask", "asks", "put":
			asked = j
		case "reply", "answer", "response":
			return d.other(turns, i)
		}
	}
	if asked >= 0 && d.word(asked-1) != "was" && d.word(asked-1) != "were" {
		if who := d.askedOne(lead, asked, people); who != nil {
			return who
		}
		return d.other(turns, i)
	}
	if next := d.next(turns, i); next != nil && len(named) > 1 && turns[i].whole {
		named = slices.DeleteFunc(named, func(c *cluster) bool { return c == next })
	}
	if len(named) == 0 {
		if d.word(last-1) == "?" {
			return d.questioned(turns, i, lead, people)
		}
		return nil
	}
	return named[0]
}

// questioned is who answers what the report itself asks, "How long had they
// known?": whoever answered the question before, or was spoken of last.
func (d *discourse) questioned(turns []turn, i int, lead hearsay.Span, people []seen) *cluster {
	const near = 2 // paragraphs
	block := d.blockAt(lead.Start)
	if i > 0 && turns[i-1].until >= block-1 && turns[i-1].who != nil {
		return turns[i-1].who
	}
	n := sort.Search(len(people), func(k int) bool { return people[k].at >= lead.Start })
	if n == 0 || d.blockAt(people[n-1].at) < block-near || people[n-1].of.plural {
		return nil
	}
	return people[n-1].of
}

// askedOne is who is asked in the words that lead to an answer: whoever is meant
// behind the verb at token asked, or else before it, and does not ask.
func (d *discourse) askedOne(lead hearsay.Span, asked int, people []seen) *cluster {
	before := hearsay.Span{Start: lead.Start, End: int(d.doc.Tokens[asked].Start)}
	var asker *cluster
	subject := d.phraseBefore(asked)
	if named := within(people, hearsay.Span{Start: int(d.doc.Tokens[min(subject, asked-1)].Start), End: before.End}); len(named) > 0 && !possessives[d.word(subject)] {
		asker = named[len(named)-1]
	}
	for _, span := range []hearsay.Span{{Start: int(d.doc.Tokens[asked].End), End: lead.End}, before} {
		for _, who := range within(people, span) {
			if who != asker && !(asker == nil && span == before && len(within(people, before)) > 1) {
				return who
			}
		}
	}
	return nil
}

var possessives = wordSet("his her their its my our your")

// whenAsked is who answers in "Benomar, asked whether he would go, laughed" and
// "Asked by a reporter how long, the general smiled".
func (d *discourse) whenAsked(first, last int, people []seen) *cluster {
	for j := first; j < last; j++ {
		if d.word(j) != "asked" || j > first && d.word(j-1) != "," && d.word(j-1) != "when" && d.word(j-1) != "was" {
			continue
		}
		named := within(people, d.doc.Span(first, j+1))
		if j-first <= 1 {
			comma := j
			for k := j; k < last; k++ {
				if d.word(k) == "," {
					comma = k
				}
			}
			named = within(people, d.doc.Span(comma, last))
		}
		if len(named) > 0 {
			return named[0]
		}
	}
	return nil
}

// next is who answers turn i, where the turn behind it tells.
func (d *discourse) next(turns []turn, i int) *cluster {
	if i+1 < len(turns) && turns[i+1].told && turns[i+1].block == turns[i].until+1 {
		return turns[i+1].who
	}
	return nil
}

// answers is who speaks turn i right behind another one: the same speaker goes
// on, unless the two take turns.
func (d *discourse) answers(turns []turn, i int) *cluster {
	t, before := turns[i], turns[i-1]
	if who := d.addressed(before); who != nil && who != before.who && t.whole {
		return who
	}
	goesOn := before.until == t.block || !t.whole
	if goesOn || !before.asks && !before.whole && !t.asks && !answered(turns, i) && !d.addresses(t, before.who) {
		return before.who
	}
	return d.other(turns, i)
}

// addressed is whom a turn speaks to by name, nil if nobody.
func (d *discourse) addressed(t turn) *cluster {
	first, last := d.doc.TokensIn(t.span)
	for j := first; j < last; j++ {
		m := d.mentionAt(j)
		if m == nil || !m.of.person() {
			continue
		}
		if d.spokenTo(m) || d.doc.Tokens[j-1].Kind == text.OpenQuote && d.word(m.last) == "?" {
			return m.of
		}
		j = m.last - 1
	}
	return d.vocative(first, last)
}

// addresses tells whether a turn speaks to somebody by name.
func (d *discourse) addresses(t turn, who *cluster) bool {
	if who == nil || len(who.words) == 0 {
		return false
	}
	first, last := d.doc.TokensIn(t.span)
	for j := first; j < last; j++ {
		if m := d.mentionAt(j); m != nil && m.of == who && (d.word(m.last) == "," || d.word(m.first-1) == ",") {
			return true
		}
	}
	return d.vocative(first, last) == who
}

// other is who takes turns with the speaker before turn i: the one of the same
// dialogue, sought backwards and then forwards, or whoever spoke before it.
func (d *discourse) other(turns []turn, i int) *cluster {
	const far = 8
	var last *cluster
	if i > 0 {
		last = turns[i-1].who
	}
	joined := true
	for j := i - 2; j >= max(0, i-far); j-- {
		joined = joined && turns[j+1].block-turns[j].until <= 1
		if !joined {
			break
		}
		if who := turns[j].who; who != nil && who != last {
			return who
		}
	}
	for j := i + 1; j < min(len(turns), i+far) && turns[j].block-turns[j-1].until <= 1; j++ {
		if turns[j].told && turns[j].who != nil {
			if (j-i)%2 == 0 && turns[j].who != last && turns[j].opens {
				return turns[j].who
			}
			if turns[j].opens && turns[j].who != last {
				return nil
			}
			if !turns[j].opens {
				break
			}
		}
	}
	for j := i - 2; j >= max(0, i-far); j-- {
		if who := turns[j].who; who != nil && who != last && !who.plural {
			return who
		}
	}
	return nil
}
