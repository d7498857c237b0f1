package store

import (
	"context"
	"database/sql"
	"slices"
)

// StatementsOfClaims gives all statements of these claims. Statements are
// numbered by publication, then by the ids of their reports, so that no answer
// depends on the order of reading.
func (db *DB) StatementsOfClaims(ctx context.Context, claims []string) ([]Statement, error) {
	rows, err := db.sql.QueryContext(ctx, "SELECT statement, statements FROM claim WHERE num IN (SELECT value FROM json_each(?))",
		jsonArray(numbersOf(claimLetter, claims)))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var nums []int64
	for rows.Next() {
		var one int64
		var packed sql.RawBytes
		if err := rows.Scan(&one, &packed); err != nil {
			return nil, err
		}
		if len(packed) == 0 {
			nums = append(nums, one)
			continue
		}
		all, err := unpackPosting(packed)
		if err != nil {
			return nil, err
		}
		nums = append(nums, all...)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	slices.Sort(nums) // thousands of numbers are sorted faster than as many rows
	return db.StatementsByNum(ctx, nums)
}

// StatementsOfSpeaker gives all statements of an identity.
func (db *DB) StatementsOfSpeaker(ctx context.Context, identity string) ([]Statement, error) {
	speaker, _ := numberOf(identityLetter, identity)
	return db.statements(ctx, "SELECT "+statementColumns+
		" FROM statement s WHERE speaker <> 0 AND speaker = ? ORDER BY num", speaker)
}

// StatementsOfReports gives all statements of the reports with these numbers.
func (db *DB) StatementsOfReports(ctx context.Context, reports []int64) ([]Statement, error) {
	rows, err := db.sql.QueryContext(ctx, "SELECT statement, statements FROM publication WHERE report IN (SELECT value FROM json_each(?))", jsonArray(reports))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var nums []int64
	for rows.Next() {
		var first, n int64
		if err := rows.Scan(&first, &n); err != nil {
			return nil, err
		}
		for i := range n {
			nums = append(nums, first+i)
		}
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	return db.StatementsByNum(ctx, nums)
}

// StatementsAfter pages through all statements, in the order of publication.
func (db *DB) StatementsAfter(ctx context.Context, num int64, limit int) ([]Statement, error) {
	return db.statements(ctx, "SELECT "+statementColumns+
		" FROM statement s WHERE num > ? ORDER BY num LIMIT ?", num, limit)
}

const statementColumns = "s.num, s.report, s.claim, s.speaker, s.terms, s.body"

// statements reads those that a query of these columns finds.
func (db *DB) statements(ctx context.Context, query string, args ...any) ([]Statement, error) {
	rows, err := db.sql.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []Statement
	var terms [][]byte
	for rows.Next() {
		var s Statement
		var claim, speaker int64
		var packed []byte
		var body sql.RawBytes
		if err := rows.Scan(&s.Num, &s.Report, &claim, &speaker, &packed, &body); err != nil {
			return nil, err
		}
		if err := s.unpack(body); err != nil {
			return nil, err
		}
		s.Claim, s.Identity = idOf(claimLetter, claim), idOf(identityLetter, speaker)
		list, terms = append(list, s), append(terms, packed)
	}
	if err := rows.Err(); err != nil || len(list) == 0 {
		return nil, err
	}
	spelled, err := db.spell(ctx, terms)
	if err != nil {
		return nil, err
	}
	for i := range list {
		list[i].Terms = spelled[i]
	}
	return list, db.publish(ctx, list)
}

func (s *Statement) unpack(packed []byte) error {
	var row body
	err := unpack(packed, &row)
	s.Statement, s.Full = row.Statement, row.Full
	return err
}

// publish gives statements what stands once for all of their report: its id and
// its outlet.
func (db *DB) publish(ctx context.Context, list []Statement) error {
	type source struct{ id, outlet string }
	sources := map[int64]*source{}
	var nums []int64
	for i := range list {
		if num := list[i].Report; sources[num] == nil {
			sources[num] = &source{}
			nums = append(nums, num)
		}
	}
	rows, err := db.sql.QueryContext(ctx, `SELECT r.num, r.id, p.outlet FROM report r JOIN publication p ON p.report = r.num
		WHERE r.num IN (SELECT value FROM json_each(?))`, jsonArray(nums))
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var num int64
		var of source
		if err := rows.Scan(&num, &of.id, &of.outlet); err != nil {
			return err
		}
		*sources[num] = of
	}
	for i := range list {
		s, of := &list[i], sources[list[i].Report]
		s.Statement.Report = of.id
		withOutlet(s.Chain, of.outlet)
		if s.Full != nil {
			withOutlet(s.Full.Chain, of.outlet)
		}
	}
	return rows.Err()
}
