package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/binary"
	"hash/fnv"
	"io"
	"math/bits"
	"slices"
)

// NameKey is an index entry under which search finds an identity whatever the
// spelling: the hash of a key, and the head of the number of the identity. There
// are more of them than of anything else, so that they stand in pages, each key
// as the distance from the one before.
type NameKey struct {
	hash, identity uint32
}

// NewNameKey is the entry of the identity with this id under a key of names.
func NewNameKey(key, identity string) NameKey {
	num, _ := numberOf(identityLetter, identity)
	return NameKey{hashOf(key), headOf(num)}
}

// hashOf is the 31-bit hash by which a key is kept: who asks compares the names
// themselves, so that two keys of one hash cost a look.
func hashOf(key string) uint32 {
	h := fnv.New64a()
	io.WriteString(h, key)
	return uint32(h.Sum64() >> 33)
}

// The head of the number of an identity is its first 32 bits of 48. Two
// identities with one head cost a look, too.
const tailBits = 16

func headOf(num int64) uint32 { return uint32(num >> tailBits) }

// entriesAtOnce is about how many entries one page has.
const entriesAtOnce = 96

// putNameKeys writes the pages. A page holds all entries whose hashes begin with
// the same bits, as many as make pages of that size, so that an entry that comes
// changes one page.
func putNameKeys(ctx context.Context, tx *sql.Tx, w *written, s *Settlement) error {
	keys := s.NameKeys
	slices.SortFunc(keys, func(a, b NameKey) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.identity, b.identity))
	})
	keys = slices.Compact(keys)
	bits := bits.Len(uint(len(keys) / entriesAtOnce))
	var pages [][]NameKey
	for len(keys) > 0 {
		n := 1
		for n < len(keys) && keys[n].hash>>(31-bits) == keys[0].hash>>(31-bits) {
			n++
		}
		pages, keys = append(pages, keys[:n]), keys[n:]
	}
	return put(ctx, tx, w, rows[[]NameKey]{
		table: "name_key", cols: "first, entries",
		key: func(page *[]NameKey) int64 { return int64((*page)[0].hash) },
		args: func(page *[]NameKey) ([]any, error) {
			var packed []byte
			last := (*page)[0].hash
			for _, k := range *page {
				packed = binary.AppendUvarint(packed, uint64(k.hash-last))
				packed = binary.BigEndian.AppendUint32(packed, k.identity)
				last = k.hash
			}
			return []any{int64((*page)[0].hash), packed}, nil
		},
	}, pages)
}

func unpackNameKeys(first uint32, packed []byte) (list []NameKey, err error) {
	u := unpacker{in: packed}
	for len(u.in) > 0 {
		step, err := binary.ReadUvarint(&u)
		if err != nil {
			return nil, err
		}
		b, err := u.bytes(4)
		if err != nil {
			return nil, err
		}
		first += uint32(step)
		list = append(list, NameKey{first, binary.BigEndian.Uint32(b)})
	}
	return list, nil
}

// headsUnder are the least numbers that identities with one of these keys can
// have.
func (db *DB) headsUnder(ctx context.Context, keys []string) (heads []int64, err error) {
	for _, key := range keys {
		hash := hashOf(key)
		var first uint32
		var packed []byte
		err := db.sql.QueryRowContext(ctx, "SELECT first, entries FROM name_key WHERE first <= ? ORDER BY first DESC LIMIT 1", int64(hash)).Scan(&first, &packed)
		if err == sql.ErrNoRows {
			continue
		}
		if err != nil {
			return nil, err
		}
		entries, err := unpackNameKeys(first, packed)
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			if e.hash == hash {
				heads = append(heads, int64(e.identity)<<tailBits)
			}
		}
	}
	return heads, nil
}

// rareKey is how many identities may share a key that says something: a name
// that more of them have is too common to ask about.
const rareKey = 6

// IdentitiesAlike lists pairs of identities that share a key that few have.
func (db *DB) IdentitiesAlike(ctx context.Context) ([][2]string, error) {
	nums, err := column[int64](db.sql.QueryContext(ctx, "SELECT num FROM identity ORDER BY num"))
	if err != nil {
		return nil, err
	}
	pairs, err := db.sharing(ctx, nums)
	slices.SortFunc(pairs, func(a, b [2]int64) int { return slices.Compare(a[:], b[:]) })
	var list [][2]string
	for _, p := range slices.Compact(pairs) {
		list = append(list, [2]string{idOf(identityLetter, p[0]), idOf(identityLetter, p[1])})
	}
	return list, err
}

// sharing pairs those of the identities, whose numbers are in order, that share
// a key.
func (db *DB) sharing(ctx context.Context, nums []int64) (pairs [][2]int64, err error) {
	rows, err := db.sql.QueryContext(ctx, "SELECT first, entries FROM name_key ORDER BY first")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var first uint32
		var packed sql.RawBytes
		if err := rows.Scan(&first, &packed); err != nil {
			return nil, err
		}
		entries, err := unpackNameKeys(first, packed)
		if err != nil {
			return nil, err
		}
		for len(entries) > 0 {
			n := 0
			var group []int64
			for ; n < len(entries) && entries[n].hash == entries[0].hash; n++ {
				group = append(group, under(nums, entries[n].identity)...)
			}
			if len(group) <= rareKey {
				pairs = append(pairs, pairsOf(group)...)
			}
			entries = entries[n:]
		}
	}
	return pairs, rows.Err()
}

func pairsOf(group []int64) (pairs [][2]int64) {
	for i, a := range group {
		for _, b := range group[i+1:] {
			pairs = append(pairs, [2]int64{a, b})
		}
	}
	return pairs
}

// under are those of the numbers, which are in order, that have this head.
func under(nums []int64, head uint32) []int64 {
	from, _ := slices.BinarySearch(nums, int64(head)<<tailBits)
	to, _ := slices.BinarySearch(nums, (int64(head)+1)<<tailBits)
	return nums[from:to]
}
