package names

import "hearsay"

// form is one of the full names by which an entity can be known elsewhere,
// taken apart once for the many comparisons that it takes part in.
type form struct {
	text   string
	person personName // of any name: organisations are compared letter by letter too
	org    orgName    // of what is no person
}

// forms are the names of the entity, taken apart.
func (m *Mentioned) forms() []form {
	if m.taken == nil {
		m.takeApart()
	}
	return m.taken
}

func (m *Mentioned) takeApart() {
	texts := forms(m.Entity)
	m.taken = make([]form, len(texts))
	for i, text := range texts {
		f := &m.taken[i]
		f.text = text
		if m.Entity.Type == hearsay.Person {
			f.person = parsePerson(text)
		} else {
			f.org = parseOrg(text)
			f.person = parsePerson(f.org.fold)
		}
	}
}
