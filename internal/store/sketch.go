package store

import (
	"context"
	"database/sql"
)

// Sketch is what a statement says, without who says it and where: all that a
// query needs to choose statements, at a tenth of the cost of loading them.
type Sketch struct {
	Num    int64
	Report int64
	Claim  string
	Terms  string // of its proposition
}

const sketchColumns = "s.num, s.report, s.claim, s.terms"

// SketchesMatching are at most limit statements whose terms match the
// full-text query, the best first.
func (db *DB) SketchesMatching(ctx context.Context, match string, limit int) ([]Sketch, error) {
	return scanSketches(db.sql.QueryContext(ctx, "SELECT "+sketchColumns+
		` FROM (SELECT rowid AS hit, rank FROM statement_fts WHERE statement_fts MATCH ? ORDER BY rank LIMIT ?)
		JOIN statement s ON s.num = hit ORDER BY rank, s.num`, match, limit))
}

// SketchesOfClaims are at most limit statements of these claims.
func (db *DB) SketchesOfClaims(ctx context.Context, claims []string, limit int) ([]Sketch, error) {
	return scanSketches(db.sql.QueryContext(ctx, "SELECT "+sketchColumns+
		" FROM statement s WHERE claim IN (SELECT value FROM json_each(?)) ORDER BY num LIMIT ?", jsonArray(numbersOf(claimLetter, claims)), limit))
}

// SketchesOfReports are all statements of the reports with these numbers.
func (db *DB) SketchesOfReports(ctx context.Context, nums []int64) ([]Sketch, error) {
	return scanSketches(db.sql.QueryContext(ctx, "SELECT "+sketchColumns+
		" FROM statement s WHERE report IN (SELECT value FROM json_each(?)) ORDER BY num", jsonArray(nums)))
}

func scanSketches(rows *sql.Rows, err error) ([]Sketch, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []Sketch
	for rows.Next() {
		var s Sketch
		var claim int64
		if err := rows.Scan(&s.Num, &s.Report, &claim, &s.Terms); err != nil {
			return nil, err
		}
		s.Claim = idOf(claimLetter, claim)
		list = append(list, s)
	}
	return list, rows.Err()
}
