package syntax

const (
	stepFeatureCount     = 60
	relationFeatureCount = 25
)

// stepFeatures are the keys of a state into the table of steps.
type stepFeatures [stepFeatureCount]uint32

// key mixes what a feature sees; seed parts the features from one another.
func key(seed, a, b uint32) uint32 {
	h := (uint64(a)<<32 | uint64(b)) + uint64(seed)*0x9e3779b97f4a7c15
	h *= 0xbf58476d1ce4e5b9
	h ^= h >> 29
	h *= 0x94d049bb133111eb
	return uint32(h >> 32)
}

// apart is how far two places lie apart, in steps that widen.
func apart(a, b int32) uint32 {
	d := b - a
	switch {
	case d <= 0:
		return 0
	case d < 5:
		return uint32(d)
	case d < 8:
		return 5
	case d < 13:
		return 6
	}
	return 7
}

// from fills the features of state s: the three top words of the stack, the
// three next ones, and their dependents.
func (f *stepFeatures) from(s *state) {
	i0, i1, i2 := s.at(0), s.at(1), s.at(2)
	j0, j1, j2 := s.ahead(0), s.ahead(1), s.ahead(2)
	ns := s.nodes
	s0, s1, s2, b0, b1, b2 := &ns[i0], &ns[i1], &ns[i2], &ns[j0], &ns[j1], &ns[j2]
	s0l, s0r, s0r2, s1l, s1r, b0l := &ns[s0.left], &ns[s0.right], &ns[s0.right2], &ns[s1.left], &ns[s1.right], &ns[b0.left]
	tags := s1.tag<<12 | s0.tag<<6 | b0.tag // of the three words that the step is about
	near := apart(i0, j0)<<8 | apart(i1, i0)
	*f = stepFeatures{
		key(1, s0.form, 0),
		key(2, s0.fine, b0.tag),
		key(3, s1.form, 0),
		key(4, s1.fine, s0.tag),
		key(5, b0.form, 0),
		key(6, b0.fine, s0.tag),
		key(7, b1.form, b0.tag),
		key(8, b1.fine, tags),
		key(9, b2.form, 0),
		key(10, s2.form, 0),
		key(11, s0.form, b0.form),
		key(12, s0.form, b0.tag<<6|s1.tag),
		key(13, s0.tag<<6|s1.tag, b0.form),
		key(14, s0.fine, b0.fine),
		key(15, s1.form, s0.form),
		key(16, s1.form, s0.tag<<6|b0.tag),
		key(17, s1.tag, s0.form),
		key(18, s1.fine, s0.fine),
		key(19, s1.fine, b0.fine),
		key(20, s1.form, b0.form),
		key(21, tags, near),
		key(22, tags, b1.tag<<6|b2.tag),
		key(23, tags, s2.tag),
		key(24, tags, b1.tag),
		key(25, tags, uint32(s0l.relation)<<8|uint32(s0r.relation)),
		key(26, tags, s0l.tag<<6|s0r.tag),
		key(27, tags, uint32(s1r.relation)<<8|uint32(s1l.relation)),
		key(28, tags, s1r.tag),
		key(29, tags, uint32(b0l.relation)<<8|uint32(b0.lefts)),
		key(30, s0.form, uint32(s0.lefts)<<8|uint32(s0.rights)),
		key(31, s1.form, uint32(s1.lefts)<<8|uint32(s1.rights)),
		key(32, b0.form, uint32(b0.lefts)),
		key(33, s0.fine, uint32(s0r.relation)<<16|uint32(s0r2.relation)<<8|uint32(s0.rights)),
		key(34, s1.fine, uint32(s1r.relation)<<16|uint32(ns[s1.right2].relation)<<8|s0.tag),
		key(35, s0l.word, tags),
		key(36, s0r.word, tags),
		key(37, s1r.word, tags),
		key(38, b0l.word, tags),
		key(39, s0.word, b1.word),
		key(40, b0.word, b1.word),
		key(41, s2.fine, tags),
		key(42, s1l.word, s1.tag<<12|s0.tag<<6|uint32(s1.lefts)),
		key(43, s0.fine, b1.fine),
		key(44, s1.tag<<6|s0.tag, uint32(s0l.relation)<<16|uint32(ns[s0.left2].relation)<<8|uint32(s0.lefts)),
		key(45, s0l.word, s1.form),
		key(46, s2.tag<<18|tags, uint32(s1r.relation)<<8|uint32(s0l.relation)),
		key(47, near, b0.form),
		key(48, near, s0.form),
		key(49, s0.fine, set(s0.has)),
		key(50, s1.fine, set(s1.has)^s0.tag),
		key(51, b0.fine, set(b0.has)^s0.tag),
		key(52, s0.form, b0.tag),
		key(53, s0.tag, b0.form),
		key(54, s1.form, s0.tag),
		key(55, s0.tag, b0.tag),
		key(56, s1.tag, s0.tag),
		key(57, b0.form, b1.tag),
		key(58, s0.form, b1.tag<<6|b0.tag),
		key(59, s0.word, b0.tag),
		key(60, s1.word, b0.word),
	}
}

// set mixes the bits of has.
func set(has uint64) uint32 { return uint32(has * 0x9e3779b97f4a7c15 >> 32) }

// relationFeatures are the keys of a dependency into the table of relations.
type relationFeatures [relationFeatureCount]uint32

// from fills the features of the dependency that takes word d off the stack
// of s to hang it on h.
func (f *relationFeatures) from(s *state, h, d int32) {
	ns := s.nodes
	head, word := &ns[h], &ns[d]
	side := uint32(0)
	beside := &ns[head.right] // what hangs on the head already
	before := &ns[max(d-1, 0)]
	if d < h {
		side, beside = 1, &ns[head.left]
	}
	first, last := &ns[word.left], &ns[word.right]
	second := &ns[word.left2]
	pair := side<<12 | head.tag<<6 | word.tag
	distance := apart(min(h, d), max(h, d))
	*f = relationFeatures{
		key(101, pair, 0),
		key(102, head.form, side),
		key(103, word.form, side),
		key(104, head.form, side<<6|word.tag),
		key(105, word.form, side<<6|head.tag),
		key(106, head.fine, word.fine^side),
		key(107, head.form, word.form),
		key(108, pair, distance),
		key(109, pair, uint32(first.relation)<<16|uint32(last.relation)),
		key(110, first.word, pair),
		key(111, first.word, head.form),
		key(112, last.word, pair),
		key(113, pair, uint32(beside.relation)<<8|uint32(second.relation)),
		key(114, beside.word, pair),
		key(115, head.form, uint32(beside.relation)<<8|word.tag),
		key(116, pair, uint32(head.lefts)<<8|uint32(head.rights)),
		key(117, pair, before.tag<<6|ns[min(d+1, s.n)].tag),
		key(118, word.fine, pair<<8|uint32(first.relation)),
		key(119, word.word, first.word),
		key(120, head.fine, uint32(beside.relation)<<8|word.tag),
		key(121, second.word, pair),
		key(123, pair, set(head.has)),
		key(124, head.form, set(head.has)^word.tag),
		key(125, word.fine, set(word.has)^pair),
		key(122, pair, uint32(word.lefts)<<16|uint32(word.rights)<<8|uint32(head.relation)),
	}
}
