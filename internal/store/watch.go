package store

import (
	"context"
	"database/sql"
	"time"
)

// Watch is a folder or an address that is read again and again.
type Watch struct {
	Path    string
	Every   time.Duration // between two looks
	Stopped bool          // by a person; it is kept and can be resumed
	Made    time.Time
}

// PutWatch adds a watch, or replaces that of the same path.
func (db *DB) PutWatch(ctx context.Context, w Watch) error {
	_, err := db.sql.ExecContext(ctx, `INSERT INTO watch(path, seconds, stopped, made) VALUES (?,?,?,?)
		ON CONFLICT(path) DO UPDATE SET seconds = excluded.seconds, stopped = excluded.stopped`,
		w.Path, int64(w.Every/time.Second), w.Stopped, w.Made.UTC().Format(time.RFC3339))
	return caseError(db.path, err)
}

// DropWatch ends a watch. What was read stays.
func (db *DB) DropWatch(ctx context.Context, path string) error {
	return db.inTx(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, "DELETE FROM watched WHERE watch = ?", path); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "DELETE FROM visited WHERE path = ?", path); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, "DELETE FROM watch WHERE path = ?", path)
		return err
	})
}

// Watches lists what is watched, by path.
func (db *DB) Watches(ctx context.Context) ([]Watch, error) {
	rows, err := db.sql.QueryContext(ctx, "SELECT path, seconds, stopped, made FROM watch ORDER BY path")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []Watch
	for rows.Next() {
		var w Watch
		var seconds int64
		var made string
		if err := rows.Scan(&w.Path, &seconds, &w.Stopped, &made); err != nil {
			return nil, err
		}
		w.Every = time.Duration(seconds) * time.Second
		if w.Made, err = time.Parse(time.RFC3339, made); err != nil {
			return nil, err
		}
		list = append(list, w)
	}
	return list, rows.Err()
}

// FileState is by what a file is known to be as it was.
type FileState struct {
	Size    int64
	Changed int64 // nanoseconds since 1970
}

// Watched is how the files of a watched folder were when they were read.
func (db *DB) Watched(ctx context.Context, watch string) (map[string]FileState, error) {
	rows, err := db.sql.QueryContext(ctx, "SELECT path, size, changed FROM watched WHERE watch = ?", watch)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	seen := map[string]FileState{}
	for rows.Next() {
		var path string
		var s FileState
		if err := rows.Scan(&path, &s.Size, &s.Changed); err != nil {
			return nil, err
		}
		seen[path] = s
	}
	return seen, rows.Err()
}

// PutWatched records how files of a watched folder were when they were read.
func (db *DB) PutWatched(ctx context.Context, watch string, files map[string]FileState) error {
	if len(files) == 0 {
		return nil // and nothing is written: the case is as it was
	}
	return db.inTx(ctx, func(tx *sql.Tx) error {
		for path, s := range files {
			if _, err := tx.ExecContext(ctx, `INSERT INTO watched(watch, path, size, changed) VALUES (?,?,?,?)
				ON CONFLICT(watch, path) DO UPDATE SET size = excluded.size, changed = excluded.changed`, watch, path, s.Size, s.Changed); err != nil {
				return err
			}
		}
		return nil
	})
}
