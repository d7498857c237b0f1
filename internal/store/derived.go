package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"hearsay"
)

// Analysed is the analysis of the report with number Num. One that failed is
// empty and says why. One that is read has no Statements and Drafts: Stated
// gives these.
type Analysed struct {
	Num int64
	hearsay.Analysis
	Failed *hearsay.Problem
}

// Cursor is the position of a stage, "" if it has not begun.
func (db *DB) Cursor(ctx context.Context, stage string) (position string, err error) {
	err = db.sql.QueryRowContext(ctx, "SELECT position FROM cursor WHERE stage = ?", stage).Scan(&position)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return position, err
}

// PutAnalyses stores analyses and moves the stage's cursor, in one
// transaction. Older ones of the same reports are replaced, and what was
// derived from the whole case is stale.
func (db *DB) PutAnalyses(ctx context.Context, stage, position string, list []Analysed) error {
	return db.withTerms(ctx, func(tx *sql.Tx) error {
		var press deflater
		var unpress inflater
		terms, err := db.termWriter(ctx, tx)
		if err != nil {
			return err
		}
		failed, err := hasFailures(ctx, tx)
		if err != nil {
			return err
		}
		for _, a := range list {
			text, err := textOf(ctx, tx, &unpress, a.Num)
			if err != nil {
				return err
			}
			body, err := packAnalysis(&press, text, a.Analysis)
			if err != nil {
				return fmt.Errorf("put analysis of report %d: %w", a.Num, err)
			}
			if _, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO analysis(report, body) VALUES (?, ?)", a.Num, body); err != nil {
				return err
			}
			if err := putStated(ctx, tx, &press, text, a, terms); err != nil {
				return fmt.Errorf("put statements of report %d: %w", a.Num, err)
			}
			if failed || a.Failed != nil {
				if err := replaceFailure(ctx, tx, a); err != nil {
					return err
				}
			}
		}
		if err := terms.store(ctx, tx); err != nil {
			return err
		}
		for _, a := range list[:min(1, len(list))] { // the lowest
			if err := dropMarkFrom(ctx, tx, a.Num); err != nil {
				return err
			}
		}
		if err := touch(ctx, tx); err != nil {
			return err
		}
		return setCursor(ctx, tx, stage, position)
	})
}

// packAnalysis packs an analysis without what the report states. Its names and
// words stand in the text.
func packAnalysis(press *deflater, text []byte, a hearsay.Analysis) ([]byte, error) {
	a.Statements, a.Drafts = nil, nil
	body, err := pack(&a)
	if err != nil {
		return nil, err
	}
	return press.deflateBehind(text, body)
}

// textOf is the text of a report, good until the next call.
func textOf(ctx context.Context, tx *sql.Tx, press *inflater, num int64) ([]byte, error) {
	var packed []byte
	if err := tx.QueryRowContext(ctx, "SELECT text FROM report WHERE num = ?", num).Scan(&packed); err != nil {
		return nil, fmt.Errorf("report %d: %w", num, err)
	}
	return press.inflate(packed)
}

// hasFailures tells whether some report could not be analyzed: hardly ever, so
// that it is asked once and not for every report.
func hasFailures(ctx context.Context, tx *sql.Tx) (failed bool, err error) {
	err = tx.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM problem WHERE code = ?)", string(hearsay.CodeUnanalyzed)).Scan(&failed)
	return failed, err
}

func replaceFailure(ctx context.Context, tx *sql.Tx, a Analysed) error {
	_, err := tx.ExecContext(ctx, "DELETE FROM problem WHERE code = ? AND path IN (SELECT path FROM report_path WHERE report = ?)",
		string(hearsay.CodeUnanalyzed), a.Num)
	if err != nil || a.Failed == nil {
		return err
	}
	return putProblem(ctx, tx, *a.Failed)
}

// setCursor moves the cursor of a stage. Those of its other versions go: what
// they derived is not there any more.
func setCursor(ctx context.Context, tx *sql.Tx, stage, position string) error {
	name, _, _ := strings.Cut(stage, "@")
	if _, err := tx.ExecContext(ctx, "DELETE FROM cursor WHERE stage LIKE ? || '@%' AND stage <> ?", name, stage); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO cursor(stage, position) VALUES (?, ?)", stage, position)
	return err
}

// AnalysesAfter lists at most limit analyses of reports numbered above after.
func (db *DB) AnalysesAfter(ctx context.Context, after int64, limit int) ([]Analysed, error) {
	rows, err := db.sql.QueryContext(ctx, "SELECT report, body, text FROM analysis JOIN report ON num = report WHERE report > ? ORDER BY report LIMIT ?", after, limit)
	return scanAnalyses(rows, err)
}

// Analyses gives the analyses of the reports with these numbers.
func (db *DB) Analyses(ctx context.Context, nums []int64) ([]Analysed, error) {
	rows, err := db.sql.QueryContext(ctx,
		"SELECT report, body, text FROM analysis JOIN report ON num = report WHERE report IN (SELECT value FROM json_each(?)) ORDER BY report", jsonArray(nums))
	return scanAnalyses(rows, err)
}

func scanAnalyses(rows *sql.Rows, err error) ([]Analysed, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []Analysed
	var press, ofText inflater
	for rows.Next() {
		var a Analysed
		var pressed, text sql.RawBytes
		if err := rows.Scan(&a.Num, &pressed, &text); err != nil {
			return nil, err
		}
		words, err := ofText.inflate(text)
		if err != nil {
			return nil, fmt.Errorf("report %d: %w", a.Num, err)
		}
		body, err := press.inflateBehind(words, pressed)
		if err == nil {
			err = unpack(body, &a.Analysis)
		}
		if err != nil {
			return nil, fmt.Errorf("analysis of report %d: %w", a.Num, err)
		}
		list = append(list, a)
	}
	return list, rows.Err()
}
