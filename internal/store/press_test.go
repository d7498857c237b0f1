package store

import (
	"context"
	"database/sql"
	"fmt"
	"io/fs"
	"path/filepath"
	"testing"

	"github.com/pressly/goose/v3"

	"hearsay/internal/query"
)

// TestOldCase: a case of an older schema keeps its reports, their bytes and what
// finds them, and is settled anew.
func TestOldCase(t *testing.T) {
	for _, schema := range []int64{5, 8, 9, 11} { // up to 5, texts stood as they were
		t.Run(fmt.Sprint("schema ", schema), func(t *testing.T) { testOldCase(t, schema) })
	}
}

func testOldCase(t *testing.T, schema int64) {
	path := filepath.Join(t.TempDir(), "old.db")
	oldCase(t, path, schema)
	db, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	reports, err := db.ReportsAfter(t.Context(), 0, 9)
	if err != nil || len(reports) != 2 || reports[0].Text != "The ferry sank.\n" || reports[1].Title != "Fog" {
		t.Fatalf("%+v, %v", reports, err)
	}
	if raw, err := db.Raw(t.Context(), "sha256:1"); err != nil || string(raw) != "The ferry sank.\n" {
		t.Errorf("%q, %v", raw, err)
	}
	if at, err := db.Cursor(t.Context(), "settle@9"); err != nil || at != "" {
		t.Errorf("settled up to %q, %v", at, err)
	}
	if rulings, err := db.Rulings(t.Context()); err != nil || len(rulings) != 1 || rulings[0].B != "b" {
		t.Errorf("%+v, %v", rulings, err)
	}
	n, err := db.CountReports(t.Context())
	if langs, _ := db.Languages(t.Context()); err != nil || n != 2 || fmt.Sprint(langs) != "[en]" {
		t.Errorf("%d reports in %v, %v", n, langs, err)
	}
	if err := db.PutSettlement(t.Context(), "settle@9", "2", &Settlement{Publications: []Publication{{Report: 1}, {Report: 2}}}); err != nil {
		t.Fatal(err)
	}
	found, err := db.FindReports(t.Context(), Asked{Query: &query.Word{Text: "fog"}}, 9)
	if err != nil || len(found) != 1 || found[0].Report != 2 {
		t.Errorf("%+v, %v", found, err)
	}
}

// oldCase makes a case of an older schema with two reports and a ruling.
func oldCase(t *testing.T, path string, schema int64) {
	t.Helper()
	handle, err := sql.Open("sqlite", dsn(path))
	if err != nil {
		t.Fatal(err)
	}
	defer handle.Close()
	dir, err := fs.Sub(migrations, "migrations")
	if err != nil {
		t.Fatal(err)
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, handle, dir, goose.WithGoMigrations(pressTexts()))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := provider.UpTo(context.Background(), 5); err != nil {
		t.Fatal(err)
	}
	for i, text := range []string{"The ferry sank.\n", "Nobody saw it.\n"} {
		_, err := handle.Exec(`INSERT INTO report(id, path, format, title, outlet, published, lang, text, meta, raw) VALUES (?,?,'text',?,'','','en',?,?,?)`,
			fmt.Sprintf("sha256:%d", i+1), fmt.Sprintf("%d.txt", i+1), []string{"", "Fog"}[i], text, fmt.Sprintf(`{"title":%q}`, []string{"", "Fog"}[i]), []byte{})
		if err != nil {
			t.Fatal(err)
		}
	}
	if _, err := provider.UpTo(context.Background(), schema); err != nil {
		t.Fatal(err)
	}
	for _, statement := range []string{
		"INSERT INTO ruling(kind, a, b, made) VALUES ('same', 'a', 'b', '2026-01-01T00:00:00Z')",
		"INSERT INTO cursor(stage, position) VALUES ('settle@9', '2')",
		fmt.Sprintf("PRAGMA user_version = %d", schema),
	} {
		if _, err := handle.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
}
