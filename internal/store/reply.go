package store

import (
	"context"

	"hearsay"
)

// RepliesTo gives the derivations by which any report answers one of these.
func (db *DB) RepliesTo(ctx context.Context, nums []int64) ([]Derivation, error) {
	all, err := bodies[Derivation](db.sql.QueryContext(ctx, derivationsOf+`
		WHERE source IN (SELECT value FROM json_each(?)) ORDER BY t.id, s.id`, jsonArray(nums)))
	var list []Derivation
	for _, d := range all {
		if d.Kind == hearsay.Reply {
			list = append(list, d)
		}
	}
	return list, err
}

// LastDay is the day of the youngest report of the case, "" if none has a date.
func (db *DB) LastDay(ctx context.Context) (day string, err error) {
	err = db.sql.QueryRowContext(ctx, "SELECT coalesce(max(day), '') FROM publication").Scan(&day)
	return day, err
}
