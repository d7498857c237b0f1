package syntax

import (
	"encoding/binary"

	"hearsay/internal/text"
)

// table holds the weights of features in place. First come the checks of all
// slots, two bytes each, then their rows, a byte for each class. A key starts at
// its own slot and goes on to the next ones; an empty slot has check 0. The
// checks lie together because most features are not in the table, and a search
// in vain should cost one look at memory.
//
// Weights are written with 128 added, so that eight of them are summed in two
// additions. All rows have the same, so the highest sum stays the highest.
type table struct {
	checks, rows string
	count        uint32
	classes      int
}

const (
	checkSize  = 2
	bias       = 128
	maxClasses = 48
	rowPadding = 8 // behind the last row, which is read in words
)

func newTable(slots string, classes int) (table, bool) {
	count := max(len(slots)-rowPadding, 0) / (checkSize + classes)
	if count == 0 || count*(checkSize+classes)+rowPadding != len(slots) {
		return table{}, false
	}
	return table{slots[:count*checkSize], slots[count*checkSize:], uint32(count), classes}, true
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
			w := word64(t.rows[at+8*k:])
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
	slots string
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

func newLexicon(slots string) lexicon {
	l := lexicon{slots: slots, count: uint32(len(slots) / entrySize)}
	l.words = text.NewMemo(l.wordOf)
	return l
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
	b := make([]byte, int(t.count)*(checkSize+classes)+rowPadding)
	for i, key := range keys {
		slot, check := t.place(key)
		for binary.LittleEndian.Uint16(b[slot*checkSize:]) != 0 {
			slot = (slot + 1) % t.count
		}
		binary.LittleEndian.PutUint16(b[slot*checkSize:], check)
		row := b[int(t.count)*checkSize+int(slot)*classes:]
		for k, v := range rows[i] {
			row[k] = byte(int(v) + bias)
		}
	}
	return string(b)
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
	return string(b)
}
