package names

import (
	"cmp"
	"slices"

	"hearsay"
	"hearsay/internal/text"
)

// namedBelow: a lead says "a former foreman told the Courier", and the next
// paragraph begins "Gil Parrow, who ran the night shift until 2019,": the first
// source of a report, brought in by what he is, is the first person named
// below, where that one is introduced too. Somebody who is described so as not
// to be known is nobody who is named.
func (d *discourse) namedBelow(p phrase) *cluster {
	told := p.det == "the" && (d.word(p.end) == "who" || d.word(p.end) == "whose") // The woman who raised the alarm
	if p.head < 0 || p.plural || p.det != "a" && p.det != "an" && !told || !isPersonNoun(p.noun) || nameless[p.noun] && !told || d.last.of != nil || d.sentence[p.first] < 0 {
		return nil
	}
	if d.hides(int(d.sentence[p.first])) {
		return nil
	}
	const far = 3
	from := int(d.sentence[p.first])
	for s := from + 1; s < min(len(d.doc.Sentences), from+1+far); s++ {
		if d.hides(s) {
			return nil
		}
		if m := d.firstPerson(s); m != nil {
			if m.first != d.doc.Sentences[s].First && d.doc.Tokens[m.first-1].Kind != text.CloseQuote || !d.newlyNamed(m, p.noun) {
				return nil
			}
			d.note(m.of, p.first, p.end)
			d.bindRole(m.of, [2]int{p.first, p.last})
			return m.of
		}
	}
	return nil
}

// takenUpBelow: "A group that looks after the river said so", and one of the next
// sentences begins "The group, River Watch,": what an indefinite description
// brought in is taken up by the same word, beside a name that stands there for
// the first time.
func (d *discourse) takenUpBelow(p phrase) *cluster {
	if p.head < 0 || p.plural || p.noun == "" || p.det != "a" && p.det != "an" && p.det != "one" || d.sentence[p.first] < 0 || d.hides(int(d.sentence[p.first])) {
		return nil
	}
	const far = 4
	from := int(d.sentence[p.first]) + 1
	for s := from; s < min(len(d.doc.Sentences), from+far) && !d.hides(s); s++ {
		first := d.doc.Sentences[s].First
		if d.word(first) != "the" || d.word(first+1) != p.noun {
			continue
		}
		if d.word(first+2) != "," {
			return nil // it goes on unnamed
		}
		m := d.mentionAt(first + 3)
		if m == nil || m.of.kind == hearsay.Place || m.of.mentionedBefore(m.first) >= 0 || d.word(m.last) != "," && d.word(m.last) != "—" {
			return nil
		}
		d.note(m.of, p.first, p.end)
		if isPersonNoun(p.noun) {
			d.bindRole(m.of, [2]int{p.first, p.last})
		} else {
			d.nouned[p.noun] = append(d.nouned[p.noun], m.of)
		}
		return m.of
	}
	return nil
}

// leadNamed: "A diver trapped in the wreck is alive, she said in a call", and then
// "“Bring tea,” Ada Lund, 29, said": who was brought in and speaks first is named
// below.
func (d *discourse) leadNamed(who *cluster) *cluster {
	if who == nil || !who.described || who.plural || who.intro[1] == 0 {
		return who
	}
	p := d.parsePhrase(who.intro[0], who.intro[1])
	named := d.namedBelow(p)
	if named == nil {
		return who
	}
	if g := cmp.Or(named.gender, named.given); g != unknownGender && who.gender == opposite(g) {
		return who
	}
	named.spans = append(named.spans, who.spans...)
	who.spans = nil
	d.nouned[p.noun] = append(d.nouned[p.noun], named)
	d.told[Fold(who.name)] = named
	d.focus.add(named, asSubject, max(0, int(d.sentence[p.first])))
	return named
}

// namedSaying: "She died at dawn, her son told the Courier. “She had asked for
// the light,” Pavel Hranek said": kin of somebody who speaks is who speaks next
// in the paragraph, named for the first time and not introduced otherwise.
func (d *discourse) namedSaying(p phrase) *cluster {
	if p.head < 0 || p.plural || !kin[p.noun] || p.det != "his" && p.det != "her" && p.det != "their" && p.det != "'s" || d.sentence[p.first] < 0 {
		return nil
	}
	s := int(d.sentence[p.first])
	const far = 2
	for next := s + 1; next < min(len(d.doc.Sentences), s+1+far) && d.doc.Sentences[next].Block == d.doc.Sentences[s].Block; next++ {
		if m := d.firstPerson(next); m != nil {
			if m.of.mentionedBefore(m.first) >= 0 || len(m.of.words) < 2 || !sayingVerbs[d.word(m.last)] && !sayingVerbs[d.word(m.first-1)] {
				return nil
			}
			d.note(m.of, p.first, p.end)
			d.bindRole(m.of, [2]int{p.first, p.last})
			return m.of
		}
	}
	return nil
}

