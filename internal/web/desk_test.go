package web

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"hearsay/internal/intake"
	"hearsay/internal/pipeline"
	"hearsay/internal/store"
	"hearsay/internal/trace"
)

const demo = "../cli/demo/case"

// desk serves a case that holds what read takes in.
func desk(t testing.TB, read func(*store.DB, *pipeline.Pipeline)) *Desk {
	t.Helper()
	ctx := context.Background()
	db, err := store.Open(ctx, ":memory:")
	fatal(t, err)
	t.Cleanup(func() { db.Close() })
	p, err := pipeline.New(db, pipeline.Options{Workers: 2})
	fatal(t, err)
	t.Cleanup(func() { p.Close() })
	read(db, p)
	fatal(t, p.Derive(ctx))
	tracer, err := trace.New(db)
	fatal(t, err)
	d, err := New(Options{DB: db, Tracer: tracer, Reader: reader{db, p}, Now: func() time.Time { return time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC) }})
	fatal(t, err)
	t.Cleanup(d.Close)
	return d
}

// reader reads bytes as hearsay serve does.
type reader struct {
	db *store.DB
	p  *pipeline.Pipeline
}

func (r reader) Read(ctx context.Context, items []Item, tell func(pipeline.Progress)) (sum pipeline.Reading, err error) {
	for i, item := range items {
		tell(pipeline.Progress{Stage: "read", Done: i, Total: len(items)})
		if item.Name == "outlets.toml" {
			table, err := intake.ParseOutlets(item.Name, item.Bytes)
			if err != nil {
				return sum, err
			}
			if err := r.db.PutOutlets(ctx, table); err != nil {
				return sum, err
			}
			continue
		}
		got, err := r.one(ctx, item)
		if err != nil {
			return sum, err
		}
		sum.Reports += got.Reports
		sum.Added += got.Added
		sum.Problems = append(sum.Problems, got.Problems...)
	}
	return sum, r.p.Derive(ctx)
}

func (r reader) one(ctx context.Context, item Item) (pipeline.Reading, error) {
	if item.Watch {
		return r.p.ReadChanged(ctx, item.Name, time.Now().Add(time.Hour))
	}
	return r.p.ReadInput(ctx, intake.Input{Path: item.Name, Bytes: item.Bytes})
}

// post sends a form as a page of the desk does, and returns where it leads.
func post(t testing.TB, d *Desk, address string, form url.Values) string {
	t.Helper()
	w := send(d, address, "application/x-www-form-urlencoded", form.Encode())
	if w.Code != http.StatusSeeOther {
		t.Fatalf("%s: status %d: %s", address, w.Code, shown(parse(t, w.Body.String())))
	}
	return w.Header().Get("Location")
}

func demoDesk(t testing.TB) *Desk {
	return desk(t, func(db *store.DB, p *pipeline.Pipeline) {
		ctx := context.Background()
		b, err := os.ReadFile(demo + "/outlets.toml")
		fatal(t, err)
		table, err := intake.ParseOutlets("outlets.toml", b)
		fatal(t, err)
		fatal(t, db.PutOutlets(ctx, table))
		files, err := os.ReadDir(demo + "/docs")
		fatal(t, err)
		for _, f := range files {
			b, err := os.ReadFile(demo + "/docs/" + f.Name())
			fatal(t, err)
			_, err = p.ReadInput(ctx, intake.Input{Path: "docs/" + f.Name(), Bytes: b})
			fatal(t, err)
		}
	})
}

// texts reads texts by their names.
func texts(t testing.TB, files map[string]string) func(*store.DB, *pipeline.Pipeline) {
	return func(_ *store.DB, p *pipeline.Pipeline) {
		for name, text := range files {
			_, err := p.ReadInput(context.Background(), intake.Input{Path: name, Bytes: []byte(text)})
			fatal(t, err)
		}
	}
}

func fatal(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// get is the answer to a request for an address.
func get(d *Desk, address string) *httptest.ResponseRecorder {
	r := httptest.NewRequest("GET", "http://127.0.0.1"+address, nil)
	w := httptest.NewRecorder()
	d.Handler().ServeHTTP(w, r)
	return w
}

// open gets a page that must be there, and parses it.
func open(t testing.TB, d *Desk, address string) *html.Node {
	t.Helper()
	w := get(d, address)
	if w.Code != http.StatusOK {
		t.Fatalf("%s: status %d: %s", address, w.Code, shown(parse(t, w.Body.String())))
	}
	return parse(t, w.Body.String())
}

func parse(t testing.TB, page string) *html.Node {
	t.Helper()
	n, err := html.Parse(strings.NewReader(page))
	fatal(t, err)
	return n
}

// all are the elements below n with this name and class; either may be "".
func all(n *html.Node, name, class string) (list []*html.Node) {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && (name == "" || c.Data == name) && (class == "" || has(attr(c, "class"), class)) {
			list = append(list, c)
		}
	}
	return list
}

func has(classes, class string) bool {
	for _, c := range strings.Fields(classes) {
		if c == class {
			return true
		}
	}
	return false
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// shown is the text of n, on one line.
func shown(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode && c.Parent.Data != "script" {
			b.WriteString(c.Data + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// link is the address of the first link whose text holds words.
func link(t testing.TB, n *html.Node, words string) string {
	t.Helper()
	for _, a := range all(n, "a", "") {
		if strings.Contains(shown(a), words) {
			return attr(a, "href")
		}
	}
	t.Fatalf("no link says %q", words)
	return ""
}

func contains(t testing.TB, n *html.Node, words ...string) {
	t.Helper()
	text := shown(n)
	for _, w := range words {
		if !strings.Contains(text, w) {
			t.Errorf("the page does not say %q", w)
		}
	}
}

// forget drops what is kept, as if the desk had just been opened.
func (m *memo) forget() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.stamp, m.kept = "", nil
}

// send is the answer to a body that a page of the desk sends.
func send(d *Desk, address, kind, body string) *httptest.ResponseRecorder {
	r := httptest.NewRequest("POST", "http://127.0.0.1"+address, strings.NewReader(body))
	r.Header.Set("Content-Type", kind)
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	w := httptest.NewRecorder()
	d.Handler().ServeHTTP(w, r)
	return w
}
