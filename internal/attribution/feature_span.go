package attribution

import (
	"hearsay/internal/linear"
	"hearsay/internal/text"
)

// spanFeatures writes the features of candidate spans, for the ranker.
type spanFeatures struct {
	tokenFeatures // of the block
	cs            []candidate
	bonds         []bond      // of the candidates; none before the first round
	recurs        *recurrence // of the document; nil before the second round
	part          Part
	out           []linear.Feature
}

// window bounds how many candidates on either side are compared with one.
const window = 60

func (f *spanFeatures) add(template, a, b uint32) {
	f.out = append(f.out, linear.Mix((1000+template*4+uint32(f.part))*0x9e3779b1+a, b))
}

// of gives the features of candidate i. The slice is valid until the next call.
func (f *spanFeatures) of(i int) []linear.Feature {
	f.out = f.out[:0]
	c := &f.cs[i]
	f.part = c.part
	f.add(0, 0, 0)
	f.chances(i)
	f.edges(c)
	f.extent(c)
	f.quoting(c)
	f.ruledSpan(c)
	if c.part == PartCue {
		f.cueItself(c)
	}
	f.neighbours(i)
	if f.v.tree != nil {
		f.tree(i)
	}
	if f.bonds != nil {
		f.bonded(i)
	}
	if f.recurs != nil {
		f.document(c)
	}
	return f.out
}

// chanceBin is a probability in bins of its logarithmic odds.
func chanceBin(p float64) uint32 {
	for i, limit := range [...]float64{0.02, 0.035, 0.06, 0.1, 0.15, 0.2, 0.27, 0.35, 0.43, 0.5, 0.58, 0.66, 0.74, 0.81, 0.87, 0.92, 0.955, 0.98, 0.992} {
		if p < limit {
			return uint32(i)
		}
	}
	return 19
}

// chances says how the candidate stands to its rivals.
func (f *spanFeatures) chances(i int) {
	c := &f.cs[i]
	bin := chanceBin(c.chance)
	f.add(1, bin, 0)
	best, other, total, rank := 0.0, 0.0, 0.0, uint32(0)
	var rival span
	for k := max(0, i-window); k < min(len(f.cs), i+window); k++ {
		r := &f.cs[k]
		if k == i || !r.overlaps(c.span) {
			continue
		}
		if r.part != c.part {
			other = max(other, r.chance)
			continue
		}
		total += r.chance
		if r.chance > c.chance {
			rank++
		}
		if r.chance > best {
			best, rival = r.chance, r.span
		}
	}
	f.add(2, bin, chanceBin(best))
	f.add(3, bin, min(rank, 5))
	f.add(4, chanceBin(best), chanceBin(other))
	f.add(5, chanceBin(c.chance/(c.chance+total)), bin)
	if best > 0 {
		how := relationOf(c.span, rival)
		f.add(6, how, bin)
		f.add(7, how, chanceBin(best))
		f.add(8, how, f.rivalStep(c.span, rival))
	}
}

// relationOf says how two spans that overlap lie to one another.
func relationOf(a, b span) uint32 {
	return b2(a.from < b.from) | b2(a.from > b.from)<<1 | b2(a.to < b.to)<<2 | b2(a.to > b.to)<<3
}

// rivalStep is the word at which a rival goes on or stops.
func (f *spanFeatures) rivalStep(a, b span) uint32 {
	if a.to != b.to {
		return f.at(min(a.to, b.to)).word
	}
	return f.at(max(a.from, b.from)).word
}

