package names

import (
	"slices"

	"hearsay"
)

// Who is whose: of "Ada Lund's daughter", named Leonie, "her mother" is Ada
// Lund.

// counterparts are what kin is called from the other side.
var counterparts = map[string][]string{
	"mother": {"daughter", "son", "child"}, "father": {"daughter", "son", "child"}, "parent": {"daughter", "son", "child"},
	"daughter": {"mother", "father"}, "son": {"mother", "father"}, "child": {"mother", "father"},
	"husband": {"wife", "widow"}, "wife": {"husband", "widower"}, "widow": {"husband"}, "widower": {"wife"},
	"brother": {"brother", "sister"}, "sister": {"brother", "sister"},
	"uncle": {"niece", "nephew"}, "aunt": {"niece", "nephew"}, "niece": {"uncle", "aunt"}, "nephew": {"uncle", "aunt"},
	"grandmother": {"grandson", "granddaughter"}, "grandfather": {"grandson", "granddaughter"},
	"grandson": {"grandmother", "grandfather"}, "granddaughter": {"grandmother", "grandfather"},
}

// counterpart is whom "her mother" means where the report has called her
// somebody's daughter: the one person whose daughter she is. g is the gender of
// the owner, as the determiner tells it.
func (d *discourse) counterpart(noun string, g gender) (who *cluster) {
	for _, c := range d.people {
		if !c.person() || g != unknownGender && c.gender == opposite(g) {
			continue
		}
		for _, r := range c.roles {
			of := r.target
			if of == nil || of == c || !of.person() || of.plural || !slices.Contains(counterparts[noun], r.head) || nounGender(noun) != unknownGender && of.gender == opposite(nounGender(noun)) {
				continue
			}
			if who != nil && who != of {
				return nil
			}
			who = of
		}
	}
	return who
}

var ownerGenders = map[string]gender{"his": male, "her": female}

// bringInOwned reads "Aya's father waits": it brings in somebody by whose he is.
func (d *discourse) bringInOwned(m *mention) {
	if !possessive(d.word(m.last)) || !m.of.person() || d.sentence[m.first] < 0 || d.doc.Tokens[m.first].Quote >= 0 {
		return
	}
	const longest = 5
	end := m.last + 1
	for end < m.last+longest && d.same(m.first, end) {
		end++
	}
	p := d.parsePhrase(m.first, end)
	if p.head < 0 || p.plural || p.name != nil || p.apposed != nil || d.mentionAt(p.end) != nil || !kin[p.noun] || !d.starts(p.first) && !d.actsNext(p) {
		return
	}
	d.bringKin(p)
}

// bringKin brings in the kin of somebody, by the name that the next sentence has
// if it has one.
func (d *discourse) bringKin(p phrase) {
	who := d.told[Fold(d.textOf(p.first, p.end))]
	if who == nil {
		who = d.kinNamed(p)
		if who != nil {
			d.note(who, p.first, p.end)
			d.bindRole(who, [2]int{p.first, p.end})
		}
	}
	if who == nil {
		who = d.introduce(p, d.textOf(p.first, p.end))
		who.intro = [2]int{p.first, p.end}
		who.roles = append(who.roles, role{text: who.name, head: p.noun, span: d.spanOf(p.first, p.end), target: d.targetOf(p)})
		d.intros = append(d.intros, who)
		d.told[Fold(who.name)] = who
	}
	d.focus.add(who, asSubject, int(d.sentence[p.first]))
	d.mean(who, p.first, asSubject)
}

// kinNames are what a family calls its own by, as by a name.
var kinNames = map[string]string{
	"mum": "mother", "mummy": "mother", "mam": "mother", "mom": "mother", "mommy": "mother", "mama": "mother", "ma": "mother", "mamma": "mother",
	"dad": "father", "daddy": "father", "papa": "father", "pa": "father",
	"gran": "grandmother", "granny": "grandmother", "grandma": "grandmother", "nan": "grandmother", "nana": "grandmother",
	"grandad": "grandfather", "grandpa": "grandfather", "granddad": "grandfather",
	"auntie": "aunt", "aunty": "aunt",
}

// kinName is what kin the one word of a name calls somebody, "" if it is no such
// word.
func (d *discourse) kinName(m *mention) string {
	if m.last-m.bare != 1 || m.bare != m.first {
		return ""
	}
	return kinNames[d.word(m.bare)]
}

// ownKin: "Mum rang at ten" is about the writer's mother. It is nil where token i
// is no such word.
func (d *discourse) ownKin(i int) *cluster {
	noun := kinNames[d.word(i)]
	if noun == "" || !d.capital(i) || d.doc.Tokens[i].Quote >= 0 || d.sentence[i] < 0 || determiners[d.word(i-1)] || d.capital(i+1) && d.same(i, i+1) {
		return nil
	}
	who := d.told["my "+noun]
	if who == nil {
		name := d.textOf(i, i+1)
		who = &cluster{name: name, described: true, kind: hearsay.Person, gender: nounGender(noun), head: noun, order: -1, intro: [2]int{i, i + 1}}
		d.told["my "+noun] = who
		d.nouned[noun] = append(d.nouned[noun], who)
	}
	return who
}

// meanKin takes in that token i means the writer's kin.
func (d *discourse) meanKin(i int) bool {
	who := d.ownKin(i)
	if who == nil {
		return false
	}
	weight := asObject
	if d.starts(i) {
		weight = asSubject
	}
	d.focus.add(who, weight, int(d.sentence[i]))
	d.mean(who, i, weight)
	return true
}
