package syntax

import (
	"fmt"
	"strings"

	"hearsay/internal/text"
)

// Quality measures m on the held-out files of the treebanks under dataDir, and
// prints a line for each set: words, tags right of a hundred with the words of
// the treebank and with our own tokens, lemmas right.
func Quality(m *Model, dataDir string) (string, error) {
	var b strings.Builder
	fmt.Fprintf(&b, "%-24s %7s %7s %7s %7s\n", "set", "words", "UPOS", "own", "lemma")
	for _, set := range qualitySets {
		trees, err := set.read(dataDir)
		if err != nil {
			return "", fmt.Errorf("measure syntax on %s: %w", set.name, err)
		}
		for _, recase := range set.cases {
			f := measure(m, trees, recase.as)
			fmt.Fprintf(&b, "%-24s %7d %7.2f %7.2f %7.2f\n", set.name+recase.name, f.words, f.tags, f.own, f.lemmas)
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
	words             int
	tags, own, lemmas float64
}

func measure(m *Model, trees []treeSentence, as func(string) string) figures {
	var words, tags, own, ownWords, lemmas int
	var s sentence
	for i := range trees {
		gold := goldSample(&trees[i]).recased(as)
		n := len(gold.forms)
		words += n
		m.tagSentence(&s, n, func(k int) string { return gold.forms[k] }, func(k int, t text.Tag) {
			if t == gold.tags[k] {
				tags++
			}
		})
		for _, w := range trees[i].words {
			if w.tag == text.PROPN || w.tag == text.X || strings.EqualFold(m.LemmaOf(w.form, w.tag), w.lemma) {
				lemmas++
			}
		}
		right, of := m.measureOwn(&trees[i], as)
		own += right
		ownWords += of
	}
	share := func(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }
	return figures{words, share(tags, words), share(own, ownWords), share(lemmas, words)}
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
