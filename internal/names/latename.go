package names

import (
	"cmp"
	"slices"
	"strings"

	"hearsay/internal/text"
)

// namedLate: "The coroner asked him who had been right. … Mrs Isobel Rankine
// adjourned": whoever acts by a name that stands for the first time, and is not
// introduced, was described before. It is the one described without a name who
// acted last, in the paragraph or not long before.
func (d *discourse) namedLate(m *mention) {
	who := m.of
	if d.titleNamesLate(m) || !d.unintroduced(m) {
		return
	}
	if len(who.words) < 2 && m.bare == m.first {
		d.kinNamedLate(m)
		return
	}
	block := d.doc.Sentences[d.sentence[m.first]].Block
	const far = 3 // paragraphs
	for _, before := range slices.Backward(d.meantIn(0, m.first)) {
		if before.weight < asSubject {
			continue
		}
		if d.doc.Sentences[d.sentence[before.token]].Block < block-far {
			break
		}
		if d.mayBeNamed(before.of, who) {
			d.unite(before.of, who)
			return
		}
		break
	}
	if len(who.words) == 1 {
		d.titledLate(m)
	}
}

// titleNamesLate: "The vicar called. … said Canon Lund": the title tells who was
// called so before, if there was one.
func (d *discourse) titleNamesLate(m *mention) bool {
	if !m.of.person() || m.bare == m.first || d.namedBefore(m.of, m.first) > 0 || d.sentence[m.first] < 0 || d.doc.Tokens[m.first].Quote >= 0 {
		return false
	}
	for _, noun := range impliedBy[strings.TrimSuffix(d.word(m.bare-1), ".")] {
		list := d.nouned[noun]
		if noun != "officer" && noun != "policeman" && len(list) == 1 && d.mayBeNamed(list[0], m.of) {
			d.unite(list[0], m.of)
			return true
		}
	}
	return false
}

// titledLate: "An engineer with a map had come. … Mr Siddiq put his finger on
// it": a surname with a title is that of the only one lately described whom it
// fits.
func (d *discourse) titledLate(m *mention) {
	const far = 8 // paragraphs
	block := d.doc.Sentences[d.sentence[m.first]].Block
	var of *cluster
	for _, before := range slices.Backward(d.meantIn(0, m.first)) {
		if d.doc.Sentences[d.sentence[before.token]].Block < block-far {
			break
		}
		c := before.of
		if c == of || !c.described || c.plural || c.head == "" || kin[c.head] || c.gender != unknownGender && m.of.gender == opposite(c.gender) {
			continue
		}
		if of != nil {
			return
		}
		of = c
	}
	if of != nil {
		d.unite(of, m.of)
	}
}

// kinNamedLate: "His sister was cutting bread. … Beatrix put down the knife": a
// given name alone is that of the only one of the gender whom the paragraphs
// before call by whose kin she is.
func (d *discourse) kinNamedLate(m *mention) {
	if !isFirstName(m.of.words[0]) {
		return
	}
	const far = 6 // paragraphs
	g := cmp.Or(m.of.gender, m.of.given)
	block := d.doc.Sentences[d.sentence[m.first]].Block
	var of *cluster
	for _, before := range slices.Backward(d.meantIn(0, m.first)) {
		if d.doc.Sentences[d.sentence[before.token]].Block < block-far {
			break
		}
		if c := before.of; c != of && c.described && kin[c.head] && !c.plural && g != unknownGender && c.gender == g && d.word(before.token) != "my" {
			if of != nil {
				return
			}
			of = c
		}
	}
	if of != nil {
		d.unite(of, m.of)
	}
}

// unintroduced tells whether a mention is the first name of somebody who does
// something, and of whom nothing else says who that is.
func (d *discourse) unintroduced(m *mention) bool {
	who := m.of
	if !who.person() || who.described || who.writes || d.introducedBy(who) || d.sentence[m.first] < 0 || d.doc.Tokens[m.first].Quote >= 0 || !d.starts(m.first) {
		return false
	}
	if d.namedBefore(who, m.first) > 0 || d.meansBefore(who, m.first) {
		return false
	}
	t := d.tag(m.last)
	return d.same(m.first, m.last) && (t == text.VERB || t == text.AUX || t == text.ADV)
}

// introducedBy tells whether the report's own words have called somebody
// something.
func (d *discourse) introducedBy(who *cluster) bool {
	return slices.ContainsFunc(who.roles, func(r role) bool {
		first, _ := d.doc.TokensIn(r.span)
		return d.doc.Tokens[min(first, len(d.doc.Tokens)-1)].Quote < 0
	})
}

// meansBefore tells whether somebody was meant before a token.
func (d *discourse) meansBefore(who *cluster, token int) bool {
	return slices.ContainsFunc(d.meantIn(0, token), func(m meant) bool { return m.of == who })
}

// mayBeNamed tells whether a description and a name can mean one person.
func (d *discourse) mayBeNamed(described, who *cluster) bool {
	if !described.described || described.plural || !described.person() || described.head == "" || described.gender != unknownGender && who.gender == opposite(described.gender) {
		return false
	}
	first := described.intro[0]
	if described.intro[1] == 0 {
		if len(described.spans) == 0 {
			return false
		}
		first, _ = d.doc.TokensIn(described.spans[0])
	}
	return d.word(first) == "the" && isPersonNoun(described.head)
}

// formal is whom "the solicitor" can mean among people who go by given names: the
// one person lately spoken of whom the report calls "Mr Lund", and of whom it has
// not said what he is.
func (d *discourse) formal(p phrase) *cluster {
	if p.det != "the" || p.plural || p.target >= 0 || p.before != nil || !personNouns[p.noun] || kin[p.noun] || anybody[p.noun] || belonging[p.noun] || len(d.modifiers(p)) > 0 || d.sentence[p.first] < 0 {
		return nil
	}
	const far = 4 // paragraphs
	block := d.doc.Sentences[d.sentence[p.first]].Block
	var who *cluster
	familiar := false
	for _, m := range d.meantIn(0, p.first) {
		at := d.mentionAt(m.token)
		if at == nil || at.of != m.of || m.of.described || m.of.writes {
			continue
		}
		if at.bare == at.first {
			familiar = familiar || len(m.of.words) == 1
			continue
		}
		if d.doc.Sentences[d.sentence[m.token]].Block < block-far || m.of == who {
			continue
		}
		if g := nounGender(p.noun); d.introducedBy(m.of) || g != unknownGender && m.of.gender == opposite(g) {
			continue
		}
		if who != nil {
			return nil
		}
		who = m.of
	}
	if !familiar {
		return nil
	}
	return who
}

// anybody can be called so without being what he is by trade.
var anybody = wordSet("man woman person boy girl lad child friend neighbour neighbor relative colleague visitor guest stranger voice speaker owner winner")

// officeNamed: "The Harbour Master, Captain Elias Rowe, reported": an office in
// capitals is no other person than the one whose name stands behind the comma.
func (d *discourse) officeNamed(m *mention) {
	next := d.mentionAt(m.last + 1)
	noun, plural := evenNoun(d.word(m.last - 1))
	if d.word(m.first-1) != "the" || d.word(m.last) != "," || next == nil || next.first != m.last+1 || !next.of.person() || next.of == m.of || plural || !isPersonNoun(noun) || m.bare > m.first || !d.same(m.first, next.first) || !d.enclosed(next.last) {
		return
	}
	d.addRole(next.of, role{text: d.textOf(m.first, m.last), head: noun, span: d.spanOf(m.first, m.last)})
	d.goesBy(next.of, m.of)
}
