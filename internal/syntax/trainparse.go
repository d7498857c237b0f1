package syntax

import (
	"math/rand/v2"

	"hearsay/internal/text"
)

// How long the parser learns, and what it keeps.
const (
	parseEpochs    = 10
	stepMargin     = 80
	relationMargin = 60
	relationsKept  = 40_000
	ownWay         = 0.9 // share of steps that go where the parser would, wrong or right
)

// treeSample is a sentence to learn trees from.
type treeSample struct {
	sample
	heads     []int32 // the root is the number of words
	relations []Relation
}

// treeSamples are the trees as the treebank has them and, where they differ, in
// our tokens.
func treeSamples(trees []treeSentence) []treeSample {
	var out []treeSample
	for i := range trees {
		out = append(out, goldTree(&trees[i]))
		if own, ok := ownTree(&trees[i]); ok {
			out = append(out, own)
		}
	}
	return out
}

// retag gives the sample with the tags of m.
func (m *Model) retag(s treeSample) treeSample {
	tags := make([]text.Tag, len(s.forms))
	var ws sentence
	m.tagSentence(&ws, len(tags), func(i int) string { return s.forms[i] }, func(i int, t text.Tag) { tags[i] = t })
	s.tags = tags
	return s
}

// parserTrainer is a parser in the making.
type parserTrainer struct {
	lexicon          lexicon
	steps, relations *perceptron
	words            sentence
	state            state
	oracle           oracle
	numbers          []int32
	random           *rand.Rand
}

// trainParser gives the tables of steps and of relations.
func trainParser(l lexicon, all []treeSample) (steps, relations string) {
	t := &parserTrainer{lexicon: l, random: rand.New(rand.NewPCG(1, 20))}
	var stepKeys, relationKeys []uint32
	for i := range all {
		t.collect(&all[i], &stepKeys, &relationKeys)
	}
	t.steps = newPerceptron(int(actionCount), stepKeys)
	t.relations = newPerceptron(relationCount, relationKeys)
	order := newOrder(len(all))
	for epoch := range parseEpochs {
		for _, k := range order.shuffled(uint64(epoch)) {
			t.learn(&all[k], epoch > 0)
		}
	}
	return t.stepTable(), t.relations.table(relationsKept)
}

func (t *parserTrainer) reset(sample *treeSample) {
	t.words.read(&t.lexicon, len(sample.forms), func(i int) string { return sample.forms[i] })
	t.state.reset(t.words.words, sample.tags)
	t.oracle.reset(sample.heads)
}

// collect goes the right way through a sentence for the keys of its features.
func (t *parserTrainer) collect(sample *treeSample, steps, relations *[]uint32) {
	t.reset(sample)
	s := &t.state
	var f stepFeatures
	var r relationFeatures
	for !s.done() {
		a := s.only()
		if a == actionCount {
			f.from(s)
			*steps = append(*steps, f[:]...)
			a = t.rightOf(func(action) int32 { return 0 })
		}
		if a == shift {
			s.shift()
			continue
		}
		head, dependent := s.arc(a)
		if head < s.n {
			r.from(s, head, dependent)
			*relations = append(*relations, r[:]...)
		}
		s.attach(head, sample.relations[dependent])
	}
}

// rightOf is the step with the highest score among those that lose least.
func (t *parserTrainer) rightOf(score func(action) int32) action {
	best, least := actionCount, 0
	for a := shift; a < actionCount; a++ {
		if !t.state.may(a) {
			continue
		}
		cost := t.oracle.cost(&t.state, a)
		if best == actionCount || cost < least || cost == least && score(a) > score(best) {
			best, least = a, cost
		}
	}
	return best
}

// learn parses a sentence and learns from every step. If wander is set, it
// mostly goes its own way, so that it learns what to do after a mistake.
func (t *parserTrainer) learn(sample *treeSample, wander bool) {
	t.reset(sample)
	s := &t.state
	for !s.done() {
		a := s.only()
		if a == actionCount {
			a = t.learnStep(wander)
		}
		if a == shift {
			s.shift()
			continue
		}
		head, dependent := s.arc(a)
		s.attach(head, t.learnRelation(sample, head, dependent))
	}
}

// learnStep learns which step is right, and gives the one to take.
func (t *parserTrainer) learnStep(wander bool) action {
	s := &t.state
	var f stepFeatures
	f.from(s)
	t.numbers = t.steps.index.numbersOf(f[:], t.numbers[:0])
	scores := t.steps.score(t.numbers)
	own := s.best(scores...)
	right := t.rightOf(func(a action) int32 { return scores[a] })
	rival := t.rival(right, scores)
	t.steps.step++
	if rival < actionCount && scores[right]-scores[rival] < stepMargin {
		t.steps.update(t.numbers, int(right), 1)
		t.steps.update(t.numbers, int(rival), -1)
	}
	if wander && t.random.Float64() < ownWay {
		return own
	}
	return right
}

// rival is the best of the steps that lose more than the right one.
func (t *parserTrainer) rival(right action, scores []int32) action {
	best := actionCount
	least := t.oracle.cost(&t.state, right)
	for a := shift; a < actionCount; a++ {
		if t.state.may(a) && t.oracle.cost(&t.state, a) > least && (best == actionCount || scores[a] > scores[best]) {
			best = a
		}
	}
	return best
}

// learnRelation learns the relation of a dependency if it is one, and gives
// what the model takes it for.
func (t *parserTrainer) learnRelation(sample *treeSample, head, dependent int32) Relation {
	if head == t.state.n {
		return Root
	}
	var f relationFeatures
	f.from(&t.state, head, dependent)
	t.numbers = t.relations.index.numbersOf(f[:], t.numbers[:0])
	if sample.heads[dependent] != head {
		return Relation(highest(t.relations.score(t.numbers), -1) + 1)
	}
	want := int(sample.relations[dependent]) - 1
	return Relation(t.relations.learn(t.numbers, want, relationMargin) + 1)
}

// stepTable keeps of the three weights of a feature what two of them are
// against the third.
func (t *parserTrainer) stepTable() string {
	p := t.steps
	against := func(n int) (left, right int64) {
		still := p.averaged(n, int(shift))
		return p.averaged(n, int(leftward)) - still, p.averaged(n, int(rightward)) - still
	}
	all, top := p.rank(func(n int) int64 {
		left, right := against(n)
		return max(left, -left, right, -right, left-right, right-left)
	})
	out := make([]stepWeights, 0, len(all))
	for _, f := range all {
		left, right := against(f.at)
		if w := (stepWeights{f.key, rounded(left, top), rounded(right, top)}); w.left != 0 || w.right != 0 {
			out = append(out, w)
		}
	}
	return buildStepTable(out)
}
