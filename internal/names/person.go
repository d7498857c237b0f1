package names

import "strings"

// part is one element of a person's name: a given name, a kunya, a surname
// with or without its article.
type part struct {
	text    string // folded, without article, kunya word or particle
	kind    partKind
	article bool // al-, el-, as-: an Arabic nisba
	arabic  bool // of a name in Arabic script, or with marks of Arabic
	slavic  bool // of a name in Cyrillic, or with the endings of names that are written in it
}

type partKind uint8

const (
	plainPart   partKind = iota
	abuPart              // abu X
	ummPart              // umm X
	servantPart          // abd al-X
)

// personName is a person's name taken apart.
type personName struct {
	fold   string // folded, titles taken off
	titles []string
	parts  []part
	suffix string // jr, sr, ii, iii
	arabic bool   // some part is
	slavic bool   // some part is
	filial bool   // has a bin, ibn or bint, so that the order of its parts is a descent
	joined bool   // the given name is two with a hyphen
}

// full tells whether the name says who is meant: a given and a family name, or
// a kunya that is a pen name (Abu Fanus, father of the lantern). Abu Ali is
// what half a town is called.
func (p personName) full() bool {
	return len(p.parts) > 1 || p.kunya() && !isGivenArabic(p.parts[0].text)
}

// kunya tells whether the name is a kunya and nothing else.
func (p personName) kunya() bool {
	return len(p.parts) == 1 && (p.parts[0].kind == abuPart || p.parts[0].kind == ummPart) && len(p.parts[0].text) > 2
}

func (p personName) family() part { return p.parts[len(p.parts)-1] }

var generations = map[string]bool{"jr": true, "sr": true, "ii": true, "iii": true, "iv": true}

var kunyas = map[string]string{
	"abu": "abu", "abou": "abu", "abo": "abu", "aboo": "abu", "abi": "abu",
	"umm": "umm", "um": "umm", "om": "umm", "oum": "umm",
	"ابو": "abu", "ابي": "abu", "ابا": "abu", "ام": "umm",
}

// connectors stand between the parts of a name and tell nobody apart: bin is
// left out as often as it is written, and so are the particles of surnames.
var connectors = map[string]bool{
	"bin": true, "ibn": true, "ben": true, "bint": true, "بن": true, "ابن": true, "بنت": true, "ould": true,
	"van": true, "de": true, "von": true, "der": true, "den": true, "du": true, "da": true, "di": true,
	"dos": true, "das": true, "do": true, "del": true, "della": true, "la": true, "le": true, "ter": true, "ten": true,
	"zu": true, "y": true, "e": true, "af": true, "av": true,
}

var filial = map[string]bool{"bin": true, "ibn": true, "ben": true, "bint": true, "بن": true, "ابن": true, "بنت": true}

var articles = map[string]bool{"al": true, "el": true, "ul": true, "ال": true}

// parsePerson takes a name apart. It never fails: a name that has no parts is
// its fold.
func parsePerson(name string) personName {
	name = withoutLetters(name)
	words := strings.Fields(Fold(name))
	p := personName{joined: isJoined(name)}
	p.titles, words = takeTitles(words)
	if n := len(words); n > 1 && generations[words[n-1]] {
		p.suffix, words = words[n-1], words[:n-1]
	}
	p.fold = strings.Join(words, " ")
	for len(words) > 0 {
		p.filial = p.filial || filial[words[0]]
		var next part
		next, words = takePart(words, len(p.parts) == 0)
		if next.text != "" {
			p.parts = append(p.parts, next)
			p.arabic = p.arabic || next.arabic
			p.slavic = p.slavic || next.slavic
		}
	}
	for i := range p.parts {
		p.parts[i].arabic = p.arabic
		p.parts[i].slavic = p.slavic
	}
	return p
}

