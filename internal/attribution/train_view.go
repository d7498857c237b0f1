package attribution

import (
	"hearsay/internal/linear"
	"hearsay/internal/syntax"
	"hearsay/internal/text"
)

// lesson is an annotated document made ready to learn from.
type lesson struct {
	name  string
	view  *view
	gold  *goldSpans
	fold  int
	guest bool // of another kind than most
	raw   bool // annotated by a model
}

// newLesson reads a document as Attribute would, by the rules alone.
func newLesson(a *Annotated, model *syntax.Model) *lesson {
	doc := text.Analyze(a.Report)
	model.Tag(doc)
	s := newScanner(doc, a.Report)
	s.voice()
	trees := model.Parse(doc)
	return &lesson{name: a.Name, view: newView(s, &trees, s.spokenBlocks()), gold: newGold(doc, a)}
}

// countCues counts for each word of the lessons how often it is in a cue.
func countCues(lessons []*lesson) map[uint32]cueCount {
	counts := map[uint32]cueCount{}
	for _, l := range lessons {
		if !l.guest {
			l.count(counts, 1)
		}
	}
	return counts
}

func (l *lesson) count(counts map[uint32]cueCount, by int) {
	for t := range l.view.row {
		k := cueKey(&l.view.row[t])
		n := counts[k]
		n.all += by
		if y := l.gold.labels[t]; y == beginOf(PartCue) || y == insideOf(PartCue) {
			n.cue += by
		}
		counts[k] = n
	}
}

// setLikely fills in how likely words are to be cues, by what the other
// lessons tell: a document to be read was not counted either.
func (l *lesson) setLikely(counts map[uint32]cueCount) {
	own := 1
	if l.guest {
		own = 0
	}
	l.count(counts, -own)
	l.view.setLikely(func(r *tokenRow) uint8 { return counts[cueKey(r)].bin() })
	l.count(counts, own)
}

// sequences are the blocks of a lesson as chains to learn from.
func (l *lesson) sequences() []linear.Sequence {
	var out []linear.Sequence
	f := tokenFeatures{v: l.view}
	for _, b := range l.view.blocks {
		if b[0] >= b[1] {
			continue
		}
		seq := linear.Sequence{Gold: l.gold.labels[b[0]:b[1]]}
		f.each(b, func(t int, features []linear.Feature, class uint8) {
			seq.Features = append(seq.Features, features...)
			seq.Ends = append(seq.Ends, int32(len(seq.Features)))
			seq.Class = append(seq.Class, class)
		})
		out = append(out, seq)
	}
	return out
}
