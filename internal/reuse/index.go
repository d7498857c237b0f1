package reuse

import (
	"cmp"
	"slices"
)

const (
	// commonIn is the number of texts above which a shingle is a phrase that
	// everybody uses. It makes no candidate, but counts once there is one.
	commonIn = 512
	// rareIn is the number of texts up to which a shingle is telling.
	rareIn = 8
	// fewRare telling shingles make a candidate for a rewrite.
	fewRare = 4
	// mostOfRun is how many of the 16 shingles of a run of 20 words have to be
	// uncommon for it to be found.
	mostOfRun = 8
)

// index is an inverted index over the shingles of all prints.
type index struct {
	at    []int32  // first shingle of each print, by place; one more at the end
	in    []uint32 // the shingles by print, in the order of the text
	size  []int32  // distinct shingles of each print
	high  []int32  // of these, how many are common
	terms []term   // shingles that at least two prints have
	posts []int32  // prints that have them, ascending
	of    []int32  // terms by print
	first []int32  // first place in of for each print; one more at the end
}

type term struct{ from, to int32 } // places in index.posts

func (t term) df() int32 { return t.to - t.from }

func newIndex(prints []Print) *index {
	x := &index{at: make([]int32, len(prints)+1), size: make([]int32, len(prints)), high: make([]int32, len(prints))}
	total := 0
	for i := range prints {
		total += max(len(prints[i].Words)-ShingleLen+1, 1)
	}
	x.in = make([]uint32, 0, total)
	for i := range prints {
		x.add(prints[i].Words)
		x.at[i+1] = int32(len(x.in))
	}
	var sorted sorter
	for _, r := range ranges(total) {
		x.invert(slices.Compact(sorted.posts(x, r)))
	}
	x.forward(len(prints))
	return x
}

// add appends the shingles of one text. A text shorter than a shingle is one
// shingle by itself.
func (x *index) add(words []uint32) {
	if n := len(words); n > 0 && n < ShingleLen {
		x.in = append(x.in, shingleHash(words))
	}
	for i := 0; i+ShingleLen <= len(words); i++ {
		x.in = append(x.in, shingleHash(words[i:i+ShingleLen]))
	}
}

// invert adds the terms of sorted pairs of shingle and print.
func (x *index) invert(pairs []uint64) {
	for i := 0; i < len(pairs); {
		j := i + 1
		for j < len(pairs) && pairs[j]>>32 == pairs[i]>>32 {
			j++
		}
		from := int32(len(x.posts))
		for _, p := range pairs[i:j] {
			d := int32(p & 0xFFFFFFFF)
			x.size[d]++
			if j-i > 1 {
				x.posts = append(x.posts, d)
			}
			if j-i > commonIn {
				x.high[d]++
			}
		}
		if j-i > 1 {
			x.terms = append(x.terms, term{from, int32(len(x.posts))})
		}
		i = j
	}
}

// forward lists the terms of each print.
func (x *index) forward(n int) {
	x.first = make([]int32, n+1)
	for _, d := range x.posts {
		x.first[d+1]++
	}
	for i := range n {
		x.first[i+1] += x.first[i]
	}
	x.of = make([]int32, len(x.posts))
	next := slices.Clone(x.first[:n])
	for t, tm := range x.terms {
		for _, d := range x.posts[tm.from:tm.to] {
			x.of[next[d]] = int32(t)
			next[d]++
		}
	}
}

// Pairs finds the prints that share wording: every pair that is one text by
// SameText, every pair with a run of ExcerptLen words of which most are not
// everybody's phrases, and pairs with a few telling shingles. They come sorted
// by A and B. The time grows with the number of shingles and of pairs that
// share uncommon ones, not with the number of pairs of prints.
func Pairs(prints []Print) []Pair {
	x := newIndex(prints)
	c := counter{
		index: x,
		hits:  make([]uint16, len(prints)),
		rare:  make([]uint16, len(prints)),
	}
	var found []Pair
	for a := range prints {
		found = c.partners(int32(a), found)
	}
	slices.SortFunc(found, func(p, q Pair) int {
		return cmp.Or(cmp.Compare(p.A, q.A), cmp.Compare(p.B, q.B))
	})
	return slices.CompactFunc(found, func(p, q Pair) bool { return p.A == q.A && p.B == q.B })
}

