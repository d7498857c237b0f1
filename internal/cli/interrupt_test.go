package cli_test

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// derivedTables hold everything that follows from what was read.
var derivedTables = []string{"report", "report_path", "problem", "analysis", "identity", "identity_of", "publication", "speaks_for",
	"derivation", "same_text", "drift", "claim", "statement", "name_key", "word"}

// hashOf is a hash of the rows of a case, whatever their order; it fails if the
// file is not sound.
func hashOf(t *testing.T, path string) string {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var sound string
	if err := db.QueryRow("PRAGMA integrity_check").Scan(&sound); err != nil || sound != "ok" {
		t.Fatalf("integrity check: %s, %v", sound, err)
	}
	sum := sha256.New()
	for _, table := range derivedTables {
		rows, err := db.Query("SELECT * FROM " + table + " ORDER BY 1, 2")
		if err != nil {
			t.Fatal(err)
		}
		columns, err := rows.Columns()
		if err != nil {
			t.Fatal(err)
		}
		values, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		for rows.Next() {
			if err := rows.Scan(into...); err != nil {
				t.Fatal(err)
			}
			fmt.Fprintln(sum, table, values)
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
		rows.Close()
	}
	return fmt.Sprintf("%x", sum.Sum(nil))
}

// pile writes n short reports that repeat one another's words and names.
func pile(t *testing.T, n int) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "pile")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	people := strings.Split("Ada Lund,Oda Brandt,Ivo Stahl,Kit Olsen,Wilma Kroon,Pell Harrow,Sten Quill", ",")
	things := strings.Split("bridge,granary,ferry,harbour,quarry,tower,pier,school,chapel,orchard,mill", ",")
	fates := strings.Split("was closed on Monday,lost its roof in the storm,will be sold next year,has stood empty for nine years,was insured twice", ",")
	random := rand.New(rand.NewPCG(1, 2))
	pick := func(list []string) string { return list[random.IntN(len(list))] }
	for i := range n {
		text := fmt.Sprintf("THE %s BELL\n%d March 2012\n\n", strings.ToUpper(pick(things)), 1+i%28)
		for range 12 {
			text += fmt.Sprintf("The %s %s, %s said. ", pick(things), pick(fates), pick(people))
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%03d.txt", i)), []byte(text+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// hearsay is a run of the program, not yet started.
func hearsay(dir string, args ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), asProgram+"=1")
	return cmd
}

// TestKilled: a run that is killed at any moment leaves a sound case, and the
// next run ends with what one undisturbed run would have given.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("kills runs of the program")
	}
	dir := pile(t, 200)
	work := filepath.Dir(dir)
	began := time.Now()
	if out, err := hearsay(work, "read", "pile", "--case", "whole.db").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	took := time.Since(began)
	want := hashOf(t, filepath.Join(work, "whole.db"))
	for round := range 2 {
		path := filepath.Join(work, fmt.Sprintf("%d.db", round))
		for range 3 {
			cmd := hearsay(work, "read", "pile", "--case", path)
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(time.Duration(rand.Int64N(int64(took))))
			cmd.Process.Kill()
			cmd.Wait()
			if _, err := os.Stat(path); err == nil {
				hashIfMade(t, path)
			}
		}
		if out, err := hearsay(work, "read", "pile", "--case", path).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		if got := hashOf(t, path); got != want {
			t.Errorf("round %d: the case is not what an undisturbed run makes", round)
		}
	}
}

// hashIfMade checks a case whose schema may not be there yet.
func hashIfMade(t *testing.T, path string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var sound string
	if err := db.QueryRow("PRAGMA integrity_check").Scan(&sound); err != nil || sound != "ok" {
		t.Fatalf("integrity check after a kill: %s, %v", sound, err)
	}
}

// TestStopped: Ctrl-C ends with one sentence and status 130, and what was read
// stays.
func TestStopped(t *testing.T) {
	if testing.Short() {
		t.Skip("interrupts a run of the program")
	}
	dir := pile(t, 1500)
	work := filepath.Dir(dir)
	cmd := hearsay(work, "read", "pile")
	var out, told bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &told
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for range 500 {
		if _, err := os.Stat(filepath.Join(work, "hearsay.db-wal")); err == nil {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	time.Sleep(200 * time.Millisecond)
	if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	cmd.Wait()
	if got := cmd.ProcessState.ExitCode(); got != 130 {
		t.Errorf("exit status %d, want 130", got)
	}
	const want = "hearsay: stopped; what was read before is kept, and the next run goes on\n"
	if told.String() != want || out.Len() > 0 {
		t.Errorf("told %q and %q, want %q", told.String(), out.String(), want)
	}
	hashIfMade(t, filepath.Join(work, "hearsay.db"))
}
