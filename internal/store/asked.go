package store

import (
	"context"
	"database/sql"
	"strings"
)

// askedWords begin the words by which a report tells who was asked.
func askedWords() []string {
	return []string{"comment", "respond", "repl", "answer", "unanswered", "reach", "contact", "call", "message", "interview", "declin", "refus"}
}

// putAsked lists the reports in which somebody may have been asked.
func putAsked(ctx context.Context, tx *sql.Tx, w *written, _ *Settlement) error {
	_, err := tx.ExecContext(ctx, "INSERT INTO asked(report) SELECT rowid FROM report_fts WHERE report_fts MATCH ? AND rowid > ? ORDER BY rowid",
		strings.Join(askedWords(), "* OR ")+"*", w.last)
	if err != nil {
		return err
	}
	return tx.QueryRowContext(ctx, "SELECT coalesce(max(num), 0) FROM report").Scan(&w.last)
}

// AskedIn gives those of these reports in which somebody may have been asked for
// an answer, by their words, in the order of their numbers.
func (db *DB) AskedIn(ctx context.Context, nums []int64) ([]int64, error) {
	whole, err := db.shorter(ctx, "asked", nums)
	if err != nil {
		return nil, err
	}
	if whole {
		list, err := column[int64](db.sql.QueryContext(ctx, "SELECT report FROM asked ORDER BY report"))
		return among(list, nums, func(num *int64) []int64 { return []int64{*num} }), err
	}
	return column[int64](db.sql.QueryContext(ctx,
		"SELECT report FROM asked WHERE report IN (SELECT value FROM json_each(?)) ORDER BY report", jsonArray(nums)))
}
