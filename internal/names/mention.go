package names

import (
	"strings"
	"unicode/utf8"

	"hearsay/internal/text"
)

// findNames finds the runs of words that name something, from left to right.
func (rd *reading) findNames() {
	rd.at = make([]int32, len(rd.words))
	for i := range rd.at {
		rd.at[i] = -1
	}
	for i := 0; i < len(rd.words); {
		last := i
		if rd.sentence[i] >= 0 {
			last = rd.nameAt(i)
		}
		i = max(last, i+1)
	}
}

// nameAt adds the name that begins at token i and returns its end, or i if
// there is none.
func (rd *reading) nameAt(i int) int {
	if last, canonical := rd.outletAt(i); last > i {
		rd.addMention(i, last, canonical)
		return last
	}
	if c := rd.doc.Of(i)[0]; c >= utf8.RuneSelf {
		if last := rd.arabicAt(i); last > i {
			return last
		}
	}
	if last := rd.numberedBody(i); last > i {
		rd.addRun(i, last)
		return last
	}
	if !rd.capital(i) || rd.examLabel(i) || !rd.opensName(i) && !rd.weekdayPaper(i) {
		return i
	}
	last := rd.runEnd(i)
	rd.addRun(i, last)
	return last
}

// examLabel tells the "A." of a court's record, before an answer that begins
// with a name, from an initial.
func (rd *reading) examLabel(i int) bool {
	w := rd.word(i)
	return (w == "a." || w == "q.") && rd.opensBlock(i) && strings.Contains(rd.doc.Text, "\nQ. ") && strings.Contains(rd.doc.Text, "\nA. ")
}

// weekdayPaper tells "The Sunday Lantern" from what happens on a Sunday.
func (rd *reading) weekdayPaper(i int) bool {
	if !strings.HasSuffix(rd.word(i), "day") || rd.word(i-1) != "the" || !rd.same(i-1, i+1) || !rd.capital(i+1) {
		return false
	}
	next := rd.word(i + 1)
	return rd.capital(i-1) && !rd.starts(i-1) || mediaNames[next] || outletWords[next]
}

// numberedBody is the end of a body's name that begins with its number: "8th
// Rifle Brigade", "4th District Court".
func (rd *reading) numberedBody(i int) int {
	w := rd.word(i)
	if len(w) < 3 || w[0] < '1' || w[0] > '9' || !ordinalEndings[w[len(w)-2:]] || !rd.capital(i+1) || !rd.same(i, i+1) {
		return i
	}
	last := rd.runEnd(i + 1)
	if !numberedBodies[rd.word(last-1)] {
		return i
	}
	return last
}

var (
	ordinalEndings = wordSet("st nd rd th")
	numberedBodies = wordSet("brigade division regiment battalion army corps fleet squadron company infantry court circuit precinct legion")
)

// outletAt matches the longest name of a known outlet at token i.
func (rd *reading) outletAt(i int) (last int, canonical string) {
	if k := rd.doc.Tokens[i].Kind; len(rd.known.starts) == 0 || k != text.Word && k != text.Number {
		return i, ""
	}
	if !rd.known.mayStart(rd.word(i)) && !(rd.word(i) == "the" && rd.known.mayStart(rd.word(i+1))) {
		return i, ""
	}
	if !rd.capital(i) && rd.word(i) != "the" && rd.doc.Of(i)[0] < utf8.RuneSelf {
		return i, ""
	}
	for last = min(i+8, len(rd.words)); last > i; last-- {
		if !rd.same(i, last-1) || rd.word(last-1) == "'s" || rd.doc.Tokens[last-1].Kind == text.Punct {
			continue
		}
		if name, ok := rd.known.Lookup(rd.textOf(i, last)); ok && (rd.capital(last-1) || isArabic(rd.word(last-1)) || last-i > 1 && rd.doc.Tokens[last-1].Kind == text.Number) {
			if rd.word(i) == "the" && rd.doc.Of(i) == "the" {
				return i, "" // the article stays outside: the next token begins the name
			}
			if !rd.capital(last) || rd.doc.Tokens[last].Quote != rd.doc.Tokens[i].Quote {
				return last, name
			}
		}
	}
	return i, ""
}

