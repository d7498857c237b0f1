package syntax

import (
	"errors"
	"fmt"
	"math/rand/v2"

	"hearsay/internal/text"
)

// How long the tagger learns, and what it keeps.
const (
	tagEpochs    = 8
	tagsKept     = 170_000 // features, the heaviest
	tagMargin    = 30      // by which the right tag must lead, or else is learnt
	tableLoad    = 0.85
	leastCount   = 2 // a feature seen less often is not learnt
	knifeFolds   = 4 // parts of the treebanks, each tagged by a tagger that learnt from the others
	knifedEpochs = 4
)

// Train learns a model from the treebanks under dataDir: the train file of
// ud-ewt, and the train documents of gum whose licence is not in doubt. The
// same data give the same model.
func Train(dataDir string) (*Model, error) {
	trees, err := ewt(dataDir, "train")
	if err != nil {
		return nil, fmt.Errorf("train syntax: %w", err)
	}
	gum, err := gumDocuments(dataDir, func(genre, split, doubt string) bool {
		return doubt == "-" && split == "train"
	})
	if err != nil {
		return nil, fmt.Errorf("train syntax: %w", err)
	}
	for i := range gum {
		gum[i].twice = true
	}
	return trainOn(append(trees, gum...))
}

func trainOn(trees []treeSentence) (*Model, error) {
	if len(trees) == 0 {
		return nil, errors.New("train syntax: no sentences")
	}
	tagger, err := trainTagger(trees, tagEpochs)
	if err != nil {
		return nil, fmt.Errorf("train syntax: %w", err)
	}
	knifed, err := knife(trees)
	if err != nil {
		return nil, fmt.Errorf("train syntax: %w", err)
	}
	p := tagger.parts
	p.lemmas = writeLemmas(tagger.exceptions(trees))
	p.steps, p.relations = trainParser(tagger.lexicon, knifed)
	return newModel(p)
}

// knife gives the trees with the tags that they get from a tagger which has not
// seen them, so that the parser learns from tags as it will meet them.
func knife(trees []treeSentence) ([]treeSample, error) {
	var out []treeSample
	for fold := range knifeFolds {
		var rest, part []treeSentence
		for i := range trees {
			if i*knifeFolds/len(trees) == fold && len(trees) >= knifeFolds {
				part = append(part, trees[i])
			} else {
				rest = append(rest, trees[i])
			}
		}
		tagger, err := trainTagger(rest, knifedEpochs)
		if err != nil {
			return nil, err
		}
		for _, sample := range treeSamples(part) {
			out = append(out, tagger.retag(sample))
		}
	}
	return out, nil
}

// trainTagger gives a model that can tag, and no more.
func trainTagger(trees []treeSentence, epochs int) (*Model, error) {
	all := samples(trees)
	hashes, entries, err := countWords(all, trees)
	if err != nil {
		return nil, err
	}
	m := &Model{parts: parts{words: buildLexicon(hashes, entries, tableLoad)}}
	m.lexicon, _ = newLexicon(m.parts.words)
	t := &trainer{lexicon: m.lexicon, samples: all}
	t.model = newPerceptron(tagCount, t.keys())
	order := newOrder(len(all))
	for epoch := range epochs {
		for _, k := range order.shuffled(uint64(epoch)) {
			t.learn(&t.samples[k])
		}
	}
	m.parts.tags = t.model.table(tagsKept)
	m.tags, _ = newTable(m.parts.tags, tagCount)
	return m, nil
}

// trainer is a tagger in the making.
type trainer struct {
	lexicon lexicon
	samples []sample
	model   *perceptron
	words   sentence
	numbers []int32
}

// keys are those of every token that needs the tagger, with the right tags.
func (t *trainer) keys() []uint32 {
	var keys []uint32
	var fs features
	for _, sample := range t.samples {
		t.words.read(&t.lexicon, len(sample.forms), func(i int) string { return sample.forms[i] })
		prev, prev2 := text.TagNone, text.TagNone
		for i, tag := range sample.tags {
			fs.fromWords(t.words.words, i+padding)
			fs.fromTags(&t.words.words[i+padding], &t.words.words[i+padding+1], prev, prev2)
			keys = append(keys, fs[:]...)
			prev2, prev = prev, tag
		}
	}
	return keys
}

func (t *trainer) learn(sample *sample) {
	t.words.read(&t.lexicon, len(sample.forms), func(i int) string { return sample.forms[i] })
	words := t.words.words
	prev, prev2 := text.TagNone, text.TagNone
	var fs features
	for i, want := range sample.tags {
		got := sureTag(words[i+padding].known)
		if got == text.TagNone {
			fs.fromWords(words, i+padding)
			fs.fromTags(&words[i+padding], &words[i+padding+1], prev, prev2)
			t.numbers = t.model.index.numbersOf(fs[:], t.numbers[:0])
			got = text.Tag(t.model.learn(t.numbers, int(want-1), tagMargin) + 1)
		}
		prev2, prev = prev, got
	}
}

// order shuffles the numbers below n, the same way every time.
type order []int

func newOrder(n int) order {
	o := make(order, n)
	for i := range o {
		o[i] = i
	}
	return o
}

func (o order) shuffled(seed uint64) []int {
	r := rand.New(rand.NewPCG(seed, 20))
	r.Shuffle(len(o), func(i, j int) { o[i], o[j] = o[j], o[i] })
	return o
}