// kinNamed: "Her husband comes in with wet boots. Mart has driven her boat for
// forty years": kin with whom a sentence begins is whom the next one begins
// with, by a name that stands there for the first time.
func (d *discourse) kinNamed(p phrase) *cluster {
	if !kin[p.noun] || p.det != "his" && p.det != "her" && p.det != "my" && p.det != "their" && p.det != "'s" || !d.starts(p.first) || d.mentionAt(p.end) != nil || d.word(p.end) == "," && d.mentionAt(p.end+1) != nil {
		return nil
	}
	next := int(d.sentence[p.first]) + 1
	if next >= len(d.doc.Sentences) || !d.sameBlock(next, next-1) {
		return nil
	}
	m := d.mentionAt(d.doc.Sentences[next].First)
	if m == nil || !m.of.person() || m.of.mentionedBefore(m.first) >= 0 || possessive(d.word(m.last)) || len(m.of.words) == 1 && !isFirstName(m.of.words[0]) {
		return nil
	}
	if g := nounGender(p.noun); g != unknownGender && cmp.Or(m.of.gender, m.of.given) == opposite(g) {
		return nil
	}
	return m.of
}

// bodyBelow: a lead says "a union said Monday", and what follows names it:
// "Ada Lund, president of Dock Workers Local 9". The first source of a report,
// brought in by what kind of body it is, is the first body of that kind below.
func (d *discourse) bodyBelow(p phrase) *cluster {
	if p.head < 0 || p.plural || p.det != "a" && p.det != "an" || bodyNames[p.noun] == nil || d.last.of != nil || d.sentence[p.first] < 0 {
		return nil
	}
	const far = 3
	from := int(d.sentence[p.first]) + 1
	for s := from; s < min(len(d.doc.Sentences), from+far) && !d.hides(s); s++ {
		for i := d.doc.Sentences[s].First; i < d.doc.Sentences[s].Last; i++ {
			m := d.mentionAt(i)
			if m == nil || m.of.kind != hearsay.Organization || m.of.mentionedBefore(m.first) >= 0 || !holdsAny(m.of.words, bodyNames[p.noun]) {
				continue
			}
			d.note(m.of, p.first, p.end)
			d.nouned[p.noun] = append(d.nouned[p.noun], m.of)
			return m.of
		}
	}
	return nil
}

// bodyNames are words in the names of bodies of a kind.
var bodyNames = map[string]map[string]bool{
	"union":    wordSet("union local guild federation brotherhood workers syndicate association teamsters"),
	"charity":  wordSet("trust foundation relief aid society fund mission charity"),
	"watchdog": wordSet("watch authority commission ombudsman monitor monitors regulator inspectorate"),
	"club":     wordSet("club rovers athletic united wanderers rangers city town fc"),
	"hospital": wordSet("hospital infirmary clinic"),
	"school":   wordSet("school academy college"),

	"institute": wordSet("institute"), "university": wordSet("university"), "foundation": wordSet("foundation trust"),
	"federation": wordSet("federation"), "association": wordSet("association society"), "museum": wordSet("museum gallery"),
	"laboratory": wordSet("laboratory laboratories institute"), "commission": wordSet("commission"), "observatory": wordSet("observatory"),
}

func holdsAny(words []string, wanted map[string]bool) bool {
	return slices.ContainsFunc(words, func(w string) bool { return wanted[w] })
}

// kin nouns are said of one of a family.
var kin = wordSet(`son daughter mother father brother sister wife husband widow widower uncle aunt cousin nephew niece
	grandson granddaughter grandmother grandfather stepson stepdaughter stepmother stepfather partner fiance fiancee`)

// nameless nouns are said of people whom a report does not want to name, or of
// whom there are many.
var nameless = wordSet(`official source insider person man woman boy girl witness spokesman spokeswoman spokesperson resident neighbour neighbor
	diplomat aide adviser advisor employee staffer colleague friend relative passer-by bystander onlooker survivor user reader analyst expert`)

// firstPerson is the first person whom a sentence names.
func (d *discourse) firstPerson(s int) *mention {
	sentence := d.doc.Sentences[s]
	for i := sentence.First; i < sentence.Last; i++ {
		if m := d.mentionAt(i); m != nil && m.of.person() {
			return m
		}
	}
	return nil
}

// newlyNamed tells whether a name stands for the first time and says who that
// is: "Gil Parrow, who …", "Gil Parrow, 61, …". Another calling is another
// person: a baker is not "Ines Solm, a researcher".
func (d *discourse) newlyNamed(m *mention, noun string) bool {
	if m.of.mentionedBefore(m.first) >= 0 || len(m.of.words) < 2 || d.word(m.last) != "," {
		return false
	}
	next := d.word(m.last + 1)
	return next == "who" || d.isAge(m.last+1) || articleWords[next] && d.calledAhead(m.last+2, noun)
}

// calledAhead tells whether the noun stands within the few words of an
// apposition.
func (d *discourse) calledAhead(i int, noun string) bool {
	for j := i; j < i+5 && d.same(i, j) && d.word(j) != ","; j++ {
		if called, _ := evenNoun(d.word(j)); called == noun {
			return true
		}
	}
	return false
}

// hides tells whether a sentence says that somebody is not to be named.
func (d *discourse) hides(s int) bool {
	sentence := d.doc.Sentences[s]
	for i := sentence.First; i < sentence.Last; i++ {
		switch d.word(i) {
		case "anonymity", "anonymous", "anonymously", "unnamed":
			return true
		case "named", "identified", "quoted":
			if i > sentence.First+1 && (d.word(i-2) == "to" || d.tag(i-1) == text.PART || d.word(i-2) == "not") {
				return true // asked not to be named
			}
		}
	}
	return false
}
