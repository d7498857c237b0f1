// Package text finds the units of a report's text: words, sentences,
// paragraphs and quotations, its script and language, and decodes bytes of any
// charset to UTF-8. Everything it finds is an offset into the text, which it
// never changes. It is pure: the same text gives the same document.
package text

import "hearsay"

// Document is a text and the units found in it. Tokens, sentences and quotes
// are sorted by their start. Sentences partition the tokens, those of headlines,
// captions and mastheads too: ask the Block of a sentence whether it Says.
// Quotes nest, an outer one before those that it holds.
type Document struct {
	Text      string
	Lang      string // "en", "ar", …
	Blocks    []hearsay.Block
	Tokens    []Token
	Sentences []Sentence
	Quotes    []Quote
}

// Token is a word, number or punctuation mark. Clitics are split off as in the
// Penn Treebank: "do" "n't", "League" "'s".
type Token struct {
	Start, End int32
	Kind       TokenKind
	Tag        Tag   // part of speech; TagNone until syntax has run
	Quote      int32 // index of the outermost quotation that the token is in, -1 outside
}

// TokenKind is the shape class of a token.
type TokenKind uint8

const (
	Word TokenKind = iota
	Number
	Punct
	OpenQuote
	CloseQuote
	Symbol // emoji, currency, anything else
)

// Tag is a coarse universal part of speech.
type Tag uint8

const (
	TagNone Tag = iota
	ADJ
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
	X
)

// tagNames are the names of Universal Dependencies, by Tag.
var tagNames = [...]string{"_", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN",
	"PUNCT", "SCONJ", "SYM", "VERB", "X"}

// String is the name of the tag in Universal Dependencies, "_" for none.
func (t Tag) String() string {
	if int(t) < len(tagNames) {
		return tagNames[t]
	}
	return "_"
}

// Sentence is a run of tokens [First, Last) inside one block.
type Sentence struct {
	First, Last int
	Block       int // index into Document.Blocks
}

// Quote is a quotation: Span includes its marks, Inner does not. A quotation
// that is re-opened in each paragraph and closed once is one chain of Quotes
// with Continues set on all but the first.
type Quote struct {
	Span, Inner hearsay.Span
	Continues   bool // goes on with the quotation of the paragraph before
	Block       bool // a block quotation without marks of its own
	Depth       int  // 0 for an outermost one
}

// Of is the text of token i.
func (d *Document) Of(i int) string { return d.Text[d.Tokens[i].Start:d.Tokens[i].End] }

// Span is the byte span from token first up to, not including, token last.
func (d *Document) Span(first, last int) hearsay.Span {
	if first >= last {
		return hearsay.Span{}
	}
	return hearsay.Span{Start: int(d.Tokens[first].Start), End: int(d.Tokens[last-1].End)}
}
