package pipeline_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"hearsay/internal/intake"
	"hearsay/internal/standing"
	"hearsay/internal/trace"
)

// TestChains reads each small case of testdata/chains as a person would and
// checks the chains that it asks for. A line of want is
//
//	file: words of the content = hop > hop > hop (end)
//
// and holds for one of the statements that have these words.
func TestChains(t *testing.T) {
	paths, err := filepath.Glob("testdata/chains/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("%d cases, %v", len(paths), err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			checkChains(newDesk(t), txtar.Parse(raw))
		})
	}
}

func checkChains(d deskCase, archive *txtar.Archive) {
	want := ""
	for _, f := range archive.Files {
		switch f.Name {
		case "want":
			want = string(f.Data)
		case "outlets.toml":
			table, err := intake.ParseOutlets(f.Name, f.Data)
			d.check(err)
			d.check(d.db.PutOutlets(d.Context(), table))
		default:
			d.read(file{f.Name, f.Data})
		}
	}
	d.derive()
	said := d.said()
	for line := range strings.Lines(want) {
		path, rest, _ := strings.Cut(strings.TrimSpace(line), ": ")
		words, chain, ok := strings.Cut(rest, " = ")
		if !ok {
			d.Fatalf("cannot read %q", line)
		}
		if got := said.with(path, words); !strings.Contains(strings.Join(got, "\n")+"\n", chain+"\n") {
			d.Errorf("%s: %s\ngot  %s\nwant %s", path, words, strings.Join(got, "\n     "), chain)
		}
	}
}

type saidAll []trace.Statement

func (d deskCase) said() (all saidAll) {
	d.Helper()
	t, err := trace.New(d.db)
	d.check(err)
	d.check(t.Statements(d.Context(), func(s trace.Statement) error { all = append(all, s); return nil }))
	return all
}

// with are the printed chains of a report's statements that have these words.
func (all saidAll) with(path, words string) (list []string) {
	for _, s := range all {
		if s.Path == path && strings.Contains(strings.Join(strings.Fields(s.Text), " "), words) {
			list = append(list, fmt.Sprintf("%s (%s)", standing.String(s.Chain), s.End))
		}
	}
	return list
}
