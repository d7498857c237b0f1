package names

import (
	"slices"

	"hearsay"
)

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

func (m *Mentioned) takeApart() { m.taken = formsOf(m.Entity) }

// formsOf are the full names by which an entity can be known elsewhere.
func formsOf(e hearsay.Entity) []form {
	texts := spellingsOf(e)
	all := make([]form, len(texts))
	full := 0
	for i, text := range texts {
		f := &all[i]
		f.text = text
		if e.Type != hearsay.Person {
			f.org = parseOrg(text)
			f.person = parsePerson(f.org.fold)
		} else if f.person = parsePerson(text); f.person.full() {
			full++
		}
	}
	if e.Type == hearsay.Person && full > 0 {
		all = slices.DeleteFunc(all, func(f form) bool { return !f.person.full() })
	}
	return all
}
