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
	seen  evidence
}

// see takes in that a sign holds of the candidate, so much.
func (c *candidate) see(s sign, much float64, w *voiceWeights) {
	c.seen[s] += much
	c.score += much * w.signs[s]
}

// ballot are those who may speak a turn.
type ballot struct {
	list    []candidate
	weights *voiceWeights
}

// of is the candidate that somebody is, nil for nobody.
func (b *ballot) of(who *cluster) *candidate {
	if who == nil {
		return nil
	}
	for i := range b.list {
		if b.list[i].who == who {
			return &b.list[i]
		}
	}
	b.list = append(b.list, candidate{who: who})
	return &b.list[len(b.list)-1]
}

func (b *ballot) see(who *cluster, s sign, much float64) {
	if c := b.of(who); c != nil {
		c.see(s, much, b.weights)
	}
}

// nobody is that nobody whom the report tells of speaks.
func (b *ballot) nobody(s sign) candidate {
	var c candidate
	c.see(s, 1, b.weights)
	return c
}

// ballot weighs who may speak turn i by the words around it.
func (d *discourse) ballot(turns []turn, i int) ballot {
	t := turns[i]
	b := ballot{weights: d.weights}
	if t.told && t.only == unknownGender {
		return b
	}
	d.ledTo(turns, i, &b)
	if who := d.speaker[t.attr]; !t.told && who != nil && !who.person() {
		b.see(who, sourceElsewhere, 1)
	}
	if who := d.addressed(t); who != nil {
		b.see(who, addresses, 1)
	}
	if i > 0 && d.junctionOf(turns, i) != apart {
		if who := d.addressed(turns[i-1]); who != nil && (who != turns[i-1].who || !turns[i-1].told) {
			b.see(who, wasAddressed, 1)
		}
	}
	d.callsBack(turns, i, &b)
	d.present(t, &b)
	d.trade(t, &b)
	d.habit(turns, i, &b)
	d.faced(turns, i, &b)
	d.selfNamed(t, &b)
	d.behind(turns, i, &b)
	d.numbers(t, &b)
	d.calledSo(turns, i, &b)
	return b
}

// ofTurnBefore is what words of the paragraph before count for who spoke there.
const ofTurnBefore = 0.3

// lead is a stretch of the report's own words before a turn.
type lead struct {
	first, last int
	of          sign // of whom its subject means; the next sign is of others
	fade        float64
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
		of := ledFromFar
		switch {
		case sentence.Last > t.first:
			of = ledInSentence
		case sentence.Block == t.block:
			of = ledInParagraph
		case sentence.Block == t.block-1:
			of = ledFromAbove
		}
		first := max(stop, sentence.First)
		if d.wordsBetween(first, end) {
			list = append(list, lead{first, end, of, fade})
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
		var subject *cluster
		main := d.mainClause(l)
		for _, m := range d.meantIn(l.first, l.last) {
			w := 0.4
			switch {
			case m.weight >= asSubject && m.token >= main && subject == nil:
				w, subject = 1, m.of
			case m.weight >= asSubject:
				w = 0.5
			case m.weight < asObject*0.7:
				w = 0.15
			}
			if i > 0 && m.of == turns[i-1].who && d.blockAt(int(d.doc.Tokens[m.token].Start)) == turns[i-1].until && turns[i].block > turns[i-1].until {
				w *= ofTurnBefore
			}
			most[m.of] = max(most[m.of], w)
		}
		for _, m := range d.meantIn(l.first, l.last) {
			if m.of == subject {
				b.see(m.of, l.of, l.fade*most[m.of])
			} else {
				b.see(m.of, l.of+1, l.fade*most[m.of])
			}
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
			b.see(m.of, speaksAs, 1)
		case !d.spokenTo(m):
			b.see(m.of, speaksOf, 1)
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
				b.see(m.of, speaksAs, 1)
			case m.weight >= asSubject && m.token <= s.First+1:
				b.see(m.of, beatBehind, 1)
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
		b.see(d.addressed(turns[i+1]), wasCalledBack, 1)
	}
}

// present counts who was about lately in the report's own words.
func (d *discourse) present(t turn, b *ballot) {
	const far, fade = 8, 0.75
	from := d.block(max(0, t.block-far)).Span.Start
	first := sort.Search(len(d.doc.Tokens), func(i int) bool { return int(d.doc.Tokens[i].Start) >= from })
	most, scene := map[*cluster]float64{}, map[*cluster]float64{}
	var order []*cluster
	for _, m := range d.meantIn(first, t.first) {
		block := d.blockAt(int(d.doc.Tokens[m.token].Start))
		w := math.Pow(fade, float64(t.block-block))
		in := math.Pow(0.85, float64(max(0, d.ownSentences(int(d.sentence[m.token]), t.first)-1)))
		if m.weight < asSubject {
			w *= 0.6
		}
		if most[m.of] == 0 {
			order = append(order, m.of)
		}
		most[m.of] = max(most[m.of], w)
		scene[m.of] = max(scene[m.of], in)
	}
	for _, who := range order {
		w := most[who]
		b.see(who, isPresent, w)
		b.see(who, presentOften, w*math.Log1p(float64(d.namedBefore(who, t.first))))
		if who.described && len(who.spans) == 0 {
			b.see(who, presentSilent, w)
			b.see(who, inSceneSilent, scene[who])
		}
		b.see(who, inScene, scene[who])
	}
}

// numbers weighs several people against what one says.
func (d *discourse) numbers(t turn, b *ballot) {
	one := false
	for j := t.first; j < t.last; j++ {
		w := d.word(j)
		one = one || w == "i" || w == "my" || w == "me"
		if w == "we" || w == "us" || w == "our" {
			return
		}
	}
	for k := range b.list {
		if !b.list[k].who.plural {
			continue
		}
		b.list[k].see(manyAtAll, 1, b.weights)
		if one {
			b.list[k].see(manyAsOne, 1, b.weights)
		}
	}
}

// strongest are the candidates with most behind them.
func (b ballot) strongest(n int) []candidate {
	slices.SortStableFunc(b.list, func(x, y candidate) int { return cmp.Compare(y.score, x.score) })
	return b.list[:min(n, len(b.list))]
}
