package names

import (
	"cmp"
	"slices"
)

// calledInTalk: in “They're hospital socks, Stan” somebody is called by a given
// name that the report's own words never use. It is that of the only one about
// who has none: Mr Bickerstaff, or an old man.
func (d *discourse) calledInTalk() {
	for _, t := range d.turns {
		for j := t.first; j < t.last; j++ {
			m := d.mentionAt(j)
			if m == nil || m.first != j || !d.spokenTo(m) || !m.of.person() || len(m.of.words) != 1 || !isFirstName(m.of.words[0]) || d.named(m.of) {
				continue
			}
			if who := d.withoutGiven(t, cmp.Or(m.of.gender, givenGender(m.of.name))); who != nil && who != m.of {
				d.goesBy(who, m.of)
			}
		}
	}
}

// named tells whether the report's own words use a name, or have it as a part of
// a longer one.
func (d *discourse) named(c *cluster) bool {
	return slices.ContainsFunc(c.tokens, func(i int) bool { return d.doc.Tokens[i].Quote < 0 })
}

// withoutGiven is the only person about a turn, but for who speaks it, whose given
// name nobody has told; nil if there is none, or two.
func (d *discourse) withoutGiven(t turn, g gender) (who *cluster) {
	const back, ahead = 8, 3 // paragraphs
	for _, m := range d.meant {
		block := d.doc.Sentences[d.sentence[m.token]].Block
		if block < t.block-back || block > t.until+ahead {
			continue
		}
		c := m.of
		if c == who || c.plural || c.writes || g != unknownGender && c.gender == opposite(g) || t.told && c == d.speaker[t.attr] {
			continue
		}
		if !c.described && (len(c.words) != 1 || !d.bySurname(c)) || c.described && kin[c.head] {
			continue
		}
		if who != nil {
			return nil
		}
		who = c
	}
	return who
}

// bySurname tells whether a name of one word is a surname: it stands behind "Mr".
func (d *discourse) bySurname(c *cluster) bool {
	return slices.ContainsFunc(c.tokens, func(i int) bool {
		m := d.mentionAt(i)
		return m != nil && m.bare > m.first
	})
}

// goesBy gives a person the mentions of a name that is his or hers too.
func (d *discourse) goesBy(who, name *cluster) {
	for i := range d.mentions {
		if d.mentions[i].of == name {
			d.mentions[i].of = who
		}
	}
	for i := range d.speaker {
		if d.speaker[i] == name {
			d.speaker[i] = who
		}
	}
	who.spans = append(who.spans, name.spans...)
	who.gender = cmp.Or(who.gender, name.gender, givenGender(name.name))
	name.spans = nil
	if who.described && len(who.spans) > 0 && who.order < 0 {
		who.order = 0
		d.people = append(d.people, who)
	}
}
