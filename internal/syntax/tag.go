package syntax

import (
	"unicode/utf8"

	"hearsay/internal/text"
)

// tagCount is the number of tags, TagNone not counted; tag t has the row t-1.
const tagCount = int(text.X)

// sentence is the workspace for one sentence: its words between two words of
// padding at each end.
type sentence struct {
	words []word
}

const padding = 2

// read looks at the words of a sentence, given by their number and their text.
func (s *sentence) read(m *lexicon, n int, of func(int) string) {
	if cap(s.words) < n+2*padding {
		s.words = make([]word, n+2*padding, 2*n+2*padding)
	}
	s.words = s.words[:n+2*padding]
	edge := word{lower: outside, end: [4]uint32{outside, outside, outside, outside}, shape: shapeOther}
	for k := range padding {
		s.words[k], s.words[n+padding+k] = edge, edge
	}
	capitals, letters := 0, 0
	for i := range n {
		w := &s.words[i+padding]
		*w = *m.words.Of(of(i))
		switch w.shape {
		case shapeCapital, shapeUpper:
			capitals++
			letters++
		case shapeLower:
			letters++
		}
	}
	s.mark(n, letters > 3 && capitals*3 >= letters*2)
}

// inflected marks what a dictionary says of a word without its last "s".
const inflected = 1

// wordOf is what is known of a word that is written s.
func (l lexicon) wordOf(s string) (w word) {
	w.look(s)
	entry := l.entry(w.lower)
	w.known, w.listed = entry&^bitsOfDictionary, entry&bitsOfDictionary
	if n := len(s) - 1; w.listed == 0 && n > 3 && n < longestWord && s[n]|0x20 == 's' {
		if w.listed = l.entry(hashOf(s[:n])) & bitsOfDictionary; w.listed != 0 {
			w.listed |= inflected
		}
	}
	return w
}

// mark notes what the capitals of the sentence are worth.
func (s *sentence) mark(n int, headline bool) {
	for i := range n {
		w := &s.words[i+padding]
		if i == 0 {
			w.shape |= firstWord
		}
		if headline {
			w.shape |= inCapitals
		}
	}
}

// Tag fills Token.Tag for every token of doc. In a document that is known not
// to be English, words are X.
func (m *Model) Tag(doc *text.Document) {
	var s sentence
	for _, span := range doc.Sentences {
		tokens := doc.Tokens[span.First:span.Last]
		if !foreign(doc.Lang) {
			m.tagSentence(&s, len(tokens), func(i int) string { return doc.Of(span.First + i) },
				func(i int, t text.Tag) { tokens[i].Tag = t })
		}
		correct(doc, span, foreign(doc.Lang))
	}
}

func foreign(lang string) bool { return lang != "" && lang != "en" }

// tagSentence tags n words from left to right.
func (m *Model) tagSentence(s *sentence, n int, of func(int) string, set func(int, text.Tag)) {
	s.read(&m.lexicon, n, of)
	var f features
	prev, prev2 := text.TagNone, text.TagNone
	for i := range n {
		at := i + padding
		w := &s.words[at]
		t := sureTag(w.known)
		if t == text.TagNone {
			f.fromWords(s.words, at)
			f.fromTags(w, &s.words[at+1], prev, prev2)
			t = text.Tag(m.tags.best(f[:]) + 1)
		}
		set(i, t)
		prev2, prev = prev, t
	}
}

// correct sets what the form alone decides: marks, symbols, and words of a
// script or language that the model does not know.
func correct(doc *text.Document, s text.Sentence, foreign bool) {
	for i := s.First; i < s.Last; i++ {
		t := &doc.Tokens[i]
		switch t.Kind {
		case text.OpenQuote, text.CloseQuote:
			t.Tag = text.PUNCT
		case text.Punct:
			if t.Tag != text.SYM {
				t.Tag = text.PUNCT
			}
		case text.Symbol:
			if ascii := doc.Text[t.Start] < utf8.RuneSelf; !ascii || t.Tag != text.PUNCT && t.Tag != text.CCONJ { // "*", "&"
				t.Tag = text.SYM
			}
		case text.Number:
			if foreign {
				t.Tag = text.NUM
			}
		default:
			if foreign || otherScript(doc.Of(i)) {
				t.Tag = text.X
			}
		}
	}
}

// otherScript tells whether a word begins in a script from Greek on.
func otherScript(s string) bool {
	for _, r := range s {
		return r >= 0x370 && r < 0x1E00 || r >= 0x2C00
	}
	return false
}
