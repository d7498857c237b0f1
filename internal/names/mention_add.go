package names

import (
	"strings"

	"hearsay/internal/text"
)

// addRun takes a run of capital words apart: an office before a person's name,
// and the name itself. A run of titles alone is a description, no name.
func (rd *reading) addRun(first, last int) {
	if rd.onlyTitles(first, last) {
		return
	}
	if rd.label(first, last) || rd.postAfter(first, last) {
		return
	}
	if last-first == 1 && (demonyms[rd.word(first)] || len(rd.word(first)) == 1) || last-first > 2 && rd.shouted(first, last) {
		return
	}
	bare := rd.afterTitles(first, last)
	if bare < last {
		rd.addName(first, bare, last)
	}
}

// label: "2. THE TOASTER." A word in capitals that stands in a sentence of
// capitals, and nowhere as a name, heads an item.
func (rd *reading) label(first, last int) bool {
	s := rd.doc.Sentences[rd.sentence[first]]
	for i := s.First; i < s.Last; i++ {
		if w := rd.doc.Of(i); rd.doc.Tokens[i].Kind == text.Word && strings.ToUpper(w) != w {
			return false
		}
	}
	for i := first; i < last; i++ {
		if rd.titled[rd.word(i)] {
			return false
		}
	}
	return rd.word(last) != ":"
}

// postAfter: "Henrik Falk, Chief Financial Officer" names a post.
func (rd *reading) postAfter(first, last int) bool {
	noun, _ := evenNoun(rd.word(last - 1))
	return rd.word(first-1) == "," && rd.same(first-1, first) && last-first > 1 && personNouns[noun] && postWords[rd.word(first)]
}

var postWords = wordSet("chief managing deputy vice general executive senior head acting assistant associate lead principal first press financial operations medical scientific technical communications")

// shouted: a line in capitals is no name.
func (rd *reading) shouted(first, last int) bool {
	for i := first; i < last; i++ {
		if w := rd.doc.Of(i); strings.ToUpper(w) != w {
			return false
		}
	}
	return true
}

// afterTitles is the token after the last title in front of a name: 2 in
// "Transport Minister Odile Farrant". A title that ends the run belongs to it.
func (rd *reading) afterTitles(first, last int) int {
	if orgNouns[rd.word(last-1)] && !isTitle(strings.TrimSuffix(rd.word(first), ".")) || placeNouns[rd.word(last-1)] && last-first < 3 && !personalTitle(rd.word(first)) {
		return first
	}
	bare := first
	if rd.calledByTrade(first, last) {
		bare = first + 1
	}
	for i := first; i < last-1; i++ {
		w := strings.TrimSuffix(rd.word(i), ".")
		if isTitle(w) && !(i > first && isFirstName(rd.word(first)) && !isTitle(rd.word(first))) || officeWords[w] {
			bare = i + 1
		}
		if i == bare && i < last-2 && (demonyms[w] || parties[w]) && (isFirstName(rd.word(i+1)) || isTitle(rd.word(i+1))) {
			bare = i + 1
		}
		if w == "of" || w == "for" {
			return first // President of the Republic Odile Farrant is left to apposition
		}
	}
	return bare
}

// calledByTrade: "Farmer Jon Alt said" begins a sentence with what he is.
func (rd *reading) calledByTrade(first, last int) bool {
	w := rd.word(first)
	if rd.doc.Lang == "de" && last-first >= 3 && germanArticles[rd.word(first-1)] && !isFirstName(w) && isFirstName(rd.word(first+1)) {
		return true // sagte der Bergmann Piet Rohde
	}
	return last-first >= 3 && rd.starts(first) && personNouns[w] && !isFirstName(w) && !rd.capitalElsewhere(first)
}

var germanArticles = wordSet("der die dem den des ein eine einem einer eines")

// capitalElsewhere tells whether the same words stand in the report where no
// sentence begins.
func (rd *reading) capitalElsewhere(first int) bool {
	for i := range rd.words {
		if i != first && rd.word(i) == rd.word(first) && rd.capital(i) && !rd.starts(i) && rd.word(i+1) == rd.word(first+1) {
			return true
		}
	}
	return false
}

// parties stand before a politician's name as titles do.
var parties = wordSet("republican democrat democratic liberal conservative labour green socialist nationalist former")

