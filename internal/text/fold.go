package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold reduces s to the letters by which it is compared: lower case, without
// diacritics, vowel signs and tatweel, letter variants and digits of other
// scripts mapped to plain ones, apostrophes and quotation marks straight,
// dashes to hyphens, every white space to a space. Folding twice changes
// nothing. It does not transliterate.
func Fold(s string) string {
	if isFolded(s) {
		return s
	}
	if isASCII(s) {
		return strings.Map(foldASCII, s)
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFKD.String(s) {
		if r < utf8.RuneSelf {
			b.WriteRune(foldASCII(r))
			continue
		}
		foldRune(&b, r)
	}
	return norm.NFC.String(b.String())
}

// isFolded tells whether s is plain lower-case ASCII.
func isFolded(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' || c >= '\t' && c <= '\r' || c == '`' {
			return false
		}
	}
	return true
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func foldASCII(r rune) rune {
	switch {
	case r >= 'A' && r <= 'Z':
		return r + 'a' - 'A'
	case r == '`':
		return '\''
	case r == '\t', r == '\n', r == '\v', r == '\f', r == '\r':
		return ' '
	}
	return r
}

func foldRune(b *strings.Builder, r rune) {
	switch {
	case isDiacritic(r):
		return
	case unicode.IsDigit(r):
		if v := digitValue(r); v >= 0 {
			b.WriteByte(byte('0' + v))
			return
		}
	}
	if plain, ok := plainLetter(unicode.ToLower(r)); ok {
		b.WriteString(plain)
		return
	}
	b.WriteRune(unicode.ToLower(r))
}

// isDiacritic covers combining accents, Hebrew points, Arabic vowel signs and
// what has no meaning of its own: tatweel, joiners, soft hyphens, directions.
// The vowel signs of Indic scripts are letters and stay.
func isDiacritic(r rune) bool {
	switch {
	case r >= 0x300 && r <= 0x36F, r >= 0x591 && r <= 0x5C7, r >= 0x610 && r <= 0x61A,
		r >= 0x64B && r <= 0x65F, r == 0x670, r >= 0x6D6 && r <= 0x6ED:
		return true
	case r == 0x640, r == 0xAD, r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E,
		r >= 0x2060 && r <= 0x2069, r == 0xFEFF, r >= 0xFE00 && r <= 0xFE0F:
		return true
	}
	return false
}

// plainLetter maps what decomposition leaves alone.
func plainLetter(r rune) (string, bool) {
	switch r {
	case 'ø':
		return "o", true
	case 'ł':
		return "l", true
	case 'đ', 'ð':
		return "d", true
	case 'ħ':
		return "h", true
	case 'ı':
		return "i", true
	case 'ß':
		return "ss", true
	case 'æ':
		return "ae", true
	case 'œ':
		return "oe", true
	case 'þ':
		return "th", true
	case '‘', '’', '‚', '‛', '′', 'ʼ', 'ʻ', 'ʿ', 'ʾ', '´', '`', '‹', '›':
		return "'", true
	case '“', '”', '„', '‟', '″', '«', '»':
		return `"`, true
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return "-", true
	case 'ٱ':
		return "ا", true
	case 'ى', 'ی':
		return "ي", true
	case 'ة', 'ە', 'ہ':
		return "ه", true
	case 'ک':
		return "ك", true
	}
	if unicode.IsSpace(r) {
		return " ", true
	}
	return "", false
}

// digitValue is the value of a decimal digit of any script, -1 if r is none.
// Unicode lays the digits of a script out in a row that starts at a multiple
// of ten within its range.
func digitValue(r rune) int {
	for _, d := range unicode.Nd.R16 {
		if r >= rune(d.Lo) && r <= rune(d.Hi) {
			return int(r-rune(d.Lo)) % 10
		}
	}
	return -1
}
