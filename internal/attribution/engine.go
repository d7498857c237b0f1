package attribution

import (
	"slices"

	"hearsay/internal/linear"
	"hearsay/internal/text"
)

// engine runs the model over the blocks of a view. Its slices are used again
// from block to block.
type engine struct {
	m       *Model
	judge   *judge
	f       spanFeatures
	lattice linear.Lattice
	pick    limits
	choice  linear.Choice
	ranked  []int // the candidates of choice
	gain    []float64
}

// modelled is an attribution as the model finds it, in tokens.
type modelled struct {
	source, cue, content [][2]int
	sure                 [parts]float64 // the share of such spans that are right; 1 where there is no source
	rival                rival          // of its content, where somebody asks
}

// triples finds the attributions of every block.
func (m *Model) triples(v *view, pick limits) []modelled {
	v.setLikely(func(r *tokenRow) uint8 { return m.cues.bin(cueKey(r)) })
	e := &engine{m: m, judge: m.judgeOf(v), pick: pick, f: spanFeatures{tokenFeatures: tokenFeatures{v: v}}}
	if len(e.judge.rankers) > 1 {
		return e.twice()
	}
	var out []modelled
	for b := range v.blocks {
		e.first(b)
		out = e.decide(out)
	}
	return out
}

// first ranks the candidates of block number b.
func (e *engine) first(b int) {
	e.candidates(b)
	e.f.relate(nil)
	e.rank(e.judge.rankers[0])
}

// twice ranks the candidates of the whole document, and then again.
func (e *engine) twice() (out []modelled) {
	found, doc := make([][]candidate, len(e.f.v.blocks)), newRecurrence()
	for b := range found {
		e.first(b)
		doc.note(&e.f)
		found[b] = slices.Clone(e.f.cs)
	}
	e.f.recurs = doc
	for b, block := range e.f.v.blocks {
		e.f.open(block[0], block[1])
		e.f.cs = found[b]
		doc.open(&e.f)
		e.f.relate(e.judge.linkers[0])
		e.rank(e.judge.rankers[1])
		out = e.decide(out)
	}
	return out
}

// candidates fills in the candidates of block number b.
func (e *engine) candidates(b int) {
	l, block := &e.lattice, e.f.v.blocks[b]
	l.Resize(block[1] - block[0])
	e.f.each(block, func(t int, features []linear.Feature, class uint8) {
		e.m.chain.Score(l, t-block[0], features)
		l.Class[t-block[0]] = class
	})
	e.m.chain.Sum(l)
	set := newCandidateSet(candidatesOf(l, block[0], e.f.cs[:0]))
	set.withRules(e.f.v, b)
	set.recombine(e.f.v, block)
	e.f.cs = set.list
	slices.SortStableFunc(e.f.cs, bySpan)
	if e.f.v.tree != nil {
		findTops(e.f.v.tree, e.f.cs)
	}
}

// rank gives each candidate the chance that a ranker sees for it, among those
// that it overlaps.
func (e *engine) rank(ranker *linear.Logistic) {
	e.choice.Reset()
	e.ranked = e.ranked[:0]
	for i := range e.f.cs {
		if c := &e.f.cs[i]; e.f.worthRanking(i) {
			e.choice.Add(linear.Place{From: c.from, To: c.to}, linear.Odds(ranker.Score(e.f.of(i))))
			e.ranked = append(e.ranked, i)
		}
	}
	e.choice.Sum()
	for k, i := range e.ranked {
		e.f.cs[i].chance = e.choice.Chance[k]
	}
}

// decide picks spans and joins them.
func (e *engine) decide(out []modelled) []modelled {
	e.gain = e.gain[:0]
	for i := range e.f.cs {
		c := &e.f.cs[i]
		sure := e.judge.sure.of(c.part, c.chance)
		gain := sure - e.pick.pick[c.part]
		if c.part == PartContent && !e.f.v.hasWord(c.span) {
			gain = 0 // a mark alone
		}
		if c.rule >= 0 {
			gain += e.pick.rule
			e.f.v.believe(c, sure)
		}
		e.gain = append(e.gain, gain)
	}
	for _, t := range e.f.assemble(e.judge.last(), choose(e.f.cs, e.gain), e.pick.rescue) {
		out = append(out, e.tell(t))
	}
	return out
}

// hasWord tells whether a word or a number stands in a span.
func (v *view) hasWord(s span) bool {
	for t := s.from; t < s.to; t++ {
		if k := v.doc.Tokens[t].Kind; k == text.Word || k == text.Number {
			return true
		}
	}
	return false
}

func (e *engine) tell(t triple) modelled {
	piece := func(i int) [2]int { return [2]int{e.f.cs[i].from, e.f.cs[i].to} }
	sure := func(i int) float64 { return e.judge.sure.of(e.f.cs[i].part, e.f.cs[i].chance) }
	x := modelled{cue: [][2]int{piece(t.cue)}, sure: [parts]float64{1, sure(t.cue), 1}}
	if t.source >= 0 {
		x.source = [][2]int{piece(t.source)}
		x.sure[PartSource] = sure(t.source)
	}
	for _, k := range t.content {
		x.content = append(x.content, piece(k))
		x.sure[PartContent] = min(x.sure[PartContent], sure(k))
		if e.f.v.explaining() {
			x.rival = e.rivalOf(k)
		}
	}
	slices.SortFunc(x.content, func(a, b [2]int) int { return a[0] - b[0] })
	return x
}
