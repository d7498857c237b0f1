package store

import (
	"fmt"
	"path/filepath"
	"testing"

	"hearsay"
)

// TestLexicon: terms come back as they were put, from a handle that knew the
// lexicon before it grew as well.
func TestLexicon(t *testing.T) {
	path := filepath.Join(t.TempDir(), "case.db")
	db, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	other, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	if _, err := db.PutReports(t.Context(), []*hearsay.Report{{ID: "sha256:1", Path: "1", Text: "x"}}); err != nil {
		t.Fatal(err)
	}
	all := []string{"", "ferri/w70 sink/w56!", "a/b/n100^? c/w5", "no slash", "ferri/w70  twice", " ferri/w70", "tab\t/w70", "/w70", "ferri/", "ferri/w70 ", "ü/n50"}
	for range 3 {
		for i := range 200 {
			all = append(all, fmt.Sprintf("word%d/w%d ferri/w70", len(all), i%7))
		}
		s := &Settlement{Publications: []Publication{{Report: 1}}}
		for i, terms := range all {
			s.Statements = append(s.Statements, Statement{Report: 1, Terms: terms, Statement: hearsay.Statement{Report: "sha256:1", Seq: i}})
		}
		if err := db.PutSettlement(t.Context(), "settle@1", "1", s); err != nil {
			t.Fatal(err)
		}
		for _, handle := range []*DB{other, db} {
			list, err := handle.StatementsOfReports(t.Context(), []int64{1})
			if err != nil || len(list) != len(all) {
				t.Fatalf("%d statements, %v", len(list), err)
			}
			for i := range list {
				if list[i].Terms != all[i] || list[i].Statement.Report != "sha256:1" {
					t.Errorf("%q comes back as %q of %s", all[i], list[i].Terms, list[i].Statement.Report)
				}
			}
		}
	}
}
