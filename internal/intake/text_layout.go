package intake

import (
	"strings"
	"unicode/utf8"

	"hearsay"
)

// textLayout is what a plain text's lines turn out to be.
type textLayout struct {
	blocks    []hearsay.Block
	outlet    string // as printed in the masthead
	title     string
	byline    string
	url       string
	dateLine  string // the line with the date
	signature string // who signed
	writer    string // named below the kind of text
}

// paragraph is a run of lines [first, last) that belong together.
type paragraph struct {
	first, last int
	kind        hearsay.BlockKind
}

// layOutText finds paragraphs, masthead, title, signature and furniture.
func layOutText(s string) textLayout {
	var t textLayout
	lines := linesOf(s)
	head := t.readHead(lines)
	paras := paragraphsOf(lines, head)
	markNumberedHeadings(lines, paras)
	markTurns(lines, paras)
	t.readTail(lines, paras, head)
	t.readFoot(lines, paras)
	t.readTitle(lines, paras, head)
	for i := range lines[:head] {
		t.blocks = append(t.blocks, hearsay.Block{Span: lines[i].span, Kind: t.headKind(lines[i])})
	}
	for _, p := range paras {
		span := hearsay.Span{Start: lines[p.first].span.Start, End: lines[p.last-1].span.End}
		t.blocks = append(t.blocks, hearsay.Block{Span: span, Kind: p.kind})
	}
	return t
}

// headKind tells the title among the lines of the head.
func (t *textLayout) headKind(l textLine) hearsay.BlockKind {
	if l.text == t.title {
		return hearsay.BlockHeading
	}
	return hearsay.BlockMasthead
}

// paragraphsOf groups the lines from head on: blank lines part paragraphs, and
// so do list items and, in text that is not wrapped, all line ends.
func paragraphsOf(lines []textLine, head int) []paragraph {
	var out []paragraph
	for i := head; i < len(lines); {
		j := i + 1
		for j < len(lines) && !lines[j].first {
			j++
		}
		out = append(out, splitRun(lines, i, j)...)
		i = j
	}
	return out
}

// wrapWidth is the longest line, in characters, that editors and mail programs
// wrap text to; lines longer than that are paragraphs.
const wrapWidth = 110

// splitRun cuts a run of lines without blank lines between them.
func splitRun(lines []textLine, i, j int) []paragraph {
	wrapped, widest := true, 0
	for k := i; k < j; k++ {
		widest = max(widest, lines[k].runes)
		wrapped = wrapped && lines[k].runes <= wrapWidth
	}
	var out []paragraph
	start := i
	for k := i + 1; k < j; k++ {
		before := lines[k-1]
		short := before.runes < 40 && widest-before.runes > 20 || before.runes*3 < widest*2 && endsSentence(before.text)
		if !wrapped || short || isListStart(lines[k].text) || isDataLine(before.text) || isDataLine(lines[k].text) || strings.HasPrefix(lines[k].text, ">") != strings.HasPrefix(before.text, ">") {
			out = append(out, paragraph{start, k, kindOfLines(lines[start:k])})
			start = k
		}
	}
	return append(out, paragraph{start, j, kindOfLines(lines[start:j])})
}

// kindOfLines tells what a paragraph of lines is by its form.
func kindOfLines(lines []textLine) hearsay.BlockKind {
	first := lines[0].text
	switch {
	case strings.HasPrefix(first, ">"):
		return hearsay.BlockQuote
	case isListStart(first) && !isTimeOfDay(first):
		return hearsay.BlockListItem
	case len(lines) == 1 && (isRule(first) || isEndMark(first)):
		return hearsay.BlockFurniture
	case isDataLine(first):
		return hearsay.BlockListItem
	case len(lines) == 1 && isCredit(first):
		return hearsay.BlockMasthead
	case len(lines) == 1 && isHeadingLine(lines[0]) && !endsSentence(first) && !isSpeech(first) && (isUpper(first) || lines[0].words <= 12):
		return hearsay.BlockHeading
	}
	return hearsay.BlockParagraph
}

// markNumberedHeadings makes headings of items such as "1. Dead and injured"
// that stand alone above paragraphs.
func markNumberedHeadings(lines []textLine, paras []paragraph) {
	for i := 0; i+1 < len(paras); i++ {
		p, l := &paras[i], lines[paras[i].first]
		if p.kind == hearsay.BlockListItem && p.last-p.first == 1 && l.words <= 10 && !endsSentence(l.text) &&
			isDigits(l.text[:1]) && paras[i+1].kind == hearsay.BlockParagraph {
			p.kind = hearsay.BlockHeading
		}
	}
}

// isCredit tells whether a line says who reported, in brackets: "(Reporting by
// …)".
func isCredit(s string) bool {
	return strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") && isByline(s)
}

// isSpeech tells whether a line of a transcript begins with its speaker's name
// in capitals: "HALE: By how much".
func isSpeech(s string) bool {
	name, _, ok := strings.Cut(s, ": ")
	return ok && isUpper(name) && len(strings.Fields(name)) <= 3
}

// isRule tells whether a line is drawn, not written: ----, ***, ====.
func isRule(s string) bool {
	return strings.Trim(s, "-=*_~.–—•· #+") == ""
}

// isHeadingLine tells whether a line can be a title or a subheading: short,
// and no sentence.
func isHeadingLine(l textLine) bool {
	r, _ := utf8.DecodeLastRuneInString(l.text)
	return l.words <= 20 && l.runes <= 160 && !strings.ContainsRune(".,;:،؛…", r) && !isListStart(l.text) &&
		!strings.ContainsAny(l.text, "“”«»\"") || l.words <= 20 && strings.Contains(l.text, ": ") && isHeadline(l.text)
}

// isHeadline tells whether a line with quotation marks or a colon is still a
// headline: it does not end as a sentence does.
func isHeadline(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return !strings.ContainsRune(".,;:،؛…", r) && !endsSentence(s)
}

// readTitle takes the first heading that stands before the second paragraph
// of prose for the title, where the head had none.
func (t *textLayout) readTitle(lines []textLine, paras []paragraph, head int) {
	if t.title != "" {
		return
	}
	prose := 0
	for _, p := range paras {
		switch {
		case p.kind == hearsay.BlockHeading && isDigits(lines[p.first].text[:1]): // a section
			return
		case p.kind == hearsay.BlockHeading:
			t.title = lines[p.first].text
			return
		case p.kind == hearsay.BlockParagraph:
			prose++
		}
		if prose > 1 {
			return
		}
	}
}
