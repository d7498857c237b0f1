package trace

import (
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// TestFindAround: what is found around the stems is what is found in all of a
// text.
func TestFindAround(t *testing.T) {
	texts, found := 0, 0
	check := func(name, text string) {
		texts++
		for i, form := range silenceForms {
			want := form.re.FindAllStringSubmatchIndex(text, -1)
			found += len(want)
			if got := findAround(form.re, text, lowered(text), form.stems); !reflect.DeepEqual(got, want) {
				t.Errorf("%s: form %d finds %v, not %v", name, i, got, want)
			}
		}
	}
	filepath.WalkDir("../../testdata/cases", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			text, _ := os.ReadFile(path)
			check(path, string(text))
		}
		return nil
	})
	if texts < 100 || found < 20 {
		t.Errorf("%d texts with %d phrases are too few", texts, found)
	}
}
