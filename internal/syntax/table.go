package syntax

import (
	"encoding/binary"
	"slices"

	"hearsay/internal/text"
)

// table holds the weights of features. First come the checks of all slots, two
// bytes each, then their rows, a byte for each class. A key starts at its own
// slot and goes on to the next ones; an empty slot has check 0. The checks lie
// together because most features are not in the table, and a search in vain
// should cost one look at memory. A file has no rows of empty slots.
//
// Weights are written with 128 added, so that eight of them are summed in two
// additions. All rows have the same, so the highest sum stays the highest.
type table struct {
	checks  string
	rows    []byte
	count   uint32
	classes int
}

const (
	checkSize  = 2
	bias       = 128
	maxClasses = 48
	rowPadding = 8 // behind the last row, which is read in words
)

// newTable reads a table as packTable wrote it.
func newTable(packed string, classes int) (table, bool) {
	if len(packed) < 4 {
		return table{}, false
	}
	count := int(binary.LittleEndian.Uint32([]byte(packed[:4])))
	rest := packed[4:]
	if count == 0 || count*checkSize > len(rest) {
		return table{}, false
	}
	t := table{rest[:count*checkSize], make([]byte, count*classes+rowPadding), uint32(count), classes}
	rest = rest[count*checkSize:]
	for slot := range count {
		if t.checks[slot*checkSize] == 0 { // those that are used are odd
			continue
		}
		if len(rest) < classes {
			return table{}, false
		}
		copy(t.rows[slot*classes:], rest[:classes])
		rest = rest[classes:]
	}
	return t, rest == ""
}

// packTable writes the checks of a table and the rows of those that are not 0.
func packTable(checks, rows []byte, classes int) string {
	b := binary.LittleEndian.AppendUint32(nil, uint32(len(checks)/checkSize))
	b = append(b, checks...)
	for slot := range len(checks) / checkSize {
		if checks[slot*checkSize] != 0 {
			b = append(b, rows[slot*classes:][:classes]...)
		}
	}
	return string(b)
}

// place gives the slot at which the search for a key starts, and its check.
func (t *table) place(key uint32) (slot uint32, check uint16) {
	return uint32(uint64(key) * uint64(t.count) >> 32), uint16(key) | 1
}

// find is the slot of key, -1 if it has none.
func (t *table) find(key uint32) int {
	slot, check := t.place(key)
	for {
		at := int(slot) * checkSize
		found := uint16(t.checks[at]) | uint16(t.checks[at+1])<<8
		if found == check {
			return int(slot)
		}
		if found == 0 {
			return -1
		}
		if slot++; slot == t.count {
			slot = 0
		}
	}
}

// sums are sums of weights, four in a word, of the even and the odd classes.
type sums [maxClasses / 8][2]uint64

const lanes = 0x00ff00ff00ff00ff

// maxKeys is how many keys are looked up together at most. A sum has room for 257.
const maxKeys = 64

// best is the class with the highest sum of weights; of equals, the first. It
// finds all rows before it reads one, and then sums eight classes at a time, so
// that looks at memory overlap and sums stay in registers.
func (t *table) best(keys []uint32) int {
	var s sums
	var found [maxKeys]int // where the rows of the keys begin
	n := 0
	for _, key := range keys {
		if at := t.find(key); at >= 0 {
			found[n] = at * t.classes
			n++
		}
	}
	for k := range s[:(t.classes+7)/8] {
		var even, odd uint64
		for _, at := range found[:n] {
			w := binary.LittleEndian.Uint64(t.rows[at+8*k:])
			even += w & lanes
			odd += w >> 8 & lanes
		}
		s[k] = [2]uint64{even, odd}
	}
	return s.first(t.classes)
}

func (s *sums) first(classes int) int {
	best, most := 0, uint16(0)
	for k := range classes {
		if v := uint16(s[k/8][k&1] >> (k / 2 % 4 * 16)); v > most {
			best, most = k, v
		}
	}
	return best
}

