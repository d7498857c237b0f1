package reuse

import (
	"cmp"
	"slices"

	"hearsay"
	"hearsay/internal/text"
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

// Lines finds the lines that share words in a row, again and again. It remembers
// the lines of the docs that it was given, by their Text, and what was near to
// which of them.
type Lines struct {
	lines []line
	of    map[*text.Document][2]int // lines of each doc: the first, and that behind the last
	posts []uint64                  // hash of a shingle and place of a line, sorted
	found map[int][]int             // near by place of a line
}

// take brings the lines up to date with docs. If one that was there is not, it
// begins anew.
func (x *Lines) take(docs []Doc) {
	there := 0
	for i := range docs {
		if _, known := x.of[docs[i].Text]; known {
			there++
		}
	}
	if there < len(x.of) || x.of == nil {
		*x = Lines{of: map[*text.Document][2]int{}, found: map[int][]int{}}
	}
	var fresh []uint64
	for i := range docs {
		if docs[i].Text == nil {
			continue
		}
		at, known := x.of[docs[i].Text]
		if !known {
			at[0] = len(x.lines)
			x.lines = append(x.lines, linesOf(i, &docs[i].Print)...)
			at[1] = len(x.lines)
			x.of[docs[i].Text] = at
			for n := at[0]; n < at[1]; n++ {
				for _, h := range lineShingles(docs, x.lines[n]) {
					fresh = append(fresh, uint64(h)<<32|uint64(n))
				}
			}
		}
		for n := at[0]; n < at[1]; n++ {
			x.lines[n].doc = i
		}
	}
	if len(fresh) > 0 {
		slices.Sort(fresh)
		x.forgetNear(docs, fresh)
		x.posts = merge(x.posts, fresh)
	}
}

// forgetNear forgets what is near to lines that share words with new ones.
func (x *Lines) forgetNear(docs []Doc, fresh []uint64) {
	if len(x.found) == 0 {
		return
	}
	hashes := make(map[uint32]bool, len(fresh))
	for _, p := range fresh {
		hashes[uint32(p>>32)] = true
	}
	for n := range x.found {
		if slices.ContainsFunc(lineShingles(docs, x.lines[n]), func(h uint32) bool { return hashes[h] }) {
			delete(x.found, n)
		}
	}
}

func merge(a, b []uint64) []uint64 {
	if len(a) == 0 {
		return b
	}
	all := make([]uint64, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0] <= b[0] {
			all, a = append(all, a[0]), a[1:]
		} else {
			all, b = append(all, b[0]), b[1:]
		}
	}
	return append(append(all, a...), b...)
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

// near lists the lines of other docs that share at least two shingles with line n
// of which not everybody makes use, or one where it is short. They come by doc.
func (x *Lines) near(docs []Doc, n int) []int {
	found, known := x.found[n]
	if !known {
		found = x.look(docs, x.lines[n])
		x.found[n] = found
	}
	slices.SortFunc(found, func(a, b int) int { return cmp.Or(cmp.Compare(x.lines[a].doc, x.lines[b].doc), cmp.Compare(a, b)) })
	return found
}

func (x *Lines) look(docs []Doc, l line) []int {
	var hits []int
	for _, h := range lineShingles(docs, l) {
		at, _ := slices.BinarySearch(x.posts, uint64(h)<<32)
		end := at
		for end < len(x.posts) && x.posts[end]>>32 == uint64(h) && end-at <= commonLine {
			end++
		}
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
