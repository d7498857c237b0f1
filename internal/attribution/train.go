package attribution

import (
	"fmt"
	"slices"

	"hearsay/internal/linear"
	"hearsay/internal/syntax"
)

// Train learns a model, and gives the same one for the same documents. What is
// raw is annotated by a model that learnt from the rest, and learnt from too,
// generation by generation. tell, if not nil, is told how far it has come.
func Train(m Material, tagger *syntax.Model, tell func(string)) (*Model, error) {
	if len(m.Articles) < folds {
		return nil, fmt.Errorf("train attribution: %d documents are too few", len(m.Articles))
	}
	if tell == nil {
		tell = func(string) {}
	}
	model := m.train(nil, tagger, tell)
	for n := 0; n < generations && len(m.Raw) > 0; n++ {
		tell(fmt.Sprintf("generation %d of %d", n+1, generations))
		model = m.train(m.annotated(model, tagger), tagger, tell)
	}
	return model, nil
}

type trainer struct {
	lessons    []*lesson
	candidates [][][]candidate // by lesson and block
	tell       func(string)
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
	chained := t.cloned()
	copy(parts[partFull:], t.judge(fullRounds).parts())
	t.candidates = chained
	for _, l := range t.lessons {
		l.view.tree = nil
	}
	copy(parts[partFast:], t.judge(fastRounds).parts())
	return newModel(parts)
}

// cloned are the candidates as they are now.
func (t *trainer) cloned() [][][]candidate {
	out := make([][][]candidate, len(t.candidates))
	for i, blocks := range t.candidates {
		for _, cs := range blocks {
			out[i] = append(out[i], slices.Clone(cs))
		}
	}
	return out
}

// judge trains one on the candidates.
func (t *trainer) judge(rounds int) *judge {
	j := &judge{}
	var bonders []*linear.Logistic
	for round := range rounds {
		t.tell(fmt.Sprintf("ranker %d of %d", round+1, rounds))
		j.rankers = append(j.rankers, t.ranker(bonders))
		t.tell(fmt.Sprintf("linker %d of %d", round+1, rounds))
		if round+1 < rounds {
			var all *linear.Logistic
			all, bonders = t.bonder()
			j.linkers = append(j.linkers, all)
			continue
		}
		pairs, _ := t.pairs((*lesson).bothRight)
		j.linkers = append(j.linkers, linear.TrainLogistic(pairs, linkerOptions))
	}
	j.sure = calibrate(t.outcomes())
	j.sure.platt(t.wholes(j))
	return j
}

// taughtTo tells whether the chain without a fold learns from the lesson. That
// without fold -1 learns from all.
func (l *lesson) taughtTo(without int) bool { return without < 0 || !l.guest && l.fold != without }

// judgedBy tells whether the lesson takes its candidates from the chain without
// a fold, which has not seen it.
func (l *lesson) judgedBy(without int) bool {
	if l.guest {
		return without == 0
	}
	return l.fold == without
}

// How the parts of the model are trained; found by trial on folds of PolNeAR's
// train part and on its dev part.
var (
	chainOptions = linear.ChainOptions{
		Classes: stepClasses, Epochs: 12, Least: 3, Most: 1_000_000, Buckets: 1 << 16, Rate: 0.15, Dropout: 0.5, Allowed: allowedStep,
	}
	rankerOptions = linear.LogisticOptions{Epochs: 8, Least: 15, Most: 200_000, Rate: 0.02, Dropout: 0.4}
	linkerOptions = linear.LogisticOptions{Epochs: 8, Least: 3, Most: 100_000, Rate: 0.1, Dropout: 0.3}
)

// Where a ranker has few samples, rarer features are learnt too.
const (
	fewSamples = 150_000
	leastOfFew = 5
)

// chains trains the chain on everything, and for each fold one on the others,
// which gives the fold its candidates.
func (t *trainer) chains() *linear.Chain {
	t.candidates = make([][][]candidate, len(t.lessons))
	data, of := t.sequences()
	fit := func(without int) *linear.Chain {
		return data.Train(func(i int) bool { return of[i].taughtTo(without) })
	}
	for fold := range folds {
		t.tell(fmt.Sprintf("chain %d of %d", fold+1, folds+1))
		e := engine{m: &Model{chain: fit(fold)}}
		for i, l := range t.lessons {
			if l.judgedBy(fold) {
				t.candidates[i] = e.allCandidates(l.view)
			}
		}
	}
	t.tell(fmt.Sprintf("chain %d of %d", folds+1, folds+1))
	return fit(-1)
}

// sequences are the blocks of all lessons, made ready, and the lesson of each.
func (t *trainer) sequences() (*linear.Sequences, []*lesson) {
	var data []linear.Sequence
	var of []*lesson
	for _, l := range t.lessons {
		for _, s := range l.sequences() {
			data, of = append(data, s), append(of, l)
		}
	}
	return linear.NewSequences(data, chainOptions), of
}

// allCandidates gives the candidates of each block.
func (e *engine) allCandidates(v *view) [][]candidate {
	e.f.v = v
	var out [][]candidate
	for b := range v.blocks {
		e.candidates(b)
		out = append(out, append([]candidate(nil), e.f.cs...))
	}
	return out
}

