package intake

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hearsay"
)

func TestWalk(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.txt", "a/c.txt", "a/page.html", "a/page_files/logo.txt", "a/other_files/d.txt", ".hidden/e.txt", ".f.txt", "outlets.toml"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(mill), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for link, target := range map[string]string{"a/loop": dir, "a/missing": "nowhere", "z.txt": "b.txt"} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Skip(err)
		}
	}
	got := walked(dir)
	want := []string{"a/c.txt", "! a/missing", "a/other_files/d.txt", "a/page.html", "b.txt", "z.txt"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func walked(dir string) (got []string) {
	Walk(dir, nil, func(in Input, err error) bool {
		name := strings.TrimPrefix(filepath.ToSlash(in.Path), filepath.ToSlash(dir)+"/")
		if err != nil {
			name = "! " + name
		}
		got = append(got, name)
		return true
	})
	return got
}

func TestWalkErrorsAreSentences(t *testing.T) {
	Walk(filepath.Join(t.TempDir(), "none"), nil, func(_ Input, err error) bool {
		if hearsay.CodeOf(err) != hearsay.CodeNotFound || !strings.Contains(err.Error(), "no such file or folder") {
			t.Error(err)
		}
		return true
	})
	locked := filepath.Join(t.TempDir(), "locked.txt")
	if err := os.WriteFile(locked, []byte(mill), 0); err != nil {
		t.Fatal(err)
	}
	if os.Geteuid() == 0 {
		t.Skip("the superuser may read everything")
	}
	Walk(locked, nil, func(in Input, err error) bool {
		out := readInput(in)
		if len(out) != 1 || out[0].err == nil || !strings.Contains(out[0].err.Error(), "may not be read by you") {
			t.Errorf("%v %v", out, err)
		}
		return true
	})
}
