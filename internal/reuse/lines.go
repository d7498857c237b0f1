package reuse

import (
	"slices"

	"hearsay"
)

// line is a sentence of a doc, or the part of it that is quoted: words
// [from, to) of its print.
type line struct {
	doc      int
	from, to int
	quoted   bool
}

func (l line) len() int { return l.to - l.from }

const (
	// minLine is the shortest line that can be told to be the same utterance.
	minLine = 4
	// maxLine cuts sentences that nobody could have said in one breath, such
	// as a table without full stops.
	maxLine = 200
	// commonLine is the number of lines or docs above which three words in a
	// row, or a name, are too common to look anything up by.
	commonLine = 64
	// lineShingle is the number of words by which lines are looked up.
	lineShingle = 3
)

// linesOf are the lines of a print: each sentence, and before it each of its
// quoted parts that is shorter than the whole.
func linesOf(doc int, p *Print) []line {
	var ls []line
	for _, s := range stretches(p) {
		if s.to-s.from > maxLine {
			continue
		}
		whole := true
		for i := s.from; i < s.to; {
			j := i + 1
			quoted := p.Flags[i]&Quoted != 0
			for j < s.to && (p.Flags[j]&Quoted != 0) == quoted {
				j++
			}
			if whole = i == s.from && j == s.to; quoted && j-i >= minLine {
				ls = append(ls, line{doc, i, j, true})
			}
			i = j
		}
		if !(whole && p.Flags[s.from]&Quoted != 0) && s.to-s.from >= minLine {
			ls = append(ls, line{doc, s.from, s.to, false})
		}
	}
	return ls
}

// lineIndex finds the lines that share words in a row.
type lineIndex struct {
	lines []line
	posts []uint64 // hash of a shingle and place of a line, sorted
}

func newLineIndex(docs []Doc) *lineIndex {
	x := &lineIndex{}
	for i := range docs {
		if docs[i].Text != nil {
			x.lines = append(x.lines, linesOf(i, &docs[i].Print)...)
		}
	}
	for n, l := range x.lines {
		for _, h := range lineShingles(docs, l) {
			x.posts = append(x.posts, uint64(h)<<32|uint64(n))
		}
	}
	slices.Sort(x.posts)
	return x
}

func lineShingles(docs []Doc, l line) []uint32 {
	words := docs[l.doc].Print.Words[l.from:l.to]
	hs := make([]uint32, 0, len(words))
	for i := 0; i+lineShingle <= len(words); i++ {
		hs = append(hs, shingleHash(words[i:i+lineShingle]))
	}
	slices.Sort(hs)
	return slices.Compact(hs)
}

// near lists the lines of other docs that share at least two shingles with l
// of which not everybody makes use, or one where l is short.
func (x *lineIndex) near(docs []Doc, l line) []int {
	var hits []int
	for _, h := range lineShingles(docs, l) {
		at, _ := slices.BinarySearch(x.posts, uint64(h)<<32)
		end, _ := slices.BinarySearch(x.posts, (uint64(h)+1)<<32)
		if end-at > commonLine {
			continue
		}
		for _, p := range x.posts[at:end] {
			if n := int(p & 0xFFFFFFFF); x.lines[n].doc != l.doc {
				hits = append(hits, n)
			}
		}
	}
	slices.Sort(hits)
	need := 2
	if l.len() < 12 {
		need = 1
	}
	var found []int
	for i := 0; i < len(hits); {
		j := i
		for j < len(hits) && hits[j] == hits[i] {
			j++
		}
		if j-i >= need {
			found = append(found, hits[i])
		}
		i = j
	}
	return found
}

// span is the bytes of the line in its report.
func (l line) span(docs []Doc) hearsay.Span { return docs[l.doc].Print.Span(l.from, l.to) }
