package intake

import "golang.org/x/net/html/atom"

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