// ranker trains one on everything, and gives every candidate the chance that
// one trained on the other folds sees for it. bonders, if there are any, tell
// each fold what may belong together.
func (t *trainer) ranker(bonders []*linear.Logistic) *linear.Logistic {
	samples, of := t.ranks(bonders)
	options := rankerOptions
	if len(samples) < fewSamples {
		options.Least = leastOfFew
	}
	lessons := linear.NewLessons(samples, options)
	chances := make([]float64, len(samples))
	for k := range folds {
		ranker := lessons.Train(func(i int) bool { return of[i].fold != k })
		lessons.Judge(ranker, func(i int) bool { return of[i].fold == k }, chances)
	}
	for i, p := range chances {
		of[i].candidate.chance = p
	}
	return lessons.Train(func(int) bool { return true })
}

// ranked is the candidate that a sample is of, and its fold.
type ranked struct {
	candidate *candidate
	fold      int
}

// ranks are the candidates of all lessons as samples.
func (t *trainer) ranks(bonders []*linear.Logistic) (samples []linear.Sample, of []ranked) {
	docs := t.documents(bonders != nil)
	line, last := 0, (*lesson)(nil) // the documents lie one behind the other
	t.each(func(l *lesson, f *spanFeatures) {
		if last != nil && last != l {
			line += len(last.view.row)
		}
		last = l
		if bonders != nil {
			f.relate(bonders[l.fold])
			f.recurs = docs[l]
			f.recurs.open(f)
		}
		for i := range f.cs {
			if !f.worthRanking(i) {
				continue
			}
			c := &f.cs[i]
			place := linear.Place{From: line + c.from, To: line + c.to}
			samples = append(samples, linear.Sample{Features: slices.Clone(f.of(i)), Place: place, Yes: l.gold.pieces[c.span]})
			of = append(of, ranked{c, l.fold})
		}
	})
	return samples, of
}

// documents tells of each lesson what is likely in it, if that is asked for.
func (t *trainer) documents(wanted bool) map[*lesson]*recurrence {
	docs := map[*lesson]*recurrence{}
	if !wanted {
		return docs
	}
	t.each(func(l *lesson, f *spanFeatures) {
		if docs[l] == nil {
			docs[l] = newRecurrence()
		}
		docs[l].note(f)
	})
	return docs
}

// each goes through the blocks of the lessons.
func (t *trainer) each(do func(*lesson, *spanFeatures)) {
	for i, l := range t.lessons {
		f := &spanFeatures{tokenFeatures: tokenFeatures{v: l.view}}
		for b, cs := range t.candidates[i] {
			f.open(l.view.blocks[b][0], l.view.blocks[b][1])
			f.cs = cs
			do(l, f)
		}
	}
}

// outcomes are those of the candidates that people judged.
func (t *trainer) outcomes() [parts][]outcome {
	var out [parts][]outcome
	t.each(func(l *lesson, f *spanFeatures) {
		if l.raw {
			return
		}
		for _, c := range f.cs {
			out[c.part] = append(out[c.part], outcome{c.chance, l.gold.pieces[c.span]})
		}
	})
	return out
}

// bonder trains a linker on everything that may bond, right or not, and one
// without each fold.
func (t *trainer) bonder() (all *linear.Logistic, without []*linear.Logistic) {
	samples, fold := t.pairs((*lesson).mayBond)
	lessons := linear.NewLessons(samples, linkerOptions)
	for k := range folds {
		without = append(without, lessons.Train(func(i int) bool { return fold[i] != k }))
	}
	return lessons.Train(func(int) bool { return true }), without
}

// bothRight tells whether a pair is of two right spans.
func (l *lesson) bothRight(f *spanFeatures, cue, k int) bool {
	return l.gold.pieces[f.cs[cue].span] && l.gold.pieces[f.cs[k].span] && !f.cs[k].overlaps(f.cs[cue].span)
}

// mayBond tells whether a pair is one that relate looks at.
func (l *lesson) mayBond(f *spanFeatures, cue, k int) bool {
	return f.cs[cue].chance >= leastCueBond && f.mayBond(cue, k)
}

// pairs are cues with the sources and contents near them that use chooses, as
// samples of what belongs together, with their folds.
func (t *trainer) pairs(use func(*lesson, *spanFeatures, int, int) bool) (samples []linear.Sample, fold []int) {
	t.each(func(l *lesson, f *spanFeatures) {
		links := linkFeatures{spanFeatures: f}
		for i, cue := range f.cs {
			if cue.part != PartCue {
				continue
			}
			for k := max(0, i-window); k < min(len(f.cs), i+window); k++ {
				if x := f.cs[k]; x.part != PartCue && use(l, f, i, k) {
					features := append([]linear.Feature(nil), links.of(i, k)...)
					samples = append(samples, linear.Sample{Features: features, Yes: l.gold.linked(cue.span, x.span)})
					fold = append(fold, l.fold)
				}
			}
		}
	})
	return samples, fold
}
