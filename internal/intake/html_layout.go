package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"hearsay"
)

// layouter lays a page out in one pass.
type layouter struct {
	page   *page
	hidden bool
	cur    int // current box
	depth  int

	buf       strings.Builder
	space     bool // white space is due before the next word
	breaks    int  // <br> seen since the last word
	words     int
	linkWords int
	links     []hearsay.Link
	anchor    int    // index into links of the open link, -1 outside
	glue      string // written right before the next word
	linked    bool   // inside a link, which block borders may cut
	inRow     bool   // inside a row of a data table, whose cells are no blocks
}

// maxDepth bounds the nesting that is followed; deeper markup is hostile.
const maxDepth = 512

func (w *layouter) walk(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
		return
	case html.ElementNode:
	case html.DocumentNode:
		w.children(n)
		return
	default:
		return
	}
	if skippedElement(n.DataAtom) || n.Namespace != "" || (!w.hidden && isHidden(n)) {
		return
	}
	switch {
	case n.DataAtom == atom.Br:
		w.lineBreak()
	case n.DataAtom == atom.A:
		w.link(n)
	case n.DataAtom == atom.Q:
		w.quotation(n)
	case w.inRow && isBlock(n.DataAtom):
		w.cell(n)
	case n.DataAtom == atom.Tr && isDataRow(n):
		w.inRow = true
		w.block(n)
		w.inRow = false
	case isBlock(n.DataAtom):
		w.block(n)
	default:
		w.inline(n)
	}
}

func (w *layouter) children(n *html.Node) {
	if w.depth++; w.depth <= maxDepth {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			w.walk(c)
		}
	}
	w.depth--
}

func (w *layouter) block(n *html.Node) {
	w.flush()
	b := len(w.page.boxes)
	w.page.boxes = append(w.page.boxes, box{node: n, parent: w.cur, first: len(w.page.leaves), own: marksOf(n)})
	outer := w.cur
	w.cur = b
	w.children(n)
	w.flush()
	w.page.boxes[b].last = len(w.page.leaves)
	w.cur = outer
}

// cell writes a cell of a data table into the leaf of its row.
func (w *layouter) cell(n *html.Node) {
	if n.DataAtom == atom.Td || n.DataAtom == atom.Th {
		if w.buf.Len() > 0 {
			w.buf.WriteString(" |")
		}
	}
	w.space = true
	w.children(n)
	w.space = true
}

// inline takes the class names of spans into account too: many pages set
// dates, share buttons and captions in them. Inside a running text they are
// part of it: "On <time>5 March</time> the board said".
func (w *layouter) inline(n *html.Node) {
	own := marksOf(n) &^ (inHeading | inHeader | inArticle)
	if own&(notSaid|inMeta|inCaption) != 0 && !w.inRow && !w.inSentence(n) {
		w.block(n)
		return
	}
	w.children(n)
}

// inSentence tells whether n stands in a paragraph with text beside it.
func (w *layouter) inSentence(n *html.Node) bool {
	for ; n.Parent != nil; n = n.Parent {
		for _, s := range []*html.Node{n.PrevSibling, n.NextSibling} {
			if s != nil && s.Type == html.TextNode && strings.ContainsFunc(s.Data, unicode.IsLetter) {
				return isTextBlock(n.Parent) || !isBlock(n.Parent.DataAtom)
			}
		}
		if isBlock(n.Parent.DataAtom) {
			return false
		}
	}
	return false
}

