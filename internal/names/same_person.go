package names

import (
	"slices"
	"strings"
)

// samePerson decides on two forms of persons' names.
func samePerson(x, y string, a, b Mentioned) Decision {
	return samePersonName(parsePerson(x), parsePerson(y), a, b)
}

// samePersonName is samePerson for names that are taken apart.
func samePersonName(p, q personName, a, b Mentioned) Decision {
	switch {
	case len(p.parts) == 0 || len(q.parts) == 0:
		return no(0, "no name")
	case p.suffix != "" && q.suffix != "" && p.suffix != q.suffix:
		return never("father and son: " + p.suffix + ", " + q.suffix)
	case !p.full() || !q.full() || p.kunya() != q.kunya():
		return sameShort(p, q, a, b)
	case p.fold == q.fold:
		return yes(1, "the same name")
	case strings.Count(p.fold, " ") != strings.Count(q.fold, " ") && evenSpelling(strings.ReplaceAll(p.fold, " ", "")) == evenSpelling(strings.ReplaceAll(q.fold, " ", "")):
		return yes(0.95, "the same letters")
	}
	return sameFull(p, q, a, b)
}

// sameShort: a surname joins nothing, unless a title and the surroundings do. "Dr
// Quell" is Ines Quell where both reports speak of somebody else too; where there
// is also a Piet Quell, neither is joined (see rivals).
func sameShort(p, q personName, a, b Mentioned) Decision {
	if d, ok := sameKunya(p, q, a, b); ok {
		return d
	}
	if sameGiven(p, q, a, b) || sameGiven(q, p, b, a) {
		d := yes(titledGiven, "given name with a title, among the same people")
		d.Uncertain = true
		return d
	}
	family := likeness(p.family(), q.family())
	if family.score < 0.8 {
		return no(0, "other names")
	}
	if titled(p, a) && titled(q, b) && shareRole(a, b) && shared(a, b) > 0 {
		d := yes(0.6, "surname, office and surroundings agree", family.reason)
		d.Uncertain = true
		return d
	}
	if family.score == 1 && (len(p.titles) > 0 && q.full() || len(q.titles) > 0 && p.full()) && shared(a, b) > 0 {
		d := yes(titledSurname, "surname with a title, among the same people")
		d.Uncertain = true
		return d
	}
	return no(0.2, "one name alone")
}

// titledSurname is the score of a surname with a title and somebody's full name.
const titledSurname = 0.5

// titledGiven is the score of a given name with a title and somebody's full name.
const titledGiven = 0.55

// sameGiven: "Father Anselm" is Father Anselm Reiter, or Anselm Reiter, a priest
// by what the other report calls him too, where both speak of somebody else.
func sameGiven(short, full personName, a, b Mentioned) bool {
	if len(short.parts) != 1 || !full.full() || len(short.titles) == 0 || !givenTitles[short.titles[len(short.titles)-1]] {
		return false
	}
	title := short.titles[len(short.titles)-1]
	return likeness(short.parts[0], full.parts[0]).score == 1 && shared(a, b) > 0 &&
		(slices.Contains(full.titles, title) || shareRole(a, b) || slices.ContainsFunc(b.Entity.Names, func(n string) bool {
			return slices.Contains(parsePerson(n).titles, title)
		}))
}

// sameKunya: Abu Qasim is Abu Qasim al-Bahri, if the reports have other people
// or an office in common.
func sameKunya(p, q personName, a, b Mentioned) (Decision, bool) {
	if !p.kunya() && !q.kunya() || likeness(p.parts[0], q.parts[0]).score < 0.8 {
		return Decision{}, false
	}
	if shared(a, b) == 0 && !shareRole(a, b) {
		return no(0.3, "a kunya alone"), true
	}
	d := yes(0.6, "one kunya, among the same people")
	d.Uncertain = true
	return d, true
}

func titled(p personName, m Mentioned) bool {
	return len(p.titles) > 0 || len(m.Entity.Roles) > 0
}

