package store

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"hearsay"
)

func TestTokens(t *testing.T) {
	for term, want := range map[string][]string{
		"ferri": {"ferri"}, "write-back": {"write", "back"}, "3.99": {"3", "99"}, "Zürich": {"zürich"}, "بحري": {"بحري"}, "مُحَمَّد": {"مُحَمَّد"}, "—": {},
	} {
		if got := Tokens(term); !slices.Equal(got, want) {
			t.Errorf("%s: %q, not %q", term, got, want)
		}
	}
}

// TestPostings: a settlement's statements are found by what their terms hold,
// and have as many tokens as they have.
func TestPostings(t *testing.T) {
	db, err := Open(t.Context(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	texts := []*hearsay.Report{{ID: "sha256:1", Path: "1", Text: "He declined to comment.", Lang: "en"}, {ID: "sha256:2", Path: "2", Text: "A recommendation.", Lang: "en"},
		{ID: "sha256:3", Path: "3", Text: "„Über-replies“", Lang: "de"}}
	if _, err := db.PutReports(t.Context(), texts); err != nil {
		t.Fatal(err)
	}
	s := &Settlement{Publications: []Publication{{Report: 1}, {Report: 2}, {Report: 3}}}
	const statements = sizesAtOnce + 10
	for i := range statements {
		terms := "ferri/w70 sink/w56!"
		if i%1000 == 0 {
			terms = "write-back/n100^ sink/w56"
		}
		s.Statements = append(s.Statements, Statement{Report: 1, Terms: terms, Statement: hearsay.Statement{Report: "sha256:1", Seq: i}})
	}
	if err := db.PutSettlement(t.Context(), "settle@9", "3", s); err != nil {
		t.Fatal(err)
	}
	lists, err := db.Postings(t.Context(), []string{"back", "sink", "quay"})
	if want := []int64{1, 1001, 2001, 3001, 4001}; err != nil || len(lists) != 2 || !reflect.DeepEqual(lists["back"], want) || len(lists["sink"]) != statements {
		t.Errorf("%v, %v", lists, err)
	}
	sizes, err := db.Sizes(t.Context(), []int64{1, 2, statements})
	if err != nil || sizes.Statements != statements || sizes.Of(1) != 3 || sizes.Of(2) != 2 || sizes.Of(statements) != 2 || sizes.Mean < 2 || sizes.Mean > 2.01 {
		t.Errorf("%+v, %v", sizes, err)
	}
	if asked, err := db.AskedIn(t.Context(), []int64{1, 2, 3}); err != nil || fmt.Sprint(asked) != "[1 3]" {
		t.Errorf("asked in %v, %v", asked, err)
	}
	if langs, err := db.Languages(t.Context()); err != nil || fmt.Sprint(langs) != "[en de]" {
		t.Errorf("languages %v, %v", langs, err)
	}
}
