package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
)

// textLine is a line of plain text that is not blank, without the white space
// around it.
type textLine struct {
	span   hearsay.Span
	text   string
	words  int
	runes  int
	indent int
	first  bool // after a blank line or at the beginning
}

// linesOf are the lines of s that are not blank.
func linesOf(s string) []textLine {
	var lines []textLine
	first := true
	for start := 0; start < len(s); {
		end := start + lineLength(s[start:])
		t := strings.TrimSpace(s[start:end])
		if t == "" {
			first = true
		} else {
			at := start + strings.Index(s[start:end], t)
			words := len(strings.Fields(t)) + unspacedWords(t)
			lines = append(lines, textLine{span: hearsay.Span{Start: at, End: at + len(t)}, text: t,
				words: words, runes: utf8.RuneCountInString(t), indent: at - start, first: first})
			first = false
		}
		start = end
	}
	return lines
}

// lineLength is the length of the first line of s with its line end: \n, \r,
// \r\n, or the Unicode line and paragraph separators.
func lineLength(s string) int {
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\n', s[i] == '\f':
			return i + 1
		case s[i] == '\r':
			if i+1 < len(s) && s[i+1] == '\n' {
				return i + 2
			}
			return i + 1
		case s[i] == 0xe2 && i+2 < len(s) && s[i+1] == 0x80 && (s[i+2] == 0xa8 || s[i+2] == 0xa9):
			return i + 3
		}
	}
	return len(s)
}

// isListStart tells whether a line begins a list item, or an entry with its
// time of day as live pages have them.
func isListStart(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	rest := s[n:]
	switch {
	case strings.ContainsRune("-*•·–—▪◦‣", r):
		return strings.HasPrefix(rest, " ") && len(rest) > 2
	case unicode.IsDigit(r):
		rest = strings.TrimLeft(rest, "0123456789")
		if strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") ") {
			return true
		}
		return isTimeOfDay(s)
	}
	return false
}

// isTimeOfDay tells whether s begins with "08:15 ".
func isTimeOfDay(s string) bool {
	h, rest, ok := strings.Cut(s, ":")
	return ok && len(h) > 0 && len(h) <= 2 && len(rest) > 2 && isDigits(h) && isDigits(rest[:2]) && !isDigits(rest[2:3])
}

func isDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// isUpper tells whether the letters of s are capitals, in a script that has
// them, and at least two.
func isUpper(s string) bool {
	n := 0
	for _, r := range s {
		switch {
		case unicode.IsLower(r):
			return false
		case unicode.IsUpper(r):
			n++
		case unicode.IsLetter(r):
			return false
		}
	}
	return n >= 2
}
