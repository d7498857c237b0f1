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
	base   *url.URL // for links; nil if not known
	leaves []leaf
	boxes  []box
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
	p := &page{root: root, base: base}
	w := walker{page: p, hidden: hidden, cur: -1, anchor: -1}
	w.walk(root)
	w.flush()
	p.inheritMarks()
	return p
}

// walker lays a page out in one pass.
type walker struct {
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
	anchor    int // index into links of the open link, -1 outside
}

// maxDepth bounds the nesting that is followed; deeper markup is hostile.
const maxDepth = 512

func (w *walker) walk(n *html.Node) {
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
	case isBlock(n.DataAtom):
		w.block(n)
	default:
		w.inline(n)
	}
}

func (w *walker) children(n *html.Node) {
	if w.depth++; w.depth <= maxDepth {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			w.walk(c)
		}
	}
	w.depth--
}

func (w *walker) block(n *html.Node) {
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

// inline takes the class names of spans into account too: many pages set
// dates, share buttons and captions in them.
func (w *walker) inline(n *html.Node) {
	own := marksOf(n) &^ (inHeading | inHeader | inArticle)
	if own&(notSaid|inMeta|inCaption) != 0 {
		w.block(n)
		return
	}
	w.children(n)
}

func (w *walker) link(n *html.Node) {
	address := w.page.resolve(attr(n, "href"))
	if address == "" {
		w.children(n)
		return
	}
	outer, before := w.anchor, w.words
	w.anchor = len(w.links)
	w.links = append(w.links, hearsay.Link{URL: address, Span: hearsay.Span{Start: -1}})
	at := w.anchor
	w.children(n)
	w.anchor = outer
	if at < len(w.links) { // no block border inside the link
		l := &w.links[at]
		if l.Span.Start < 0 {
			w.links = slices.Delete(w.links, at, at+1)
		} else {
			l.Span.End = w.buf.Len()
			w.linkWords += w.words - before
		}
	}
}

func (w *walker) lineBreak() {
	w.breaks++
	w.space = true
	if w.breaks >= 2 {
		w.flush()
		w.breaks = 2
	}
}

// text appends the text of a node with its white space collapsed.
func (w *walker) text(s string) {
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
func (w *walker) word(s string) {
	s = withoutInvisible(s)
	if s == "" {
		return
	}
	switch {
	case w.buf.Len() == 0:
		w.words++
	case w.breaks > 0:
		w.buf.WriteByte('\n')
		w.words++
	case w.space:
		w.buf.WriteByte(' ')
		w.words++
	}
	w.space, w.breaks = false, 0
	if w.anchor >= 0 && w.anchor < len(w.links) && w.links[w.anchor].Span.Start < 0 {
		w.links[w.anchor].Span.Start = w.buf.Len()
	}
	w.buf.WriteString(s)
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
func (w *walker) flush() {
	if w.buf.Len() > 0 {
		l := leaf{box: w.cur, text: w.buf.String(), words: w.words, linkWords: w.linkWords, links: w.closedLinks()}
		w.page.leaves = append(w.page.leaves, l)
		w.buf = strings.Builder{}
	}
	w.space, w.breaks, w.words, w.linkWords, w.links = false, 0, 0, 0, nil
}

// closedLinks are the links of the leaf; one that a block border cuts ends
// with the leaf, and all its words count as linked.
func (w *walker) closedLinks() []hearsay.Link {
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
	title := p.firstHeading()
	for i := range p.boxes {
		b := &p.boxes[i]
		if b.own&notSaid != 0 && p.mistaken(b, long, title) {
			b.own &^= notSaid
		}
		b.marks = b.own
		if b.parent >= 0 {
			b.marks |= p.boxes[b.parent].marks
		}
	}
	for i := range p.leaves {
		l := &p.leaves[i]
		for b := l.box; b >= 0; b = p.boxes[b].parent {
			if l.level = headingLevel(p.boxes[b].node); l.level > 0 || p.boxes[b].marks&inHeading == 0 {
				break
			}
		}
		if l.box >= 0 {
			l.marks = p.boxes[l.box].marks
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

// firstHeading is the first leaf in an h1, else in an h2; -1 without.
func (p *page) firstHeading() int {
	for _, tag := range []atom.Atom{atom.H1, atom.H2} {
		for _, b := range p.boxes {
			if b.node.DataAtom == tag && b.first < b.last {
				return b.first
			}
		}
	}
	return -1
}

func (p *page) mistaken(b *box, long []int, title int) bool {
	holds, all := long[b.last]-long[b.first], long[len(p.leaves)]
	holdsTitle := title >= b.first && title < b.last
	if b.own&inComments != 0 {
		return holdsTitle && holds*2 > all
	}
	return holds*2 > all && (b.own&inRole == 0 || holdsTitle) || holdsTitle && holds*4 > all
}

// subtree tells whether box b lies in box a.
func (p *page) within(b, a int) bool {
	for ; b >= a && b >= 0; b = p.boxes[b].parent {
		if b == a {
			return true
		}
	}
	return false
}
