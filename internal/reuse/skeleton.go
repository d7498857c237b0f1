package reuse

import (
	"unicode"

	"hearsay/internal/text"
)

// skeleton reduces a word to the consonants that survive transliteration, as
// classes: "Sarhan", "Sarḥān", "سرحان" and "Сархан" have one skeleton. Vowels,
// glides and the letters that only some scripts write are dropped, doubled
// consonants are one.
func skeleton(word string) []byte {
	var s []byte
	folded := []rune(text.Fold(word))
	for i := 0; i < len(folded); i++ {
		c := consonant(folded[i])
		if i+1 < len(folded) && folded[i+1] == 'h' {
			if d := digraph(folded[i]); d != 0 {
				c = d
				i++
			}
		}
		if c == 'h' && i == len(folded)-1 {
			c = 0 // a silent ending, ta marbuta
		}
		if c != 0 && (len(s) == 0 || s[len(s)-1] != c) {
			s = append(s, c)
		}
	}
	return s
}

// digraph is the class of a Latin letter with an h behind it.
func digraph(r rune) byte {
	switch r {
	case 's':
		return 's'
	case 'c', 'k':
		return 'k'
	case 't':
		return 't'
	case 'd':
		return 'd'
	case 'g':
		return 'g'
	case 'p':
		return 'f'
	case 'z':
		return 'z'
	}
	return 0
}

// consonant is the class of a folded letter, 0 if it is dropped.
func consonant(r rune) byte {
	switch r {
	case 'b', 'p', 'ب', 'پ', 'б', 'п', 'β', 'π':
		return 'b'
	case 't', 'ت', 'ث', 'ط', 'т', 'τ', 'θ':
		return 't'
	case 'd', 'د', 'ذ', 'ض', 'д', 'δ':
		return 'd'
	case 'k', 'c', 'q', 'ك', 'ک', 'ق', 'خ', 'چ', 'к', 'х', 'ч', 'κ', 'χ':
		return 'k'
	case 'g', 'j', 'ج', 'غ', 'گ', 'г', 'γ':
		return 'g'
	case 's', 'س', 'ص', 'ش', 'с', 'ш', 'щ', 'ц', 'σ', 'ς':
		return 's'
	case 'z', 'ز', 'ظ', 'ژ', 'з', 'ж', 'ζ':
		return 'z'
	case 'f', 'v', 'ف', 'ф', 'в', 'φ':
		return 'f'
	case 'h', 'ح', 'ه':
		return 'h'
	case 'm', 'م', 'м', 'μ':
		return 'm'
	case 'n', 'ن', 'н', 'ν':
		return 'n'
	case 'l', 'ل', 'л', 'λ':
		return 'l'
	case 'r', 'ر', 'р', 'ρ':
		return 'r'
	case 'x', 'ξ':
		return 'x'
	}
	return 0
}

// isCaseless tells whether r is a letter of a script without capitals.
func isCaseless(r rune) bool {
	return unicode.IsLetter(r) && unicode.ToUpper(r) == r && unicode.ToLower(r) == r
}
