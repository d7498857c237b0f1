package store

import (
	"context"

	"hearsay"
)

// Roles are in how many of its reports an outlet was what. A report can be
// more than one: it says something itself and passes on what others say.
type Roles struct {
	Origin int // it says something in its own voice, and takes its text from no other report
	Relay  int // it passes on what others say, or takes its text from another and changes it
	Copier int // its text is that of another
}

// RolesOfSources are those of all outlets. It looks at every report, so its
// answer is worth keeping.
func (db *DB) RolesOfSources(ctx context.Context) (map[string]*Roles, error) {
	var sets [5]map[int64]bool
	own := wordNumber(hearsay.Kind(""))
	for i, query := range []string{
		"SELECT DISTINCT report FROM statement WHERE kind = ?",
		"SELECT DISTINCT report FROM statement WHERE kind <> ?",
		"SELECT DISTINCT target FROM derivation WHERE ? >= 0",
		"SELECT DISTINCT target FROM derivation CROSS JOIN same_text ON a = source AND b = target WHERE ? >= 0",
		"SELECT DISTINCT target FROM derivation CROSS JOIN same_text ON a = target AND b = source WHERE ? >= 0",
	} {
		nums, err := column[int64](db.sql.QueryContext(ctx, query, own))
		if err != nil {
			return nil, err
		}
		sets[i] = make(map[int64]bool, len(nums))
		for _, n := range nums {
			sets[i][n] = true
		}
	}
	rows, err := db.sql.QueryContext(ctx, "SELECT report, outlet FROM publication")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	roles := map[string]*Roles{}
	for rows.Next() {
		var num int64
		var outlet string
		if err := rows.Scan(&num, &outlet); err != nil {
			return nil, err
		}
		if roles[outlet] == nil {
			roles[outlet] = &Roles{}
		}
		taken, copied := sets[2][num], sets[3][num] || sets[4][num]
		roles[outlet].add(sets[0][num] && !taken, sets[1][num] || taken && !copied, copied)
	}
	return roles, rows.Err()
}

func (r *Roles) add(origin, relay, copier bool) {
	for _, one := range []struct {
		is bool
		of *int
	}{{origin, &r.Origin}, {relay, &r.Relay}, {copier, &r.Copier}} {
		if one.is {
			*one.of++
		}
	}
}
