package syntax

import (
	"fmt"
	"strings"

	"hearsay/internal/text"
)

// Quality measures m on the held-out files of the treebanks under dataDir, and
// prints a line for each set: words; of a hundred words, those with the right
// tag (with the words of the treebank, and with our own tokens), the right
// lemma, the right head, the right head and relation (without subtypes, from
// the words of the treebank and our own tags).
func Quality(m *Model, dataDir string) (string, error) {
	var b strings.Builder
	fmt.Fprintf(&b, "%-24s %7s %7s %7s %7s %7s %7s\n", "set", "words", "UPOS", "own", "lemma", "UAS", "LAS")
	for _, set := range qualitySets {
		trees, err := set.read(dataDir)
		if err != nil {
			return "", fmt.Errorf("measure syntax on %s: %w", set.name, err)
		}
		for _, recase := range set.cases {
			f := measure(m, trees, recase.as)
			fmt.Fprintf(&b, "%-24s %7d %7.2f %7.2f %7.2f %7.2f %7.2f\n", set.name+recase.name, f.words, f.tags, f.own, f.lemmas, f.heads, f.relations)
		}
	}
	return b.String(), nil
}

type recase struct {
	name string
	as   func(string) string
}

var (
	asPrinted = recase{"", func(s string) string { return s }}
	lowered   = recase{", lower case", strings.ToLower}
	titled    = recase{", title case", titleCase}
)

var qualitySets = []struct {
	name  string
	read  func(dataDir string) ([]treeSentence, error)
	cases []recase
}{
	{"EWT dev", func(dir string) ([]treeSentence, error) { return ewt(dir, "dev") }, []recase{asPrinted, lowered, titled}},
	{"EWT test", func(dir string) ([]treeSentence, error) { return ewt(dir, "test") }, []recase{asPrinted}},
	{"GUM news dev+test", func(dir string) ([]treeSentence, error) {
		return gumDocuments(dir, func(genre, split, _ string) bool { return genre == "news" && split != "train" })
	}, []recase{asPrinted}},
	{"GUM all genres dev+test", func(dir string) ([]treeSentence, error) {
		return gumDocuments(dir, func(_, split, _ string) bool { return split != "train" })
	}, []recase{asPrinted}},
}

// figures are shares in percent.
type figures struct {
	words                               int
	tags, own, lemmas, heads, relations float64
}

// tally counts words, and what is right of them.
type tally struct {
	words, tags, lemmas, heads, relations int
	own, ownWords                         int
}

func measure(m *Model, trees []treeSentence, as func(string) string) figures {
	var c tally
	p := m.Parser()
	for i := range trees {
		gold := goldTree(&trees[i])
		gold.sample = gold.recased(as)
		c.words += len(gold.forms)
		c.countTree(p, &gold)
		for _, w := range trees[i].words {
			if w.tag == text.PROPN || w.tag == text.X || strings.EqualFold(m.LemmaOf(w.form, w.tag), w.lemma) {
				c.lemmas++
			}
		}
		right, of := m.measureOwn(&trees[i], as)
		c.own += right
		c.ownWords += of
	}
	share := func(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }
	return figures{c.words, share(c.tags, c.words), share(c.own, c.ownWords), share(c.lemmas, c.words),
		share(c.heads, c.words), share(c.relations, c.words)}
}

// countTree counts what is right when p tags and parses the words of gold.
func (c *tally) countTree(p *Parser, gold *treeSample) {
	found := p.model.retag(*gold)
	heads, relations := make([]int32, len(gold.heads)), make([]Relation, len(gold.heads))
	p.Parse(found.forms, found.tags, heads, relations)
	for k, head := range heads {
		if found.tags[k] == gold.tags[k] {
			c.tags++
		}
		if head < 0 {
			head = int32(len(heads))
		}
		if head == gold.heads[k] {
			c.heads++
			if relations[k].Universal() == gold.relations[k].Universal() {
				c.relations++
			}
		}
	}
}

// measureOwn counts right tags where text and tokens are found by us.
func (m *Model) measureOwn(tree *treeSentence, as func(string) string) (right, of int) {
	if !tree.placed() {
		return 0, 0
	}
	want, ok := ownSample(tree)
	if !ok {
		want = goldSample(tree)
	}
	want = want.recased(as)
	var s sentence
	m.tagSentence(&s, len(want.forms), func(k int) string { return want.forms[k] }, func(k int, t text.Tag) {
		of++
		if t == want.tags[k] {
			right++
		}
	})
	return right, of
}
