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
	err := index(ctx, tx, "INSERT INTO name_fts(rowid, names)", s.Identities, func(i *hearsay.Identity) ([]any, error) {
		num, err := mustNumber(identityLetter, i.ID)
		return []any{num, i.Name + "\n" + strings.Join(i.Spellings, "\n")}, err
	})
	if err != nil {
		return err
	}
	keys := s.NameKeys
	slices.SortFunc(keys, func(a, b NameKey) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.identity, b.identity))
	})
	return insert(ctx, tx, "INSERT OR IGNORE INTO name_key(key, identity)", keys, func(k *NameKey) ([]any, error) {
		return []any{k.hash, k.identity}, nil
	})
}

// hashOf is the 31-bit hash by which a key is kept, which takes four bytes: who
// asks compares the names themselves, so that two keys of one hash cost a look.
func hashOf(key string) int64 {
	h := fnv.New64a()
	io.WriteString(h, key)
	return int64(h.Sum64() >> 33)
}

func hashesOf(keys []string) []int64 {
	list := make([]int64, len(keys))
	for i, key := range keys {
		list[i] = hashOf(key)
	}
	return list
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
