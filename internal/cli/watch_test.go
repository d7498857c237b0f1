package cli_test

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestReadWatch: a watch reads what is there, goes on until it is stopped, and
// being stopped is its regular end.
func TestReadWatch(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "in"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "in", "a.txt"), []byte("Mina Tarr said that the ferry was late.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	old := time.Now().Add(-time.Hour)
	if err := os.Chtimes(filepath.Join(dir, "in", "a.txt"), old, old); err != nil {
		t.Fatal(err)
	}
	cmd := hearsay(dir, "read", "--watch", "in")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil || !strings.HasPrefix(line, "1 report read, 1 new") {
		t.Errorf("it says %q, %v", line, err)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("it ends with %v", err)
	}
	if b, err := hearsay(dir, "read", "--watch", "--every", "1s", "in").CombinedOutput(); err == nil || !strings.Contains(string(b), "too often") {
		t.Errorf("an address may be asked every second: %s, %v", b, err)
	}
}
