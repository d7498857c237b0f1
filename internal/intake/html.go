package intake

import (
	"bytes"
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"hearsay"
	"hearsay/internal/text"
)

// readHTML reads a web page: what the article says, without the page's
// furniture, and what the page tells of its publisher, title and date.
func (r *Reader) readHTML(in Input, yield Yield) {
	markup, _, _ := text.Decode(in.Bytes, in.ContentType)
	root, err := html.Parse(strings.NewReader(markup))
	if err != nil {
		yield(nil, hearsay.Errorf(hearsay.CodeUnreadable, in.Path, "the page's markup cannot be read: %w", err).
			Do("save the page again"))
		return
	}
	rep := newReport(in, FormatHTML, in.Bytes)
	readPage(root, rep)
	if rep.Text == "" {
		yield(nil, hearsay.Errorf(hearsay.CodeUnreadable, in.Path, "the page has no article that could be read").
			Do("open it in a browser, and save the article's own page as it is shown there"))
		return
	}
	yield(rep, nil)
}

// readPage fills rep from a parsed page. Where nothing readable is shown, what
// a browser would hide is looked at too: some pages show it by a script.
func readPage(root *html.Node, rep *hearsay.Report) {
	base := parseBase(rep.URL)
	for _, hidden := range []bool{false, true} {
		p := layOut(root, base, hidden)
		article := p.findArticle()
		if article < 0 {
			continue
		}
		pieces := p.pieces(article, p.headline())
		compose(pieces).into(rep)
		p.describePage(rep, article)
		if kept := withoutImprint(pieces, rep.Outlet); len(kept) < len(pieces) {
			compose(kept).into(rep)
		}
		if rep.Text != "" {
			return
		}
	}
}

// withoutImprint drops last pieces that say whose the publication is.
func withoutImprint(pieces []piece, outlet string) []piece {
	for n := len(pieces); n > 1; n-- {
		if s := pieces[n-1].leaf.text; !isImprint(s, outlet) && !isTailFurniture(s) {
			return pieces[:n]
		}
	}
	return pieces[:min(1, len(pieces))]
}

// parseBase is the address that relative links start from, nil if it is none.
func parseBase(address string) *url.URL {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return nil
	}
	return u
}

func looksLikeHTML(head []byte) bool {
	head = bytes.ToLower(head[:min(len(head), 2048)])
	for bytes.HasPrefix(head, []byte("<!--")) || bytes.HasPrefix(head, []byte("<?xml")) {
		_, rest, ok := bytes.Cut(head, []byte(">"))
		if !ok {
			break
		}
		head = bytes.TrimSpace(rest)
	}
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<script", "<div", "<p>", "<table", "<h1", "<article", "<main", "<link"} {
		if bytes.HasPrefix(head, []byte(tag)) {
			return true
		}
	}
	return bytes.Contains(head, []byte("<html")) || bytes.Contains(head, []byte("<!doctype html"))
}
