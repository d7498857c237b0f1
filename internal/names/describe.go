package names

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

// described resolves a source without a name: to whom the description was
// bound, or who was described so before, or else to a new described source
// called by the words of the report.
func (d *discourse) described(p phrase) *cluster {
	if p.first >= p.last {
		return nil
	}
	if w := d.word(p.first); (w == "everybody" || w == "everyone") && p.target >= 0 {
		return d.ownerOf(p.target, p.last) // everybody at the firm
	}
	if nobodies[d.word(p.first)] || p.det == "no" {
		return nil
	}
	if strings.HasSuffix(Fold(d.textOf(p.first, p.last)), "year old") && d.word(p.first) == "the" {
		if who := d.goesOnSpeaking(p.first, unknownGender); who != nil && who.person() { // the 61-year-old
			d.note(who, p.first, p.last)
			return who
		}
	}
	if who := d.byFold[Fold(d.textOf(p.first, p.end))]; who != nil && d.capital(p.first) && len(who.spans) > 0 {
		d.note(who, p.first, p.end)
		return who
	}
	if who := d.ownWords(p); who != nil {
		d.note(who, p.first, p.last)
		return who
	}
	if g, ok := ownerGenders[p.det]; ok && p.head >= 0 && !p.plural && kin[p.noun] {
		if who := d.counterpart(p.noun, g); who != nil {
			d.note(who, p.first, p.last)
			return who
		}
	}
	if who := d.counsel(p); who != nil {
		d.note(who, p.first, p.last)
		return who
	}
	if p.head >= 0 && (definites[p.det] || p.det == "" && !p.plural) {
		if who := d.refer(p); who != nil && !(who == d.quoting && isPersonNoun(p.noun)) { // who says what the postman said is not the postman
			d.note(who, p.first, p.last)
			return who
		}
	}
	if who := d.namedNext(p); who != nil {
		return who
	}
	if who := d.takenUpBelow(p); who != nil {
		return who
	}
	if who := d.namedBelow(p); who != nil {
		return who
	}
	if who := d.bodyBelow(p); who != nil {
		return who
	}
	if who := d.namedSaying(p); who != nil {
		return who
	}
	end := d.wordsEnd(p)
	words := strings.Trim(d.textOf(p.first, end), " ,;:.“”\"'’‘")
	key := Fold(words)
	if key == "" {
		return nil
	}
	who := d.told[key]
	if who == nil {
		who = d.introduce(p, words)
		d.told[key] = who
	}
	d.note(who, p.first, end)
	if p.head >= 0 && isPersonNoun(p.noun) && !slices.ContainsFunc(who.roles, func(r role) bool { return r.head == p.noun }) {
		who.roles = append(who.roles, role{text: words, head: p.noun, span: d.spanOf(p.first, end), target: d.targetOf(p)})
	}
	return who
}

// ownWords: "their account", "the surveyor's words" are theirs and his.
func (d *discourse) ownWords(p phrase) *cluster {
	if p.head < 0 || !utterances[p.noun] && !(writings[p.noun] && p.det == "'s") || p.first != p.owner[0] && p.owner[1] > 0 {
		return nil
	}
	sentence := max(0, int(d.sentence[p.first]))
	switch p.det {
	case "his":
		return d.goesOnSpeaking(p.first, male)
	case "her":
		return d.goesOnSpeaking(p.first, female)
	case "its":
		return d.focus.pick(sentence, orgFit)
	case "their":
		return d.focus.pick(sentence, pluralFit)
	case "'s":
		if m := d.mentionAt(p.owner[1] - 1); m != nil && m.of.kind != hearsay.Place {
			return m.of
		}
		owner := d.parsePhrase(p.owner[0], p.owner[1])
		if owner.head >= 0 && owner.owner[1] == 0 && definites[owner.det] {
			return d.refer(owner)
		}
	}
	return nil
}

var utterances = wordSet("account word version testimony telling claim opinion estimate view calculation reckoning recollection memory assessment explanation argument answer reply")

// writings are what people say things in: "Lund's post" is Lund.
var writings = wordSet("post tweet message statement release letter email e-mail mail blog thread column article notice bulletin communique affidavit filing diary video recording memo note")

