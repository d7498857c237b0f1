package names

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"hearsay/internal/text"
)

// candidate is somebody who may speak a turn, and what speaks for it.
type candidate struct {
	who   *cluster
	score float64
}

// ballot are those who may speak a turn.
type ballot []candidate

func (b *ballot) add(who *cluster, score float64) {
	if who == nil {
		return
	}
	for i := range *b {
		if (*b)[i].who == who {
			(*b)[i].score += score
			return
		}
	}
	*b = append(*b, candidate{who, score})
}

// What counts for somebody, and what against.
const (
	ledInSentence  = 3.2  // meant in the sentence of the quotation, before it
	ledInParagraph = 3.0  // in the sentence before it
	ledFromAbove   = 2.2  // at the end of the paragraph before
	ledFromFar     = 0.7  // in the paragraph before that
	ownBeat        = 0.3  // of that, where the words before go with the turn before
	wasAsked       = 3.0  // by the words that lead to the turn
	didAsk         = -4.0 // in them
	wasAddressed   = 3.0  // by the turn before
	addresses      = -5.0 // in the turn itself
	wasCalledBack  = 1.5  // by the turn behind
	calledSo       = 0.8  // "Yes, sir"
	isPresent      = 0.9  // meant in the paragraph before
	speaksOf       = -2.5 // somebody by name
	speaksAs       = 4.0  // "I'm Polly"
	beatBehind     = 1.2  // who does something right behind the turn
	toldByPronoun  = 2.5  // as the likeliest of those whom "he" or "she" can mean
	besidePronoun  = 0.3  // what all else counts for there
	manyAsOne      = -3.0 // several people, who say "I"
	manyAtAll      = -0.7
	nobodyAtAll    = 0.9 // what has to be outweighed
)

// ballot weighs who may speak turn i by the words around it.
func (d *discourse) ballot(turns []turn, i int) ballot {
	t := turns[i]
	var b ballot
	if t.told && t.only == unknownGender {
		return b
	}
	d.ledTo(turns, i, &b)
	if who := d.addressed(t); who != nil {
		b.add(who, addresses)
	}
	if i > 0 && d.junctionOf(turns, i) != apart {
		if who := d.addressed(turns[i-1]); who != nil && who != turns[i-1].who {
			b.add(who, wasAddressed)
		}
	}
	d.callsBack(turns, i, &b)
	d.present(t, &b)
	d.selfNamed(t, &b)
	d.behind(turns, i, &b)
	d.numbers(t, b)
	return b
}

// lead is a stretch of the report's own words before a turn.
type lead struct {
	first, last int
	base        float64
}

// leads are the sentences that lead to turn i, the nearest first, back to the
// turn before it.
func (d *discourse) leads(turns []turn, i int) []lead {
	const far = 2 // paragraphs
	t := turns[i]
	stop := 0
	if i > 0 {
		stop = turns[i-1].last
	}
	var list []lead
	fade, block := 1.0, t.block
	for end := t.first; end > stop; {
		s := d.doc.SentenceAt(end - 1)
		if s < 0 {
			end--
			continue
		}
		sentence := d.doc.Sentences[s]
		if sentence.Block < t.block-far || !t.opens && sentence.Block < t.block {
			break
		}
		if sentence.Block != block {
			fade, block = 1, sentence.Block
		}
		base := ledFromFar
		switch {
		case sentence.Last > t.first:
			base = ledInSentence
		case sentence.Block == t.block:
			base = ledInParagraph
		case sentence.Block == t.block-1:
			base = ledFromAbove
		}
		first := max(stop, sentence.First)
		if d.wordsBetween(first, end) {
			list = append(list, lead{first, end, base * fade})
			fade *= 0.4
		}
		end = first
	}
	return list
}

// ledTo counts who is meant in the words that lead to turn i.
func (d *discourse) ledTo(turns []turn, i int, b *ballot) {
	leads := d.leads(turns, i)
	for n, l := range leads {
		most := map[*cluster]float64{}
		subject := false
		main := d.mainClause(l)
		for _, m := range d.meantIn(l.first, l.last) {
			w := 0.4
			switch {
			case m.weight >= asSubject && m.token >= main && !subject:
				w, subject = 1, true
			case m.weight >= asSubject:
				w = 0.5
			case m.weight < asObject*0.7:
				w = 0.15
			}
			if i > 0 && m.of == turns[i-1].who && d.blockAt(int(d.doc.Tokens[m.token].Start)) == turns[i-1].until && turns[i].block > turns[i-1].until {
				w *= ownBeat
			}
			most[m.of] = max(most[m.of], w)
		}
		for _, m := range d.meantIn(l.first, l.last) {
			b.add(m.of, l.base*most[m.of])
			most[m.of] = 0
		}
		if n == 0 {
			d.asked(turns, i, l, b)
		}
	}
}

