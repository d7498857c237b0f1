package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"

	"hearsay"
)

// Derivations gives all derivations, or those between the reports with these
// numbers if nums is not nil.
func (db *DB) Derivations(ctx context.Context, nums []int64) ([]Derivation, error) {
	whole, err := db.shorter(ctx, "derivation", nums)
	if err != nil {
		return nil, err
	}
	if nums == nil || whole {
		list, err := bodies[Derivation](db.sql.QueryContext(ctx, derivationsOf+" ORDER BY t.id, s.id"))
		return among(list, nums, func(d *Derivation) []int64 { return []int64{d.Source, d.Target} }), err
	}
	in := jsonArray(nums)
	return bodies[Derivation](db.sql.QueryContext(ctx, derivationsOf+`
		WHERE target IN (SELECT value FROM json_each(?)) AND +source IN (SELECT value FROM json_each(?))
		ORDER BY t.id, s.id`, in, in))
}

// Numbers tell the order of arrival, which must not show: answers are in the
// order of ids, or in the order in which they were derived. A plus keeps SQLite
// from looking up every pair of two long lists in the index on both columns.
const derivationsOf = "SELECT body FROM derivation JOIN report t ON t.num = target JOIN report s ON s.num = source"

// Placed is a report as an answer shows it.
type Placed struct {
	Num    int64
	ID     string
	Path   string
	Title  string
	Lang   string
	Format string
	Publication
}

// Publications gives the reports with these numbers, all of them if nums is
// nil, in the order of their ids.
func (db *DB) Publications(ctx context.Context, nums []int64) ([]Placed, error) {
	query := `SELECT r.num, r.id, coalesce((SELECT min(path) FROM report_path WHERE report = r.num), r.path), r.title, r.lang, r.format, p.outlet, p.family, p.party, p.published
		FROM publication p JOIN report r ON r.num = p.report`
	var args []any
	if nums != nil {
		query += " WHERE r.num IN (SELECT value FROM json_each(?))"
		args = append(args, jsonArray(nums))
	}
	rows, err := db.sql.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []Placed
	for rows.Next() {
		var p Placed
		var published []byte
		if err := rows.Scan(&p.Num, &p.ID, &p.Path, &p.Title, &p.Lang, &p.Format, &p.Outlet, &p.Family, &p.Party, &published); err != nil {
			return nil, err
		}
		if err := unpack(published, &p.Published); err != nil {
			return nil, err
		}
		p.Report = p.Num
		list = append(list, p)
	}
	slices.SortFunc(list, func(a, b Placed) int { return strings.Compare(a.ID, b.ID) })
	return list, rows.Err()
}

// Parties are the outlets that only publish statements of their own.
func (db *DB) Parties(ctx context.Context) (map[string]bool, error) {
	list, err := column[string](db.sql.QueryContext(ctx, "SELECT DISTINCT outlet FROM publication WHERE party"))
	parties := make(map[string]bool, len(list))
	for _, outlet := range list {
		parties[outlet] = true
	}
	return parties, err
}

// WhoSpeaksFor gives the links in which one of these hands speaks for another
// or is spoken for.
func (db *DB) WhoSpeaksFor(ctx context.Context, hands []string) ([]SpeaksFor, error) {
	in := jsonArray(hands)
	rows, err := db.sql.QueryContext(ctx, `SELECT who, whom, report, first, last FROM speaks_for
		WHERE who IN (SELECT value FROM json_each(?)) OR whom IN (SELECT value FROM json_each(?)) ORDER BY who, whom, report`, in, in)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []SpeaksFor
	for rows.Next() {
		var f SpeaksFor
		if err := rows.Scan(&f.Who, &f.Whom, &f.Report, &f.Span.Start, &f.Span.End); err != nil {
			return nil, err
		}
		list = append(list, f)
	}
	return list, rows.Err()
}

// SameTexts gives the pairs among these reports that are one text.
func (db *DB) SameTexts(ctx context.Context, nums []int64) ([]SameText, error) {
	whole, err := db.shorter(ctx, "same_text", nums)
	if err != nil {
		return nil, err
	}
	if whole {
		list, err := scanSameTexts(db.sql.QueryContext(ctx, "SELECT a, b, overlap FROM same_text ORDER BY a, b"))
		return among(list, nums, func(t *SameText) []int64 { return []int64{t.A, t.B} }), err
	}
	in := jsonArray(nums)
	return scanSameTexts(db.sql.QueryContext(ctx, `SELECT a, b, overlap FROM same_text
		WHERE a IN (SELECT value FROM json_each(?)) AND +b IN (SELECT value FROM json_each(?)) ORDER BY a, b`, in, in))
}

func scanSameTexts(rows *sql.Rows, err error) ([]SameText, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []SameText
	for rows.Next() {
		var t SameText
		if err := rows.Scan(&t.A, &t.B, &t.Overlap); err != nil {
			return nil, err
		}
		list = append(list, t)
	}
	return list, rows.Err()
}

// Drifts gives all drifts, or those of the reports with these numbers if nums
// is not nil.
func (db *DB) Drifts(ctx context.Context, nums []int64) ([]Drift, error) {
	whole, err := db.shorter(ctx, "drift", nums)
	if err != nil {
		return nil, err
	}
	if nums == nil || whole {
		list, err := bodies[Drift](db.sql.QueryContext(ctx, "SELECT body FROM drift ORDER BY rowid"))
		return among(list, nums, func(d *Drift) []int64 { return []int64{d.Report} }), err
	}
	return bodies[Drift](db.sql.QueryContext(ctx,
		"SELECT body FROM drift WHERE report IN (SELECT value FROM json_each(?)) ORDER BY rowid", jsonArray(nums)))
}

// Identities gives all identities, by name.
func (db *DB) Identities(ctx context.Context) ([]hearsay.Identity, error) {
	return scanIdentities(db.sql.QueryContext(ctx, "SELECT num, name, body FROM identity ORDER BY name, num"))
}

// IdentitiesByID gives the identities with these ids.
func (db *DB) IdentitiesByID(ctx context.Context, ids []string) ([]hearsay.Identity, error) {
	return scanIdentities(db.sql.QueryContext(ctx,
		"SELECT num, name, body FROM identity WHERE num IN (SELECT value FROM json_each(?)) ORDER BY name, num", jsonArray(numbersOf(identityLetter, ids))))
}

func scanIdentities(rows *sql.Rows, err error) ([]hearsay.Identity, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []hearsay.Identity
	for rows.Next() {
		var num int64
		var name string
		var packed sql.RawBytes
		if err := rows.Scan(&num, &name, &packed); err != nil {
			return nil, err
		}
		var u unnamed
		if err := unpack(packed, &u); err != nil {
			return nil, err
		}
		id := hearsay.Identity{ID: idOf(identityLetter, num), Name: name, Type: u.Type, Spellings: u.Spellings, Reasons: u.Reasons, Doubts: u.Doubts}
		if u.Spellings == nil {
			id.Spellings = []string{name}
		}
		list = append(list, id)
	}
	return list, rows.Err()
}

// ReportNum is the number of the report with this id, 0 if there is none.
func (db *DB) ReportNum(ctx context.Context, id string) (num int64, err error) {
	err = db.sql.QueryRowContext(ctx, "SELECT num FROM report WHERE id = ?", id).Scan(&num)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return num, err
}
