package web

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestValid: the HTML of every page is what it looks like: elements nest as
// they are written, ids are there once and all that point to one find it,
// every field has a label, and headings go down step by step. It holds for
// reports that try to break out too.
func TestValid(t *testing.T) {
	d := demoDesk(t)
	used(t, d)
	var addresses []string
	for _, p := range pagesOf(t, d) {
		addresses = append(addresses, p[1])
	}
	addresses = append(addresses, "/?single=on&sort=newest", "/?speaker=nobody", "/search", "/search?q=stance%3Amad", "/search?q=wedings", "/names?q=zzz", "/trace?q=lamp+wedding")
	for _, hash := range hashes(t, d) {
		addresses = append(addresses, "/report/"+hash+"?links=open")
	}
	for _, a := range addresses {
		valid(t, a, get(d, a).Body.String())
	}
	evil := desk(t, texts(t, hostile()))
	addresses = []string{"/", "/names", "/sources", "/network", "/search?q=bridge", "/search?q=%22%3E%3Cp%3E", "/names?q=%22%3E%3Cp%3E", "/review", "/reading"}
	for _, a := range slices.Concat(all(open(t, evil, "/"), "a", "words"), all(open(t, evil, "/names"), "td", ""), all(open(t, evil, "/sources"), "td", "")) {
		for _, l := range append(all(a, "a", ""), a) {
			if to := attr(l, "href"); to != "" {
				addresses = append(addresses, to)
			}
		}
	}
	for _, hash := range hashes(t, evil) {
		addresses = append(addresses, "/report/"+hash)
	}
	for _, a := range addresses {
		valid(t, a, get(evil, a).Body.String())
	}
}

func valid(t *testing.T, address, page string) {
	t.Helper()
	root := parse(t, page)
	faults := slices.Concat(written(page, root), ids(root), fields(root), headings(root), children(root))
	for _, f := range faults {
		t.Errorf("%s: %s", address, f)
	}
}

// level is an element with how deep it stands.
type level struct {
	name  string
	depth int
}

// written compares how elements nest in the source with what a browser makes
// of it: they differ where one is not closed, or stands where it may not.
func written(page string, root *html.Node) []string {
	var source []level
	depth := 0
	for z := html.NewTokenizer(strings.NewReader(page)); ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		name, _ := z.TagName()
		switch kind {
		case html.StartTagToken:
			source = append(source, level{strings.ToLower(string(name)), depth})
			if !void(string(name)) {
				depth++
			}
		case html.SelfClosingTagToken:
			source = append(source, level{strings.ToLower(string(name)), depth})
		case html.EndTagToken:
			depth--
		}
	}
	var tree []level
	var walk func(n *html.Node, depth int)
	walk = func(n *html.Node, depth int) {
		for c := range n.ChildNodes() {
			if c.Type == html.ElementNode {
				tree = append(tree, level{strings.ToLower(c.Data), depth})
				walk(c, depth+1)
			}
		}
	}
	walk(root, 0)
	for i := range min(len(source), len(tree)) {
		if source[i] != tree[i] {
			return []string{fmt.Sprintf("element %d is written as %v and becomes %v", i, source[i], tree[i])}
		}
	}
	if len(source) != len(tree) || depth != 0 {
		return []string{fmt.Sprintf("%d elements are written and %d are there; %d are left open", len(source), len(tree), depth)}
	}
	return nil
}

func void(name string) bool {
	return slices.Contains([]string{"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}, name)
}

// ids finds those that are there twice, and what points to none.
func ids(root *html.Node) (faults []string) {
	there := map[string]bool{}
	for _, n := range all(root, "", "") {
		if id := attr(n, "id"); id != "" {
			if there[id] {
				faults = append(faults, "the id "+id+" is there twice")
			}
			there[id] = true
		}
	}
	for _, n := range all(root, "", "") {
		for _, key := range []string{"for", "form", "list", "aria-describedby", "aria-labelledby", "aria-controls"} {
			if to := attr(n, key); to != "" && !there[to] {
				faults = append(faults, fmt.Sprintf("<%s %s=%q> points to nothing", n.Data, key, to))
			}
		}
		if to, inside := strings.CutPrefix(attr(n, "href"), "#"); inside && !there[to] {
			faults = append(faults, "the link #"+to+" leads nowhere")
		}
	}
	return faults
}

// fields finds fields without a label, and what can be pressed inside what can
// be pressed.
func fields(root *html.Node) (faults []string) {
	labelled := map[string]bool{}
	for _, l := range all(root, "label", "") {
		labelled[attr(l, "for")] = true
	}
	for _, n := range all(root, "", "") {
		switch n.Data {
		case "input", "select", "textarea":
			if attr(n, "type") != "hidden" && !labelled[attr(n, "id")] && attr(n, "aria-label") == "" && !within(n, "label") {
				faults = append(faults, fmt.Sprintf("<%s name=%q> has no label", n.Data, attr(n, "name")))
			}
		case "a", "button", "summary":
			if within(n, "a", "button", "label") {
				faults = append(faults, "a <"+n.Data+"> stands in another one")
			}
			if shown(n) == "" && attr(n, "aria-label") == "" {
				faults = append(faults, "a <"+n.Data+"> says nothing")
			}
		}
	}
	return faults
}

func within(n *html.Node, names ...string) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.Type == html.ElementNode && slices.Contains(names, p.Data) {
			return true
		}
	}
	return false
}

// headings finds a page without one <h1>, and levels that are left out.
func headings(root *html.Node) (faults []string) {
	if n := len(all(root, "h1", "")); n != 1 {
		faults = append(faults, fmt.Sprintf("%d <h1>", n))
	}
	if n := len(all(root, "main", "")); n != 1 {
		faults = append(faults, fmt.Sprintf("%d <main>", n))
	}
	last := 1
	for _, n := range all(root, "", "") {
		if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
			if at := int(n.Data[1] - '0'); at > last+1 {
				faults = append(faults, fmt.Sprintf("<%s> %q behind <h%d>", n.Data, shown(n), last))
			} else {
				last = at
			}
		}
	}
	return faults
}

// children finds what may not stand in a list or in a line of text.
func children(root *html.Node) (faults []string) {
	allowed := map[string][]string{"ul": {"li"}, "ol": {"li"}, "dl": {"dt", "dd", "div"}, "tr": {"td", "th"}, "table": {"thead", "tbody"},
		"select": {"option"}, "datalist": {"option"}}
	for _, n := range all(root, "", "") {
		for c := range n.ChildNodes() {
			if c.Type == html.ElementNode && allowed[n.Data] != nil && !slices.Contains(allowed[n.Data], c.Data) {
				faults = append(faults, fmt.Sprintf("a <%s> in a <%s>", c.Data, n.Data))
			}
		}
		if slices.Contains([]string{"div", "p", "ul", "ol", "form", "section", "table", "blockquote"}, n.Data) && within(n, "p", "span", "button", "summary", "q", "bdi") {
			faults = append(faults, "a <"+n.Data+"> in a line of text")
		}
	}
	return faults
}
