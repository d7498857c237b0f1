package store

import "context"

// Extent is what a case holds, as far as it was settled.
type Extent struct {
	Reports, Outlets int
	First, Last      string // days of the first and last dated report
	Undated          int    // reports
	Silent           int    // reports in which no statement was found
	Languages        []LanguageCount
}

// LanguageCount is in how many reports a language is.
type LanguageCount struct {
	Lang    string // "" where none was recognised
	Reports int
}

// Extent looks at every report, so its answer is worth keeping.
func (db *DB) Extent(ctx context.Context) (e Extent, err error) {
	err = db.sql.QueryRowContext(ctx, `SELECT count(*), count(DISTINCT outlet), coalesce(min(nullif(day, '')), ''), coalesce(max(day), ''),
		coalesce(sum(day = ''), 0), coalesce(sum(statements = 0), 0) FROM publication`).
		Scan(&e.Reports, &e.Outlets, &e.First, &e.Last, &e.Undated, &e.Silent)
	if err != nil {
		return e, err
	}
	rows, err := db.sql.QueryContext(ctx, "SELECT lang, reports FROM language WHERE reports > 0 ORDER BY reports DESC, lang")
	if err != nil {
		return e, err
	}
	defer rows.Close()
	for rows.Next() {
		var l LanguageCount
		if err := rows.Scan(&l.Lang, &l.Reports); err != nil {
			return e, err
		}
		e.Languages = append(e.Languages, l)
	}
	return e, rows.Err()
}
