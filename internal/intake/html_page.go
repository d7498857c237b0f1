package intake

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"hearsay"
)

// page is a parsed web page laid out as a flat list of leaves, the smallest
// blocks of text, with the boxes (block elements) around them. Both stand in
// document order, so that a box covers the leaves [first, last).
type page struct {
	root   *html.Node
	meta   pageMeta
	base   *url.URL // for links; nil if not known
	leaves []leaf
	boxes  []box

	headlineAt int // the leaf with the headline, -1 without
}

// box is a block element.
type box struct {
	node        *html.Node
	parent      int // index into boxes, -1 for the root
	first, last int // leaves
	own         marks
	marks       marks // own and those of the boxes around it
}

// leaf is a run of text that no block border cuts.
type leaf struct {
	box       int // the innermost box around it
	text      string
	words     int
	linkWords int
	links     []hearsay.Link // offsets into text
	marks     marks          // of all boxes around it
	level     int            // 1 to 6 for a heading
}

// marks say in what kind of surroundings a box or leaf stands.
type marks uint32

const (
	inHeader    marks = 1 << iota // page or section header, masthead, logo
	inNav                         // navigation and menus
	inFooter                      // footers and imprints
	inAside                       // asides, rails, related links
	inComments                    // what readers wrote
	inFurniture                   // promotion, sharing, cookies, subscription, advertisement
	inMeta                        // byline, date, standfirst
	inCaption
	inQuote
	inList
	inTable
	inHeading
	inArticle // inside an element that says that it is the article's body
	inCode    // preformatted
	inRole    // furniture by the element's own role, not by its class name
)

// notSaid are the surroundings whose text is no part of an article.
const notSaid = inNav | inFooter | inAside | inComments | inFurniture

