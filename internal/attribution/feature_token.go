package attribution

import "hearsay/internal/linear"

// tokenFeatures writes the features of the tokens of one block, for the chain.
type tokenFeatures struct {
	v        *view
	from, to int      // the block
	prev     []int32  // the likely cue before each token, -1 if there is none
	next     []int32  // and the one behind it
	since    []uint32 // what between says from the one before
	until    []uint32 // and to the one behind
	sentence []sentenceRow
	out      []linear.Feature
}

// each gives the features and the class of every token of a block.
func (f *tokenFeatures) each(block [2]int, yield func(t int, features []linear.Feature, class uint8)) {
	f.open(block[0], block[1])
	s := 0
	for t := f.from; t < f.to; t++ {
		if t >= f.sentence[s].to {
			s++
		}
		yield(t, f.of(t, s), f.stepClass(t))
	}
}

// sentenceRow is what the features of a token say of its sentence.
type sentenceRow struct {
	from, to int
	cues     uint8 // likely cues, up to 3
	quotes   bool
	rule     bool
}

// edge stands for the words before and behind a block.
var edge = tokenRow{word: 1, stem: 1, suffix: 1, prefix: 1, tag: 31, shape: 15, quote: 7, likely: 15}

func (f *tokenFeatures) at(t int) *tokenRow {
	if t < f.from || t >= f.to {
		return &edge
	}
	return &f.v.row[t]
}

func (f *tokenFeatures) markAt(t int) ruleMark {
	if t < f.from || t >= f.to {
		return ruleMark{label: 7, finding: -1}
	}
	return f.v.marks[t]
}

// open begins a block: it finds the likely cues around each token, and what
// stands between.
func (f *tokenFeatures) open(from, to int) {
	f.from, f.to = from, to
	n := to - from
	if cap(f.prev) < n {
		f.prev, f.next = make([]int32, n), make([]int32, n)
		f.since, f.until = make([]uint32, n), make([]uint32, n)
	}
	f.prev, f.next, f.since, f.until = f.prev[:n], f.next[:n], f.since[:n], f.until[:n]
	walk := cueWalk{v: f.v, last: -1}
	for i := range n {
		f.prev[i], f.since[i] = walk.step(from + i)
	}
	walk = cueWalk{v: f.v, last: -1}
	for i := n - 1; i >= 0; i-- {
		f.next[i], f.until[i] = walk.step(from + i)
	}
	f.sentences()
}

// cueWalk goes over tokens in one direction and remembers the last likely cue
// and the boundaries since.
type cueWalk struct {
	v    *view
	last int32
	set  uint32
}

// step tells what was before token t, and goes over it.
func (w *cueWalk) step(t int) (last int32, between uint32) {
	last, between = w.last, w.set
	switch {
	case last < 0:
		between = noCue
	case max(t-int(last), int(last)-t) > farCue:
		between = tooFar
	}
	if w.v.cueLike(t) {
		w.last, w.set = int32(t), 0
	} else {
		w.set |= uint32(w.v.row[t].boundary)
	}
	return last, between
}

// What between says where there is nothing to look at, and how far it looks.
const (
	noCue  = 64
	tooFar = 65
	farCue = 60
)

func (f *tokenFeatures) sentences() {
	f.sentence = f.sentence[:0]
	for t := f.from; t < f.to; t++ {
		r := &f.v.row[t]
		if t == f.from || r.sentence != f.v.row[t-1].sentence {
			f.sentence = append(f.sentence, sentenceRow{from: t})
		}
		s := &f.sentence[len(f.sentence)-1]
		s.to = t + 1
		if f.v.cueLike(t) {
			s.cues = min(s.cues+1, 3)
		}
		s.quotes = s.quotes || r.quote != quoteOut
		s.rule = s.rule || f.v.marks[t].finding >= 0
	}
}

// cueLike tells whether a token is likely part of a cue, before any model ran.
func (v *view) cueLike(t int) bool {
	m := v.marks[t].label
	return v.row[t].likely >= likelyCue && v.row[t].quote == quoteOut || m == beginOf(PartCue) || m == insideOf(PartCue)
}

