package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold brings a name to the letters by which it is looked up: lower case,
// without accents, apostrophes and punctuation, without a leading "the" and a
// trailing possessive, words parted by one space. Arabic letters lose their
// vowel signs and hamzas. Every script stays itself.
func Fold(name string) string {
	if s, ok := foldPlain(name); ok {
		return s
	}
	name = trimPossessive(name)
	if s, ok := foldASCII(name); ok {
		return strings.TrimPrefix(s, "the ")
	}
	return strings.TrimPrefix(foldLetters(name), "the ")
}

// foldPlain folds names that are already lower-case ASCII words.
func foldPlain(name string) (string, bool) {
	space := true
	for i := 0; i < len(name); i++ {
		c := name[i]
		if c == ' ' && !space {
			space = true
		} else if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
			space = false
		} else {
			return "", false
		}
	}
	if space {
		return "", name == ""
	}
	return strings.TrimPrefix(name, "the "), true
}

// foldASCII is foldLetters for names without other letters, which are most.
func foldASCII(s string) (string, bool) {
	out := make([]byte, 0, len(s)+2)
	gap := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= utf8.RuneSelf:
			return "", false
		case c == '\'' || c == '`':
			continue
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case c != '&' && (c < 'a' || c > 'z') && (c < '0' || c > '9'):
			gap = true
			continue
		}
		if gap && len(out) > 0 {
			out = append(out, ' ')
		}
		gap = c == '&'
		if gap {
			out = append(out, "and"...)
		} else {
			out = append(out, c)
		}
	}
	return string(out), true
}

func trimPossessive(name string) string {
	name = strings.TrimSpace(name)
	for _, s := range []string{"'s", "’s", "'S", "’S"} {
		if t, ok := strings.CutSuffix(name, s); ok && strings.TrimSpace(t) != "" {
			return t
		}
	}
	return name
}

func foldLetters(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range norm.NFKD.String(s) {
		if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) || dropped(r) {
			continue
		}
		letters := foldRune(r)
		if letters == "" {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		b.WriteString(letters)
		if r == '&' {
			gap = true
		}
	}
	return b.String()
}

// dropped: marks that stand inside a word without parting it.
func dropped(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʿ', 'ʾ', 'ʼ', '`', '´', 'ـ', 'ʻ', '·':
		return true
	}
	return false
}

// foldRune is r in folded letters, "" for what parts words.
func foldRune(r rune) string {
	switch r {
	case '&':
		return "and"
	case 'ß':
		return "ss"
	case 'ł', 'Ł':
		return "l"
	case 'ø', 'Ø':
		return "o"
	case 'đ', 'Đ', 'ð', 'Ð':
		return "d"
	case 'æ', 'Æ':
		return "ae"
	case 'œ', 'Œ':
		return "oe"
	case 'þ', 'Þ':
		return "th"
	case 'ı':
		return "i"
	case 'ى':
		return "ي"
	case 'ة':
		return "ه"
	}
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return string(unicode.ToLower(r))
	}
	return ""
}
