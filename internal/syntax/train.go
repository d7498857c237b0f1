package syntax

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"hearsay/internal/text"
)

// What Train keeps and how long it learns.
const (
	epochs      = 8
	minCount    = 2       // a feature seen less often is not learnt
	maxFeatures = 170_000 // kept at most, the heaviest
	tableLoad   = 0.85
	margin      = 30.0 // by which the right tag must lead, or else is learnt
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
	return trainOn(append(trees, gum...))
}

func trainOn(trees []treeSentence) (*Model, error) {
	if len(trees) == 0 {
		return nil, errors.New("train syntax: no sentences")
	}
	all := samples(trees)
	hashes, entries := countWords(all, trees)
	p := parts{words: buildLexicon(hashes, entries, tableLoad)}
	t := newTrainer(all, newLexicon(p.words))
	for epoch := range epochs {
		t.epoch(epoch)
	}
	p.weights = t.table()
	m, err := newModel(p)
	if err != nil {
		return nil, err
	}
	p.lemmas = writeLemmas(m.exceptions(trees))
	return newModel(p)
}

// trainer is an averaged perceptron in the making. Features have numbers, the
// index of their row.
type trainer struct {
	lexicon lexicon
	samples []sample
	numbers map[uint32]int32
	counts  []int32
	rows    [][tagCount]row
	step    int32
	order   []int
}

// row is one weight, its sum over all steps up to last, and that step.
type row struct {
	weight, sum float64
	last        int32
}

func newTrainer(all []sample, l lexicon) *trainer {
	t := &trainer{lexicon: l, samples: all, numbers: map[uint32]int32{}, order: make([]int, len(all))}
	for i := range t.order {
		t.order[i] = i
	}
	t.count()
	t.rows = make([][tagCount]row, len(t.counts))
	return t
}

