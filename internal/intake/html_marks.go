package intake

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// skippedElement tells whether an element's content is no text of the page.
func skippedElement(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Object, atom.Embed,
		atom.Svg, atom.Math, atom.Canvas, atom.Audio, atom.Video, atom.Select, atom.Textarea, atom.Button,
		atom.Input, atom.Head, atom.Title, atom.Map, atom.Dialog,
		atom.Del, atom.S, atom.Strike: // struck out: taken back
		return true
	}
	return false
}

// isBlock tells whether an element begins and ends a block of text.
func isBlock(a atom.Atom) bool {
	switch a {
	case atom.Html, atom.Body, atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Center, atom.Dd,
		atom.Details, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure,
		atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hr,
		atom.Hgroup, atom.Li, atom.Main, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary,
		atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul, atom.Caption,
		atom.Legend, atom.Menu:
		return true
	}
	return false
}

func headingLevel(n *html.Node) int {
	switch n.DataAtom {
	case atom.H1:
		return 1
	case atom.H2:
		return 2
	case atom.H3:
		return 3
	case atom.H4:
		return 4
	case atom.H5:
		return 5
	case atom.H6:
		return 6
	}
	return 0
}

// isHidden tells whether a browser would not show the element.
func isHidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			return a.Val == "true" && n.DataAtom != atom.Body && n.DataAtom != atom.Div
		case "style":
			s := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			if strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden") {
				return true
			}
		}
	}
	return false
}

// marksOf reads what an element is from its name, its role, its microdata and
// the words of its class names and id.
func marksOf(n *html.Node) marks {
	var m marks
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Main:
		return 0
	case atom.Nav, atom.Menu:
		m |= inNav | inRole
	case atom.Footer:
		m |= inFooter | inRole
	case atom.Aside:
		m |= inAside | inRole
	case atom.Header:
		m |= inHeader | inRole
	case atom.Blockquote:
		m |= inQuote
	case atom.Figcaption, atom.Caption:
		m |= inCaption
	case atom.Li, atom.Dd, atom.Dt:
		m |= inList
	case atom.Table:
		m |= inTable
	case atom.Pre:
		m |= inCode
	case atom.Time, atom.Address:
		m |= inMeta
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		m |= inHeading
	case atom.Form, atom.Fieldset, atom.Label:
		m |= inRole
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id", "data-component", "data-testid", "data-module":
			m |= marksOfNames(a.Val, n.DataAtom)
		case "role":
			m |= marksOfRole(a.Val)
		case "itemprop":
			m |= marksOfItem(a.Val)
		case "rel":
			if a.Val == "author" {
				m |= inMeta
			}
		}
	}
	return m
}

func marksOfRole(role string) marks {
	switch strings.ToLower(role) {
	case "navigation", "menu", "menubar", "search", "tablist":
		return inNav | inRole
	case "contentinfo":
		return inFooter | inRole
	case "complementary":
		return inAside | inRole
	case "banner":
		return inHeader | inRole
	case "dialog", "alertdialog", "alert", "toolbar":
		return inFurniture | inRole
	}
	return 0
}

func marksOfItem(prop string) marks {
	switch {
	case strings.Contains(prop, "articleBody"):
		return inArticle
	case strings.Contains(prop, "author"), strings.Contains(prop, "datePublished"), strings.Contains(prop, "dateModified"):
		return inMeta
	case strings.Contains(prop, "caption"):
		return inCaption
	case strings.Contains(prop, "comment"):
		return inComments
	}
	return 0
}

// marksOfNames reads class names, ids and the like: "article__byline",
// "cookie-bar", "relatedLinks", "sharedaddy".
func marksOfNames(names string, a atom.Atom) marks {
	if len(names) > 400 {
		names = names[:400]
	}
	var m marks
	for name := range strings.FieldsSeq(names) {
		m |= marksOfName(name, a)
	}
	return m
}

func marksOfName(name string, a atom.Atom) marks {
	var m marks
	low := strings.ToLower(name)
	if containsAny(low, "articlebody", "article-body", "article__body", "article_body", "story-body", "storybody",
		"story__body", "entry-content", "post-content", "article-content", "articlecontent", "article__content",
		"article-text", "articletext", "post-body", "postbody", "body-copy", "article-copy", "story-content", "td-post-content") {
		m |= inArticle
	}
	if containsAny(low, "sharedaddy", "taboola", "outbrain", "addthis", "addtoany", "disqus", "jp-related", "mailchimp") {
		m |= inFurniture
	}
	first, previous := "", ""
	n := 0
	for word := range nameWords(name) {
		w := strings.ToLower(word)
		if n++; n == 1 {
			first = w
		}
		if (previous == "sidebar" || previous == "rail") && n > 2 { // "content-sidebar-wrap" is around both
			m &^= inAside
		}
		if !isQualifier(previous) {
			m |= marksOfWord(w, a)
		}
		previous = w
	}
	if isQualifier(first) { // "has-no-sidebar"
		m &^= notSaid
	}
	if a == atom.Article { // "tag-elections", "author-lund" tell what it is about
		m &= inComments | inAside | inArticle
	}
	return m
}

