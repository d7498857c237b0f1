package store

import "context"

// ReportsOfIdentities counts the reports that each identity appears in.
func (db *DB) ReportsOfIdentities(ctx context.Context) (map[string]int, error) {
	rows, err := db.sql.QueryContext(ctx, "SELECT identity, count(DISTINCT report) FROM identity_of GROUP BY identity")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	count := map[string]int{}
	for rows.Next() {
		var identity int64
		var n int
		if err := rows.Scan(&identity, &n); err != nil {
			return nil, err
		}
		count[idOf(identityLetter, identity)] = n
	}
	return count, rows.Err()
}

// rareKey is how many identities may share a key that says something: a name
// that more of them have is too common to ask about.
const rareKey = 6

// IdentitiesAlike lists pairs of identities that share a key that few have.
func (db *DB) IdentitiesAlike(ctx context.Context) ([][2]string, error) {
	rows, err := db.sql.QueryContext(ctx, `SELECT DISTINCT a.identity, b.identity
		FROM (SELECT key FROM name_key GROUP BY key HAVING count(*) BETWEEN 2 AND ?) k
		JOIN name_key a ON a.key = k.key JOIN name_key b ON b.key = k.key AND a.identity < b.identity
		ORDER BY a.identity, b.identity`, rareKey)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list [][2]string
	for rows.Next() {
		var a, b int64
		if err := rows.Scan(&a, &b); err != nil {
			return nil, err
		}
		list = append(list, [2]string{idOf(identityLetter, a), idOf(identityLetter, b)})
	}
	return list, rows.Err()
}
