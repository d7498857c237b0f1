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
// extraction benchmark: precision and recall of word 4-grams, mean over pages.
func TestQuality(t *testing.T) {
	pages := benchPages(t)
	var p, r float64
	var worst []string
	for _, page := range pages {
		var text string
		new(Reader).Read(Input{Path: page.id + ".html", Bytes: page.markup, URL: page.url}, func(rep *hearsay.Report, err error) bool {
			if rep != nil {
				text = withoutCaptions(rep)
			}
			return true
		})
		pp, rr := overlap(page.gold, text)
		p, r = p+pp, r+rr
		worst = append(worst, fmt.Sprintf("%.3f p %.3f r %.3f %s %s", min(pp, rr), pp, rr, page.id[:8], page.url))
		if dump := os.Getenv("DUMP"); dump != "" {
			os.WriteFile(filepath.Join(dump, page.id[:8]+".got"), []byte(text), 0o644)
			os.WriteFile(filepath.Join(dump, page.id[:8]+".gold"), []byte(page.gold), 0o644)
			os.WriteFile(filepath.Join(dump, page.id[:8]+".html"), page.markup, 0o644)
		}
	}
	n := float64(len(pages))
	p, r = p/n, r/n
	slices.Sort(worst)
	for _, w := range worst[:min(45, len(worst))] {
		t.Log(w)
	}
	t.Logf("pages %d precision %.4f recall %.4f f1 %.4f", len(pages), p, r, 2*p*r/(p+r))
}