// namedNext: "the director of our hospital said. Dr Halvard Quist had known
// five of them": the holder of a single office is named, for the first time,
// as the subject of the next sentence.
func (d *discourse) namedNext(p phrase) *cluster {
	if p.head < 0 || p.det != "the" || p.plural || !isPersonNoun(p.noun) || d.sentence[p.first] < 0 {
		return nil
	}
	s := d.doc.Sentences[d.sentence[p.first]]
	next := int(d.sentence[p.first]) + 1
	if next >= len(d.doc.Sentences) || d.doc.Sentences[next].Block != s.Block {
		return nil
	}
	m := d.mentionAt(d.doc.Sentences[next].First)
	if m == nil || !m.of.person() || m.of.mentionedBefore(m.first) >= 0 || len(m.of.words) < 2 ||
		possessive(d.word(m.last)) || d.word(m.last) == "," || sayingVerbs[d.word(m.last)] {
		return nil
	}
	d.note(m.of, p.first, p.end)
	d.bindRole(m.of, [2]int{p.first, p.last})
	return m.of
}

// nobodies speak for no one in particular.
var nobodies = wordSet("nobody anybody anyone no-one none you everyone everybody whoever")

// wordsEnd is where the words that name a described source end: a relative
// clause or a comma is left out.
func (d *discourse) wordsEnd(p phrase) int {
	for i := max(p.end, p.first+1); i < p.last; i++ {
		switch d.word(i) {
		case ",", "who", "which", ";", "—", "–", "(":
			return i
		}
	}
	return p.last
}

// introduce makes the described source of a phrase.
func (d *discourse) introduce(p phrase, words string) *cluster {
	who := &cluster{name: words, described: true, plural: p.plural, kind: kindOfNoun(p.noun), head: p.noun, order: -1}
	if p.head >= 0 {
		who.gender = nounGender(d.word(p.head))
	}
	if d.namesBody(p) {
		who.described = false
		who.names = []string{words}
	}
	if strings.HasPrefix(Fold(words), "mr and mrs ") {
		who.plural = true
	}
	if p.head < 0 && d.nameLike(p) {
		who.described = false
		who.names = []string{words}
	}
	d.nouned[p.noun] = append(d.nouned[p.noun], who)
	return who
}

// nameLike: a handle, or a name in a script without capitals.
func (d *discourse) nameLike(p phrase) bool {
	for i := p.first; i < p.last; i++ {
		if d.doc.Tokens[i].Kind == text.Word && !d.capital(i) && d.word(i)[0] < 0x80 {
			return p.last-p.first == 1 && p.det == "" && strings.ContainsAny(d.word(i), "_@0123456789")
		}
	}
	return p.det == ""
}

func kindOfNoun(noun string) hearsay.EntityType {
	switch {
	case isPersonNoun(noun):
		return hearsay.Person
	case documentNouns[noun]:
		return hearsay.Other
	case orgNouns[noun] || mediaNouns[noun]:
		return hearsay.Organization
	}
	return hearsay.Other
}

// refer finds whom a definite description means, nil for nobody known.
func (d *discourse) refer(p phrase) *cluster {
	if d.ownHand(p) {
		return d.publisher()
	}
	if isPersonNoun(p.noun) {
		if c := d.referPerson(p); c != nil {
			return c
		}
		if c := d.introduced(p); c != nil {
			return c
		}
		if c := d.bodyBefore(p); c != nil {
			return c
		}
		return d.variedName(p)
	}
	if len(d.offices[p.noun]) > 0 && len(d.byNoun[p.noun]) == 0 { // the publisher, who is a person here
		if c := d.referPerson(p); c != nil {
			return c
		}
	}
	if c := d.orgByNoun(p.noun, d.modifiers(p), p.head); c != nil && !p.plural {
		return c
	}
	if c := d.byname(p); c != nil {
		return c
	}
	if c := d.written(p); c != nil {
		return c
	}
	if mediaNouns[p.noun] && !p.plural && len(d.modifiers(p)) == 0 {
		if c := d.citedOutlet(p.first); c != nil {
			return c
		}
	}
	return d.latestNouned(p)
}

// bodyBefore: "Sound Crossings disputed that. “…,” the operator said": the
// sentence just before in the paragraph begins with a firm, names no other, and
// nothing was called so yet.
func (d *discourse) bodyBefore(p phrase) *cluster {
	if p.det != "the" || p.plural || p.target >= 0 || !firmNouns[p.noun] || d.sentence[p.first] < 1 || d.wordBefore(d.word(p.head), p.first) >= 0 {
		return nil
	}
	s := int(d.sentence[p.first])
	for s > 0 && (s == int(d.sentence[p.first]) || d.doc.Tokens[d.doc.Sentences[s].First].Quote >= 0) {
		s--
	}
	m := d.mentionAt(d.doc.Sentences[s].First)
	if !d.sameBlock(s, int(d.sentence[p.first])) || m == nil || m.of.kind != hearsay.Organization || possessive(d.word(m.last)) {
		return nil
	}
	for j := m.last; j < d.doc.Sentences[s].Last; j++ {
		if other := d.mentionAt(j); other != nil && other.of != m.of && other.of.kind == hearsay.Organization {
			return nil
		}
	}
	return m.of
}