// parsePage parses markup and lays it out. hidden says whether elements that
// a browser would not show are laid out too.
func layOut(root *html.Node, base *url.URL, hidden bool) *page {
	p := &page{root: root, base: base, meta: readPageMeta(root)}
	w := layouter{page: p, hidden: hidden, cur: -1, anchor: -1}
	w.walk(root)
	w.flush()
	p.inheritMarks()
	return p
}

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
	anchor    int  // index into links of the open link, -1 outside
	linked    bool // inside a link, which block borders may cut
	inRow     bool // inside a row of a data table, whose cells are no blocks
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
// dates, share buttons and captions in them.
func (w *layouter) inline(n *html.Node) {
	own := marksOf(n) &^ (inHeading | inHeader | inArticle)
	if own&(notSaid|inMeta|inCaption) != 0 && !w.inRow {
		w.block(n)
		return
	}
	w.children(n)
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

// resolve makes an absolute address of a link's href, "" if it leads nowhere.
func (p *page) resolve(href string) string {
	href = strings.TrimSpace(href)
	if href == "" || href[0] == '#' {
		return ""
	}
	u, err := url.Parse(href)
	if err != nil {
		return ""
	}
	if p.base != nil {
		u = p.base.ResolveReference(u)
	}
	switch u.Scheme {
	case "", "http", "https", "mailto":
		return u.String()
	}
	return ""
}

// inheritMarks hands the marks of boxes down. A class name that calls most of
// the page's text furniture is mistaken, and ignored.
func (p *page) inheritMarks() {
	long := p.longWords()
	p.headlineAt = p.findHeadline()
	title := p.headlineAt
	p.markOtherArticles(long, title)
	p.markLinkLists()
	for i := range p.boxes {
		b := &p.boxes[i]
		if b.own&(notSaid|inMeta|inCaption) != 0 && p.mistaken(b, long, title) {
			b.own &^= notSaid | inMeta | inCaption
		}
		b.marks = b.own
		if b.parent >= 0 {
			outer := p.boxes[b.parent].marks
			if outer&inQuote != 0 && b.node.DataAtom == atom.Footer { // says whom it quotes
				b.marks &^= inFooter
			}
			b.marks |= outer
		}
		if b.node.DataAtom == atom.Blockquote && b.marks&inArticle != 0 { // an embedded post
			b.marks &^= inFurniture
		}
	}
	for i := range p.leaves {
		p.inheritLeaf(&p.leaves[i])
	}
}

func (p *page) inheritLeaf(l *leaf) {
	if l.box < 0 {
		return
	}
	l.marks = p.boxes[l.box].marks
	for b := l.box; b >= 0 && p.boxes[b].marks&inHeading != 0; b = p.boxes[b].parent {
		if l.level = headingLevel(p.boxes[b].node); l.level > 0 {
			return
		}
	}
}

// markOtherArticles marks the article elements that stand beside or inside the
// one with the title: teasers for other stories.
func (p *page) markOtherArticles(long []int, title int) {
	main, most := -1, 0
	for i, b := range p.boxes {
		holds := long[b.last] - long[b.first]
		if b.node.DataAtom == atom.Article && title >= b.first && title < b.last && holds > most {
			main, most = i, holds
		}
	}
	if main < 0 {
		return
	}
	nested := 0
	for i, b := range p.boxes {
		if b.node.DataAtom == atom.Article && p.within(i, main) && i != main {
			nested += long[b.last] - long[b.first]
		}
	}
	for i := range p.boxes {
		b := &p.boxes[i]
		inside := p.within(i, main)
		if b.node.DataAtom == atom.Article && i != main && !p.within(main, i) && (!inside || nested*2 < most) {
			b.own |= inAside
		}
	}
}

// markLinkLists marks lists whose items are mostly links.
func (p *page) markLinkLists() {
	for i := range p.boxes {
		b := &p.boxes[i]
		if b.node.DataAtom != atom.Ul && b.node.DataAtom != atom.Ol || b.last-b.first < 2 {
			continue
		}
		words, linked := 0, 0
		for _, l := range p.leaves[b.first:b.last] {
			words, linked = words+l.words, linked+l.linkWords
		}
		if linked*10 > words*4 && words < 25*(b.last-b.first) {
			b.own |= inAside
		}
	}
}

// longWords are the running sums of the words in leaves that read like prose.
func (p *page) longWords() []int {
	sums := make([]int, len(p.leaves)+1)
	for i, l := range p.leaves {
		sums[i+1] = sums[i]
		if l.words >= 10 && l.linkWords*2 < l.words {
			sums[i+1] += l.words
		}
	}
	return sums
}

func (p *page) mistaken(b *box, long []int, title int) bool {
	holds, all := long[b.last]-long[b.first], long[len(p.leaves)]
	holdsTitle := title >= b.first && title < b.last
	switch {
	case b.own&inComments != 0:
		return holdsTitle && holds*2 > all
	case holdsTitle && holds*4 > all, holds*2 > all && b.own&inRole == 0 && p.nearTitle(b, long):
		return true
	}
	return b.own&notSaid == inFurniture && b.own&inRole == 0 && p.paragraphs(b) >= 4
}

// nearTitle tells whether b lies in the smallest box around the headline that
// has prose in it: where that is elsewhere, the article is elsewhere.
func (p *page) nearTitle(b *box, long []int) bool {
	if p.headlineAt < 0 {
		return true
	}
	for home := p.leaves[p.headlineAt].box; home >= 0; home = p.boxes[home].parent {
		h := &p.boxes[home]
		if words := long[h.last] - long[h.first]; words*12 > long[len(p.leaves)] && p.proseLeaves(h) >= 2 {
			return b.first < h.last && h.first < b.last
		}
	}
	return true
}

// proseLeaves counts the leaves of b that read like prose.
func (p *page) proseLeaves(b *box) int {
	n := 0
	for i := b.first; i < b.last; i++ {
		if l := &p.leaves[i]; l.words >= 8 && l.linkWords*2 < l.words && endsSentence(l.text) {
			n++
		}
	}
	return n
}

// paragraphs counts the paragraphs of prose in b.
func (p *page) paragraphs(b *box) int {
	n := 0
	for i := b.first; i < b.last; i++ {
		if l := &p.leaves[i]; l.words >= 12 && l.linkWords*3 < l.words && p.isParagraph(l) {
			n++
		}
	}
	return n
}

// within tells whether box b lies in box a.
func (p *page) within(b, a int) bool {
	for ; b >= a && b >= 0; b = p.boxes[b].parent {
		if b == a {
			return true
		}
	}
	return false
}
