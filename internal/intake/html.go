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
	p := layOut(root, parseBase(in.URL), false)
	rep := newReport(in, FormatHTML, in.Bytes)
	a := p.findArticle()
	if a >= 0 {
		compose(p.pieces(a, "")).into(rep)
	}
	yield(rep, nil)
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
