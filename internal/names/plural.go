package names

// several is whom "they" means as a source: those who spoke last, or else the
// people in the plural whom the sentences just before are about. "Two nurses had
// carried her in. … they said."
func (d *discourse) several(i, sentence int) *cluster {
	if d.last.of != nil && d.last.of.plural && sentence-d.last.sentence <= 1 {
		return d.last.of
	}
	const back = 3
	for s := sentence; s >= max(0, sentence-back); s-- {
		if d.doc.Sentences[s].Block < d.doc.Sentences[sentence].Block-1 {
			break
		}
		if p, ok := d.peopleIn(s, i); ok {
			return d.described(p)
		}
	}
	if who := d.last.of; who != nil && who.described && who.gender == unknownGender && sentence-d.last.sentence <= 1 {
		return who // the official said. "…," they added
	}
	return d.focus.pick(sentence, pluralFit)
}

// peopleIn is the first phrase of a sentence, before token i and outside of
// quotations, that means several people.
func (d *discourse) peopleIn(s, i int) (phrase, bool) {
	sentence := d.doc.Sentences[s]
	for j := sentence.First; j < min(sentence.Last, i); j++ {
		if d.doc.Tokens[j].Quote >= 0 || d.sentence[j] < 0 || d.mentionAt(j) != nil {
			continue
		}
		noun, plural := evenNoun(d.word(j))
		if !(plural && isPersonNoun(noun) && len(noun) > 2) && !companies[d.word(j)] || possessive(d.word(j+1)) {
			continue
		}
		p := d.parsePhrase(d.phraseBefore(j+1), j+1)
		if p.name != nil || p.head != j {
			continue
		}
		p.plural = true
		return p, true
	}
	return phrase{}, false
}

// companies are people taken together, who say things as "they".
var companies = wordSet("couple pair trio twins crowd chorus choir crew family parents children kids jury band squad team audience congregation")
