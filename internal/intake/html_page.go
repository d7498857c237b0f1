package intake

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"

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

// layOut lays a parsed page out. hidden says whether elements that a browser
// would not show are laid out too.
func layOut(root *html.Node, base *url.URL, hidden bool) *page {
	p := &page{root: root, base: base, meta: readPageMeta(root)}
	if p.base == nil {
		p.base = parseBase(orFirst(p.meta.canonical, p.meta.first("og:url")))
	}
	w := layouter{page: p, hidden: hidden, cur: -1, anchor: -1}
	w.walk(root)
	w.flush()
	p.inheritMarks()
	return p
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

// within tells whether box b lies in box a.
func (p *page) within(b, a int) bool {
	for ; b >= a && b >= 0; b = p.boxes[b].parent {
		if b == a {
			return true
		}
	}
	return false
}
