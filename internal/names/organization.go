package names

import (
	"slices"
	"strings"
)

// orgName is an organisation's name made comparable.
type orgName struct {
	fold    string
	words   []string // content words in even spelling, legal forms taken off
	acronym bool     // is written as one: "RRA"
	foreign int      // words of bodyWords that are no English ones
	linked  bool     // a small word of another language holds it together
}

var orgLinks = wordSet("of for the and on in at to a an de la le des du y e und der die das fur")

// legalForms end the name of a company or club and belong to it loosely.
var legalForms = wordSet("ltd limited inc incorporated co corp corporation plc llc llp gmbh ag sa bv nv ab oy spa srl kg asa oyj pte pty sarl aps se fc afc cf sc ac")

// orgSpellings evens out spellings and number of common words.
var orgSpellings = map[string]string{
	"labor": "labour", "center": "centre", "defense": "defence", "organization": "organisation",
	"theater": "theatre", "harbor": "harbour", "program": "programme", "dept": "department",
	"govt": "government", "intl": "international", "natl": "national", "assn": "association", "univ": "university",
	"assoc": "association", "bros": "brothers", "saint": "st", "company": "co", "corporation": "corp",
	"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
	"first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th", "seventh": "7th",
	"eighth": "8th", "ninth": "9th", "tenth": "10th", "eleventh": "11th", "twelfth": "12th", "armored": "armoured",
	"jewelry": "jewellery", "catalog": "catalogue", "fiber": "fibre", "color": "colour", "honor": "honour",
}

// withoutAcronym takes off an acronym in brackets: "Free Norden Party (FNP)".
func withoutAcronym(name string) string {
	if front, back, ok := strings.Cut(name, " ("); ok {
		if inner, ok := strings.CutSuffix(back, ")"); ok && isAcronym(inner) {
			return front
		}
	}
	return name
}

// asProvince translates a province that goes by its Arabic word: Wilayat
// al-Sahil is Sahil Province.
func asProvince(words []string) []string {
	if len(words) < 2 || words[0] != "wilayat" && words[0] != "wilaya" && words[0] != "wilayah" {
		return words
	}
	rest := words[1:]
	if len(rest) > 1 && (articles[rest[0]] || sunArticle(rest[0], rest[1])) {
		rest = rest[1:]
	}
	return append(slices.Clone(rest), "province")
}

// bagHeads: "Ministry of Transport" is "Transport Ministry".
var bagHeads = wordSet("ministry department bureau directorate")

func parseOrg(name string) orgName {
	name = withoutAcronym(name)
	o := orgName{fold: Fold(name), acronym: isAcronym(name)}
	for _, w := range strings.Fields(o.fold) {
		if orgLinks[w] {
			continue
		}
		if even, ok := orgSpellings[w]; ok {
			w = even
		}
		o.words = append(o.words, w)
	}
	o.words = asProvince(o.words)
	if len(o.words) == 0 {
		o.words = strings.Fields(o.fold)
	}
	for n := len(o.words); n > 1 && legalForms[o.words[n-1]]; n-- {
		o.words = o.words[:n-1]
	}
	if len(o.words) > 1 && slices.ContainsFunc(o.words, func(w string) bool { return bagHeads[w] }) {
		slices.Sort(o.words)
	}
	o.foreign, o.linked = foreignIn(o.words), linkedAbroad(o.fold)
	return o
}

// stateBodies belong to a country or a town, which their names give as a noun or
// an adjective.
var stateBodies = wordSet("ministry government army police parliament embassy navy senate cabinet treasury council constabulary brigade")

// sameState: "Tarsian Defence Ministry" is the "Defence Ministry of Tarsia".
func sameState(o, p orgName) bool {
	if len(o.words) != len(p.words) || !slices.ContainsFunc(o.words, func(w string) bool { return stateBodies[w] }) {
		return false
	}
	left := slices.DeleteFunc(slices.Clone(o.words), func(w string) bool { return slices.Contains(p.words, w) })
	right := slices.DeleteFunc(slices.Clone(p.words), func(w string) bool { return slices.Contains(o.words, w) })
	return len(left) == 1 && len(right) == 1 && (adjectiveOf(left[0], right[0]) || adjectiveOf(right[0], left[0]))
}

// adjectiveOf: Tarsian of Tarsia, Orvani of Orvan.
func adjectiveOf(adjective, place string) bool {
	stem := strings.TrimRight(place, "aeiouy")
	rest, ok := strings.CutPrefix(adjective, stem)
	return ok && len(stem) >= 3 && nationEndings[rest]
}

var nationEndings = wordSet("i n an ian ean ese ish ite er ic ani ar")

// bareBody tells whether the name is of a state body and nothing says whose:
// "the police", "Ministry of Defence".
func bareBody(o orgName) bool {
	switch len(o.words) {
	case 1:
		return stateBodies[o.words[0]]
	case 2:
		return slices.Contains(o.words, "ministry")
	}
	return false
}

// barelyNamed tells whether the longer name is a body's that the bare one may
// mean.
func barelyNamed(bare, long orgName) bool {
	return bareBody(bare) && !slices.ContainsFunc(long.words, func(w string) bool { return ofPeople[w] }) && len(long.words) > len(bare.words) && len(long.words) <= len(bare.words)+2 && holdsAll(long.words, bare.words) &&
		(stateBodies[long.words[len(long.words)-1]] || stateBodies[long.words[0]] || slices.Contains(long.words, "ministry"))
}

// ofPeople are words for bodies of those who work for another body.
var ofPeople = wordSet("union workers staff association employees veterans officers federation club retirees")

// partOf tells whether the longer name is the shorter with the body that it
// belongs to: Reconciliation Committee (of the Port Workers' Union).
func partOf(short, long orgName) bool {
	return len(short.words) > 1 && strings.HasPrefix(long.fold, short.fold+" of ")
}

// isAcronym: two to six capitals, perhaps with full stops: "RRA", "U.N.".
func isAcronym(name string) bool {
	letters := 0
	for i := 0; i < len(name); i++ {
		switch c := name[i]; {
		case c >= 'A' && c <= 'Z':
			letters++
		case c != '.':
			return false
		}
	}
	return letters >= 2 && letters <= 6
}

// acronymOf is the initials of the words of a folded name, "" for one word.
// With links counts the "of" and "and" as well.
func acronymOf(fold string, links bool) string {
	var b strings.Builder
	for _, w := range strings.Fields(fold) {
		if links || !orgLinks[w] {
			b.WriteByte(w[0])
		}
	}
	if b.Len() < 2 {
		return ""
	}
	return b.String()
}

// acronymFits tells whether letters, folded, abbreviate the name.
func acronymFits(letters string, full orgName) bool {
	letters = strings.ReplaceAll(letters, " ", "")
	return len(letters) > 1 && !full.acronym && isASCII(full.fold) &&
		(acronymOf(full.fold, false) == letters || acronymOf(full.fold, true) == letters)
}
