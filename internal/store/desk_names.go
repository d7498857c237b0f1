package store

import (
	"context"
	"database/sql"
	"strings"

	"hearsay"
)

// Speaker is an identity with how many statements it makes.
type Speaker struct {
	hearsay.Identity
	Statements int
}

// Speakers lists identities that speak, those who say most first; with a
// query, also who does not speak, where the name holds words that begin so.
func (db *DB) Speakers(ctx context.Context, query string, from, limit int) ([]Speaker, error) {
	ask, args := `SELECT speaker, count(*) AS n FROM statement WHERE speaker <> 0 GROUP BY speaker ORDER BY n DESC, speaker LIMIT ? OFFSET ?`,
		[]any{limit, from}
	if query = strings.TrimSpace(query); query != "" {
		ask = `SELECT i.num, (SELECT count(*) FROM statement WHERE speaker <> 0 AND speaker = i.num) AS n FROM identity i
			WHERE i.num IN (SELECT rowid FROM name_fts WHERE name_fts MATCH ?) ORDER BY n DESC, i.name, i.num LIMIT ? OFFSET ?`
		args = append([]any{beginnings(query)}, args...)
	}
	list, err := scanSpeakers(db.sql.QueryContext(ctx, ask, args...))
	if err != nil {
		return nil, err
	}
	return list, db.nameSpeakers(ctx, list)
}

func scanSpeakers(rows *sql.Rows, err error) ([]Speaker, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []Speaker
	for rows.Next() {
		var num int64
		var s Speaker
		if err := rows.Scan(&num, &s.Statements); err != nil {
			return nil, err
		}
		s.ID = idOf(identityLetter, num)
		list = append(list, s)
	}
	return list, rows.Err()
}

func (db *DB) nameSpeakers(ctx context.Context, list []Speaker) error {
	var ids []string
	for _, s := range list {
		ids = append(ids, s.ID)
	}
	identities, err := db.IdentitiesByID(ctx, ids)
	byID := map[string]hearsay.Identity{}
	for _, id := range identities {
		byID[id.ID] = id
	}
	for i := range list {
		list[i].Identity = byID[list[i].ID]
	}
	return err
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
	speaker, _ := numberOf(identityLetter, identity)
	return db.statements(ctx, "SELECT "+statementColumns+
		" FROM statement s WHERE speaker <> 0 AND speaker = ? ORDER BY num LIMIT ?", speaker, limit)
}
