package intake

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/mmcdole/gofeed"
	"github.com/mmcdole/gofeed/atom"
	"github.com/mmcdole/gofeed/rss"
	"golang.org/x/net/html/charset"

	"hearsay/internal/text"
)

// parseXMLFeed reads a feed as a whole or, where it is damaged, item by item:
// a feed that breaks off still gives the items before the break.
func parseXMLFeed(in Input) (feedDocument, []error) {
	data := feedXML(in)
	doc, err := parseXML(data)
	if err == nil {
		return doc, nil
	}
	whole := badFeed(in.Path, err)
	head, items := cutItems(data)
	for _, item := range items {
		one, err := parseXML(bytes.Join([][]byte{head, item, closing(head)}, nil))
		if err == nil && len(one.Items) > 0 {
			one.Items = append(doc.Items, one.Items[0])
			doc = one
		}
	}
	return doc, []error{whole}
}

func parseXML(data []byte) (feedDocument, error) {
	switch feedRoot(data) {
	case "rss", "rdf":
		return parseRSS(data)
	case "feed":
		return parseAtom(strayItem.ReplaceAll(data, []byte("<${1}entry$2")))
	case "channel":
		return parseCDF(data)
	}
	return feedDocument{}, errors.New("it has no feed's root element")
}

func parseRSS(data []byte) (feedDocument, error) {
	feed, err := (&rss.Parser{}).Parse(bytes.NewReader(data))
	if err != nil {
		return feedDocument{}, err
	}
	plain, err := (&gofeed.DefaultRSSTranslator{}).Translate(feed)
	if err != nil {
		return feedDocument{}, err
	}
	doc := fromFeed(plain)
	for i, item := range feed.Items {
		if item.Source != nil && i < len(doc.Items) {
			doc.Items[i].Source = firstOf(item.Source.Title, item.Source.URL)
		}
	}
	return doc, nil
}

func parseAtom(data []byte) (feedDocument, error) {
	feed, err := (&atom.Parser{}).Parse(bytes.NewReader(data))
	if err != nil {
		return feedDocument{}, err
	}
	plain, err := (&gofeed.DefaultAtomTranslator{}).Translate(feed)
	if err != nil {
		return feedDocument{}, err
	}
	doc := fromFeed(plain)
	for i, entry := range feed.Entries {
		if i >= len(doc.Items) {
			break
		}
		item := &doc.Items[i]
		if entry.Source != nil {
			item.Source = firstOf(entry.Source.Title, entry.Source.ID)
		}
		if c := entry.Content; c != nil && (c.Type == "text" || c.Type == "text/plain") {
			item.ContentHTML, item.ContentText = "", c.Value
		}
	}
	return doc, nil
}

func fromFeed(feed *gofeed.Feed) feedDocument {
	doc := feedDocument{
		Version:     jsonFeedVersion,
		Title:       feed.Title,
		HomePageURL: strings.TrimSpace(feed.Link),
		FeedURL:     strings.TrimSpace(feed.FeedLink),
		Language:    feed.Language,
	}
	for _, it := range feed.Items {
		item := feedItem{
			ID:            looseString(it.GUID),
			URL:           strings.TrimSpace(it.Link),
			Title:         it.Title,
			Summary:       it.Description,
			DatePublished: it.Published,
			DateModified:  it.Updated,
		}
		if guid := strings.TrimSpace(it.GUID); item.URL == "" && strings.HasPrefix(guid, "http") {
			item.URL = guid // RSS: a guid is the item's address unless it says that it is none
		}
		if hasMarkup(it.Content) {
			item.ContentHTML = it.Content
		} else {
			item.ContentText = it.Content
		}
		for _, a := range it.Authors {
			item.Authors = append(item.Authors, feedAuthor{Name: a.Name})
		}
		doc.Items = append(doc.Items, item)
	}
	return doc
}

