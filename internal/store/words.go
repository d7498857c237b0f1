package store

import (
	"encoding/hex"
	"slices"

	"hearsay"
)

// What packed strings are written as before those of their own value: the
// words that hearsay uses itself, and ids, whose hexadecimal digits are half
// as many bytes.

// Numbers of a packed string below those of ownWords.
const (
	literal  = iota // its length and its bytes follow
	reportID        // 32 bytes follow
	shortID         // a letter and 6 bytes follow
	firstOwn
)

// ownWords are numbered from firstOwn in what is packed, from 0 in columns. What comes, goes or moves here changes
// the layout of everything packed.
var ownWords = []string{
	"",
	string(hearsay.Direct), string(hearsay.Indirect), string(hearsay.Mixed),
	string(hearsay.Asserts), string(hearsay.Supposes), string(hearsay.Denies), string(hearsay.Questions), string(hearsay.Intends),
	string(hearsay.RolePublisher), string(hearsay.RoleRelay), string(hearsay.RoleTranslator), string(hearsay.RoleAuthor),
	string(hearsay.RoleWitness), string(hearsay.RoleOrigin),
	string(hearsay.EndNamed), string(hearsay.EndDescribed), string(hearsay.EndUnattributed), string(hearsay.EndCircular),
	string(hearsay.Person), string(hearsay.Organization), string(hearsay.Place), string(hearsay.Other),
	string(hearsay.Copy), string(hearsay.Excerpt), string(hearsay.Rewrite), string(hearsay.Translation), string(hearsay.Forward), string(hearsay.Reply),
	string(hearsay.WordingChanged), string(hearsay.Truncated), string(hearsay.Inserted), string(hearsay.NameChanged), string(hearsay.NumberChanged),
}

var numberOfWord = func() map[string]uint64 {
	numbers := map[string]uint64{}
	for i, w := range ownWords {
		if numbers[w] == 0 { // Translation is a derivation and a drift
			numbers[w] = uint64(firstOwn + i)
		}
	}
	return numbers
}()

// wordNumber is the place of a word of our own, by which a column holds it; -1
// for another word.
func wordNumber[T ~string](word T) int { return slices.Index(ownWords, string(word)) }

const reportPrefix = "sha256:"

// digitsOf are the bytes of an id, and which kind of id it is; literal if it is
// none.
func digitsOf(s string) (kind byte, digits []byte) {
	switch {
	case len(s) == len(reportPrefix)+64 && s[:len(reportPrefix)] == reportPrefix:
		kind, digits = reportID, undigit(s[len(reportPrefix):])
	case len(s) == 13:
		if digits = undigit(s[1:]); digits != nil {
			kind, digits = shortID, slices.Insert(digits, 0, s[0])
		}
	}
	if digits == nil {
		return literal, nil
	}
	return kind, digits
}

// undigit are the bytes of lower-case hexadecimal digits, nil if s is others.
func undigit(s string) []byte {
	b, err := hex.DecodeString(s)
	if err != nil || hex.EncodeToString(b) != s {
		return nil
	}
	return b
}
