package claims

import (
	"encoding/binary"
	"math"
	"strings"
)

// hashSize is how many bytes the hash of a proposition has at most.
const hashSize = 6

// Keep writes down which propositions were given last and which of them are
// alike, for a Grouping that begins with it. hash stands for a proposition, by
// its last hashSize bytes.
func (g *Grouping) Keep(hash func([]byte) uint64) []byte {
	var common []string
	for term, number := range g.index.number {
		if g.index.common(number) {
			common = append(common, term)
		}
	}
	words := strings.Join(common, " ")
	b := binary.AppendUvarint(nil, uint64(len(words)))
	b = append(b, words...)
	b = binary.AppendUvarint(b, uint64(len(g.nodes)))
	for _, n := range g.nodes {
		b = binary.LittleEndian.AppendUint64(b, hash([]byte(n.key)))
		b = b[:len(b)-8+hashSize]
	}
	for _, e := range g.edges {
		b = binary.AppendUvarint(b, uint64(e.a.place))
		b = binary.AppendUvarint(b, uint64(e.b.place))
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(e.score))
	}
	return b
}

// kept is what Keep wrote.
type kept struct {
	hash   func([]byte) uint64
	common []string         // terms
	places map[uint64]int32 // of the propositions, in the order of their keys
	edges  []keptEdge       // in the order in which they join
}

type keptEdge struct {
	a, b  int32
	score float64
}

// Recall lets a Grouping that was given nothing yet begin with what Keep wrote.
// What cannot be read is found out anew.
func (g *Grouping) Recall(b []byte, hash func([]byte) uint64) {
	n, size := binary.Uvarint(b)
	if size <= 0 || n > uint64(len(b)-size) {
		return
	}
	k := kept{hash: hash, common: strings.Fields(string(b[size : size+int(n)]))}
	b = b[size+int(n):]
	n, size = binary.Uvarint(b)
	if size <= 0 || n > uint64(len(b)-size)/hashSize {
		return
	}
	b = b[size:]
	k.places = make(map[uint64]int32, n)
	for i := range n {
		var hash [8]byte
		copy(hash[:], b[hashSize*i:hashSize*(i+1)])
		k.places[binary.LittleEndian.Uint64(hash[:])] = int32(i)
	}
	for b = b[hashSize*n:]; len(b) > 0; {
		var e keptEdge
		for _, place := range []*int32{&e.a, &e.b} {
			at, size := binary.Uvarint(b)
			if size <= 0 || at >= n {
				return
			}
			*place, b = int32(at), b[size:]
		}
		if len(b) < 8 {
			return
		}
		e.score = math.Float64frombits(binary.LittleEndian.Uint64(b))
		k.edges, b = append(k.edges, e), b[8:]
	}
	if len(k.places) == int(n) {
		g.kept = &k
	}
}

// recall takes in the propositions that were kept, with what is alike among
// them, and gives those that are new. Where most are new, or a term is common no
// more, it takes in nothing, and all are.
func (g *Grouping) recall() (fresh []*node) {
	k := g.kept
	g.kept = nil
	known := make([]*node, len(k.places))
	for _, n := range g.nodes {
		place, ok := k.places[k.hash([]byte(n.key))]
		if !ok {
			fresh = append(fresh, n)
			continue
		}
		if known[place] != nil {
			return g.nodes // two of one hash
		}
		known[place] = n
	}
	if 2*len(fresh) > len(g.nodes) {
		return g.nodes
	}
	for _, n := range known {
		if n != nil {
			n.number = g.index.add(n)
		}
	}
	for _, term := range k.common {
		if number, ok := g.index.number[term]; !ok || !g.index.common(number) {
			g.index.outdated = true // though a new one may make it common again
			return g.nodes
		}
	}
	for i := range g.index.nodes {
		g.index.post(int32(i), newSketch(g.index.terms[i], g.index.weight[i]))
	}
	for _, e := range k.edges {
		if a, b := known[e.a], known[e.b]; a != nil && b != nil {
			g.edges = append(g.edges, edge{a, b, e.score})
		}
	}
	return fresh
}
