package names

import (
	"encoding/binary"
	"slices"
)

// Keep writes down which groups of names were linked last and what was decided
// on pairs of them, for a Linker that begins with it. hash stands for a group, by
// its last hashSize bytes.
func (l *Linker) Keep(hash func([]byte) uint64) []byte {
	of := &l.plain
	if l.ruled.groups != nil {
		of = &l.ruled // what is decided on two groups is the same for both
	}
	return of.keep(hash)
}

func (l *linking) keep(hash func([]byte) uint64) []byte {
	b := binary.AppendUvarint(nil, uint64(len(l.keys)))
	for _, key := range l.keys {
		b = appendHash(b, l.groups[key].hash(hash))
	}
	var alike [][2]int
	for bucket := range l.alike {
		for _, p := range bucket.pairs {
			alike = append(alike, [2]int{p.a.place, p.b.place})
		}
	}
	b = appendPairs(b, alike)
	var decided [len(decisions)][][2]int
	for p, d := range l.decided.last {
		for i := range decisions {
			if d.Same == decisions[i].Same && d.clash == decisions[i].clash {
				decided[i] = append(decided[i], [2]int{p[0].place, p[1].place})
			}
		}
	}
	for _, pairs := range decided {
		b = appendPairs(b, pairs)
	}
	return l.keepLarge(b, hash)
}

// decisions are those on pairs outside of their buckets, as far as anybody asks.
var decisions = [...]Decision{{}, {clash: true}, {Same: true}}

// keepLarge writes down who shared the keys under which not every pair was
// compared.
func (l *linking) keepLarge(b []byte, hash func([]byte) uint64) []byte {
	for key, of := range l.buckets {
		if len(of.groups) <= window+1 {
			continue
		}
		b = append(binary.AppendUvarint(b, uint64(len(key))), key...)
		b = binary.AppendUvarint(b, uint64(len(of.groups)))
		for _, g := range of.groups {
			b = appendHash(b, hash([]byte(g.key)))
		}
	}
	return b
}

// hashSize is how many bytes a hash has at most.
const hashSize = 6

func appendHash(b []byte, hash uint64) []byte {
	b = binary.LittleEndian.AppendUint64(b, hash)
	return b[:len(b)-8+hashSize]
}

func appendPairs(b []byte, pairs [][2]int) []byte {
	slices.SortFunc(pairs, func(x, y [2]int) int { return slices.Compare(x[:], y[:]) })
	pairs = slices.Compact(pairs)
	b = binary.AppendUvarint(b, uint64(len(pairs)))
	for _, p := range pairs {
		b = binary.AppendUvarint(b, uint64(p[0]))
		b = binary.AppendUvarint(b, uint64(p[1]))
	}
	return b
}

// hash stands for all that Same and the keys of a group look at.
func (g *group) hash(hash func([]byte) uint64) uint64 {
	if g.content != 0 {
		return g.content
	}
	e := &g.of.Entity
	b := append(make([]byte, 0, 512), g.key...)
	if e.Described {
		b = append(b, '-')
	}
	for _, list := range [][]string{{g.of.Known, e.Name, string(e.Type)}, e.Names, e.Roles, g.of.Near} {
		b = binary.AppendUvarint(b, uint64(len(list)))
		for _, s := range list {
			b = append(binary.AppendUvarint(b, uint64(len(s))), s...)
		}
	}
	g.content = hash(b)
	return g.content
}

// kept is what Keep wrote.
type kept struct {
	hash   func([]byte) uint64
	places map[uint64]int32 // of the groups, by their hashes
	alike  map[[2]int32]bool
	on     [len(decisions)][][2]int32 // pairs, by decision
	large  map[string][]uint64        // hashes of the keys of groups, by the key that they share
	again  bool                       // it will be linked more than once

	now   []*group          // by place, those that are as they were
	there map[uint64]*group // by the hash of their keys
}

// Recall lets a Linker that has linked nothing yet begin with what Keep wrote.
// What cannot be read is decided anew. again says that it will link more than
// once; otherwise it looks at no more names than it takes.
func (l *Linker) Recall(b []byte, hash func([]byte) uint64, again bool) {
	for _, of := range []*linking{&l.plain, &l.ruled} {
		if of.kept = readKept(b, hash); of.kept != nil {
			of.kept.again = again
		}
	}
}

