package store

import (
	"cmp"
	"context"
	"database/sql"
	"hash/fnv"
	"io"
	"slices"
	"strings"

	"hearsay"
)

// putNames indexes the identities by the words of their names and by their
// keys.
func putNames(ctx context.Context, tx *sql.Tx, s *Settlement) error {
	err := insert(ctx, tx, "INSERT INTO name_fts(rowid, names) VALUES (?,?)", s.Identities, func(i *hearsay.Identity) ([]any, error) {
		num, err := mustNumber(identityLetter, i.ID)
		return []any{num, i.Name + "\n" + strings.Join(i.Spellings, "\n")}, err
	})
	if err != nil {
		return err
	}
	keys := make([]hashed, len(s.NameKeys))
	for i, k := range s.NameKeys {
		if keys[i].identity, err = mustNumber(identityLetter, k.Identity); err != nil {
			return err
		}
		keys[i].key = hashOf(k.Key)
	}
	slices.SortFunc(keys, func(a, b hashed) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.identity, b.identity)) })
	return insert(ctx, tx, "INSERT OR IGNORE INTO name_key(key, identity) VALUES (?,?)", keys, func(k *hashed) ([]any, error) {
		return []any{k.key, k.identity}, nil
	})
}

// hashed is a key of a name by its hash.
type hashed struct{ key, identity int64 }

// hashOf is the 64-bit hash by which a key is kept: a search compares the names
// themselves, so that two keys of one hash cost it a look.
func hashOf(key string) int64 {
	h := fnv.New64a()
	io.WriteString(h, key)
	return int64(h.Sum64())
}

func hashesOf(keys []string) []int64 {
	list := make([]int64, len(keys))
	for i, key := range keys {
		list[i] = hashOf(key)
	}
	return list
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
		speaker, err := mustNumber(identityLetter, st.Identity)
		if err != nil {
			return err
		}
		if _, err := row.ExecContext(ctx, i+1, st.Num, st.Report, speaker, string(st.Stance), string(st.Kind), string(end)); err != nil {
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

// putWords lists the words of all reports, for forms and spellings.
func putWords(ctx context.Context, tx *sql.Tx, _ *Settlement) error {
	_, err := tx.ExecContext(ctx, "INSERT INTO word(term, reports) SELECT term, doc FROM report_vocabulary")
	return err
}
