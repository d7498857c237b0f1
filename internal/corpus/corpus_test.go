package corpus

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

const folder = "../../corpus"

// goals are what the corpus must hold at least.
const (
	wantDocuments = 120
	wantWords     = 50_000
)

func readAll(t *testing.T) []*Document {
	t.Helper()
	docs, err := ReadMarked(filepath.Join(folder, "marked"))
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

// TestCorpus: every document keeps the invariants, and the published form says
// what the marked one says.
func TestCorpus(t *testing.T) {
	for _, d := range readAll(t) {
		got, err := readPublished(filepath.Join(folder, "docs"), d.Name)
		if err != nil {
			t.Fatal(err)
		}
		if got.Text != d.Text {
			t.Errorf("%s: docs is not what marked says; run go run ./corpus/tool build", d.Name)
			continue
		}
		if err := got.Check(); err != nil {
			t.Error(err)
		}
		if !reflect.DeepEqual(got.Attributions, d.Attributions) {
			t.Errorf("%s: the stand-off form lost something; run go run ./corpus/tool build", d.Name)
		}
	}
}

// TestStandOff: the words of every T line are those at its offsets, and every
// T line belongs to an E or R line.
func TestStandOff(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(folder, "docs", "*.ann"))
	for _, file := range files {
		ann, _ := os.ReadFile(file)
		body, _ := os.ReadFile(strings.TrimSuffix(file, ".ann") + ".txt")
		for _, problem := range strayLines(string(ann), []rune(string(body))) {
			t.Errorf("%s: %s", filepath.Base(file), problem)
		}
	}
}

// TestSplit: every document is in one compartment, and the goals are met.
func TestSplit(t *testing.T) {
	docs := readAll(t)
	table, err := os.ReadFile(filepath.Join(folder, "split.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	if string(table) != splitTable(docs) {
		t.Error("split.tsv is not that of these documents; run go run ./corpus/tool build")
	}
	words := 0
	for _, d := range docs {
		words += len(strings.Fields(d.Text))
	}
	if len(docs) < wantDocuments || words < wantWords {
		t.Errorf("%d documents with %d words; want %d with %d", len(docs), words, wantDocuments, wantWords)
	}
}

// TestReadme: the counts of README.md are those of the corpus.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join(folder, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	if want := Stats(readAll(t)); !strings.HasSuffix(string(readme), want) {
		t.Errorf("README.md does not end with these counts (go run ./corpus/tool stats):\n%s", want)
	}
}

// TestQualityOfAgreement: agreement.txt ends with the figures of today; -update
// writes them anew. What stands above is of the day of the second annotation.
func TestQualityOfAgreement(t *testing.T) {
	var got strings.Builder
	if err := PrintAgreement(&got, folder, filepath.Join(folder, "second")); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "agreement.txt")
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const heading = "\nAFTER ADJUDICATION"
	head, tail, _ := strings.Cut(string(file), heading)
	title, figures, _ := strings.Cut(tail, "\n\n")
	if figures == got.String() {
		return
	}
	if !*update {
		t.Errorf("agreement.txt is out of date; run with -update:\n%s", &got)
		return
	}
	if err := os.WriteFile(path, []byte(head+heading+title+"\n\n"+got.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
