package intake

import (
	"net/url"
	"strings"

	"golang.org/x/net/html/atom"

	"hearsay"
)

// outlet is the publication's name: what the page tells machines; else the
// part of its title that its header, footer or address confirms; else the
// name in its header; else its host.
func (p *page) outlet(rep *hearsay.Report) string {
	m := &p.meta
	host := hostOf(rep.URL)
	told := ""
	for _, name := range []string{
		m.first("og:site_name"), m.publisher(),
		m.first("citation_journal_title", "citation_publisher", "application-name", "dc.publisher", "dcterms.publisher", "publisher", "apple-mobile-web-app-title", "copyright_holder", "source", "source-name"),
	} {
		n := cleanOutlet(name)
		if n != "" && inHost(n, host) {
			return n
		}
		told = orFirst(told, n)
	}
	headers, footers := p.headerNames(), p.footerLines()
	affix := affixName(m.title, rep.Title, host, headers, footers)
	switch {
	case told != "" && !inHost(affix, host):
		return told
	case affix != "":
		return affix
	}
	if name := prefixName(m.title, rep.Title); name != "" && confirmed(name, host, headers, footers) {
		return publicationName(name)
	}
	for _, n := range headers {
		if confirmed(n, host, nil, footers) {
			return publicationName(n)
		}
	}
	if host != "" {
		return orFirst(copyrightName(footers), host)
	}
	return orFirst(mastheadName(headers), copyrightName(footers))
}

// cleanOutlet drops addresses and handles that stand where a name should, and
// the slogan behind a name.
func cleanOutlet(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	for _, sep := range []string{" | ", " – ", " — ", " - ", " :: "} {
		s, _, _ = strings.Cut(s, sep)
	}
	if strings.Contains(s, "://") || strings.HasPrefix(s, "@") || len(s) > 80 {
		return ""
	}
	return s
}

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// titleParts are the parts of a page's title between the signs that publishers
// put between headline, section and name.
func titleParts(title string) []string {
	for _, sep := range []string{"–", "—", "»", "«", "·", "•", "::", "|", "‖", "‹", "›"} {
		title = strings.ReplaceAll(title, " "+sep+" ", "\x00")
	}
	title = strings.ReplaceAll(title, "|", "\x00")
	title = strings.ReplaceAll(title, " - ", "\x00")
	title = strings.ReplaceAll(title, " : ", "\x00")
	var parts []string
	for s := range strings.SplitSeq(title, "\x00") {
		if s = strings.TrimSpace(s); s != "" {
			parts = append(parts, s)
		}
	}
	return parts
}

// affixName finds the name among the parts of the page's title that are not
// the headline.
func affixName(title, headline, host string, headers, footers []string) string {
	parts := titleParts(title)
	if len(parts) < 2 {
		return ""
	}
	var rest []string
	for i, s := range parts {
		if !partOf(s, headline) && !isSectionLabel(s) && !hasDate(s) && len(strings.Fields(s)) <= 8 && (i == 0 || i == len(parts)-1) {
			rest = append(rest, s)
		}
	}
	for _, s := range rest {
		if confirmed(s, host, headers, footers) {
			return s
		}
	}
	if len(rest) > 0 && !isLikelySection(rest[len(rest)-1]) {
		return rest[len(rest)-1]
	}
	return ""
}

// prefixName is what a page's title has before the headline and a colon:
// "Radio Delta: Doctor contradicts police".
func prefixName(title, headline string) string {
	name, rest, ok := strings.Cut(title, ": ")
	if !ok || !sameWords(rest, headline) || len(strings.Fields(name)) > 6 || isSectionLabel(name) {
		return ""
	}
	return name
}

// partOf tells whether a part of the title belongs to the headline.
func partOf(part, headline string) bool {
	a, b := foldLetters(part), foldLetters(headline)
	return a == "" || b != "" && strings.Contains(b, a)
}

// isLikelySection tells whether a part of a title names a section, if nothing
// confirms it as a name: one word of a general kind.
func isLikelySection(s string) bool {
	switch strings.ToLower(s) {
	case "home", "homepage", "news", "latest", "archive", "region", "regions", "city", "town", "culture", "economy", "health", "science", "technology", "video", "photos", "podcast", "blog", "article", "story", "index":
		return true
	}
	return isSectionLabel(s)
}

// confirmed tells whether something else on the page bears the name: a header,
// the footer, or the address.
func confirmed(name, host string, headers, footers []string) bool {
	n := foldLetters(name)
	if len(n) < 3 {
		return false
	}
	for _, h := range headers {
		if strings.HasPrefix(foldLetters(h), n) {
			return true
		}
	}
	for _, f := range footers {
		if strings.Contains(foldLetters(f), n) {
			return true
		}
	}
	return inHost(name, host)
}

