package attribution

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"hearsay"
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
	tagged := reader{model: model, trees: true}
	balanced, sure := tagged.measure(all)
	least := sure.PreciseScore()
	precise, _ := reader{model: model, trees: true, least: least}.measure(all)
	careful, _ := reader{model: model, trees: true, point: Careful}.measure(all)
	fast, _ := reader{model: model}.measure(all)
	untagged, _ := reader{}.measure(all)
	open, _ := reader{model: model, trees: true, spans: Open()}.measure(all)
	got := fmt.Sprintf("Measured on PolNeAR dev. Exact: the whole span; token: words in it.\n\nBalanced:\n\n%v\n"+
		"Scores of attributions, balanced, and the share of their spans that are right:\n\n%v\n"+
		"Of the balanced those scored %.2f or more, of whose spans 92 in 100 are right:\n\n%v\n"+
		"Careful:\n\n%v\nBalanced, the fast way, without trees:\n\n%v\nBalanced, without tags:\n\n%v\nBalanced, open weights:\n\n%v", balanced, sure, least, precise, careful, fast, untagged, open)
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

// reader is a way to read reports.
type reader struct {
	model *syntax.Model // nil for no tags
	trees bool
	point Point
	least float64 // score of what counts
	spans *Model
}

func (w reader) read(r *hearsay.Report) (*text.Document, []hearsay.Attribution) {
	doc, how := text.Analyze(r), Options{Point: w.point, Model: w.spans}
	if w.model != nil {
		w.model.Tag(doc)
	}
	if w.trees {
		trees := w.model.Parse(doc)
		how.Trees = &trees
	}
	found, _ := Read(doc, r, how)
	return doc, slices.DeleteFunc(found, func(x hearsay.Attribution) bool { return x.Score < w.least })
}

func (w reader) measure(all []Annotated) (*Score, *Reliability) {
	var s Score
	var r Reliability
	for _, a := range all {
		doc, found := w.read(a.Report)
		s.Add(doc, a.Gold, found)
		r.Add(a.Gold, found)
	}
	return &s, &r
}

// TestInvariants holds the invariants on every text of PolNeAR dev.
func TestInvariants(t *testing.T) {
	all, err := ReadPolnear(os.DirFS(filepath.Join(dataDir(), "polnear")), "dev")
	if err != nil {
		t.Skip("no PolNeAR here")
	}
	for _, a := range all {
		_, found := reader{}.read(a.Report)
		if err := check(a.Report, found); err != nil {
			t.Errorf("%s: %v", a.Name, err)
		}
	}
}