// notNames are words that are capital where they stand but name nobody.
var notNames = wordSet(`the a an this that these those he she it they we you i his her its their our your my who what when where
	why how which whose if but and or nor so yet for of in on at by to from with without as about after before since until
	while although though because unless once then there here now today yesterday tomorrow yes no not never some any many
	most more all both each every either neither one two three four five six seven eight nine ten another other others such
	only even also just still too very much few several first second third last next monday tuesday wednesday thursday
	friday saturday sunday january february march april june july august september october november december mon tue wed jan feb mar apr jun jul aug sep sept oct nov dec
	thu fri sat sun am pm gmt utc cet est editor's note exclusive breaking update correction live watch video photo picture
	pictures advertisement share read subscribe however meanwhile according asked speaking told said says during under over
	between among against within despite instead perhaps maybe let do does did is are was were be been being have has had
	will would can could may might must shall should i'm i've i'll i'd we're it's that's there's everyone everybody nobody
	somebody someone anybody anyone nothing everything something dear good nearly almost about around like unlike plus per
	via whether whatever whoever whenever earlier later elsewhere otherwise moreover furthermore therefore thus hence
	eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy
	eighty ninety hundred hundreds thousand thousands half dozens none neither easter christmas ramadan monday's good-bye
	messrs everyone's
	afterwards afterward finally eventually suddenly soon upstairs downstairs
	statement summary translation mrs. ok okay editors subject re fw fwd phone tel fax email http https www etc`)

// foreignWords begin sentences in other languages as often as names do.
var foreignWords = wordSet(`el la los las un una uno en según dijo era fue cuando cuándo por para con sin pero como si no se su al del
	le les une des dans selon mais il elle ils nous vous ce cette qui que pour avec sur par je
	der die das ein eine im am nach laut und er sie es wir ich mit von zu auf bei aber wenn
	o os as um uma segundo ele ela quando onde mas em na no não é lo gli nel della ha sono`)

// adjectives of nations and tongues: capital, but no names.
var demonyms = wordSet(`english french german arabic arab spanish italian russian chinese japanese american british european african
	asian turkish greek dutch polish swedish norwegian danish finnish ukrainian indian iranian iraqi israeli palestinian
	syrian lebanese egyptian saudi moroccan tunisian algerian libyan jordanian canadian australian mexican brazilian
	portuguese swiss austrian belgian irish scottish welsh korean vietnamese thai kurdish persian hebrew latin christian
	muslim jewish catholic protestant islamic western eastern northern southern internet english-language arabic-language`)

// opensName tells whether the capital of token i means a name.
func (rd *reading) opensName(i int) bool {
	w := rd.word(i)
	if rd.spelledOut(i) {
		return true
	}
	if notNames[w] && !rd.monthNamed(i) || w == "" || notNames[strings.TrimSuffix(w, ".")] && len(w) > 3 {
		return false
	}
	foreign := rd.doc.Lang != "en" && rd.doc.Lang != ""
	if foreign && (foreignWords[w] && rd.starts(i) || rd.calling(i)) {
		return false
	}
	if !rd.starts(i) {
		return !demonyms[w] || rd.capital(i+1) && rd.same(i, i+1)
	}
	if rd.capital(i+1) && rd.same(i, i+1) && !notNames[rd.word(i+1)] {
		if foreign && !rd.proper[w] && rd.proper[rd.word(i+1)] && !isFirstName(latin(Fold(w))) {
			return false
		}
		return !rd.lowered[w] || rd.tag(i) == text.PROPN || isFirstName(w) || isTitle(strings.TrimSuffix(w, "."))
	}
	return rd.proper[w] || !rd.lowered[w] && (rd.tag(i) == text.PROPN || rd.tag(i) == text.TagNone) && rd.actsAsName(i)
}

// monthNamed tells a first name from a month: "pilot Jan Voss".
func (rd *reading) monthNamed(i int) bool {
	switch rd.word(i) {
	case "jan", "april", "june", "august":
	default:
		return false
	}
	if !rd.capital(i+1) || !rd.same(i, i+1) || notNames[rd.word(i+1)] || i > 0 && rd.doc.Tokens[i-1].Kind == text.Number {
		return false
	}
	return rd.starts(i) && rd.word(i) == "jan" || i > 0 && rd.same(i-1, i) && rd.tag(i-1) != text.ADP && rd.tag(i-1) != text.NUM
}

