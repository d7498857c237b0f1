package names

import (
	"strings"

	"hearsay/internal/text"
)

// arabicAt adds the name that begins at an Arabic word and returns its end, or
// i. Arabic has no capitals: a name shows by a kunya, by a title before it, or
// by the noun of an organisation.
func (rd *reading) arabicAt(i int) int {
	w := Fold(rd.word(i))
	switch {
	case kunyas[w] != "" && rd.arabicWord(i+1) && len(w) > 4:
		last := i + 2
		if strings.HasPrefix(rd.word(last), "ال") && rd.same(i, last) {
			last++
		}
		rd.put(mention{first: i, bare: i, last: last, name: rd.textOf(i, last), votes: votes{person: 6}})
		return last
	case isTitle(w) && rd.arabicWord(i+1) && !strings.HasPrefix(rd.word(i+1), "ال") && kunyas[Fold(rd.word(i+1))] == "":
		last := i + 2
		if rd.arabicWord(last) && !arabicLinks[rd.word(last)] {
			last++
		}
		rd.put(mention{first: i, bare: i + 1, last: last, name: rd.textOf(i, last), gender: titleGender(w), votes: votes{person: 5}})
		return last
	case arabicOrgs[w] && rd.arabicWord(i+1):
		last := i + 1
		for last < i+5 && rd.arabicWord(last) && (last == i+1 || strings.HasPrefix(rd.word(last), "ال")) && !arabicLinks[rd.word(last)] {
			last++
		}
		if last > i+1 {
			rd.put(mention{first: i, bare: i, last: last, name: rd.textOf(i, last), votes: votes{org: 5}})
			return last
		}
	}
	return i
}

func (rd *reading) arabicWord(i int) bool {
	return i < len(rd.words) && rd.sentence[i] >= 0 && rd.doc.Tokens[i].Kind == text.Word && rd.same(i-1, i) && isArabic(rd.words[i])
}

var (
	arabicOrgs  = wordSet("نقابه لجنه رابطه وزاره هيئه حزب اتحاد شركه صحيفه وكاله جمعيه جامعه مجلس اذاعه قناه منظمه حركه")
	arabicLinks = wordSet("في من إلى الى على عن مع ان أن إن التي الذي وهو وهي ثم أو او قد لم لا ما كان كانت")
)