// inHost tells whether a host is made of the name: "The Evening Pitch" and
// eveningpitch.example.
func inHost(name, host string) bool {
	h := foldLetters(strings.SplitN(host, ".", 2)[0])
	n := foldLetters(strings.ReplaceAll(strings.ReplaceAll(name, "&", "and"), "+", "and"))
	if len(h) < 3 {
		return false
	}
	return h == n || "the"+h == n || h == "the"+n || strings.HasPrefix(n, h) && len(h)*4 >= len(n)*3
}

// headerNames are the short texts above the article that may be its
// publication's name: those marked as header or logo, links to the front page,
// and what stands first on the page.
func (p *page) headerNames() []string {
	var marked, first []string
	title := p.headlineAt
	for i := range p.leaves {
		l := &p.leaves[i]
		if title >= 0 && i >= title || i > 60 {
			break
		}
		name := headerName(l)
		if name == "" || l.marks&(inFurniture|inComments) != 0 {
			continue
		}
		switch {
		case l.marks&inHeader != 0 || p.linksHome(l) || p.isLogo(l):
			marked = append(marked, name)
		case i < 8 && l.marks&inNav == 0:
			first = append(first, name)
		}
	}
	return append(marked, first...)
}

// headerName is the first line of a leaf, or its bold or linked beginning, if
// it is short enough for a name.
func headerName(l *leaf) string {
	line, _, _ := strings.Cut(l.text, "\n")
	if len(l.links) > 0 && l.links[0].Span.Start == 0 && l.links[0].Span.End <= len(l.text) {
		line = l.text[:l.links[0].Span.End]
	}
	for _, sep := range []string{" — ", " – ", " | ", " · ", " - ", " / "} {
		line, _, _ = strings.Cut(line, sep)
	}
	line = strings.Trim(line, " \t|·•–—-")
	if words := len(strings.Fields(line)); words == 0 || words > 8 || endsSentence(line) {
		return ""
	}
	return line
}

// linksHome tells whether a leaf begins with a link to the site's front page.
func (p *page) linksHome(l *leaf) bool {
	if len(l.links) == 0 || l.links[0].Span.Start > 0 {
		return false
	}
	u, err := url.Parse(l.links[0].URL)
	return err == nil && (u.Path == "/" || u.Path == "") && u.RawQuery == ""
}

// isLogo tells whether a leaf is set apart as a site's name is: in an element
// with a telling id or class.
func (p *page) isLogo(l *leaf) bool {
	for b, up := l.box, 0; b >= 0 && up < 3; b, up = p.boxes[b].parent, up+1 {
		n := p.boxes[b].node
		if n.DataAtom == atom.Body {
			return false
		}
		for name := range strings.FieldsSeq(strings.ToLower(attr(n, "class") + " " + attr(n, "id"))) {
			switch name {
			case "site", "site-title", "sitename", "site-name", "title", "name", "top", "head", "bar", "paper", "publication", "station", "flag", "nameplate":
				return true
			}
		}
	}
	return false
}

// mastheadName is the first header that can be a name at all.
func mastheadName(headers []string) string {
	for _, h := range headers {
		low := strings.ToLower(h)
		if isLikelySection(h) || strings.HasPrefix(low, "skip") || strings.HasPrefix(low, "menu") || strings.HasPrefix(low, "search") || !startsUpper(h) && !isUncased(h) {
			continue
		}
		return publicationName(h)
	}
	return ""
}

// footerLines are the lines below the article that may say who publishes.
func (p *page) footerLines() []string {
	var out []string
	for i := len(p.leaves) - 1; i >= 0 && i >= len(p.leaves)-12; i-- {
		if l := &p.leaves[i]; l.words <= 40 {
			out = append(out, l.text)
		}
	}
	return out
}

// copyrightName is the name behind a copyright sign: "© 2015 Lisan Monitor."
func copyrightName(lines []string) string {
	for _, l := range lines {
		_, after, ok := strings.Cut(l, "©")
		if !ok {
			if _, after, ok = strings.Cut(l, "Copyright"); !ok {
				continue
			}
		}
		after = strings.TrimLeft(after, " 0123456789-–,.©")
		for _, sep := range []string{". ", " All rights", ",", "|", "·", "\n"} {
			after, _, _ = strings.Cut(after, sep)
		}
		after = strings.TrimRight(strings.Trim(after, " .,;"), " 0123456789")
		after = strings.TrimPrefix(after, "by ")
		if n := len(strings.Fields(after)); n > 0 && n <= 6 && startsUpper(after) {
			return after
		}
	}
	return ""
}
