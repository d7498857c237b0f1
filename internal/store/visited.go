package store

import (
	"context"
	"database/sql"
	"errors"
)

// Visit is by what the server of an address recognises what it gave last: the
// validators of RFC 9110, section 8.8. The zero Visit recognises nothing.
type Visit struct {
	URL      string // that gave it, after redirects
	ETag     string
	Modified string // Last-Modified, as the server wrote it
}

// Visited is the last visit to an address that is watched.
func (db *DB) Visited(ctx context.Context, address string) (v Visit, err error) {
	err = db.sql.QueryRowContext(ctx, "SELECT url, etag, modified FROM visited WHERE path = ?", address).Scan(&v.URL, &v.ETag, &v.Modified)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return v, err
}

// PutVisited records a visit. The zero Visit forgets the last one, so that the
// next gets everything.
func (db *DB) PutVisited(ctx context.Context, address string, v Visit) error {
	if last, err := db.Visited(ctx, address); err != nil || last == v {
		return err // and nothing is written: the case is as it was
	}
	if v == (Visit{}) {
		_, err := db.sql.ExecContext(ctx, "DELETE FROM visited WHERE path = ?", address)
		return caseError(db.path, err)
	}
	_, err := db.sql.ExecContext(ctx, `INSERT INTO visited(path, url, etag, modified) VALUES (?,?,?,?)
		ON CONFLICT(path) DO UPDATE SET url = excluded.url, etag = excluded.etag, modified = excluded.modified`, address, v.URL, v.ETag, v.Modified)
	return caseError(db.path, err)
}
