package names

import "strings"

// respellings even out what spellers of one Latin name disagree on, whatever
// the language. Upper-case letters are sounds of their own (S sh, C ch, K kh).
// Longer patterns come first.
var respellings = strings.NewReplacer(
	"chr", "kr", "tsch", "C", "tch", "C", "shch", "S", "sch", "S", "sh", "S", "ch", "C", "kh", "K", "gh", "g",
	"th", "t", "ph", "f", "zh", "Z", "dj", "j", "ck", "k", "qu", "k", "qv", "k", "q", "k", "x", "ks", "tz", "c", "ts", "c",
	"ce", "se", "ci", "si", "cy", "si", "c", "k",
	"ou", "u", "oo", "u", "ue", "u", "oe", "o", "aa", "a", "ae", "a",
	"awr", "aur", "awl", "aul", "awn", "aun", "aws", "aus", "awk", "auk", "awt", "aut",
	"ijk", "ik", "ijn", "in", "ijs", "is", "ijl", "il", "ijd", "id", "ijt", "it", "ijv", "iv", "eey", "i", "iey", "i", "ee", "i", "ei", "i", "ey", "i", "iy", "i", "yi", "i", "ii", "i", "ie", "i", "y", "i", "w", "v",
)

// respell is the common spelling of a folded Latin word.
func respell(word string) string {
	w := word
	if n := len(w); n > 3 && strings.HasSuffix(w, "ah") {
		w = w[:n-1]
	}
	if n := len(w); n > 4 && (strings.HasSuffix(w, "off") || strings.HasSuffix(w, "eff")) {
		w = w[:n-2] + "v"
	}
	if len(w) > 2 && w[0] == 'y' && strings.IndexByte("aeiou", w[1]) >= 0 {
		w = "j" + w[1:]
	}
	if len(w) > 5 && strings.HasPrefix(w, "mac") && strings.IndexByte("aeiouh", w[3]) < 0 {
		w = "mc" + w[3:] // MacNeil, McNeil
	}
	keepIE := strings.HasSuffix(w, "ie")
	w = dedouble(respellings.Replace(w))
	if keepIE {
		w += "e" // Marie is not Mary
	}
	return w
}

// evenSpelling is respell with s and z, which change places in many names,
// taken as one.
func evenSpelling(word string) string { return strings.ReplaceAll(respell(word), "z", "s") }

func dedouble(s string) string {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if i == 0 || s[i] != s[i-1] || s[i] <= '9' || s[i] >= 0x80 {
			b = append(b, s[i])
		}
	}
	return string(b)
}

// consonants is the class of each letter of a respelt word in a skeleton.
var consonants = [128]byte{
	'b': 'b', 'p': 'b', 'd': 'd', 'f': 'f', 'v': 'f', 'g': 'g', 'j': 'g', 'h': 'h', 'k': 'k', 'l': 'l', 'm': 'm',
	'n': 'n', 'r': 'r', 's': 's', 't': 't', 'z': 'z', 'S': '$', 'C': '$', 'Z': '$', 'K': 'x',
}

// waves: dh is a z as often as a d, and w a vowel as often as a consonant.
var waves = strings.NewReplacer("dh", "z", "w", "u")

// skeleton is the consonants of a folded word, Latin, Cyrillic, Greek or
// Arabic, in classes that survive transliteration; "a" stands for a vowel at
// the beginning.
func skeleton(word string) string {
	if isArabic(word) {
		return arabicSkeleton(word)
	}
	w := waves.Replace(latin(word))
	if strings.HasPrefix(w, "y") {
		w = "i" + w[1:]
	}
	w = respell(w)
	b := make([]byte, 0, len(w))
	for i := 0; i < len(w); i++ {
		c := w[i]
		switch {
		case c >= 128:
		case i == 0 && strings.IndexByte("aeiou", c) >= 0:
			b = append(b, 'a')
		case c == 'h' && i == len(w)-1:
		case consonants[c] != 0:
			b = append(b, consonants[c])
		}
	}
	return string(b)
}

// arabicSkeleton drops alif, waw and ya, which stand for long vowels more often
// than for consonants, everywhere but at the beginning.
func arabicSkeleton(word string) string {
	var b []byte
	first := true
	for _, r := range word {
		switch r {
		case 'ا', 'ع', 'ء', 'أ', 'إ', 'آ':
			if first {
				b = append(b, 'a')
			}
		case 'و', 'ي', 'ى':
			if first {
				b = append(b, 'a')
			}
		default:
			if c, ok := arabicLetters[r]; ok {
				b = append(b, c)
			}
		}
		first = false
	}
	if n := len(b); n > 1 && b[n-1] == 'h' {
		b = b[:n-1] // ta marbuta and final ha
	}
	return string(b)
}

// ending is the vowel on which a folded word ends, 0 for a consonant: it parts
// Karim from Karima.
func ending(word string) byte {
	if isArabic(word) {
		switch {
		case strings.HasSuffix(word, "ي"), strings.HasSuffix(word, "ى"):
			return 'i'
		case strings.HasSuffix(word, "ا"), strings.HasSuffix(word, "ه"), strings.HasSuffix(word, "ة"), strings.HasSuffix(word, "اء"):
			return 'a'
		case strings.HasSuffix(word, "و"):
			return 'u'
		}
		return 0
	}
	w := respell(latin(word))
	if w == "" {
		return 0
	}
	switch w[len(w)-1] {
	case 'a', 'e':
		return 'a'
	case 'i':
		return 'i'
	case 'o', 'u':
		return 'u'
	}
	return 0
}

// vowels is the sequence of vowel groups of a folded Latin word, a letter each:
// a, i, u, and e or o where romanisations waver.
func vowels(word string) string {
	w := respell(waves.Replace(word))
	var b []byte
	prev := false
	for i := 0; i < len(w); i++ {
		vowel := strings.IndexByte("aeiou", w[i]) >= 0
		switch {
		case vowel && prev && w[i] == 'u':
			b[len(b)-1] = 'o' // au, ao
		case vowel && prev:
			b[len(b)-1] = 'e' // ai, ei
		case vowel:
			b = append(b, w[i])
		}
		prev = vowel
	}
	return string(b)
}

// vowelsAgree tells whether two romanisations may render the same vowels.
func vowelsAgree(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range len(a) {
		if a[i] != b[i] && !waver(a[i], b[i]) && !waver(b[i], a[i]) {
			return false
		}
	}
	return true
}

func waver(x, y byte) bool {
	return x == 'e' && y != 'o' || x == 'o' && y == 'u'
}
