package reuse

import (
	"unicode/utf8"

	"hearsay/internal/text"
)

const (
	hashStart = 2166136261
	hashPrime = 16777619
)

// wordHash is the hash of a word as it is compared: without case, accents and
// apostrophes, numbers without separators between their digits. It is never 0.
func wordHash(word string) uint32 {
	h := uint32(hashStart)
	for i := 0; i < len(word); i++ {
		c := word[i]
		switch {
		case c >= utf8.RuneSelf:
			return foldedHash(text.Fold(word))
		case c >= 'A' && c <= 'Z':
			c |= 0x20
		case c == '\'' || c == '`' || c == ',':
			continue
		}
		h = (h ^ uint32(c)) * hashPrime
	}
	return nonZero(mix(h))
}

func foldedHash(word string) uint32 {
	h := uint32(hashStart)
	for i := 0; i < len(word); i++ {
		if c := word[i]; c != '\'' && c != ',' {
			h = (h ^ uint32(c)) * hashPrime
		}
	}
	return nonZero(mix(h))
}

// mix spreads the bits of h, so that its low ones can be used by themselves.
func mix(h uint32) uint32 {
	h ^= h >> 16
	h *= 0x85ebca6b
	h ^= h >> 13
	h *= 0xc2b2ae35
	return h ^ h>>16
}

func nonZero(h uint32) uint32 {
	if h == 0 {
		return 1
	}
	return h
}

// ShingleLen is the number of words in a shingle, as in the counting rules.
const ShingleLen = 5

// shingleHash is the hash of the words of one shingle, in their order.
func shingleHash(words []uint32) uint32 {
	h := uint64(0)
	for _, w := range words {
		h = (h ^ uint64(w)) * 0x9E3779B97F4A7C15
		h ^= h >> 29
	}
	return uint32(h >> 32)
}
