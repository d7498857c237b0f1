package text

import (
	"math/bits"
	"strings"
	"unicode"
)

// languageSample is how many bytes of a text tell its language.
const languageSample = 4 << 10

// Language is the BCP 47 primary subtag of the language that most of s is in,
// "" if s is too short or in none that is known. The script decides first;
// among languages that share one, their commonest small words and the letters
// that only one of them writes decide.
func Language(s string) string {
	s = s[:min(len(s), languageSample)]
	switch script := mainScript(s); script {
	case "":
		return ""
	case "Latin":
		return byWords(s, latinIndex, 2)
	case "Cyrillic":
		return orElse(byWords(s, cyrillicIndex, 1), "ru")
	case "Arabic":
		return arabicScript(s)
	case "Han":
		return "zh"
	default:
		return script
	}
}

func orElse(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// mainScript is the script with most of the letters of s: "Latin", "Cyrillic",
// "Arabic", "Han", or a language where the script has but one; "" without
// letters. Ideographs among kana are Japanese.
func mainScript(s string) string {
	var latin, cyrillic, arabic, han, kana int
	other := map[string]int{}
	for _, r := range s {
		switch {
		case r < 'A' || !unicode.IsLetter(r):
		case r < 0x250:
			latin++
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
		case unicode.Is(unicode.Arabic, r):
			arabic++
		case unicode.In(r, unicode.Hiragana, unicode.Katakana):
			kana += 3
		case unicode.Is(unicode.Han, r):
			han += 3
		default:
			other[scriptLanguage(r)]++
		}
	}
	if kana*6 > han {
		kana, han = kana+han, 0
	}
	best, most := "", 0
	for _, c := range []struct {
		name string
		n    int
	}{{"Latin", latin}, {"Cyrillic", cyrillic}, {"Arabic", arabic}, {"Han", han}, {"ja", kana}} {
		if c.n > most {
			best, most = c.name, c.n
		}
	}
	for _, name := range []string{"he", "el", "ko", "th", "hi", "bn", "ta", "te", "ka", "hy", "am", "km", "lo", "my", "si", "gu", "pa"} {
		if n := other[name]; n > most {
			best, most = name, n
		}
	}
	return best
}

// scriptLanguage is the chief language of a script that is written for one.
func scriptLanguage(r rune) string {
	switch {
	case unicode.Is(unicode.Hebrew, r):
		return "he"
	case unicode.Is(unicode.Greek, r):
		return "el"
	case unicode.Is(unicode.Hangul, r):
		return "ko"
	case unicode.Is(unicode.Thai, r):
		return "th"
	case unicode.Is(unicode.Devanagari, r):
		return "hi"
	case unicode.Is(unicode.Bengali, r):
		return "bn"
	case unicode.Is(unicode.Tamil, r):
		return "ta"
	case unicode.Is(unicode.Telugu, r):
		return "te"
	case unicode.Is(unicode.Georgian, r):
		return "ka"
	case unicode.Is(unicode.Armenian, r):
		return "hy"
	case unicode.Is(unicode.Ethiopic, r):
		return "am"
	case unicode.Is(unicode.Khmer, r):
		return "km"
	case unicode.Is(unicode.Lao, r):
		return "lo"
	case unicode.Is(unicode.Myanmar, r):
		return "my"
	case unicode.Is(unicode.Sinhala, r):
		return "si"
	case unicode.Is(unicode.Gujarati, r):
		return "gu"
	case unicode.Is(unicode.Gurmukhi, r):
		return "pa"
	}
	return ""
}

// arabicScript parts Arabic, Persian, Urdu and Kurdish by letters that only
// one of them writes.
func arabicScript(s string) string {
	var letters, persian, urdu, kurdish int
	for _, r := range s {
		switch r {
		case 'پ', 'چ', 'ژ', 'گ', 'ی', 'ک':
			persian++
		case 'ٹ', 'ڈ', 'ڑ', 'ں', 'ے', 'ھ':
			urdu++
		case 'ێ', 'ۆ', 'ڕ', 'ڵ', 'ە':
			kurdish++
		}
		if unicode.Is(unicode.Arabic, r) {
			letters++
		}
	}
	switch {
	case kurdish*25 > letters:
		return "ckb"
	case urdu*25 > letters:
		return "ur"
	case persian*25 > letters:
		return "fa"
	}
	return "ar"
}

// byWords is the language whose small words are most frequent in s, "" if
// none of them occurs as often as in running text.
func byWords(s string, index wordIndex, least int) string {
	var counts [32]int
	total := 0
	for word := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) }) {
		total++
		for set := index.words[word]; set != 0; set &= set - 1 {
			counts[bits.TrailingZeros32(set)]++
		}
	}
	for _, r := range s {
		if r >= 0x80 {
			for set := index.letters[unicode.ToLower(r)]; set != 0; set &= set - 1 {
				counts[bits.TrailingZeros32(set)]++
			}
		}
	}
	best := 0
	for i := range index.names {
		if counts[i] > counts[best] {
			best = i
		}
	}
	if counts[best] < least || counts[best]*12 < total {
		return ""
	}
	return index.names[best]
}

// wordIndex finds the languages of a word or letter: a set of indices into
// names, at most 32.
type wordIndex struct {
	names   []string
	words   map[string]uint32
	letters map[rune]uint32
}

func indexLanguages(languages []languageWords) wordIndex {
	x := wordIndex{words: map[string]uint32{}, letters: map[rune]uint32{}}
	for i, l := range languages {
		x.names = append(x.names, l.name)
		for w := range strings.FieldsSeq(l.words) {
			x.words[w] |= 1 << i
		}
		for _, r := range l.letters {
			x.letters[r] |= 1 << i
		}
	}
	return x
}
