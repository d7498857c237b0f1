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
	return best
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
