package intake

import "strings"

// findHeadline finds the leaf with the story's headline: the heading that the
// page's own title repeats, else its first h1 or h2; -1 without.
func (p *page) findHeadline() int {
	said := foldLetters(p.meta.first("og:title", "twitter:title") + "\n" + p.meta.title)
	var parts []string
	for _, s := range titleParts(p.meta.title) {
		if f := foldLetters(s); len(f) > 12 {
			parts = append(parts, f)
		}
	}
	best, score := -1, 0
	for i, b := range p.boxes {
		level := headingLevel(b.node)
		if level == 0 && b.own&inHeading == 0 || b.first >= b.last {
			continue
		}
		if l := &p.leaves[b.first]; l.linkWords == l.words && p.linksHome(l) {
			continue // the site's name
		}
		if s := headlineScore(&p.leaves[b.first], level, said, parts); s > score {
			best, score = p.boxes[i].first, s
		}
	}
	if next := p.headingAfter(best); next >= 0 && p.namesSite(best) {
		return next
	}
	return best
}

// headingAfter is the leaf of the next heading behind leaf i, -1 if there is
// none before the first prose.
func (p *page) headingAfter(i int) int {
	if i < 0 {
		return -1
	}
	for _, b := range p.boxes {
		if headingLevel(b.node) == 0 || b.first <= i || b.first >= b.last {
			continue
		}
		for j := i + 1; j < b.first; j++ {
			if p.leaves[j].words >= 25 {
				return -1
			}
		}
		return b.first
	}
	return -1
}

// around are the marks that a leaf has by itself and by the boxes around it.
func (p *page) around(l *leaf) marks {
	var m marks
	for b := l.box; b >= 0; b = p.boxes[b].parent {
		m |= p.boxes[b].own
	}
	return m
}

// namesSite tells whether a heading is the site's name, as on pages whose
// programme or issue has a heading of its own below: it is one part of several
// of the page's title, and the header, the footer or the address has it too.
func (p *page) namesSite(i int) bool {
	l := &p.leaves[i]
	parts := titleParts(p.meta.title)
	if len(parts) < 2 || l.words > 6 || !sameWords(parts[0], l.text) && !sameWords(parts[len(parts)-1], l.text) {
		return false
	}
	if p.around(l)&inHeader != 0 || p.isLogo(l) || inHost(l.text, hostOf(p.address(""))) {
		return true
	}
	name := foldLetters(l.text)
	for j := max(i+1, len(p.leaves)-4); j < len(p.leaves); j++ {
		f := &p.leaves[j]
		if rest, ok := strings.CutPrefix(f.text, "©"); (ok || p.around(f)&inFooter != 0) && strings.HasPrefix(strings.TrimLeft(foldLetters(rest), "0123456789"), name) {
			return true
		}
	}
	return false
}

// headlineScore rates a heading as the headline; 0 means that it is none.
func headlineScore(l *leaf, level int, said string, parts []string) int {
	score := 0
	switch {
	case level == 1:
		score = 20
	case level == 2:
		score = 10
	case level == 0:
		score = 5
	}
	f := foldLetters(l.text)
	if l.words >= 2 && f != "" && strings.Contains(said, f) {
		return score + 10 + min(len(f), 200)
	}
	for _, part := range parts { // a headline that the title shortens
		if strings.Contains(f, part) {
			return score + 8 + len(part)
		}
	}
	return score
}
