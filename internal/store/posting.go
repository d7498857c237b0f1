package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"maps"
	"math"
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

// putPostings brings the lists of statements by token up to date. Where most
// statements are what they were, as where a feed's newest report comes, only the
// others are looked at; their rows in the case still say what they were.
func putPostings(ctx context.Context, tx *sql.Tx, w *written, s *Settlement) error {
	terms, err := s.terms(ctx, tx)
	if err != nil {
		return err
	}
	p := poster{written: w, ctx: ctx, tx: tx, words: terms, anew: w.whole, lists: map[string]*posting{}}
	if err := p.post(s.ordered); err != nil {
		return err
	}
	if err := p.putLists(); err != nil {
		return err
	}
	return p.putSizes()
}

// poster changes the lists of statements by token, and their sizes.
type poster struct {
	*written
	ctx   context.Context
	tx    *sql.Tx
	words *termWriter
	anew  bool                // nothing is in the case
	lists map[string]*posting // those that were looked at
	sizes []byte
}

func (p *poster) post(ordered []*Statement) error {
	before := len(p.hashes[statementTable])
	stay := min(before, len(ordered))
	var others []*Statement
	for _, st := range ordered[:stay] {
		if !p.stays(st) {
			others = append(others, st)
		}
	}
	if p.anew || len(ordered) < before || 8*len(others) > stay {
		if err := p.clear(); err != nil {
			return err
		}
		stay, others = 0, nil
	} else if err := p.readSizes(before); err != nil {
		return err
	}
	for _, st := range others {
		if err := p.repost(st); err != nil {
			return err
		}
	}
	for _, st := range ordered[stay:] {
		tokens := Tokens(termWords(st.Terms))
		for _, token := range tokens {
			list, err := p.of(token)
			if err != nil {
				return err
			}
			list.add(st.Num)
		}
		p.sizes = append(p.sizes, sizeOf(tokens))
	}
	return nil
}

func (p *poster) clear() error {
	p.anew, p.hashes["statement_size"] = true, nil
	for _, table := range []string{"posting", "statement_size"} {
		if _, err := p.tx.ExecContext(p.ctx, "DELETE FROM "+table); err != nil {
			return err
		}
	}
	return nil
}

func sizeOf(tokens []string) byte { return byte(min(len(tokens), math.MaxUint8)) }

// of is the list of a token as it is so far.
func (p *poster) of(token string) (*posting, error) {
	list := p.lists[token]
	if list != nil {
		return list, nil
	}
	list = &posting{}
	p.lists[token] = list
	if p.anew {
		return list, nil
	}
	err := p.tx.QueryRowContext(p.ctx, "SELECT statements FROM posting WHERE token = ?", token).Scan(&list.packed)
	if errors.Is(err, sql.ErrNoRows) {
		return list, nil
	}
	if err != nil {
		return nil, err
	}
	nums, err := unpackPosting(list.packed)
	if err == nil && len(nums) > 0 {
		list.last = nums[len(nums)-1]
	}
	return list, err
}

// repost lists a statement in the place of the one that has its number in the
// case.
func (p *poster) repost(st *Statement) error {
	var packed []byte
	if err := p.tx.QueryRowContext(p.ctx, "SELECT terms FROM statement WHERE num = ?", st.Num).Scan(&packed); err != nil {
		return err
	}
	before, err := p.words.spell(packed)
	if err != nil || before == st.Terms {
		return err
	}
	was, is := Tokens(termWords(before)), Tokens(termWords(st.Terms))
	for _, token := range was {
		if !slices.Contains(is, token) {
			err = errors.Join(err, p.change(token, st.Num, false))
		}
	}
	for _, token := range is {
		err = errors.Join(err, p.change(token, st.Num, true))
	}
	p.sizes[st.Num-1] = sizeOf(is)
	return err
}

func (p *poster) change(token string, num int64, in bool) error {
	list, err := p.of(token)
	if err != nil {
		return err
	}
	return list.change(num, in)
}

// putLists writes the lists that were looked at.
func (p *poster) putLists() error {
	var hold []string
	for _, token := range slices.Sorted(maps.Keys(p.lists)) {
		if p.lists[token].last > 0 {
			hold = append(hold, token)
		} else if _, err := p.tx.ExecContext(p.ctx, "DELETE FROM posting WHERE token = ?", token); err != nil {
			return err
		}
	}
	return insert(p.ctx, p.tx, "INSERT OR REPLACE INTO posting(token, statements)", hold, func(token *string) ([]any, error) {
		return []any{*token, p.lists[*token].packed}, nil
	})
}

func (p *poster) readSizes(statements int) error {
	parts, err := column[[]byte](p.tx.QueryContext(p.ctx, "SELECT sizes FROM statement_size ORDER BY first"))
	p.sizes = slices.Concat(parts...)
	if err == nil && len(p.sizes) != statements {
		err = errPacked
	}
	return err
}

func (p *poster) putSizes() error {
	type part struct {
		first int
		sizes []byte
	}
	var parts []part
	for first := 0; first < len(p.sizes); first += sizesAtOnce {
		parts = append(parts, part{first + 1, p.sizes[first:min(first+sizesAtOnce, len(p.sizes))]})
	}
	return put(p.ctx, p.tx, p.written, rows[part]{
		table: "statement_size", cols: "first, total, sizes",
		key: func(p *part) int64 { return int64(p.first) },
		args: func(p *part) ([]any, error) {
			total := 0
			for _, n := range p.sizes {
				total += int(n)
			}
			return []any{p.first, total, p.sizes}, nil
		},
	}, parts)
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