// ownHand: this newspaper, our nature desk, our correspondent.
func (d *discourse) ownHand(p phrase) bool {
	if d.doc.Tokens[p.first].Quote >= 0 || p.plural || p.owner[1] > 0 {
		return false
	}
	switch p.det {
	case "this":
		return mediaNouns[p.noun]
	case "our":
		return mediaNouns[p.noun] || houseNouns[p.noun]
	}
	return false
}

// houseNouns are the parts of an outlet and those who work for it.
var houseNouns = wordSet("desk newsroom reporter correspondent critic columnist editor photographer reviewer staff")

// modifiers are the words between the determiner and the head.
func (d *discourse) modifiers(p phrase) []string {
	var words []string
	for i := p.first; i < p.head; i++ {
		if w := d.word(i); !determiners[w] && d.doc.Tokens[i].Kind == text.Word && i >= p.owner[1] {
			words = append(words, w)
		}
	}
	return words
}

// referPerson finds the holder of an office, or who was described so before,
// whoever was mentioned last.
func (d *discourse) referPerson(p phrase) *cluster {
	target := d.targetOf(p)
	var best *cluster
	for _, c := range d.offices[p.noun] {
		if c.plural == p.plural && roleFits(c, p.noun, target) && (best == nil || lastSpan(c) >= lastSpan(best)) {
			best = c
		}
	}
	if c := d.latestNouned(p); c != nil && (best == nil || lastSpan(c) > lastSpan(best)) && (target == nil || len(c.roles) == 0 || roleFits(c, p.noun, target)) {
		best = c
	}
	return best
}

// introduced looks back for the words that first spoke of "the source": "a
// source close to the dressing room".
func (d *discourse) introduced(p phrase) *cluster {
	if who := d.agentive(p); who != nil {
		return who
	}
	const far = 500
	word := d.word(p.head)
	for i := p.first - 1; i >= max(1, p.first-far); i-- {
		if d.word(i) != word || d.sentence[i] < 0 || d.mentionAt(i) != nil {
			continue
		}
		first := i - 1
		for first > i-4 && d.tag(first) != text.DET && !determiners[d.word(first)] && d.same(first-1, i) {
			first--
		}
		switch d.word(first) {
		case "a", "an", "one", "another":
			end := d.descriptionEnd(i + 1)
			if possessive(d.word(i + 1)) {
				end = i + 1
			}
			who := d.introduce(d.parsePhrase(first, i+1), d.textOf(first, end))
			d.told[Fold(who.name)] = who
			d.note(who, first, end)
			return who
		}
	}
	return nil
}

// agentive: "the stoker" is the man who stokes the boilers.
func (d *discourse) agentive(p phrase) *cluster {
	stem, ok := strings.CutSuffix(p.noun, "er")
	if !ok || len(stem) < 3 {
		return nil
	}
	for _, who := range slices.Backward(d.intros) {
		if _, clause, ok := strings.Cut(Fold(who.name), " who "); ok && strings.HasPrefix(clause, stem) {
			return who
		}
	}
	return nil
}

// descriptionEnd is where what describes the noun before token i ends: at a
// comma, a verb of saying or an auxiliary.
func (d *discourse) descriptionEnd(i int) int {
	const longest = 10
	for j := i; j < i+longest; j++ {
		w := d.word(j)
		if !d.same(i-1, j) || d.doc.Tokens[j].Kind != text.Word && !possessive(w) && w != "-" || sayingVerbs[w] || d.tag(j) == text.AUX || w == "who" || w == "which" || w == "that" {
			return j
		}
	}
	return i
}

// roleFits: the office is of the same body, as far as both are known.
func roleFits(c *cluster, noun string, target *cluster) bool {
	for _, r := range c.roles {
		if r.head == noun && (r.target == nil || target == nil || r.target == target) {
			return true
		}
	}
	return false
}

func lastSpan(c *cluster) int {
	if len(c.spans) == 0 {
		return -1
	}
	return c.spans[len(c.spans)-1].Start
}

// latestNouned is the latest source described with the same noun. The phrase
// must add nothing that would single out another: "the second source".
func (d *discourse) latestNouned(p phrase) *cluster {
	list := d.nouned[p.noun]
	for i := len(list) - 1; i >= 0; i-- {
		if list[i].plural != p.plural {
			continue
		}
		if slices.ContainsFunc(d.modifiers(p), func(w string) bool {
			return otherwise[w] || !strings.Contains(Fold(list[i].name), w) && w != "same"
		}) {
			continue
		}
		return list[i]
	}
	return nil
}

var otherwise = wordSet("second third other another former latter new different")
