package intake

import (
	"net/url"
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

// describePage sets what a page tells of its article: what machines are told
// first, and what readers see where they are told nothing.
func (p *page) describePage(rep *hearsay.Report, article int) {
	visible := p.visibleLines(article)
	rep.URL = p.address(rep.URL)
	rep.Title = p.headline()
	rep.Published = p.published(visible, rep.URL)
	rep.Outlet = p.outlet(rep)
	rep.Byline = p.byline(article, visible, rep.Outlet)
	rep.Dateline = findDateline(rep.Text, rep.Blocks)
	rep.Lang = p.language(rep)
	rep.Channel = hearsay.ChannelPage
}

// address is the article's own: the canonical one.
func (p *page) address(fetched string) string {
	ld := p.meta.article()
	for _, a := range []string{p.meta.canonical, p.meta.first("og:url"), ld.str("url"), ld.str("mainEntityOfPage"), ld.obj("mainEntityOfPage").str("@id"), p.meta.first("parsely-link", "twitter:url")} {
		if a == "" {
			continue
		}
		if u, err := url.Parse(a); err == nil {
			if p.base != nil {
				u = p.base.ResolveReference(u)
			}
			if u.Host != "" && (u.Scheme == "http" || u.Scheme == "https") {
				return u.String()
			}
		}
	}
	return fetched
}

// headline is the visible headline, or the title that machines are told,
// without the publication's name.
func (p *page) headline() string {
	if t := p.headlineAt; t >= 0 && p.leaves[t].words < 60 {
		return strings.ReplaceAll(p.leaves[t].text, "\n", " ")
	}
	if t := orFirst(p.meta.first("og:title", "citation_title", "dc.title", "parsely-title", "sailthru.title", "twitter:title"), p.meta.article().str("headline")); t != "" {
		return strings.Join(strings.Fields(t), " ")
	}
	title := p.meta.title
	for _, name := range p.headerNames() { // "The Packet: Clerk says …"
		for _, sign := range []string{": ", " :: "} {
			title = strings.TrimPrefix(title, name+sign)
		}
	}
	longest := ""
	for _, s := range titleParts(title) {
		if len(s) > len(longest) {
			longest = s
		}
	}
	return longest
}

// visibleLines are the short lines around the article that may say who wrote
// it and when: what is marked as such, and what stands between the headline
// and the first paragraph.
func (p *page) visibleLines(article int) []string {
	if article < 0 {
		return nil
	}
	from, to := p.leadRange(article)
	var lines []string
	for i := from; i < to; i++ {
		l := &p.leaves[i]
		if l.level == 0 && l.words <= 40 && l.marks&(inNav|inComments|inFooter) == 0 {
			lines = append(lines, strings.Split(l.text, "\n")...)
		}
	}
	b := p.boxes[article]
	for i := to; i < min(b.last+6, len(p.leaves)); i++ {
		l := &p.leaves[i]
		if l.words <= 30 && l.marks&(notSaid|inHeading) == 0 && (l.marks&inMeta != 0 || i >= b.last-2 && l.marks&inQuote == 0) {
			lines = append(lines, strings.Split(l.text, "\n")...)
		}
	}
	return lines
}

// leadRange are the leaves from the headline to the article's first paragraph.
func (p *page) leadRange(article int) (from, to int) {
	b := p.boxes[article]
	title := p.headlineAt
	to = b.first
	for to < b.last && (p.worth(&p.leaves[to]) < 12 || isMetaLine(p.leaves[to].text)) {
		to++
	}
	to = max(to, p.afterLead(b))
	from = max(0, min(b.first, to)-8)
	if title >= 0 && title < to {
		from = max(0, title-2)
	}
	return from, to
}

// published is the day that the article came out, as exactly as the page says.
func (p *page) published(visible []string, address string) hearsay.Date {
	var told hearsay.Date
	for _, s := range p.meta.dates() {
		if told = parseDate(s); !told.IsZero() {
			break
		}
	}
	var seen hearsay.Date
	for _, s := range visible {
		if !isMetaLine(s) || isUpdateLine(s) {
			continue
		}
		if d, span := findDate(s); !span.IsEmpty() && (seen.IsZero() || seen.Precision == hearsay.PrecisionMonth) {
			seen = d
		}
	}
	switch {
	case told.IsZero() && !seen.IsZero():
		return p.atHour(seen)
	case told.Precision == hearsay.PrecisionDay && seen.Precision == hearsay.PrecisionMinute && told.Day() == seen.Day():
		return seen
	case !told.IsZero():
		return told
	}
	for _, s := range p.meta.times {
		if d := parseDate(s); d.Precision != hearsay.PrecisionNone && d.Precision != hearsay.PrecisionYear {
			return d
		}
	}
	if d := dateInAddress(address); !d.IsZero() {
		return d
	}
	if d, span := findDate(p.headline()); !span.IsEmpty() && d.Precision != hearsay.PrecisionMonth {
		return d // "The Noon Hour, Thursday 18 May 2017"
	}
	return hearsay.Date{}
}

// atHour adds the hour that a <time> element gives for a day that is shown.
func (p *page) atHour(day hearsay.Date) hearsay.Date {
	for _, s := range p.meta.times {
		if d := parseDate(s); day.Precision == hearsay.PrecisionDay && d.Day() == day.Day() && d.Precision != hearsay.PrecisionDay {
			return d
		}
	}
	return day
}

// isUpdateLine tells whether a line says when the article was changed, only.
func isUpdateLine(s string) bool {
	low := strings.ToLower(s)
	return containsAny(low, "updated", "modified", "mis à jour", "actualizado", "aktualisiert", "آخر تحديث") && !containsAny(low, "published", "posted", "publié", "publicado", "veröffentlicht", "نشر")
}

// dateInAddress reads the day in an address such as /2015/03/05/letter.
func dateInAddress(address string) hearsay.Date {
	u, err := url.Parse(address)
	if err != nil {
		return hearsay.Date{}
	}
	d, span := findDate(u.Path)
	if span.IsEmpty() || d.Precision == hearsay.PrecisionMonth {
		return hearsay.Date{}
	}
	return d
}

// byline is who wrote the article, if it is not just the outlet's name.
func (p *page) byline(article int, visible []string, outlet string) string {
	authors := p.meta.authors()
	for _, s := range visible {
		if b := bylineOf(s); b != "" && !sameWords(b, outlet) {
			return b
		}
	}
	if authors != "" && !sameWords(authors, outlet) {
		return authors
	}
	for _, s := range visible { // "Severin Oake, regions correspondent", "Belisa Otxara · 2 June 2019"
		name := cutName(s)
		if (hasDate(s) || strings.Contains(s, ", ") || p.isMarkedMeta(s) || p.isNameLine(s, article)) && looksLikePerson(name) && len(strings.Fields(s)) <= 12 && !strings.Contains(foldLetters(name), foldLetters(outlet)) {
			return name
		}
	}
	return ""
}

// isMarkedMeta tells whether the page marks a line as byline or the like.
func (p *page) isMarkedMeta(s string) bool {
	for i := range p.leaves {
		if l := &p.leaves[i]; l.text == s && l.marks&inMeta != 0 {
			return l.linkWords == 0 || l.words > l.linkWords || l.words <= 4
		}
	}
	return false
}

// isNameLine tells whether a line stands alone between the headline and the
// text, unlinked.
func (p *page) isNameLine(s string, article int) bool {
	_, to := p.leadRange(article)
	for i := max(0, p.headlineAt+1); i < to; i++ {
		if l := &p.leaves[i]; l.text == s && l.level == 0 && l.linkWords == 0 && l.marks&notSaid == 0 {
			return p.headlineAt >= 0
		}
	}
	return false
}

// looksLikePerson tells whether s is two to four words that all begin with a
// capital, in a script that has them.
func looksLikePerson(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 4 || isSectionLabel(s) || isUpper(s) {
		return false
	}
	for _, w := range words {
		if strings.ContainsAny(w, "0123456789!?)") {
			return false
		}
		if !startsUpper(w) && !isSmallWord(w) && w != "van" && w != "bin" && w != "el" && w != "al" {
			return false
		}
	}
	return true
}

// language is what the text is found to be in, or what the page declares where
// the text is short.
func (p *page) language(rep *hearsay.Report) string {
	declared, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(p.meta.lang, "_", "-")), "-")
	found := text.Language(said(rep))
	if found == "" || len(rep.Text) < 200 && declared != "" {
		return orFirst(declared, found)
	}
	return found
}