// count numbers the features that occur with the right tags often enough.
func (t *trainer) count() {
	seen := map[uint32]int32{}
	t.visit(func(f *features) {
		for _, key := range f {
			seen[key]++
		}
	})
	keys := make([]uint32, 0, len(seen))
	for key, n := range seen {
		if n >= minCount {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	for i, key := range keys {
		t.numbers[key] = int32(i)
		t.counts = append(t.counts, seen[key])
	}
}

// visit calls f with the features of every token that needs the tagger.
func (t *trainer) visit(f func(*features)) {
	var s sentence
	var fs features
	for _, sample := range t.samples {
		s.read(&t.lexicon, len(sample.forms), func(i int) string { return sample.forms[i] })
		prev, prev2 := text.TagNone, text.TagNone
		for i, tag := range sample.tags {
			fs.fromWords(s.words, i+padding)
			fs.fromTags(&s.words[i+padding], &s.words[i+padding+1], prev, prev2)
			f(&fs)
			prev2, prev = prev, tag
		}
	}
}

// epoch learns from all samples once, in an order of its own.
func (t *trainer) epoch(n int) {
	r := rand.New(rand.NewPCG(uint64(n), 20))
	r.Shuffle(len(t.order), func(i, j int) { t.order[i], t.order[j] = t.order[j], t.order[i] })
	var s sentence
	for _, k := range t.order {
		t.learn(&s, &t.samples[k])
	}
}

func (t *trainer) learn(s *sentence, sample *sample) {
	s.read(&t.lexicon, len(sample.forms), func(i int) string { return sample.forms[i] })
	prev, prev2 := text.TagNone, text.TagNone
	var fs features
	var numbers [featureCount]int32
	for i, want := range sample.tags {
		got := sureTag(s.words[i+padding].known)
		if got == text.TagNone {
			fs.fromWords(s.words, i+padding)
			fs.fromTags(&s.words[i+padding], &s.words[i+padding+1], prev, prev2)
			known := t.number(&fs, numbers[:0])
			got = t.correct(known, want)
		}
		prev2, prev = prev, got
	}
}

func (t *trainer) number(fs *features, out []int32) []int32 {
	for _, key := range fs {
		if n, ok := t.numbers[key]; ok {
			out = append(out, n)
		}
	}
	return out
}

// correct learns that a token with these features has the tag want, and tells
// which tag it would have got.
func (t *trainer) correct(numbers []int32, want text.Tag) (got text.Tag) {
	var score [tagCount]float64
	for _, n := range numbers {
		for k := range score {
			score[k] += t.rows[n][k].weight
		}
	}
	best := first(&score, -1)
	rival := first(&score, int(want-1))
	t.step++
	if score[want-1]-score[rival] < margin {
		t.update(numbers, want, 1)
		t.update(numbers, text.Tag(rival+1), -1)
	}
	return text.Tag(best + 1)
}

// first is the place of the highest score, but other than at except.
func first(score *[tagCount]float64, except int) int {
	best := -1
	for k := range score {
		if k != except && (best < 0 || score[k] > score[best]) {
			best = k
		}
	}
	return best
}

func (t *trainer) update(numbers []int32, tag text.Tag, by float64) {
	for _, n := range numbers {
		w := &t.rows[n][tag-1]
		w.sum += float64(t.step-w.last) * w.weight
		w.weight += by
		w.last = t.step
	}
}

// table averages the weights, keeps the features that weigh most and rounds
// them to a byte.
func (t *trainer) table() string {
	type feature struct {
		key    uint32
		weight [tagCount]float64
		size   float64
	}
	all := make([]feature, 0, len(t.numbers))
	top := 0.0
	for key, n := range t.numbers {
		f := feature{key: key}
		for k := range f.weight {
			w := &t.rows[n][k]
			f.weight[k] = (w.sum + float64(t.step-w.last)*w.weight) / float64(t.step)
			f.size = max(f.size, math.Abs(f.weight[k]))
		}
		top = max(top, f.size)
		f.size *= math.Log1p(float64(t.counts[n]))
		if f.size > 0 {
			all = append(all, f)
		}
	}
	slices.SortFunc(all, func(a, b feature) int {
		return cmp.Or(cmp.Compare(b.size, a.size), cmp.Compare(a.key, b.key))
	})
	all = all[:min(len(all), maxFeatures)]
	keys := make([]uint32, len(all))
	rows := make([][tagCount]int8, len(all))
	for i, f := range all {
		keys[i] = f.key
		for k, w := range f.weight {
			rows[i][k] = int8(math.Round(w / top * math.MaxInt8))
		}
	}
	return buildTable(keys, rows, tableLoad)
}

// countWords makes the lexicon: which tags a word has, the one it always has,
// and whether it is the lemma of a verb or noun.
func countWords(all []sample, trees []treeSentence) (hashes, entries []uint32) {
	counts := map[uint32]*[tagCount + 1]int{}
	for _, s := range all {
		for i, form := range s.forms {
			h := hashOf(form)
			if counts[h] == nil {
				counts[h] = new([tagCount + 1]int)
			}
			counts[h][s.tags[i]]++
			counts[h][0]++
		}
	}
	found := map[uint32]uint32{}
	for h, c := range counts {
		if c[0] >= 3 {
			found[h] = lexiconEntry(c)
		}
	}
	for i := range trees {
		for _, w := range trees[i].words {
			switch w.tag {
			case text.VERB:
				found[hashOf(w.lemma)] |= bitVerbLemma
			case text.NOUN:
				found[hashOf(w.lemma)] |= bitNounLemma
			}
		}
	}
	for h := range found {
		hashes = append(hashes, h)
	}
	slices.Sort(hashes)
	for _, h := range hashes {
		entries = append(entries, found[h])
	}
	return hashes, entries
}

func lexiconEntry(c *[tagCount + 1]int) uint32 {
	var entry uint32
	for tag := 1; tag <= tagCount; tag++ {
		if c[tag]*20 >= c[0] {
			entry |= 1 << tag
		}
		if c[0] >= 100 && c[tag]*1000 >= c[0]*998 {
			entry |= uint32(tag) << sureShift
		}
	}
	return entry
}

// exceptions are the lemmas that the rules get wrong.
func (m *Model) exceptions(trees []treeSentence) map[lemmaKey]string {
	counts := map[lemmaKey]map[string]int{}
	for i := range trees {
		for _, w := range trees[i].words {
			if w.tag == text.PROPN || w.tag == text.X || strings.ContainsAny(w.form+w.lemma, "\t\n") {
				continue
			}
			k := lemmaKey{strings.ToLower(strings.ReplaceAll(w.form, "’", "'")), w.tag}
			if counts[k] == nil {
				counts[k] = map[string]int{}
			}
			counts[k][w.lemma]++
		}
	}
	out := map[lemmaKey]string{}
	for k, lemmas := range counts {
		if lemma := mostFrequent(lemmas); m.byRule(k.word, k.tag) != lemma {
			out[k] = lemma
		}
	}
	return out
}

func mostFrequent(counts map[string]int) string {
	best := ""
	for s, n := range counts {
		if n > counts[best] || n == counts[best] && s < best {
			best = s
		}
	}
	return best
}
