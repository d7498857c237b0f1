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
}

var orgLinks = wordSet("of for the and on in at to a an de la le des du y e und der die das fur")

// legalForms end the name of a company or club and belong to it loosely.
var legalForms = wordSet("ltd limited inc incorporated co corp corporation plc llc llp gmbh ag sa bv nv ab oy spa srl kg fc afc cf sc ac")

// orgSpellings evens out spellings and number of common words.
var orgSpellings = map[string]string{
	"labor": "labour", "center": "centre", "defense": "defence", "organization": "organisation",
	"theater": "theatre", "harbor": "harbour", "program": "programme", "dept": "department",
	"govt": "government", "intl": "international", "natl": "national", "assn": "association", "univ": "university",
	"assoc": "association", "bros": "brothers",
}

// bagHeads: "Ministry of Transport" is "Transport Ministry".
var bagHeads = wordSet("ministry department bureau directorate")

func parseOrg(name string) orgName {
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
	if len(o.words) == 0 {
		o.words = strings.Fields(o.fold)
	}
	for n := len(o.words); n > 1 && legalForms[o.words[n-1]]; n-- {
		o.words = o.words[:n-1]
	}
	if len(o.words) > 1 && slices.ContainsFunc(o.words, func(w string) bool { return bagHeads[w] }) {
		slices.Sort(o.words)
	}
	return o
}

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
