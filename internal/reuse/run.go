package reuse

import (
	"math/bits"

	"hearsay"
)

// run is a stretch of words that two prints have in common: n words from word
// a of the one and from word b of the other.
type run struct{ a, b, n int }

// minRun is the shortest run that alignment keeps, in words.
const minRun = ShingleLen

// runs aligns b with a: disjoint runs of at least minRun words, in the order
// of b, each the longest to be had where it begins. Runs may come from
// anywhere in a, so that re-ordered paragraphs align too.
func runs(a, b *Print) []run {
	places := placesOf(a.Words)
	var found []run
	for i := 0; i+minRun <= len(b.Words); {
		best := run{}
		for at := places.first(shingleHash(b.Words[i : i+minRun])); at >= 0; at = places.next[at] {
			if n := common(a.Words[at:], b.Words[i:]); n > best.n {
				best = run{int(at), i, n}
			}
		}
		if best.n >= minRun {
			found = append(found, best)
			i += best.n
		} else {
			i++
		}
	}
	return found
}

// places are where the shingles of a text stand: chains of places whose hashes
// fall together, each ascending. What stands there has to be compared.
type places struct {
	heads []int32 // by the low bits of the hash, -1 for none
	next  []int32 // by place, -1 behind the last
}

func placesOf(words []uint32) places {
	n := max(len(words)-minRun+1, 0)
	p := places{heads: make([]int32, 1<<bits.Len(uint(n))), next: make([]int32, n)}
	for i := range p.heads {
		p.heads[i] = -1
	}
	for i := n - 1; i >= 0; i-- {
		head := &p.heads[shingleHash(words[i:i+minRun])&uint32(len(p.heads)-1)]
		p.next[i], *head = *head, int32(i)
	}
	return p
}

func (p places) first(hash uint32) int32 { return p.heads[hash&uint32(len(p.heads)-1)] }

func common(a, b []uint32) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// passage is a row of runs with hardly a word between them: the same passage,
// but for small changes.
type passage struct {
	a0, a1, b0, b1 int // words [a0, a1) of the one are [b0, b1) of the other
	n              int // words that agree
}

// maxChange is how many words may differ between two runs of one passage: a
// number, a name.
const maxChange = 1

func passages(rs []run) []passage {
	var ps []passage
	for _, r := range rs {
		if k := len(ps) - 1; k >= 0 {
			p := &ps[k]
			da, db := r.a-p.a1, r.b-p.b1
			if da >= 0 && da <= maxChange && db >= 0 && db <= maxChange {
				p.a1, p.b1, p.n = r.a+r.n, r.b+r.n, p.n+r.n
				continue
			}
		}
		ps = append(ps, passage{r.a, r.a + r.n, r.b, r.b + r.n, r.n})
	}
	return ps
}

// aligned are the passages as bytes of the two texts.
func aligned(a, b *Print, ps []passage) []hearsay.Aligned {
	spans := make([]hearsay.Aligned, len(ps))
	for i, p := range ps {
		spans[i] = hearsay.Aligned{From: a.Span(p.a0, p.a1), To: b.Span(p.b0, p.b1)}
	}
	return spans
}

// repeated counts the shingles of b, by place, that lie inside the runs.
func repeated(rs []run) int {
	n := 0
	for _, r := range rs {
		n += r.n - ShingleLen + 1
	}
	return n
}
