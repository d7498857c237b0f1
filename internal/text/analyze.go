package text

import (
	"sort"
	"strings"

	"hearsay"
)

// Analyze finds the tokens, sentences and quotations of a report. Every block
// is cut into tokens and sentences, headlines and mastheads too; a report
// without blocks is taken to be paragraphs parted by empty lines.
func Analyze(r *hearsay.Report) *Document {
	d := &Document{Text: r.Text, Lang: r.Lang, Blocks: r.Blocks}
	if len(d.Blocks) == 0 {
		d.Blocks = Paragraphs(r.Text)
	}
	d.Tokens = make([]Token, 0, len(r.Text)/5+8)
	s := scanner{text: r.Text}
	q := quoter{doc: d}
	long := hasLongLine(r.Text)
	firsts := make([]int, len(d.Blocks)+1)
	for b := range d.Blocks {
		d.scanBlock(&s, &q, b)
		firsts[b+1] = len(d.Tokens)
	}
	q.finish(s.marks)
	for b, block := range d.Blocks {
		split := splitter{doc: d, first: firsts[b], last: firsts[b+1], breaks: breaksOf(r.Text, block, long)}
		split.split(b)
	}
	return d
}

// Parse is Analyze for a text by itself, such as a query or a claim.
func Parse(text, lang string) *Document {
	return Analyze(&hearsay.Report{Text: text, Lang: lang})
}

func (d *Document) scanBlock(s *scanner, q *quoter, b int) {
	block := d.Blocks[b]
	first, mark := len(d.Tokens), len(s.marks)
	s.tokens = d.Tokens
	s.scan(block.Span.Start, block.Span.End)
	d.Tokens = s.tokens
	q.block(s.marks[mark:], first, len(d.Tokens), block.Says())
	if block.Kind == hearsay.BlockQuote {
		q.blockQuote(first, len(d.Tokens), b > 0 && d.Blocks[b-1].Kind == hearsay.BlockQuote)
	}
}

// SentenceAt is the index of the sentence that holds token i, -1 if none.
func (d *Document) SentenceAt(i int) int {
	n := sort.Search(len(d.Sentences), func(k int) bool { return d.Sentences[k].Last > i })
	if n == len(d.Sentences) || d.Sentences[n].First > i {
		return -1
	}
	return n
}

// TokensIn is the run of tokens [first, last) that share a byte with span.
func (d *Document) TokensIn(span hearsay.Span) (first, last int) {
	first = sort.Search(len(d.Tokens), func(i int) bool { return int(d.Tokens[i].End) > span.Start })
	last = sort.Search(len(d.Tokens), func(i int) bool { return int(d.Tokens[i].Start) >= span.End })
	return first, max(first, last)
}

// Paragraphs lays out a text that nobody laid out: a block for each run of
// lines between empty ones.
func Paragraphs(text string) []hearsay.Block {
	var blocks []hearsay.Block
	open := false // the last block goes on
	at := 0
	for line := range strings.Lines(text) {
		from, to := visible(line)
		switch {
		case from == to:
			open = false
		case open:
			blocks[len(blocks)-1].Span.End = at + to
		default:
			span := hearsay.Span{Start: at + from, End: at + to}
			blocks = append(blocks, hearsay.Block{Span: span, Kind: hearsay.BlockParagraph})
			open = true
		}
		at += len(line)
	}
	return blocks
}

// visible is the part of line between the white space at its ends.
func visible(line string) (from, to int) {
	isSpace := func(r rune) bool { return classOf(r) == classSpace }
	trimmed := strings.TrimRightFunc(line, isSpace)
	return len(trimmed) - len(strings.TrimLeftFunc(trimmed, isSpace)), len(trimmed)
}
