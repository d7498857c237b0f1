package store

import (
	"context"
	"crypto/rand"
	"database/sql"
)

// Every settlement has a mark that no other has. It stays in the case until
// something is changed that was read before: a report is analyzed anew, a person
// says something of outlets or reports, a report is found at another path. Who
// remembers the case as it was settled can go on from there as long as the mark
// is the same: reports may have come since, and rulings.

// markStage is the row of the mark among the cursors.
const markStage = "settlement"

// Settled is the mark of the last settlement, "" if the case has changed since
// in more than new reports and rulings.
func (db *DB) Settled(ctx context.Context) (string, error) { return db.Cursor(ctx, markStage) }

// putMark gives the case, settled up to a report, a new mark.
func putMark(ctx context.Context, tx *sql.Tx, position string) (mark string, err error) {
	mark = position + " " + rand.Text()
	_, err = tx.ExecContext(ctx, "INSERT OR REPLACE INTO cursor(stage, position) VALUES (?, ?)", markStage, mark)
	return mark, err
}

// dropMark says that something has changed that was read before.
func dropMark(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "DELETE FROM cursor WHERE stage = ?", markStage)
	return err
}

// dropMarkFrom does so if the settlement was of the report with this number too.
func dropMarkFrom(ctx context.Context, tx *sql.Tx, num int64) error {
	_, err := tx.ExecContext(ctx, "DELETE FROM cursor WHERE stage = ? AND CAST(position AS INTEGER) >= ?", markStage, num)
	return err
}