func (f *spanFeatures) edges(c *candidate) {
	a, b := f.at(c.from), f.at(c.to-1)
	before, behind := f.at(c.from-1), f.at(c.to)
	before2, behind2 := f.at(c.from-2), f.at(c.to+1)
	f.add(10, a.word, 0)
	f.add(11, b.word, 0)
	f.add(12, before.word, 0)
	f.add(13, behind.word, 0)
	f.add(14, before.stem, a.word)
	f.add(15, b.word, behind.word)
	f.add(16, uint32(before.tag)|uint32(a.tag)<<5, 0)
	f.add(17, uint32(b.tag)|uint32(behind.tag)<<5, 0)
	f.add(18, uint32(before2.tag)|uint32(before.tag)<<5|uint32(a.tag)<<10, 0)
	f.add(19, uint32(b.tag)|uint32(behind.tag)<<5|uint32(behind2.tag)<<10, 0)
	f.add(20, behind.word, behind2.word)
	f.add(21, before2.stem, before.stem)
	f.add(22, a.word, f.at(c.from+1).word)
	f.add(23, uint32(before.tag)|uint32(a.tag)<<5|uint32(b.tag)<<10|uint32(behind.tag)<<15, 0)
	f.add(24, uint32(behind.tag)|uint32(behind2.tag)<<5|uint32(f.at(c.to+2).tag)<<10, 0)
	f.add(25, uint32(a.tag)|uint32(f.at(c.from+1).tag)<<5|uint32(f.at(c.from+2).tag)<<10, 0)
	f.add(26, behind.word, uint32(behind2.tag))
	f.add(27, uint32(before.likely)|uint32(behind.likely)<<4, uint32(before.tag)|uint32(behind.tag)<<5)
	f.add(28, before.word, behind.word)
	f.add(29, f.at(c.to-2).word, b.word)
}

func (f *spanFeatures) extent(c *candidate) {
	n := distanceBin(c.to - c.from)
	f.add(30, n, 0)
	f.add(31, n, chanceBin(c.chance))
	begins := b2(c.from == f.from || f.at(c.from).sentence != f.at(c.from-1).sentence)
	ends := uint32(0)
	switch {
	case c.to == f.to:
		ends = 1
	case f.at(c.to).sentence != f.at(c.to-1).sentence:
		ends = 2
	case f.at(c.to).tag == uint8(text.PUNCT) && (c.to+1 == f.to || f.at(c.to+1).sentence != f.at(c.to).sentence):
		ends = 3
	}
	sentences := min(uint32(f.at(c.to-1).sentence-f.at(c.from).sentence), 3)
	f.add(32, begins|ends<<1|sentences<<3, 0)
	f.add(33, begins|ends<<1|sentences<<3, n)
	f.add(34, begins|ends<<1, f.at(c.from).word)
	var set, verbs uint32
	for t := c.from; t < min(c.to, c.from+60); t++ {
		set |= uint32(f.v.row[t].boundary)
		if tag := text.Tag(f.at(t).tag); tag == text.VERB || tag == text.AUX {
			verbs++
		}
	}
	f.add(35, set, min(verbs, 4))
	f.add(36, min(verbs, 4), n)
	f.add(37, set, ends)
}

// quoting says how the candidate stands to quotations.
func (f *spanFeatures) quoting(c *candidate) {
	a, b := f.at(c.from).quote, f.at(c.to-1).quote
	before, behind := f.at(c.from-1).quote, f.at(c.to).quote
	in, out, opens, closes := uint32(0), uint32(0), uint32(0), uint32(0)
	for t := c.from; t < c.to; t++ {
		switch f.at(t).quote {
		case quoteOut:
			out = 1
		case quoteOpens:
			opens++
		case quoteCloses:
			closes++
		default:
			in = 1
		}
	}
	balance := b2(opens > closes) | b2(closes > opens)<<1 | min(opens, 2)<<2
	f.add(40, uint32(a)|uint32(b)<<3|uint32(before)<<6|uint32(behind)<<9, 0)
	f.add(41, in|out<<1|balance<<2, 0)
	f.add(42, in|out<<1|balance<<2, uint32(a)|uint32(b)<<3)
	f.add(43, balance, distanceBin(c.to-c.from))
}

// ruledSpan says what the rules make of the candidate.
func (f *spanFeatures) ruledSpan(c *candidate) {
	a, b := f.markAt(c.from), f.markAt(c.to-1)
	exact := b2(c.rule >= 0)
	begin := b2(a.label == beginOf(c.part))
	end := b2((b.label == insideOf(c.part) || b.label == beginOf(c.part)) && f.markAt(c.to).label != insideOf(c.part))
	touched := uint32(0)
	for t := c.from; t < c.to; t++ {
		if m := f.markAt(t); m.finding >= 0 {
			touched |= 1 << ((m.label - 1) / 2)
		}
	}
	key := exact | begin<<1 | end<<2 | touched<<3
	f.add(50, key, 0)
	f.add(51, key|uint32(a.class)<<8, chanceBin(c.chance))
	f.add(52, key, distanceBin(c.to-c.from))
	f.add(53, key, f.at(c.from).word)
	f.add(54, key, f.at(c.to).word)
	f.add(55, key|uint32(f.markAt(c.from-1).label)<<8|uint32(f.markAt(c.to).label)<<12, 0)
}