// nameWords are the words of a class name: parted by punctuation, by digits
// and by capitals.
func nameWords(name string) func(func(string) bool) {
	return func(yield func(string) bool) {
		start := -1
		for i := 0; i <= len(name); i++ {
			letter := i < len(name) && (name[i]|0x20 >= 'a' && name[i]|0x20 <= 'z')
			hump := letter && start >= 0 && i > start && name[i] < 'a' && name[i-1] >= 'a'
			if start >= 0 && (!letter || hump) {
				if !yield(name[start:i]) {
					return
				}
				start = -1
			}
			if letter && start < 0 {
				start = i
			}
		}
	}
}

// isQualifier tells whether a word of a class name turns the next one into a
// statement about something else: "has-sidebar", "no-comments", "w-sidebar".
func isQualifier(w string) bool {
	switch w {
	case "has", "no", "w", "with", "without", "not", "is", "js", "u", "hide", "show", "col", "row", "grid", "hs", "category", "post":
		return true
	}
	return false
}

// marksOfWord says what one word of a class name tells.
func marksOfWord(w string, a atom.Atom) marks {
	switch w {
	case "nav", "navigation", "navbar", "menu", "subnav", "topnav", "breadcrumb", "breadcrumbs", "crumbs", "crumb",
		"pagination", "pager", "sections", "skip", "toc", "topbar", "navi", "menubar":
		return inNav
	case "footer", "foot", "imprint", "colophon", "legal", "copyright", "tiny", "disclaimer", "smallprint", "bottombar":
		return inFooter
	case "sidebar", "rail", "related", "recommended", "recommendations", "recommendation", "recommend", "readnext",
		"popular", "trending", "mostread", "readmore", "teaser", "teasers", "widget", "widgets", "aside", "alsoread",
		"suggested", "upnext", "siblings", "seealso", "infobox", "factbox", "relatedlinks", "relatednews",
		"morefrom", "recirc", "recirculation", "onward", "links", "topstories", "latest", "storylines", "playlist":
		return inAside
	case "comments", "comment", "respond", "commentlist", "discussion", "replies", "coments", "livefyre", "commenting":
		return inComments
	case "cookie", "cookies", "consent", "gdpr", "newsletter", "subscribe", "subscription", "promo", "promos",
		"promotion", "promoted", "advert", "adverts", "advertisement", "advertising", "ad", "ads", "sponsor",
		"sponsored", "share", "sharing", "sharebar", "shares", "social", "socials", "paywall", "signup", "modal",
		"popup", "overlay", "donate", "donation", "support", "ticker", "player", "toolbar", "tools", "tags", "tag", "tagged",
		"keywords", "print", "login", "register", "poll", "quiz", "survey", "rating", "ratings", "banner",
		"loading", "placeholder", "adsbygoogle", "dfp", "marketing", "utility", "cta", "follow", "reprints",
		"sharethis", "shariff", "taglist", "taxonomy", "topics", "backtotop", "feedback", "appeal", "membership",
		"bio", "authorbio", "biography", "aboutauthor", "slideshow", "carousel", "gallery":
		return inFurniture
	case "byline", "dateline", "credit", "credits", "author", "authors", "standfirst", "dek", "subtitle", "subtitles",
		"kicker", "stamp", "timestamp", "pubdate", "published", "publishdate", "meta", "metadata", "written", "strapline", "strap", "subhead", "deck", "byauthor",
		"posted", "postinfo", "postmeta", "info", "date", "time", "datetime":
		return inMeta
	case "masthead", "logo", "brand", "branding", "hdr", "sitename", "siteheader", "pageheader":
		return inHeader
	case "caption", "figcaption", "wp-caption", "legend":
		return inCaption
	case "headline":
		if a != atom.Div && a != atom.Section {
			return inHeading
		}
	case "blockquote":
		return inQuote
	}
	return 0
}

func containsAny(s string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

// isDataRow tells whether a table row holds data: two cells or more, none of
// which is laid out as a part of the page.
func isDataRow(tr *html.Node) bool {
	cells, size := 0, 0
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
			cells++
			n, flat := flatText(c, 0)
			if size += n; !flat {
				return false
			}
		}
	}
	return cells >= 2 && size <= 120*cells
}

// flatText is the length of the text below n; flat is false if n holds more
// than one block of text.
func flatText(n *html.Node, depth int) (size int, flat bool) {
	blocks := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			size += len(strings.TrimSpace(c.Data))
		case c.DataAtom == atom.Table, c.DataAtom == atom.Ul, headingLevel(c) > 0, depth > 8:
			return size, false
		case c.Type == html.ElementNode:
			if isBlock(c.DataAtom) || c.DataAtom == atom.Br {
				blocks++
			}
			below, ok := flatText(c, depth+1)
			if size += below; !ok {
				return size, false
			}
		}
	}
	return size, blocks <= 2
}
