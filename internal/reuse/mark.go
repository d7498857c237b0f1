package reuse

import (
	"math"
	"unicode/utf8"

	"hearsay/internal/text"
)

// Mark is a word that survives translation: a number by its value, a name by
// its skeleton. In a script without capitals every longer word may be a name;
// such a mark is not sure.
type Mark struct {
	At     uint32 // word of the print
	Key    uint32
	Weight uint8 // how telling it is, 1 to 4
	Sure   bool
}

// mark adds what word i of the print, just appended, is as a mark.
func (p *Print) mark(word string, kind text.TokenKind) {
	i := len(p.Words) - 1
	f := p.Flags[i]
	if f&(Capital|Numeral) == 0 && f&Stop != 0 {
		return
	}
	if v, ok := numeralOf(word, p.Words[i]); ok {
		p.markNumeral(i, v)
		return
	}
	r, _ := utf8.DecodeRuneInString(word)
	caseless := r >= utf8.RuneSelf && isCaseless(r)
	if kind != text.Word || !caseless && (f&Capital == 0 || f&Sentence != 0 && f&Stop != 0) {
		return
	}
	for _, part := range nameParts(word, caseless) {
		p.markName(i, part, !caseless)
	}
}

func (p *Print) markNumeral(i int, v float64) {
	if n := len(p.Marks) - 1; n >= 0 && p.Marks[n].At+1 == uint32(i) {
		if last, ok := numeralFromKey(p.Marks[n].Key, p.last); ok {
			if joined, ok := joinNumerals(last, v); ok {
				p.Marks, v = p.Marks[:n], joined
			}
		}
	}
	weight := uint8(2)
	if v >= 10 {
		weight = 4
	}
	p.last = v
	p.Marks = append(p.Marks, Mark{At: uint32(i), Key: numeralKey(v), Weight: weight, Sure: true})
}

// numeralKey is the key of a value; keys of numerals are even, those of names
// odd.
func numeralKey(v float64) uint32 {
	b := math.Float64bits(v)
	return mix(uint32(b)^uint32(b>>32)*hashPrime) &^ 1
}

func numeralFromKey(key uint32, last float64) (float64, bool) {
	return last, key == numeralKey(last)
}

// nameParts are the forms under which a word may match a name: in Arabic with
// and without the article and the clitics before it.
func nameParts(word string, caseless bool) []string {
	if !caseless {
		return []string{word}
	}
	r, size := utf8.DecodeRuneInString(word)
	parts := []string{word}
	if r == 'و' || r == 'ب' || r == 'ل' || r == 'ف' {
		parts = append(parts, word[size:])
	}
	last := parts[len(parts)-1]
	if len(last) > 4 && last[:4] == "ال" {
		parts = append(parts[:len(parts)-1], last[4:])
	}
	return parts
}

func (p *Print) markName(i int, name string, sure bool) {
	s := skeleton(name)
	if len(s) < 2 || len(s) < 3 && !sure {
		return
	}
	h := uint32(hashStart)
	for _, c := range s {
		h = (h ^ uint32(c)) * hashPrime
	}
	weight := uint8(min(len(s)-1, 4))
	p.Marks = append(p.Marks, Mark{At: uint32(i), Key: mix(h) | 1, Weight: weight, Sure: sure})
}