func (f *tokenFeatures) add(template uint32, a, b uint32) {
	f.out = append(f.out, linear.Mix(template*0x9e3779b1+a, b))
}

// of gives the features of token t, which is in sentence number s of the
// block. The slice is valid until the next call.
func (f *tokenFeatures) of(t, s int) []linear.Feature {
	f.out = f.out[:0]
	f.words(t)
	f.tags(t)
	f.cues(t)
	f.place(t, &f.sentence[s])
	f.ruled(t)
	return f.out
}

func (f *tokenFeatures) words(t int) {
	for k := -4; k <= 4; k++ {
		f.add(uint32(10+k), f.at(t+k).word, 0)
	}
	for k := -2; k <= 2; k++ {
		f.add(uint32(20+k), f.at(t+k).stem, 0)
	}
	r, a, b := f.at(t), f.at(t-1), f.at(t+1)
	f.add(30, a.stem, r.stem)
	f.add(31, r.stem, b.stem)
	f.add(32, a.stem, b.stem)
	f.add(33, b.stem, f.at(t+2).stem)
	f.add(34, f.at(t-2).stem, a.stem)
	f.add(35, r.suffix, uint32(r.shape))
	f.add(36, r.prefix, uint32(r.tag))
	f.add(37, uint32(r.shape)|uint32(a.shape)<<4|uint32(b.shape)<<8, 0)
	f.add(38, r.stem, uint32(b.tag))
	f.add(39, r.stem, uint32(a.tag))
	f.add(40, a.stem, uint32(r.tag))
	f.add(41, b.stem, uint32(r.tag))
	f.add(42, b.suffix, uint32(r.tag))
	f.add(43, a.suffix, uint32(r.tag))
}

func (f *tokenFeatures) tags(t int) {
	var g [7]uint32
	for k := range g {
		g[k] = uint32(f.at(t + k - 3).tag)
		f.add(uint32(50+k), g[k], 0)
	}
	for k := 0; k+1 < len(g); k++ {
		f.add(uint32(60+k), g[k]|g[k+1]<<5, 0)
	}
	for k := 0; k+2 < len(g); k++ {
		f.add(uint32(70+k), g[k]|g[k+1]<<5|g[k+2]<<10, 0)
	}
	q := uint32(f.at(t).quote)
	f.add(80, q|uint32(f.at(t-1).quote)<<3|uint32(f.at(t+1).quote)<<6, 0)
	f.add(81, q, g[3])
	f.add(82, q|uint32(f.at(t-2).quote)<<3|uint32(f.at(t+2).quote)<<6, g[3])
}

func (f *tokenFeatures) cues(t int) {
	a, r, b := uint32(f.at(t-1).likely), uint32(f.at(t).likely), uint32(f.at(t+1).likely)
	q := uint32(f.at(t).quote)
	f.add(90, r|q<<4, 0)
	f.add(91, a|r<<4|b<<8, 0)
	f.add(92, b, q)
	f.add(93, a, q)
	back, ahead := f.prev[t-f.from], f.next[t-f.from]
	before, behind := f.distance(back, t), f.distance(ahead, t)
	f.add(94, before|behind<<5, q)
	since, until := f.since[t-f.from], f.until[t-f.from]
	f.add(95, before, since)
	f.add(96, behind, until)
	if back >= 0 {
		c := f.v.row[back]
		f.add(97, c.stem, before)
		f.add(98, c.stem, since)
		f.add(99, c.stem, uint32(f.at(t).tag)|min(before, 4)<<5)
		f.add(105, uint32(c.likely), before|uint32(f.at(t).tag)<<5)
	}
	if ahead >= 0 {
		c := f.v.row[ahead]
		f.add(100, c.stem, behind)
		f.add(101, c.stem, until)
		f.add(102, c.stem, uint32(f.at(t).tag)|min(behind, 4)<<5)
		f.add(106, uint32(c.likely), behind|uint32(f.at(t).tag)<<5)
	}
	f.add(103, since, until|q<<8)
}

