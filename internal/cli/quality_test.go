package cli_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hearsay/internal/cli"
	"hearsay/internal/racetest"
)

// TestQualityOfCases holds the figures of quality.txt: whatever moves them is
// seen in the diff. The example cases are scored where they are at hand.
func TestQualityOfCases(t *testing.T) {
	if testing.Short() || racetest.Enabled {
		t.Skip("reads forty cases")
	}
	const file = "../../quality.txt"
	var got strings.Builder
	for _, part := range []struct{ title, dir string }{
		{"cases developed on", "../../testdata/cases"},
		{"the demo", "demo/case"},
		{"cases held out", "../../testdata/heldout"},
		{"example cases", "../../../shared/cases"},
	} {
		if _, err := os.Stat(part.dir); err != nil {
			break
		}
		got.WriteString("# " + part.title + "\n\n" + figures(t, part.dir) + "\n")
	}
	if *update {
		if err := os.WriteFile(file, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(string(want), got.String()) {
		t.Errorf("the figures are not those of quality.txt (rewrite it with: make eval)\n%s", got.String())
	}
}

func figures(t *testing.T, dir string) string {
	t.Helper()
	var out, errs bytes.Buffer
	env := cli.Environment{In: strings.NewReader(""), Out: &out, Err: &errs, Width: 80, Workers: 2,
		Getenv: func(string) string { return "" }, Now: time.Now}
	if status := cli.Run(context.Background(), []string{"eval", "cases", "--quiet", filepath.FromSlash(dir)}, env); status != 0 {
		t.Fatalf("eval cases %s: status %d: %s", dir, status, errs.String())
	}
	return out.String()
}
