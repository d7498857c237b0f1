package cli

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/attribution"
	"hearsay/internal/names"
	"hearsay/internal/syntax"
)

func (a *app) trainCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "train",
		Short: "Rebuild the models that the binary carries",
		Args:  nothingMore,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	var out string
	var how spanTraining
	tagger := &cobra.Command{
		Use:     "syntax DATA",
		Short:   "Train tagger and parser from the treebanks in DATA (ud-ewt/, gum/)",
		Example: "  hearsay train syntax ../data --out internal/syntax/weights.bin",
		Args:    exactly(1),
		RunE:    func(_ *cobra.Command, args []string) error { return a.trainSyntax(args[0], out) },
	}
	tagger.Flags().StringVar(&out, "out", "weights.bin", "file to write")
	spans := &cobra.Command{
		Use:     "attribution DATA",
		Short:   "Train the model of who says what from PolNeAR in DATA (polnear/), or from an open corpus",
		Example: "  hearsay train attribution ../data --corpus corpus --out internal/attribution/weights.bin\n  hearsay train attribution corpus --open --gum ../data/gum --out internal/attribution/open.bin",
		Args:    exactly(1),
		RunE:    func(_ *cobra.Command, args []string) error { return a.trainAttribution(args[0], how) },
	}
	spans.Flags().StringVar(&how.out, "out", "weights.bin", "file to write")
	spans.Flags().StringVar(&how.corpus, "corpus", "", "folder of an open corpus as corpus/ has it, to learn from as well")
	spans.Flags().StringVar(&how.gum, "gum", "", "folder of GUM (dep/): what the open corpus annotates of it is learnt from too, and its other news, interviews and lives as they are read")
	spans.Flags().BoolVar(&how.open, "open", false, "DATA is an openly licensed corpus as corpus/ has it; its train part is learnt from")
	recognizer := &cobra.Command{
		Use:     "names DATA",
		Short:   "Train the recognizer of names from wikigold and GUM in DATA (ner/wikigold/, gum/)",
		Example: "  hearsay train names ../data --out internal/names/weights.bin",
		Args:    exactly(1),
		RunE:    func(_ *cobra.Command, args []string) error { return a.trainNames(args[0], out) },
	}
	recognizer.Flags().StringVar(&out, "out", "weights.bin", "file to write")
	cmd.AddCommand(tagger, spans, recognizer, a.trainSpeakersCommand(), a.trainClaimsCommand(), a.trainVectorsCommand())
	return cmd
}

func (a *app) trainSyntax(data, out string) error {
	model, err := syntax.Train(data)
	if err != nil {
		return hearsay.Errorf(hearsay.CodeUnreadable, data, "cannot train from it: %w", err).Do("name a folder with ud-ewt/ and gum/ in it")
	}
	return a.writeModel(out, model)
}

func (a *app) trainAttribution(data string, how spanTraining) error {
	material, err := how.read(data)
	if err != nil {
		return err
	}
	tagger, err := syntax.Load()
	if err != nil {
		return err
	}
	model, err := attribution.Train(*material, tagger, func(step string) { fmt.Fprintln(a.Err, step) })
	if err != nil {
		return err
	}
	return a.writeModel(how.out, model)
}

// spanTraining says what the model of who says what learns from.
type spanTraining struct {
	corpus string // folder of an open corpus of guests, "" for none
	gum    string // folder of GUM, "" for none
	open   bool   // the data are an open corpus, not PolNeAR
	out    string
}

func (how *spanTraining) read(data string) (m *attribution.Material, err error) {
	m = &attribution.Material{}
	if !how.open {
		m.Articles, err = polnear(data, "train")
	} else {
		m.Articles, err = openCorpus(data, "train")
	}
	if err == nil && how.corpus != "" {
		m.Guests, err = openCorpus(how.corpus, "train")
	}
	if err != nil || how.gum == "" {
		return m, err
	}
	marked, raw, err := gum(data, how.gum)
	m.Articles, m.Raw = append(m.Articles, marked...), raw
	return m, err
}

func (a *app) trainNames(data, out string) error {
	tagger, err := syntax.Load()
	if err != nil {
		return err
	}
	model, err := names.TrainRecognizer(os.DirFS(data), tagger)
	if err != nil {
		return hearsay.Errorf(hearsay.CodeUnreadable, data, "cannot train from it: %w", err).Do("name a folder with ner/wikigold/ and gum/ in it")
	}
	return a.writeModel(out, model)
}

// writeModel writes the weights of a model to a file.
func (a *app) writeModel(out string, model interface{ Write(io.Writer) error }) error {
	f, err := os.Create(out)
	if err != nil {
		return hearsay.Errorf(hearsay.CodeUsage, out, "cannot be written: %w", err).Do("choose another file with --out")
	}
	if err := model.Write(f); err != nil {
		f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	_, err = fmt.Fprintln(a.Out, "wrote", out)
	return err
}
