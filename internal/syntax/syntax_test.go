package syntax

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hearsay/internal/text"
)

var (
	update  = flag.Bool("update", false, "rewrite quality.txt")
	retrain = flag.Bool("train", false, "train anew and rewrite weights.bin")
)

// dataDir finds the treebanks, and skips the test where there are none.
func dataDir(t testing.TB) string {
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
		if _, err := os.Stat(filepath.Join(data, "ud-ewt")); err == nil {
			return data
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Skip("no treebanks here")
		}
		dir = up
	}
}

func load(t testing.TB) *Model {
	t.Helper()
	m, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestTrain(t *testing.T) {
	if !*retrain {
		t.Skip("runs with -train")
	}
	m, err := Train(dataDir(t))
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Create("weights.bin")
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Write(f); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	q, err := Quality(m, dataDir(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d weights, %d lemmas\n%s", m.tags.count, len(m.lemmas), q)
}

func TestQuality(t *testing.T) {
	if testing.Short() {
		t.Skip("measures on the treebanks")
	}
	got, err := Quality(load(t), dataDir(t))
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("quality.txt", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("quality.txt")
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("figures have moved; if that is meant, run with -update:\n%s", got)
	}
}

func BenchmarkTag(b *testing.B) {
	m := load(b)
	doc := text.Parse(strings.Repeat("The port authority denied on Monday that any crane had been inspected, "+
		"although two officials said the union's letter was read aloud in Aldervane. ", 100), "en")
	b.ReportAllocs()
	for b.Loop() {
		m.Tag(doc)
	}
	b.ReportMetric(float64(len(doc.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(); err != nil {
			b.Fatal(err)
		}
	}
}
