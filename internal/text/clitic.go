package text

import (
	"strings"
	"unicode/utf8"
)

// clitic is where the last clitic of the word [start, end) begins, as the
// Penn Treebank parts them: "League" "'s", "do" "n't", "can" "not"; -1 if
// there is none.
func (s *scanner) clitic(start, end int) int {
	word := s.text[start:end]
	if len(word) < 3 {
		return -1
	}
	if k := contraction(word); k > 0 {
		return start + k
	}
	k, size := lastApostrophe(word)
	if k <= 0 {
		return -1
	}
	base, tail := word[:k], word[k+size:]
	switch tail {
	case "s", "S", "re", "RE", "ve", "VE", "ll", "LL":
		return start + k
	case "m", "M":
		if base == "I" || base == "i" {
			return start + k
		}
	case "d", "D":
		if takesWould(strings.ToLower(base)) {
			return start + k
		}
	case "t", "T":
		if n := len(base) - 1; n > 0 && base[n]|0x20 == 'n' {
			return start + n
		}
	}
	return -1
}

// contraction is where a word that is two in one is parted, 0 for all others.
func contraction(word string) int {
	if len(word) < 5 || len(word) > 6 {
		return 0
	}
	switch word {
	case "cannot", "Cannot", "CANNOT", "gonna", "gotta", "wanna", "Gonna", "Gotta", "Wanna":
		return 3
	}
	return 0
}

func lastApostrophe(word string) (at, size int) {
	for i := len(word) - 1; i > 0 && i >= len(word)-5; i-- {
		if word[i] == '\'' {
			return i, 1
		}
		if word[i] == 0xE2 {
			if r, n := utf8.DecodeRuneInString(word[i:]); r == '’' || r == '‘' {
				return i, n
			}
		}
	}
	return -1, 0
}

// takesWould lists the words after which 'd is "would" or "had". Elsewhere it
// is part of a name: "Sa'd".
func takesWould(base string) bool {
	switch base {
	case "i", "you", "he", "she", "it", "we", "they", "who", "that", "this", "there", "what", "how", "where", "why",
		"when", "one", "nobody", "somebody", "everybody", "y'all":
		return true
	}
	return false
}

// isElided tells whether word is what is left of one that lost its beginning.
func isElided(word string) bool {
	switch word {
	case "em", "til", "tis", "twas", "Tis", "Twas", "cause", "bout":
		return true
	}
	if n := len(word); n == 3 && word[2] == 's' {
		return isDigits(word[:2])
	}
	return len(word) == 2 && isDigits(word)
}
