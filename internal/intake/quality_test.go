package intake

import (
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"hearsay"
)

var update = flag.Bool("update", false, "rewrite golden files and quality.txt")

// dataDir is the folder of measuring data, "" where it is absent.
func dataDir(t testing.TB, parts ...string) string {
	dir := os.Getenv("HEARSAY_DATA")
	if dir == "" {
		at, _ := os.Getwd()
		for at != filepath.Dir(at) && dir == "" {
			if d := filepath.Join(filepath.Dir(at), "shared", "data"); isDir(d) {
				dir = d
			}
			at = filepath.Dir(at)
		}
	}
	dir = filepath.Join(append([]string{dir}, parts...)...)
	if !isDir(dir) {
		t.Skip("the measuring data are not here")
	}
	return dir
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

type benchPage struct {
	id, url, gold string
	markup        []byte
}

// benchPages are the pages of the article extraction benchmark with the body
// that people wrote out for each.
func benchPages(t testing.TB) []benchPage {
	dir := dataDir(t, "ingest", "html")
	raw, err := os.ReadFile(filepath.Join(dir, "ground-truth.json"))
	if err != nil {
		t.Fatal(err)
	}
	var truth map[string]struct {
		Body string `json:"articleBody"`
		URL  string `json:"url"`
	}
	if err := json.Unmarshal(raw, &truth); err != nil {
		t.Fatal(err)
	}
	var pages []benchPage
	for id, g := range truth {
		pages = append(pages, benchPage{id: id, url: g.URL, gold: g.Body, markup: gunzip(t, filepath.Join(dir, "html", id+".html.gz"))})
	}
	slices.SortFunc(pages, func(a, b benchPage) int { return strings.Compare(a.id, b.id) })
	return pages
}

func gunzip(t testing.TB, path string) []byte {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// shingles are the word 4-grams of s with their counts.
func shingles(s string) map[string]int {
	words := strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsNumber(r) && r != '_' && !unicode.IsMark(r)
	})
	out := map[string]int{}
	for i := 0; i < max(1, len(words)-3); i++ {
		if part := words[i:min(i+4, len(words))]; len(part) > 0 {
			out[strings.Join(part, " ")]++
		}
	}
	return out
}

// overlap gives precision and recall of 4-grams.
func overlap(gold, got string) (precision, recall float64) {
	g, h := shingles(gold), shingles(got)
	var both, goldN, gotN int
	for k, n := range g {
		goldN += n
		both += min(n, h[k])
	}
	for _, n := range h {
		gotN += n
	}
	share := func(n int) float64 {
		switch {
		case goldN == both && gotN == both:
			return 1
		case n == 0:
			return 0
		}
		return float64(both) / float64(n)
	}
	return share(gotN), share(goldN)
}

// withoutCaptions is the text without figure captions, which hearsay keeps and
// marks, and the benchmark leaves out.
func withoutCaptions(rep *hearsay.Report) string {
	var parts []string
	for _, b := range rep.Blocks {
		if b.Kind != hearsay.BlockCaption {
			parts = append(parts, b.Span.Of(rep.Text))
		}
	}
	return strings.Join(parts, "\n\n")
}

// TestQuality measures the body of web pages by the method of the article
// extraction benchmark (precision and recall of word 4-grams, means over pages,
// F1 of the means) and compares the figures with quality.txt.
func TestQuality(t *testing.T) {
	pages := benchPages(t)
	var body, whole [2]float64
	var weak, none int
	for _, page := range pages {
		rep := readPageOf(page)
		p, r := overlap(page.gold, withoutCaptions(rep))
		body[0], body[1] = body[0]+p, body[1]+r
		if min(p, r) < 0.8 {
			weak++
			t.Logf("%s: precision %.3f recall %.3f", page.id[:8], p, r)
		}
		if rep.Text == "" {
			none++
		}
		p, r = overlap(page.gold, rep.Text)
		whole[0], whole[1] = whole[0]+p, whole[1]+r
	}
	n := float64(len(pages))
	line := func(name string, v [2]float64) string {
		p, r := v[0]/n, v[1]/n
		return fmt.Sprintf("%-18s %.4f    %.4f  %.4f\n", name, p, r, 2*p*r/(p+r))
	}
	got := fmt.Sprintf("Article body of %d web pages, word 4-grams:\n\n%-18s precision recall  F1\n", len(pages), "") +
		line("without captions", body) + line("with captions", whole) +
		fmt.Sprintf("\npages below 0.8: %d, without text: %d\n", weak, none)
	if *update {
		if err := os.WriteFile("quality.txt", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, _ := os.ReadFile("quality.txt"); string(want) != got {
		t.Errorf("figures have changed; run with -update and look at the difference:\n%s", got)
	}
}

func readPageOf(page benchPage) *hearsay.Report {
	report := &hearsay.Report{}
	new(Reader).Read(Input{Path: page.id + ".html", Bytes: page.markup, URL: page.url}, func(rep *hearsay.Report, err error) bool {
		if rep != nil {
			report = rep
		}
		return true
	})
	return report
}

// BenchmarkPages reads the benchmark's pages, some 175 kB of markup each.
func BenchmarkPages(b *testing.B) {
	pages := benchPages(b)
	size := 0
	for _, p := range pages {
		size += len(p.markup)
	}
	b.SetBytes(int64(size / len(pages)))
	i := 0
	for b.Loop() {
		readPageOf(pages[i%len(pages)])
		i++
	}
}

// BenchmarkArticle reads a page of 600 words with little around them.
func BenchmarkArticle(b *testing.B) {
	paragraph := "<p>The harbour office said on Monday that the ferry would not sail, because nobody had asked the captain, who was on the hill with the <a href=\"/x\">hay</a>.</p>\n"
	page := []byte("<!DOCTYPE html><html><head><title>Ferry - The Bell</title><meta property=\"og:site_name\" content=\"The Bell\"></head><body><nav>" +
		strings.Repeat("<a href=\"/s\">Section</a> ", 40) + "</nav><article><h1>Ferry</h1><p class=\"byline\">By Ida Storm, 5 March 2015</p>" +
		strings.Repeat(paragraph, 22) + "</article><aside><ul>" + strings.Repeat("<li><a href=\"/y\">Another story</a></li>", 30) + "</ul></aside></body></html>")
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		new(Reader).Read(Input{Path: "a.html", Bytes: page}, func(*hearsay.Report, error) bool { return true })
	}
}
