package intake

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"hearsay"
)

// TestContainers reads the files of each archive in testdata/containers and
// compares what comes out with its file "want".
func TestContainers(t *testing.T) {
	paths, err := filepath.Glob("testdata/containers/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no test data", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var got strings.Builder
			var kept []txtar.File
			want := ""
			for _, f := range a.Files {
				if f.Name == "want" {
					want = string(f.Data)
					continue
				}
				kept = append(kept, f)
				for _, out := range readInput(Input{Path: f.Name, Bytes: f.Data}) {
					got.WriteString(out.String())
					checkReport(t, out, f.Name)
				}
			}
			if got.String() == want {
				return
			}
			if !*update {
				t.Fatalf("got\n%s\nwant\n%s", got.String(), want)
			}
			a.Files = append(kept, txtar.File{Name: "want", Data: []byte(got.String())})
			if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// outcome is what a Yield was given.
type outcome struct {
	report *hearsay.Report
	err    error
}

func readInput(in Input) (all []outcome) {
	var r Reader
	defer r.Close()
	r.Read(in, func(rep *hearsay.Report, err error) bool {
		all = append(all, outcome{rep, err})
		return true
	})
	return all
}

func (o outcome) String() string {
	if o.err != nil {
		return fmt.Sprintf("problem (%s) %v\n", hearsay.CodeOf(o.err), o.err)
	}
	r := o.report
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s, %s)\n", r.Path, r.Format, r.Channel)
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "  %s: %s\n", name, value)
		}
	}
	field("title", r.Title)
	field("outlet", r.Outlet)
	field("byline", r.Byline)
	field("credit", r.Credit)
	field("forwarded", r.ForwardedFrom)
	field("answers", r.ReplyTo)
	field("url", r.URL)
	field("published", date(r.Published))
	field("captured", date(r.Captured))
	field("lang", r.Lang)
	for _, block := range r.Blocks {
		fmt.Fprintf(&b, "  %s %q\n", block.Kind, block.Span.Of(r.Text))
	}
	for _, l := range r.Links {
		fmt.Fprintf(&b, "  link %q %s\n", r.Text[l.Span.Start:l.Span.End], l.URL)
	}
	return b.String()
}

func date(d hearsay.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Time.Format("2006-01-02T15:04:05Z07:00 ") + string(d.Precision)
}

// checkReport holds the laws of a report from a container: it is valid, an
// error is a sentence with a remedy, and the report's own bytes give the same
// report again.
func checkReport(t *testing.T, o outcome, container string) {
	t.Helper()
	if o.err != nil {
		e, ok := o.err.(*hearsay.Error)
		if !ok || e.Reason == "" || e.Remedy == "" || e.Path == "" {
			t.Errorf("no sentence: %v", o.err)
		}
		return
	}
	if err := o.report.Validate(); err != nil {
		t.Error(err)
	}
	for _, again := range readInput(Input{Path: container, Bytes: o.report.Raw}) {
		if r := again.report; r != nil && r.ID == o.report.ID {
			if r.Text != o.report.Text || r.Title != o.report.Title {
				t.Errorf("%s: read again as\n%s", o.report.Path, again)
			}
			return
		}
	}
	t.Errorf("%s: its own bytes do not give it again", o.report.Path)
}

func TestStop(t *testing.T) {
	paths, _ := filepath.Glob("testdata/containers/*.txtar")
	for _, path := range paths {
		a, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		calls := 0
		var r Reader
		r.Read(Input{Path: a.Files[0].Name, Bytes: a.Files[0].Data}, func(*hearsay.Report, error) bool {
			calls++
			return false
		})
		if calls != 1 {
			t.Errorf("%s: %d calls after the first said to stop", path, calls-1)
		}
	}
}

type member struct{ name, text string }

