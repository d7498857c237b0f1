package web

import (
	"bytes"
	"context"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"log/slog"
	"net/http"
	"path"
	"strings"

	"hearsay"
	"hearsay/internal/store"
)

//go:embed pages/*.html
var pageFiles embed.FS

// view is a page to be rendered: Body is what its template shows.
type view struct {
	Page  string // name of the template
	Under string // entry of the navigation that it belongs to; Page if ""
	Title string
	Wide  bool // it uses the whole width of the window
	Body  any
}

// framed is a view with what stands around every page.
type framed struct {
	*view
	Case     string
	Coverage coverage
	Working  bool // something is being read or counted
}

// tab is one entry of the navigation.
type tab struct {
	Address, Name, Key string
	Chosen             bool
}

func newTab(f framed, under, address, name, key string) tab {
	return tab{address, name, key, f.Under == under}
}

// handler makes the view that answers a request; nil if it has answered.
type handler func(http.ResponseWriter, *http.Request) (*view, error)

// page answers a request with what h returns.
func (d *Desk) page(h handler) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		v, err := h(w, r)
		if err != nil {
			d.fail(w, r, err)
			return
		}
		if v != nil {
			d.render(w, r, http.StatusOK, v)
		}
	}
}

// failure is what the page of an error says.
type failure struct {
	Reason, Remedy string
}

// fail shows an error: what a person may read as it is, everything else only
// in the log.
func (d *Desk) fail(w http.ResponseWriter, r *http.Request, err error) {
	if errors.Is(err, context.Canceled) {
		return // nobody waits for an answer
	}
	err = store.Explain(d.caseName(), err)
	if hearsay.CodeOf(err) == hearsay.CodeInternal {
		slog.Error("page", "address", r.URL.Path, "error", err)
	}
	d.render(w, r, statusOf(err), &view{Page: "failure", Title: "Not shown", Body: failureOf(err)})
}

// failureOf is what a person may read of an error.
func failureOf(err error) failure {
	var told *hearsay.Error
	if !errors.As(err, &told) {
		return failure{"this could not be done", "try again; if it stays, please report it with what hearsay printed"}
	}
	if told.Path != "" {
		return failure{told.Path + ": " + told.Reason, told.Remedy}
	}
	return failure{told.Reason, told.Remedy}
}

func statusOf(err error) int {
	switch hearsay.CodeOf(err) {
	case hearsay.CodeUsage, hearsay.CodeUnknown, hearsay.CodeUnreadable:
		return http.StatusBadRequest
	case hearsay.CodeNotFound, hearsay.CodeNoMatch:
		return http.StatusNotFound
	case hearsay.CodeTooLarge:
		return http.StatusRequestEntityTooLarge
	case hearsay.CodeRefused:
		return http.StatusForbidden
	case hearsay.CodeCase:
		return http.StatusServiceUnavailable
	}
	return http.StatusInternalServerError
}

func (d *Desk) render(w http.ResponseWriter, r *http.Request, status int, v *view) {
	if v.Under == "" {
		v.Under = v.Page
	}
	f := framed{view: v, Case: d.caseName()}
	f.Coverage, _ = d.coverage(r.Context()) // a page of an error may have no case to speak of
	f.Working = d.works.busy()
	var out bytes.Buffer
	if err := d.pages[v.Page].ExecuteTemplate(&out, "frame", f); err != nil {
		slog.Error("template", "page", v.Page, "error", err)
		http.Error(w, "this page could not be made", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	w.Write(out.Bytes())
}

// parsePages reads the templates: each page with the frame and the parts,
// whose names begin with an underscore.
func parsePages(s *static) (map[string]*template.Template, error) {
	entries, err := pageFiles.ReadDir("pages")
	if err != nil {
		return nil, err
	}
	shared := template.New("").Funcs(functions(s))
	if shared, err = shared.ParseFS(pageFiles, "pages/_*.html"); err != nil {
		return nil, err
	}
	pages := map[string]*template.Template{}
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), ".html")
		if strings.HasPrefix(name, "_") {
			continue
		}
		one, err := shared.Clone()
		if err != nil {
			return nil, err
		}
		if pages[name], err = one.ParseFS(pageFiles, path.Join("pages", e.Name())); err != nil {
			return nil, fmt.Errorf("page %s: %w", name, err)
		}
	}
	return pages, nil
}