func readKept(b []byte, hash func([]byte) uint64) *kept {
	r := keptReader{b, true}
	k := &kept{hash: hash, places: map[uint64]int32{}, alike: map[[2]int32]bool{}, large: map[string][]uint64{}, there: map[uint64]*group{}}
	n := r.count()
	for i := range n {
		k.places[r.hash()] = int32(i)
	}
	for _, p := range r.pairs(n) {
		k.alike[p] = true
	}
	for i := range k.on {
		k.on[i] = r.pairs(n)
	}
	for r.ok && len(r.b) > 0 {
		key := r.text()
		for range r.count() {
			k.large[key] = append(k.large[key], r.hash())
		}
	}
	if !r.ok || n == 0 || len(k.places) != n {
		return nil
	}
	k.now = make([]*group, n)
	return k
}

// keptReader reads numbers until something is amiss.
type keptReader struct {
	b  []byte
	ok bool
}

// count is a number of things of which each takes a byte at least.
func (r *keptReader) count() int {
	n, size := binary.Uvarint(r.b)
	if r.ok = r.ok && size > 0 && n <= uint64(len(r.b)); !r.ok {
		return 0
	}
	r.b = r.b[size:]
	return int(n)
}

// place is a number below n.
func (r *keptReader) place(n int) int32 {
	at, size := binary.Uvarint(r.b)
	if r.ok = r.ok && size > 0 && at < uint64(n); !r.ok {
		return 0
	}
	r.b = r.b[size:]
	return int32(at)
}

func (r *keptReader) hash() uint64 {
	if r.ok = r.ok && len(r.b) >= hashSize; !r.ok {
		return 0
	}
	var h [8]byte
	copy(h[:], r.b[:hashSize])
	r.b = r.b[hashSize:]
	return binary.LittleEndian.Uint64(h[:])
}

func (r *keptReader) text() string {
	n := r.count()
	if r.ok = r.ok && n <= len(r.b); !r.ok {
		return ""
	}
	s := string(r.b[:n])
	r.b = r.b[n:]
	return s
}

func (r *keptReader) pairs(n int) (list [][2]int32) {
	for range r.count() {
		list = append(list, [2]int32{r.place(n), r.place(n)})
	}
	return list
}

// meet finds the groups that are as they were.
func (k *kept) meet(groups []*group) {
	for _, g := range groups {
		if len(k.large) > 0 {
			k.there[k.hash([]byte(g.key))] = g
		}
		place, was := k.places[g.hash(k.hash)]
		switch {
		case !was:
		case k.now[place] == nil:
			k.now[place], g.was = g, place+1
		default: // two of one hash: it is not known which of them it was
			k.now[place].was = 0
		}
	}
	for place, g := range k.now {
		if g != nil && g.was == 0 {
			k.now[place] = nil
		}
	}
}

// decided are the decisions on pairs of groups that are as they were.
func (k *kept) decided() map[[2]*group]Decision {
	list := map[[2]*group]Decision{}
	for i, pairs := range k.on {
		for _, p := range pairs {
			if a, b := k.now[p[0]], k.now[p[1]]; a != nil && b != nil {
				list[[2]*group{a, b}] = decisions[i]
			}
		}
	}
	return list
}

// sameIn is Same for groups that share a key. Two that were there before are
// known to be one or not, if they were compared: where there are many, who has
// gone may have stood between them.
func (k *kept) sameIn(key string) func(a, b *group) Decision {
	if slices.ContainsFunc(k.large[key], func(of uint64) bool {
		g := k.there[of]
		return g == nil || !slices.Contains(g.keys, key)
	}) {
		return same
	}
	return func(a, b *group) Decision {
		if a.was > 0 && b.was > 0 && !k.alike[[2]int32{a.was - 1, b.was - 1}] {
			return Decision{}
		}
		return same(a, b)
	}
}

func same(a, b *group) Decision { return Same(a.of, b.of) }

// indexNew compares new groups with those that share a key with them. Which of
// the others are one is known, but where many share a key: there others may have
// become neighbours.
func (l *linking) indexNew(k *kept, groups []*group) {
	shared := map[string][]*group{}
	for key := range k.large {
		shared[key] = nil
	}
	for _, g := range groups {
		if g.was == 0 {
			for _, key := range g.keys {
				shared[key] = nil
			}
		}
	}
	for _, g := range groups {
		for _, key := range g.keys {
			if list, open := shared[key]; open {
				shared[key] = append(list, g)
			}
		}
	}
	for key, list := range shared {
		b := &bucket{}
		b.change(list, k.sameIn(key))
		l.buckets[key], l.alike[b] = b, true
	}
	others := &bucket{}
	for p := range k.alike {
		a, b := k.now[p[0]], k.now[p[1]]
		if a != nil && b != nil && slices.ContainsFunc(a.keys, func(key string) bool {
			_, open := shared[key]
			return !open && slices.Contains(b.keys, key)
		}) {
			others.pairs = append(others.pairs, joinable{a, b, same(a, b)})
		}
	}
	l.alike[others] = true
}
