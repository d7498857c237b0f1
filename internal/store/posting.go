package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"hash/maphash"
	"maps"
	"slices"
	"strings"
	"unicode"
)

// Which statements hold which terms is kept in lists of their numbers. Trace
// asks for a few words with all that may stand for them, and ranks thousands of
// statements: a full-text index, which keeps where in a statement each word
// stands, takes three times the room and ten times the time.

// Tokens are what a term is found by: its runs of letters and digits, in lower
// case.
func Tokens(term string) []string {
	return strings.FieldsFunc(strings.ToLower(term), func(c rune) bool {
		return !unicode.In(c, unicode.L, unicode.N, unicode.M, unicode.Co)
	})
}

// sizesAtOnce is how many statements have their sizes in one row.
const sizesAtOnce = 4096

// putPostings lists the statements of each token.
func putPostings(ctx context.Context, tx *sql.Tx, w *written, s *Settlement) error {
	if err := w.post(s.ordered); err != nil {
		return err
	}
	err := put(ctx, tx, w, rows[string]{
		table: "posting", cols: "token, statements",
		key:  func(token *string) any { return *token },
		hash: func(h *maphash.Hash, token *string) { h.Write(w.postings[*token].packed) },
		args: func(token *string) ([]any, error) { return []any{*token, w.postings[*token].packed}, nil },
	}, slices.Sorted(maps.Keys(w.postings)))
	if err != nil {
		return err
	}
	type part struct {
		first int
		sizes []byte
	}
	var parts []part
	for first := 0; first < len(w.sizes); first += sizesAtOnce {
		parts = append(parts, part{first + 1, w.sizes[first:min(first+sizesAtOnce, len(w.sizes))]})
	}
	err = put(ctx, tx, w, rows[part]{
		table: "statement_size", cols: "first, total, sizes",
		key: func(p *part) any { return p.first },
		args: func(p *part) ([]any, error) {
			total := 0
			for _, n := range p.sizes {
				total += int(n)
			}
			return []any{p.first, total, p.sizes}, nil
		},
	}, parts)
	if !s.Again {
		w.postings, w.sizes, w.terms = nil, nil, nil
	}
	return err
}

// posting is a list of numbers that rise, each as the distance from the one
// before.
type posting struct {
	last   int64
	packed []byte
}

func (p *posting) add(num int64) {
	if num != p.last {
		p.packed = binary.AppendUvarint(p.packed, uint64(num-p.last))
		p.last = num
	}
}

// change puts a number into the list, or takes it out.
func (p *posting) change(num int64, in bool) error {
	nums, err := unpackPosting(p.packed)
	if err != nil {
		return err
	}
	at, is := slices.BinarySearch(nums, num)
	switch {
	case is == in:
		return nil
	case in:
		nums = slices.Insert(nums, at, num)
	default:
		nums = slices.Delete(nums, at, at+1)
	}
	*p = posting{}
	for _, n := range nums {
		p.add(n)
	}
	return nil
}

func unpackPosting(packed []byte) (nums []int64, err error) {
	nums = make([]int64, 0, len(packed))
	last := int64(0)
	for len(packed) > 0 {
		step, n := binary.Uvarint(packed)
		if n <= 0 {
			return nil, errPacked
		}
		last += int64(step)
		nums, packed = append(nums, last), packed[n:]
	}
	return nums, nil
}

// Postings gives, of each of these tokens that the case holds, the numbers of
// the statements that hold it, in their order.
func (db *DB) Postings(ctx context.Context, tokens []string) (map[string][]int64, error) {
	rows, err := db.sql.QueryContext(ctx, "SELECT token, statements FROM posting WHERE token IN (SELECT value FROM json_each(?))", jsonArray(tokens))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	lists := map[string][]int64{}
	for rows.Next() {
		var token string
		var packed sql.RawBytes
		if err := rows.Scan(&token, &packed); err != nil {
			return nil, err
		}
		if lists[token], err = unpackPosting(packed); err != nil {
			return nil, err
		}
	}
	return lists, rows.Err()
}

// Sizes tells how many tokens statements have.
type Sizes struct {
	Statements int     // of the case
	Mean       float64 // tokens of one
	parts      map[int64][]byte
}

// Of is the number of tokens of a statement.
func (s *Sizes) Of(num int64) int {
	first := firstOf(num)
	if part := s.parts[first]; num-first < int64(len(part)) {
		return int(part[num-first])
	}
	return 0
}

// firstOf is the first statement of the row that holds the size of one.
func firstOf(num int64) int64 { return num - (num-1)%sizesAtOnce }

// Sizes gives those of the statements with these numbers.
func (db *DB) Sizes(ctx context.Context, nums []int64) (*Sizes, error) {
	s := &Sizes{parts: map[int64][]byte{}}
	var total sql.NullInt64
	err := db.sql.QueryRowContext(ctx, "SELECT sum(total), coalesce((SELECT max(num) FROM statement), 0) FROM statement_size").Scan(&total, &s.Statements)
	if err != nil || s.Statements == 0 {
		return s, err
	}
	s.Mean = float64(total.Int64) / float64(s.Statements)
	var firsts []int64
	for _, num := range nums {
		if first := firstOf(num); len(firsts) == 0 || firsts[len(firsts)-1] != first {
			firsts = append(firsts, first)
		}
	}
	rows, err := db.sql.QueryContext(ctx, "SELECT first, sizes FROM statement_size WHERE first IN (SELECT value FROM json_each(?))", jsonArray(firsts))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var first int64
		var part []byte
		if err := rows.Scan(&first, &part); err != nil {
			return nil, err
		}
		s.parts[first] = part
	}
	return s, rows.Err()
}
