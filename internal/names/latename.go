package names

import (
	"slices"

	"hearsay/internal/text"
)

// namedLate: "The coroner asked him who had been right. … Mrs Isobel Rankine
// adjourned": whoever acts by a name that stands for the first time, and is not
// introduced, was described before. It is the one described without a name who
// acted last, in the paragraph or not long before.
func (d *discourse) namedLate(m *mention) {
	who := m.of
	if !d.unintroduced(m) {
		return
	}
	block := d.doc.Sentences[d.sentence[m.first]].Block
	const far = 3 // paragraphs
	for _, before := range slices.Backward(d.meantIn(0, m.first)) {
		if before.weight < asSubject {
			continue
		}
		if d.doc.Sentences[d.sentence[before.token]].Block < block-far {
			return
		}
		if d.mayBeNamed(before.of, who) {
			d.unite(before.of, who)
		}
		return
	}
}

// unintroduced tells whether a mention is the first name of somebody who does
// something, and of whom nothing else says who that is.
func (d *discourse) unintroduced(m *mention) bool {
	who := m.of
	if !who.person() || who.described || who.writes || len(who.roles) > 0 || d.sentence[m.first] < 0 || d.doc.Tokens[m.first].Quote >= 0 || !d.starts(m.first) {
		return false
	}
	if len(who.words) < 2 && m.bare == m.first || who.mentionedBefore(m.first) >= 0 || d.meansBefore(who, m.first) {
		return false
	}
	t := d.tag(m.last)
	return d.same(m.first, m.last) && (t == text.VERB || t == text.AUX || t == text.ADV)
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
