package intake

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"hearsay"
)

// TestBadInput: what cannot be read gets a sentence that names the file, the
// fault and the remedy.
func TestBadInput(t *testing.T) {
	for _, c := range []struct {
		path, content, want string
		code                hearsay.Code
	}{
		{"empty.txt", "", "empty.txt: the file is empty; check", hearsay.CodeUnreadable},
		{"blank.txt", " \n\t\n", "blank.txt: the text has no words; check", hearsay.CodeUnreadable},
		{"photo.txt", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01\x02", "photo.txt: this is no format that hearsay reads; give it", hearsay.CodeUnknown},
		{"index.html", "<html><body><nav><a href='/a'>A</a> <a href='/b'>B</a></nav></body></html>", "index.html: the page has no article", hearsay.CodeUnreadable},
		{"cut.pdf", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog", "cut.pdf: the PDF is cut off before its end; download", hearsay.CodeUnreadable},
		{"none.docx", "PK\x03\x04word/document.xml and no more", "none.docx: the document is damaged", hearsay.CodeUnreadable},
	} {
		_, err := readOne(t, new(Reader), Input{Path: c.path, Bytes: []byte(c.content)})
		if err == nil || !strings.HasPrefix(err.Error(), c.want) || hearsay.CodeOf(err) != c.code {
			t.Errorf("%s: %v, want %q", c.path, err, c.want)
		}
	}
}

// TestLyingNames: the content decides, not the name.
func TestLyingNames(t *testing.T) {
	for path, c := range map[string]struct{ content, format string }{
		"page.txt":   {"<!DOCTYPE html><html><body><h1>Fog</h1><p>The fog will stay until noon, the harbour office said on Monday.</p></body></html>", "html"},
		"note.html":  {"The fog will stay until noon, the harbour office said.\n", "text"},
		"text.pdf":   {"The fog will stay until noon, the harbour office said.\n", "text"},
		"notes.md":   {"# Fog\n\nThe fog will stay until noon.\n", "markdown"},
		"utf16.html": {"\xff\xfeT\x00h\x00e\x00 \x00f\x00o\x00g\x00.\x00", "text"},
	} {
		rep, err := readOne(t, new(Reader), Input{Path: path, Bytes: []byte(c.content)})
		if err != nil || rep.Format != c.format {
			t.Errorf("%s: %v, %v, want %s", path, rep, err, c.format)
		}
	}
}

// TestLongLines: a megabyte on one line is read at once.
func TestLongLines(t *testing.T) {
	sentence := "The harbour office said that the fog would stay until noon. "
	long := strings.Repeat(sentence, 1<<20/len(sentence))
	for path, content := range map[string]string{
		"long.html":   "<html><body><div><p>" + long + "</p></div></body></html>",
		"spans.html":  "<html><body><p>" + strings.Repeat("<span class=x>fog</span> <a href=/y>bank</a>, he said. ", 20000) + "</p></body></html>",
		"long.txt":    long,
		"word.txt":    strings.Repeat("fog", 350000),
		"dates.txt":   strings.Repeat("5 March 2015 ", 80000),
		"lines.txt":   strings.Repeat("a line of fog\n", 80000),
		"nested.html": strings.Repeat("<div>", 400) + long[:2000] + strings.Repeat("</div>", 400),
	} {
		start := time.Now()
		rep, err := readOne(t, new(Reader), Input{Path: path, Bytes: []byte(content)})
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		if len(rep.Title) > 2000 || len(rep.Outlet) > 500 {
			t.Errorf("%s: a title of %d bytes", path, len(rep.Title))
		}
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("%s took %v", path, d)
		} else {
			t.Logf("%s: %v", path, d)
		}
	}
}

// seedPages adds the invented documents to a fuzz test.
func seedPages(f *testing.F) {
	files, _ := filepath.Glob("testdata/pages/*.txtar")
	for _, file := range files {
		if a, err := txtar.ParseFile(file); err == nil {
			f.Add(a.Files[0].Name, a.Files[0].Data)
		}
	}
}

// FuzzRead: whatever comes in, what comes out is a valid report or an error
// that a person can read.
func FuzzRead(f *testing.F) {
	seedPages(f)
	f.Add("a.html", []byte("<table><tr><td>a<td>b<tr><td><table><td>c</table><blockquote><footer>x</footer>"))
	f.Add("a.html", []byte("<a href=x>one<p>two</a><a href=y><br><br>three</a>\xff\xfe"))
	f.Add("b.md", []byte("---\ntitle: x\n---\n# y\n> z\n```\ncode"))
	f.Add("c.txt", []byte("NAME\nname.example\n5 March 2015\n\nText.\n--\nsigned"))
	f.Fuzz(func(t *testing.T, path string, b []byte) {
		if bytes.Contains(b, []byte("%PDF-")) {
			return // the engine takes seconds to start; it has a test of its own
		}
		new(Reader).Read(Input{Path: path, Bytes: b}, func(rep *hearsay.Report, err error) bool {
			var told *hearsay.Error
			switch {
			case rep != nil:
				if err := rep.Validate(); err != nil {
					t.Error(err)
				}
				checkLinks(t, rep)
			case !errors.As(err, &told) || told.Reason == "":
				t.Errorf("%v is no error for a person", err)
			}
			return true
		})
	})
}

func checkLinks(t *testing.T, rep *hearsay.Report) {
	for _, l := range rep.Links {
		if l.Span.IsEmpty() {
			continue
		}
		if err := l.Span.Validate(rep.Text); err != nil {
			t.Errorf("link %q: %v", l.URL, err)
		}
	}
}