func zipOf(t testing.TB, members ...member) []byte {
	t.Helper()
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for _, m := range members {
		w, err := z.Create(m.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, m.text); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func gzipOf(t testing.TB, b []byte) []byte {
	t.Helper()
	var buf bytes.Buffer
	z := gzip.NewWriter(&buf)
	if _, err := z.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

const mill = "The mill is sold, its owner said on Monday.\n"

func paths(all []outcome) (out []string) {
	for _, o := range all {
		if o.report != nil {
			out = append(out, o.report.Path)
		} else {
			out = append(out, "! "+o.err.Error())
		}
	}
	return out
}

func TestZip(t *testing.T) {
	inner := zipOf(t, member{"c.txt", mill})
	twice := zipOf(t, member{"inner.zip", string(inner)})
	thrice := zipOf(t, member{"twice.zip", string(twice)})
	locked := zipOf(t, member{"locked.txt", mill})
	locked[bytes.Index(locked, []byte("PK\x01\x02"))+8] |= 1 // the flag of encryption
	tests := map[string]struct {
		zip  []byte
		want []string
	}{
		"members": {zipOf(t, member{"dir/b.txt", mill}, member{"a.txt", mill}, member{"a.txt", mill}, member{".hidden", mill},
			member{"__MACOSX/a.txt", mill}, member{"outlets.toml", mill}, member{"dir/", ""}),
			[]string{"x.zip#dir/b.txt", "x.zip#a.txt", "x.zip#a.txt~2"}},
		"nested": {twice, []string{"x.zip#inner.zip#c.txt"}},
		"deep":   {zipOf(t, member{"thrice.zip", string(thrice)}), []string{"! x.zip#thrice.zip#twice.zip#inner.zip: is nested in 3 other archives"}},
		"outside": {zipOf(t, member{"../a.txt", mill}, member{"/etc/b.txt", mill}, member{`C:\c.txt`, mill}, member{"d.txt", mill}),
			[]string{"! x.zip#../a.txt: has a name that leads outside", "! x.zip#/etc/b.txt: has a name", "! x.zip#C:/c.txt: has a name", "x.zip#d.txt"}},
		"encrypted": {locked, []string{"! x.zip#locked.txt: is encrypted"}},
		"bomb":      {zipOf(t, member{"bomb.txt", strings.Repeat("0", 40<<20)}, member{"a.txt", mill}), []string{"! x.zip#bomb.txt: expands to far more", "x.zip#a.txt"}},
		"cut":       {inner[:len(inner)-30], []string{"! x.zip: the zip archive has no readable table of contents"}},
		"office":    {zipOf(t, member{"[Content_Types].xml", "<x/>"}, member{"xl/workbook.xml", "<x/>"}), []string{"! x.zip: is an office document or e-book (xlsx)"}},
		"empty":     {zipOf(t, member{"a.txt", ""}), []string{"! x.zip#a.txt: the file is empty"}},
	}
	for name, tt := range tests {
		got := paths(readInput(Input{Path: "x.zip", Bytes: tt.zip}))
		ok := len(got) == len(tt.want)
		for i := range min(len(got), len(tt.want)) {
			ok = ok && strings.HasPrefix(got[i], tt.want[i])
		}
		if !ok {
			t.Errorf("%s: got %q, want %q", name, got, tt.want)
		}
	}
}

func TestGzip(t *testing.T) {
	packed := gzipOf(t, []byte(mill))
	for name, tt := range map[string]struct {
		packed []byte
		want   string
	}{
		"text":  {packed, "a.txt.gz"},
		"cut":   {packed[:len(packed)-12], "! a.txt.gz: could not be read: unexpected EOF"},
		"bomb":  {gzipOf(t, bytes.Repeat([]byte("0"), 40<<20)), "! a.txt.gz: expands to far more"},
		"empty": {gzipOf(t, nil), "! a.txt.gz: the file is empty"},
	} {
		got := paths(readInput(Input{Path: "a.txt.gz", Bytes: tt.packed}))
		if len(got) != 1 || !strings.HasPrefix(got[0], tt.want) {
			t.Errorf("%s: got %q, want %q", name, got, tt.want)
		}
	}
}

// warcPage is a WARC record of a page.
func warcPage(url, words string) string {
	body := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><h1>Isle</h1><p>" + words + "</p></body></html>"
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", url, len(body), body)
}

// TestDamagedMember: a damaged gzip member costs its own record and no other.
func TestDamagedMember(t *testing.T) {
	var archive []byte
	for i := range 3 {
		member := gzipOf(t, []byte(warcPage(fmt.Sprintf("https://isle.example/%d", i), "The keeper said that the gate, which is old, would not open before noon.")))
		if i == 1 {
			copy(member[len(member)/2:], "\x00\xff\x00\xff\x00\xff")
		}
		archive = append(archive, member...)
	}
	got := paths(readInput(Input{Path: "x.warc.gz", Bytes: archive}))
	all := strings.Join(got, "\n")
	if !strings.Contains(all, "x.warc.gz#https://isle.example/0\n") || !strings.HasSuffix(all, "x.warc.gz#https://isle.example/2") ||
		!strings.Contains(all, "damaged") {
		t.Errorf("got %q", got)
	}
}

func TestContentCodings(t *testing.T) {
	page := []byte("<html><body><p>The gate is shut.</p></body></html>")
	for coding, body := range map[string][]byte{"gzip": gzipOf(t, page), "GZIP, identity": gzipOf(t, page), "br": page, "deflate": page, "": page} {
		got, err := decode(body, coding)
		if err != nil || !bytes.Equal(got, page) {
			t.Errorf("%q: %q, %v", coding, got, err)
		}
	}
	if _, err := decode(gzipOf(t, bytes.Repeat(page, 4<<20)), "gzip"); err == nil {
		t.Error("a bomb was unpacked")
	}
}

// repeated gives the same bytes over and over, n times.
type repeated struct {
	unit []byte
	n    int
	rest []byte
}

func (r *repeated) Read(p []byte) (int, error) {
	if len(r.rest) == 0 {
		if r.n == 0 {
			return 0, io.EOF
		}
		r.n--
		r.rest = r.unit
	}
	n := copy(p, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}

// TestStreams reads large inputs through a pipe, which can be read only once.
func TestStreams(t *testing.T) {
	const n = 60
	pad := strings.Repeat("x", 1<<20)
	for name, unit := range map[string]string{
		"big.warc":  warcPage("https://isle.example/", "The keeper said that the gate, which is old, would not open before noon.") + fmt.Sprintf("WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: image/png\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(pad), pad),
		"big.mbox":  "From a@isle.example Sat Mar  8 09:00:00 2031\nFrom: Ada <a@isle.example>\nMessage-ID: <1@isle.example>\n\nThe gate is shut.\n\n",
		"big.jsonl": `{"text": "The gate is shut.", "pad": "` + pad + "\"}\n",
	} {
		got := 0
		var r Reader
		source := &repeated{unit: []byte(unit), n: n}
		if name == "big.mbox" {
			source.n = 1000
		}
		want := source.n
		Walk("-", source, func(in Input, err error) bool {
			r.Read(in, func(rep *hearsay.Report, err error) bool {
				if err != nil {
					t.Errorf("%s: %v", name, err)
					return false
				}
				got++
				return true
			})
			return true
		})
		if got != want {
			t.Errorf("%s: %d of %d reports", name, got, want)
		}
	}
}

func TestTooLargeForMemory(t *testing.T) {
	in := Input{Path: "big.txt", Open: func() (io.ReadCloser, error) {
		return io.NopCloser(&repeated{unit: []byte(mill), n: maxBytes/len(mill) + 2}), nil
	}}
	got := paths(readInput(in))
	if len(got) != 1 || !strings.Contains(got[0], "is larger than 256 MiB") {
		t.Errorf("got %q", got)
	}
}
