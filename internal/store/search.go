package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"hearsay"
	"hearsay/internal/query"
)

// Asked is a query made ready for one case.
type Asked struct {
	Query query.Node
	// Keys gives the values that a field speaker: or outlet: means: hand keys
	// of speakers, names of outlets. negated tells that the field is ruled out.
	Keys func(f *query.Field, negated bool) []string
}

// Said is a statement that a search found.
type Said struct {
	Num     int64 // of the statement
	Report  int64
	Speaker string // identity, or the hand key of the outlet in its own voice
	Stance  hearsay.Stance
	Outlet  string
	Day     string
}

// Found is a report that a search found.
type Found struct {
	Report int64
	Outlet string
	Day    string
}

// OutletHand, before the name of an outlet, is its hand key.
const OutletHand = "outlet:"

// FindStatements gives at most limit statements for which the query holds,
// the earliest published first.
func (db *DB) FindStatements(ctx context.Context, a Asked, limit int) ([]Said, error) {
	s := search{Asked: a, index: "said_fts", id: "d.num"}
	statement := `SELECT d.num, d.report, d.speaker, d.stance, p.outlet, p.day FROM ` +
		s.from("statement d ON d.num = said_fts.rowid", "statement d") + ` JOIN publication p ON p.report = d.report WHERE ` + s.where() +
		` ORDER BY ` + s.order() + ` LIMIT ?`
	rows, err := db.sql.QueryContext(ctx, statement, append(s.args, limit)...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []Said
	for rows.Next() {
		var h Said
		var speaker, stance int64
		if err := rows.Scan(&h.Num, &h.Report, &speaker, &stance, &h.Outlet, &h.Day); err != nil {
			return nil, err
		}
		h.Stance = hearsay.Stance(ownWords[stance])
		if h.Speaker = idOf(identityLetter, speaker); speaker == 0 {
			h.Speaker = OutletHand + h.Outlet
		}
		list = append(list, h)
	}
	return list, rows.Err()
}

// FindReports gives at most limit reports for which the query holds, words in
// titles included. A query with fields of statements finds none.
func (db *DB) FindReports(ctx context.Context, a Asked, limit int) ([]Found, error) {
	s := search{Asked: a, index: "report_fts", columns: "{title text} : ", id: "p.report"}
	statement := `SELECT p.report, p.outlet, p.day FROM ` +
		s.from("publication p ON p.report = report_fts.rowid", "publication p") + ` WHERE ` + s.where() +
		` ORDER BY ` + s.order() + ` LIMIT ?`
	rows, err := db.sql.QueryContext(ctx, statement, append(s.args, limit)...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []Found
	for rows.Next() {
		var f Found
		if err := rows.Scan(&f.Report, &f.Outlet, &f.Day); err != nil {
			return nil, err
		}
		list = append(list, f)
	}
	return list, rows.Err()
}

// StatementsByNum gives the statements with these numbers, in their order.
func (db *DB) StatementsByNum(ctx context.Context, nums []int64) ([]Statement, error) {
	return db.statements(ctx, "SELECT "+statementColumns+
		" FROM statement s WHERE num IN (SELECT value FROM json_each(?)) ORDER BY num", jsonArray(nums))
}

// NamedLike gives at most limit identities whose names hold the words of name,
// or that share one of the keys: names that are just that first, then the
// shortest.
func (db *DB) NamedLike(ctx context.Context, name string, keys []string, limit int) ([]hearsay.Identity, error) {
	heads, err := db.headsUnder(ctx, keys)
	if err != nil {
		return nil, err
	}
	return scanIdentities(db.sql.QueryContext(ctx, `SELECT num, name, body FROM identity WHERE num IN (
		SELECT rowid FROM name_fts WHERE name_fts MATCH ?
		UNION SELECT i.num FROM json_each(?) CROSS JOIN identity i ON i.num BETWEEN value AND value + ?)
		ORDER BY name = ? COLLATE NOCASE DESC, length(name), name, num LIMIT ?`, every(name), jsonArray(heads), 1<<tailBits-1, name, limit))
}

// every is the full-text expression for all words of s, in any order.
func every(s string) string {
	var quoted []string
	for _, word := range strings.Fields(s) {
		quoted = append(quoted, quoteFTS(word))
	}
	return strings.Join(quoted, " AND ")
}

// Outlets lists who published the reports of the case.
func (db *DB) Outlets(ctx context.Context) ([]string, error) {
	return column[string](db.sql.QueryContext(ctx, "SELECT DISTINCT outlet FROM publication ORDER BY outlet"))
}

// Word is a word of the reports as the index folds it: lower case, without
// diacritics.
type Word struct {
	Term    string
	Reports int // that hold it
}

// WordsFrom lists the words that begin with one of the prefixes and are from
// shortest to longest characters long, prefix by prefix.
func (db *DB) WordsFrom(ctx context.Context, prefixes []string, shortest, longest int) ([]Word, error) {
	// CROSS JOIN keeps the few prefixes outside and the index inside.
	return scanWords(db.sql.QueryContext(ctx, `SELECT term, reports FROM json_each(?) p
		CROSS JOIN word ON term >= p.value AND term < p.value || char(0x10FFFF)
		WHERE length(term) BETWEEN ? AND ?`, jsonArray(prefixes), shortest, longest))
}

// Words gives those of the terms that some report holds.
func (db *DB) Words(ctx context.Context, terms []string) ([]Word, error) {
	return scanWords(db.sql.QueryContext(ctx,
		"SELECT term, reports FROM word WHERE term IN (SELECT value FROM json_each(?)) ORDER BY term", jsonArray(terms)))
}

func scanWords(rows *sql.Rows, err error) ([]Word, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []Word
	for rows.Next() {
		var w Word
		if err := rows.Scan(&w.Term, &w.Reports); err != nil {
			return nil, err
		}
		list = append(list, w)
	}
	return list, rows.Err()
}

// SpeakersFor lists who speaks for one of these hands.
func (db *DB) SpeakersFor(ctx context.Context, hands []string) ([]string, error) {
	return column[string](db.sql.QueryContext(ctx,
		"SELECT DISTINCT who FROM speaks_for WHERE whom IN (SELECT value FROM json_each(?)) ORDER BY who", jsonArray(hands)))
}

// Texts gives the texts of these reports by their numbers.
func (db *DB) Texts(ctx context.Context, nums []int64) (map[int64]string, error) {
	rows, err := db.sql.QueryContext(ctx, "SELECT num, text FROM report WHERE num IN (SELECT value FROM json_each(?))", jsonArray(nums))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	texts := map[int64]string{}
	var press inflater
	for rows.Next() {
		var num int64
		var text sql.RawBytes
		if err := rows.Scan(&num, &text); err != nil {
			return nil, err
		}
		words, err := press.inflate(text)
		if err != nil {
			return nil, fmt.Errorf("report %d: %w", num, err)
		}
		texts[num] = string(words)
	}
	return texts, rows.Err()
}
