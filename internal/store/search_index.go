package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"hearsay"
)

// putNames indexes the identities by the words of their names. Where only a few
// rows change, reindexName does so.
func putNames(ctx context.Context, tx *sql.Tx, w *written, s *Settlement) error {
	if !w.whole {
		return nil
	}
	return index(ctx, tx, "INSERT INTO name_fts(rowid, names)", s.Identities, func(i *hearsay.Identity) ([]any, error) {
		num, err := mustNumber(identityLetter, i.ID)
		return []any{num, namesIn(i)}, err
	})
}

func namesIn(i *hearsay.Identity) string { return i.Name + "\n" + strings.Join(i.Spellings, "\n") }

// reindexName indexes an identity, or none, in the place of the one that is in
// the case, whose row is still there.
func reindexName(ctx context.Context, tx *sql.Tx, num any, i *hearsay.Identity) error {
	var was, is string
	var body []byte
	old := hearsay.Identity{}
	switch err := tx.QueryRowContext(ctx, "SELECT name, body FROM identity WHERE num = ?", num).Scan(&old.Name, &body); {
	case err == nil:
		var of unnamed
		if err := unpack(body, &of); err != nil {
			return err
		}
		if old.Spellings = of.Spellings; old.Spellings == nil {
			old.Spellings = []string{old.Name}
		}
		was = namesIn(&old)
	case !errors.Is(err, sql.ErrNoRows):
		return err
	}
	if i != nil {
		is = namesIn(i)
	}
	return reindex(ctx, tx, "name_fts", "names", num, was, is)
}

// reindex replaces a text in a full-text index, which has to be told the old one.
func reindex(ctx context.Context, tx *sql.Tx, fts, column string, num any, was, is string) error {
	if was == is {
		return nil
	}
	if was != "" {
		if _, err := tx.ExecContext(ctx, "INSERT INTO "+fts+"("+fts+", rowid, "+column+") VALUES ('delete', ?, ?)", num, was); err != nil {
			return err
		}
	}
	if is == "" {
		return nil
	}
	_, err := tx.ExecContext(ctx, "INSERT INTO "+fts+"(rowid, "+column+") VALUES (?, ?)", num, is)
	return err
}

// putSaid indexes what the statements say. Where only a few rows change,
// saidIndex does so.
func putSaid(ctx context.Context, tx *sql.Tx, w *written, s *Settlement) error {
	if !w.whole {
		return nil
	}
	said := saidIndex{ctx: ctx, tx: tx}
	return index(ctx, tx, "INSERT INTO said_fts(rowid, content)", s.ordered, func(of **Statement) ([]any, error) {
		words, err := said.words((*of).Report, (*of).Content)
		return []any{(*of).Num, words}, err
	})
}

// saidIndex reads the words of statements in the texts of their reports.
type saidIndex struct {
	ctx    context.Context
	tx     *sql.Tx
	report int64 // whose text it is
	text   string
	press  inflater
}

func (x *saidIndex) words(report int64, content []hearsay.Span) (string, error) {
	if report != x.report {
		text, err := textOf(x.ctx, x.tx, &x.press, report)
		if err != nil {
			return "", err
		}
		x.report, x.text = report, string(text)
	}
	return hearsay.Cover(content).Of(x.text), nil
}

// change indexes a statement, or none, in the place of the one that is in the
// case, whose row is still there.
func (x *saidIndex) change(num int64, st **Statement) error {
	var was, is string
	var old Statement
	var body []byte
	switch err := x.tx.QueryRowContext(x.ctx, "SELECT report, body FROM statement WHERE num = ?", num).Scan(&old.Report, &body); {
	case err == nil:
		if err := old.unpack(body); err != nil {
			return err
		}
		if was, err = x.words(old.Report, old.Content); err != nil {
			return err
		}
	case !errors.Is(err, sql.ErrNoRows):
		return err
	}
	if st != nil {
		var err error
		if is, err = x.words((*st).Report, (*st).Content); err != nil {
			return err
		}
	}
	return reindex(x.ctx, x.tx, "said_fts", "content", num, was, is)
}

// putWords lists the words of all reports, for forms and spellings. Where only
// reports have come, their words are counted by an index of their own.
func putWords(ctx context.Context, tx *sql.Tx, w *written, _ *Settlement) error {
	if w.whole {
		_, err := tx.ExecContext(ctx, "INSERT INTO word(term, reports) SELECT term, doc FROM report_vocabulary")
		return err
	}
	nums, err := column[int64](tx.QueryContext(ctx, "SELECT num FROM report WHERE num > ? ORDER BY num", w.last))
	if err != nil || len(nums) == 0 {
		return err
	}
	for _, query := range []string{
		"CREATE VIRTUAL TABLE temp.new_fts USING fts5(title, text, outlet, content='', tokenize='unicode61 remove_diacritics 2')",
		"CREATE VIRTUAL TABLE temp.new_vocabulary USING fts5vocab(temp, new_fts, row)",
	} {
		if _, err := tx.ExecContext(ctx, query); err != nil {
			return err
		}
	}
	var press inflater
	for _, num := range nums {
		text, err := textOf(ctx, tx, &press, num)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "INSERT INTO temp.new_fts(rowid, title, text, outlet) SELECT num, title, ?, outlet FROM report WHERE num = ?", string(text), num); err != nil {
			return err
		}
	}
	for _, query := range []string{
		"INSERT INTO word(term, reports) SELECT term, doc FROM temp.new_vocabulary WHERE true ON CONFLICT DO UPDATE SET reports = reports + excluded.reports",
		"DROP TABLE temp.new_vocabulary", "DROP TABLE temp.new_fts",
	} {
		if _, err := tx.ExecContext(ctx, query); err != nil {
			return err
		}
	}
	return nil
}
