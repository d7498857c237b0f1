package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// endsSentence tells whether s ends as a sentence does, in any script, closing
// quotation marks and brackets aside.
func endsSentence(s string) bool {
	s = strings.TrimRightFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.In(r, unicode.Pf, unicode.Pi, unicode.Pe) || r == '"' || r == '\''
	})
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:;؟۔。！？।", r)
}

// sameWords tells whether a and b have the same letters and digits.
func sameWords(a, b string) bool { return a != "" && foldLetters(a) == foldLetters(b) }

// foldLetters keeps the letters and digits of s, in lower case.
func foldLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// isMetaLine tells whether a line says who wrote when, and no more.
func isMetaLine(s string) bool { return false }
