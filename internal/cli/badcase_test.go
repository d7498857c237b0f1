package cli_test

import (
	"database/sql"
	"os"
	"strconv"

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
