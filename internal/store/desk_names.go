package store

import (
	"context"
	"strings"
)

// Speaker is an identity with how many statements it makes.
type Speaker struct {
	ID, Name, Type string
	Statements     int
}

// Speakers lists identities that speak, those who say most first; with a
// query, those whose names hold its words or their beginnings.
func (db *DB) Speakers(ctx context.Context, query string, from, limit int) ([]Speaker, error) {
	const columns = "SELECT i.id, i.name, coalesce(i.body ->> '$.type', ''), "
	ask, args := columns+"n FROM (SELECT speaker, count(*) AS n FROM said WHERE speaker <> '' GROUP BY speaker) JOIN identity i ON i.id = speaker ORDER BY n DESC, i.name, i.id LIMIT ? OFFSET ?",
		[]any{limit, from}
	if query = strings.TrimSpace(query); query != "" {
		ask = columns + `(SELECT count(*) FROM said WHERE speaker = i.id) AS n FROM identity i
			WHERE i.id IN (SELECT identity FROM name_fts WHERE name_fts MATCH ?) ORDER BY n DESC, i.name, i.id LIMIT ? OFFSET ?`
		args = append([]any{beginnings(query)}, args...)
	}
	rows, err := db.sql.QueryContext(ctx, ask, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []Speaker
	for rows.Next() {
		var s Speaker
		if err := rows.Scan(&s.ID, &s.Name, &s.Type, &s.Statements); err != nil {
			return nil, err
		}
		list = append(list, s)
	}
	return list, rows.Err()
}

// beginnings is the full-text expression for words that begin as those of s.
func beginnings(s string) string {
	var quoted []string
	for _, word := range strings.Fields(s) {
		quoted = append(quoted, quoteFTS(word)+"*")
	}
	return strings.Join(quoted, " AND ")
}

// SpokenBy gives at most limit statements of an identity.
func (db *DB) SpokenBy(ctx context.Context, identity string, limit int) ([]Statement, error) {
	return scanStatements(db.sql.QueryContext(ctx, "SELECT "+statementColumns+
		" FROM statement s WHERE speaker = ? ORDER BY num LIMIT ?", identity, limit))
}
