package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"hearsay"
)

// Numbered is a report with its number in the case, in the order of reading.
// The same bytes may have been read from several paths: the first of them in
// their order stands for the report, so that it does not matter which came
// first.
type Numbered struct {
	Num   int64
	Paths []string // sorted
	hearsay.Report
}

// PutReports adds reports in one transaction and returns how many were new. A
// report whose bytes are already in the case only adds its path.
func (db *DB) PutReports(ctx context.Context, reports []*hearsay.Report) (added int, err error) {
	err = db.inTx(ctx, func(tx *sql.Tx) error {
		var pack deflater
		for _, r := range reports {
			isNew, err := putReport(ctx, tx, &pack, r)
			if err != nil {
				return fmt.Errorf("put report %s: %w", r.Path, err)
			}
			if isNew {
				added++
			}
		}
		return nil
	})
	return added, err
}

func putReport(ctx context.Context, tx *sql.Tx, pack *deflater, r *hearsay.Report) (isNew bool, err error) {
	var num int64
	err = tx.QueryRowContext(ctx, "SELECT num FROM report WHERE id = ?", r.ID).Scan(&num)
	if errors.Is(err, sql.ErrNoRows) {
		isNew = true
		num, err = insertReport(ctx, tx, pack, r)
	}
	if err != nil {
		return false, err
	}
	moved, err := changes(tx.ExecContext(ctx,
		"INSERT INTO report_path(path, report) VALUES (?, ?) ON CONFLICT(path) DO UPDATE SET report = excluded.report WHERE report <> excluded.report", r.Path, num))
	if err != nil || !moved || isNew {
		return isNew, err
	}
	return false, newPath(ctx, tx, num)
}

// newPath marks as stale what follows from a further path of a report: the
// path by which it is called and, if a person set any, its outlet and date.
func newPath(ctx context.Context, tx *sql.Tx, num int64) error {
	var set bool
	if err := tx.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM setting)").Scan(&set); err != nil {
		return err
	}
	if set {
		return reanalyze(ctx, tx, num-1)
	}
	if err := dropMark(ctx, tx); err != nil {
		return err
	}
	return touch(ctx, tx)
}

func insertReport(ctx context.Context, tx *sql.Tx, pack *deflater, r *hearsay.Report) (int64, error) {
	meta := *r
	meta.Text = ""
	body, err := json.Marshal(storedReport{Report: &meta, Published: stored(r.Published), Captured: stored(r.Captured)})
	if err != nil {
		return 0, err
	}
	if body, err = pack.deflate(body); err != nil {
		return 0, err
	}
	body = slices.Clone(body)
	words, err := pack.deflate([]byte(r.Text))
	if err != nil {
		return 0, err
	}
	words = slices.Clone(words)
	var raw []byte // of a plain text the text is all there is
	if string(r.Raw) != r.Text {
		if raw, err = pack.deflate(r.Raw); err != nil {
			return 0, err
		}
	}
	result, err := tx.ExecContext(ctx,
		"INSERT INTO report(id, path, format, title, outlet, published, lang, text, meta, raw) VALUES (?,?,?,?,?,?,?,?,?,?)",
		r.ID, r.Path, r.Format, r.Title, r.Outlet, r.Published.Day(), r.Lang, words, body, append([]byte{}, raw...))
	if err != nil {
		return 0, err
	}
	num, err := result.LastInsertId()
	if err == nil {
		_, err = tx.ExecContext(ctx, "INSERT INTO language(lang, reports) VALUES (?, 1) ON CONFLICT(lang) DO UPDATE SET reports = reports + 1", r.Lang)
	}
	if err == nil {
		_, err = tx.ExecContext(ctx, "INSERT INTO report_fts(rowid, title, text, outlet) VALUES (?,?,?,?)", num, r.Title, r.Text, r.Outlet)
	}
	return num, err
}

// storedReport keeps what the printed JSON of a report leaves out: how
// precise its dates are.
type storedReport struct {
	*hearsay.Report
	Published storedDate `json:"published"`
	Captured  storedDate `json:"captured"`
}

