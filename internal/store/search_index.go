package store

import (
	"context"
	"database/sql"
	"strings"

	"hearsay"
)

// putNames indexes the identities by the words of their names.
func putNames(ctx context.Context, tx *sql.Tx, s *Settlement) error {
	return index(ctx, tx, "INSERT INTO name_fts(rowid, names)", s.Identities, func(i *hearsay.Identity) ([]any, error) {
		num, err := mustNumber(identityLetter, i.ID)
		return []any{num, i.Name + "\n" + strings.Join(i.Spellings, "\n")}, err
	})
}

// putSaid indexes what the statements say.
func putSaid(ctx context.Context, tx *sql.Tx, s *Settlement) error {
	text, err := tx.PrepareContext(ctx, "SELECT text FROM report WHERE num = ?")
	if err != nil {
		return err
	}
	defer text.Close()
	var report int64
	var words string
	var press inflater
	return index(ctx, tx, "INSERT INTO said_fts(rowid, content)", s.ordered, func(of **Statement) ([]any, error) {
		p := *of
		if p.Report != report {
			var packed []byte
			if err := text.QueryRowContext(ctx, p.Report).Scan(&packed); err != nil {
				return nil, err
			}
			unpacked, err := press.inflate(packed)
			if err != nil {
				return nil, err
			}
			words = string(unpacked)
			report = p.Report
		}
		return []any{p.Num, hearsay.Cover(p.Content).Of(words)}, nil
	})
}

// putWords lists the words of all reports, for forms and spellings.
func putWords(ctx context.Context, tx *sql.Tx, _ *Settlement) error {
	_, err := tx.ExecContext(ctx, "INSERT INTO word(term, reports) SELECT term, doc FROM report_vocabulary")
	return err
}