// sameFull compares given name, family name and what stands between.
func sameFull(p, q personName, a, b Mentioned) Decision {
	if d, ok := sameReversed(p, q); ok {
		return d
	}
	family, given := likeness(p.family(), q.family()), likeness(p.parts[0], q.parts[0])
	switch {
	case family.score < 0.8 && given.score < 0.5:
		return never("other names")
	case family.score < 0.8:
		return extended(p, q, family, given, a, b)
	case given.score == 0:
		return never("other given names: " + p.parts[0].text + ", " + q.parts[0].text)
	case middlesClash(p, q) || joinedClash(p, q) || joinedClash(q, p):
		return never("other middle names")
	}
	d := yes(min(family.score, given.score), given.reason, family.reason)
	d.Reasons = slices.DeleteFunc(d.Reasons, func(s string) bool { return s == "" })
	if given.weak {
		return needsContext(d, a, b)
	}
	return d
}

// needsContext keeps a decision only if the reports agree on more than names.
func needsContext(d Decision, a, b Mentioned) Decision {
	d.Uncertain = true
	if shareRole(a, b) {
		d.Reasons = append(d.Reasons, "in the same office")
		return d
	}
	if shared(a, b) >= 2 {
		d.Reasons = append(d.Reasons, "among the same people")
		return d
	}
	d.Same = false
	d.Score = 0.4
	return d
}

// extended: one name goes on where the other ends, as Arabic and Spanish
// names do. Many people share the shorter one, so only a kunya or a servant
// name in the same company joins.
func extended(p, q personName, family, given likely, a, b Mentioned) Decision {
	if given.score < 0.5 {
		return never("other names")
	}
	if n, m := len(p.parts), len(q.parts); n != m {
		short, long := p, q
		if n > m {
			short, long = q, p
		}
		second := likeness(short.family(), long.parts[1])
		if second.score >= 0.8 && !short.family().article && long.parts[len(long.parts)-1].article && shared(a, b) >= 2 {
			d := yes(0.6, "one name goes on where the other ends, among the same people")
			d.Uncertain = true
			return d
		}
	}
	return never("other family names: " + p.family().text + ", " + q.family().text)
}

// sameReversed: Zhang Wei is Wei Zhang where both are spelt alike, which is
// for a person to confirm.
func sameReversed(p, q personName) (Decision, bool) {
	if len(p.parts) != 2 || len(q.parts) != 2 || p.filial || q.filial || p.arabic || isFirstName(p.parts[0].text) && isFirstName(p.parts[1].text) || p.parts[0].kind != plainPart || p.parts[0].text != q.parts[1].text || p.parts[1].text != q.parts[0].text {
		return Decision{}, false
	}
	d := yes(0.7, "the same two names in the other order")
	d.Uncertain = true
	return d, true
}

// joinedClash: Hans-Peter Wirth is not Hans Wirth.
func joinedClash(joined, other personName) bool {
	return joined.joined && !other.joined && len(other.parts) == 2 && len(joined.parts) > 2
}

// middlesClash: two middle names that are neither equal nor initial of one
// another. A middle name that the other lacks is no clash.
func middlesClash(p, q personName) bool {
	if len(p.parts) < 3 || len(q.parts) < 3 {
		return false
	}
	m, n := p.parts[1:len(p.parts)-1], q.parts[1:len(q.parts)-1]
	for _, x := range m {
		for _, y := range n {
			if likeness(x, y).score > 0 {
				return false
			}
		}
	}
	return true
}

// shareRole: both reports give the entity one office.
func shareRole(a, b Mentioned) bool {
	for _, x := range a.Entity.Roles {
		for _, y := range b.Entity.Roles {
			if h := roleHead(x); h != "" && h == roleHead(y) {
				return true
			}
		}
	}
	return false
}

// likely is how far two parts of a name are one.
type likely struct {
	score  float64 // 0 excludes
	reason string  // "" if the letters are the same
	weak   bool    // needs context
}

