package syntax

import (
	"unicode"
	"unicode/utf8"

	"hearsay/internal/text"
)

// word is what the tagger sees of a token: hashes of its lower-case letters
// and of their ends, and the shape of its capitals.
type word struct {
	lower         uint32 // hash of the word in lower case, quotation marks made straight
	end           [4]uint32
	begin2, begin uint32 // first two and first three letters
	shape         uint32
	known         uint32 // entry of the lexicon, 0 if there is none
	listed        uint32 // parts of speech that a dictionary gives
}

// Shapes of a word.
const (
	shapeLower uint32 = iota
	shapeCapital
	shapeUpper
	shapeMixed
	shapeDigit
	shapeDigitLetters
	shapeMark
	shapeOther
)

const (
	hyphenated  uint32 = 16
	firstWord   uint32 = 32 // first of its sentence
	inCapitals  uint32 = 64 // the sentence writes most of its words with a capital
	hashStart   uint32 = 2166136261
	hashPrime   uint32 = 16777619
	outside     uint32 = 0x5bd1e995 // the hash of a word beyond the sentence
	longestWord        = 64         // bytes that are hashed at most
)

// look fills w from the letters of s.
func (w *word) look(s string) {
	if len(s) > longestWord {
		s = s[:longestWord]
	}
	var buf [longestWord + utf8.UTFMax]byte
	lower, shape := fold(buf[:0], s)
	w.shape = shape
	w.lower = hash(lower)
	n := len(lower)
	for k := range w.end {
		w.end[k] = hash(lower[max(0, n-k-1):])
	}
	w.begin2 = hash(lower[:min(n, 2)])
	w.begin = hash(lower[:min(n, 3)])
}

// fold appends s in lower case with digits made "0" and quotation marks
// straight, and tells the shape of s.
func fold(buf []byte, s string) ([]byte, uint32) {
	var upper, lower, digits, marks, hyphens int
	firstUpper := false
	for i, r := range s {
		switch {
		case r >= 'a' && r <= 'z':
			lower++
		case r >= 'A' && r <= 'Z':
			firstUpper = firstUpper || i == 0
			upper++
			r |= 0x20
		case r >= '0' && r <= '9':
			digits++
			r = '0'
		case r == '-':
			hyphens++
		case r < utf8.RuneSelf:
			marks++
		default:
			r = plainMark(r)
			switch {
			case unicode.IsUpper(r):
				firstUpper = firstUpper || i == 0
				upper++
				r = unicode.ToLower(r)
			case unicode.IsLetter(r):
				lower++
			case unicode.IsDigit(r):
				digits++
				r = '0'
			default:
				marks++
			}
		}
		buf = utf8.AppendRune(buf, r)
	}
	shape := shapeOf(upper, lower, digits, marks, firstUpper)
	if hyphens > 0 && upper+lower+digits > 0 {
		shape |= hyphenated
	}
	return buf, shape
}

func plainMark(r rune) rune {
	switch r {
	case '‘', '’':
		return '\''
	case '“', '”', '„', '«', '»':
		return '"'
	case '–', '—':
		return '-'
	}
	return r
}

func shapeOf(upper, lower, digits, marks int, firstUpper bool) uint32 {
	switch {
	case digits > 0 && upper+lower == 0:
		return shapeDigit
	case digits > 0:
		return shapeDigitLetters
	case upper+lower == 0 && marks > 0:
		return shapeMark
	case upper+lower == 0:
		return shapeOther
	case upper == 0:
		return shapeLower
	case upper == 1 && firstUpper:
		return shapeCapital
	case lower == 0:
		return shapeUpper
	}
	return shapeMixed
}

func hash(s []byte) uint32 {
	h := hashStart
	for _, c := range s {
		h = (h ^ uint32(c)) * hashPrime
	}
	return h
}

// hashOf is the hash of a word as look sees it.
func hashOf(s string) uint32 {
	var w word
	w.look(s)
	return w.lower
}

// featureCount is the number of features of a token: wordFeatures do not
// depend on the tags before it, the rest do.
const (
	wordFeatures = 24
	tagFeatures  = 8
	featureCount = wordFeatures + tagFeatures
)

// features are the keys of one token into the table of weights.
type features [featureCount]uint32

func mix(seed, a uint32) uint32 {
	h := (a ^ seed*0x9e3779b1) * 0x85ebca6b
	h ^= h >> 15
	h *= 0xc2b2ae35
	return h ^ h>>13
}

func mix2(seed, a, b uint32) uint32 { return mix(seed, a*31+mix(seed+97, b)) }

// fromWords fills the features that depend on the words around place i of ws,
// which has two words of padding at each end.
func (f *features) fromWords(ws []word, i int) {
	w, left, right := &ws[i], &ws[i-1], &ws[i+1]
	*f = features{
		mix(1, w.lower),
		mix(2, w.shape),
		mix(3, w.end[1]),
		mix(4, w.end[2]),
		mix(5, w.end[3]),
		mix(6, w.begin),
		mix(7, left.lower),
		mix(8, right.lower),
		mix(9, ws[i-2].lower),
		mix(10, ws[i+2].lower),
		mix2(11, left.lower, w.lower),
		mix2(12, w.lower, right.lower),
		mix2(13, left.lower, right.lower),
		mix2(14, right.end[2], right.shape),
		mix2(15, w.shape, w.end[1]),
		mix2(16, w.known, right.known),
		mix2(17, left.shape, w.shape*256+right.shape),
		mix2(18, w.known, w.shape),
		mix2(19, right.known, ws[i+2].known),
		mix2(20, w.begin2, w.shape),
		mix2(21, left.end[2], w.end[2]),
		mix2(22, w.listed, w.shape),
		mix2(23, w.listed*31^left.listed, right.listed),
		mix2(24, w.listed^w.end[1], w.shape),
	}
}

// fromTags fills the features that depend on the two tags before.
func (f *features) fromTags(w, right *word, prev, prev2 text.Tag) {
	p, pp := uint32(prev), uint32(prev)<<8|uint32(prev2)
	f[wordFeatures+0] = mix(30, pp)
	f[wordFeatures+1] = mix2(31, w.lower, p)
	f[wordFeatures+2] = mix2(32, right.lower, p)
	f[wordFeatures+3] = mix2(33, w.end[2], p)
	f[wordFeatures+4] = mix2(34, w.known, pp)
	f[wordFeatures+5] = mix2(35, w.shape, p)
	f[wordFeatures+6] = mix2(36, mix(37, w.known), right.known<<8^p)
	f[wordFeatures+7] = mix2(38, mix2(39, w.listed, right.listed), pp)
}
