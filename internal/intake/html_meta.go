package intake

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// pageMeta is what a page says of itself where readers do not see it.
type pageMeta struct {
	title     string            // <title>
	lang      string            // of <html>
	canonical string            // <link rel=canonical>
	named     map[string]string // <meta>, by lower-case name, property or itemprop; the first one wins
	times     []string          // datetime of <time>, in order
	data      []any             // JSON-LD objects
}

func readPageMeta(root *html.Node) pageMeta {
	m := pageMeta{named: map[string]string{}}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			m.lang = attr(n, "lang")
		case atom.Title:
			if m.title == "" && n.Namespace == "" {
				m.title = nodeText(n)
			}
		case atom.Meta:
			m.add(n)
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") && m.canonical == "" {
				m.canonical = strings.TrimSpace(attr(n, "href"))
			}
		case atom.Time:
			if t := attr(n, "datetime"); t != "" {
				m.times = append(m.times, t)
			}
		case atom.Script:
			if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") {
				m.addData(n)
			}
		}
	}
	return m
}

func (m *pageMeta) add(n *html.Node) {
	content := strings.TrimSpace(attr(n, "content"))
	if content == "" {
		return
	}
	for _, key := range [...]string{"property", "name", "itemprop"} {
		name := strings.ToLower(strings.TrimSpace(attr(n, key)))
		if name != "" && m.named[name] == "" {
			m.named[name] = content
		}
	}
}

// addData reads a JSON-LD script; broken ones, of which there are many, count
// for nothing.
func (m *pageMeta) addData(n *html.Node) {
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(c.Data)
	}
	s := strings.TrimSpace(b.String())
	s = strings.TrimSuffix(strings.TrimPrefix(s, "<!--"), "-->")
	var v any
	if json.Unmarshal([]byte(s), &v) != nil {
		// raw line breaks in strings are the commonest fault
		if json.Unmarshal([]byte(strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(s)), &v) != nil {
			return
		}
	}
	m.data = append(m.data, v)
}

// first is the first of the named values that is not empty.
func (m *pageMeta) first(names ...string) string {
	for _, n := range names {
		if v := m.named[n]; v != "" {
			return v
		}
	}
	return ""
}

// nodeText is the text below n with its white space collapsed.
func nodeText(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
