package claims

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestRoots holds roots.txt to what root finds in the words of all tables: no
// line of it is out of date, and no word of a table is missing.
func TestRoots(t *testing.T) {
	asked := map[string]string{}
	if _, err := loadWeights(func(word string) string {
		asked[word] = root(word)
		return asked[word]
	}); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, word := range slices.Sorted(maps.Keys(asked)) {
		b.WriteString(word + " " + asked[word] + "\n")
	}
	if *update {
		if err := os.WriteFile("roots.txt", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if b.String() != rootLines {
		t.Error("roots.txt differs from the roots of the words in the tables; write it with go test ./internal/claims -run Roots -update")
	}
}

// TestRootsIn asks for words that the lines have and for others.
func TestRootsIn(t *testing.T) {
	of := rootsIn("inspection inspect\nwent elsewhere\n")
	for word, want := range map[string]string{"inspection": "inspect", "went": "elsewhere", "treatment": "treat", "": ""} {
		if got := of(word); got != want {
			t.Errorf("the root of %q is %q, want %q", word, got, want)
		}
	}
}
