package store

import (
	"slices"
	"testing"

	"hearsay"
)

// TestReportsWithWords: a few reports and many are asked about in ways of their
// own, and hold the same.
func TestReportsWithWords(t *testing.T) {
	db, err := Open(t.Context(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	begin := []string{"comment", "repl"}
	texts := []string{"He declined to comment.", "A recommendation.", "She replied.", "“Comments” were few", "Über-replies", "nothing", "the no-comment rule"}
	var reports []*hearsay.Report
	for i, text := range texts {
		reports = append(reports, &hearsay.Report{ID: "sha256:" + string(rune('a'+i)), Path: text, Text: text, Raw: []byte(text)})
	}
	if _, err := db.PutReports(t.Context(), reports); err != nil {
		t.Fatal(err)
	}
	nums := []int64{1, 2, 3, 4, 5, 6, 7}
	few, err := db.ReportsWithWords(t.Context(), begin, nums)
	if err != nil {
		t.Fatal(err)
	}
	for len(nums) <= fewReports {
		nums = append(nums, int64(1000+len(nums)))
	}
	many, err := db.ReportsWithWords(t.Context(), begin, nums)
	if err != nil {
		t.Fatal(err)
	}
	if want := []int64{1, 3, 4, 5, 7}; !slices.Equal(few, want) || !slices.Equal(many, want) {
		t.Errorf("of a few %v, of many %v, not %v", few, many, want)
	}
}
