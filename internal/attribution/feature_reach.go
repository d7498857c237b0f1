package attribution

import "hearsay/internal/text"

// reach says of a content how far it goes: what it breaks at inside, what stands
// behind it to the end of the sentence, which likely cue it takes in, and what
// those that share its begin or its end make of the difference.
func (f *spanFeatures) reach(i int) {
	c := &f.cs[i]
	f.breaks(c)
	f.rest(c)
	f.takesIn(i)
	f.longerAndShorter(i)
	if f.v.tree != nil {
		f.stopsWithCue(i)
	}
}

// breaks says where the candidate could have ended earlier, or begun later.
func (f *spanFeatures) breaks(c *candidate) {
	last, first, n := -1, -1, uint32(0)
	for t := c.from + 1; t < c.to-1; t++ {
		if !f.breaksAt(t) {
			continue
		}
		last = t
		if first < 0 {
			first = t
		}
		n++
	}
	f.add(150, min(n, 4), distanceBin(c.to-c.from))
	if last < 0 {
		return
	}
	mark, go1, go2 := f.at(last), f.at(last+1), f.at(last+2)
	tail := distanceBin(c.to - last)
	f.add(151, mark.word, go1.word)
	f.add(152, mark.word, uint32(go1.tag)|uint32(go2.tag)<<5|min(tail, 10)<<10)
	f.add(153, go1.word, tail)
	mark, go1, go2 = f.at(first), f.at(first+1), f.at(first+2)
	f.add(154, mark.word, go1.word)
	f.add(155, mark.word, uint32(go1.tag)|uint32(go2.tag)<<5|distanceBin(first-c.from)<<10)
	if f.v.tree != nil {
		where, relation := hangs(f.v.tree, last+1, span{c.part, c.from, last}, f.to)
		f.add(156, where|relation<<3, mark.word)
		f.add(157, where|relation<<3, tail|uint32(f.at(last+1).tag)<<5)
		where, relation = hangs(f.v.tree, first-1, span{c.part, first + 1, c.to}, f.to)
		f.add(158, where|relation<<3, mark.word)
		f.add(159, where|relation<<3, uint32(f.at(c.from).tag)|distanceBin(first-c.from)<<5)
	}
}

// breaksAt tells whether token t is a mark that may end a clause.
func (f *spanFeatures) breaksAt(t int) bool {
	r := f.at(t)
	return r.boundary&(1|16) != 0 && r.quote != quoteOpens && r.quote != quoteCloses
}

// rest says what stands between the end of the candidate and that of its
// sentence.
func (f *spanFeatures) rest(c *candidate) {
	end := c.to
	var set, verbs, likely uint32
	for end < f.to && f.at(end).sentence == f.at(c.to-1).sentence && end < c.to+40 {
		r := f.at(end)
		set |= uint32(r.boundary)
		if tag := text.Tag(r.tag); tag == text.VERB || tag == text.AUX {
			verbs++
		}
		likely = max(likely, uint32(r.likely))
		end++
	}
	n := distanceBin(end - c.to)
	f.add(160, n, min(verbs, 3)|set<<2)
	f.add(161, n|min(verbs, 3)<<5, f.at(c.to).word)
	f.add(162, n|likely<<5, uint32(f.at(c.to).tag))
	begin := c.from
	for begin > f.from && f.at(begin-1).sentence == f.at(c.from).sentence && begin > c.from-20 {
		begin--
	}
	f.add(163, n|distanceBin(c.from-begin)<<5, distanceBin(c.to-c.from))
}

// takesIn says which likely cue and source stand inside.
func (f *spanFeatures) takesIn(i int) {
	c := &f.cs[i]
	var best [parts]int
	for k := range best {
		best[k] = -1
	}
	for k := max(0, i-window); k < min(len(f.cs), i+window); k++ {
		n := &f.cs[k]
		if n.part != c.part && n.from >= c.from && n.to <= c.to && (best[n.part] < 0 || n.chance > f.cs[best[n.part]].chance) {
			best[n.part] = k
		}
	}
	cue, source := best[PartCue], best[PartSource]
	if cue < 0 || f.cs[cue].chance < 0.05 {
		f.add(170, 0, 0)
		return
	}
	n := &f.cs[cue]
	bin := chanceBin(n.chance)
	near := uint32(0)
	if source >= 0 {
		near = 1 + chanceBin(f.cs[source].chance)/4
	}
	before, behind := distanceBin(n.from-c.from), distanceBin(c.to-n.to)
	f.add(170, 1+bin, near)
	f.add(171, bin, before|behind<<5)
	f.add(172, f.headStem(n), bin/3)
	f.add(173, f.headStem(n), uint32(f.at(n.from-1).tag)|min(behind, 3)<<5|min(before, 3)<<10)
	f.add(174, bin, uint32(f.at(n.from-1).tag)|uint32(f.at(n.to).tag)<<5|uint32(f.at(n.from).quote)<<10)
	f.add(175, bin, chanceBin(c.chance))
}

