package attribution

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"hearsay/internal/syntax"
	"hearsay/internal/text"
)

// dataDir is the folder of public data, "" where there is none: the value of
// HEARSAY_DATA, or shared/data beside the module or above it.
func dataDir() string {
	if d := os.Getenv("HEARSAY_DATA"); d != "" {
		return d
	}
	dir, err := os.Getwd()
	if err != nil {
		return ""
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		d := filepath.Join(dir, "shared", "data")
		if _, err := os.Stat(d); err == nil {
			return d
		}
	}
	return ""
}

// TestQuality measures the engine on the development part of PolNeAR, with the
// tagger and without, and compares with quality.txt.
func TestQuality(t *testing.T) {
	dir := filepath.Join(dataDir(), "polnear")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no PolNeAR here")
	}
	all, err := ReadPolnear(os.DirFS(dir), "dev")
	if err != nil {
		t.Fatal(err)
	}
	model, err := syntax.Load()
	if err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprintf("Measured on PolNeAR dev. Exact: the whole span; token: words in it.\n\nBalanced:\n\n%v\nCareful:\n\n%v\nBalanced, without tags:\n\n%v",
		measured(all, model, Balanced), measured(all, model, Careful), measured(all, nil, Balanced))
	want, _ := os.ReadFile("quality.txt")
	if got == string(want) {
		return
	}
	if !*update {
		t.Errorf("quality.txt is out of date; run with -update and read the difference:\n%s", got)
		return
	}
	if err := os.WriteFile("quality.txt", []byte(got), 0o644); err != nil {
		t.Fatal(err)
	}
}

func measured(all []Annotated, model *syntax.Model, point Point) *Score {
	var s Score
	for _, a := range all {
		doc := text.Analyze(a.Report)
		if model != nil {
			model.Tag(doc)
		}
		found, _ := Read(doc, a.Report, point)
		s.Add(doc, a.Gold, found)
	}
	return &s
}

// TestInvariants holds the invariants on every text of PolNeAR dev.
func TestInvariants(t *testing.T) {
	all, err := ReadPolnear(os.DirFS(filepath.Join(dataDir(), "polnear")), "dev")
	if err != nil {
		t.Skip("no PolNeAR here")
	}
	for _, a := range all {
		doc := text.Analyze(a.Report)
		if err := check(a.Report, Attribute(doc, a.Report)); err != nil {
			t.Errorf("%s: %v", a.Name, err)
		}
	}
}