func word64(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// lexicon says of a word which tags it had in training: entries of eight bytes,
// the hash of the word and its entry.
type lexicon struct {
	slots []byte
	count uint32
	words *text.Memo[word]
}

const (
	entrySize = 8
	// An entry holds a bit for each tag the word is common with, then these.
	bitNoun          = 1 << 18 // a dictionary has the word as a noun
	bitVerb          = 1 << 19
	bitAdjective     = 1 << 22
	bitAdverb        = 1 << 23
	bitsOfDictionary = bitNoun | bitVerb | bitAdjective | bitAdverb
	bitVerbLemma     = 1 << 20 // the word is the lemma of a verb
	bitNounLemma     = 1 << 21 // the word is the lemma of a noun
	sureShift        = 24      // the tag that the word always has
)

// newLexicon reads a lexicon as buildLexicon wrote it: the number of slots, a bit
// for each that is used, and the entries of these.
func newLexicon(packed string) (lexicon, bool) {
	if len(packed) < 4 {
		return lexicon{}, false
	}
	count := int(binary.LittleEndian.Uint32([]byte(packed[:4])))
	rest := packed[4:]
	if count == 0 || (count+7)/8 > len(rest) {
		return lexicon{}, false
	}
	used, rest := rest[:(count+7)/8], rest[(count+7)/8:]
	slots := make([]byte, count*entrySize)
	for slot := range count {
		if used[slot/8]>>(slot%8)&1 == 0 {
			continue
		}
		if len(rest) < entrySize {
			return lexicon{}, false
		}
		copy(slots[slot*entrySize:], rest[:entrySize])
		rest = rest[entrySize:]
	}
	l := lexicon{slots: slots, count: uint32(count)}
	l.words = text.NewMemo(l.wordOf)
	return l, rest == ""
}

// entry is what the lexicon says of the word with this hash, 0 if nothing.
func (l *lexicon) entry(hash uint32) uint32 {
	if l.count == 0 {
		return 0
	}
	slot := uint32(uint64(hash) * uint64(l.count) >> 32)
	for {
		e := l.slots[slot*entrySize : slot*entrySize+entrySize]
		v := uint32(e[4]) | uint32(e[5])<<8 | uint32(e[6])<<16 | uint32(e[7])<<24
		if v == 0 {
			return 0
		}
		if uint32(e[0])|uint32(e[1])<<8|uint32(e[2])<<16|uint32(e[3])<<24 == hash {
			return v
		}
		if slot++; slot == l.count {
			slot = 0
		}
	}
}

func sureTag(entry uint32) text.Tag { return text.Tag(entry >> sureShift) }

// buildTable lays out rows by key. load is the share of slots in use.
func buildTable(keys []uint32, rows [][]int8, classes int, load float64) string {
	t := table{count: uint32(float64(len(keys))/load) + 1}
	checks, weights := make([]byte, int(t.count)*checkSize), make([]byte, int(t.count)*classes)
	for i, key := range keys {
		slot, check := t.place(key)
		for binary.LittleEndian.Uint16(checks[slot*checkSize:]) != 0 {
			slot = (slot + 1) % t.count
		}
		binary.LittleEndian.PutUint16(checks[slot*checkSize:], check)
		row := weights[int(slot)*classes:]
		for k, v := range rows[i] {
			row[k] = byte(int(v) + bias)
		}
	}
	return packTable(checks, weights, classes)
}

func buildLexicon(hashes, entries []uint32, load float64) string {
	count := uint32(float64(len(hashes))/load) + 1
	b := make([]byte, int(count)*entrySize)
	for i, h := range hashes {
		slot := uint32(uint64(h) * uint64(count) >> 32)
		for binary.LittleEndian.Uint32(b[slot*entrySize+4:]) != 0 {
			slot = (slot + 1) % count
		}
		binary.LittleEndian.PutUint32(b[slot*entrySize:], h)
		binary.LittleEndian.PutUint32(b[slot*entrySize+4:], entries[i])
	}
	used := make([]byte, (count+7)/8)
	var kept []byte
	for slot := range count {
		if entry := b[slot*entrySize:][:entrySize]; binary.LittleEndian.Uint32(entry[4:]) != 0 {
			used[slot/8] |= 1 << (slot % 8)
			kept = append(kept, entry...)
		}
	}
	return string(slices.Concat(binary.LittleEndian.AppendUint32(nil, count), used, kept))
}
