package names

import "slices"

// unite finds that a described person is one whom the report names: what was
// understood of the description holds of the name.
func (d *discourse) unite(described, who *cluster) {
	if described == who {
		return
	}
	replace := func(at **cluster) {
		if *at == described {
			*at = who
		}
	}
	for i := range d.speaker {
		replace(&d.speaker[i])
		for j := range d.via[i] {
			replace(&d.via[i][j])
		}
	}
	for i := range d.meant {
		replace(&d.meant[i].of)
	}
	for i := range d.turns {
		replace(&d.turns[i].who)
	}
	for _, list := range d.ranked {
		for i := range list {
			replace(&list[i].who)
		}
	}
	replace(&d.last.of)
	d.focus.unite(described, who)
	for words, of := range d.told {
		if of == described {
			d.told[words] = who
		}
	}
	d.nouned[described.head] = slices.DeleteFunc(d.nouned[described.head], func(c *cluster) bool { return c == described })
	d.intros = slices.DeleteFunc(d.intros, func(c *cluster) bool { return c == described })
	d.people = slices.DeleteFunc(d.people, func(c *cluster) bool { return c == described })
	d.takeOn(described, who)
}

// takeOn gives who the mentions and callings of a description.
func (d *discourse) takeOn(described, who *cluster) {
	spans := described.spans
	if len(spans) == 0 && described.intro[1] > 0 {
		spans = append(spans, d.spanOf(described.intro[0], described.intro[1]))
	}
	who.spans = append(who.spans, spans...)
	described.spans = nil
	if who.gender == unknownGender {
		who.gender = described.gender
	}
	for _, r := range described.roles {
		d.addRole(who, r)
	}
	if len(described.roles) == 0 && described.head != "" && len(spans) > 0 {
		d.addRole(who, role{text: described.name, head: described.head, span: spans[0]})
	}
}

// unite gives the weight of one to another.
func (f *focus) unite(one, other *cluster) {
	k := slices.IndexFunc(f.entries, func(e salience) bool { return e.of == one })
	if k < 0 {
		return
	}
	e := f.entries[k]
	if !slices.ContainsFunc(f.entries, func(e salience) bool { return e.of == other }) {
		f.entries[k].of = other
		return
	}
	f.entries = slices.Delete(f.entries, k, k+1)
	f.add(other, e.weight, e.sentence)
}
