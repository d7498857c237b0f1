package intake

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"hearsay"
	"hearsay/internal/text"
)

// feedDocument is what every feed becomes: a JSON Feed 1.1. An item alone in
// such a document, with the feed's own name, is the item's original.
type feedDocument struct {
	Version     string     `json:"version"`
	Title       string     `json:"title,omitempty"`
	HomePageURL string     `json:"home_page_url,omitempty"`
	FeedURL     string     `json:"feed_url,omitempty"`
	Language    string     `json:"language,omitempty"`
	Items       []feedItem `json:"items"`
}

type feedItem struct {
	ID            looseString  `json:"id"`
	URL           string       `json:"url,omitempty"`
	Title         string       `json:"title,omitempty"`
	ContentHTML   string       `json:"content_html,omitempty"`
	ContentText   string       `json:"content_text,omitempty"`
	Summary       string       `json:"summary,omitempty"`
	DatePublished string       `json:"date_published,omitempty"`
	DateModified  string       `json:"date_modified,omitempty"`
	Author        *feedAuthor  `json:"author,omitempty"` // of JSON Feed 1.0
	Authors       []feedAuthor `json:"authors,omitempty"`
	Language      string       `json:"language,omitempty"`
	Source        string       `json:"_source,omitempty"` // the publisher that the feed took the item from
}

type feedAuthor struct {
	Name string `json:"name,omitempty"`
}

const jsonFeedVersion = "https://jsonfeed.org/version/1.1"

// looseString takes a JSON string or number: feeds use both for ids.
type looseString string

func (s *looseString) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] != '"' {
		*s = looseString(b)
		return nil
	}
	return json.Unmarshal(b, (*string)(s))
}

// looksLikeFeed tells a feed by its root element, or by the version that a
// JSON Feed names.
func looksLikeFeed(head []byte) bool {
	if bytes.HasPrefix(head, []byte("{")) {
		return bytes.Contains(head, []byte("jsonfeed.org/version/")) || bytes.Contains(head, []byte(`jsonfeed.org\/version\/`))
	}
	switch feedRoot(head) {
	case "rss", "feed", "channel":
		return true
	case "rdf":
		return containsAny(strings.ToLower(string(head)), "purl.org/rss", "netscape.com/rdf", "channel.netscape.com", "<channel", "<item")
	}
	return false
}

// readFeed reads RSS, RDF, Atom, CDF and JSON Feed: each item is a report.
func (r *Reader) readFeed(in Input, yield Yield) {
	going := true
	pass := func(rep *hearsay.Report, err error) bool {
		going = going && yield(rep, err)
		return going
	}
	doc, problems := parseFeed(in)
	for _, err := range problems {
		pass(nil, err)
	}
	var guids ids
	for i := range doc.Items {
		if !going {
			return
		}
		item := &doc.Items[i]
		place := itemPath(in.Path, guids.unique(item.id(i)))
		rep, err := doc.report(in, item, place)
		pass(rep, err)
	}
}

func parseFeed(in Input) (feedDocument, []error) {
	if bytes.HasPrefix(sniffHead(in.Bytes), []byte("{")) {
		return parseJSONFeed(in)
	}
	return parseXMLFeed(in)
}

// parseJSONFeed reads each item by itself, so that a bad one costs no other.
func parseJSONFeed(in Input) (feedDocument, []error) {
	var raw struct {
		feedDocument
		Items []json.RawMessage `json:"items"`
	}
	if err := json.Unmarshal(decodedBytes(in.Bytes), &raw); err != nil {
		return feedDocument{}, []error{badFeed(in.Path, err)}
	}
	doc := raw.feedDocument
	var problems []error
	for i, b := range raw.Items {
		var item feedItem
		if err := json.Unmarshal(b, &item); err != nil {
			problems = append(problems, hearsay.Errorf(hearsay.CodeUnreadable, itemPath(in.Path, strconv.Itoa(i+1)),
				"the feed's item is not as JSON Feed wants it: %s", jsonReason(err)).Do("tell the feed's publisher, or read the page itself"))
			continue
		}
		doc.Items = append(doc.Items, item)
	}
	return doc, problems
}

// decodedBytes are the bytes in UTF-8, whatever charset they were in.
func decodedBytes(b []byte) []byte {
	s, _, _ := text.Decode(b, "")
	return []byte(s)
}

func badFeed(path string, err error) error {
	return hearsay.Errorf(hearsay.CodeUnreadable, path, "the feed cannot be read: %w", err).
		Do("get it again, or read the pages that it points to")
}