func (f *spanFeatures) cueItself(c *candidate) {
	whole, tags := uint32(7), uint32(7)
	head := c.from
	for t := c.from; t < min(c.to, c.from+8); t++ {
		r := f.at(t)
		whole = linear.Mix(whole, r.stem)
		tags = linear.Mix(tags, uint32(r.tag))
		if r.likely >= f.at(head).likely {
			head = t
		}
	}
	h := f.at(head)
	f.add(60, whole, 0)
	f.add(61, tags, 0)
	f.add(62, h.stem, uint32(h.tag))
	f.add(63, h.stem, f.at(c.to).word)
	f.add(64, h.stem, uint32(f.at(c.to).tag)|uint32(f.at(c.from-1).tag)<<5)
	f.add(65, h.stem, tags)
	f.add(66, uint32(h.likely), uint32(f.at(c.to).tag)|uint32(f.at(c.from-1).tag)<<5)
	f.add(67, uint32(head-c.from)|uint32(c.to-1-head)<<4, uint32(h.likely))
	f.add(68, f.at(c.from).word, h.stem)
	f.add(69, f.at(c.to-1).stem, h.stem)
}

// neighbours says what stands beside the candidate: the surest candidate of
// each part on either side, how far, and what lies between.
func (f *spanFeatures) neighbours(i int) {
	c := &f.cs[i]
	for part := range parts {
		back, ahead := f.beside(i, part)
		var key [2]uint32
		if back >= 0 {
			n := &f.cs[back]
			gap := distanceBin(c.from - n.to)
			between := f.between(n.to-1, c.from)
			key[0] = 1 + gap
			f.add(70+uint32(part), gap|between<<5, chanceBin(n.chance))
			if part == PartCue {
				f.add(75, f.headStem(n), gap|between<<5)
				f.add(76, f.headStem(n), f.at(c.from).word)
				f.add(77, f.headStem(n), uint32(f.at(c.from).tag)|min(gap, 3)<<5)
			}
		}
		if ahead >= 0 {
			n := &f.cs[ahead]
			gap := distanceBin(n.from - c.to)
			between := f.between(c.to-1, n.from)
			key[1] = 1 + gap
			f.add(80+uint32(part), gap|between<<5, chanceBin(n.chance))
			if part == PartCue {
				f.add(85, f.headStem(n), gap|between<<5)
				f.add(86, f.headStem(n), f.at(c.to).word)
				f.add(87, f.headStem(n), uint32(f.at(c.to).tag)|min(gap, 3)<<5)
			}
		}
		f.add(90+uint32(part), key[0]|key[1]<<5, 0)
	}
}

// sure is the chance from which on a neighbour counts without being compared.
const sure = 0.5

// beside finds the nearest candidate of a part before and behind i that is
// likely, else the likeliest in reach.
func (f *spanFeatures) beside(i int, part Part) (back, ahead int) {
	c := &f.cs[i]
	back, ahead = -1, -1
	for k := i - 1; k >= max(0, i-window); k-- {
		n := &f.cs[k]
		if n.part == part && n.to <= c.from && n.chance > 0.1 {
			if back < 0 || n.chance > f.cs[back].chance {
				back = k
			}
			if n.chance >= sure {
				break
			}
		}
	}
	for k := i + 1; k < min(len(f.cs), i+window); k++ {
		n := &f.cs[k]
		if n.part == part && n.from >= c.to && n.chance > 0.1 {
			if ahead < 0 || n.chance > f.cs[ahead].chance {
				ahead = k
			}
			if n.chance >= sure {
				break
			}
		}
	}
	return back, ahead
}

// headStem is the stem of the word of a cue that is likeliest to carry it.
func (f *spanFeatures) headStem(c *candidate) uint32 { return f.at(f.cueHead(c)).stem }