// isTextBlock tells whether an element holds a running text and no layout.
func isTextBlock(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Blockquote, atom.Li, atom.Dd, atom.Figcaption, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// quotation writes a q element with the marks that a browser puts around it.
func (w *layouter) quotation(n *html.Node) {
	w.glue = "“"
	w.children(n)
	if w.glue == "" && w.buf.Len() > 0 {
		w.buf.WriteString("”")
	}
	w.glue = ""
}

func (w *layouter) link(n *html.Node) {
	address := w.page.resolve(attr(n, "href"))
	if address == "" {
		w.children(n)
		return
	}
	outer, linked := w.anchor, w.linked
	w.anchor, w.linked = len(w.links), true
	w.links = append(w.links, hearsay.Link{URL: address, Span: hearsay.Span{Start: -1}})
	at := w.anchor
	w.children(n)
	w.anchor, w.linked = outer, linked
	if at < len(w.links) && w.links[at].URL == address { // no block border inside the link
		l := &w.links[at]
		if l.Span.Start < 0 {
			w.links = slices.Delete(w.links, at, at+1)
		} else {
			l.Span.End = w.buf.Len()
		}
	}
}

func (w *layouter) lineBreak() {
	w.breaks++
	w.space = true
	if w.breaks >= 2 && !w.inRow {
		w.flush()
		w.breaks = 2
	}
}

// text appends the text of a node with its white space collapsed.
func (w *layouter) text(s string) {
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		if unicode.IsSpace(r) {
			w.space = true
			s = s[size:]
			continue
		}
		n := wordEnd(s)
		w.word(s[:n])
		s = s[n:]
	}
}

// word appends a run without white space.
func (w *layouter) word(s string) {
	s = withoutInvisible(s)
	if s == "" {
		return
	}
	words := unspacedWords(s)
	switch {
	case w.buf.Len() == 0:
		words++
	case w.breaks > 0:
		w.buf.WriteByte('\n')
		words++
	case w.space:
		w.buf.WriteByte(' ')
		words++
	}
	w.words += words
	if w.linked {
		w.linkWords += words
	}
	w.space, w.breaks = false, 0
	if w.anchor >= 0 && w.anchor < len(w.links) && w.links[w.anchor].Span.Start < 0 {
		w.links[w.anchor].Span.Start = w.buf.Len()
	}
	w.buf.WriteString(w.glue)
	w.glue = ""
	w.buf.WriteString(s)
}

// unspacedWords estimates how many words more than one are in a run of a script
// that puts no space between them.
func unspacedWords(s string) int {
	n := 0
	for _, r := range s {
		if r >= 0xe00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) {
			n++
		}
	}
	return n / 2
}

// wordEnd is where the white space after the word that s begins with starts.
func wordEnd(s string) int {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c == ' ' || c >= '\t' && c <= '\r' {
				return i
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if unicode.IsSpace(r) {
			return i
		}
		i += size
	}
	return len(s)
}

// withoutInvisible drops what pages put into words for the sake of layout:
// soft hyphens, zero-width spaces and byte order marks; and broken bytes.
func withoutInvisible(s string) string {
	ascii := true
	for i := 0; i < len(s) && ascii; i++ {
		ascii = s[i] < utf8.RuneSelf && s[i] >= 0x20
	}
	if ascii {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == 0xad, r == 0x200b, r == 0xfeff, r == 0x2060, unicode.IsControl(r):
			return -1
		}
		return r
	}, s)
}

// flush closes the leaf that is being written.
func (w *layouter) flush() {
	if w.buf.Len() > 0 {
		l := leaf{box: w.cur, text: w.buf.String(), words: w.words, linkWords: w.linkWords, links: w.closedLinks()}
		w.page.leaves = append(w.page.leaves, l)
		w.buf = strings.Builder{}
	}
	w.space, w.breaks, w.words, w.linkWords, w.links = false, 0, 0, 0, nil
}

// closedLinks are the links of the leaf; one that a block border cuts ends
// with the leaf, and all its words count as linked.
func (w *layouter) closedLinks() []hearsay.Link {
	var out []hearsay.Link
	for _, l := range w.links {
		if l.Span.Start < 0 {
			continue
		}
		if l.Span.End == 0 {
			l.Span.End = w.buf.Len()
		}
		out = append(out, l)
	}
	return out
}