// counter counts, for one print at a time, what it shares with all others.
type counter struct {
	*index
	hits, rare []uint16 // by print: uncommon and telling shingles shared
	touched    []int32
	table      table
}

// partners appends the pairs of a with prints before it, and with any print
// where only common phrases could tell that a is contained in it.
func (c *counter) partners(a int32, found []Pair) []Pair {
	terms := c.of[c.first[a]:c.first[a+1]]
	c.count(terms, a)
	filled := false
	for _, b := range c.touched {
		if c.promising(a, b) {
			if !filled {
				c.table.fill(c.in[c.at[a]:c.at[a+1]])
				filled = true
			}
			found = c.verify(a, b, found)
		}
		c.hits[b], c.rare[b] = 0, 0
	}
	c.touched = c.touched[:0]
	if 3*c.high[a] >= 2*c.size[a] && c.size[a] > 0 {
		found = c.formulaic(terms, a, filled, found)
	}
	return found
}

func (c *counter) count(terms []int32, a int32) {
	for _, t := range terms {
		tm := c.terms[t]
		if tm.df() > commonIn {
			continue
		}
		rare := uint16(0)
		if tm.df() <= rareIn {
			rare = 1
		}
		for _, b := range c.posts[tm.from:tm.to] {
			if b >= a {
				break
			}
			if c.hits[b] == 0 {
				c.touched = append(c.touched, b)
			}
			c.hits[b]++
			c.rare[b] += rare
		}
	}
}

// promising tells whether a and b may be worth a look at their texts. For one
// text they must share two thirds of the shorter one's shingles, and what is
// not counted are common shingles alone.
func (c *counter) promising(a, b int32) bool {
	if c.rare[b] >= fewRare || c.hits[b] >= mostOfRun {
		return true
	}
	most := int32(c.hits[b]) + min(c.high[a], c.high[b])
	return 3*most >= 2*min(c.size[a], c.size[b])
}

// formulaic finds the partners of a print that consists of common phrases: a
// table of figures, or a text of which there are a great many copies.
func (c *counter) formulaic(terms []int32, a int32, filled bool, found []Pair) []Pair {
	if !filled {
		c.table.fill(c.in[c.at[a]:c.at[a+1]])
	}
	for _, t := range terms {
		tm := c.terms[t]
		for _, b := range c.posts[tm.from:tm.to] {
			if c.hits[b] == 0 {
				c.touched = append(c.touched, b)
			}
			c.hits[b]++
		}
	}
	for _, b := range c.touched {
		if b != a && 3*int32(c.hits[b]) >= 2*min(c.size[a], c.size[b]) {
			found = c.verify(a, b, found)
		}
		c.hits[b] = 0
	}
	c.touched = c.touched[:0]
	return found
}

// verify compares the texts themselves; the table holds a.
func (c *counter) verify(a, b int32, found []Pair) []Pair {
	shared, run := c.table.compare(c.in[c.at[a]:c.at[a+1]], c.in[c.at[b]:c.at[b+1]])
	inA, inB := share(shared, c.size[a]), share(shared, c.size[b])
	p := Pair{
		A: int(a), B: int(b), InA: inA, InB: inB, Shared: shared, Run: run,
		Jaccard: share(shared, c.size[a]+c.size[b]-int32(shared)),
	}
	if a > b {
		p.A, p.B, p.InA, p.InB = p.B, p.A, p.InB, p.InA
	}
	if SameText(p) || run >= ExcerptLen || c.rare[b] >= fewRare {
		found = append(found, p)
	}
	return found
}

func share(n int, of int32) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}
