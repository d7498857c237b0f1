package reuse

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"hearsay"
	"hearsay/internal/text"
)

// TestReports reads invented reports from testdata and compares what is
// derived from them with the file "want" of the archive; -update rewrites it.
// Each report begins with header lines, as in a mail.
func TestReports(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no testdata", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			docs, want := docsOf(t, archive)
			got := describe(docs)
			for turn := range docs {
				other := slices.Concat(docs[turn:], docs[:turn])
				slices.Reverse(other)
				if again := describe(other); again != got {
					t.Errorf("another order of the reports gives\n%s", again)
				}
			}
			if *update {
				rewrite(t, name, archive, got)
			} else if got != want {
				t.Errorf("got\n%swant\n%s", got, want)
			}
		})
	}
}

func rewrite(t *testing.T, name string, archive *txtar.Archive, got string) {
	archive.Files = slices.DeleteFunc(archive.Files, func(f txtar.File) bool { return f.Name == "want" })
	archive.Files = append(archive.Files, txtar.File{Name: "want", Data: []byte(got)})
	if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
}

func docsOf(t *testing.T, archive *txtar.Archive) (docs []Doc, want string) {
	for _, f := range archive.Files {
		if f.Name == "want" {
			want = string(f.Data)
			continue
		}
		docs = append(docs, docOf(t, f.Name, string(f.Data)))
	}
	return docs, want
}

func docOf(t *testing.T, path, data string) Doc {
	head, body, ok := strings.Cut(data, "\n\n")
	if !ok {
		t.Fatalf("%s: no header", path)
	}
	r := &hearsay.Report{ID: path, Path: path, Text: strings.TrimSpace(body)}
	var names, speakers []string
	for line := range strings.Lines(head) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "outlet":
			names = strings.Split(value, " / ")
			r.Outlet = names[0]
		case "date":
			r.Published = dateOf(t, value)
		case "url":
			r.URL = value
		case "links":
			r.Links = append(r.Links, hearsay.Link{URL: value})
		case "reply":
			r.ReplyTo = value
		case "forward":
			r.ForwardedFrom = value
		case "byline":
			r.Byline = value
		case "speakers":
			speakers = strings.Split(value, " / ")
		default:
			t.Fatalf("%s: header %q", path, line)
		}
	}
	d := NewDoc(r, text.Analyze(r))
	d.OutletNames, d.Speakers = names, speakers
	return d
}

func dateOf(t *testing.T, s string) hearsay.Date {
	for layout, p := range map[string]hearsay.Precision{
		time.DateOnly: hearsay.PrecisionDay, "2006-01-02 15:04": hearsay.PrecisionMinute,
	} {
		if at, err := time.Parse(layout, s); err == nil {
			return hearsay.Date{Time: at, Precision: p}
		}
	}
	t.Fatalf("date %q", s)
	return hearsay.Date{}
}

// describe prints derivations and drift, one a line.
func describe(docs []Doc) string {
	prints := make([]Print, len(docs))
	for i := range docs {
		prints[i] = docs[i].Print
	}
	var b strings.Builder
	derived := Derive(docs, Pairs(prints))
	for _, d := range derived {
		fmt.Fprintf(&b, "%s -> %s %s\n", d.From, d.To, d.Kind)
	}
	for _, d := range Drift(docs, derived...) {
		fmt.Fprintf(&b, "%s %s %q -> %q (%s)\n", d.Path, d.Class, d.Was, d.Is, d.Base)
	}
	return b.String()
}

// TestAligned checks that aligned passages and drift point at text.
func TestAligned(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range files {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		docs, _ := docsOf(t, archive)
		texts := map[string]string{}
		prints := make([]Print, len(docs))
		for i, d := range docs {
			texts[d.ID], prints[i] = d.Text.Text, d.Print
		}
		derived := Derive(docs, Pairs(prints))
		for _, d := range derived {
			for _, a := range d.Aligned {
				if err := cmpErr(a.From.Validate(texts[d.From]), a.To.Validate(texts[d.To])); err != nil {
					t.Errorf("%s: %s -> %s: %v", name, d.From, d.To, err)
				}
			}
			if d.Overlap < 0 || d.Overlap > 1 || len(d.Why) == 0 {
				t.Errorf("%s: %s -> %s: overlap %v, why %q", name, d.From, d.To, d.Overlap, d.Why)
			}
		}
		for _, d := range Drift(docs, derived...) {
			if err := cmpErr(d.Span.Validate(texts[d.Report]), d.BaseSpan.Validate(texts[d.Base])); err != nil {
				t.Errorf("%s: drift of %s: %v", name, d.Path, err)
			}
		}
	}
}

func cmpErr(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// TestManyCopies has far more copies of one text than a phrase may have to be
// telling: every pair is found, and the eldest is the parent of all.
func TestManyCopies(t *testing.T) {
	const n = 700
	body := "The grain store at Old Stave lost its roof in a storm on Wednesday night, the harbour master said on Thursday, " +
		"and the barley in it was wet at the top and dry below. It would be turned by hand until Sunday, when the council meets."
	docs := []Doc{plainDoc("other", "Nothing here is like the rest of what has been said on the matter of the roof.")}
	for i := range n {
		docs = append(docs, plainDoc(fmt.Sprintf("%03d", i), body))
	}
	prints := make([]Print, len(docs))
	for i := range docs {
		prints[i] = docs[i].Print
	}
	pairs := Pairs(prints)
	if want := n * (n - 1) / 2; len(pairs) != want {
		t.Errorf("%d pairs of copies, want %d", len(pairs), want)
	}
	derived := Derive(docs, pairs)
	if len(derived) != n-1 {
		t.Errorf("%d derivations, want %d", len(derived), n-1)
	}
	for _, d := range derived {
		if d.From != "000" || d.Kind != hearsay.Copy {
			t.Fatalf("%s is a %s of %s", d.To, d.Kind, d.From)
		}
	}
}
