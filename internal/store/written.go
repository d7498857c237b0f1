package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

// written is what is known of the rows of the last settlement, so that the next
// one writes only those that differ: a hash of each. It holds as long as the
// case has the mark of that settlement.
type written struct {
	mark   string
	whole  bool  // nothing is known of what is there, and everything is written
	last   int64 // number of the last report
	hash   *rowHash
	hashes map[string]map[int64]uint64 // of rows, by table and key
	now    []uint64                    // of the statements that will be written, by number
}

func newWritten(k *Kept) *written {
	return &written{whole: true, hash: k.row(), hashes: map[string]map[int64]uint64{}}
}

// settledTables hold what is derived from the case as a whole.
var settledTables = []string{"identity", "identity_of", "publication", "speaks_for", "derivation", "same_text", "drift", "claim", "statement", "name_key", "word",
	"posting", "statement_size", "asked"}

// hashedTables are those of them of whose rows hashes are known.
var hashedTables = []string{"identity", "identity_of", "publication", "speaks_for", "derivation", "same_text", "drift", "claim", statementTable, "name_key",
	"statement_size"}

const statementTable = "statement"

// clear makes room for everything.
func (w *written) clear(ctx context.Context, tx *sql.Tx) error {
	for _, table := range settledTables {
		if _, err := tx.ExecContext(ctx, "DELETE FROM "+table); err != nil {
			return err
		}
	}
	for _, fts := range []string{"said_fts", "name_fts"} {
		if _, err := tx.ExecContext(ctx, "INSERT INTO "+fts+"("+fts+") VALUES ('delete-all')"); err != nil {
			return err
		}
	}
	return nil
}

// rows says how the rows of a table are written and told apart.
type rows[T any] struct {
	table string
	cols  string // the first is the key
	key   func(*T) int64
	hash  func(*rowHash, *T) // nil for that of args
	sum   func(*T) uint64    // the hash itself, where it is known; nil elsewhere
	args  func(*T) ([]any, error)
	// change is called before a row of a full-text index's table is replaced,
	// removed (new is nil) or added; nil where there is none.
	change func(key int64, new *T) error
}

// put brings a table to these rows.
func put[T any](ctx context.Context, tx *sql.Tx, w *written, r rows[T], list []T) error {
	query := "INSERT OR REPLACE INTO " + r.table + "(" + r.cols + ")"
	old, now := w.hashes[r.table], make(map[int64]uint64, len(list))
	var differ []T
	for i := range list {
		key := r.key(&list[i])
		hash, err := r.hashOf(w.hash, &list[i])
		if err != nil {
			return err
		}
		now[key] = hash
		if before, there := old[key]; !there || before != hash {
			differ = append(differ, list[i])
			if r.change != nil && !w.whole {
				if err := r.change(key, &list[i]); err != nil {
					return err
				}
			}
		}
	}
	w.hashes[r.table] = now
	keyColumn, _, _ := strings.Cut(r.cols, ",")
	for key := range old {
		if _, there := now[key]; there {
			continue
		}
		if r.change != nil {
			if err := r.change(key, nil); err != nil {
				return err
			}
		}
		if _, err := tx.ExecContext(ctx, "DELETE FROM "+r.table+" WHERE "+keyColumn+" = ?", key); err != nil {
			return err
		}
	}
	return insert(ctx, tx, query, differ, r.args)
}

func (r *rows[T]) hashOf(h *rowHash, row *T) (uint64, error) {
	switch {
	case r.sum != nil:
		return r.sum(row), nil
	case r.hash != nil:
		r.hash(h, row)
		return h.sum(), nil
	}
	args, err := r.args(row)
	hashArgs(h, args)
	return h.sum(), err
}

// putAll writes the rows of a small table anew if any differs.
func putAll[T any](ctx context.Context, tx *sql.Tx, w *written, table, query string, list []T, args func(*T) ([]any, error)) error {
	for i := range list {
		row, err := args(&list[i])
		if err != nil {
			return err
		}
		hashArgs(w.hash, row)
	}
	hash := w.hash.sum()
	if before, there := w.hashes[table][0]; there && before == hash && !w.whole {
		return nil
	}
	w.hashes[table] = map[int64]uint64{0: hash}
	if !w.whole {
		if _, err := tx.ExecContext(ctx, "DELETE FROM "+table); err != nil {
			return err
		}
	}
	return insert(ctx, tx, query, list, args)
}

