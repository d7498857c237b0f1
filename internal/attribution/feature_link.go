package attribution

import "hearsay/internal/linear"

// linkFeatures writes the features of a cue and a source or content that may
// belong to it, for the linker.
type linkFeatures struct {
	*spanFeatures
	out []linear.Feature
}

func (f *linkFeatures) add(template, a, b uint32) {
	f.out = append(f.out, linear.Mix((2000+template*2+b2(f.part == PartContent))*0x9e3779b1+a, b))
}

// of gives the features of the pair of cue candidate i and candidate k. The
// slice is valid until the next call.
func (f *linkFeatures) of(i, k int) []linear.Feature {
	cue, x := &f.cs[i], &f.cs[k]
	f.part = x.part
	f.out = f.out[:0]
	first, second, side := cue, x, uint32(0)
	if x.from < cue.from {
		first, second, side = x, cue, 1
	}
	gap := distanceBin(second.from - first.to)
	between := f.spanFeatures.between(first.to-1, second.from)
	cues, same := f.standing(i, k, first.to, second.from)
	apart := min(uint32(f.at(second.from).sentence-f.at(first.to-1).sentence), 2)
	head := f.headStem(cue)
	ruled := f.ruledTogether(cue, x)
	lie := side | apart<<1 | cues<<3 | same<<5
	f.add(0, lie, 0)
	f.add(1, lie, gap)
	f.add(2, lie, between)
	f.add(3, side|gap<<1, between)
	f.add(4, head, side|apart<<1|min(gap, 2)<<3)
	f.add(5, head, lie)
	f.add(6, ruled, side|apart<<1)
	f.add(7, ruled, cues|same<<2)
	f.add(8, f.at(x.from).word, side|min(gap, 2)<<1)
	f.add(9, uint32(f.at(x.from).tag)|uint32(f.at(cue.from).tag)<<5, lie)
	f.add(10, uint32(f.at(cue.to).tag)|uint32(f.at(cue.from-1).tag)<<5, side|apart<<1)
	f.add(11, f.at(first.to).word, side|apart<<1)
	f.add(12, f.at(second.from-1).word, side|apart<<1)
	f.add(13, uint32(f.at(x.from).quote)|uint32(f.at(x.to-1).quote)<<3, lie)
	f.rivals(i, k, gap)
	f.add(30, chanceBin(cue.chance), chanceBin(x.chance))
	f.add(31, chanceBin(x.chance), lie)
	f.add(32, chanceBin(cue.chance), lie)
	f.add(33, gap|min(uint32(second.from-first.to), 3)<<5, chanceBin(x.chance)/3|chanceBin(cue.chance)/3<<4)
	f.add(34, f.at(first.to).word, f.at(second.from-1).word^b2(gap < 4)<<7)
	f.add(35, f.at(cue.to-1).word, f.at(x.from).word^gap<<20)
	f.add(36, head, f.at(first.to).stem)
	f.add(37, head, f.at(x.from).word)
	f.add(38, f.at(cue.to-1).stem, uint32(f.at(x.from).tag)|min(gap, 3)<<5)
	if f.v.tree != nil {
		path := f.path(int(x.top), f.cueHead(cue))
		f.add(40, path, side|apart<<1)
		f.add(41, path, head)
		f.add(42, path, min(x.roots, 3)|lie<<2)
	}
	return f.out
}

// standing counts the likely cues, and the likely spans of x's part, that lie
// between the two.
func (f *linkFeatures) standing(i, k, from, to int) (cues, same uint32) {
	for n := max(0, min(i, k)-window); n < min(len(f.cs), max(i, k)+window); n++ {
		c := &f.cs[n]
		if n == i || n == k || c.chance < sure || c.from < from || c.to > to {
			continue
		}
		switch c.part {
		case PartCue:
			cues++
		case f.part:
			same++
		}
	}
	return min(cues, 3), min(same, 3)
}

// ruledTogether says whether the rules have the two in one finding.
func (f *linkFeatures) ruledTogether(cue, x *candidate) uint32 {
	a, b := f.ruledMost(cue), f.ruledMost(x)
	switch {
	case a < 0 && b < 0:
		return 0
	case a < 0:
		return 1
	case b < 0:
		return 2
	case a == b:
		return 3
	}
	return 4
}

// ruledMost is a finding of the rules that has a token of the candidate in the
// same part, -1 if none.
func (f *linkFeatures) ruledMost(c *candidate) int32 {
	for t := c.from; t < c.to; t++ {
		if m := f.markAt(t); m.finding >= 0 && (m.label == beginOf(c.part) || m.label == insideOf(c.part)) {
			return m.finding
		}
	}
	return -1
}

// rivals says whether another likely cue stands nearer to x, and whether
// another span of x's part stands nearer to the cue.
func (f *linkFeatures) rivals(i, k int, gap uint32) {
	cue, x := &f.cs[i], &f.cs[k]
	nearer, closer := uint32(13), uint32(13)
	var stem uint32
	for n := max(0, min(i, k)-window); n < min(len(f.cs), max(i, k)+window); n++ {
		c := &f.cs[n]
		if n == i || n == k || c.chance < sure || c.overlaps(cue.span) || c.overlaps(x.span) {
			continue
		}
		if c.part == PartCue {
			if d := distanceBin(apart(c.span, x.span)); d < nearer {
				nearer, stem = d, f.headStem(c)
			}
		} else if c.part == f.part {
			closer = min(closer, distanceBin(apart(c.span, cue.span)))
		}
	}
	f.add(20, gap|nearer<<4, b2(x.from < cue.from))
	f.add(21, gap|closer<<4, b2(x.from < cue.from))
	f.add(22, stem, b2(nearer < gap)|b2(x.from < cue.from)<<1)
	f.add(23, b2(nearer < gap)|b2(closer < gap)<<1, f.headStem(cue))
}

// apart is how many tokens lie between two spans.
func apart(a, b span) int {
	if a.from < b.from {
		return max(0, b.from-a.to)
	}
	return max(0, a.from-b.to)
}
