package names

import (
	"cmp"
	"slices"

	"hearsay"
)

// variedName: a writer who quotes one person at length calls him "the
// bookseller" for a change. That is taken so only if nobody was ever described
// with the word, the office is none that a place has one of, and the person
// was quoted just before with nobody else named since. "The former officer"
// speaks of somebody known: who is met for the first time is "a former officer".
func (d *discourse) variedName(p phrase) *cluster {
	if who := d.byAge(p); who != nil {
		return who
	}
	if who := d.subjectBefore(p); who != nil {
		return who
	}
	if who := d.lastQuoted(p); who != nil {
		return who
	}
	if p.det != "the" || p.plural || p.target >= 0 || singleOffices[p.noun] || loose[p.noun] || p.noun == "doctor" || // who may be a Dr of anything
		d.sentence[p.first] < 0 || d.wordBefore(d.word(p.head), p.first) >= 0 || d.bringsNew(p) ||
		slices.ContainsFunc(d.modifiers(p), func(w string) bool { return otherwise[w] }) {
		return nil
	}
	answers := d.answersLast(p.first)
	return d.protagonist(p.first, nounGender(p.noun), func(c *cluster) bool {
		return !otherCalling(c, p.noun) && !(answers && c == d.last.of)
	})
}

// lastQuoted is the one who was quoted last, where the phrase can be another
// word for that person.
func (d *discourse) lastQuoted(p phrase) *cluster {
	who := d.last.of
	if who == nil || who.described || !who.person() || p.det != "the" || p.plural || p.target >= 0 || d.sentence[p.first] < 0 {
		return nil
	}
	past := slices.ContainsFunc(d.modifiers(p), func(w string) bool { return w == "former" || w == "retired" })
	if !past && (len(d.modifiers(p)) > 0 || singleOffices[p.noun]) {
		return nil
	}
	sentence := int(d.sentence[p.first])
	const near = 4
	if sentence-d.last.sentence > near || d.wordBefore(d.word(p.head), p.first) >= 0 || d.otherNamed(who, p.first) {
		return nil
	}
	if g := nounGender(p.noun); g != unknownGender && who.gender != unknownGender && g != who.gender {
		return nil
	}
	if d.bringsNew(p) || otherCalling(who, p.noun) || d.answersLast(p.first) {
		return nil
	}
	return who
}

// answersLast tells whether a token stands in a paragraph that begins with a
// quotation, right behind one that ends with a quotation of whoever spoke last:
// nobody answers himself.
func (d *discourse) answersLast(token int) bool {
	block := d.doc.Sentences[d.sentence[token]].Block
	if d.doc.Sentences[d.last.sentence].Block != block-1 || block == 0 {
		return false
	}
	first, _ := d.doc.TokensIn(d.block(block).Span)
	return first > 0 && d.doc.Tokens[first].Quote >= 0 && d.doc.Tokens[first-1].Quote >= 0
}

// bringsNew: "the sailor, who" brings in somebody.
func (d *discourse) bringsNew(p phrase) bool {
	next := d.word(p.end + 1)
	return d.word(p.end) == "," && (next == "who" || next == "whose")
}

// byAge: "the old man", "the young woman" is the one whom the report is about,
// unless it brought in somebody with the noun.
func (d *discourse) byAge(p phrase) *cluster {
	g := nounGender(p.noun)
	if !personNouns[p.noun] || singleOffices[p.noun] && g == unknownGender || p.det != "the" || p.plural || d.sentence[p.first] < 0 || d.wordBefore(d.word(p.head), p.first) >= 0 {
		return nil
	}
	words := d.modifiers(p)
	if len(words) == 0 || slices.ContainsFunc(words, func(w string) bool { return !ages[w] }) {
		return nil
	}
	return d.focus.pick(int(d.sentence[p.first]), func(c *cluster) float64 {
		if c.described || otherCalling(c, p.noun) {
			return 0
		}
		return genderFit(cmp.Or(g, c.gender))(c)
	})
}

// subjectBefore: "Gareth Pugh found him on a beach. “…,” the old coach said": the
// sentence just before in the paragraph begins with a name, and names nobody
// else.
func (d *discourse) subjectBefore(p phrase) *cluster {
	if p.det != "the" || p.plural || p.target >= 0 || singleOffices[p.noun] || d.sentence[p.first] < 1 || d.wordBefore(d.word(p.head), p.first) >= 0 ||
		slices.ContainsFunc(d.modifiers(p), func(w string) bool { return otherwise[w] }) {
		return nil
	}
	s := int(d.sentence[p.first])
	for s > 0 && d.doc.Tokens[d.doc.Sentences[s].First].Quote >= 0 || s == int(d.sentence[p.first]) && s > 0 {
		s--
	}
	if !d.sameBlock(s, int(d.sentence[p.first])) {
		return nil
	}
	m := d.mentionAt(d.doc.Sentences[s].First)
	if m == nil || !m.of.person() || possessive(d.word(m.last)) {
		return nil
	}
	for j := m.last; j < d.doc.Sentences[s].Last; j++ {
		if other := d.mentionAt(j); other != nil && other.of != m.of && other.of.person() {
			return nil
		}
	}
	if g := nounGender(p.noun); g != unknownGender && m.of.gender == opposite(g) || otherCalling(m.of, p.noun) {
		return nil
	}
	return m.of
}

// otherCalling tells whether a person is said to be something else than the
// noun.
func otherCalling(who *cluster, noun string) bool {
	return slices.ContainsFunc(who.roles, func(r role) bool { return personNouns[r.head] && r.head != noun && !loose[r.head] })
}

var ages = wordSet("old young elderly older younger little big tall small quiet dying")

// addsTo: she read from a card. “…,” the widow added: whoever adds something has
// just spoken, a person or a body, whatever it was called before.
func (d *discourse) addsTo(s sourceAt, p phrase) *cluster {
	who := d.last.of
	if who == nil || who.plural || p.head < 0 || p.det != "the" || p.plural || p.target >= 0 || len(d.nouned[p.noun]) > 0 || len(d.byNoun[p.noun]) > 0 || len(d.offices[p.noun]) > 0 || d.sentence[s.first] < 0 {
		return nil
	}
	if aPerson := isPersonNoun(p.noun) || wordnetPersons()[p.noun]; who.person() && !aPerson || !who.person() && (who.kind != hearsay.Organization || !orgNouns[p.noun]) {
		return nil
	}
	sentence := int(d.sentence[s.first])
	if sentence-d.last.sentence > 2 || !d.sameBlock(sentence, d.last.sentence) || d.otherNamed(who, p.first) {
		return nil
	}
	if g := nounGender(p.noun); g != unknownGender && who.gender == opposite(g) || !who.described && otherCalling(who, p.noun) {
		return nil
	}
	for _, cue := range d.attrs[s.attr].Cue {
		if additive[Fold(cue.Of(d.doc.Text))] {
			return who
		}
	}
	return nil
}

var additive = map[string]bool{"added": true, "adds": true, "continued": true, "continues": true, "went on": true, "goes on": true, "concluded": true}