// id is the item's own id, its address, or its number.
func (item *feedItem) id(i int) string {
	for _, id := range []string{string(item.ID), item.URL} {
		if id = strings.TrimSpace(id); id != "" {
			return id
		}
	}
	return strconv.Itoa(i + 1)
}

func (doc *feedDocument) report(in Input, item *feedItem, place string) (*hearsay.Report, error) {
	alone := *doc
	alone.Version, alone.Items = jsonFeedVersion, []feedItem{*item}
	raw, err := json.Marshal(alone)
	if err != nil {
		return nil, badFeed(place, err)
	}
	in.Path, in.URL = place, item.URL
	rep := newReport(in, FormatFeed, raw)
	rep.Channel = hearsay.ChannelPage
	rep.Outlet = doc.publisher()
	rep.Title = inlineText(item.Title)
	rep.Byline = item.byline()
	rep.Credit = inlineText(item.Source)
	rep.Lang = primaryLanguage(item.Language, doc.Language)
	if rep.Published = parseDate(item.DatePublished); rep.Published.IsZero() {
		rep.Published = parseDate(item.DateModified)
	}
	item.body(doc.HomePageURL).into(rep)
	describe(rep)
	return rep, nil
}

// publisher is the feed's title without the section that some feeds add to it
// ("Weir News - Politics", "Weir News RSS"), else the host of its page.
func (doc *feedDocument) publisher() string {
	title := inlineText(doc.Title)
	host := hostOf(orFirst(doc.HomePageURL, doc.FeedURL))
	if title == "" {
		return host
	}
	if inHost(title, host) {
		return title
	}
	parts := titleParts(strings.ReplaceAll(title, ": ", " | "))
	for _, s := range parts {
		if inHost(s, host) {
			return s
		}
	}
	kept := parts[:0]
	for _, s := range parts {
		for _, tail := range []string{" RSS feed", " RSS Feed", " RSS", " Atom feed", " feed", " Feed"} {
			s = strings.TrimSuffix(s, tail)
		}
		if s != "RSS" && !isLikelySection(s) && !isSectionLabel(s) {
			kept = append(kept, s)
		}
	}
	if len(kept) == 1 {
		return kept[0]
	}
	return title
}

// body is the item's full text, its summary where it has no more, or its
// title, which is a headline and asserts nothing.
func (item *feedItem) body(home string) body {
	base := item.URL
	if base == "" {
		base = home
	}
	if b := fragmentBody(item.ContentHTML, base); !isBlank(b.text) {
		return b
	}
	for _, s := range []string{item.ContentText, item.Summary} {
		if !isBlank(s) {
			return looseBody(s, base)
		}
	}
	return headline(inlineText(item.Title))
}

// looseBody lays out a text that may or may not be markup, as in RSS
// descriptions.
func looseBody(s, base string) body {
	if hasMarkup(s) {
		return fragmentBody(s, base)
	}
	return textBody(strings.TrimSpace(html.UnescapeString(s)))
}

func (item *feedItem) byline() string {
	authors := item.Authors
	if len(authors) == 0 && item.Author != nil {
		authors = []feedAuthor{*item.Author}
	}
	var names []string
	for _, a := range authors {
		if name := inlineText(a.Name); name != "" && !strings.Contains(name, "@") {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// inlineText is a title or name without markup, entities and line breaks.
func inlineText(s string) string {
	if strings.ContainsAny(s, "<&") {
		s = fragmentBody(s, "").text
	}
	return strings.Join(strings.Fields(s), " ")
}

// hasMarkup tells whether s has something like an HTML tag.
func hasMarkup(s string) bool {
	for i := strings.IndexByte(s, '<'); i >= 0 && i+1 < len(s); {
		if c := s[i+1] | 0x20; c >= 'a' && c <= 'z' || s[i+1] == '/' || s[i+1] == '!' {
			return strings.IndexByte(s[i:], '>') > 0
		}
		next := strings.IndexByte(s[i+1:], '<')
		if next < 0 {
			return false
		}
		i += 1 + next
	}
	return false
}

func isBlank(s string) bool { return strings.TrimSpace(s) == "" }

// primaryLanguage is the first language named, without region: "en" of "en-GB".
func primaryLanguage(tags ...string) string {
	for _, t := range tags {
		t, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(t)), "-")
		t, _, _ = strings.Cut(t, "_")
		if len(t) == 2 || len(t) == 3 {
			return t
		}
	}
	return ""
}
