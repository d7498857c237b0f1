package store

import (
	"context"
	"slices"
	"strings"

	"hearsay"
)

// ClaimOrder is how a list of claims is sorted.
type ClaimOrder string

const (
	MostRepeated ClaimOrder = ""       // by reports that assert it
	Newest       ClaimOrder = "newest" // by the day on which it was first seen
	MostDenied   ClaimOrder = "denied" // by reports that deny it
)

// ClaimFilter chooses among claims; a zero field chooses all.
type ClaimFilter struct {
	Speakers      []string // identities, one of whom makes a statement of it; nil for all
	Outlet        string   // that published a statement of it
	Stance        hearsay.Stance
	After, Before string // days between which it was first seen, the first included
	AtLeast       int    // reports that assert it
	AtMost        int    // 0 for any number
}

// IsZero tells that all claims are meant.
func (f ClaimFilter) IsZero() bool {
	return f.Speakers == nil && f.Outlet == "" && f.Stance == "" && f.After == "" && f.Before == ""
}

// FilteredClaims lists claims, at most limit of them behind the first from.
func (db *DB) FilteredClaims(ctx context.Context, f ClaimFilter, order ClaimOrder, from, limit int) ([]Claim, error) {
	where, args := f.conditions()
	by, joined := "reports DESC, first_seen, num", ""
	switch order {
	case Newest:
		by = "first_seen DESC, reports DESC, num"
	case MostDenied:
		joined = ` JOIN (SELECT claim AS denied, count(DISTINCT report) AS denials FROM statement
			WHERE stance = ? AND stance <> 4 GROUP BY claim) ON denied = num`
		args = slices.Insert(args, 0, any(wordNumber(hearsay.Denies)))
		by = "denials DESC, reports DESC, num"
	}
	query := "SELECT " + claimColumns + " FROM (SELECT claim.*, row_number() OVER (ORDER BY " + by + ") AS place FROM claim" + joined +
		" WHERE " + where + " ORDER BY " + by + " LIMIT ? OFFSET ?) c" + claimWords + " ORDER BY place"
	return db.claims(ctx, query, append(args, limit, from)...)
}

// ClaimIDs are the ids of all claims that the filter chooses.
func (db *DB) ClaimIDs(ctx context.Context, f ClaimFilter) ([]string, error) {
	where, args := f.conditions()
	return claimIDs(db.sql.QueryContext(ctx, "SELECT num FROM claim WHERE "+where, args...))
}

func (f ClaimFilter) conditions() (where string, args []any) {
	conditions := []string{"reports >= ?"}
	args = append(args, f.AtLeast)
	if f.AtLeast > 1 {
		conditions = append(conditions, "reports > 1") // as its index has it
	}
	if f.AtMost > 0 {
		conditions = append(conditions, "reports <= ?")
		args = append(args, f.AtMost)
	}
	add := func(condition string, value any) {
		conditions = append(conditions, condition)
		args = append(args, value)
	}
	if f.Speakers != nil {
		add("num IN (SELECT claim FROM statement WHERE speaker <> 0 AND speaker IN (SELECT value FROM json_each(?)))", jsonArray(numbersOf(identityLetter, f.Speakers)))
	}
	if f.Outlet != "" {
		add("num IN (SELECT s.claim FROM publication p CROSS JOIN statement s ON s.num BETWEEN p.statement AND p.statement + p.statements - 1 WHERE p.outlet = ?)", f.Outlet)
	}
	if f.Stance != "" {
		add("num IN (SELECT claim FROM statement WHERE stance = ?)", wordNumber(f.Stance))
	}
	if f.After != "" {
		add("first_seen >= ?", dayNumber(f.After))
	}
	if f.Before != "" {
		add("first_seen <> 0 AND first_seen < ?", dayNumber(f.Before))
	}
	return strings.Join(conditions, " AND "), args
}