func hashArgs(h *rowHash, args []any) {
	for _, a := range args {
		switch v := a.(type) {
		case string:
			hashString(h, v)
		case []byte:
			hashBytes(h, v)
		case int:
			hashInt(h, v)
		case int64:
			hashInt(h, int(v))
		case float64:
			hashInt(h, int(math.Float64bits(v)))
		default: // only slower
			hashString(h, fmt.Sprint(v))
		}
	}
}

func hashString(h *rowHash, s string) {
	hashInt(h, len(s))
	h.b = append(h.b, s...)
}

func hashBytes(h *rowHash, b []byte) {
	hashInt(h, len(b))
	h.b = append(h.b, b...)
}

func hashInt(h *rowHash, n int) { h.b = binary.LittleEndian.AppendUint64(h.b, uint64(n)) }

func hashBool(h *rowHash, is bool) {
	if is {
		hashInt(h, 1)
	} else {
		hashInt(h, 0)
	}
}

func hashStrings(h *rowHash, list []string) {
	hashInt(h, len(list))
	for _, s := range list {
		hashString(h, s)
	}
}

// lastWritten is what this version of the stage wrote last, if the case still has
// it and most of it stays; otherwise nothing.
func (db *DB) lastWritten(ctx context.Context, tx *sql.Tx, stage string, s *Settlement) (*written, error) {
	name, _, _ := strings.Cut(stage, "@")
	marks, err := column[string](tx.QueryContext(ctx, `SELECT position FROM cursor WHERE stage = ?
		AND NOT EXISTS (SELECT 1 FROM cursor WHERE stage LIKE ? || '@%' AND stage <> ?)`, markStage, name, stage))
	if err != nil {
		return nil, err
	}
	w := recallWritten(s.Kept)
	if w == nil || len(marks) == 0 || w.mark != marks[0] {
		w = newWritten(s.Kept)
	}
	w.now = make([]uint64, len(s.ordered))
	stay := 0
	for i, st := range s.ordered {
		hashStatement(w.hash, st)
		w.now[i] = w.hash.sum()
		if w.stays(st) {
			stay++
		}
	}
	if 2*stay <= len(w.hashes[statementTable]) {
		now := w.now
		w = newWritten(s.Kept)
		w.now = now
	}
	return w, nil
}

// stays tells whether a statement is as it was written last.
func (w *written) stays(st *Statement) bool {
	hash, there := w.hashes[statementTable][st.Num]
	return there && hash == w.now[st.Num-1]
}

// rowsStep is what is kept of the rows.
const rowsStep = "rows"

// keep writes down what recallWritten reads.
func (w *written) keep(k *Kept) {
	b := binary.AppendUvarint(nil, uint64(len(w.mark)))
	b = append(b, w.mark...)
	b = binary.AppendVarint(b, w.last)
	for _, table := range hashedTables {
		hashes := w.hashes[table]
		b = binary.AppendUvarint(b, uint64(len(hashes)))
		last := int64(0)
		for _, key := range slices.Sorted(maps.Keys(hashes)) {
			b = binary.AppendVarint(b, key-last)
			b = binary.BigEndian.AppendUint64(b, hashes[key]<<(64-8*HashSize))
			b = b[:len(b)-8+HashSize]
			last = key
		}
	}
	k.Put(rowsStep, b)
}

// recallWritten is what was kept of the rows, nil if nothing that can be read.
func recallWritten(k *Kept) *written {
	u := unpacker{in: k.Of(rowsStep)}
	w := newWritten(k)
	w.whole = false
	n, err := binary.ReadUvarint(&u)
	if err != nil {
		return nil
	}
	mark, err := u.bytes(n)
	if err != nil {
		return nil
	}
	w.mark = string(mark)
	if w.last, err = binary.ReadVarint(&u); err != nil {
		return nil
	}
	for _, table := range hashedTables {
		n, err := binary.ReadUvarint(&u)
		if err != nil {
			return nil
		}
		hashes, key := map[int64]uint64{}, int64(0)
		for range n {
			step, err := binary.ReadVarint(&u)
			if err != nil {
				return nil
			}
			hash, err := u.bytes(HashSize)
			if err != nil {
				return nil
			}
			key += step
			for _, b := range hash {
				hashes[key] = hashes[key]<<8 | uint64(b)
			}
		}
		w.hashes[table] = hashes
	}
	return w
}
