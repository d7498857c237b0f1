package names

import (
	"cmp"
	"slices"
	"sort"

	"hearsay/internal/text"
)

// Whom a pronoun means: as a source, after a colon, or anywhere in a sentence.

// pronounPhrase: "she herself", "he, too".
func (d *discourse) pronounPhrase(s sourceAt) bool {
	w := d.word(s.first + 1)
	return s.last-s.first <= 3 && (w == "," || w == "himself" || w == "herself" || w == "themselves" || w == "too" || w == "also")
}

// pronounSource resolves a source that is a pronoun; ok is false for another
// word.
func (d *discourse) pronounSource(i int) (who *cluster, ok bool) {
	sentence := max(0, int(d.sentence[i]))
	switch d.word(i) {
	case "he", "him":
		who = d.goesOnSpeaking(male, sentence)
	case "she", "her":
		who = d.goesOnSpeaking(female, sentence)
	case "it":
		if d.last.document && sentence-d.last.sentence <= 1 && d.sameBlock(sentence, d.last.sentence) {
			who = d.last.of
			break
		}
		who = d.focus.pick(sentence, thingFit)
	case "they", "them":
		who = d.several(i, sentence)
	case "who", "that", "which":
		who = d.relative(i)
	case "i", "we", "us", "me":
		return d.narrator(i), true
	case "his":
		who = d.person(male, sentence)
	case "its":
		who = d.focus.pick(sentence, orgFit)
	case "their":
		who = d.focus.pick(sentence, pluralFit)
	case "you":
		return d.addressee(i), true
	case "nobody", "anybody", "anyone", "your", "whoever", "everybody", "everyone", "what", "whatever", "there", "no-one", "nothing", "this", "these":
		return nil, true
	case "one", "some", "many", "others", "several", "all", "none", "most", "those", "another":
		return nil, false
	default:
		return nil, false
	}
	d.note(who, i, i+1)
	return who, true
}

// relative: "Brede, who leads", "The person, who asked": what stands just
// before.
func (d *discourse) relative(i int) *cluster {
	end := i
	if d.word(end-1) == "," && d.same(end-1, i) {
		end--
	}
	if m := d.mentionAt(end - 1); m != nil {
		return m.of
	}
	first := d.phraseBefore(end)
	if first >= end {
		return nil
	}
	p := d.parsePhrase(first, end)
	switch {
	case p.plural && p.name == nil && p.head >= 0 && isPersonNoun(p.noun) && d.word(i) == "who" && p.det != "those":
		return d.described(p) // two experts, who agreed
	case p.head < 0 || p.name != nil || p.plural || !isPersonNoun(p.noun) || p.det == "those":
		return nil
	case p.apposed != nil:
		return p.apposed.of
	case definites[p.det]:
		return d.refer(p)
	case p.det == "a" || p.det == "an" || p.det == "one" || p.det == "another":
		if m := d.namedAtColon(i); m != nil {
			d.bindRole(m.of, [2]int{first, end})
			return m.of
		}
		return d.described(p) // a doctor who says
	}
	return nil
}

// namedAtColon: "a doctor on air who says that it was gas: Ida Moll, of St
// Anne's" gives the name after the words.
func (d *discourse) namedAtColon(i int) *mention {
	for j := i + 1; d.same(i, j); j++ {
		if d.word(j) != ":" {
			continue
		}
		m := d.mentionAt(j + 1)
		if m == nil || !m.of.person() || len(m.of.words) < 2 || m.of.mentionedBefore(m.first) >= 0 {
			return nil
		}
		if w := d.word(m.last); w == "," || w == "." || w == "(" {
			return m
		}
		return nil
	}
	return nil
}

// goesOnSpeaking is the person that "he" means as a source: whoever spoke last
// before somebody mentioned in passing.
func (d *discourse) goesOnSpeaking(g gender, sentence int) *cluster {
	if who := d.last.of; d.keepsFloor(who, g, sentence) {
		who.gender = cmp.Or(who.gender, g)
		return who
	}
	const again = 1.3
	fit := genderFit(g)
	who := d.focus.pick(sentence, func(c *cluster) float64 {
		if slices.Contains(d.barred, c) {
			return 0
		}
		if c == d.last.of && d.last.sentence < sentence && sentence-d.last.sentence <= 2 {
			return again * fit(c)
		}
		return fit(c)
	})
	if who == nil {
		who = d.onlyOne(g, sentence)
	}
	if who != nil && who.gender == unknownGender {
		who.gender = g
	}
	return who
}

