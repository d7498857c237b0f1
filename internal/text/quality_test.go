package text

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// dataDir finds the public data sets, and skips the test where there are none.
func dataDir(t *testing.T) string {
	t.Helper()
	if dir := os.Getenv("HEARSAY_DATA"); dir != "" {
		return dir
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		data := filepath.Join(dir, "shared", "data")
		if _, err := os.Stat(filepath.Join(data, "gum")); err == nil {
			return data
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Skip("no data sets here")
		}
		dir = up
	}
}

// TestQuality compares the ends of our sentences, paragraph by paragraph, with
// those of treebanks. quality.txt holds the figures; -update rewrites it.
func TestQuality(t *testing.T) {
	data := dataDir(t)
	got := fmt.Sprintf("%-24s %9s %9s %9s %9s\n", "sentences of", "number", "precision", "recall", "F1")
	for _, set := range [][2]string{
		{"GUM news", "gum/dep/GUM_news_*.conllu"},
		{"GUM interview", "gum/dep/GUM_interview_*.conllu"},
		{"GUM bio", "gum/dep/GUM_bio_*.conllu"},
		{"GUM voyage", "gum/dep/GUM_voyage_*.conllu"},
		{"EWT dev", "ud-ewt/en_ewt-ud-dev.conllu"},
	} {
		var f boundaries
		paths, err := filepath.Glob(filepath.Join(data, set[1]))
		if err != nil || len(paths) == 0 {
			t.Fatalf("%s: no files, %v", set[1], err)
		}
		for _, path := range paths {
			f.measure(t, path)
		}
		got += f.line(set[0])
	}
	if *update {
		if err := os.WriteFile("quality.txt", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("quality.txt")
	if err != nil || got != string(want) {
		t.Errorf("figures have moved; if that is meant, run with -update:\n%s", got)
	}
}

// boundaries counts sentence ends: ours that are right, ours, and theirs.
type boundaries struct{ right, found, wanted int }

func (f *boundaries) line(name string) string {
	p, r := 100*float64(f.right)/float64(f.found), 100*float64(f.right)/float64(f.wanted)
	return fmt.Sprintf("%-24s %9d %9.2f %9.2f %9.2f\n", name, f.wanted, p, r, 2*p*r/(p+r))
}

func (f *boundaries) measure(t *testing.T, path string) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var paragraph string
	ends := map[int]bool{}
	for line := range strings.Lines(string(b) + "# newpar\n") {
		if sentence, ok := strings.CutPrefix(line, "# text = "); ok {
			paragraph = strings.TrimSpace(paragraph + " " + strings.TrimSpace(sentence))
			ends[len(paragraph)] = true
		}
		if strings.HasPrefix(line, "# newpar") {
			f.compare(Parse(paragraph, "en"), ends)
			paragraph, ends = "", map[int]bool{}
		}
	}
}

func (f *boundaries) compare(d *Document, ends map[int]bool) {
	f.wanted += len(ends)
	f.found += len(d.Sentences)
	for _, s := range d.Sentences {
		if ends[int(d.Tokens[s.Last-1].End)] {
			f.right++
		}
	}
}
