package attribution

import (
	"fmt"

	"hearsay/internal/linear"
	"hearsay/internal/syntax"
)

// Train learns a model from annotated documents, and gives the same one for the
// same documents. Each ranker, and the linker, learn from candidates of models
// that did not see the document. tell, if not nil, is told how far it has come.
func Train(all []Annotated, tagger *syntax.Model, tell func(string)) (*Model, error) {
	if len(all) < folds {
		return nil, fmt.Errorf("train attribution: %d documents are too few", len(all))
	}
	t := &trainer{tell: tell}
	if tell == nil {
		t.tell = func(string) {}
	}
	for i := range all {
		t.lessons = append(t.lessons, newLesson(&all[i], tagger))
	}
	t.fit = t.chain
	return t.train(), nil
}

type trainer struct {
	lessons    []*lesson
	candidates [][][]candidate // by lesson and block
	tell       func(string)
	fit        func(without int) *linear.Chain
}

func (t *trainer) train() *Model {
	counts := countCues(t.lessons)
	for _, l := range t.lessons {
		l.setLikely(counts)
	}
	setFolds(t.lessons)
	var parts [modelParts]string
	parts[partCues] = buildCueTable(counts).data
	parts[partRows], parts[partSteps] = t.chains().Parts()
	for round := range rounds {
		t.tell(fmt.Sprintf("ranker %d", round+1))
		parts[partRankers+round] = t.ranker().Table()
	}
	sure := calibrate(t.outcomes())
	parts[partSure] = sure.bytes()
	t.tell("linker")
	parts[partLinker] = linear.TrainLogistic(t.pairs(), linkerOptions).Table()
	return newModel(parts)
}

// outside tells whether a lesson is not in a fold; none is in fold -1.
func (l *lesson) outside(fold int) bool { return l.fold != fold }

// How the parts of the model are trained; found by trial on PolNeAR dev.
var (
	chainOptions = linear.ChainOptions{
		Classes: stepClasses, Epochs: 12, Least: 3, Buckets: 1 << 17, Rate: 0.15, Dropout: 0.5, Allowed: allowedStep,
	}
	rankerOptions = linear.LogisticOptions{Epochs: 8, Least: 3, Most: 1 << 19, Rate: 0.1, Dropout: 0.3}
	linkerOptions = rankerOptions
)

// chains trains the chain on everything, and for each fold one on the others,
// which gives the fold its candidates.
func (t *trainer) chains() *linear.Chain {
	t.candidates = make([][][]candidate, len(t.lessons))
	for fold := range folds {
		t.tell(fmt.Sprintf("chain %d of %d", fold+1, folds+1))
		e := engine{m: &Model{chain: t.fit(fold)}}
		for i, l := range t.lessons {
			if !l.outside(fold) {
				t.candidates[i] = e.allCandidates(l.view)
			}
		}
	}
	t.tell(fmt.Sprintf("chain %d of %d", folds+1, folds+1))
	return t.fit(-1)
}

func (t *trainer) chain(without int) *linear.Chain {
	var data []linear.Sequence
	for _, l := range t.lessons {
		if l.outside(without) {
			data = append(data, l.sequences()...)
		}
	}
	return linear.TrainChain(data, chainOptions)
}

// allCandidates gives the candidates of each block.
func (e *engine) allCandidates(v *view) [][]candidate {
	e.f.v = v
	var out [][]candidate
	for _, b := range v.blocks {
		e.candidates(b)
		out = append(out, append([]candidate(nil), e.f.cs...))
	}
	return out
}

// ranker trains one on everything, and gives every candidate the chance that
// one trained on the other folds sees for it.
func (t *trainer) ranker() *linear.Logistic {
	next := make([][][]candidate, len(t.lessons))
	for fold := range folds {
		e := engine{}
		ranker := linear.TrainLogistic(t.ranks(fold), rankerOptions)
		for i, l := range t.lessons {
			if !l.outside(fold) {
				next[i] = e.ranked(ranker, l.view, t.candidates[i])
			}
		}
	}
	ranker := linear.TrainLogistic(t.ranks(-1), rankerOptions)
	t.candidates = next
	return ranker
}

func (e *engine) ranked(ranker *linear.Logistic, v *view, blocks [][]candidate) [][]candidate {
	e.f.v = v
	out := make([][]candidate, len(blocks))
	for b, cs := range blocks {
		e.f.open(v.blocks[b][0], v.blocks[b][1])
		e.f.cs = append([]candidate(nil), cs...)
		e.rank(ranker)
		out[b] = e.f.cs
	}
	return out
}

// ranks are the candidates of all lessons but those of a fold as samples.
func (t *trainer) ranks(without int) []linear.Sample {
	var out []linear.Sample
	t.each(without, func(l *lesson, f *spanFeatures) {
		for i, c := range f.cs {
			out = append(out, linear.Sample{Features: append([]linear.Feature(nil), f.of(i)...), Yes: l.gold.pieces[c.span]})
		}
	})
	return out
}

// each goes through the blocks of the lessons.
func (t *trainer) each(without int, do func(*lesson, *spanFeatures)) {
	for i, l := range t.lessons {
		if !l.outside(without) {
			continue
		}
		f := &spanFeatures{tokenFeatures: tokenFeatures{v: l.view}}
		for b, cs := range t.candidates[i] {
			f.open(l.view.blocks[b][0], l.view.blocks[b][1])
			f.cs = cs
			do(l, f)
		}
	}
}

func (t *trainer) outcomes() [parts][]outcome {
	var out [parts][]outcome
	t.each(-1, func(l *lesson, f *spanFeatures) {
		for _, c := range f.cs {
			out[c.part] = append(out[c.part], outcome{c.chance, l.gold.pieces[c.span]})
		}
	})
	return out
}

// pairs are the right cues with each right source and content near them, as
// samples of what belongs together.
func (t *trainer) pairs() []linear.Sample {
	var out []linear.Sample
	t.each(-1, func(l *lesson, f *spanFeatures) {
		links := linkFeatures{spanFeatures: f}
		for i, cue := range f.cs {
			if cue.part != PartCue || !l.gold.pieces[cue.span] {
				continue
			}
			for k := max(0, i-window); k < min(len(f.cs), i+window); k++ {
				x := f.cs[k]
				if x.part == PartCue || !l.gold.pieces[x.span] || x.overlaps(cue.span) {
					continue
				}
				features := append([]linear.Feature(nil), links.of(i, k)...)
				out = append(out, linear.Sample{Features: features, Yes: l.gold.linked(cue.span, x.span)})
			}
		}
	})
	return out
}
