package store

import "context"

// ReportsWithWords gives those of these reports that hold one of the words of a
// full-text expression.
func (db *DB) ReportsWithWords(ctx context.Context, match string, nums []int64) ([]int64, error) {
	return column[int64](db.sql.QueryContext(ctx, `SELECT rowid FROM report_fts
		WHERE report_fts MATCH ? AND rowid IN (SELECT value FROM json_each(?)) ORDER BY rowid`, match, jsonArray(nums)))
}
