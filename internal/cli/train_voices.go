package cli

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/attribution"
	"hearsay/internal/corpus"
	"hearsay/internal/names"
	"hearsay/internal/syntax"
	"hearsay/internal/text"
)

func (a *app) trainSpeakersCommand() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:     "speakers CORPUS",
		Short:   "Fit what tells who speaks to the corpus (split.tsv, docs/, speakers/)",
		Example: "  hearsay train speakers corpus --out internal/names/voices.txt",
		Args:    exactly(1),
		RunE:    func(_ *cobra.Command, args []string) error { return a.trainSpeakers(args[0], out) },
	}
	cmd.Flags().StringVar(&out, "out", "voices.txt", "file to write")
	return cmd
}

// trainSpeakers fits the weights to the corpus, and says what they are worth on
// texts that they were not fitted to.
func (a *app) trainSpeakers(dir, out string) error {
	texts, err := voicedTexts(dir)
	if err != nil {
		return err
	}
	const folds = 5
	var apart, fitted names.VoicesTally
	for fold := range folds {
		var rest, left []names.Voiced
		for i, v := range texts {
			if i%folds == fold {
				left = append(left, v)
			} else {
				rest = append(rest, v)
			}
		}
		apart.Add(left, names.TrainVoices(rest))
	}
	weights := names.TrainVoices(texts)
	fitted.Add(texts, weights)
	fmt.Fprintf(a.Err, "%d texts\neach by weights fitted to others: %v\nall by weights fitted to all: %v\n", len(texts), apart, fitted)
	return a.writeModel(out, weights)
}

// voicedTexts are the texts of the corpus to learn speakers from, each as it is
// read.
func voicedTexts(dir string) ([]names.Voiced, error) {
	docs, err := corpus.Compartment(dir, "train")
	for _, part := range []string{"train", "dev"} {
		marked, failed := corpus.ReadMarked(filepath.Join(dir, "speakers", part))
		if err == nil {
			err = failed
		}
		docs = append(docs, marked...)
	}
	if err != nil {
		return nil, hearsay.Errorf(hearsay.CodeUnreadable, dir, "is no corpus: %w", err).Do("name a folder with split.tsv, docs/ and speakers/ in it")
	}
	model, err := syntax.Load()
	if err != nil {
		return nil, err
	}
	var texts []names.Voiced
	for _, d := range docs {
		r, err := asRead(d)
		if err != nil {
			return nil, err
		}
		doc := text.Analyze(r)
		model.Tag(doc)
		trees := model.Parse(doc)
		attrs, _ := attribution.Read(doc, r, attribution.Options{Trees: &trees})
		texts = append(texts, names.Voiced{Doc: doc, Report: r, Attrs: attrs, Right: d.Speakers(attrs)})
	}
	return texts, nil
}
