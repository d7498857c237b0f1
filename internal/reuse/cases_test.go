package reuse

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"hearsay"
	"hearsay/internal/intake"
	"hearsay/internal/text"
)

// TestCases reads every investigation with known answers that is at hand and
// checks all of its derivations, and the sample of its drift.
func TestCases(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	for _, pattern := range []string{"../../../shared/cases/*", "../../testdata/cases/*", "../cli/demo/case"} {
		golds, err := filepath.Glob(filepath.Join(pattern, "gold.json"))
		if err != nil {
			t.Fatal(err)
		}
		for _, gold := range golds {
			dir := filepath.Dir(gold)
			t.Run(filepath.Base(dir), func(t *testing.T) { checkCase(t, dir) })
		}
	}
}

type goldCase struct {
	Derivations []struct{ From, To, Kind string }
	Drift       []struct{ Report, Class, Was, Is string }
}

func checkCase(t *testing.T, dir string) {
	raw, err := os.ReadFile(filepath.Join(dir, "gold.json"))
	if err != nil {
		t.Fatal(err)
	}
	var gold goldCase
	if err := json.Unmarshal(raw, &gold); err != nil {
		t.Fatal(err)
	}
	docs := caseDocs(t, dir)
	prints := make([]Print, len(docs))
	path := map[string]string{}
	for i, d := range docs {
		prints[i], path[d.ID] = d.Print, d.Path
	}
	var want, got, changes []string
	for _, d := range gold.Derivations {
		want = append(want, fmt.Sprintf("%s -> %s %s", d.From, d.To, d.Kind))
	}
	derived := Derive(docs, Pairs(prints))
	for _, d := range derived {
		got = append(got, fmt.Sprintf("%s -> %s %s", path[d.From], path[d.To], d.Kind))
		t.Logf("%s -> %s %s %.2f %q", path[d.From], path[d.To], d.Kind, d.Overlap, d.Why)
	}
	for _, d := range Drift(docs, derived...) {
		changes = append(changes, fmt.Sprintf("%s %s %q -> %q", d.Path, d.Class, d.Was, d.Is))
	}
	known := knownMisses(t, filepath.Base(dir))
	for _, w := range want {
		switch missed := !slices.Contains(got, w); {
		case missed && !slices.Contains(known, w):
			t.Errorf("missed %s", w)
		case !missed && slices.Contains(known, w):
			t.Errorf("found %s: take it out of testdata/missed.txt", w)
		}
	}
	for _, g := range got {
		if !slices.Contains(want, g) && !slices.Contains(known, "wrong "+g) {
			t.Errorf("wrong %s", g)
		}
	}
	for _, d := range gold.Drift {
		if w := fmt.Sprintf("%s %s %q -> %q", d.Report, d.Class, d.Was, d.Is); !slices.Contains(changes, w) && !slices.Contains(known, "drift "+w) {
			t.Errorf("missed %s; have\n%s", w, strings.Join(changes, "\n"))
		}
	}
}

// knownMisses are the derivations of a case that testdata/missed.txt lists.
func knownMisses(t *testing.T, name string) (list []string) {
	raw, err := os.ReadFile("testdata/missed.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(raw)) {
		if miss, ok := strings.CutPrefix(strings.TrimSpace(line), name+" "); ok {
			list = append(list, miss)
		}
	}
	return list
}

// caseDocs reads the reports of a case as the program would, without the names
// that only the whole case can tell.
func caseDocs(t *testing.T, dir string) []Doc {
	var table hearsay.OutletTable
	if _, err := toml.DecodeFile(filepath.Join(dir, "outlets.toml"), &table); err != nil {
		t.Fatal(err)
	}
	outlets := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(table.Outlets)) {
		o := table.Outlets[name]
		for _, n := range append([]string{name, o.Domain}, o.Aliases...) {
			if n != "" {
				outlets[plainName(n)] = name
			}
		}
	}
	files, err := filepath.Glob(filepath.Join(dir, "docs", "*"))
	if err != nil {
		t.Fatal(err)
	}
	var in intake.Reader
	defer in.Close()
	var docs []Doc
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		in.Read(intake.Input{Path: filepath.Base(name), Bytes: raw}, func(r *hearsay.Report, err error) bool {
			if err != nil {
				t.Logf("not read: %v", err)
				return true
			}
			docs = append(docs, caseDoc(r, table, outlets))
			return true
		})
	}
	return docs
}

func caseDoc(r *hearsay.Report, table hearsay.OutletTable, outlets map[string]string) Doc {
	d := NewDoc(r, text.Analyze(r))
	if set, ok := table.Reports[r.Path]; ok && set.Outlet != "" {
		r.Outlet = set.Outlet
	}
	name := outlets[plainName(r.Outlet)]
	if name == "" {
		name = outlets[plainName(host(r.URL))]
	}
	if name != "" {
		o := table.Outlets[name]
		d.Outlet, d.OutletNames = name, append([]string{name, o.Domain}, o.Aliases...)
	}
	return d
}
