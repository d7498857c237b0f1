package store

import (
	"context"
	"database/sql"
	"fmt"

	"hearsay"
)

// ReportByHash finds the report whose id begins with these hexadecimal digits
// behind "sha256:". It is a *hearsay.Error if there is none, or more than one.
func (db *DB) ReportByHash(ctx context.Context, digits string) (*Numbered, error) {
	for _, c := range digits {
		if (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return nil, noSuchReport(digits)
		}
	}
	from := "sha256:" + digits
	rows, err := db.sql.QueryContext(ctx, "SELECT "+reportColumns+" FROM report WHERE id >= ? AND id < ? ORDER BY id LIMIT 2", from, from+"g")
	list, err := scanReports(rows, err)
	if err != nil {
		return nil, err
	}
	if len(list) != 1 || digits == "" {
		return nil, noSuchReport(digits)
	}
	return &list[0], nil
}

func noSuchReport(digits string) error {
	return hearsay.Errorf(hearsay.CodeNotFound, "", "no single report of the case has a hash that begins with %q", digits).
		Do("search for words of it")
}

// DerivationsOf gives the derivations into and out of one report, the oldest
// derived first.
func (db *DB) DerivationsOf(ctx context.Context, num int64) ([]Derivation, error) {
	return bodies[Derivation](db.sql.QueryContext(ctx,
		"SELECT body FROM (SELECT source, target, body FROM derivation WHERE source = ?1 UNION SELECT source, target, body FROM derivation WHERE target = ?1)", num))
}

// DerivedInto gives the derivations by which these reports take their texts.
func (db *DB) DerivedInto(ctx context.Context, nums []int64) ([]Derivation, error) {
	return bodies[Derivation](db.sql.QueryContext(ctx,
		"SELECT body FROM derivation WHERE target IN (SELECT value FROM json_each(?)) ORDER BY target, source", jsonArray(nums)))
}

// Denials are the numbers of the statements that deny, by the claim that they
// deny.
func (db *DB) Denials(ctx context.Context) (map[string][]int64, error) {
	rows, err := db.sql.QueryContext(ctx, `SELECT claim, num FROM statement
		WHERE stance = ? AND stance <> 4 AND claim <> 0 ORDER BY num`, wordNumber(hearsay.Denies))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	denials := map[string][]int64{}
	for rows.Next() {
		var claim, statement int64
		if err := rows.Scan(&claim, &statement); err != nil {
			return nil, err
		}
		id := idOf(claimLetter, claim)
		denials[id] = append(denials[id], statement)
	}
	return denials, rows.Err()
}

func claimIDs(rows *sql.Rows, err error) ([]string, error) {
	nums, err := column[int64](rows, err)
	ids := make([]string, len(nums))
	for i, n := range nums {
		ids[i] = idOf(claimLetter, n)
	}
	return ids, err
}

// IDsOfPaths gives the ids of the reports at these paths, by path.
func (db *DB) IDsOfPaths(ctx context.Context, paths []string) (map[string]string, error) {
	rows, err := db.sql.QueryContext(ctx, `SELECT p.path, r.id FROM report_path p JOIN report r ON r.num = p.report
		WHERE p.path IN (SELECT value FROM json_each(?))`, jsonArray(paths))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	ids := map[string]string{}
	for rows.Next() {
		var path, id string
		if err := rows.Scan(&path, &id); err != nil {
			return nil, err
		}
		ids[path] = id
	}
	return ids, rows.Err()
}

// Passages are the texts and paths of the reports with these ids, by id.
func (db *DB) Passages(ctx context.Context, ids []string) (texts, paths map[string]string, err error) {
	rows, err := db.sql.QueryContext(ctx, `SELECT id, text, coalesce((SELECT min(path) FROM report_path WHERE report = num), path)
		FROM report WHERE id IN (SELECT value FROM json_each(?))`, jsonArray(ids))
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	texts, paths = map[string]string{}, map[string]string{}
	var press inflater
	for rows.Next() {
		var id, path string
		var packed sql.RawBytes
		if err := rows.Scan(&id, &packed, &path); err != nil {
			return nil, nil, err
		}
		text, err := press.inflate(packed)
		if err != nil {
			return nil, nil, fmt.Errorf("report %s: %w", id, err)
		}
		texts[id], paths[id] = string(text), path
	}
	return texts, paths, rows.Err()
}