// mainClause is where the main clause of a lead begins: behind the comma of
// "When he came in, she".
func (d *discourse) mainClause(l lead) int {
	switch d.word(l.first) {
	case "when", "as", "after", "before", "while", "if", "once", "until", "because", "though", "although", "since":
	default:
		return l.first
	}
	for i := l.first; i < l.last; i++ {
		if d.word(i) == "," {
			return i
		}
	}
	return l.first
}

// selfNamed counts whom a turn names: for "I'm Polly", against any other.
func (d *discourse) selfNamed(t turn, b *ballot) {
	for j := t.first; j < t.last; j++ {
		m := d.mentionAt(j)
		if m == nil || m.first != j || !m.of.person() {
			continue
		}
		before := d.word(j - 1)
		switch {
		case (before == "'m" || before == "am") && d.word(j-2) == "i" || before == "is" && d.word(j-2) == "name":
			b.add(m.of, speaksAs)
		case !d.spokenTo(m):
			b.add(m.of, speaksOf)
		}
	}
}

// behind counts who does something right behind turn i in its paragraph.
func (d *discourse) behind(turns []turn, i int, b *ballot) {
	t := turns[i]
	end := t.last
	for end < len(d.doc.Tokens) && d.doc.Tokens[end].Kind != text.Word {
		end++
	}
	if end == len(d.doc.Tokens) || d.sentence[end] < 0 || i+1 < len(turns) && turns[i+1].first <= end {
		return
	}
	if s := d.doc.Sentences[d.sentence[end]]; s.First == end {
		for _, m := range d.meantIn(s.First, s.Last) {
			switch {
			case s.Block != t.until && !d.voiceIn(s):
			case s.Block != t.until:
				b.add(m.of, speaksAs)
			case m.weight >= asSubject && m.token <= s.First+1:
				b.add(m.of, beatBehind)
			default:
				continue
			}
			return
		}
	}
}

// voiceIn: "The voice belonged to a stagehand".
func (d *discourse) voiceIn(s text.Sentence) bool {
	return d.word(s.First+1) == "voice" || d.word(s.First+1) == "speaker"
}

// callsBack counts whom the turn behind turn i speaks to: they talk.
func (d *discourse) callsBack(turns []turn, i int, b *ballot) {
	if i+1 < len(turns) && d.junctionOf(turns, i+1) == follows {
		b.add(d.addressed(turns[i+1]), wasCalledBack)
	}
}

// present counts who was about lately in the report's own words.
func (d *discourse) present(t turn, b *ballot) {
	const far, fade = 6, 0.75
	from := d.block(max(0, t.block-far)).Span.Start
	first := sort.Search(len(d.doc.Tokens), func(i int) bool { return int(d.doc.Tokens[i].Start) >= from })
	most := map[*cluster]float64{}
	var order []*cluster
	for _, m := range d.meantIn(first, t.first) {
		w := isPresent * math.Pow(fade, float64(t.block-d.blockAt(int(d.doc.Tokens[m.token].Start))))
		if m.weight < asSubject {
			w *= 0.6
		}
		if m.of.described && len(m.of.spans) == 0 {
			w *= 0.6
		}
		w *= 1 + 0.3*math.Log1p(float64(d.namedBefore(m.of, t.first)))
		if most[m.of] == 0 {
			order = append(order, m.of)
		}
		most[m.of] = max(most[m.of], w)
	}
	for _, who := range order {
		b.add(who, most[who])
	}
}

// numbers weighs several people against what one says.
func (d *discourse) numbers(t turn, b ballot) {
	one := false
	for j := t.first; j < t.last; j++ {
		w := d.word(j)
		one = one || w == "i" || w == "my" || w == "me"
		if w == "we" || w == "us" || w == "our" {
			return
		}
	}
	for k := range b {
		if b[k].who.plural {
			b[k].score += manyAtAll
			if one {
				b[k].score += manyAsOne
			}
		}
	}
}

// strongest keeps the candidates with most behind them.
func (b ballot) strongest(n int) ballot {
	slices.SortStableFunc(b, func(x, y candidate) int { return cmp.Compare(y.score, x.score) })
	return b[:min(n, len(b))]
}
