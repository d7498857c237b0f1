package intake

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"hearsay"
)

// body is the text of an article with its layout, as a Report holds it.
type body struct {
	text   string
	blocks []hearsay.Block
	links  []hearsay.Link
}

// into sets the body's fields of rep.
func (b body) into(rep *hearsay.Report) {
	rep.Text, rep.Blocks, rep.Links = b.text, b.blocks, b.links
}

// textBody lays out plain text, of which every character is kept: paragraphs,
// headings, list items, quotations, masthead, signature, furniture.
func textBody(text string) body {
	return body{text: text, blocks: layOutText(text).blocks, links: findLinks(text)}
}

// fragmentBody is the body of a piece of HTML that is wholly content: a feed
// item, a mail's HTML part. Links are resolved against base, which may be "".
func fragmentBody(markup, base string) body {
	context := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(markup), context)
	if err != nil {
		return body{}
	}
	root := &html.Node{Type: html.DocumentNode}
	for _, n := range nodes {
		root.AppendChild(n)
	}
	p := layOut(root, parseBase(base), false)
	var pieces []piece
	for i := range p.leaves {
		l := &p.leaves[i]
		kind := p.kindOf(l)
		if l.linkWords == l.words && l.words < 12 || isPromotion(l.text, l.words) {
			kind = hearsay.BlockFurniture
		}
		pieces = append(pieces, piece{l, kind})
	}
	return compose(pieces)
}
