package reuse

import (
	"encoding/json"
	"fmt"
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

func TestTry(t *testing.T) {
	for _, pat := range []string{"../../../shared/cases/*", "../../testdata/cases/*", "../cli/demo/case"} {
		dirs, _ := filepath.Glob(pat)
		for _, d := range dirs {
			if _, err := os.Stat(filepath.Join(d, "gold.json")); err == nil {
				tryCase(t, d)
			}
		}
	}
}

func tryCase(t *testing.T, dir string) {
	docs := caseDocs(t, dir)
	var gold struct {
		Derivations []struct{ From, To, Kind string }
		Drift       []struct{ Report, Class, Was, Is string }
	}
	b, _ := os.ReadFile(filepath.Join(dir, "gold.json"))
	if err := json.Unmarshal(b, &gold); err != nil {
		t.Fatal(err)
	}
	want := map[string]bool{}
	for _, d := range gold.Derivations {
		want[d.From+" "+d.To+" "+d.Kind] = true
	}
	path := map[string]string{}
	prints := make([]Print, len(docs))
	for i, d := range docs {
		path[d.ID] = d.Path
		prints[i] = d.Print
	}
	fmt.Println("==", dir, len(docs))
	derived := Derive(docs, Pairs(prints))
	for _, d := range derived {
		k := path[d.From] + " " + path[d.To] + " " + string(d.Kind)
		mark := "WRONG"
		if want[k] {
			mark = "ok"
			delete(want, k)
		}
		fmt.Println("  ", mark, k, d.Overlap, d.Why)
	}
	for k := range want {
		fmt.Println("   MISSED", k)
	}
	drift := map[string]bool{}
	for _, d := range gold.Drift {
		drift[d.Report+" "+d.Class+" "+d.Was+"→"+d.Is] = true
	}
	for _, d := range Drift(docs, derived...) {
		k := d.Path + " " + string(d.Class) + " " + d.Was + "→" + d.Is
		mark := "    "
		if drift[k] {
			mark = "ok"
			delete(drift, k)
		}
		fmt.Println("     ", mark, k, "| base", path[d.Base])
	}
	for k := range drift {
		fmt.Println("      MISSED", k)
	}
}

func caseDocs(t *testing.T, dir string) []Doc {
	var table hearsay.OutletTable
	if _, err := toml.DecodeFile(filepath.Join(dir, "outlets.toml"), &table); err != nil {
		t.Fatal(err)
	}
	key := map[string]string{}
	for name, o := range table.Outlets {
		for _, n := range append([]string{name, o.Domain}, o.Aliases...) {
			if n != "" {
				key[plainName(n)] = name
			}
		}
	}
	files, _ := filepath.Glob(filepath.Join(dir, "docs", "*"))
	slices.Sort(files)
	var docs []Doc
	var in intake.Reader
	defer in.Close()
	for _, f := range files {
		raw, _ := os.ReadFile(f)
		in.Read(intake.Input{Path: filepath.Base(f), Bytes: raw}, func(r *hearsay.Report, err error) bool {
			if err != nil {
				fmt.Println("   problem", filepath.Base(f), err)
				return true
			}
			d := NewDoc(r, text.Analyze(r))
			name := key[plainName(r.Outlet)]
			if name == "" {
				name = key[plainName(strings.TrimPrefix(host(r.URL), "www."))]
			}
			if name != "" {
				d.Outlet = name
				d.OutletNames = append([]string{name, table.Outlets[name].Domain}, table.Outlets[name].Aliases...)
			} else {
				fmt.Println("   outlet?", r.Path, r.Outlet)
			}
			if s, ok := table.Reports[r.Path]; ok && s.Outlet != "" {
				d.Outlet, d.OutletNames = s.Outlet, []string{s.Outlet}
			}
			docs = append(docs, d)
			return true
		})
	}
	return docs
}
