package names

import (
	"cmp"
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

// introduction reads an indefinite description in the report's own words that
// is no source: "Dora Lim was a deckhand" tells what Lim is, "My aunt helps in
// the kitchen" brings in somebody whom "she" may mean. A definite one refreshes
// whom or what it means.
func (d *discourse) introduction(i int) {
	if d.sentence[i] < 0 || d.doc.Tokens[i].Quote >= 0 || !d.determines(i) || d.same(i-1, i) && d.determines(i-1) && !d.byTheClock(i) {
		return
	}
	const longest = 9 // an 81-year-old former nurse
	end := min(i+longest, len(d.words))
	for end > i && !d.same(i, end-1) {
		end--
	}
	p := d.parsePhrase(i, end)
	if p.head < 0 || p.plural || p.name != nil || p.apposed != nil || d.mentionAt(p.end) != nil {
		return
	}
	if p.before != nil && (!d.placesNext(p) || p.det != "a" && p.det != "an") {
		return
	}
	if t := d.tag(p.head); t == text.AUX || t == text.VERB || t == text.ADV {
		return // the sandbags have
	}
	if d.tellsOf(p) {
		return
	}
	switch p.det {
	case "the", "this", "that":
		d.recall(p)
	case "a", "an", "another", "one", "my", "our", "his", "her", "their":
		d.bringIn(p)
	}
}

// byTheClock: the "seven" of "At seven a porter arrives" determines no porter.
func (d *discourse) byTheClock(i int) bool {
	return pluralDets[d.word(i-1)] && (articleWords[d.word(i)] || possessives[d.word(i)])
}

// tellsOf: "She is the verger" says what she is.
func (d *discourse) tellsOf(p phrase) bool {
	at := p.first - 1
	if d.word(at) == "also" || d.word(at) == "now" || d.word(at) == "once" {
		at--
	}
	if w := d.word(at); w != "is" && w != "was" && w != "'s" && w != "became" || !isPersonNoun(p.noun) || p.owner[1] > 0 || !d.same(at-1, at) {
		return false
	}
	if w := d.word(at - 1); w != "he" && w != "she" {
		return false
	}
	who := d.within(at-1, at)
	if len(who) != 1 || who[0].described {
		return false
	}
	d.bindRole(who[0], [2]int{p.first, d.descriptionEnd(p.end)})
	return true
}

// placesNext tells whether the name before the head of a phrase is all that
// stands before it and says where somebody is from: "a Kelby plumber".
func (d *discourse) placesNext(p phrase) bool {
	return p.before.first == p.first+1 && p.before.last == p.head && p.before.last-p.before.first == 1 && !isFirstName(d.word(p.before.first)) &&
		(p.before.of.kind == hearsay.Place || p.before.of.kind == hearsay.Other || len(p.before.of.words) == 1 && p.before.of.known == "")
}

// determines tells a determiner; the "that" of "said that the porter" is none.
func (d *discourse) determines(i int) bool {
	w := d.word(i)
	return determiners[w] && !(w == "that" && d.same(i, i+1) && determiners[d.word(i+1)])
}

// recall: "The letter, …, is signed": the letter is spoken of again.
func (d *discourse) recall(p phrase) {
	if !d.starts(p.first) && !d.actsNext(p) {
		d.recallHearer(p)
		return
	}
	c := d.latestNouned(p)
	if c == nil && isPersonNoun(p.noun) {
		c = d.referPerson(p)
	}
	if c == nil && isPersonNoun(p.noun) {
		c = d.byAge(p)
	}
	if c == nil && isPersonNoun(p.noun) && !belonging[p.noun] {
		if c = d.variedName(p); c != nil && !c.described {
			d.bindRole(c, [2]int{p.first, p.end})
		}
	}
	if c == nil {
		if c = d.formal(p); c != nil {
			d.bindRole(c, [2]int{p.first, p.end})
		}
	}
	if c == nil && p.det == "the" && p.owner[1] == 0 && (personNouns[p.noun] || isPersonNoun(p.noun) && d.actsNext(p)) {
		c = d.unknown(p)
	}
	if c != nil && (c.described || c.person()) {
		d.focus.add(c, asSubject, int(d.sentence[p.first]))
		d.mean(c, p.first, asSubject)
	}
}

// belonging are those whom a place or an occasion brings with it: where people
// eat there is a chef, whom nobody has to bring in.
var belonging = wordSet(`chef cook matron landlord landlady owner publican bartender barman barmaid waitress waiter doctor nurse
	caretaker watchman cashier receptionist undertaker priest vicar teacher manager steward stewardess boss foreman master mistress
	butler maid gardener organist sexton ringmaster postman milkman policeman constable sergeant headteacher headmaster`)

// actsNext tells whether a phrase is the subject of a verb right behind it:
// "when the vicar called"; or the one that "it was".
func (d *discourse) actsNext(p phrase) bool {
	if wasWords[d.word(p.first-1)] && d.word(p.first-2) == "it" && isPersonNoun(p.noun) {
		return true
	}
	if d.tag(p.first-1) == text.ADP || !isPersonNoun(p.noun) {
		return false
	}
	t := d.tag(p.end)
	return t == text.VERB || t == text.AUX
}

// recallHearer: "The judge asked the witness whether": who is asked may go on as
// "he".
func (d *discourse) recallHearer(p phrase) {
	switch d.word(p.first - 1) {
	case "asked", "ask", "asks", "told", "tell", "tells", "questioned", "questions", "reminded", "reminds", "warned", "warns", "interviewed", "thanked", "thanks":
	case "to":
		if !sayingVerbs[d.word(p.first-2)] && d.word(p.first-2) != "put" { // suggested to the widow
			return
		}
	default:
		return
	}
	if p.det != "the" || p.owner[1] > 0 || !personNouns[p.noun] {
		return
	}
	c := d.latestNouned(p)
	if c == nil {
		c = d.referPerson(p)
	}
	if c == nil {
		c = d.unknown(p)
	}
	d.focus.add(c, asObject, int(d.sentence[p.first]))
	d.mean(c, p.first, asObject)
}

// unknown: "The woman had a broken ankle" is about her, though nobody brought
// her in.
func (d *discourse) unknown(p phrase) *cluster {
	if who := d.told[Fold(d.textOf(p.first, p.end))]; who != nil {
		return who
	}
	who := d.introduce(p, d.textOf(p.first, p.end))
	who.intro = [2]int{p.first, p.end}
	d.told[Fold(who.name)] = who
	return who
}

func (d *discourse) bringIn(p phrase) {
	if !isPersonNoun(p.noun) || p.owner[1] > 0 {
		return
	}
	if m := d.mentionAt(p.first - 2); m != nil && wasWords[d.word(p.first-1)] {
		if m.of.person() && d.same(m.first, p.first) {
			d.bindRole(m.of, [2]int{p.first, d.descriptionEnd(p.end)})
		}
		return
	}
	if !personNouns[p.noun] && !inLaw(d.word(p.head)) && !(isPersonNoun(p.noun) && (d.starts(p.first) || d.actsNext(p))) {
		return
	}
	if bodyParts[p.noun] && (p.det == "his" || p.det == "her") {
		return
	}
	if prev := d.word(p.first - 1); prev == "," && d.mentionAt(p.first-2) != nil || prev == "as" || prev == "like" || prev == "be" {
		return
	}
	if d.apposedTo(p) {
		return
	}
	if who := d.told[Fold(d.textOf(p.first, p.end))]; who != nil {
		d.comesBack(who, p)
		return
	}
	if who := d.counterpart(p.noun, ownerGenders[p.det]); who != nil && p.det != "my" && p.det != "our" {
		d.note(who, p.first, p.end)
		d.focus.add(who, asSubject, int(d.sentence[p.first]))
		d.mean(who, p.first, asSubject)
		return
	}
	if who := d.kinNamed(p); who != nil {
		d.note(who, p.first, p.end)
		d.bindRole(who, [2]int{p.first, p.end})
		d.focus.add(who, asSubject, int(d.sentence[p.first]))
		d.mean(who, p.first, asSubject)
		return
	}
	end := d.introEnd(p)
	who := d.introduce(p, d.textOf(p.first, end))
	who.intro = [2]int{p.first, end}
	d.intros = append(d.intros, who)
	if d.told[Fold(who.name)] == nil {
		d.told[Fold(who.name)] = who
	}
	weight := asObject
	if d.starts(p.first) {
		weight = asSubject
	}
	d.focus.add(who, weight, int(d.sentence[p.first]))
	d.mean(who, p.first, weight)
}

// apposedTo: "An apprentice, a thin boy in a shirt, carries" says more of the
// apprentice.
func (d *discourse) apposedTo(p phrase) bool {
	if len(d.intros) == 0 || d.word(p.first-1) != "," {
		return false
	}
	who := d.intros[len(d.intros)-1]
	if who.intro[1] != p.first-1 || !d.same(who.intro[0], p.first) {
		return false
	}
	for i := p.end; d.same(p.first, i); i++ {
		if d.word(i) == "," {
			who.roles = append(who.roles, role{text: d.textOf(p.first, i), head: p.noun, span: d.spanOf(p.first, i)})
			who.gender = cmp.Or(who.gender, nounGender(p.noun))
			d.nouned[p.noun] = append(d.nouned[p.noun], who)
			return true
		}
		if d.tag(i) == text.VERB || d.tag(i) == text.AUX {
			return false
		}
	}
	return false
}

// comesBack: "My mother" who was spoken of before is about again; "a reporter"
// may be another one.
func (d *discourse) comesBack(who *cluster, p phrase) {
	if !possessives[p.det] || !kin[p.noun] {
		return
	}
	weight := asObject
	if d.starts(p.first) || d.actsNext(p) {
		weight = asSubject
	}
	d.focus.add(who, weight, int(d.sentence[p.first]))
	d.mean(who, p.first, weight)
}

// bodyParts are callings too, but not of "her head".
var bodyParts = wordSet("head chair")

func inLaw(w string) bool { return strings.HasSuffix(w, "-in-law") }

// introEnd is where the words that bring somebody in end, a short relative
// clause included.
func (d *discourse) introEnd(p phrase) int {
	if !afterNoun[d.word(p.end)] {
		return p.end
	}
	if d.word(p.end) != "who" {
		return max(p.end, min(d.descriptionEnd(p.end), d.verbAfter(p.end)))
	}
	const longest = 12
	acts := false // the clause has its verb
	for i := p.end + 1; i < p.end+longest && d.same(p.end, i); i++ {
		t := d.tag(i)
		if d.doc.Tokens[i].Kind != text.Word || sayingVerbs[d.word(i)] || d.word(i) == "and" || acts && t == text.AUX || i > p.end+2 && d.secondVerb(i) {
			return i
		}
		acts = acts || t == text.VERB
	}
	return p.end
}

// secondVerb tells whether the verb of the main clause stands at token i, behind a
// relative clause: "who raised the bell kept", "who fell was".
func (d *discourse) secondVerb(i int) bool {
	before := d.tag(i - 1)
	switch d.tag(i) {
	case text.AUX:
		return before != text.AUX && before != text.ADV
	case text.VERB:
		return (before == text.NOUN || before == text.PROPN) && !strings.HasSuffix(d.word(i), "ing")
	}
	return false
}

func (d *discourse) verbAfter(i int) int {
	for d.same(i-1, i) && (d.mentionAt(i) != nil || d.tag(i) != text.VERB && d.tag(i) != text.AUX && d.tag(i) != text.CCONJ && d.tag(i) != text.ADV) {
		i++
	}
	return i
}

// byname is the body that a plural means by the end of its name: "the herons"
// are those of Rust Heron.
func (d *discourse) byname(p phrase) *cluster {
	if !p.plural || p.det != "the" || orgNouns[p.noun] || placeNouns[p.noun] || p.target >= 0 {
		return nil
	}
	for _, c := range d.people {
		n := len(c.words)
		if n > 1 && !c.described && c.kind != hearsay.Place && !isFirstName(c.words[0]) && (c.words[n-1] == p.noun || c.words[n-1] == d.word(p.head)) {
			return c
		}
	}
	return nil
}

// written finds who wrote "the message": whoever the report last quoted from
// one, or, if it never spoke of one before, quoted just before.
func (d *discourse) written(p phrase) *cluster {
	if !documentNouns[p.noun] || p.plural || p.det != "the" || d.last.of == nil || d.last.of.described || len(d.nouned[p.noun]) > 0 || d.sentence[p.first] < 0 {
		return nil
	}
	sentence := int(d.sentence[p.first])
	if at := d.wordBefore(d.word(p.head), p.first); at >= 0 {
		if int(d.sentence[at]) == d.last.sentence {
			return d.last.of
		}
		return nil
	}
	if ownWords[p.noun] && p.target < 0 && len(d.modifiers(p)) == 0 && sentence-d.last.sentence <= 2 && d.sameBlock(sentence, d.last.sentence) {
		return d.last.of
	}
	return nil
}

// ownWords are documents that somebody sends in their own name.
var ownWords = wordSet("message statement post letter note e-mail email announcement communique release")

// wordBefore is the last token before i that is the word, -1 if none.
func (d *discourse) wordBefore(word string, i int) int {
	const far = 400
	for j := i - 1; j >= max(0, i-far); j-- {
		if d.word(j) == word && d.sentence[j] >= 0 {
			return j
		}
	}
	return -1
}

func (d *discourse) sameBlock(a, b int) bool {
	return d.doc.Sentences[a].Block == d.doc.Sentences[b].Block
}

// byOrigin: "the Samoan", "the big Slovak" is the person whom the report is
// about, where it has no other use for the word.
func (d *discourse) byOrigin(p phrase) *cluster {
	if p.name == nil || p.det != "the" || p.name.last != p.last || p.name.last-p.name.first != 1 || len(p.name.of.spans) > 1 || d.sentence[p.first] < 0 {
		return nil
	}
	w := d.word(p.name.first)
	if !demonyms[w] && !slices.ContainsFunc(origins, func(end string) bool { return strings.HasSuffix(w, end) }) {
		return nil
	}
	who := d.protagonist(p.first, unknownGender, func(c *cluster) bool { return c != p.name.of })
	if who == nil && d.last.of != nil && d.last.of.person() && !d.last.of.described {
		who = d.last.of
	}
	if who != nil {
		p.name.of.spans = nil
	}
	return who
}

// origins end the words for people of a place.
var origins = []string{"ian", "ean", "oan", "ese", "ish", "ander", "doner", "yorker", "wegian", "lovak", "zech", "wede", "turk", "greek", "scot"}

// otherNamed tells whether another person is named between the last source and
// token i.
func (d *discourse) otherNamed(who *cluster, i int) bool {
	first := d.doc.Sentences[d.last.sentence].First
	for j := i - 1; j >= first; j-- {
		if m := d.mentionAt(j); m != nil && m.of != who && (m.of.person() || m.of.kind == hearsay.Other) {
			return true
		}
	}
	return false
}

var (
	// singleOffices are held by one in a place or a story, who need not be the
	// person quoted.
	singleOffices = wordSet(`mayor governor president minister prime judge prosecutor chair premier chancellor secretary coroner
		spokesman director chief head king queen bishop referee umpire defendant suspect victim widow accused driver witness
		reporter journalist interviewer presenter host caller reader critic lawyer agent speaker ambassador commissioner deputy official
		officer source man woman person boy girl child mother father son daughter brother sister husband wife
		pilot captain guard conductor clerk usher foreman nurse secretary barber waiter porter sentry`)
	// loose roles go together with any calling.
	loose = wordSet(`head chief leader chair member founder owner friend resident neighbour neighbor veteran author writer winner captain skipper
		champion mother father grandmother grandfather wife husband daughter son widow widower pensioner volunteer campaigner activist candidate`)
)

// signedDocuments gives what a letter says to who signed it, where the report
// names one signatory.
func (d *discourse) signedDocuments() {
	signers := d.offices["signatory"]
	if len(signers) != 1 {
		return
	}
	for i, who := range d.speaker {
		if who == nil || !who.described {
			continue
		}
		if ownWords[who.head] || strings.Contains(Fold(who.name), " letter") || d.ownsLetter(who) {
			d.speaker[i] = signers[0]
			signers[0].spans = append(signers[0].spans, who.spans...)
			who.spans = nil
		}
	}
	d.people = slices.DeleteFunc(d.people, func(c *cluster) bool { return c.described && len(c.spans) == 0 })
}

// ownsLetter: the fisherman of "a fisherman's open letter".
func (d *discourse) ownsLetter(who *cluster) bool {
	if who.head == "" || !who.person() || who.plural {
		return false
	}
	for i := range d.words {
		if noun, _ := evenNoun(d.word(i)); noun == who.head && possessive(d.word(i+1)) && d.letterAhead(i+2) {
			return true
		}
	}
	return false
}

func (d *discourse) letterAhead(i int) bool {
	for j := i; j < i+3 && d.same(i, j); j++ {
		if ownWords[d.word(j)] {
			return true
		}
	}
	return false
}
