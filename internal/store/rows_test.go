package store

import (
	"reflect"
	"testing"

	"hearsay"
)

// TestShortTables: what surrounds some reports is the same, whether a table is
// read by their numbers or, where they are many, as a whole.
func TestShortTables(t *testing.T) {
	ctx := t.Context()
	db, err := Open(ctx, ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var reports []*hearsay.Report
	for i := range 4 {
		reports = append(reports, bulky(i))
		reports[i].Text = "She could not be reached for comment."
	}
	if _, err := db.PutReports(ctx, reports); err != nil {
		t.Fatal(err)
	}
	s := &Settlement{SameTexts: []SameText{{1, 2, 0.9}, {2, 3, 0.8}, {3, 4, 0.7}}}
	for _, p := range [][2]int64{{1, 2}, {1, 3}, {2, 3}, {4, 1}} {
		d := Derivation{Source: p[0], Target: p[1], Derivation: hearsay.Derivation{Kind: hearsay.Copy}}
		if p == [2]int64{1, 3} {
			d.Kind = hearsay.Reply
		}
		s.Derivations = append(s.Derivations, d)
		s.Drifts = append(s.Drifts, Drift{Report: p[1], Base: p[0]})
	}
	if err := db.PutSettlement(ctx, "settle@1", "4", s); err != nil {
		t.Fatal(err)
	}
	few, many := []int64{1, 2}, []int64{1, 2, 11, 12, 13, 14}
	same := func(what string, want int, of func([]int64) (any, error)) {
		short, err := of(few)
		long, err2 := of(many)
		if err != nil || err2 != nil || !reflect.DeepEqual(short, long) || reflect.ValueOf(short).Len() != want {
			t.Errorf("%s: %v, %v\nby number %+v\nas a whole %+v", what, err, err2, short, long)
		}
	}
	same("derivations", 1, func(nums []int64) (any, error) { return db.Derivations(ctx, nums) })
	same("replies", 1, func(nums []int64) (any, error) { return db.RepliesTo(ctx, nums) })
	same("texts", 1, func(nums []int64) (any, error) { return db.SameTexts(ctx, nums) })
	same("drifts", 2, func(nums []int64) (any, error) { return db.Drifts(ctx, nums) })
	same("asked", 2, func(nums []int64) (any, error) { return db.AskedIn(ctx, nums) })
}
