package syntax

import (
	"math/rand/v2"
	"testing"
)

// TestTablePacked finds every row of a table again that was packed without its
// empty slots, and reads no table that lacks a byte or has one too many.
func TestTablePacked(t *testing.T) {
	const classes = 5
	r := rand.New(rand.NewPCG(3, 4))
	keys, rows := make([]uint32, 200), make([][]int8, 200)
	for i := range keys {
		keys[i], rows[i] = r.Uint32(), make([]int8, classes)
		rows[i][i%classes] = int8(i%100 + 1)
	}
	packed := buildTable(keys, rows, classes, 0.8)
	table, ok := newTable(packed, classes)
	if !ok {
		t.Fatal("a table that was built cannot be read")
	}
	for i, key := range keys {
		if got := table.best([]uint32{key}); got != i%classes {
			t.Errorf("row %d says class %d, want %d", i, got, i%classes)
		}
	}
	for _, damaged := range []string{"", packed[:3], packed[:len(packed)-1], packed + "x"} {
		if _, ok := newTable(damaged, classes); ok {
			t.Errorf("a table of %d bytes was read, where %d are right", len(damaged), len(packed))
		}
	}
}

// TestLexiconPacked does the same with a lexicon.
func TestLexiconPacked(t *testing.T) {
	hashes, entries := make([]uint32, 100), make([]uint32, 100)
	for i := range hashes {
		hashes[i], entries[i] = uint32(i)*0x9e3779b1, uint32(i+1)
	}
	packed := buildLexicon(hashes, entries, 0.8)
	l, ok := newLexicon(packed)
	if !ok {
		t.Fatal("a lexicon that was built cannot be read")
	}
	for i, h := range hashes {
		if got := l.entry(h); got != entries[i] {
			t.Errorf("word %d has entry %d, want %d", i, got, entries[i])
		}
	}
	for _, damaged := range []string{"", packed[:3], packed[:len(packed)-1], packed + "x"} {
		if _, ok := newLexicon(damaged); ok {
			t.Errorf("a lexicon of %d bytes was read, where %d are right", len(damaged), len(packed))
		}
	}
}
