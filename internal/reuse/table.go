package reuse

// table finds the place of a shingle in one text. It is an open-addressing
// hash table that is filled anew for each text and allocates only to grow.
type table struct {
	keys []uint32
	at   []int32 // place of the shingle's first occurrence, -1 in a free slot
	seen []int32 // the last comparison that met the shingle
	mask uint32
	turn int32
}

func (t *table) fill(shingles []uint32) {
	size := 16
	for size < 2*len(shingles) {
		size *= 2
	}
	if size > cap(t.keys) {
		t.keys, t.at, t.seen = make([]uint32, size), make([]int32, size), make([]int32, size)
	}
	t.keys, t.at, t.seen = t.keys[:size], t.at[:size], t.seen[:size]
	t.mask, t.turn = uint32(size-1), 0
	for i := range t.at {
		t.at[i], t.seen[i] = -1, 0
	}
	for i, h := range shingles {
		if s := t.slot(h); t.at[s] < 0 {
			t.keys[s], t.at[s] = h, int32(i)
		}
	}
}

// slot is where h is or would be.
func (t *table) slot(h uint32) uint32 {
	s := h & t.mask
	for t.at[s] >= 0 && t.keys[s] != h {
		s = (s + 1) & t.mask
	}
	return s
}

// compare counts the distinct shingles of b that the table's text a has too,
// and the words of the longest run that stands in both.
func (t *table) compare(a, b []uint32) (shared, run int) {
	t.turn++
	next, length := int32(-1), 0 // where in a the run would go on, its shingles
	for _, h := range b {
		s := t.slot(h)
		if t.at[s] < 0 {
			next, length = -1, 0
			continue
		}
		if t.seen[s] != t.turn {
			t.seen[s] = t.turn
			shared++
		}
		if next >= 0 && int(next) < len(a) && a[next] == h {
			next, length = next+1, length+1
		} else {
			next, length = t.at[s]+1, 1
		}
		run = max(run, length+ShingleLen-1)
	}
	return shared, run
}
