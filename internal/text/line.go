package text

import (
	"strings"
	"unicode/utf8"

	"hearsay"
)

// lineBreaks tells which line breaks inside a block were meant. Text that was
// wrapped at a width breaks wherever the next word would not fit; a line that
// ends although a capitalised word would have fitted was ended by its writer.
type lineBreaks struct {
	all   bool // every break: the text is not wrapped, or the block is a list of lines
	width int  // in characters
}

// unwrapped is the length from which on a line shows that nobody wraps.
const unwrapped = 110

// breaksOf looks at the lines of block b; long says that the text has lines
// that nobody wrapped.
func breaksOf(text string, b hearsay.Block, long bool) lineBreaks {
	switch b.Kind {
	case hearsay.BlockMasthead, hearsay.BlockSignature, hearsay.BlockFurniture:
		return lineBreaks{all: true}
	}
	if long {
		return lineBreaks{all: true}
	}
	width := 0
	for line := range strings.Lines(b.Span.Of(text)) {
		width = max(width, utf8.RuneCountInString(strings.TrimSpace(line)))
	}
	return lineBreaks{width: width}
}

// hasLongLine tells whether any line of prose in text is too long for wrapped
// text.
func hasLongLine(text string) bool {
	for line := range strings.Lines(text) {
		if len(line) > unwrapped && strings.Count(line, " ") > 8 && utf8.RuneCountInString(line) > unwrapped {
			return true
		}
	}
	return false
}

// brokenAfter tells whether a meant line break follows token i.
func (s *splitter) brokenAfter(i int) bool {
	from, to := int(s.doc.Tokens[i].End), int(s.doc.Tokens[i+1].Start)
	if to-from < 1 || to-from == 1 && s.doc.Text[from] == ' ' || strings.IndexByte(s.doc.Text[from:to], '\n') < 0 {
		return false
	}
	if s.breaks.all || isBullet(s.doc.Of(i+1)) {
		return true
	}
	if s.startsLower(i + 1) {
		return false
	}
	next := utf8.RuneCountInString(s.doc.Of(i + 1))
	return s.lineLength(from)+1+next <= s.breaks.width
}

// lineLength is the length in characters of the line that ends at end. No line
// of wrapped text is as long as the stretch that is looked at.
func (s *splitter) lineLength(end int) int {
	start := max(int(s.doc.Tokens[s.first].Start), end-4*unwrapped)
	line := s.doc.Text[start:end]
	return utf8.RuneCountInString(line[strings.LastIndexByte(line, '\n')+1:])
}

func isBullet(word string) bool {
	switch word {
	case "-", "*", "•", "·", "–", "—", "▪", "◦", "‣", "●", "+":
		return true
	}
	return false
}
