package intake

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hearsay"
)

// TestCasesHoldTheirContents reads the example cases, if they are there: every
// passage that their gold quotes must occur in the text that was read.
func TestCasesHoldTheirContents(t *testing.T) {
	golds, _ := filepath.Glob(filepath.Join(dataDir(t), "..", "cases", "*", "gold.json"))
	if more, _ := filepath.Glob("../../testdata/cases/*/gold.json"); len(more) > 0 {
		golds = append(golds, more...)
	}
	for _, path := range golds {
		var gold struct {
			Chains []struct{ Report, Content string }
			Drift  []struct{ Report, Was, Is string }
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(raw, &gold); err != nil {
			t.Fatal(err)
		}
		texts := readCase(t, filepath.Join(filepath.Dir(path), "docs"))
		for _, c := range gold.Chains {
			if !strings.Contains(texts[c.Report], c.Content) {
				t.Errorf("%s: %s: no %q in its text", path, c.Report, c.Content)
			}
		}
		for _, d := range gold.Drift {
			if !strings.Contains(texts[d.Report], d.Is) {
				t.Errorf("%s: %s: no %q in its text", path, d.Report, d.Is)
			}
		}
	}
}

// readCase gives the texts of a folder's reports by their paths in it.
func readCase(t *testing.T, docs string) map[string]string {
	texts := map[string]string{}
	files, _ := os.ReadDir(docs)
	for _, f := range files {
		b, err := os.ReadFile(filepath.Join(docs, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		new(Reader).Read(Input{Path: f.Name(), Bytes: b}, func(rep *hearsay.Report, err error) bool {
			if err != nil {
				t.Errorf("%s: %v", f.Name(), err)
				return true
			}
			if err := rep.Validate(); err != nil {
				t.Error(err)
			}
			texts[rep.Path] = rep.Text
			return true
		})
	}
	return texts
}