func personalTitle(w string) bool {
	return titleGender(strings.TrimSuffix(w, ".")) != unknownGender || strings.TrimSuffix(w, ".") == "dr"
}

// officeWords head offices that are written in capitals before a name.
var officeWords = wordSet("spokesman spokeswoman spokesperson chairman chairwoman leader lawyer nurse captain skipper coach manager")

func (rd *reading) addName(first, bare, last int) {
	name := rd.textOf(first, last)
	if bare > first && !isTitle(Fold(strings.TrimSuffix(rd.word(bare-1), "."))) {
		first = bare
		name = rd.textOf(first, last)
	}
	if first == bare && rd.smallTitle(first-1) && rd.same(first-1, first) {
		first--
		name = rd.textOf(first, last)
	}
	m := mention{first: first, bare: bare, last: last, name: name}
	m.gender = rd.titlesGender(first, bare)
	m.votes = rd.votesFor(&m)
	rd.put(m)
}

// smallTitle tells whether a word in small letters is the title of the name behind
// it, in a language that writes titles so, and no kin: "el padre Anselmo", but "su
// padre".
func (rd *reading) smallTitle(i int) bool {
	if rd.doc.Lang == "en" || rd.doc.Lang == "" || i < 0 || rd.capital(i) || rd.mentionAt(i) != nil || !smallTitles[Fold(rd.word(i))] {
		return false
	}
	switch rd.word(i - 1) {
	case "su", "sus", "mi", "tu", "son", "mon", "ton", "leur", "votre", "notre", "nuestro", "un", "une":
		return !rd.same(i-1, i)
	}
	return true
}

func (rd *reading) titlesGender(first, bare int) gender {
	for i := first; i < bare; i++ {
		if g := titleGender(Fold(strings.TrimSuffix(rd.word(i), "."))); g != unknownGender {
			return g
		}
	}
	return unknownGender
}

// addMention adds the name of a known outlet.
func (rd *reading) addMention(first, last int, canonical string) {
	m := mention{first: first, bare: first, last: last, name: rd.textOf(first, last), known: canonical, votes: votes{org: 10}}
	if looksPersonal(canonical) {
		m.votes = rd.votesFor(&m)
	}
	rd.put(m)
}

// looksPersonal tells whether an outlet, the account of a chat, bears the name
// of a person.
func looksPersonal(name string) bool {
	words := strings.Fields(Fold(name))
	return len(words) >= 2 && len(words) <= 3 && isFirstName(words[0]) && !orgNouns[words[len(words)-1]] && !mediaNames[words[len(words)-1]]
}

func (rd *reading) put(m mention) {
	for i := m.first; i < m.last; i++ {
		rd.at[i] = int32(len(rd.mentions))
	}
	rd.mentions = append(rd.mentions, m)
}

// mentionAt is the mention that covers token i, nil if none does.
func (rd *reading) mentionAt(i int) *mention {
	if i < 0 || i >= len(rd.at) || rd.at[i] < 0 {
		return nil
	}
	return &rd.mentions[rd.at[i]]
}

// votesFor weighs the words of a name and those around it.
func (rd *reading) votesFor(m *mention) votes {
	v := rd.wordVotes(m)
	v.add(rd.leftVotes(m))
	v.add(rd.rightVotes(m))
	v.add(rd.craft(m))
	return v
}

