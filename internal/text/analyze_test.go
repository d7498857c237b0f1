package text

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"hearsay"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden runs the archives under testdata: a file "NAME" with a text, then
// one "NAME want" with what Analyze finds. A name may end in the kind of its
// only block and in a language: "letter.quote", "arabic.ar".
func TestGolden(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) { golden(t, path) })
	}
}

func golden(t *testing.T, path string) {
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []txtar.File
	for i, f := range archive.Files {
		if strings.HasSuffix(f.Name, " want") {
			continue
		}
		got := dump(Analyze(goldenReport(f)))
		want := ""
		if i+1 < len(archive.Files) && archive.Files[i+1].Name == f.Name+" want" {
			want = string(archive.Files[i+1].Data)
		}
		if got != want && !*update {
			t.Errorf("%s: got\n%s\nwant\n%s", f.Name, got, want)
		}
		out = append(out, f, txtar.File{Name: f.Name + " want", Data: []byte(got)})
	}
	if *update {
		archive.Files = out
		if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func goldenReport(f txtar.File) *hearsay.Report {
	r := &hearsay.Report{Text: strings.TrimRight(string(f.Data), "\n"), Lang: "en"}
	switch kind := hearsay.BlockKind(strings.TrimPrefix(filepath.Ext(f.Name), ".")); kind {
	case hearsay.BlockQuote, hearsay.BlockHeading, hearsay.BlockMasthead:
		r.Blocks = Paragraphs(r.Text)
		for i := range r.Blocks {
			r.Blocks[i].Kind = kind
		}
	}
	return r
}

// checkLaws reports what breaks an invariant of Document.
func checkLaws(t *testing.T, d *Document) {
	t.Helper()
	end, valid := int32(0), utf8.ValidString(d.Text)
	for i, k := range d.Tokens {
		if k.Start < end || k.End <= k.Start || int(k.End) > len(d.Text) {
			t.Fatalf("token %d [%d, %d) after %d in %q", i, k.Start, k.End, end, d.Text)
		}
		if valid && !utf8.ValidString(d.Of(i)) {
			t.Fatalf("token %d %q cuts a character of %q", i, d.Of(i), d.Text)
		}
		if int(k.Quote) >= len(d.Quotes) || k.Quote < -1 {
			t.Fatalf("token %d is in quotation %d of %d", i, k.Quote, len(d.Quotes))
		}
		end = k.End
	}
	checkSentences(t, d)
	checkQuotes(t, d)
}

func checkSentences(t *testing.T, d *Document) {
	t.Helper()
	next := 0
	for _, s := range d.Sentences {
		if s.First != next || s.Last <= s.First {
			t.Fatalf("sentence [%d, %d) after token %d of %q", s.First, s.Last, next, d.Text)
		}
		if !d.Blocks[s.Block].Span.Contains(d.Span(s.First, s.Last)) {
			t.Fatalf("sentence %v leaves its block in %q", s, d.Text)
		}
		next = s.Last
	}
	if next != len(d.Tokens) {
		t.Fatalf("sentences end at token %d of %d in %q", next, len(d.Tokens), d.Text)
	}
}

func checkQuotes(t *testing.T, d *Document) {
	t.Helper()
	var open []Quote
	for _, q := range d.Quotes {
		if !q.Span.Contains(q.Inner) || q.Inner.IsEmpty() || q.Span.End > len(d.Text) {
			t.Fatalf("quotation %v in %q", q, d.Text)
		}
		for len(open) > 0 && open[len(open)-1].Span.End <= q.Span.Start {
			open = open[:len(open)-1]
		}
		if len(open) != q.Depth || len(open) > 0 && !open[len(open)-1].Span.Contains(q.Span) {
			t.Fatalf("quotation %v does not nest in %v of %q", q, open, d.Text)
		}
		open = append(open, q)
	}
}

func FuzzAnalyze(f *testing.F) {
	paths, _ := filepath.Glob("testdata/*.txtar")
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			f.Add(string(file.Data), false)
		}
	}
	f.Add("'em \xff\xfe “‘\u200d’ ’' \"", true)
	f.Fuzz(func(t *testing.T, s string, quoted bool) {
		r := &hearsay.Report{Text: s, Blocks: Paragraphs(s)}
		if quoted {
			for i := range r.Blocks {
				r.Blocks[i].Kind = hearsay.BlockQuote
			}
		}
		checkLaws(t, Analyze(r))
	})
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Grüße", "ÉCOLE", "أبو قاسم", "２２", "İstanbul", "ﬁn", "ǅ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if twice := Fold(once); twice != once && utf8.ValidString(s) {
			t.Errorf("Fold(%q) = %q, and folded again %q", s, once, twice)
		}
		Stem(s)
		StopWord(s)
		NumberValue(s)
	})
}

// prose is invented news of about n bytes.
func prose(n int) string {
	p := "The port authority denied on Monday that any crane had been inspected, although two officials said the " +
		"union's letter was “read aloud” in Aldervane at 5 p.m. “We found 22,000 signatures,” Mr. Brede said. " +
		"He couldn't say who'd counted them.\n\n"
	return strings.Repeat(p, n/len(p)+1)
}

func BenchmarkAnalyze(b *testing.B) {
	r := &hearsay.Report{Text: prose(100_000)}
	n := len(Analyze(r).Tokens)
	b.SetBytes(int64(len(r.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Analyze(r)
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkOneLine(b *testing.B) {
	r := &hearsay.Report{Text: strings.ReplaceAll(prose(600_000), "\n", " ")}
	b.SetBytes(int64(len(r.Text)))
	for b.Loop() {
		Analyze(r)
	}
}
