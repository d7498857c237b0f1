package store

import (
	"context"
	"database/sql"
	"strings"
	"time"

	"hearsay"
)

// Grade is what a person thinks of the reliability of an outlet, in the letters
// of the Admiralty code: A completely reliable, B usually, C fairly, D not
// usually, E unreliable, F cannot be judged; "" takes a grade back. It enters
// no count.
type Grade struct {
	Outlet string
	Grade  string
	Reason string
	Made   time.Time
}

// grades are the letters that there are.
const grades = "ABCDEF"

// PutGrade adds a grade to the history of an outlet.
func (db *DB) PutGrade(ctx context.Context, g Grade) error {
	if len(g.Grade) > 1 || !strings.Contains(grades, g.Grade) {
		return hearsay.Errorf(hearsay.CodeUsage, "", "%q is no grade", g.Grade).Do("use a letter from A to F")
	}
	if strings.TrimSpace(g.Reason) == "" {
		return hearsay.Errorf(hearsay.CodeUsage, "", "a grade needs a reason").Do("say why, for whoever reads it later")
	}
	_, err := db.sql.ExecContext(ctx, "INSERT INTO grade(outlet, grade, reason, made) VALUES (?,?,?,?)",
		g.Outlet, g.Grade, g.Reason, g.Made.UTC().Format(time.RFC3339))
	return caseError(db.path, err)
}

// Grades is the history of an outlet, the newest first.
func (db *DB) Grades(ctx context.Context, outlet string) ([]Grade, error) {
	return scanGrades(db.sql.QueryContext(ctx, "SELECT outlet, grade, reason, made FROM grade WHERE outlet = ? ORDER BY id DESC", outlet))
}

// GradesInForce gives the grade of each outlet that has one.
func (db *DB) GradesInForce(ctx context.Context) (map[string]string, error) {
	list, err := scanGrades(db.sql.QueryContext(ctx, "SELECT outlet, grade, reason, made FROM grade ORDER BY id"))
	now := map[string]string{}
	for _, g := range list {
		now[g.Outlet] = g.Grade
	}
	return now, err
}

func scanGrades(rows *sql.Rows, err error) ([]Grade, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []Grade
	for rows.Next() {
		var g Grade
		var made string
		if err := rows.Scan(&g.Outlet, &g.Grade, &g.Reason, &made); err != nil {
			return nil, err
		}
		if g.Made, err = time.Parse(time.RFC3339, made); err != nil {
			return nil, err
		}
		list = append(list, g)
	}
	return list, rows.Err()
}
