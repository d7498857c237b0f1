package store

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"testing"

	"hearsay"
)

// TestFullDisk: a disk that fills up while reports are stored costs the batch
// that did not fit, says so, and leaves what was stored before.
func TestFullDisk(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "case.db")
	db, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.sql.SetMaxOpenConns(1)
	if _, err := db.PutReports(ctx, []*hearsay.Report{bulky(1)}); err != nil {
		t.Fatal(err)
	}
	if _, err := db.sql.Exec("PRAGMA max_page_count = 300"); err != nil {
		t.Fatal(err)
	}
	for i := 2; err == nil && i < 100; i++ {
		_, err = db.PutReports(ctx, []*hearsay.Report{bulky(i), bulky(1000 + i)})
	}
	want := path + ": the disk is full; make room and run the same command again; what was read before is kept"
	if err == nil || err.Error() != want {
		t.Errorf("got %v\nwant %s", err, want)
	}
	n, err := db.CountReports(ctx)
	if err != nil || n < 1 || n%2 != 1 {
		t.Errorf("%d reports are left, %v; want whole batches", n, err)
	}
	var sound string
	if err := db.sql.QueryRow("PRAGMA integrity_check").Scan(&sound); err != nil || sound != "ok" {
		t.Errorf("integrity: %s, %v", sound, err)
	}
}

func bulky(i int) *hearsay.Report {
	noise := make([]byte, 20000)
	rand.Read(noise)
	raw := []byte(hex.EncodeToString(noise))
	return &hearsay.Report{ID: hearsay.ReportID(raw), Path: fmt.Sprintf("%d.txt", i), Format: "text", Text: "The tower leans.", Raw: raw}
}
