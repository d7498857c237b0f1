package names

// A dialogue leaves out who speaks once the reader knows who take turns. Whom
// the words around a turn speak for (ballot.go) and how turns follow one another
// (exchange.go) are weighed together.

// asked counts who is asked in the words that lead to turn i, and who asks or
// answers in them.
func (d *discourse) asked(turns []turn, i int, l lead, b *ballot) {
	if who := d.whenAsked(l.first, l.last); who != nil {
		b.see(who, wasAsked, 1)
		return
	}
	at := -1
	for j := l.first; j < l.last; j++ {
		switch d.word(j) {
		case "asked", "ask", "asks":
			if w := d.word(j + 1); w != "questions" && w != "for" && w != "to" {
				at = j
			}
		case "put", "puts":
			if w := d.word(j + 1); (w == "it" || w == "this" || w == "that") && d.word(j+2) == "to" {
				at = j
			}
		}
	}
	if at < 0 {
		if d.word(l.last-1) == "?" {
			b.see(d.questioned(turns, i, l), wasQuestioned, 1)
		}
		return
	}
	if w := d.word(at - 1); w == "was" || w == "were" {
		return
	}
	who, asker := d.askedOne(l, at)
	b.see(asker, didAsk, 1)
	if who != nil {
		b.see(who, wasAsked, 1)
	} else if i > 0 && turns[i-1].who != asker {
		b.see(turns[i-1].who, wasAsked, 0.5)
	}
}

// questioned is who answers what the report itself asks, "How long had they
// known?": whoever answered the question before, or was spoken of last.
func (d *discourse) questioned(turns []turn, i int, l lead) *cluster {
	const close = 2 // paragraphs
	block := d.doc.Sentences[d.sentence[l.first]].Block
	if i > 0 && turns[i-1].until >= block-1 && turns[i-1].who != nil {
		return turns[i-1].who
	}
	before := d.meantIn(0, l.first)
	if len(before) == 0 {
		return nil
	}
	last := before[len(before)-1]
	if d.doc.Sentences[d.sentence[last.token]].Block < block-close || last.of.plural {
		return nil
	}
	return last.of
}

// askedOne is who is asked in the words that lead to an answer, and who asks:
// whoever is meant behind the verb at token at, or else before it, and does not
// ask.
func (d *discourse) askedOne(l lead, at int) (who, asker *cluster) {
	subject := min(d.phraseBefore(at), at-1)
	if named := d.within(max(l.first, subject), at); len(named) > 0 && !possessives[d.word(subject)] {
		asker = named[len(named)-1]
	}
	for _, who := range d.within(at+1, d.questionFrom(at+1, l.last)) {
		if who != asker {
			return who, asker
		}
	}
	before := d.within(l.first, at)
	if asker == nil && len(before) > 1 {
		return nil, nil
	}
	for _, who := range before {
		if who != asker {
			return who, asker
		}
	}
	return nil, asker
}

// questionFrom is where what is asked begins behind who is asked: at "whether" of
// "asked her whether he was".
func (d *discourse) questionFrom(first, last int) int {
	for i := first; i < last; i++ {
		switch d.word(i) {
		case "what", "why", "whether", "if", "how", "who", "when", "where", "which", "that", "about", "to", ",", ":":
			return i
		}
	}
	return last
}

var possessives = wordSet("his her their its my our your")

// whenAsked is who answers in "Benomar, asked whether he would go, laughed" and
// "Asked by a reporter how long, the general smiled".
func (d *discourse) whenAsked(first, last int) *cluster {
	for j := first; j < last; j++ {
		if d.word(j) != "asked" || j > first && d.word(j-1) != "," && d.word(j-1) != "when" && d.word(j-1) != "was" {
			continue
		}
		named := d.within(first, j+1)
		if j-first <= 1 {
			comma := j
			for k := j; k < last; k++ {
				if d.word(k) == "," {
					comma = k
				}
			}
			named = d.within(comma, last)
		}
		if len(named) > 0 {
			return named[0]
		}
	}
	return nil
}

// answered tells whether another utterance stands by itself right behind turn i.
func answered(turns []turn, i int) bool {
	return i+1 < len(turns) && turns[i+1].block == turns[i].until+1 && turns[i+1].whole
}

// hear takes in that a turn begins at token i: who speaks it, as far as the
// words before it tell, is who "she" means next.
func (d *discourse) hear(i int) {
	for d.nextTurn < len(d.turns) && d.turns[d.nextTurn].first < i {
		d.nextTurn++
	}
	if d.nextTurn == len(d.turns) || d.turns[d.nextTurn].first != i {
		return
	}
	n := d.nextTurn
	for k := max(0, n-2); k < n; k++ {
		if t := &d.turns[k]; t.told {
			t.who = d.speaker[t.attr]
		}
	}
	t := &d.turns[n]
	if t.told {
		return
	}
	if t.who = d.sofar(d.turns, n); t.who != nil {
		sentence := max(0, int(d.sentence[i]))
		d.focus.add(t.who, asSource, sentence)
		d.last = sourceSeen{of: t.who, sentence: sentence}
	}
}

// sofar is who speaks turn i by what stands before it.
func (d *discourse) sofar(turns []turn, i int) *cluster {
	b := d.ballot(turns, i)
	for j := max(0, i-4); j < i; j++ {
		b.of(turns[j].who)
	}
	var before, second *cluster
	if i > 0 {
		before = turns[i-1].who
	}
	if i > 1 {
		second = turns[i-2].who
	}
	x := d.exchangeAt(turns, i)
	var best *cluster
	top := d.weights.signs[nobodyAtAll]
	for _, c := range b.list {
		if s := c.score + x.step(d.weights, second, before, c.who); s > top {
			best, top = c.who, s
		}
	}
	return best
}