// onlyOne is the one person of a gender whom the report has named by now,
// however long ago; nil if there are two.
func (d *discourse) onlyOne(g gender, sentence int) (who *cluster) {
	first := d.doc.Sentences[sentence].First
	for _, c := range d.people {
		if !c.person() || c.plural || c.writes || c.gender == opposite(g) || c.mentionedBefore(first) < 0 {
			continue
		}
		if c.gender == unknownGender && c.described {
			continue
		}
		if who != nil && (c.gender == g) == (who.gender == g) {
			return nil
		}
		if who == nil || c.gender == g {
			who = c
		}
	}
	if who == nil || who.gender != g {
		return nil
	}
	return who
}

// keepsFloor: whoever spoke last in the paragraph is meant as long as nobody
// else came up in the report's own words.
func (d *discourse) keepsFloor(who *cluster, g gender, sentence int) bool {
	if who == nil || slices.Contains(d.barred, who) || !who.person() || who.plural || who.writes || who.gender != unknownGender && who.gender != g || !d.sameBlock(sentence, d.last.sentence) {
		return false
	}
	for j := d.doc.Sentences[d.last.sentence].First; j < d.doc.Sentences[sentence].Last; j++ {
		if m := d.mentionAt(j); m != nil && m.of != who && m.of.person() && d.doc.Tokens[j].Quote < 0 {
			return false
		}
	}
	since := d.doc.Span(d.doc.Sentences[d.last.sentence].First, d.doc.Sentences[d.last.sentence].Last).Start
	if who.gender == unknownGender && slices.ContainsFunc(d.people, func(c *cluster) bool {
		return c != who && c.person() && !c.plural && c.gender == g && len(c.spans) > 0 && c.spans[len(c.spans)-1].Start >= since && d.ownWordsAt(c.spans[len(c.spans)-1].Start)
	}) {
		return false // "counsel put to her": she is not counsel
	}
	return !slices.ContainsFunc(d.intros, func(c *cluster) bool {
		return c != who && c.gender != opposite(g) && d.sentence[c.intro[0]] >= int32(d.last.sentence)
	})
}

// ownWordsAt tells whether a byte stands in the report's own words.
func (d *discourse) ownWordsAt(at int) bool {
	first := sort.Search(len(d.doc.Tokens), func(i int) bool { return int(d.doc.Tokens[i].Start) >= at })
	return first < len(d.doc.Tokens) && d.doc.Tokens[first].Quote < 0
}

func opposite(g gender) gender {
	switch g {
	case male:
		return female
	case female:
		return male
	}
	return unknownGender
}

func (d *discourse) person(g gender, sentence int) *cluster {
	who := d.focus.pick(sentence, genderFit(g))
	if who != nil && who.gender == unknownGender {
		who.gender = g
	}
	return who
}

// objectPronoun: "told him", "put to her", but not "told her mother".
func (d *discourse) objectPronoun(i int) bool {
	switch d.word(i) {
	case "him":
		return true
	case "her":
		t := d.tag(i + 1)
		return t != text.NOUN && t != text.ADJ && t != text.PROPN && t != text.NUM
	}
	return false
}

// pronoun binds he and she, him and her, wherever they stand.
func (d *discourse) pronoun(i int) {
	if d.sentence[i] < 0 {
		return
	}
	var g gender
	switch d.word(i) {
	case "he", "him", "his", "himself":
		g = male
	case "she", "her", "hers", "herself":
		g = female
	default:
		return
	}
	sentence := int(d.sentence[i])
	who := d.person(g, sentence)
	if speaker := d.last.of; who == speaker && who != nil && d.last.sentence == sentence && d.objectPronoun(i) {
		who = d.focus.pick(sentence, func(c *cluster) float64 {
			if c == speaker {
				return 0
			}
			return genderFit(g)(c)
		})
		if speaker.gender == unknownGender {
			speaker.against = g // counsel put to her: counsel is hardly a "she"
		}
	}
	if who != nil {
		d.note(who, i, i+1)
		d.focus.add(who, asObject, sentence)
	}
}
