package syntax

import (
	"encoding/binary"

	"hearsay/internal/text"
)

// table holds the weights of features in place. First come the checks of all
// slots, two bytes each, then their rows, a byte for each tag. A key starts at
// its own slot and goes on to the next ones; an empty slot has check 0. The
// checks lie together because most features are not in the table, and a search
// in vain should cost one look at memory.
type table struct {
	checks, rows string
	count        uint32
}

const (
	checkSize = 2
	slotSize  = checkSize + tagCount
)

func newTable(slots string) table {
	count := len(slots) / slotSize
	return table{checks: slots[:count*checkSize], rows: slots[count*checkSize:], count: uint32(count)}
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

// best is the tag with the highest sum of weights; of equals, the first.
func (t *table) best(f *features) text.Tag {
	var score [tagCount]int32
	if t.count == 0 {
		return text.NOUN
	}
	for _, key := range f {
		at := t.find(key)
		if at < 0 {
			continue
		}
		row := t.rows[at*tagCount : at*tagCount+tagCount]
		for k := range score {
			score[k] += int32(int8(row[k]))
		}
	}
	best := 0
	for k := 1; k < tagCount; k++ {
		if score[k] > score[best] {
			best = k
		}
	}
	return text.Tag(best + 1)
}

// lexicon says of a word which tags it had in training: entries of eight bytes,
// the hash of the word and its entry.
type lexicon struct {
	slots string
	count uint32
}

const (
	entrySize = 8
	// An entry holds a bit for each tag the word is common with, then these.
	bitVerbLemma = 1 << 20 // the word is the lemma of a verb
	bitNounLemma = 1 << 21 // the word is the lemma of a noun
	sureShift    = 24      // the tag that the word always has
)

func newLexicon(slots string) lexicon {
	return lexicon{slots: slots, count: uint32(len(slots) / entrySize)}
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
func buildTable(keys []uint32, rows [][tagCount]int8, load float64) string {
	t := table{count: uint32(float64(len(keys))/load) + 1}
	b := make([]byte, int(t.count)*slotSize)
	for i, key := range keys {
		slot, check := t.place(key)
		for binary.LittleEndian.Uint16(b[slot*checkSize:]) != 0 {
			slot = (slot + 1) % t.count
		}
		binary.LittleEndian.PutUint16(b[slot*checkSize:], check)
		row := b[int(t.count)*checkSize+int(slot)*tagCount:]
		for k, v := range rows[i] {
			row[k] = byte(v)
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