// longerAndShorter compares with the likeliest that begin alike and go farther
// or less far, and that end alike.
func (f *spanFeatures) longerAndShorter(i int) {
	c := &f.cs[i]
	longer, shorter, later, earlier := -1, -1, -1, -1
	better := func(a *int, k int) {
		if *a < 0 || f.cs[k].chance > f.cs[*a].chance {
			*a = k
		}
	}
	for k := max(0, i-window); k < min(len(f.cs), i+window); k++ {
		n := &f.cs[k]
		if k == i || n.part != c.part {
			continue
		}
		switch {
		case n.from == c.from && n.to > c.to:
			better(&longer, k)
		case n.from == c.from:
			better(&shorter, k)
		case n.to == c.to && n.from > c.from:
			better(&later, k)
		case n.to == c.to:
			better(&earlier, k)
		}
	}
	own := chanceBin(c.chance)
	for j, k := range []int{longer, shorter, later, earlier} {
		t := 180 + 4*uint32(j)
		if k < 0 {
			f.add(t, 31, own)
			continue
		}
		n := &f.cs[k]
		bin := chanceBin(n.chance)
		f.add(t, bin, own)
		odds := b2(n.chance > c.chance) | b2(n.chance > 3*c.chance)<<1 | b2(3*n.chance < c.chance)<<2
		f.add(t+1, odds, f.rivalStep(c.span, n.span))
		a, b := min(c.to, n.to), max(c.to, n.to)
		if j > 1 {
			a, b = min(c.from, n.from), max(c.from, n.from)
		}
		f.add(t+2, odds|distanceBin(b-a)<<3, uint32(f.at(a).tag)|uint32(f.at(a-1).tag)<<5|uint32(f.at(a+1).tag)<<10)
		f.add(t+3, f.at(a).word, f.at(a+1).word)
	}
}

// stopsWithCue says whether the candidate ends with all that hangs on its cue,
// and what of the cue stands beside it.
func (f *spanFeatures) stopsWithCue(i int) {
	c := &f.cs[i]
	near := -1
	if f.bonds != nil && f.bonds[i].chance[PartCue] > 0 {
		near = int(f.bonds[i].with[PartCue])
	} else {
		back, ahead := f.beside(i, PartCue)
		near = ahead
		if back >= 0 && (ahead < 0 || c.from-f.cs[back].to <= f.cs[ahead].from-c.to) {
			near = back
		}
	}
	if near < 0 {
		return
	}
	rows := f.v.tree
	cue := f.cueHead(&f.cs[near])
	r := &rows[cue]
	side := b2(cue < c.from)
	end := edgeOf(c.to, f.withoutMarks(int(r.last), c))
	begin := edgeOf(int(r.first), c.from)
	how := uint32(rows[c.top].relation)
	stem := f.at(cue).stem
	to, toHow := f.crossing(c.to, c.span, cue)
	from, fromHow := f.crossing(c.from-1, c.span, cue)
	f.add(200, end|begin<<2|side<<4, how)
	f.add(201, to|toHow<<3, side|end<<1)
	f.add(202, to|toHow<<3, f.at(c.to).word)
	f.add(203, to|toHow<<3|side<<10, stem)
	f.add(204, from|fromHow<<3, side|begin<<1)
	f.add(205, from|fromHow<<3, f.at(c.from).word)
	f.add(206, to|toHow<<3, how|side<<8)
	f.add(207, to|toHow<<3|uint32(f.at(c.to).tag)<<10, uint32(f.at(c.to+1).tag)|min(c.roots, 3)<<5)
}

// crossing tells where what token t beside a span is part of hangs: in the
// span, on the cue, on what is above the cue, or elsewhere.
func (f *spanFeatures) crossing(t int, s span, cue int) (where, relation uint32) {
	if t < f.from || t >= f.to {
		return 0, 0
	}
	rows := f.v.tree
	if t == cue {
		return 5, 0
	}
	for range farUp {
		r := &rows[t]
		h := int(r.head)
		switch {
		case h < 0:
			return 1, uint32(r.relation)
		case h >= s.from && h < s.to:
			return 2, uint32(r.relation)
		case h == cue:
			return 3, uint32(r.relation)
		case int32(h) == rows[cue].head:
			return 4, uint32(r.relation)
		case h < s.from != (t < s.from):
			return 6, uint32(r.relation)
		}
		t = h
	}
	return 7, 0
}
