package pipeline_test

import (
	"database/sql"
	"path/filepath"
	"testing"

	"hearsay/internal/pipeline"
	"hearsay/internal/store"
)

// TestNewVersion: a stage of another version derives anew what it derives, and
// so does what stands on it.
func TestNewVersion(t *testing.T) {
	path := filepath.Join(t.TempDir(), "case.db")
	db, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	p, err := pipeline.New(db, pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	d := deskCase{t, db, p}
	for _, f := range demoFiles(t) {
		d.read(f)
	}
	d.derive()
	want := d.print()
	behind, err := sql.Open("sqlite", path)
	d.check(err)
	defer behind.Close()
	for _, other := range []string{
		// A case that an older or newer version derived otherwise.
		`UPDATE analysis SET body = '{}'; DELETE FROM statement; UPDATE cursor SET stage = 'analyze@0' WHERE stage LIKE 'analyze@%'`,
		`DELETE FROM claim; DELETE FROM statement; UPDATE cursor SET stage = 'settle@0' WHERE stage LIKE 'settle@%'`,
	} {
		_, err := behind.Exec(other)
		d.check(err)
		stale, err := pipeline.Stale(t.Context(), db)
		d.check(err)
		if !stale {
			t.Error("another version's case is not stale")
		}
		d.derive()
		d.same("derived anew", d.print(), want)
		var others int
		d.check(behind.QueryRow("SELECT count(*) FROM cursor WHERE stage LIKE '%@0'").Scan(&others))
		if others != 0 {
			t.Errorf("%d cursors of another version are left", others)
		}
	}
}
