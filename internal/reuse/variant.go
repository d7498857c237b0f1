package reuse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/internal/text"
)

// isTense tells whether two rows of words differ in tense alone: forms of one
// verb, or helping verbs.
func isTense(was, is []string) bool {
	if len(was) == 0 || len(is) == 0 {
		return false
	}
	if allHelping(was) && allHelping(is) {
		return true
	}
	a, b := main(was), main(is)
	if a == "" || b == "" || a == b && len(was) == len(is) || otherForms[a] || otherForms[b] {
		return false
	}
	if len(was) == 1 && len(is) == 1 && !(isPast(a) != isPast(b) || strings.HasSuffix(a, "ing") != strings.HasSuffix(b, "ing")) {
		return false
	}
	return text.Stem(a) == text.Stem(b)
}

var helping = wordSet("am is are was were be been being has have had having do does did will would shall 'll 'd 've 'm 're " +
	"going to used")

// otherForms are irregular forms that are no tenses.
var otherForms = wordSet("men women children people feet teeth geese mice lives wives halves better best worse worst more " +
	"most less least further farther elder eldest policemen firemen fishermen workmen seamen spokesmen")

func allHelping(words []string) bool {
	for _, w := range words {
		if !helping[w] {
			return false
		}
	}
	return true
}

// main is the one word that is no helping verb, "" if there are more or none.
func main(words []string) string {
	found := ""
	for _, w := range words {
		if helping[w] {
			continue
		}
		if found != "" {
			return ""
		}
		found = w
	}
	return found
}

func isPast(word string) bool {
	if strings.HasSuffix(word, "ed") {
		return true
	}
	_, irregular := text.Irregular(word)
	return irregular && !strings.HasSuffix(word, "s")
}

// isRespelling tells whether two words are one word in two spellings: colour
// and color, kilometre and kilometer, Mazroub and Mazroob, Sorrel and Sorrell.
func isRespelling(a, b string) bool {
	if a == b {
		return false
	}
	if plainSpelling(a) == plainSpelling(b) {
		return true
	}
	return isCapital(a) && isCapital(b) && nameSpelling(text.Fold(a)) == nameSpelling(text.Fold(b))
}

var spellings = strings.NewReplacer("our", "or", "tre", "ter", "ise", "ize", "isi", "izi", "isa", "iza", "yse", "yze",
	"ll", "l", "ae", "e", "oe", "e", "ogue", "og", "ence", "ense", "ough", "o", "-", "", "'", "", ".", "", "eing", "ing",
	"dgem", "dgm", "mme", "m", "whilst", "while", "grey", "gray", "towards", "toward", "amongst", "among")

func plainSpelling(word string) string { return spellings.Replace(text.Fold(word)) }

var nameSpellings = strings.NewReplacer("ou", "u", "oo", "u", "ee", "i", "ei", "i", "ai", "e", "ay", "e", "y", "i", "w", "v",
	"ck", "k", "c", "k", "q", "k", "ph", "f", "o", "u", "e", "i", "-", "", "'", "")

// nameSpelling drops what spellings of one name from another script differ in:
// which vowel, how many letters for it, doubled consonants.
func nameSpelling(folded string) string {
	s := nameSpellings.Replace(folded)
	var b strings.Builder
	var last rune
	for _, r := range s {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

func isCapital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}
