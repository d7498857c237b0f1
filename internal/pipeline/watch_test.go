package pipeline

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"hearsay/internal/store"
)

// TestReadChanged: a watch reads a file once, again when it has changed, and
// not while it is being written; the case remembers what was read.
func TestReadChanged(t *testing.T) {
	ctx := context.Background()
	db, err := store.Open(ctx, ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	folder := t.TempDir()
	write := func(name, text string, at time.Time) {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	noon := time.Date(2020, 2, 3, 12, 0, 0, 0, time.UTC)
	read := func(now time.Time, want int) {
		t.Helper()
		changed, err := Changed(ctx, db, folder, now)
		if err != nil || changed != (want > 0) {
			t.Errorf("changed: %t, %v", changed, err)
		}
		p, err := New(db, Options{}) // as after a restart
		if err != nil {
			t.Fatal(err)
		}
		defer p.Close()
		got, err := p.ReadChanged(ctx, folder, now)
		if err != nil || got.Reports != want || len(got.Problems) > 0 {
			t.Errorf("%d reports, %v, %v; want %d", got.Reports, got.Problems, err, want)
		}
	}
	write("a.txt", "Mina Tarr said that the ferry was late.", noon)
	write("b.txt", "Omar Haddad said that the quay", noon.Add(time.Minute))
	read(noon.Add(time.Minute+time.Second), 1)
	read(noon.Add(time.Minute+time.Second), 0)
	write("b.txt", "Omar Haddad said that the quay was closed.", noon.Add(2*time.Minute))
	read(noon.Add(time.Hour), 1)
	write("a.txt", "Mina Tarr said that the ferry was early.", noon)
	read(noon.Add(time.Hour), 1)
	read(noon.Add(time.Hour), 0)
}
