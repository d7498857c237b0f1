package attribution

import "hearsay/internal/text"

// recurrence counts, for a document, in how many blocks a word is what a likely
// source goes by, or the head of a likely cue: who spoke once speaks again.
type recurrence struct {
	blocks map[uint32]uint8
	own    map[uint32]bool // those of the block that is looked at
}

func newRecurrence() *recurrence {
	return &recurrence{blocks: map[uint32]uint8{}, own: map[uint32]bool{}}
}

// mostBlocks bounds the counts.
const mostBlocks = 200

// note notes what is likely in the block of f.
func (d *recurrence) note(f *spanFeatures) {
	d.open(f)
	for k := range d.own {
		d.blocks[k] = min(d.blocks[k]+1, mostBlocks)
	}
}

// open finds what is likely in the block of f, each once.
func (d *recurrence) open(f *spanFeatures) {
	clear(d.own)
	for i := range f.cs {
		c := &f.cs[i]
		if c.chance < sure || c.part == PartContent {
			continue
		}
		f.goesBy(c, func(k uint32) { d.own[k] = true })
	}
}

// elsewhere is the number of other blocks that have one of a candidate's words
// as likely, up to 3.
func (d *recurrence) elsewhere(f *spanFeatures, c *candidate) uint32 {
	most := uint8(0)
	f.goesBy(c, func(k uint32) {
		n := d.blocks[k]
		if n > 0 && d.own[k] {
			n--
		}
		most = max(most, n)
	})
	return uint32(min(most, 3))
}

// goesBy gives the words that a source goes by, its names and its last word, or
// the head of a cue.
func (f *spanFeatures) goesBy(c *candidate, yield func(uint32)) {
	if c.part == PartCue {
		yield(f.headStem(c) ^ 0x5bd1e995)
		return
	}
	for t := c.from; t < c.to; t++ {
		if t == c.to-1 || f.at(t).tag == uint8(text.PROPN) {
			yield(f.at(t).word)
		}
	}
}

// document says whether the rest of the document has the like.
func (f *spanFeatures) document(c *candidate) {
	if c.part == PartContent {
		return
	}
	n := f.recurs.elsewhere(f, c)
	last := uint32(f.at(c.to - 1).tag)
	f.add(140, n, chanceBin(c.chance))
	f.add(141, n, last)
	f.add(142, n, distanceBin(c.to-c.from)|last<<5)
}