// titleModifiers stand before a title and are none by themselves: foreign
// minister, former president, prime minister-designate.
var titleModifiers = wordSet(`former ex acting interim deputy vice assistant associate foreign prime interior home finance defence defense
	health justice transport education environment energy culture labour trade designate elect emeritus first lord maj`)

// takeTitles takes the titles off the front of the words of a name. The last
// word is never one.
func takeTitles(words []string) (titles, rest []string) {
	for n := 0; n < len(words)-1; n++ {
		switch {
		case isTitle(words[n]), words[n] == "em" && titles != nil:
			titles, rest = words[:n+1], words[n+1:]
		case !titleModifiers[words[n]]:
			n = len(words)
		}
	}
	for len(rest) > 1 && len(titles) > 0 && (rest[0] == "designate" || rest[0] == "elect" || rest[0] == "emeritus") {
		rest = rest[1:]
	}
	if titles == nil {
		return nil, words
	}
	return titles, rest
}

// letters stand behind a name and a comma and belong to no one's name.
var letters = wordSet("md phd mp mep msp qc kc sc jd rn esq obe mbe cbe dds ma mba cpa sj osb")

// withoutLetters takes "MD" or "D-Wis." off the end of a name, and puts a
// family name that stands before a comma behind the given one.
func withoutLetters(name string) string {
	front, back, ok := strings.Cut(name, ", ")
	if !ok {
		return name
	}
	first, _, _ := strings.Cut(Fold(back), " ")
	switch {
	case letters[first], len(back) > 2 && back[1] == '-':
		return front
	case generations[first] || strings.Contains(back, ","):
		return name
	case !strings.Contains(front, " "):
		return back + " " + front
	}
	return name
}

// isJoined tells whether a name begins with two given names and a hyphen
// between: Hans-Peter Wirth is not Hans Wirth. An Arabic article is no name.
func isJoined(name string) bool {
	first, _, _ := strings.Cut(name, " ")
	a, b, ok := strings.Cut(first, "-")
	return ok && len(a) > 2 && len(b) > 2 && isFirstName(Fold(a)) && isFirstName(Fold(b))
}

// takePart reads one part off the front of words.
func takePart(words []string, first bool) (part, []string) {
	w := words[0]
	rest := words[1:]
	if len(rest) == 0 {
		return plain(w), nil
	}
	if kind, ok := kunyas[w]; ok && (first || kind == "abu") {
		inner, left := takePart(rest, false)
		of := abuPart
		if kind == "umm" {
			of = ummPart
		}
		return part{text: inner.text, kind: of, arabic: true}, left
	}
	switch {
	case connectors[w]:
		return part{}, rest
	case articles[w] || sunArticle(w, rest[0]):
		inner := plain(rest[0])
		inner.article, inner.arabic = true, true
		return inner, rest[1:]
	case isServant(w):
		return servant(w, rest)
	}
	if honour, n := honourAt(rest); n > 0 {
		return part{text: joinHonour(w, honour), arabic: true}, rest[n:]
	}
	return plain(w), rest
}

// honours make one name with the word before them: Nour al-Din, Saif al-Islam.
var honours = map[string]string{"din": "din", "deen": "din", "dine": "din", "islam": "islam", "haqq": "haqq", "haq": "haqq", "dawla": "dawla", "دين": "din", "اسلام": "islam", "حق": "haqq"}

// honourAt reads an honour with its article off the front of words, and tells
// of how many words it is.
func honourAt(words []string) (string, int) {
	if len(words) == 0 {
		return "", 0
	}
	if t, ok := strings.CutPrefix(words[0], "ال"); ok && honours[t] != "" {
		return honours[t], 1
	}
	if faiths[words[0]] {
		return "din", 1
	}
	if len(words) > 1 && (articles[words[0]] || sunArticle(words[0], words[1])) && honours[words[1]] != "" {
		return honours[words[1]], 2
	}
	return "", 0
}

