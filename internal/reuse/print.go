package reuse

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"hearsay"
	"hearsay/internal/text"
)

// Print is the fingerprint of a report: hashes of the words of the blocks that
// say something, and where they stand. Ten bytes a word, so that those of a
// large case fit into memory. The slices Words, Starts, Lens and Flags run
// parallel.
type Print struct {
	Words  []uint32 // folded word hashes, in order
	Starts []uint32 // byte offsets of the words in the report's text
	Lens   []uint8  // their lengths in bytes, at most 255
	Flags  []Flag
	Frame  []uint32 // words of headlines, mastheads and captions, 0 between blocks
	Marks  []Mark   // what survives translation, in order

	last float64 // value of the last numeral while the print is made
}

// Flag says how a word stands in its report.
type Flag uint8

const (
	Quoted    Flag = 1 << iota // inside a quotation
	Sentence                   // first word of a sentence
	Paragraph                  // first word of a block
	Capital                    // written with a capital letter
	Numeral                    // a number in digits
	Stop                       // a word that says nothing by itself
)

// maxFrame is how many words of a report's frame are kept: names of outlets
// stand at its top, and furniture can be endless.
const maxFrame = 160

// Digest takes the fingerprint of a report from its document.
func Digest(doc *text.Document, r *hearsay.Report) Print {
	n := words(doc)
	p := Print{
		Words:  make([]uint32, 0, n),
		Starts: make([]uint32, 0, n),
		Lens:   make([]uint8, 0, n),
		Flags:  make([]Flag, 0, n),
	}
	block := -1
	for _, s := range doc.Sentences {
		if doc.Blocks[s.Block].Says() {
			p.sentence(doc, s, s.Block != block)
		} else {
			p.frame(doc, s, s.Block != block)
		}
		block = s.Block
	}
	for _, line := range []string{r.Byline, r.Dateline, r.Credit} {
		p.frameLine(line)
	}
	p.Frame, p.Marks = slices.Clip(p.Frame), slices.Clip(p.Marks)
	return p
}

// words counts the words that will be kept.
func words(doc *text.Document) int {
	n := 0
	for _, s := range doc.Sentences {
		if !doc.Blocks[s.Block].Says() {
			continue
		}
		for _, t := range doc.Tokens[s.First:s.Last] {
			if isWord(t) {
				n++
			}
		}
	}
	return n
}

func isWord(t text.Token) bool { return t.Kind == text.Word || t.Kind == text.Number }

func (p *Print) sentence(doc *text.Document, s text.Sentence, first bool) {
	mark := Sentence
	if first {
		mark |= Paragraph
	}
	for i := s.First; i < s.Last; i++ {
		t := doc.Tokens[i]
		if !isWord(t) {
			continue
		}
		word := doc.Of(i)
		p.Words = append(p.Words, wordHash(word))
		p.Starts = append(p.Starts, uint32(t.Start))
		p.Lens = append(p.Lens, uint8(min(len(word), 255)))
		p.Flags = append(p.Flags, mark|flagsOf(word, t))
		p.mark(word, t.Kind)
		mark = 0
	}
}

func flagsOf(word string, t text.Token) Flag {
	var f Flag
	if t.Quote >= 0 {
		f |= Quoted
	}
	switch c := word[0]; {
	case t.Kind == text.Number && c >= '0' && c <= '9':
		return f | Numeral
	case c >= 'A' && c <= 'Z':
		f |= Capital
	case c >= utf8.RuneSelf:
		if r, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(r) {
			f |= Capital
		} else if unicode.IsDigit(r) {
			f |= Numeral
		}
	}
	if text.StopWord(word) {
		f |= Stop
	}
	return f
}

func (p *Print) frame(doc *text.Document, s text.Sentence, first bool) {
	if len(p.Frame) >= maxFrame || doc.Blocks[s.Block].Kind == hearsay.BlockFurniture {
		return
	}
	if first && len(p.Frame) > 0 {
		p.Frame = append(p.Frame, 0)
	}
	for i := s.First; i < s.Last; i++ {
		if isWord(doc.Tokens[i]) {
			p.Frame = append(p.Frame, wordHash(doc.Of(i)))
		}
	}
}

func (p *Print) frameLine(line string) {
	if line != "" {
		p.Frame = append(append(p.Frame, 0), nameWords(line)...)
	}
}

// nameWords are the word hashes of a name or a line, as Digest would find them.
func nameWords(name string) []uint32 {
	doc := text.Parse(name, "")
	var ws []uint32
	for i, t := range doc.Tokens {
		if isWord(t) {
			ws = append(ws, wordHash(doc.Of(i)))
		}
	}
	return ws
}

// Span is the bytes of the report's text from word first up to, not
// including, word last.
func (p *Print) Span(first, last int) hearsay.Span {
	if first >= last {
		return hearsay.Span{}
	}
	return hearsay.Span{Start: int(p.Starts[first]), End: int(p.Starts[last-1]) + int(p.Lens[last-1])}
}

// shingles appends the distinct shingles of p to dst, sorted. A text shorter
// than a shingle is one shingle by itself.
func (p *Print) shingles(dst []uint32) []uint32 {
	start := len(dst)
	if n := len(p.Words); n > 0 && n < ShingleLen {
		return append(dst, shingleHash(p.Words))
	}
	for i := 0; i+ShingleLen <= len(p.Words); i++ {
		dst = append(dst, shingleHash(p.Words[i:i+ShingleLen]))
	}
	slices.Sort(dst[start:])
	return dst[:start+len(slices.Compact(dst[start:]))]
}
