package names

import (
	"io/fs"

	"hearsay"
	"hearsay/internal/linear"
	"hearsay/internal/syntax"
	"hearsay/internal/text"
)

// TrainRecognizer learns from the sets below data that are edited prose and may
// be redistributed as weights: the first half of wikigold, and GUM's train
// documents whose licence is not in doubt.
func TrainRecognizer(data fs.FS, tagger *syntax.Model) (*Recognizer, error) {
	texts, err := trainingTexts(data)
	if err != nil {
		return nil, err
	}
	return trainRecognizer(texts, tagger), nil
}

func trainingTexts(data fs.FS) ([]Annotated, error) {
	wikigold, err := ReadWikigold(data)
	if err != nil {
		return nil, err
	}
	gum, err := ReadGUM(data, func(_, split, doubt string) bool { return split == "train" && doubt == "-" })
	if err != nil {
		return nil, err
	}
	return append(wikigold[:len(wikigold)/2], gum...), nil
}

func trainRecognizer(texts []Annotated, tagger *syntax.Model) *Recognizer {
	var sequences []linear.Sequence
	for _, a := range texts {
		sequences = append(sequences, sequencesOf(a, tagger)...)
	}
	chain := linear.TrainChain(sequences, linear.ChainOptions{
		Classes: recognizerClasses, Epochs: 24, Least: 2, Most: 1_000_000, Buckets: 20000, Rate: 0.1, Dropout: 0.6,
		Allowed: func(from, to int) bool { return to < nameLabels && (from < nameLabels || from == linear.Labels) },
	})
	table, steps := chain.Parts()
	return &Recognizer{chain, table, steps}
}

// sequencesOf are the sentences of a text, labelled.
func sequencesOf(a Annotated, tagger *syntax.Model) []linear.Sequence {
	r := &hearsay.Report{Text: a.Text, Lang: "en"}
	doc := text.Analyze(r)
	tagger.Tag(doc)
	rd := prepare(doc, r, Outlets{})
	rd.findNames()
	gold := goldLabels(doc, a.Names)
	f := newNameFeatures(rd)
	var out []linear.Sequence
	for s, sentence := range doc.Sentences {
		if sentence.First >= sentence.Last || rd.sentence[sentence.First] != int32(s) || !f.hasCapital(sentence.First, sentence.Last) {
			continue
		}
		var q linear.Sequence
		f.each(sentence.First, sentence.Last, func(i int, features []linear.Feature, class uint8) {
			q.Features = append(q.Features, features...)
			q.Ends = append(q.Ends, int32(len(q.Features)))
			q.Class = append(q.Class, class)
			q.Gold = append(q.Gold, gold[i])
		})
		out = append(out, q)
	}
	return out
}

// goldLabels gives each token the label of the name that it is part of.
func goldLabels(doc *text.Document, names []AnnotatedName) []uint8 {
	labels := make([]uint8, len(doc.Tokens))
	for _, n := range names {
		first, last := doc.TokensIn(n.Span)
		for y, k := range labelKinds {
			for i := first; k == n.Kind && i < last; i++ {
				labels[i] = uint8(y)
			}
		}
	}
	return labels
}