func joinHonour(word, honour string) string {
	if isArabic(word) {
		return word + map[string]string{"din": "دين", "islam": "اسلام", "haqq": "حق", "dawla": "دوله"}[honour]
	}
	return latin(word) + honour
}

// gluedHonour reads Noureddine, Salaheddin, Shamsuddin.
func gluedHonour(w string) (string, bool) {
	for _, end := range []string{"eddine", "eddin", "uddin", "addin", "aldin", "eldin", "oddin", "udin", "edin"} {
		if t, ok := strings.CutSuffix(w, end); ok && len(t) >= 3 {
			return joinHonour(t, "din"), true
		}
	}
	return "", false
}

// sunArticle: er-Rassifi, as-Salam, an-Nahar, the article as it sounds.
func sunArticle(w, next string) bool {
	if len(w) < 2 || len(w) > 3 || w[0] != 'a' && w[0] != 'e' {
		return false
	}
	return strings.HasPrefix(next, w[1:]) && strings.IndexByte("drstznl", w[1]) >= 0
}

func isServant(w string) bool {
	switch w {
	case "abd", "abdul", "abdel", "abdal", "abdur", "abdoul", "abdol", "عبد":
		return true
	}
	return false
}

// servant reads Abd al-Rahman, Abdul Rahman.
func servant(w string, rest []string) (part, []string) {
	if len(rest) > 1 && (articles[rest[0]] || sunArticle(rest[0], rest[1])) {
		rest = rest[1:]
	}
	return part{text: servantOf(rest[0]), kind: servantPart, arabic: true}, rest[1:]
}

// servantOf is what follows "servant of", its article taken off in Arabic.
func servantOf(w string) string {
	if t, ok := strings.CutPrefix(w, "ال"); ok && t != "" {
		w = t
	}
	if strings.HasSuffix(w, "llah") || strings.HasSuffix(w, "lla") {
		return strings.TrimLeft(w, "au") // Abd-Allah, Abd-ullah
	}
	return w
}

func plain(w string) part {
	if t, ok := gluedServant(w); ok {
		return part{text: t, kind: servantPart, arabic: true}
	}
	if isArabic(w) {
		t, article := strings.CutPrefix(w, "ال")
		if article && len(t) >= 4 {
			return part{text: t, article: true, arabic: true}
		}
		return part{text: w, arabic: true}
	}
	if faiths[w] {
		return part{text: "din", article: true, arabic: true}
	}
	if t, ok := gluedHonour(w); ok {
		return part{text: t, arabic: true}
	}
	return part{text: latin(w), arabic: looksArabic(w), slavic: looksSlavic(w)}
}

// faiths are ways to write al-Din in one word.
var faiths = map[string]bool{"eddin": true, "uddin": true, "aldin": true, "eldin": true, "eddine": true, "addin": true, "ud-din": true}

// gluedServant reads Abdallah, Abdulrahman, Abdelkader, عبدالله.
func gluedServant(w string) (string, bool) {
	if t, ok := strings.CutPrefix(w, "عبد"); ok && len(t) >= 4 {
		return servantOf(t), true
	}
	t, ok := strings.CutPrefix(w, "abd")
	if !ok || len(t) < 5 {
		return "", false
	}
	for _, v := range []string{"oul", "el", "al", "ul", "ol"} {
		if u, ok := strings.CutPrefix(t, v); ok && len(u) >= 4 {
			return servantOf(u), true
		}
	}
	u := strings.TrimLeft(t, "aeu")
	return u, len(u) >= 4 && len(u) < len(t)
}

// looksArabic tells whether a Latin word has the marks of a romanised Arabic,
// Persian or Urdu name.
func looksArabic(w string) bool {
	if arabicGiven[respell(w)] {
		return true
	}
	if i := strings.IndexByte(w, 'q'); i >= 0 && !strings.HasPrefix(w[i:], "qu") {
		return true
	}
	return strings.HasPrefix(w, "kh") || strings.HasPrefix(w, "gh") || strings.HasPrefix(w, "dh")
}