// spelledOut tells whether a word in capitals after an article is a body's
// initials, though they spell a common word: the WHO.
func (rd *reading) spelledOut(i int) bool {
	return rd.word(i-1) == "the" && rd.doc.Of(i-1) != "THE" && rd.allCapitals(i) && isAcronym(rd.doc.Of(i)) && rd.same(i-1, i)
}

// actsAsName: at the beginning of a sentence one capital word is a name if it
// is a first name, speaks, owns something, or is no word but an acronym.
func (rd *reading) actsAsName(i int) bool {
	next := rd.word(i + 1)
	return isFirstName(rd.word(i)) || gazetteer[rd.word(i)] || isAcronym(rd.doc.Of(i)) || rd.allCapitals(i) ||
		sayingVerbs[next] || next == "'s" || next == "," && (rd.isAge(i+2) || rd.explained(i+2)) || lowerOrgNouns[next] || strings.ContainsAny(rd.doc.Of(i)[1:], "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
}

// explained tells whether the words from token i on say what the name before the
// comma is: "Zinswacht, a magazine,".
func (rd *reading) explained(i int) bool {
	if !articleWords[rd.word(i)] {
		return false
	}
	for k := i + 1; k < i+5 && rd.same(i, k); k++ {
		if noun, _ := evenNoun(rd.word(k)); mediaNouns[noun] || personNouns[noun] || orgNouns[noun] {
			return rd.word(k+1) == ","
		}
		if t := rd.tag(k); t != text.ADJ && t != text.NOUN {
			return false
		}
	}
	return false
}

// endsOfNames are words that begin no name and yet may end one: Mirrow Watch.
var endsOfNames = wordSet("watch live video translation translations exclusive")

// runEnd is the end of the run of name words that begins at token i.
func (rd *reading) runEnd(i int) int {
	end := i + 1
	for rd.same(i, end) && rd.doc.Tokens[end].Quote == rd.doc.Tokens[i].Quote && !rd.signatureBreak(end) {
		next := rd.goesOn(i, end)
		if next <= end {
			break
		}
		end = next
	}
	return end
}

// signatureBreak tells whether token i begins a further line of a block as short
// as a signature: the place below a name is none of it.
func (rd *reading) signatureBreak(i int) bool {
	const longest = 100 // bytes
	between := rd.doc.Text[rd.doc.Tokens[i-1].End:rd.doc.Tokens[i].Start]
	return strings.Contains(between, "\n") && rd.block(rd.doc.Sentences[rd.sentence[i]].Block).Span.Len() < longest
}

// goesOn is the end of the run after it takes in what follows token end-1,
// or end if the name stops there.
func (rd *reading) goesOn(first, end int) int {
	w, prev := rd.word(end), rd.word(end-1)
	switch {
	case rd.capital(end):
		if notNames[w] && !rd.initial(end) && !(endsOfNames[w] && !rd.capital(end+1)) || strings.ContainsAny(w, "0123456789") && !numbered[prev] {
			return end // the Sable Air AR-90
		}
		return end + 1
	case rd.initial(end-1) && w == "." && rd.capital(end+1) && rd.same(end, end+1):
		return end + 2
	case w == "&" && rd.capital(end+1):
		return end + 2
	case rd.particle(w) && !rd.prepositions(w) && rd.particleGoesOn(end):
		return rd.afterParticles(end)
	case w == "of" && ofHeads[prev]:
		return rd.afterLink(end)
	case w == "on" && (prev == "commission" || prev == "committee" || prev == "council" || prev == "conference"):
		return rd.afterLink(end)
	case w == "for" && forHeads[prev]:
		return rd.afterLink(end)
	case w == "and" && rd.listOfDuties(first, end):
		return end + 2
	case w == "'" && strings.HasSuffix(prev, "s") && rd.capital(end+1) && rd.orgAhead(end+1):
		return end + 2
	case w == "'s" && possessors[prev] && rd.capital(end+1):
		return end + 2
	case lowerOrgNouns[w] && !rd.onlyTitles(first, end) && rd.tag(end) != text.VERB:
		return end + 1
	case rd.doc.Tokens[end].Kind == text.Number && numbered[prev]:
		return end + 1
	}
	return end
}

func (rd *reading) initial(i int) bool {
	w := rd.doc.Of(i)
	return len(w) == 1 && w[0] >= 'A' && w[0] <= 'Z' && (w != "A" && w != "I" || rd.word(i+1) == ".") || len(w) == 2 && w[1] == '.' && w[0] >= 'A' && w[0] <= 'Z'
}

// nameParticles stand in lower case inside names.
var nameParticles = wordSet("van von de der den del della di da dos das du la le el al bin ibn bint ben ter ten af av zu y abu")

// ofMany are the particles for "of the" before a plural: "Front des Deux-Puits".
// In German "des" is the article of any noun.
var ofMany = wordSet("des los las dei degli delle")

func (rd *reading) particle(w string) bool {
	return nameParticles[w] || ofMany[w] && rd.doc.Lang != "de"
}

// prepositions tells whether a particle of names elsewhere is a word for "to the"
// or an article in the report's language: "dijo Elvira Soto al Correo".
func (rd *reading) prepositions(w string) bool {
	switch rd.doc.Lang {
	case "es", "it", "pt":
		return w == "al" || w == "el" || w == "la" || w == "le"
	}
	return false
}

func (rd *reading) particleGoesOn(end int) bool {
	after := rd.afterParticles(end)
	return after > end && rd.capital(after-1)
}

func (rd *reading) afterParticles(end int) int {
	i := end
	for i < end+3 && rd.particle(rd.word(i)) {
		i++
	}
	if rd.capital(i) && rd.same(end, i) {
		return i + 1
	}
	return end
}

// ofHeads take "of" and a further name; forHeads take "for".
var (
	ofHeads = wordSet(`ministry university bank city house republic kingdom state states university college institute school
		department office bureau federation confederation council chamber board association union league society academy
		court church bishop isle isles gulf cape bay mount duchy county port museum library order army bank fund movement
		party friends sons daughters committee commission union band voice radio university sea strait district diocese`)
	forHeads = wordSet(`centre center institute campaign association fund council foundation agency society committee commission
		movement party alliance coalition office ministry department trust charity union doctors lawyers mothers citizens`)
	possessors    = wordSet("king queen children women men people lloyd mary john james george paul peter andrew girls boys workers st reader")
	lowerOrgNouns = wordSet("police branch chapter council government ministry bureau constabulary administration")
	numbered      = wordSet("channel radio berth pier gate section terminal dock studio kanal unit local lodge branch platoon flight station reactor")
)

// partOfBody: "the Reconciliation Committee of the Port Workers' Union" names
// two bodies.
var partOfBody = wordSet("committee commission council board branch office section society board department bureau federation")

// afterLink takes "of (the) Name".
func (rd *reading) afterLink(end int) int {
	i := end + 1
	if w := rd.word(i); w == "the" {
		i++
		if rd.capital(i+1) && rd.orgAhead(i) && partOfBody[rd.word(end-1)] {
			return end // the committee of another body
		}
	}
	if rd.capital(i) && rd.same(end, i) && !notNames[rd.word(i)] {
		return i + 1
	}
	return end
}

// listOfDuties: "Ministry of Health and Welfare", "Department for Roads and
// Bridges", but not "the Ministry of Health and Ada Lund".
func (rd *reading) listOfDuties(first, end int) bool {
	if !rd.capital(end+1) || rd.capital(end+2) || isFirstName(rd.word(end+1)) {
		return false
	}
	for i := first + 1; i < end; i++ {
		if rd.word(i) == "of" || rd.word(i) == "for" {
			return bagHeads[rd.word(i-1)] || rd.word(i-1) == "office" || rd.word(i-1) == "institute" || rd.word(i-1) == "committee"
		}
	}
	return false
}

// orgAhead tells whether the capital words from token i end in the name of an
// organisation: Free Dockers' League.
func (rd *reading) orgAhead(i int) bool {
	for rd.capital(i+1) || rd.word(i+1) == "'" && rd.capital(i+2) {
		i++
	}
	return orgNouns[rd.word(i)] || placeNouns[rd.word(i)]
}

func (rd *reading) onlyTitles(first, end int) bool {
	for i := first; i < end; i++ {
		w := strings.TrimSuffix(rd.word(i), ".")
		if !isTitle(w) && !officeWords[w] || personalTitle(w) && i+1 < end {
			return false
		}
	}
	return true
}
