package store

import (
	"context"
	"database/sql"
	"strconv"
	"strings"

	"hearsay"
)

// putClaims writes the claims, each with its statements.
func putClaims(ctx context.Context, tx *sql.Tx, w *written, s *Settlement) error {
	of := make(map[string][]int64, len(s.Claims))
	for _, st := range s.ordered {
		of[st.Claim] = append(of[st.Claim], st.Num)
	}
	return put(ctx, tx, w, rows[Claim]{
		table: "claim", cols: "num, statement, skipped, statements, first_seen, reports",
		key: func(c *Claim) int64 { num, _ := numberOf(claimLetter, c.ID); return num },
		hash: func(h *rowHash, c *Claim) {
			best := &s.Statements[c.Best]
			for _, n := range []int{int(best.Num), c.Words.Start - hearsay.Cover(best.Content).Start, c.Reports} {
				hashInt(h, n)
			}
			hashString(h, c.FirstSeen)
			for _, num := range of[c.ID] {
				hashInt(h, int(num))
			}
		},
		args: func(c *Claim) ([]any, error) {
			best := &s.Statements[c.Best]
			all := posting{}
			for _, num := range of[c.ID] {
				all.add(num)
			}
			if len(of[c.ID]) == 1 && all.last == best.Num {
				all.packed = nil
			}
			num, err := mustNumber(claimLetter, c.ID)
			return []any{num, best.Num, c.Words.Start - hearsay.Cover(best.Content).Start, append([]byte{}, all.packed...), dayNumber(c.FirstSeen), c.Reports}, err
		},
	}, s.Claims)
}

// dayNumber is the digits of a day, as far as it is known: 20160301 for
// "2016-03-01", 20160300 for "2016-03", 0 for "". Numbers are ordered as days.
func dayNumber(day string) int {
	digits := strings.ReplaceAll(day, "-", "")
	n, err := strconv.Atoi(digits + strings.Repeat("0", max(0, len("20160301")-len(digits))))
	if err != nil {
		return 0
	}
	return n
}

// dayOf is the day that has this number.
func dayOf(n int) string {
	s := strconv.Itoa(n)
	switch s = strings.Repeat("0", max(0, len("20160301")-len(s))) + s; {
	case n == 0:
		return ""
	case n%10000 == 0:
		return s[:4]
	case n%100 == 0:
		return s[:4] + "-" + s[4:6]
	}
	return s[:4] + "-" + s[4:6] + "-" + s[6:]
}

// Claims lists claims that at least atLeast reports assert, the most repeated
// first.
func (db *DB) Claims(ctx context.Context, atLeast, limit int) ([]Claim, error) {
	condition := "reports >= ?"
	if atLeast > 1 {
		condition += " AND reports > 1" // as its index has it
	}
	return db.claims(ctx, "SELECT "+claimColumns+
		" FROM (SELECT * FROM claim WHERE "+condition+" ORDER BY reports DESC, first_seen, num LIMIT ?) c"+claimWords+
		" ORDER BY reports DESC, first_seen, c.num", atLeast, limit)
}

// ClaimsByID gives the claims with these ids, in the order of the ids.
func (db *DB) ClaimsByID(ctx context.Context, ids []string) ([]Claim, error) {
	return db.claims(ctx, "SELECT "+claimColumns+
		" FROM claim c"+claimWords+" WHERE c.num IN (SELECT value FROM json_each(?)) ORDER BY c.num", jsonArray(numbersOf(claimLetter, ids)))
}

const (
	claimColumns = "c.num, r.text, c.skipped, s.body, c.first_seen, s.terms, c.reports"
	claimWords   = " JOIN statement s ON s.num = c.statement JOIN report r ON r.num = s.report"
)

// claims reads those that a query of these columns finds.
func (db *DB) claims(ctx context.Context, query string, args ...any) ([]Claim, error) {
	rows, err := db.sql.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []Claim
	var terms [][]byte
	var press inflater
	for rows.Next() {
		var c Claim
		var num int64
		var text, body sql.RawBytes
		var packed []byte
		var skipped, first int
		if err := rows.Scan(&num, &text, &skipped, &body, &first, &packed, &c.Reports); err != nil {
			return nil, err
		}
		var of Statement
		if err := of.unpack(body); err != nil {
			return nil, err
		}
		words, err := press.inflate(text)
		if err != nil {
			return nil, err
		}
		c.Words = hearsay.Cover(of.Content)
		c.Words.Start += skipped
		c.ID, c.Text, c.FirstSeen = idOf(claimLetter, num), c.Words.Of(string(words)), dayOf(first)
		list, terms = append(list, c), append(terms, packed)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	spelled, err := db.spell(ctx, terms)
	for i := range spelled {
		list[i].Terms = spelled[i]
	}
	return list, err
}