// likeness compares two parts of names, from equal letters to an initial.
func likeness(x, y part) likely {
	switch {
	case x.kind != y.kind:
		return likely{}
	case x.text == y.text:
		return likely{score: 1}
	case isInitial(x.text) || isInitial(y.text):
		if initialOf(x.text) == initialOf(y.text) && x.kind == plainPart {
			return likely{0.6, "the initial agrees", true}
		}
		return likely{}
	case isArabic(x.text) != isArabic(y.text):
		return crossScript(x, y)
	case isArabic(x.text):
		return likely{}
	case respell(x.text) == respell(y.text):
		return likely{0.95, "spellings of one name: " + x.text + ", " + y.text, false}
	case evenSpelling(x.text) == evenSpelling(y.text):
		return likely{0.9, "spellings of one name: " + x.text + ", " + y.text, false}
	case (x.slavic || y.slavic) && slavicEven(x.text) == slavicEven(y.text):
		return likely{0.9, "romanised differently: " + x.text + ", " + y.text, false}
	case sameVariant(x, y):
		return likely{0.85, "forms of one name: " + x.text + ", " + y.text, false}
	case swapped(x.text, y.text):
		return likely{0.8, "two letters changed places: " + x.text + ", " + y.text, false}
	case arabicLike(x, y):
		return likely{0.9, "romanised differently: " + x.text + ", " + y.text, false}
	case isNickname(x.text, y.text):
		return likely{0.7, "short for one another: " + x.text + ", " + y.text, true}
	}
	return likely{}
}

func isInitial(s string) bool { return len([]rune(s)) == 1 }

func initialOf(s string) rune { return []rune(latin(s))[0] }

// arabicLike: same consonants, vowels that may waver, of names of which one at
// least is visibly Arabic.
func arabicLike(x, y part) bool {
	if !x.arabic && !y.arabic {
		return false
	}
	for _, sound := range romanisers {
		if sameRomanised(sound.Replace(x.text), sound.Replace(y.text)) {
			return true
		}
	}
	return false
}

// romanisers write letters as they sound somewhere: q as k, in Persian as gh,
// th as the s of Egypt and Turkey.
var romanisers = []*strings.Replacer{
	strings.NewReplacer("q", "k"), strings.NewReplacer("q", "gh"), strings.NewReplacer("q", "k", "th", "s"),
}

func sameRomanised(x, y string) bool {
	a, b := skeleton(x), skeleton(y)
	v, w := vowels(x), vowels(y)
	return a == b && ending(x) == ending(y) && (len(a) > 1 && vowelsAgree(v, w) || len(a) == 1 && v == w)
}

// nicknames are short forms that do not begin like the name.
var nicknames = nicknameTable(`bill william|will william|bob robert|rob robert|dick richard|rick richard|jack john|jim james|
	kate katherine|kate catherine|cathy catherine|kathy katherine|liz elizabeth|beth elizabeth|betty elizabeth|bess elizabeth|
	peg margaret|peggy margaret|meg margaret|maggie margaret|ted edward|ned edward|tony anthony|harry henry|hank henry|
	chuck charles|charlie charles|polly mary|molly mary|sasha alexander|sasha aleksandr|volodya vladimir|misha mikhail|
	pepe jose|paco francisco|nacho ignacio|hans johannes|jan johannes|gus august|drew andrew|andy andrew|mike michael|
	steve steven|steve stephen|dave david|joe joseph|sue susan|tom thomas|dan daniel|ben benjamin|sam samuel|nick nicholas|alex alexander`)

func nicknameTable(s string) map[[2]string]bool {
	t := make(map[[2]string]bool)
	for _, pair := range strings.Split(s, "|") {
		if f := strings.Fields(pair); len(f) == 2 {
			t[[2]string{f[0], f[1]}] = true
			t[[2]string{f[1], f[0]}] = true
		}
	}
	return t
}

func isNickname(x, y string) bool { return nicknames[[2]string{x, y}] }
