package text

import "unicode/utf8"

// stride is how many bytes lie between two counts that CodePoints keeps.
const stride = 256

// CodePoints turns byte offsets of a text into offsets that count its Unicode
// code points, as formats outside of hearsay do.
type CodePoints struct {
	text   string
	before []int // code points that begin before byte i*stride
}

// NewCodePoints counts text, which is UTF-8, once.
func NewCodePoints(text string) CodePoints {
	c := CodePoints{text: text, before: make([]int, 0, len(text)/stride+1)}
	n := 0
	for at := range len(text) {
		if at%stride == 0 {
			c.before = append(c.before, n)
		}
		if utf8.RuneStart(text[at]) {
			n++
		}
	}
	c.before = append(c.before, n)
	return c
}

// Before is the number of code points before the byte offset at, 0 to the
// length of the text.
func (c CodePoints) Before(at int) int {
	block := at / stride
	n := c.before[block]
	for i := block * stride; i < at; i++ {
		if utf8.RuneStart(c.text[i]) {
			n++
		}
	}
	return n
}
