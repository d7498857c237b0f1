package text

import (
	"unicode"
	"unicode/utf8"
)

// class is what a character does in a text, as far as words are concerned.
type class uint8

const (
	classSpace  class = iota // separates; format characters too
	classLetter              // letters, combining marks, word-internal joiners
	classDigit
	classIdeograph // a word of its own: Han, Hiragana
	classQuote     // any mark that may open or close a quotation
	classPunct
	classSymbol
	classEmoji
)

// asciiClass is classOf for the first 128 characters.
var asciiClass = [utf8.RuneSelf]class{
	'!': classPunct, '"': classQuote, '#': classSymbol, '$': classSymbol, '%': classSymbol,
	'&': classSymbol, '\'': classQuote, '(': classPunct, ')': classPunct, '*': classSymbol,
	'+': classSymbol, ',': classPunct, '-': classPunct, '.': classPunct, '/': classPunct,
	'0': classDigit, '1': classDigit, '2': classDigit, '3': classDigit, '4': classDigit,
	'5': classDigit, '6': classDigit, '7': classDigit, '8': classDigit, '9': classDigit,
	':': classPunct, ';': classPunct, '<': classSymbol, '=': classSymbol, '>': classSymbol,
	'?': classPunct, '@': classSymbol,
	'A': classLetter, 'B': classLetter, 'C': classLetter, 'D': classLetter, 'E': classLetter,
	'F': classLetter, 'G': classLetter, 'H': classLetter, 'I': classLetter, 'J': classLetter,
	'K': classLetter, 'L': classLetter, 'M': classLetter, 'N': classLetter, 'O': classLetter,
	'P': classLetter, 'Q': classLetter, 'R': classLetter, 'S': classLetter, 'T': classLetter,
	'U': classLetter, 'V': classLetter, 'W': classLetter, 'X': classLetter, 'Y': classLetter,
	'Z': classLetter,
	'[': classPunct, '\\': classSymbol, ']': classPunct, '^': classSymbol, '_': classLetter, '`': classQuote,
	'a': classLetter, 'b': classLetter, 'c': classLetter, 'd': classLetter, 'e': classLetter,
	'f': classLetter, 'g': classLetter, 'h': classLetter, 'i': classLetter, 'j': classLetter,
	'k': classLetter, 'l': classLetter, 'm': classLetter, 'n': classLetter, 'o': classLetter,
	'p': classLetter, 'q': classLetter, 'r': classLetter, 's': classLetter, 't': classLetter,
	'u': classLetter, 'v': classLetter, 'w': classLetter, 'x': classLetter, 'y': classLetter,
	'z': classLetter,
	'{': classPunct, '|': classSymbol, '}': classPunct, '~': classSymbol,
}

func classOf(r rune) class {
	switch {
	case r < utf8.RuneSelf:
		return asciiClass[r]
	case r >= 0xC0 && r < 0x250:
		if r == '×' || r == '÷' {
			return classSymbol
		}
		return classLetter
	case r >= 0x2000 && r < 0x2070:
		return classOfGeneralPunctuation(r)
	case isQuoteMark(r):
		return classQuote
	}
	return classOfRest(r)
}

func classOfGeneralPunctuation(r rune) class {
	switch {
	case isQuoteMark(r):
		return classQuote
	case r == 0x200C || r == 0x200D: // joiners stand inside words
		return classLetter
	case r <= 0x200F, r >= 0x2028 && r <= 0x202F, r >= 0x205F:
		return classSpace
	}
	return classPunct
}

func classOfRest(r rune) class {
	switch {
	case r == utf8.RuneError, r == 0xFEFF:
		return classSpace
	case r == 0xAD, r == 0xFE0F: // soft hyphen, variation selector
		return classLetter
	case isEmoji(r):
		return classEmoji
	case unicode.In(r, unicode.Han, unicode.Hiragana):
		return classIdeograph
	case unicode.IsLetter(r), unicode.IsMark(r):
		return classLetter
	case unicode.IsDigit(r):
		return classDigit
	case unicode.IsSpace(r), unicode.IsControl(r), unicode.Is(unicode.Cf, r):
		return classSpace
	case unicode.IsPunct(r):
		return classPunct
	}
	return classSymbol
}

// isQuoteMark tells whether r may open or close a quotation.
func isQuoteMark(r rune) bool {
	switch r {
	case '"', '\'', '`', '“', '”', '„', '‟', '‘', '’', '‚', '‛', '«', '»', '‹', '›', '「', '」', '『', '』', '＂':
		return true
	}
	return false
}

// isEmoji covers pictographs, dingbats, regional indicators and the
// characters that modify them.
func isEmoji(r rune) bool {
	switch {
	case r >= 0x1F000 && r <= 0x1FAFF, r >= 0x2600 && r <= 0x27BF, r >= 0x2B00 && r <= 0x2BFF,
		r >= 0x2300 && r <= 0x23FF, r == 0x20E3:
		return true
	}
	return false
}

// isApostrophe tells whether r can stand for an apostrophe inside a word.
func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == '`' }

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' }

// isDash covers the marks that part clauses, hyphens not included.
func isDash(r rune) bool { return r == '–' || r == '—' || r == '―' }
