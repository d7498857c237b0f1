package recount_test

import (
	"os"
	"path/filepath"
	"testing"

	"hearsay/internal/gold"
	"hearsay/internal/intake"
	"hearsay/internal/pipeline"
	"hearsay/internal/racetest"
	"hearsay/internal/recount"
	"hearsay/internal/standing"
	"hearsay/internal/store"
	"hearsay/internal/trace"
)

// TestGoldCases counts every claim of the gold cases twice, and once more from
// its receipt.
func TestGoldCases(t *testing.T) {
	if testing.Short() {
		t.Skip("reads the gold cases")
	}
	folders, err := filepath.Glob("../../testdata/cases/*")
	check(t, err)
	for _, dir := range append(racetest.Few(folders), "../cli/demo/case") {
		t.Run(filepath.Base(dir), func(t *testing.T) { recountCase(t, dir) })
	}
}

func recountCase(t *testing.T, dir string) {
	known, err := gold.Load(dir)
	check(t, err)
	db := settled(t, known)
	tracer, err := trace.New(db)
	check(t, err)
	for _, claim := range known.Claims {
		in, err := tracer.Input(t.Context(), claim.Query)
		check(t, err)
		s := standing.Of(in)
		if got, want := recount.Summary(s), recount.Of(in); got != want {
			t.Errorf("%s: counted\n%s\nrecounted\n%s", claim.Query, got, want)
		}
		if l := s.Receipt.Replay(); l != s.Ladder {
			t.Errorf("%s: the receipt gives %+v, the count %+v", claim.Query, l, s.Ladder)
		}
	}
}

func settled(t *testing.T, c *gold.Case) *store.DB {
	db, err := store.Open(t.Context(), ":memory:")
	check(t, err)
	t.Cleanup(func() { db.Close() })
	p, err := pipeline.New(db, pipeline.Options{})
	check(t, err)
	defer p.Close()
	if b, err := os.ReadFile(filepath.Join(c.Dir, "outlets.toml")); err == nil {
		table, err := intake.ParseOutlets("outlets.toml", b)
		check(t, err)
		check(t, db.PutOutlets(t.Context(), table))
	}
	_, err = p.Read(t.Context(), c.Docs(), nil)
	check(t, err)
	check(t, p.Derive(t.Context()))
	return db
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
