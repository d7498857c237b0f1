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
	case isGivenArabic(w) && kunyas[w] == "" && rd.arabicWord(i+1) && kunyas[Fold(rd.word(i+1))] == "abu" && rd.arabicWord(i+2):
		rd.put(mention{first: i, bare: i, last: i + 3, name: rd.textOf(i, i+3), votes: votes{person: 6}})
		return i + 3 // Salim Abu Risha
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
	case arabicRoles[strings.TrimPrefix(w, "و")] && rd.arabicFullName(i+1):
		rd.put(mention{first: i + 1, bare: i + 1, last: i + 3, name: rd.textOf(i+1, i+3), votes: votes{person: 5}})
		return i + 3
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

// arabicFullName: a given name and a word that can be a family name.
func (rd *reading) arabicFullName(i int) bool {
	return rd.arabicWord(i) && rd.arabicWord(i+1) && isGivenArabic(Fold(rd.word(i))) && !arabicLinks[rd.word(i)] &&
		!arabicLinks[rd.word(i+1)] && !arabicVerb(rd.word(i+1))
}

// arabicVerb: the prefixes of the present tense, on what is no given name.
func arabicVerb(w string) bool {
	return (strings.HasPrefix(w, "ي") || strings.HasPrefix(w, "ت")) && !isGivenArabic(Fold(w))
}

func (rd *reading) arabicWord(i int) bool {
	return i < len(rd.words) && rd.sentence[i] >= 0 && rd.doc.Tokens[i].Kind == text.Word && rd.same(i-1, i) && isArabic(rd.words[i])
}

var (
	arabicOrgs = wordSet(`نقابه لجنه رابطه وزاره هيئه حزب اتحاد شركه صحيفه وكاله جمعيه جامعه مجلس اذاعه قناه منظمه حركه
		كتايب كتيبه لواء الويه جبهه جيش قوات سرايا ايتلاف جماعه تنظيم شرطه محكمه مستشفي بلديه بنك مصرف محافظه مؤسسه`)
	// arabicRoles are callings that stand before a name, folded.
	arabicRoles = wordSet(`الحارس الصياد المدير المديره المدرب المتحدث المتحدثه الناطق الناطقه المهندس المهندسه الطبيب الطبيبه
		المحامي المحاميه القبطان الربان البحار الصحفي الصحفيه الصحافي الصحافيه الكاتب الكاتبه الشاعر الشاعره الناشط الناشطه العامل
		المعلم المعلمه المدرس المدرسه السفير السفيره الحاج المختار العمده الشاهد الشاهده الجار الجاره السائق اللاعب اللاعبه الباحث الباحثه
		الخبير الخبيره الامين الامينه المفتش الضابط العميد الرائد النقيب`)
	arabicLinks = wordSet("في من إلى الى على عن مع ان أن إن التي الذي وهو وهي ثم أو او قد لم لا ما كان كانت")
)
