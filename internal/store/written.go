package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"fmt"
	"hash/maphash"
	"maps"
	"math"
	"strings"
)

// written is what is in memory of the rows of the last settlement, so that the
// next one writes only those that differ: a hash of each. It holds as long as
// the case has the mark of that settlement.
type written struct {
	mark   string
	whole  bool  // nothing is known of what is there, and everything is written
	keeps  bool  // there will be a next time
	last   int64 // number of the last report
	seed   maphash.Seed
	hashes map[string]map[any]uint64 // of rows, by table and key

	terms    []string // of the statements, by number
	postings map[string]*posting
	sizes    []byte
}

func newWritten() *written {
	return &written{whole: true, seed: maphash.MakeSeed(), hashes: map[string]map[any]uint64{}}
}

// settledTables hold what is derived from the case as a whole.
var settledTables = []string{"identity", "identity_of", "publication", "speaks_for", "derivation", "same_text", "drift", "claim", "statement", "name_key", "word",
	"posting", "statement_size", "asked"}

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
	key   func(*T) any
	hash  func(*maphash.Hash, *T) // nil for that of args
	args  func(*T) ([]any, error)
	// change is called before a row of a full-text index's table is replaced,
	// removed (new is nil) or added; nil where there is none.
	change func(key any, new *T) error
}

// put brings a table to these rows.
func put[T any](ctx context.Context, tx *sql.Tx, w *written, r rows[T], list []T) error {
	query := "INSERT OR REPLACE INTO " + r.table + "(" + r.cols + ")"
	if w.whole && !w.keeps {
		return insert(ctx, tx, query, list, r.args)
	}
	old, now := w.hashes[r.table], make(map[any]uint64, len(list))
	var differ []T
	for i := range list {
		key := r.key(&list[i])
		hash, err := r.hashOf(w.seed, &list[i])
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

func (r *rows[T]) hashOf(seed maphash.Seed, row *T) (uint64, error) {
	var h maphash.Hash
	h.SetSeed(seed)
	if r.hash != nil {
		r.hash(&h, row)
		return h.Sum64(), nil
	}
	args, err := r.args(row)
	hashArgs(&h, args)
	return h.Sum64(), err
}

// putAll writes the rows of a small table anew if any differs.
func putAll[T any](ctx context.Context, tx *sql.Tx, w *written, table, query string, list []T, args func(*T) ([]any, error)) error {
	if w.keeps || !w.whole {
		var h maphash.Hash
		h.SetSeed(w.seed)
		for i := range list {
			row, err := args(&list[i])
			if err != nil {
				return err
			}
			hashArgs(&h, row)
		}
		hash := h.Sum64()
		if before, there := w.hashes[table][""]; there && before == hash && !w.whole {
			return nil
		}
		w.hashes[table] = map[any]uint64{"": hash}
	}
	if !w.whole {
		if _, err := tx.ExecContext(ctx, "DELETE FROM "+table); err != nil {
			return err
		}
	}
	return insert(ctx, tx, query, list, args)
}

func hashArgs(h *maphash.Hash, args []any) {
	for _, a := range args {
		switch v := a.(type) {
		case string:
			hashString(h, v)
		case []byte:
			hashInt(h, len(v))
			h.Write(v)
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

func hashString(h *maphash.Hash, s string) {
	hashInt(h, len(s))
	h.WriteString(s)
}

func hashInt(h *maphash.Hash, n int) {
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], uint64(n))
	h.Write(b[:])
}

func hashBool(h *maphash.Hash, is bool) {
	if is {
		hashInt(h, 1)
	} else {
		hashInt(h, 0)
	}
}

func hashStrings(h *maphash.Hash, list []string) {
	hashInt(h, len(list))
	for _, s := range list {
		hashString(h, s)
	}
}

// post brings the lists of statements by token up to date. Where most
// statements are what they were, as where a feed's newest report comes, only
// the others are looked at.
func (w *written) post(ordered []*Statement) error {
	stay := min(len(w.terms), len(ordered))
	var others []int
	for i := range stay {
		if w.terms[i] != ordered[i].Terms {
			others = append(others, i)
		}
	}
	if w.postings == nil || len(ordered) < len(w.terms) || 8*len(others) > stay {
		w.postings, w.sizes, w.terms = map[string]*posting{}, nil, nil
		stay, others = 0, nil
	}
	for _, i := range others {
		if err := w.repost(i, ordered[i].Terms); err != nil {
			return err
		}
	}
	maps.DeleteFunc(w.postings, func(_ string, p *posting) bool { return p.last == 0 })
	for _, st := range ordered[stay:] {
		tokens := Tokens(termWords(st.Terms))
		for _, token := range tokens {
			w.postingOf(token).add(st.Num)
		}
		w.sizes = append(w.sizes, sizeOf(tokens))
		w.terms = append(w.terms, st.Terms)
	}
	return nil
}

func sizeOf(tokens []string) byte { return byte(min(len(tokens), math.MaxUint8)) }

func (w *written) postingOf(token string) *posting {
	p := w.postings[token]
	if p == nil {
		p = &posting{}
		w.postings[token] = p
	}
	return p
}

// repost gives the statement in place i other terms.
func (w *written) repost(i int, terms string) error {
	num := int64(i + 1)
	tokens := Tokens(termWords(terms))
	for _, token := range Tokens(termWords(w.terms[i])) {
		if err := w.postings[token].change(num, false); err != nil {
			return err
		}
	}
	for _, token := range tokens {
		if err := w.postingOf(token).change(num, true); err != nil {
			return err
		}
	}
	w.sizes[i], w.terms[i] = sizeOf(tokens), terms
	return nil
}

// lastWritten is what was written last, if the case still has it and most of it
// stays; otherwise nothing.
func (db *DB) lastWritten(ctx context.Context, tx *sql.Tx, s *Settlement) (*written, error) {
	marks, err := column[string](tx.QueryContext(ctx, "SELECT position FROM cursor WHERE stage = ?", markStage))
	if err != nil {
		return nil, err
	}
	w := db.written
	if w == nil || len(marks) == 0 || w.mark != marks[0] || !s.mostlyIs(w.terms) {
		w = newWritten()
	}
	w.keeps = s.Again
	return w, nil
}

// mostlyIs tells whether most statements have the numbers that they had.
func (s *Settlement) mostlyIs(terms []string) bool {
	same := 0
	for i, st := range s.ordered[:min(len(s.ordered), len(terms))] {
		if st.Terms == terms[i] {
			same++
		}
	}
	return 2*same > len(terms)
}
