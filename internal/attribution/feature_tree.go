package attribution

import (
	"hearsay/internal/syntax"
	"hearsay/internal/text"
)

// farUp bounds how far up a tree features look.
const farUp = 12

// treeRow is where a token stands in the tree of its sentence.
type treeRow struct {
	head        int32 // token, -1 for the root
	first, last int32 // all that hangs on it is [first, last)
	relation    uint8
}

// treeRows tells of each token what hangs on it.
func treeRows(trees *syntax.Trees) []treeRow {
	rows := make([]treeRow, len(trees.Heads))
	waiting := make([]int32, len(rows)) // dependents that are not done
	for t, head := range trees.Heads {
		rows[t] = treeRow{head, int32(t), int32(t) + 1, uint8(relationSeen(trees.Relations[t]))}
		if head >= 0 {
			waiting[head]++
		}
	}
	var done []int32
	for t := range rows {
		if waiting[t] == 0 {
			done = append(done, int32(t))
		}
	}
	for len(done) > 0 {
		r := &rows[done[len(done)-1]]
		done = done[:len(done)-1]
		if r.head < 0 {
			continue
		}
		h := &rows[r.head]
		h.first, h.last = min(h.first, r.first), max(h.last, r.last)
		if waiting[r.head]--; waiting[r.head] == 0 {
			done = append(done, r.head)
		}
	}
	return rows
}

// relationSeen is a relation without its subtype, but for passive subjects and
// relative clauses.
func relationSeen(r syntax.Relation) syntax.Relation {
	if r == syntax.NsubjPassive || r == syntax.AclRelative {
		return r
	}
	return r.Universal()
}

// tree says how the candidate stands in the tree of its sentence.
func (f *spanFeatures) tree(i int) {
	c := &f.cs[i]
	rows := f.v.tree
	top, roots := int(c.top), c.roots
	r := &rows[top]
	edges := edgeOf(int(r.first), c.from) | edgeOf(c.to, f.withoutMarks(int(r.last), c))<<2
	whole := edges | min(roots, 3)<<4
	relation, tag := uint32(r.relation), uint32(f.at(top).tag)
	head, headTag := &edge, uint32(30)
	if r.head >= 0 {
		head = f.at(int(r.head))
		headTag = uint32(head.tag)
	}
	how := relation | tag<<6 | headTag<<11
	f.add(120, how, 0)
	f.add(121, whole, relation)
	f.add(122, whole, how)
	f.add(123, head.stem, relation)
	f.add(124, head.stem, whole)
	f.add(125, uint32(head.likely), whole|relation<<8)
	f.add(126, f.at(top).stem, relation)
	end, endRelation := hangs(rows, c.to, c.span, f.to)
	begin, beginRelation := hangs(rows, c.from-1, c.span, f.to)
	if c.from <= f.from {
		begin, beginRelation = 0, 0
	}
	f.add(127, end|endRelation<<3, uint32(f.at(c.to-1).tag))
	f.add(128, end|endRelation<<3, f.at(c.to).word)
	f.add(129, end|endRelation<<3, relation|edges<<6)
	f.add(130, begin|beginRelation<<3, uint32(f.at(c.from).tag))
	f.add(131, begin|beginRelation<<3, f.at(c.from).word)
	f.add(132, begin|beginRelation<<3|end<<10|endRelation<<13, whole)
	f.add(133, uint32(rows[c.from].relation)|uint32(rows[c.to-1].relation)<<6, whole)
	f.add(134, whole, distanceBin(c.to-c.from))
	f.add(135, end|endRelation<<3, chanceBin(c.chance))
	f.add(136, whole|relation<<8, chanceBin(c.chance))
	back, ahead := f.beside(i, PartCue)
	near, side := ahead, uint32(0)
	if back >= 0 && (ahead < 0 || c.from-f.cs[back].to <= f.cs[ahead].from-c.to) {
		near, side = back, 1
	}
	if c.part != PartCue && near >= 0 {
		cue := f.cueHead(&f.cs[near])
		path := f.path(top, cue)
		stem := f.at(cue).stem
		f.add(137, path, side|whole<<1)
		f.add(138, path, stem)
		f.add(139, stem, relation|side<<8|whole<<9)
	}
}

// topOf is the token of a span that stands highest in the tree, the first of
// several, and how many have their head outside.
func topOf(rows []treeRow, s span) (top int32, roots uint32) {
	most := int32(0)
	for t := s.from; t < s.to; t++ {
		r := &rows[t]
		if h := int(r.head); h >= s.from && h < s.to {
			continue
		}
		roots++
		if n := r.last - r.first; n > most {
			top, most = int32(t), n
		}
	}
	return top, roots
}

// findTops finds the tops of candidates.
func findTops(rows []treeRow, cs []candidate) {
	for i := range cs {
		cs[i].top, cs[i].roots = topOf(rows, cs[i].span)
	}
}

// withoutMarks is the end of a subtree without the marks that it ends in, if
// the candidate goes no farther.
func (f *spanFeatures) withoutMarks(last int, c *candidate) int {
	for last > c.to && last > f.from && last <= f.to && f.at(last-1).tag == uint8(text.PUNCT) {
		last--
	}
	return last
}

// edgeOf tells whether a begins before b, at it or behind.
func edgeOf(a, b int) uint32 {
	switch {
	case a < b:
		return 0
	case a == b:
		return 1
	}
	return 2
}

// hangs tells of token t beside a span where what it is part of hangs, and how:
// in the span, before it, behind it, or nowhere.
func hangs(rows []treeRow, t int, s span, end int) (where, relation uint32) {
	if t < 0 || t >= end {
		return 0, 0
	}
	for range farUp {
		r := &rows[t]
		h := int(r.head)
		switch {
		case h < 0:
			return 1, uint32(r.relation)
		case h >= s.from && h < s.to:
			return 2, uint32(r.relation)
		case (h < s.from) != (t < s.from):
			return 3, uint32(r.relation)
		}
		t = h
	}
	return 4, 0
}

// path says how token a and the head b of a cue hang together.
func (f *spanFeatures) path(a, b int) uint32 {
	rows := f.v.tree
	if up := climb(rows, a, b); up > 0 {
		return up
	}
	if down := climb(rows, b, a); down > 0 {
		return down + 1<<9
	}
	ha, hb := rows[a].head, rows[b].head
	if ha >= 0 && ha == hb {
		return 1<<10 | uint32(rows[a].relation) | uint32(rows[b].relation)<<12
	}
	if hb >= 0 {
		if up := climb(rows, a, int(hb)); up > 0 {
			return 1<<11 | up | uint32(rows[b].relation)<<12
		}
	}
	return 0
}

// climb goes from a up to b: how many steps, up to 4, and the relation of the
// last one. 0 if b is not above.
func climb(rows []treeRow, a, b int) uint32 {
	for steps := uint32(1); steps <= 4; steps++ {
		h := int(rows[a].head)
		if h < 0 {
			return 0
		}
		if h == b {
			return min(steps, 3) | uint32(rows[a].relation)<<2
		}
		a = h
	}
	return 0
}

// cueHead is the token of a cue that is likeliest to carry it.
func (f *spanFeatures) cueHead(c *candidate) int {
	head := c.from
	for t := c.from; t < min(c.to, c.from+8); t++ {
		if f.at(t).likely >= f.at(head).likely {
			head = t
		}
	}
	return head
}