func (rd *reading) wordVotes(m *mention) votes {
	var v votes
	n := m.last - m.bare
	firstWord, lastWord := rd.word(m.bare), rd.word(m.last-1)
	if m.bare > m.first {
		v.person += 5
	}
	if n == 2 && papersOfCase[firstWord] && len(lastWord) == 1 {
		v.other += 8
	}
	switch {
	case n > 1 && surnameNouns[lastWord] && isFirstName(firstWord):
		v.person += 1
	case n > 1 && (lastWord == "city" || lastWord == "town"):
		v.org += 1.5
		v.place += 1.5
	case orgNouns[lastWord] && (n > 1 || !placeNouns[lastWord]):
		v.org += 4
	case lowerOrgNouns[lastWord]:
		v.org += 5
	case n > 1 && legalForms[lastWord]:
		v.org += 4
	case n > 1 && companyWords[lastWord] && !isFirstName(firstWord):
		v.org += 2.5
	case placeNouns[lastWord] && n > 1:
		v.place += 4
	case n > 1 && !isFirstName(firstWord) && firmEnding(lastWord):
		v.org += 2.5
	case n > 1 && n < 4 && !isFirstName(firstWord) && rd.word(m.first-1) == "the" && rd.same(m.first-1, m.first) && severalOf(lastWord):
		v.org += 2
	}
	if rd.bodyAbroad(m.bare) {
		v.org += 4
	}
	if n > 1 && placeFirsts[firstWord] && !orgNouns[lastWord] {
		v.place += 3
	}
	if n == 2 && placeAdjectives[firstWord] && !orgNouns[lastWord] {
		v.place += 1.5
	}
	if n > 1 && rd.lowered[lastWord] && !isFirstName(firstWord) {
		v.other += 1.5 // Korvin Tablets, where tablets are spoken of
	}
	if gazetteer[firstWord] && n == 1 || n > 1 && gazetteer[strings.ToLower(rd.textOf(m.bare, m.last))] {
		v.place += 4
	}
	if n > 1 && n <= 4 && v.org == 0 && v.place == 0 || v.person == 1 {
		v.person += 0.6
		if isFirstName(firstWord) {
			v.person += 2
		}
		if isFirstName(firstWord) || looksArabic(firstWord) || kunyas[firstWord] != "" {
			v.person++
		}
	}
	if n == 1 {
		v.person += rd.singleName(firstWord)
	}
	for i := m.bare; i < m.last; i++ {
		switch w := rd.word(i); {
		case w == "of" || w == "for" || w == "&":
			v.org += 2
		case orgNouns[w] && i > m.bare && i < m.last-1:
			v.org++
		case rd.initial(i) && i < m.last-1 && n > 1:
			v.person += 2
		}
	}
	if isAcronym(rd.doc.Of(m.bare)) && n == 1 {
		v.org += 1.5
	}
	return v
}

var (
	placeFirsts     = wordSet("mount lake port cape san santa saint st fort puerto punta monte cabo rio isla villa bad el-dorado sierra ras jebel jabal wadi tell tel bir ain khor calle rue plaza plaça piazza avenida rua playa")
	placeAdjectives = wordSet("upper lower little great north south east west nether new old middle inner outer")
)

// papersOfCase stand before a letter or number: Exhibit F.
var papersOfCase = wordSet("exhibit appendix annex schedule")

// surnameNouns end names of places and bodies, and persons' names too.
var surnameNouns = wordSet(`moor hill wood woods lake field fields heath forest cliff park north west east castle church bay lane close
	row market house hall marsh post bank star press court mail sun echo record town city guard mount bridge street rivers ford
	green stone dock brook wells banks chamber union school college mirror journal`)

func (rd *reading) singleName(w string) float32 {
	if isFirstName(w) {
		return 1
	}
	return 0.1
}

// leftVotes: what stands before a name says what it is.
func (rd *reading) leftVotes(m *mention) votes {
	if !rd.same(m.first-1, m.first) {
		return votes{}
	}
	n := m.last - m.bare
	switch prev := rd.word(m.first - 1); {
	case prev == "the" && n == 1 && crossings[rd.word(m.first-2)]:
		return votes{org: 0.6, place: 2}
	case prev == "the" && rd.tag(m.last) == text.NOUN && !pluralVerbs[rd.word(m.last)]:
		return votes{org: 0.3, place: 0.3} // the Ontario legislature
	case prev == "the" && n == 1:
		return votes{org: 1.2, place: 0.6}
	case prev == "the":
		return votes{org: 1.5, place: 0.5, person: -0.5}
	case prev == "of" && placeWords[rd.word(m.first-2)]:
		return votes{place: 3}
	case prev == "in":
		return votes{place: 2}
	case prev == "at" || prev == "near" || prev == "across" || prev == "outside":
		return votes{place: 1, org: 0.3}
	case prev == "from" || prev == "to" || prev == "around" || prev == "into":
		return votes{place: 0.6}
	case firmNouns[prev] && !rd.starts(m.first):
		return rd.calledVotes(m, prev)
	case personNouns[prev] && !rd.starts(m.first):
		return votes{person: 3}
	case prev == ",":
		return rd.appositionBefore(m)
	}
	return votes{}
}

