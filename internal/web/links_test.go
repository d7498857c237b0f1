package web

import (
	"strings"
	"testing"
)

// TestLinks: every link of every page leads to a page of the desk. It follows
// them all from the front page, except what only asks the same page otherwise.
func TestLinks(t *testing.T) {
	d := demoDesk(t)
	used(t, d)
	met, queue := map[string]bool{}, []string{"/", "/search?q=sheep"}
	for ; len(queue) > 0; queue = queue[1:] {
		w := get(d, queue[0])
		if w.Code != 200 {
			t.Errorf("%s: status %d", queue[0], w.Code)
		}
		if !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
			continue
		}
		for _, a := range all(parse(t, w.Body.String()), "a", "") {
			to, _, _ := strings.Cut(attr(a, "href"), "#")
			again := strings.HasPrefix(to, "/?") || strings.HasPrefix(to, "/search?") || strings.Contains(to, "?at=")
			if strings.HasPrefix(to, "/") && !again && !met[to] {
				met[to] = true
				queue = append(queue, to)
			}
		}
	}
	if len(met) < 100 {
		t.Errorf("only %d pages were found", len(met))
	}
}

// TestReceiptOpens: each line of a receipt opens what it rests on: a passage
// that is marked in its report, or the page that shows it.
func TestReceiptOpens(t *testing.T) {
	d := demoDesk(t)
	for _, li := range all(all(open(t, d, link(t, open(t, d, "/"), lamp)), "ol", "receipt")[0], "li", "") {
		links := all(li, "a", "")
		if len(links) == 0 {
			t.Errorf("nothing is opened by %q", shown(li))
		}
		for _, a := range links {
			address, at, _ := strings.Cut(attr(a, "href"), "#")
			if page := open(t, d, address); at == "here" && len(all(page, "", "here")) == 0 {
				t.Errorf("%s marks nothing", address)
			}
		}
	}
}
