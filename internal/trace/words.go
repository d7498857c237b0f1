package trace

import (
	"fmt"
	"strings"

	"hearsay"
)

// Plain is s on one line, without control characters, those that turn the
// direction of text included: a report must not be able to draw on what shows
// its words.
func Plain(s string) string {
	clean := strings.Map(func(c rune) rune {
		switch {
		case c == '\n' || c == '\t' || c == '\r':
			return ' '
		case c < 0x20 || c == 0x7f || c >= 0x80 && c < 0xa0 || turns(c):
			return -1
		}
		return c
	}, s)
	return strings.Join(strings.Fields(clean), " ")
}

// turns tells the characters that only turn the direction of the text around
// them.
func turns(c rune) bool {
	return c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 || c == 0x200e || c == 0x200f || c == 0x061c
}

// Quoted sets words of a report between quotation marks, those that they bring
// along counted in.
func Quoted(s string) string {
	const marks = "“”\"«»„"
	s = Plain(s)
	if inner := strings.Trim(s, marks); !strings.ContainsAny(inner, marks) {
		s = inner
	}
	return "“" + strings.TrimRight(s, ",،") + "”"
}

// Counted is a number with its noun: "1 report", "2 copies", "3 addresses".
func Counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	switch {
	case strings.HasSuffix(noun, "y") && !strings.HasSuffix(noun, "ey"):
		noun = noun[:len(noun)-1] + "ie"
	case strings.HasSuffix(noun, "s"):
		noun += "e"
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// Origins is the number of origins in words: "1 origin", "2 to 5 origins".
func Origins(o hearsay.Interval) string {
	if o.Low == o.High {
		return Counted(o.Low, "origin")
	}
	return fmt.Sprintf("%d to %d origins", o.Low, o.High)
}

// Rungs are the counts of a ladder in words, from the reports to the origins.
func Rungs(l hearsay.Ladder) []string {
	return []string{Counted(l.Reports, "report"), Counted(l.Texts, "text"), Counted(l.Outlets, "outlet"), Counted(l.Families, "owner"), Origins(l.Origins)}
}
