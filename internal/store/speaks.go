package store

import (
	"context"
	"strings"
)

// fewReports are so few that the index is asked about each of them; of more it
// is asked once for all that it has.
const fewReports = 50

// ReportsWithWords gives those of these reports that hold a word which begins
// as one of those given, in lower case, in the order of their numbers.
func (db *DB) ReportsWithWords(ctx context.Context, begin []string, nums []int64) ([]int64, error) {
	among := "+rowid"
	if len(nums) <= fewReports {
		among = "rowid"
	}
	return column[int64](db.sql.QueryContext(ctx, "SELECT rowid FROM report_fts WHERE report_fts MATCH ? AND "+among+
		" IN (SELECT value FROM json_each(?)) ORDER BY rowid", strings.Join(begin, "* OR ")+"*", jsonArray(nums)))
}
