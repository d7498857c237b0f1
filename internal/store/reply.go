package store

import (
	"context"
	"slices"

	"hearsay"
)

// RepliesTo gives the derivations by which any report answers one of these.
func (db *DB) RepliesTo(ctx context.Context, nums []int64) ([]Derivation, error) {
	whole, err := db.shorter(ctx, "derivation", nums)
	if err != nil {
		return nil, err
	}
	var all []Derivation
	if whole {
		all, err = db.Derivations(ctx, nil)
		all = among(all, nums, func(d *Derivation) []int64 { return []int64{d.Source} })
	} else {
		all, err = bodies[Derivation](db.sql.QueryContext(ctx, derivationsOf+`
			WHERE source IN (SELECT value FROM json_each(?)) ORDER BY t.id, s.id`, jsonArray(nums)))
	}
	return slices.DeleteFunc(all, func(d Derivation) bool { return d.Kind != hearsay.Reply }), err
}

// LastDay is the day of the youngest report of the case, "" if none has a date.
func (db *DB) LastDay(ctx context.Context) (day string, err error) {
	err = db.sql.QueryRowContext(ctx, "SELECT coalesce(max(day), '') FROM publication").Scan(&day)
	return day, err
}
