package corpus

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// gumFolder is where the Georgetown University Multilayer corpus lies, "" if it
// is not there.
func gumFolder() string {
	data := cmp.Or(os.Getenv("HEARSAY_DATA"), filepath.Join("..", "..", "..", "shared", "data"))
	dir := filepath.Join(data, "gum", "dep")
	if _, err := os.Stat(dir); err != nil {
		return ""
	}
	return dir
}

// TestGUM: the stand-off annotation of GUM speaks of tokens that its documents
// have; source, cue and content are disjoint; everything has a content.
func TestGUM(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(folder, "gum", "*.tsv"))
	if len(files) < 10 {
		t.Fatalf("%d documents, want 10", len(files))
	}
	for _, file := range files {
		last := 1 << 30
		name := strings.TrimSuffix(filepath.Base(file), ".tsv")
		if dir := gumFolder(); dir != "" {
			last = tokensOf(t, filepath.Join(dir, name+".conllu"))
		}
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for n, line := range strings.Split(strings.TrimSpace(string(body)), "\n")[1:] {
			if err := checkStandOff(strings.Split(line, "\t"), last); err != nil {
				t.Errorf("%s, attribution %d: %v", name, n+1, err)
			}
		}
	}
}

// tokensOf counts the words of a document: the lines with a whole number.
func tokensOf(t *testing.T, file string) int {
	t.Helper()
	body, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(body)) {
		if id, _, ok := strings.Cut(line, "\t"); ok && strings.Trim(id, "0123456789") == "" {
			n++
		}
	}
	return n
}

func checkStandOff(fields []string, last int) error {
	if len(fields) != 8 {
		return fmt.Errorf("%d fields, want 8", len(fields))
	}
	taken := map[int]string{}
	for i, part := range []string{"source", "cue", "content"} {
		tokens, err := tokenNumbers(fields[i], last)
		if err != nil {
			return fmt.Errorf("%s: %w", part, err)
		}
		for _, n := range tokens {
			if taken[n] != "" {
				return fmt.Errorf("token %d is in %s and %s", n, taken[n], part)
			}
			taken[n] = part
		}
	}
	if fields[2] == "_" {
		return fmt.Errorf("it has no content")
	}
	for _, f := range fields[5:7] {
		if _, err := tokenNumbers(f, last); err != nil {
			return err
		}
	}
	return nil
}

// tokenNumbers reads "21-23,40", "_" for none.
func tokenNumbers(field string, last int) ([]int, error) {
	var list []int
	if field == "_" {
		return nil, nil
	}
	for piece := range strings.SplitSeq(field, ",") {
		var a, b int
		if n, _ := fmt.Sscanf(piece, "%d-%d", &a, &b); n == 1 {
			b = a
		}
		if a < 1 || b < a || b > last || len(list) > 0 && a <= list[len(list)-1] {
			return nil, fmt.Errorf("%q of %q is out of order or outside the document", piece, field)
		}
		for ; a <= b; a++ {
			list = append(list, a)
		}
	}
	return list, nil
}

// TestGUMDocuments: the annotated documents have attributions whose cue is in
// their text, and the others have none.
func TestGUMDocuments(t *testing.T) {
	dir := gumFolder()
	if dir == "" {
		t.Skip("no GUM here")
	}
	marked, plain, err := GUM(folder, filepath.Dir(dir), "interview")
	if err != nil {
		t.Fatal(err)
	}
	if len(marked) < 10 || len(plain) < 10 {
		t.Fatalf("%d documents with an annotation and %d without", len(marked), len(plain))
	}
	for _, d := range marked {
		if len(d.Attributions) == 0 {
			t.Errorf("%s has no attributions", d.Name)
		}
	}
	for _, d := range plain {
		if d.Genre != "interview" || len(d.Attributions) > 0 {
			t.Errorf("%s is of genre %s, and has %d attributions", d.Name, d.Genre, len(d.Attributions))
		}
	}
}

// TestConlluText: words stand as their table has them, those of a token in parts
// without a space between.
func TestConlluText(t *testing.T) {
	row := func(id, word, misc string) string {
		return strings.Join([]string{id, word, "_", "_", "_", "_", "_", "_", "_", misc}, "\t") + "\n"
	}
	table := "# newpar\n" + row("1", "Ada", "_") + row("2-3", "didn't", "SpaceAfter=No") + row("2", "did", "_") + row("3", "n't", "_") + row("4", ".", "_") +
		"\n# newpar\n" + row("1", "So", "_") + row("1.1", "what", "_") + row("2", "?", "SpaceAfter=No")
	body, words := conlluText(table)
	if body != "Ada didn't.\n\nSo ?" || len(words) != 6 || words[2].Of(body) != "n't" {
		t.Errorf("%q, %v", body, words)
	}
	spans, err := wordSpans("1-3,5", words)
	if err != nil || len(spans) != 2 || spans[0].Of(body) != "Ada didn't" {
		t.Errorf("%v, %v", spans, err)
	}
	if _, err := wordSpans("5-7", words); err == nil {
		t.Error("words that are not there were found")
	}
}
