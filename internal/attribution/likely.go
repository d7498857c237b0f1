package attribution

import (
	"encoding/binary"
	"slices"

	"hearsay/internal/linear"
	"hearsay/internal/text"
)

// likelyCue is the bin from which on a token counts as a likely cue.
const likelyCue = 4

// cueTable tells of words how often they are part of a cue: a sorted list of
// keys of four bytes, and a bin for each.
type cueTable struct{ data string }

const cueEntry = 5

// cueKey is a word and what it is used as.
func cueKey(r *tokenRow) uint32 { return linear.Mix(r.stem, uint32(wordClass(text.Tag(r.tag)))) }

func wordClass(t text.Tag) uint8 {
	switch t {
	case text.VERB, text.AUX:
		return 1
	case text.NOUN, text.PROPN:
		return 2
	case text.ADJ:
		return 3
	}
	return 0
}

// bin looks up a key; 0 is a word that is not known.
func (c cueTable) bin(key uint32) uint8 {
	lo, hi := 0, len(c.data)/cueEntry
	for lo < hi {
		mid := (lo + hi) / 2
		e := c.data[mid*cueEntry : mid*cueEntry+cueEntry]
		k := uint32(e[0]) | uint32(e[1])<<8 | uint32(e[2])<<16 | uint32(e[3])<<24
		switch {
		case k == key:
			return e[4]
		case k < key:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return 0
}

// cueCount says how often a word was part of a cue, and how often it occurred.
type cueCount struct{ cue, all int }

// bin is the count in bins, drawn towards rare.
func (n cueCount) bin() uint8 {
	if n.all < 2 {
		return 0
	}
	p := (float64(n.cue) + 0.05) / (float64(n.all) + 1)
	for i, limit := range []float64{0.01, 0.04, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8} {
		if p < limit {
			return uint8(i + 1)
		}
	}
	return 9
}

func buildCueTable(counts map[uint32]cueCount) cueTable {
	keys := make([]uint32, 0, len(counts))
	for k, n := range counts {
		if n.bin() > 1 {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	data := make([]byte, 0, len(keys)*cueEntry)
	for _, k := range keys {
		data = binary.LittleEndian.AppendUint32(data, k)
		data = append(data, counts[k].bin())
	}
	return cueTable{string(data)}
}

// setLikely fills in how likely each token is to be part of a cue.
func (v *view) setLikely(bin func(*tokenRow) uint8) {
	for t := range v.row {
		v.row[t].likely = bin(&v.row[t])
	}
}
