package store

import (
	"context"
	"strings"
)

// Source is an outlet with what its reports tell of it.
type Source struct {
	Outlet, Family string
	Party          bool // it speaks for itself
	Languages      []string
	First, Last    string // days of its first and last dated report
	Reports        int
	Took, Gave     int // reports that take their text from others, and that others take from it
}

const sourceColumns = `SELECT p.outlet, max(p.family), max(p.party), group_concat(DISTINCT r.lang),
	coalesce(min(nullif(p.day, '')), ''), max(p.day), count(*),
	(SELECT count(DISTINCT target) FROM derivation JOIN publication o ON o.report = target WHERE o.outlet = p.outlet),
	(SELECT count(DISTINCT target) FROM publication o JOIN derivation ON source = o.report WHERE o.outlet = p.outlet)
	FROM publication p JOIN report r ON r.num = p.report`

// Sources lists the outlets of the case, those with most reports first.
func (db *DB) Sources(ctx context.Context, from, limit int) ([]Source, error) {
	return db.sources(ctx, sourceColumns+` WHERE p.outlet IN
		(SELECT outlet FROM publication GROUP BY outlet ORDER BY count(*) DESC, outlet LIMIT ? OFFSET ?)
		GROUP BY p.outlet ORDER BY count(*) DESC, p.outlet`, limit, from)
}

// Source is one outlet; its Reports are 0 if it published none.
func (db *DB) Source(ctx context.Context, outlet string) (Source, error) {
	list, err := db.sources(ctx, sourceColumns+" WHERE p.outlet = ? GROUP BY p.outlet", outlet)
	if err != nil || len(list) == 0 {
		return Source{Outlet: outlet}, err
	}
	return list[0], nil
}

func (db *DB) sources(ctx context.Context, query string, args ...any) ([]Source, error) {
	rows, err := db.sql.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []Source
	for rows.Next() {
		var s Source
		var langs string
		if err := rows.Scan(&s.Outlet, &s.Family, &s.Party, &langs, &s.First, &s.Last, &s.Reports, &s.Took, &s.Gave); err != nil {
			return nil, err
		}
		for _, l := range strings.Split(langs, ",") {
			if l != "" {
				s.Languages = append(s.Languages, l)
			}
		}
		list = append(list, s)
	}
	return list, rows.Err()
}

// ReportsOf gives the numbers of at most limit reports of an outlet, the newest
// first.
func (db *DB) ReportsOf(ctx context.Context, outlet string, limit int) ([]int64, error) {
	return column[int64](db.sql.QueryContext(ctx,
		"SELECT report FROM publication WHERE outlet = ? ORDER BY day DESC, report LIMIT ?", outlet, limit))
}
