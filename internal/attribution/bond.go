package attribution

import "hearsay/internal/linear"

// bond is the best that a candidate may belong to, of each part: the chance
// that both are right and belong together.
type bond struct {
	chance [parts]float64
	with   [parts]int32
}

// Least chances for two candidates to be compared.
const (
	leastBond    = 0.06
	leastCueBond = 0.08
	farthestBond = 50 // tokens
)

// relate fills in the bonds of the candidates; without a linker there are none.
func (f *spanFeatures) relate(linker *linear.Logistic) {
	if linker == nil {
		f.bonds = nil
		return
	}
	links := linkFeatures{spanFeatures: f}
	f.bonds = make([]bond, len(f.cs))
	for i := range f.cs {
		if f.cs[i].part != PartCue || f.cs[i].chance < leastCueBond {
			continue
		}
		for k := max(0, i-window); k < min(len(f.cs), i+window); k++ {
			if f.mayBond(i, k) {
				f.bind(i, k, links.chance(linker, i, k))
			}
		}
	}
}

// mayBond tells whether candidate k is worth comparing with cue i.
func (f *spanFeatures) mayBond(i, k int) bool {
	c := &f.cs[k]
	return c.part != PartCue && c.chance >= leastBond && !c.overlaps(f.cs[i].span) && apart(c.span, f.cs[i].span) <= farthestBond
}

func (f *spanFeatures) bind(cue, k int, p float64) {
	if p > f.bonds[k].chance[PartCue] {
		f.bonds[k].chance[PartCue], f.bonds[k].with[PartCue] = p, int32(cue)
	}
	part := f.cs[k].part
	if p > f.bonds[cue].chance[part] {
		f.bonds[cue].chance[part], f.bonds[cue].with[part] = p, int32(k)
	}
}

// bonded says what a candidate may belong to.
func (f *spanFeatures) bonded(i int) {
	c, b := &f.cs[i], &f.bonds[i]
	own := chanceBin(c.chance)
	if c.part == PartCue {
		source, content := chanceBin(b.chance[PartSource]), chanceBin(b.chance[PartContent])
		f.add(100, source|content<<5, 0)
		f.add(101, source, own)
		f.add(102, content, own)
		f.add(103, content, f.headStem(c))
		f.add(104, source, f.headStem(c))
		return
	}
	bin := chanceBin(b.chance[PartCue])
	f.add(105, bin, own)
	f.add(106, bin, distanceBin(c.to-c.from))
	if b.chance[PartCue] == 0 {
		return
	}
	cue := &f.cs[b.with[PartCue]]
	f.add(107, f.headStem(cue), bin/3|b2(cue.from < c.from)<<4)
	f.add(108, f.headStem(cue), uint32(f.at(c.from).tag)|b2(cue.from < c.from)<<5)
	f.add(109, f.headStem(cue), f.at(c.from).word)
	f.add(110, f.headStem(cue), f.at(c.to).word)
	f.add(111, distanceBin(apart(cue.span, c.span)), f.between(min(cue.to, c.to)-1, max(cue.from, c.from))|b2(cue.from < c.from)<<8)
	if f.v.tree != nil {
		path := f.path(int(c.top), f.cueHead(cue))
		f.add(113, path, bin)
		f.add(114, path, f.headStem(cue))
		f.add(115, path, min(c.roots, 3)|b2(cue.from < c.from)<<2)
	}
	f.add(112, chanceBin(f.bonds[b.with[PartCue]].chance[c.part]), own)
}