// parseCDF reads the Channel Definition Format of 1997, whose names are
// written in either case.
func parseCDF(data []byte) (feedDocument, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict, d.CharsetReader = false, charset.NewReaderLabel
	doc := feedDocument{Version: jsonFeedVersion}
	var item *feedItem
	for {
		token, err := d.Token()
		if err == io.EOF {
			return doc, nil
		}
		if err != nil {
			return doc, err
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			if end, ok := token.(xml.EndElement); ok && strings.EqualFold(end.Name.Local, "item") {
				item = nil
			}
			continue
		}
		name := strings.ToLower(start.Name.Local)
		switch name {
		case "item":
			doc.Items = append(doc.Items, feedItem{URL: xmlAttr(start, "href"), DateModified: xmlAttr(start, "lastmod")})
			item = &doc.Items[len(doc.Items)-1]
		case "channel":
			doc.HomePageURL = firstOf(doc.HomePageURL, xmlAttr(start, "href"))
		case "title", "abstract":
			var words string
			if err := d.DecodeElement(&words, &start); err != nil {
				return doc, err
			}
			switch {
			case item != nil && name == "title":
				item.Title = words
			case item != nil:
				item.Summary = words
			case name == "title":
				doc.Title = firstOf(doc.Title, words)
			}
		}
	}
}

func xmlAttr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if strings.EqualFold(a.Name.Local, name) {
			return a.Value
		}
	}
	return ""
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" {
			return v
		}
	}
	return ""
}

var (
	xmlProlog      = regexp.MustCompile(`(?s)^(?:\s|<\?.*?\?>|<!--.*?-->|<![A-Za-z][^\[>]*(?:\[.*?\]\s*)?>)*`)
	xmlRoot        = regexp.MustCompile(`^<(?:[\w.-]+:)?([A-Za-z]+)[\s/>]`)
	feedItemTag    = regexp.MustCompile(`(?is)<((?:[\w.-]+:)?(?:item|entry))[\s>].*?</((?:[\w.-]+:)?(?:item|entry))\s*>`)
	xmlName        = regexp.MustCompile(`^<([\w.:-]+)`)
	xmlChannelOpen = regexp.MustCompile(`(?i)<channel[\s>]`)
	strayItem      = regexp.MustCompile(`<(/?)item([\s>])`)
	xmlEncoding    = regexp.MustCompile(`^(\s*<\?xml[^>]*?)\s+encoding\s*=\s*["'][^"']*["']`)
)

// feedRoot is the name of the root element, in lower case, without prefix.
func feedRoot(data []byte) string {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	data = data[len(xmlProlog.Find(data)):]
	if m := xmlRoot.FindSubmatch(data); m != nil {
		return strings.ToLower(string(m[1]))
	}
	return ""
}

// closing ends a feed whose items were taken out and put behind head.
func closing(head []byte) []byte {
	var end []byte
	if xmlChannelOpen.Match(head) && !bytes.Contains(bytes.ToLower(head), []byte("</channel")) {
		end = append(end, "</channel>"...)
	}
	body := bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	body = body[len(xmlProlog.Find(body)):]
	if name := xmlName.FindSubmatch(body); name != nil && !strings.EqualFold(string(name[1]), "channel") {
		end = fmt.Appendf(end, "</%s>", name[1])
	}
	return end
}

// cutItems parts a damaged feed into what stands before its items and the
// items that are complete.
func cutItems(data []byte) (head []byte, items [][]byte) {
	found := feedItemTag.FindAllIndex(data, -1)
	if found == nil {
		return data, nil
	}
	for _, at := range found {
		items = append(items, data[at[0]:at[1]])
	}
	return data[:found[0][0]], items
}

// feedXML is the feed in UTF-8, without a declaration of another charset.
func feedXML(in Input) []byte {
	s, _, _ := text.Decode(in.Bytes, in.ContentType)
	return xmlEncoding.ReplaceAll([]byte(strings.TrimLeft(s, " \t\r\n")), []byte("$1"))
}
