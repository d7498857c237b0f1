package intake

import (
	"strings"

	"golang.org/x/net/html/atom"

	"hearsay"
)

// worth is how much a leaf speaks for the box around it being the article:
// the words of prose count for it, short and linked pieces against it.
func (p *page) worth(l *leaf) float64 {
	words, linked := float64(l.words), float64(l.linkWords)
	switch {
	case l.marks&notSaid != 0:
		return -1
	case l.level > 0 || l.marks&inCaption != 0 || l.marks&inMeta != 0 && l.words < 40:
		return 0
	case linked*2 > words:
		return -2 - words/5
	case l.words >= 12 || l.words >= 5 && endsSentence(l.text):
		w := words - linked
		if !p.isParagraph(l) {
			w *= 0.7
		}
		return w
	}
	return -1
}

func (p *page) isParagraph(l *leaf) bool {
	if l.box < 0 {
		return false
	}
	switch p.boxes[l.box].node.DataAtom {
	case atom.P, atom.Blockquote, atom.Pre:
		return true
	}
	return false
}

// findArticle is the box that holds the article, -1 if the page has no prose.
func (p *page) findArticle() int {
	sums := make([]float64, len(p.leaves)+1)
	for i := range p.leaves {
		sums[i+1] = sums[i] + p.worth(&p.leaves[i])
	}
	best, most := -1, 0.0
	for i, b := range p.boxes {
		if s := sums[b.last] - sums[b.first]; s > most {
			best, most = i, s
		}
	}
	if best < 0 {
		return -1
	}
	for i := best + 1; i < len(p.boxes) && p.within(i, best); i++ { // the tightest box that has nearly all
		b := p.boxes[i]
		if s := sums[b.last] - sums[b.first]; s >= tight*most {
			best = i
		}
	}
	if hinted := p.hintedArticle(sums, most); hinted >= 0 {
		return hinted
	}
	return best
}

// tight is the share of the article's worth that a smaller box must hold to be
// preferred to the larger one.
const tight = 0.95

// hintedArticle is the box that calls itself the article's body, if enough of
// the prose is in it. Where several of one class share it out, it is the box
// around them all.
func (p *page) hintedArticle(sums []float64, most float64) int {
	var hinted []int
	best, worth := -1, 0.0
	for i, b := range p.boxes {
		if b.own&inArticle == 0 || b.marks&notSaid != 0 {
			continue
		}
		hinted = append(hinted, i)
		if s := sums[b.last] - sums[b.first]; s > worth {
			best, worth = i, s
		}
	}
	if best < 0 {
		return -1
	}
	class := attr(p.boxes[best].node, "class")
	for _, i := range hinted {
		if attr(p.boxes[i].node, "class") == class && !p.within(i, best) {
			best = p.commonBox(best, i)
		}
	}
	b := p.boxes[best]
	if sums[b.last]-sums[b.first] < 0.4*most {
		return -1
	}
	return best
}

// commonBox is the innermost box around both a and b.
func (p *page) commonBox(a, b int) int {
	for !p.within(b, a) && p.boxes[a].parent >= 0 {
		a = p.boxes[a].parent
	}
	return a
}

// piece is a leaf chosen for the report's text.
type piece struct {
	leaf *leaf
	kind hearsay.BlockKind
}

// pieces are the leaves of box that the article says, with their kinds.
func (p *page) pieces(article int, title string) []piece {
	b := p.boxes[article]
	var out []piece
	lead, marked := p.afterLead(b), p.inParagraphs(b)
	for i := b.first; i < b.last; i++ {
		l := &p.leaves[i]
		if i < lead && !p.isLeadProse(l) {
			continue
		}
		if marked && l.words < 40 && p.isBare(l) {
			continue
		}
		kind := p.kindOf(l)
		if p.drops(l, kind, title, len(out) == 0) {
			continue
		}
		out = append(out, piece{l, kind})
	}
	return trimEnds(out)
}

// leadLines is how many leaves a standfirst and the lines about it have at most.
const leadLines = 6

// afterLead is the first leaf behind the lines that say who wrote when. What
// stands above such a line is no part of the text if it is no prose.
func (p *page) afterLead(b box) int {
	start := b.first
	if t := p.headlineAt; t >= start && t < b.last && t-start < leadLines {
		start = t + 1
	}
	after := start
	for i := start; i < min(start+leadLines, b.last); i++ {
		l := &p.leaves[i]
		switch {
		case l.words > 40 || l.marks&inQuote != 0:
			return after
		case isMetaLine(l.text) && l.marks&inMeta != 0, p.isParagraph(l) && isMetaParagraph(l.text):
			after = i + 1
		}
	}
	return after
}

