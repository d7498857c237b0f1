package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"hearsay"
)

// Anywhere, before a path, makes a setting apply to reports in every folder,
// as those of an outlets.toml do. A setting without it is for one path.
const Anywhere = "*/"

// PutOutlets adds or replaces outlets and settings; others stay. The settings
// of the table apply to reports whose path ends in theirs. What is derived is
// derived anew if, and only if, this says something new.
func (db *DB) PutOutlets(ctx context.Context, table hearsay.OutletTable) error {
	return db.inTx(ctx, func(tx *sql.Tx) error {
		changed := false
		for name, o := range table.Outlets {
			one, err := putOutlet(ctx, tx, name, o)
			if err != nil {
				return err
			}
			changed = changed || one
		}
		for path, s := range table.Reports {
			one, err := putSetting(ctx, tx, Anywhere+path, s)
			if err != nil {
				return err
			}
			changed = changed || one
		}
		if !changed {
			return nil
		}
		return reanalyze(ctx, tx, 0)
	})
}

func putOutlet(ctx context.Context, tx *sql.Tx, name string, o hearsay.Outlet) (changed bool, err error) {
	return changes(tx.ExecContext(ctx, `INSERT INTO outlet(name, owner, aliases, domain) VALUES (?,?,?,?)
		ON CONFLICT(name) DO UPDATE SET owner = excluded.owner, aliases = excluded.aliases, domain = excluded.domain
		WHERE owner <> excluded.owner OR aliases <> excluded.aliases OR domain <> excluded.domain`,
		name, o.Owner, jsonArray(o.Aliases), o.Domain))
}

// PutSettings records what a person says of the reports at these paths. They
// are derived anew if this says something new.
func (db *DB) PutSettings(ctx context.Context, paths []string, s hearsay.Setting) error {
	return db.inTx(ctx, func(tx *sql.Tx) error {
		for _, path := range paths {
			changed, err := putSetting(ctx, tx, path, s)
			if err != nil {
				return err
			}
			if !changed {
				continue
			}
			var num int64
			if err := tx.QueryRowContext(ctx, "SELECT coalesce(max(report), 1) FROM report_path WHERE path = ?", path).Scan(&num); err != nil {
				return err
			}
			if err := reanalyze(ctx, tx, num-1); err != nil {
				return err
			}
		}
		return nil
	})
}

func putSetting(ctx context.Context, tx *sql.Tx, path string, s hearsay.Setting) (changed bool, err error) {
	return changes(tx.ExecContext(ctx, `INSERT INTO setting(path, outlet, published) VALUES (?,?,?)
		ON CONFLICT(path) DO UPDATE SET
			outlet = CASE excluded.outlet WHEN '' THEN outlet ELSE excluded.outlet END,
			published = CASE excluded.published WHEN '' THEN published ELSE excluded.published END
		WHERE excluded.outlet NOT IN ('', outlet) OR excluded.published NOT IN ('', published)`,
		path, s.Outlet, s.Published))
}

func changes(result sql.Result, err error) (bool, error) {
	if err != nil {
		return false, err
	}
	n, err := result.RowsAffected()
	return n > 0, err
}

// OutletTable is everything a person said of outlets and single reports, the
// latter by path, or by Anywhere and the end of a path.
func (db *DB) OutletTable(ctx context.Context) (hearsay.OutletTable, error) {
	table := hearsay.OutletTable{Outlets: map[string]hearsay.Outlet{}, Reports: map[string]hearsay.Setting{}}
	rows, err := db.sql.QueryContext(ctx, "SELECT name, owner, aliases, domain FROM outlet")
	if err != nil {
		return table, err
	}
	defer rows.Close()
	for rows.Next() {
		var o hearsay.Outlet
		var aliases []byte
		if err := rows.Scan(&o.Name, &o.Owner, &aliases, &o.Domain); err != nil {
			return table, err
		}
		if err := json.Unmarshal(aliases, &o.Aliases); err != nil {
			return table, fmt.Errorf("aliases of outlet %s: %w", o.Name, err)
		}
		table.Outlets[o.Name] = o
	}
	if err := rows.Err(); err != nil {
		return table, err
	}
	return table, db.settings(ctx, table.Reports)
}

func (db *DB) settings(ctx context.Context, into map[string]hearsay.Setting) error {
	rows, err := db.sql.QueryContext(ctx, "SELECT path, outlet, published FROM setting")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var path string
		var s hearsay.Setting
		if err := rows.Scan(&path, &s.Outlet, &s.Published); err != nil {
			return err
		}
		into[path] = s
	}
	return rows.Err()
}

