package text

import (
	"sort"

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
	start, end := -1, 0 // the block at hand, up to its last visible character
	lineEmpty := false
	for i, r := range text {
		switch {
		case r == '\n':
			if lineEmpty && start >= 0 {
				blocks = append(blocks, hearsay.Block{Span: hearsay.Span{Start: start, End: end}, Kind: hearsay.BlockParagraph})
				start = -1
			}
			lineEmpty = true
		case classOf(r) != classSpace:
			if start < 0 {
				start = i
			}
			end = i + len(string(r))
			lineEmpty = false
		}
	}
	if start >= 0 {
		blocks = append(blocks, hearsay.Block{Span: hearsay.Span{Start: start, End: end}, Kind: hearsay.BlockParagraph})
	}
	return blocks
}
