package names

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"hearsay"
	"hearsay/internal/syntax"
	"hearsay/internal/text"
)

// marked is a text of the golden set: its sources stand in {}, go-betweens in
// <> and quoted contents in []. A content belongs to the next source of its
// paragraph, or to the last one; a go-between to the last source.
type marked struct {
	report hearsay.Report
	attrs  []hearsay.Attribution
	known  Outlets
}

func parseMarked(body string) marked {
	m := marked{report: hearsay.Report{Lang: "en"}}
	for {
		line, rest, _ := strings.Cut(body, "\n")
		key, value, ok := strings.Cut(line, ": ")
		if !ok || !m.setting(key, value) {
			break
		}
		body = rest
	}
	m.text(strings.TrimSpace(body))
	m.report.ID = hearsay.ReportID([]byte(m.report.Text))
	return m
}

func (m *marked) setting(key, value string) bool {
	switch key {
	case "outlet":
		m.report.Outlet = value
	case "title":
		m.report.Title = value
	case "byline":
		m.report.Byline = value
	case "lang":
		m.report.Lang = value
	case "outlets":
		var list []hearsay.Outlet
		for name := range strings.SplitSeq(value, "; ") {
			list = append(list, hearsay.Outlet{Name: name})
		}
		m.known = NewOutlets(list)
	default:
		return false
	}
	return true
}

func (m *marked) text(body string) {
	var b strings.Builder
	var content []hearsay.Span
	start := 0
	for _, r := range body {
		switch r {
		case '{', '[', '<':
			start = b.Len()
		case '}':
			m.attrs = append(m.attrs, hearsay.Attribution{ID: fmt.Sprintf("a%d", len(m.attrs)+1), Kind: hearsay.Direct,
				Source: []hearsay.Span{{Start: start, End: b.Len()}}, Content: content})
			content = nil
		case ']':
			content = append(content, hearsay.Span{Start: start, End: b.Len()})
		case '>':
			a := &m.attrs[len(m.attrs)-1]
			a.Via = append(a.Via, hearsay.Via{Role: hearsay.RoleRelay, Span: hearsay.Span{Start: start, End: b.Len()}})
		default:
			b.WriteRune(r)
		}
	}
	m.report.Text = b.String()
}

// answers are the speakers and go-betweens, a line each.
func (m *marked) answers(model *syntax.Model) string {
	doc := text.Analyze(&m.report)
	model.Tag(doc)
	entities, attrs := Resolve(doc, &m.report, m.attrs, m.known)
	byID := make(map[string]hearsay.Entity)
	for _, e := range entities {
		byID[e.ID] = e
	}
	var b strings.Builder
	for _, a := range attrs {
		fmt.Fprintf(&b, "%s => %s\n", a.Source[0].Of(m.report.Text), describeEntity(byID, a.Speaker))
		for _, v := range a.Via {
			fmt.Fprintf(&b, "  by way of %s => %s\n", v.Span.Of(m.report.Text), describeEntity(byID, v.Entity))
		}
	}
	return b.String()
}

func describeEntity(byID map[string]hearsay.Entity, id string) string {
	e, ok := byID[id]
	if !ok {
		return "-"
	}
	s := fmt.Sprintf("%s (%s", e.Name, e.Type)
	if e.Described {
		s += ", described"
	}
	if e.Plural {
		s += ", plural"
	}
	if e.SpeaksFor != "" {
		s += ", for " + byID[e.SpeaksFor].Name
	}
	return s + ")"
}

// TestResolve holds the golden set of references within a report.
func TestResolve(t *testing.T) {
	model, err := syntax.Load()
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob("testdata/resolve/*.txtar")
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			checkArchive(t, model, file, a)
		})
	}
}

func checkArchive(t *testing.T, model *syntax.Model, file string, a *txtar.Archive) {
	want := make(map[string]string)
	for _, f := range a.Files {
		want[f.Name] = string(f.Data)
	}
	out := &txtar.Archive{Comment: a.Comment}
	for _, f := range a.Files {
		name, ok := strings.CutSuffix(f.Name, ".text")
		if !ok {
			continue
		}
		m := parseMarked(string(f.Data))
		got := m.answers(model)
		if got != want[name+".want"] && !*update {
			t.Errorf("%s:\ngot\n%swant\n%s", name, got, want[name+".want"])
		}
		out.Files = append(out.Files, f, txtar.File{Name: name + ".want", Data: []byte(got)})
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(out), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