// AddRuling records a person's decision and returns its id.
func (db *DB) AddRuling(ctx context.Context, r hearsay.Ruling) (id int, err error) {
	err = db.inTx(ctx, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, "INSERT INTO ruling(kind, a, b, made) VALUES (?,?,?,?)",
			string(r.Kind), r.A, r.B, r.Made.Time.UTC().Format(time.RFC3339))
		if err != nil {
			return err
		}
		last, err := result.LastInsertId()
		id = int(last)
		if err != nil {
			return err
		}
		return touch(ctx, tx)
	})
	return id, err
}

// UndoRuling takes a ruling back. It stays on record as undone.
func (db *DB) UndoRuling(ctx context.Context, id int) error {
	return db.inTx(ctx, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, "UPDATE ruling SET undone = 1 WHERE id = ? AND undone = 0", id)
		if err != nil {
			return err
		}
		if n, err := result.RowsAffected(); err != nil || n == 0 {
			return hearsay.Errorf(hearsay.CodeNotFound, "", "there is no ruling %d in force", id).
				Do("list them with: hearsay rule list")
		}
		return touch(ctx, tx)
	})
}

// Rulings lists all rulings, undone ones too, oldest first.
func (db *DB) Rulings(ctx context.Context) ([]hearsay.Ruling, error) {
	rows, err := db.sql.QueryContext(ctx, "SELECT id, kind, a, b, made, undone FROM ruling ORDER BY id")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []hearsay.Ruling
	for rows.Next() {
		var r hearsay.Ruling
		var made string
		if err := rows.Scan(&r.ID, &r.Kind, &r.A, &r.B, &made, &r.Undone); err != nil {
			return nil, err
		}
		if t, err := time.Parse(time.RFC3339, made); err == nil {
			r.Made = hearsay.Date{Time: t, Precision: hearsay.PrecisionSecond, Zoned: true}
		}
		list = append(list, r)
	}
	return list, rows.Err()
}

// touch marks what is derived from the whole case as stale: a person's word
// changes it.
func touch(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "DELETE FROM cursor WHERE stage LIKE 'settle@%'")
	return err
}

// reanalyze marks the analyses of reports numbered above after as stale too.
func reanalyze(ctx context.Context, tx *sql.Tx, after int64) error {
	_, err := tx.ExecContext(ctx, "UPDATE cursor SET position = ? WHERE stage LIKE 'analyze@%' AND CAST(position AS INTEGER) > ?", after, after)
	if err != nil {
		return err
	}
	if err := dropMark(ctx, tx); err != nil {
		return err
	}
	return touch(ctx, tx)
}

// PutProblems records inputs that could not be read.
func (db *DB) PutProblems(ctx context.Context, problems []hearsay.Problem) error {
	return db.inTx(ctx, func(tx *sql.Tx) error {
		for _, p := range problems {
			if err := putProblem(ctx, tx, p); err != nil {
				return err
			}
		}
		return nil
	})
}

func putProblem(ctx context.Context, tx *sql.Tx, p hearsay.Problem) error {
	_, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO problem(path, code, reason, remedy, partial) VALUES (?,?,?,?,?)",
		p.Path, string(p.Code), p.Reason, p.Remedy, p.Part)
	return err
}

// ClearProblems forgets the problems of an input that is read again, those of
// what it holds included. What was read and could not be analyzed stays: it is
// not analyzed again.
func (db *DB) ClearProblems(ctx context.Context, path string) error {
	return db.inTx(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "DELETE FROM problem WHERE (path = ? OR substr(path, 1, length(?) + 1) = ? || '#') AND code <> ?",
			path, path, path, string(hearsay.CodeUnanalyzed))
		return err
	})
}

// Problems lists what could not be read, by path.
func (db *DB) Problems(ctx context.Context) ([]hearsay.Problem, error) {
	rows, err := db.sql.QueryContext(ctx, "SELECT path, code, reason, remedy, partial FROM problem ORDER BY path, reason")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []hearsay.Problem
	for rows.Next() {
		var p hearsay.Problem
		if err := rows.Scan(&p.Path, &p.Code, &p.Reason, &p.Remedy, &p.Part); err != nil {
			return nil, err
		}
		list = append(list, p)
	}
	return list, rows.Err()
}