// isLeadProse tells whether a leaf above the byline is a sentence of the text.
func (p *page) isLeadProse(l *leaf) bool {
	if isTranslationCredit(l.text) {
		return true
	}
	return l.level == 0 && l.marks&inMeta == 0 && p.isParagraph(l) && isSentence(l.text) && !isMetaParagraph(l.text)
}

// inParagraphs tells whether nearly all prose of b stands in paragraphs that
// are marked up as such; then text outside of them is furniture.
func (p *page) inParagraphs(b box) bool {
	in, all := 0, 0
	for i := b.first; i < b.last; i++ {
		if l := &p.leaves[i]; l.marks&notSaid == 0 && l.words >= 12 && l.linkWords*2 < l.words {
			if all += l.words; !p.isBare(l) {
				in += l.words
			}
		}
	}
	return in*10 >= all*8
}

// isBare tells whether a leaf stands right in a division, not in a paragraph,
// list, quotation, table, caption or heading.
func (p *page) isBare(l *leaf) bool {
	if l.level > 0 || l.marks&(inQuote|inList|inTable|inCaption|inCode) != 0 || l.box < 0 {
		return false
	}
	switch p.boxes[l.box].node.DataAtom {
	case atom.Div, atom.Section, atom.Article, atom.Main, atom.Body, atom.Td, atom.Center, atom.Span:
		return true
	}
	return false
}

func (p *page) kindOf(l *leaf) hearsay.BlockKind {
	switch {
	case l.level > 0:
		return hearsay.BlockHeading
	case l.marks&inCaption != 0:
		return hearsay.BlockCaption
	case l.marks&inQuote != 0:
		return hearsay.BlockQuote
	case l.marks&inList != 0:
		return hearsay.BlockListItem
	}
	return hearsay.BlockParagraph
}

// drops tells whether a leaf inside the article is none of it.
func (p *page) drops(l *leaf, kind hearsay.BlockKind, title string, first bool) bool {
	linked := l.linkWords*2 > l.words
	prose := l.words >= 12 || endsSentence(l.text)
	switch {
	case l.marks&notSaid != 0:
		return true
	case isTranslationCredit(l.text) && !linked:
		return false
	case kind == hearsay.BlockHeading:
		return first || linked && l.words > 2 && l.linkWords == l.words || sameWords(l.text, title)
	case l.marks&inMeta != 0 && l.words < 40, isPromotion(l.text, l.words):
		return true
	case linked && (l.words < 20 || l.linkWords == l.words):
		return true
	case kind == hearsay.BlockCaption:
		return false
	case first:
		return !prose || isMetaParagraph(l.text)
	case p.isParagraph(l) || kind != hearsay.BlockParagraph:
		return l.words <= 2 && !prose
	}
	return !prose
}

// trimEnds drops headings that nothing follows, and tails that are no prose.
func trimEnds(out []piece) []piece {
	for len(out) > 0 {
		last := out[len(out)-1]
		prose := endsSentence(last.leaf.text) || last.leaf.words >= 12
		if last.kind != hearsay.BlockHeading && (prose || last.kind != hearsay.BlockParagraph) {
			break
		}
		out = out[:len(out)-1]
	}
	kept := out[:0]
	for i, pc := range out {
		if pc.kind == hearsay.BlockHeading && i+1 < len(out) && out[i+1].kind == hearsay.BlockHeading && out[i+1].leaf.level <= pc.leaf.level {
			continue
		}
		kept = append(kept, pc)
	}
	return kept
}

// compose joins pieces to a body: one blank line between two blocks.
func compose(pieces []piece) body {
	var b body
	var s strings.Builder
	for _, pc := range pieces {
		if s.Len() > 0 {
			s.WriteString("\n\n")
		}
		at := s.Len()
		s.WriteString(pc.leaf.text)
		b.blocks = append(b.blocks, hearsay.Block{Span: hearsay.Span{Start: at, End: s.Len()}, Kind: pc.kind})
		for _, l := range pc.leaf.links {
			b.links = append(b.links, hearsay.Link{URL: l.URL, Span: hearsay.Span{Start: at + l.Span.Start, End: at + l.Span.End}})
		}
	}
	b.text = s.String()
	return b
}
