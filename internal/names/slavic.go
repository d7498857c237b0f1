package names

import (
	"strings"
	"unicode"
)

// slavicSpellings evens out the romanisations of Cyrillic: the soft vowels, i
// and y in every place, the Ukrainian h for g. Longer patterns come first.
// Upper-case letters are sounds of their own.
var slavicSpellings = strings.NewReplacer(
	"shch", "S", "sch", "S", "sh", "S", "zh", "Z", "ch", "C", "kh", "h", "ts", "c", "tz", "c",
	"iya", "a", "iia", "a", "ija", "a", "yia", "a", "iy", "i", "yy", "i", "ii", "i", "yi", "i", "ij", "i", "yj", "i",
	"ye", "e", "yo", "e", "io", "e", "ie", "e", "je", "e", "jo", "e",
	"yu", "u", "iu", "u", "ju", "u", "ya", "a", "ia", "a", "ja", "a",
	"x", "ks", "y", "i", "w", "v", "g", "h",
)

// slavicEven is the common spelling of a folded word that comes from Cyrillic.
func slavicEven(word string) string {
	w := latin(word)
	if n := len(w); n > 4 && (strings.HasSuffix(w, "off") || strings.HasSuffix(w, "eff")) {
		w = w[:n-2] + "v"
	}
	return dedouble(slavicSpellings.Replace(w))
}

var slavicEndings = []string{
	"ov", "ova", "ev", "eva", "yov", "yova", "enko", "chuk", "tyuk", "tiuk", "skyi", "skyy", "skiy", "sky", "skaya", "skaia", "vych", "vich", "ovic", "evic",
}

// looksSlavic tells whether a folded word is Cyrillic, or ends as the surnames
// do that are written in it.
func looksSlavic(w string) bool {
	for _, r := range w {
		if unicode.Is(unicode.Cyrillic, r) {
			return true
		}
	}
	for _, end := range slavicEndings {
		if len(w) > len(end)+2 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}
