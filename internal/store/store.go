// Package store keeps one case in one SQLite file: the reports as they were
// read, what a person said of them, and everything derived.
//
// Three kinds of tables live side by side. Reports and their bytes are written
// once. Outlets, settings and rulings are a person's input and are only
// changed by a person. Analyses and settlements are derived: they can be
// dropped and derived again, and give the same result. A cursor named after a
// stage and its version says how far the stage has come, so that a new
// version starts anew.
//
// An exported method is one transaction. A process that dies at any point
// leaves what was committed, whole.
package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/pressly/goose/v3"
	"modernc.org/sqlite"

	"hearsay"
)

//go:embed migrations/*.sql
var migrations embed.FS

// schemaVersion is the number of the newest migration.
const schemaVersion = 14

// DB is an open case.
type DB struct {
	sql     *sql.DB
	path    string
	lexicon lexicon

	writing sync.Mutex  // held by who writes terms
	terms   *termWriter // of the last who did; nil if it failed
}

// Open opens the case file at path, makes it if it is not there, and brings
// its schema up to date. ":memory:" is a case that is gone when closed.
// Errors carry hearsay.CodeCase.
func Open(ctx context.Context, path string) (*DB, error) {
	if path != ":memory:" {
		if err := checkFile(path); err != nil {
			return nil, err
		}
	}
	handle, err := sql.Open("sqlite", dsn(path))
	if err != nil {
		return nil, caseError(path, err)
	}
	if path == ":memory:" {
		handle.SetMaxOpenConns(1)
	}
	db := &DB{sql: handle, path: path}
	if err := db.migrate(ctx); err != nil {
		handle.Close()
		return nil, caseError(path, err)
	}
	return db, nil
}

// OpenExisting is Open for commands that only ask: a case that is not there
// is an error and no file is made.
func OpenExisting(ctx context.Context, path string) (*DB, error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, hearsay.Errorf(hearsay.CodeCase, path, "there is no case here yet").
			Do("read something first (hearsay read FILE...), or name another with --case")
	}
	return Open(ctx, path)
}

// Close closes the case.
func (db *DB) Close() error { return db.sql.Close() }

// Path is the file of the case.
func (db *DB) Path() string { return db.path }

func dsn(path string) string {
	// Three reports fit on a page of 8 KiB, where one of 4 KiB holds one. A case
	// that is there keeps its pages.
	pragmas := "_pragma=busy_timeout(5000)&_pragma=page_size(8192)&_journal_mode=WAL&_pragma=synchronous(NORMAL)" +
		"&_pragma=foreign_keys(1)&_pragma=temp_store(MEMORY)&_pragma=cache_size(-16384)&_txlock=immediate"
	if path == ":memory:" {
		return "file::memory:?" + pragmas
	}
	escaped := strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(filepath.ToSlash(path))
	return "file:" + escaped + "?" + pragmas
}

// checkFile refuses what is surely no case before SQLite touches it.
func checkFile(path string) error {
	folder, err := os.Stat(filepath.Dir(path))
	if errors.Is(err, fs.ErrNotExist) || err == nil && !folder.IsDir() {
		return hearsay.Errorf(hearsay.CodeCase, path, "its folder does not exist").Do("make the folder first")
	}
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return caseError(path, err)
	}
	if info.IsDir() {
		return hearsay.Errorf(hearsay.CodeCase, path, "is a folder, not a case file").Do("name a file with --case")
	}
	if info.Size() == 0 {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return caseError(path, err)
	}
	defer f.Close()
	head := make([]byte, 16)
	if n, _ := f.Read(head); n < 16 || string(head) != "SQLite format 3\x00" {
		return hearsay.Errorf(hearsay.CodeCase, path, "is not a case file").
			Do("name another file with --case; this one is left as it is")
	}
	return nil
}

