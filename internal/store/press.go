package store

import (
	"context"
	"database/sql"

	"github.com/pressly/goose/v3"
)

// pressTexts is the sixth migration: texts of reports are deflated, and their
// full-text index keeps the places of words alone. Settlements are derived
// anew, since their layout changed as well.
func pressTexts() *goose.Migration {
	return goose.NewGoMigration(6, &goose.GoFunc{RunTx: pressTextsIn}, nil)
}

func pressTextsIn(ctx context.Context, tx *sql.Tx) error {
	for _, statement := range []string{
		"DROP TRIGGER report_indexed",
		"DROP TABLE report_vocabulary",
		"DROP TABLE report_fts",
		`CREATE VIRTUAL TABLE report_fts USING fts5(title, text, outlet, content='', columnsize=0, tokenize='unicode61 remove_diacritics 2')`,
		"CREATE VIRTUAL TABLE report_vocabulary USING fts5vocab(report_fts, row)",
	} {
		if _, err := tx.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	nums, err := column[int64](tx.QueryContext(ctx, "SELECT num FROM report ORDER BY num"))
	if err != nil {
		return err
	}
	var press deflater
	for _, num := range nums {
		if err := pressText(ctx, tx, &press, num); err != nil {
			return err
		}
	}
	return nil
}

func pressText(ctx context.Context, tx *sql.Tx, press *deflater, num int64) error {
	_, err := tx.ExecContext(ctx, "INSERT INTO report_fts(rowid, title, text, outlet) SELECT num, title, text, outlet FROM report WHERE num = ?", num)
	if err != nil {
		return err
	}
	var text []byte
	if err := tx.QueryRowContext(ctx, "SELECT text FROM report WHERE num = ?", num).Scan(&text); err != nil {
		return err
	}
	if text, err = press.deflate(text); err == nil {
		_, err = tx.ExecContext(ctx, "UPDATE report SET text = ? WHERE num = ?", text, num)
	}
	return err
}
