package names

import "strings"

// crossScript compares an Arabic word with a Latin one: by their consonants,
// by the vowel on which they end, and by the long vowels, which Arabic writes.
func crossScript(x, y part) likely {
	arabic, other := x, y
	if isArabic(y.text) {
		arabic, other = y, x
	}
	if !sameConsonants(arabic.text, other.text, x.kind) || !endingsAgree(x, y) || !longVowelsFit(arabic.text, other.text) {
		return likely{}
	}
	return likely{0.85, "one name in two scripts: " + x.text + ", " + y.text, false}
}

// emphatics are letters that some romanise as d and others as z.
var emphatics = strings.NewReplacer("ظ", "ض", "ذ", "د")

func sameConsonants(arabic, other string, kind partKind) bool {
	a, b := skeleton(arabic), skeleton(other)
	if a != b {
		a = skeleton(emphatics.Replace(arabic))
	}
	return a == b && (len(a) > 1 || kind == servantPart)
}

// endingsAgree: one vowel at the end, which tells Karima from Karim. Final alif
// maqsura is folded to ya, so ya may also stand for an a.
func endingsAgree(x, y part) bool {
	a, b := ending(x.text), ending(y.text)
	if isArabic(y.text) {
		a, b = b, a
	}
	return a == b || a == 'i' && b == 'a' || x.kind != plainPart && (a == 0 || b == 0)
}

// longVowelsFit: where Arabic writes a vowel between two consonants, the Latin
// has one that can be it; where it writes none, the Latin has no diphthong.
// That parts Hasan from Hussein, and Said from Saad.
func longVowelsFit(arabic, other string) bool {
	long, spelt := arabicGaps(arabic), latinGaps(other)
	if len(long) != len(spelt) {
		return true // the letters fall out otherwise: their classes have decided
	}
	for i := 1; i < len(long)-1; i++ {
		if !fits(long[i], spelt[i]) {
			return false
		}
	}
	return true
}

// fits tells whether the vowels between two Latin consonants can be what
// Arabic writes between them.
func fits(long, spelt string) bool {
	switch {
	case strings.Contains(long, "Y"):
		return strings.ContainsAny(spelt, "iye")
	case strings.Contains(long, "W"):
		return strings.ContainsAny(spelt, "ouw")
	case strings.Contains(long, "A"):
		return strings.ContainsAny(spelt, "aeo")
	}
	if strings.Contains(long, "'") {
		return strings.HasPrefix(spelt, "u") || !strings.ContainsAny(spelt, "iy")
	}
	return !diphthong(spelt)
}

func diphthong(s string) bool {
	switch s {
	case "ei", "ai", "ee", "ay", "ey", "aa", "oo", "au", "aw":
		return true
	}
	return false
}

// arabicGaps are the vowel letters before, between and behind the consonants
// of an Arabic word: A, W and Y for the long ones, ' for a hamza or an ayn.
func arabicGaps(word string) []string {
	gaps := []string{""}
	for _, r := range word {
		last := len(gaps) - 1
		switch r {
		case 'ا', 'آ':
			gaps[last] += "A"
		case 'و':
			gaps[last] += "W"
		case 'ي', 'ى':
			gaps[last] += "Y"
		case 'ع', 'ء', 'أ', 'إ':
			gaps[last] += "'"
		default:
			if _, ok := arabicLetters[r]; ok {
				gaps = append(gaps, "")
			}
		}
	}
	return gaps
}

// digraphs are two Latin letters for one consonant.
var digraphs = strings.NewReplacer("sh", "S", "ch", "S", "kh", "K", "gh", "G", "th", "T", "dh", "D")

// latinGaps are the vowels before, between and behind the consonants of a
// folded Latin word; a doubled consonant is one.
func latinGaps(word string) []string {
	gaps := []string{""}
	prev := byte(0)
	w := digraphs.Replace(latin(word))
	for i := 0; i < len(w); i++ {
		switch c := w[i]; {
		case strings.IndexByte("aeiouyw", c) >= 0:
			gaps[len(gaps)-1] += string(c)
		case c != prev && c < 0x80:
			gaps = append(gaps, "")
		}
		prev = w[i]
	}
	return gaps
}
