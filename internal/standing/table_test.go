package standing_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	. "hearsay/internal/standing"
)

var update = flag.Bool("update", false, "rewrite the expected answers in testdata")

// TestSentences runs the cases that stand beside the sentences of the
// contract: one file for each section, a pair of case and answer for each
// sentence.
func TestSentences(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { runFile(t, file) })
	}
}

func runFile(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(archive.Files); i += 2 {
		given, want := &archive.Files[i], &archive.Files[i+1]
		t.Run(given.Name, func(t *testing.T) {
			s := Of(parseCase(t, string(given.Data)))
			got := printCase(s)
			if *update {
				want.Data = []byte(got)
			} else if got != string(want.Data) {
				t.Errorf("got\n%swant\n%s", got, want.Data)
			}
			if replayed := s.Receipt.Replay(); replayed != s.Ladder {
				t.Errorf("the receipt gives %+v, the count %+v", replayed, s.Ladder)
			}
		})
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