// placeWords take "of" and a place.
var placeWords = wordSet(`north south east west northeast northwest southeast southwest suburb suburbs town city village hamlet
	county capital port people residents outskirts coast island region province`)

var crossings = wordSet("over across along up down beside")

var pluralVerbs = wordSet("have are were")

// rightVotes: and so does what follows it.
func (rd *reading) rightVotes(m *mention) votes {
	var v votes
	next, second := rd.word(m.last), rd.word(m.last+1)
	if !rd.same(m.first, m.last) {
		return v
	}
	n := m.last - m.bare
	if next == "," && n <= 3 && gazetteer[second] && rd.capital(m.last+1) {
		v.place += 3
	}
	if next == "," {
		v.add(rd.appositionBehind(m))
	}
	switch {
	case next == "," && rd.isAge(m.last+1):
		v.person += 4
	case next == "," && second == "who", next == "who":
		v.person += 3
	case next == "," && second == "which":
		v.person -= 2 // which is said of nobody
		v.org += 0.6
		if rd.firmVerbAhead(m.last + 2) {
			v.org += 2.5
		}
	case (next == "'s" || next == "'") && spokesNouns[second]:
		v.org += 4
	case (next == "'s" || next == "'") && firmBelongings[second]:
		v.org += 3
	case next == ":" && rd.allCapitals(m.first) && !rd.same(m.first-1, m.first):
		v.person += 3
	case pluralVerbs[next] && n <= 2:
		v.org += 1.2
	case sayingVerbs[next] && n > 1:
		v.person += 1
	case sayingVerbs[next]:
		v.person += 0.8
	case next == "(" && isAcronym(rd.ofOrEmpty(m.last+1)):
		v.org += 3
	}
	if next == "(" || (next == "," || next == "—" || next == "–" || next == "-") && rd.allCapitals(m.first) {
		if rd.starts(m.first) && rd.allCapitals(m.first) {
			v.place += 3
		}
	}
	return v
}

// firmVerbAhead tells whether one of the next words says what a firm or a group
// does: ", which employs 400 people".
func (rd *reading) firmVerbAhead(i int) bool {
	for j := i; j < i+4 && rd.same(i, j); j++ {
		if firmVerbs[rd.word(j)] {
			return true
		}
	}
	return false
}

var (
	firmVerbs = wordSet(`employs employed makes made manufactures produces publishes published owns owned operates operated runs ran manages
		managed supplies supplied sells sold represents represented campaigns campaigned monitors insures builds built issues issued`)
	firmBelongings = wordSet(`shares shareholders shareholder profits revenue revenues turnover factory factories workforce subsidiaries
		subsidiary customers headquarters fleet investors creditors auditors auditor balance dividend dividends stock members membership`)
)

func (rd *reading) ofOrEmpty(i int) string {
	if i < 0 || i >= len(rd.words) {
		return ""
	}
	return rd.doc.Of(i)
}

func (rd *reading) allCapitals(i int) bool {
	w := rd.doc.Of(i)
	return len(w) > 2 && strings.ToUpper(w) == w
}

// isAge: ", 54," or ", 54, who".
func (rd *reading) isAge(i int) bool {
	w := rd.word(i)
	return i < len(rd.doc.Tokens) && rd.doc.Tokens[i].Kind == text.Number && len(w) <= 3 && rd.word(i+1) == "," || w == "aged"
}

// personNounAhead looks for the head of "a researcher at …" within a few words.
func (rd *reading) personNounAhead(i int) bool {
	for j := i; j < i+5 && rd.same(i, j); j++ {
		w := rd.word(j)
		if w == "," || roleStop[w] {
			return false
		}
		if personNouns[w] {
			return true
		}
	}
	return false
}

var placed = wordSet("in at near from to across outside")

var articleWords = wordSet("a an the its his her their our my")

var sayingVerbs = wordSet(`said says say told tells denied denies added adds claimed claims argued argues warned warns insisted insists
	wrote writes explained explains asked asks replied replies recalled recalls noted notes admitted admits confirmed confirms
	announced announces alleged alleges stated states declared declares suggested suggests complained complains thinks thought
	believes believed accused accuses predicted predicts joked jokes conceded concedes promised promises`)

var spokesNouns = wordSet("spokesman spokeswoman spokesperson spokesmen spokespeople press")