// HasPath tells whether a report of this path is in the case.
func (db *DB) HasPath(ctx context.Context, path string) (bool, error) {
	var one int
	err := db.sql.QueryRowContext(ctx, "SELECT 1 FROM report_path WHERE path = ?", path).Scan(&one)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// CountReports is the number of reports in the case.
func (db *DB) CountReports(ctx context.Context) (n int, err error) {
	err = db.sql.QueryRowContext(ctx, "SELECT coalesce(sum(reports), 0) FROM language").Scan(&n)
	return n, err
}

// LastReport is the highest report number, 0 in an empty case.
func (db *DB) LastReport(ctx context.Context) (num int64, err error) {
	err = db.sql.QueryRowContext(ctx, "SELECT coalesce(max(num), 0) FROM report").Scan(&num)
	return num, err
}

// Languages lists the languages of the reports, the most frequent first.
func (db *DB) Languages(ctx context.Context) ([]string, error) {
	return column[string](db.sql.QueryContext(ctx,
		"SELECT lang FROM language WHERE lang <> '' ORDER BY reports DESC, lang"))
}

const reportColumns = `num, text, meta,
	(SELECT json_group_array(p.path ORDER BY p.path) FROM report_path p WHERE p.report = num)`

// ReportsAfter lists at most limit reports with a number above after, with
// the settings that a person made for them, without their raw bytes.
func (db *DB) ReportsAfter(ctx context.Context, after int64, limit int) ([]Numbered, error) {
	rows, err := db.sql.QueryContext(ctx,
		"SELECT "+reportColumns+" FROM report WHERE num > ? ORDER BY num LIMIT ?", after, limit)
	return scanReports(rows, err)
}

// Reports gives the reports with these numbers, in the order of their numbers.
func (db *DB) Reports(ctx context.Context, nums []int64) ([]Numbered, error) {
	rows, err := db.sql.QueryContext(ctx,
		"SELECT "+reportColumns+" FROM report WHERE num IN (SELECT value FROM json_each(?)) ORDER BY num", jsonArray(nums))
	return scanReports(rows, err)
}

// Raw is the original bytes of the report with this id.
func (db *DB) Raw(ctx context.Context, id string) ([]byte, error) {
	var packed, text []byte
	if err := db.sql.QueryRowContext(ctx, "SELECT raw, text FROM report WHERE id = ?", id).Scan(&packed, &text); err != nil {
		return nil, fmt.Errorf("raw bytes of %s: %w", id, err)
	}
	if len(packed) == 0 {
		packed = text
	}
	return new(inflater).inflate(packed)
}

func scanReports(rows *sql.Rows, err error) ([]Numbered, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []Numbered
	var press inflater
	for rows.Next() {
		var n Numbered
		var text, meta, paths []byte
		if err := rows.Scan(&n.Num, &text, &meta, &paths); err != nil {
			return nil, err
		}
		if len(meta) > 0 && meta[0] != '{' { // older cases have it as it is
			if meta, err = press.inflate(meta); err != nil {
				return nil, fmt.Errorf("report %d: %w", n.Num, err)
			}
		}
		kept := storedReport{Report: &n.Report}
		if err := json.Unmarshal(meta, &kept); err != nil {
			return nil, fmt.Errorf("report %d: %w", n.Num, err)
		}
		if text, err = press.inflate(text); err != nil {
			return nil, fmt.Errorf("report %d: %w", n.Num, err)
		}
		n.Text, n.Report.Published, n.Report.Captured = string(text), kept.Published.date(), kept.Captured.date()
		if err := json.Unmarshal(paths, &n.Paths); err != nil {
			return nil, fmt.Errorf("report %d: %w", n.Num, err)
		}
		if len(n.Paths) > 0 { // none where the file changed and was read again
			n.Path = n.Paths[0]
		}
		list = append(list, n)
	}
	return list, rows.Err()
}