// distance is how far the likely cue c stands from t, in bins: 0 if there is
// none, more for another sentence.
func (f *tokenFeatures) distance(c int32, t int) uint32 {
	if c < 0 {
		return 0
	}
	d := t - int(c)
	if d < 0 {
		d = -d
	}
	bin := distanceBin(d)
	if f.v.row[c].sentence != f.v.row[t].sentence {
		bin += 16
	}
	return bin
}

func distanceBin(d int) uint32 {
	switch {
	case d <= 6:
		return uint32(d)
	case d <= 8:
		return 7
	case d <= 11:
		return 8
	case d <= 15:
		return 9
	case d <= 22:
		return 10
	case d <= 32:
		return 11
	case d <= 50:
		return 12
	}
	return 13
}

// between says which boundaries stand between tokens a and b: a comma, "that",
// "to", a quotation mark, another mark, a relative.
func (f *tokenFeatures) between(a, b int) uint32 {
	if b-a > farCue {
		return tooFar
	}
	var set uint32
	for t := a + 1; t < b; t++ {
		set |= uint32(f.v.row[t].boundary)
	}
	return set
}

// boundaryOf is the bit that token t sets in between.
func (v *view) boundaryOf(t int) uint8 {
	if q := v.row[t].quote; q == quoteOpens || q == quoteCloses {
		return 8
	}
	switch v.low[t] {
	case ",":
		return 1
	case "that":
		return 2
	case "to":
		return 4
	case ":", ";", "—", "–", "--", ".", "?", "!", "(":
		return 16
	case "who", "which", "because", "as", "when", "while", "after", "if", "and", "but":
		return 32
	}
	return 0
}

func (f *tokenFeatures) place(t int, s *sentenceRow) {
	r := f.at(t)
	kind := uint32(s.cues) | b2(s.quotes)<<2 | b2(s.rule)<<3
	f.add(110, kind, uint32(r.quote))
	f.add(111, kind, uint32(r.tag))
	fromBegin, fromEnd := distanceBin(t-s.from), distanceBin(s.to-1-t)
	f.add(112, fromBegin, kind)
	f.add(113, fromEnd, kind)
	f.add(114, min(fromBegin, 3)|min(fromEnd, 3)<<2, uint32(r.tag))
	f.add(115, distanceBin(t-f.from), uint32(r.quote))
	f.add(116, f.at(s.from).word, kind)
	f.add(117, distanceBin(t-f.from)|distanceBin(f.to-1-t)<<4, b2(s.rule))
}

func (f *tokenFeatures) ruled(t int) {
	a, m, b := f.markAt(t-1), f.markAt(t), f.markAt(t+1)
	l := uint32(m.label)
	r := f.at(t)
	f.add(120, l|uint32(m.class)<<3, 0)
	f.add(121, uint32(a.label)|l<<3|uint32(b.label)<<6, 0)
	f.add(122, l|uint32(m.class)<<3, uint32(r.tag))
	f.add(123, l|uint32(r.quote)<<3|uint32(a.label)<<6, 0)
	f.add(124, l|uint32(b.label)<<3, r.word)
	f.add(125, uint32(a.label)|l<<3, r.word)
	f.add(126, uint32(f.markAt(t-2).label)|uint32(a.label)<<3|l<<6|uint32(b.label)<<9|uint32(f.markAt(t+2).label)<<12, 0)
	f.add(127, uint32(a.label)|l<<3|uint32(b.label)<<6, uint32(r.tag)|uint32(f.at(t-1).tag)<<5)
}

func b2(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// stepClasses is the number of classes of tokens for the steps of the chain.
const stepClasses = 6

// stepClass is the class of token t for the step onto it.
func (f *tokenFeatures) stepClass(t int) uint8 {
	a, r := f.at(t-1), f.at(t)
	switch {
	case r.quote == quoteOpens:
		return 1
	case a.quote == quoteCloses:
		return 2
	case t > f.from && a.sentence != r.sentence:
		return 3
	case r.tag == a.tag && r.tag == edge.tag:
		return 0
	case f.v.row[t-min(1, t)].boundary&1 != 0:
		return 4
	case f.markAt(t).finding != f.markAt(t-1).finding:
		return 5
	}
	return 0
}
