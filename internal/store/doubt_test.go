package store_test

import (
	"slices"
	"testing"

	"hearsay"
	"hearsay/internal/store"
)

// TestDoubts: what a person should look at comes back as it was put, under the
// ids by which the identities are known.
func TestDoubts(t *testing.T) {
	db, err := store.Open(t.Context(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	doubt := hearsay.NameJoin{A: "Ada Lund", B: "A. Lund", Score: 0.6, Reasons: []string{"an initial"}}
	one, other := "e00000000000a", "e00000000000b"
	err = db.PutSettlement(t.Context(), "settle@1", "1", &store.Settlement{
		Identities: []hearsay.Identity{{ID: one, Name: "Ada Lund", Doubts: []hearsay.NameJoin{doubt}}, {ID: other, Name: "Adam Lund"}},
		Members:    []store.Member{{Report: 1, Entity: "e1", Identity: one}, {Report: 2, Entity: "e1", Identity: one}},
		NameKeys:   []store.NameKey{store.NewNameKey("i:a lund", one), store.NewNameKey("i:a lund", other)},
	})
	if err != nil {
		t.Fatal(err)
	}
	list, err := db.IdentitiesByID(t.Context(), []string{one})
	if err != nil || len(list) != 1 || len(list[0].Doubts) != 1 || !slices.Equal(list[0].Doubts[0].Reasons, doubt.Reasons) || list[0].Doubts[0].Score != doubt.Score {
		t.Errorf("%+v, %v", list, err)
	}
	if count, err := db.ReportsOfIdentities(t.Context()); err != nil || count[one] != 2 {
		t.Errorf("%v, %v", count, err)
	}
	if pairs, err := db.IdentitiesAlike(t.Context()); err != nil || len(pairs) != 1 || pairs[0] != [2]string{one, other} {
		t.Errorf("%v, %v", pairs, err)
	}
}