func (db *DB) migrate(ctx context.Context) error {
	version, err := db.version(ctx)
	if err != nil {
		return err
	}
	if version == schemaVersion {
		return db.checkOurs(ctx)
	}
	if version > schemaVersion {
		return hearsay.Errorf(hearsay.CodeCase, db.path,
			"was written by a newer hearsay (schema %d, this one knows %d)", version, schemaVersion).
			Do("use the newer hearsay")
	}
	if err := db.checkOurs(ctx); err != nil {
		return err
	}
	dir, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, db.sql, dir, goose.WithGoMigrations(pressTexts()))
	if err != nil {
		return err
	}
	if _, err := provider.Up(ctx); err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	// goose keeps its own table; user_version lets the next start skip it.
	_, err = db.sql.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", schemaVersion))
	return err
}

func (db *DB) version(ctx context.Context) (int, error) {
	var version int
	err := db.sql.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version)
	return version, err
}

// checkOurs refuses a database that holds tables and none of a case.
func (db *DB) checkOurs(ctx context.Context) error {
	var foreign bool
	err := db.sql.QueryRowContext(ctx,
		"SELECT count(*) > 0 AND sum(name IN ('report', 'goose_db_version')) = 0 FROM sqlite_master WHERE type = 'table'").Scan(&foreign)
	if err == nil && foreign {
		err = hearsay.Errorf(hearsay.CodeCase, db.path, "is a database of another program").
			Do("name another file with --case; this one is left as it is")
	}
	return err
}

// inTx runs f in one transaction.
func (db *DB) inTx(ctx context.Context, f func(*sql.Tx) error) error {
	tx, err := db.sql.BeginTx(ctx, nil)
	if err != nil {
		return caseError(db.path, err)
	}
	if err = f(tx); err != nil {
		tx.Rollback()
	} else {
		err = tx.Commit()
	}
	if ctx.Err() != nil && errors.Is(err, sql.ErrTxDone) {
		return ctx.Err() // who asked to stop is told so, not what it did to the transaction
	}
	return caseError(db.path, err)
}

// Explain gives an error that came out of the case at path its sentence and
// its remedy, wherever in the program it was met.
func Explain(path string, err error) error { return caseError(path, err) }

// SQLite's primary result codes that a person can do something about.
const (
	sqliteBusy     = 5
	sqliteLocked   = 6
	sqliteReadOnly = 8
	sqliteIOErr    = 10
	sqliteCorrupt  = 11
	sqliteFull     = 13
	sqliteCantOpen = 14
	sqliteNotADB   = 26
)

// caseError gives an error of SQLite its sentence and its remedy.
func caseError(path string, err error) error {
	if err == nil || hearsay.CodeOf(err) != hearsay.CodeInternal {
		return err
	}
	if errors.Is(err, fs.ErrPermission) {
		return &hearsay.Error{Code: hearsay.CodeCase, Path: path, Reason: "no permission to open the case", Remedy: "check who owns the file", Err: err}
	}
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return err
	}
	told := &hearsay.Error{Code: hearsay.CodeCase, Path: path, Err: err}
	switch e.Code() & 0xff {
	case sqliteBusy, sqliteLocked:
		told.Reason, told.Remedy = "another hearsay is writing to this case", "wait for it to end, then try again"
	case sqliteReadOnly:
		told.Reason, told.Remedy = "the case cannot be written", "check the permissions of the file and its folder"
	case sqliteFull:
		told.Reason, told.Remedy = "the disk is full", "make room and run the same command again; what was read before is kept"
	case sqliteCorrupt, sqliteNotADB:
		told.Reason, told.Remedy = "the case file is damaged", "restore a copy, or read the reports into a new case"
	case sqliteCantOpen:
		told.Reason, told.Remedy = "the case cannot be opened", "check the folder and the permissions"
	case sqliteIOErr:
		told.Reason, told.Remedy = "the disk gave an error", "check the disk, then run the same command again"
	default:
		return err
	}
	return told
}
