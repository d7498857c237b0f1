package cli_test

import (
	"archive/zip"
	"bytes"
	"database/sql"
	"os"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	_ "modernc.org/sqlite"
)

// sparse FILE BYTES [HEAD] makes a file of that size that takes no room,
// with HEAD at its beginning.
func sparse(ts *testscript.TestScript, _ bool, args []string) {
	size, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	head := ""
	if len(args) > 2 {
		head = args[2]
	}
	path := ts.MkAbs(args[0])
	ts.Check(os.WriteFile(path, []byte(head), 0o644))
	ts.Check(os.Truncate(path, size))
}

// sqlite FILE STATEMENT changes a case file behind the program's back.
func sqlite(ts *testscript.TestScript, _ bool, args []string) {
	db := openRaw(ts, args[0])
	defer db.Close()
	_, err := db.Exec(args[1])
	ts.Check(err)
}

// hold FILE keeps a write transaction on a case open until the script ends.
func hold(ts *testscript.TestScript, _ bool, args []string) {
	db := openRaw(ts, args[0])
	db.SetMaxOpenConns(1)
	_, err := db.Exec("BEGIN IMMEDIATE")
	ts.Check(err)
	ts.Defer(func() { db.Close() })
}

func openRaw(ts *testscript.TestScript, path string) *sql.DB {
	db, err := sql.Open("sqlite", ts.MkAbs(path))
	ts.Check(err)
	return db
}

// bomb FILE makes a zip archive of a few kilobytes that unpacks to a gigabyte.
func bomb(ts *testscript.TestScript, _ bool, args []string) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("letters.txt")
	ts.Check(err)
	chunk := make([]byte, 1<<20)
	copy(chunk, "From the letters to the editor.\n")
	for range 100 {
		_, err := w.Write(chunk)
		ts.Check(err)
	}
	ts.Check(z.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o644))
}

// nest FILE DEPTH MEMBER packs a file into that many archives, one in the
// other.
func nest(ts *testscript.TestScript, _ bool, args []string) {
	depth, err := strconv.Atoi(args[1])
	ts.Check(err)
	name, content := args[2], []byte(ts.ReadFile(args[2]))
	for i := range depth {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, err := z.Create(name)
		ts.Check(err)
		_, err = w.Write(content)
		ts.Check(err)
		ts.Check(z.Close())
		name, content = strconv.Itoa(i)+".zip", b.Bytes()
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), content, 0o644))
}

// longline FILE makes a page with a megabyte on one line.
func longline(ts *testscript.TestScript, _ bool, args []string) {
	const link = `<a href="/fog/archive" class="teaser teaser--small"><span></span></a>`
	page := "<html><body><script>" + strings.Repeat("var fog=1;", 50000) + "</script><nav>" + strings.Repeat(link, 1<<19/len(link)) +
		"</nav><article><h1>Fog</h1><p>" + strings.Repeat("The fog will stay until noon, said the harbour office. ", 20) + "</p></article></body></html>"
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(page), 0o644))
}

// damage FILE overwrites the middle of a file.
func damage(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	b, err := os.ReadFile(path)
	ts.Check(err)
	for i := 100; i < len(b); i++ {
		b[i] ^= 0x5a
	}
	ts.Check(os.WriteFile(path, b, 0o644))
}
