package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"

	"hearsay"
)

// putNames indexes the identities by the words of their names and by their
// keys.
func putNames(ctx context.Context, tx *sql.Tx, s *Settlement) error {
	err := insert(ctx, tx, "INSERT INTO name_fts(names, identity) VALUES (?,?)", s.Identities, func(i *hearsay.Identity) ([]any, error) {
		return []any{i.Name + "\n" + strings.Join(i.Spellings, "\n"), i.ID}, nil
	})
	if err != nil {
		return err
	}
	return insert(ctx, tx, "INSERT OR IGNORE INTO name_key(key, identity) VALUES (?,?)", s.NameKeys, func(k *NameKey) ([]any, error) {
		return []any{k.Key, k.Identity}, nil
	})
}

// putSaid indexes the statements in the order in which they were published,
// so that a search that stops early has found the earliest.
func putSaid(ctx context.Context, tx *sql.Tx, s *Settlement) error {
	list := chronological(s)
	row, err := tx.PrepareContext(ctx, "INSERT INTO said(num, statement, report, speaker, stance, kind, ending) VALUES (?,?,?,?,?,?,?)")
	if err != nil {
		return err
	}
	defer row.Close()
	words, err := tx.PrepareContext(ctx, "INSERT INTO said_fts(rowid, content) VALUES (?,?)")
	if err != nil {
		return err
	}
	defer words.Close()
	var text string
	for i, st := range list {
		if i == 0 || list[i-1].Report != st.Report {
			if err := tx.QueryRowContext(ctx, "SELECT text FROM report WHERE num = ?", st.Report).Scan(&text); err != nil {
				return err
			}
		}
		_, end := st.Resolved()
		if _, err := row.ExecContext(ctx, i+1, st.Num, st.Report, voice(st), string(st.Stance), string(st.Kind), string(end)); err != nil {
			return err
		}
		if _, err := words.ExecContext(ctx, i+1, hearsay.Cover(st.Content).Of(text)); err != nil {
			return err
		}
	}
	return nil
}

// chronological lists the statements by the day of their reports, then by
// report and place, those of undated reports last.
func chronological(s *Settlement) []*Statement {
	day := map[int64]string{}
	for i := range s.Publications {
		if day[s.Publications[i].Report] = s.Publications[i].Published.Day(); day[s.Publications[i].Report] == "" {
			day[s.Publications[i].Report] = "undated" // after every digit
		}
	}
	list := make([]*Statement, len(s.Statements))
	for i := range s.Statements {
		list[i] = &s.Statements[i]
	}
	slices.SortStableFunc(list, func(a, b *Statement) int {
		return cmp.Or(cmp.Compare(day[a.Report], day[b.Report]), cmp.Compare(a.Statement.Report, b.Statement.Report), cmp.Compare(a.Seq, b.Seq))
	})
	return list
}

// voice is who says a statement: the identity of its speaker, or the outlet
// where nobody is named.
func voice(st *Statement) string {
	if st.Identity != "" || len(st.Chain) == 0 {
		return st.Identity
	}
	return st.Chain[0].Entity
}

// putWords lists the words of all reports, for forms and spellings.
func putWords(ctx context.Context, tx *sql.Tx, _ *Settlement) error {
	_, err := tx.ExecContext(ctx, "INSERT INTO word(term, reports) SELECT term, doc FROM report_vocabulary")
	return err
}
