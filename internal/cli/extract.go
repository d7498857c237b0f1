package cli

import (
	"context"
	"errors"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/attribution"
	"hearsay/internal/claims"
	"hearsay/internal/intake"
	"hearsay/internal/pipeline"
	"hearsay/internal/syntax"
)

func (a *app) extractCommand() *cobra.Command {
	var o extractOptions
	cmd := &cobra.Command{
		Use:   "extract FILE...",
		Short: "Print the attributions of reports as JSON Lines; needs no case",
		Long: `Prints one JSON object a report: the report with its text, who says what in
it as byte offsets into that text, and the entities. "-" reads standard input.

The score of an attribution says how sure it is: of the spans of those scored
0.9, about nine in ten are right. --min-score leaves out the others.

--fast does without the trees of sentences: nearly twice as fast, and somewhat
fewer attributions are right. --weights open decides by a model that learnt from
openly licensed texts alone; docs/model-card.md has the figures of both.

--explain tells of each attribution why it is as it is, in "why": what the rules
saw, how sure the model is of each span and which one it would have taken
instead, what makes the stance, and whom a pronoun or a description stands for.

--format brat and webannotation print the spans for programs that annotate
texts, with offsets in characters; docs/formats.md tells how.`,
		Example: "  hearsay extract article.html | jq .attributions\n  hearsay extract --min-score 0.8 article.html\n" +
			"  hearsay extract --explain article.html | jq '.attributions[] | .score, .why'\n" +
			"  hearsay extract --format brat --out annotated article.html feed.xml",
		Args: needs("a file, - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.extract(cmd.Context(), args, o) },
	}
	cmd.Flags().Float64Var(&o.least, "min-score", 0, "leave out attributions with a lower score, 0 to 1")
	cmd.Flags().BoolVar(&o.explain, "explain", false, "tell of each attribution why it is as it is")
	cmd.Flags().BoolVar(&o.fast, "fast", false, "do without the trees of sentences")
	cmd.Flags().StringVar(&o.weights, "weights", "default", "the model that decides: default or open")
	o.formatFlags.add(cmd)
	return cmd
}

// extractOptions are the flags of extract.
type extractOptions struct {
	least   float64
	fast    bool
	explain bool
	weights string
	formatFlags
}

// spans is the model that the flags ask for.
func (o extractOptions) spans() (*attribution.Model, error) {
	switch o.weights {
	case "default":
		return attribution.Default(), nil
	case "open":
		return attribution.Open(), nil
	}
	return nil, hearsay.Errorf(hearsay.CodeUsage, "--weights", "%q is no model", o.weights).Do("give default or open")
}

// extracted is one line of the output.
type extracted struct {
	Report       *hearsay.Report   `json:"report"`
	Attributions []explained       `json:"attributions"`
	Entities     []hearsay.Entity  `json:"entities"`
	Problems     []hearsay.Problem `json:"problems"`
}

func (a *app) extract(ctx context.Context, paths []string, o extractOptions) error {
	if o.least < 0 || o.least > 1 {
		return hearsay.Errorf(hearsay.CodeUsage, "--min-score", "is no share").Do("give a number from 0 to 1")
	}
	spans, err := o.spans()
	if err != nil {
		return err
	}
	out, err := o.output(a, o.explain)
	if err != nil {
		return err
	}
	model, err := syntax.Load()
	if err != nil {
		return err
	}
	weights, err := claims.LoadWeights()
	if err != nil {
		return err
	}
	analyzer := pipeline.Analyzer{Model: model, Weights: weights, Spans: spans, Fast: o.fast}
	x := extractor{app: a, out: out, analyzer: analyzer, least: o.least, explain: o.explain, reader: &intake.Reader{PDFCache: cacheFolder()}}
	defer x.reader.Close()
	for _, path := range paths {
		if err := x.path(ctx, path, a.In); err != nil {
			return errors.Join(err, out.close())
		}
	}
	return out.close()
}

type extractor struct {
	app      *app
	out      extractOutput
	analyzer pipeline.Analyzer
	reader   *intake.Reader
	least    float64 // score of what is printed
	explain  bool
}

func (x *extractor) path(ctx context.Context, path string, stdin io.Reader) (err error) {
	intake.Walk(path, stdin, func(in intake.Input, failed error) bool {
		if failed != nil {
			err = x.problem(in.Path, failed)
			return err == nil
		}
		x.reader.Read(in, func(r *hearsay.Report, failed error) bool {
			if failed != nil {
				err = x.problem(in.Path, failed)
			} else {
				err = x.report(r)
			}
			if err == nil {
				err = ctx.Err()
			}
			return err == nil
		})
		return err == nil
	})
	return err
}

func (x *extractor) report(r *hearsay.Report) error {
	var why reasons
	if x.explain {
		why = reasons{}
		x.analyzer.Explain = func(id string, list []string) { why[id] = list }
	}
	found := x.analyzer.Analyze(r)
	found.Attributions = atLeast(found.Attributions, x.least)
	for i := range found.Attributions {
		a := &found.Attributions[i]
		a.Source, a.Cue, a.Content, a.Via = nonNil(a.Source), nonNil(a.Cue), nonNil(a.Content), nonNil(a.Via)
	}
	why.addSpeakers(r, &found)
	return x.out.report(r, &found, why)
}

// atLeast leaves out attributions with a lower score, and what is nested in
// them. An outer one comes before those inside it.
func atLeast(as []hearsay.Attribution, least float64) []hearsay.Attribution {
	gone := map[string]bool{"": false}
	return slices.DeleteFunc(as, func(a hearsay.Attribution) bool {
		gone[a.ID] = a.Score < least || gone[a.Parent]
		return gone[a.ID]
	})
}

// problem prints what could not be read, and sets the exit status.
func (x *extractor) problem(path string, err error) error {
	x.app.exit = exitUnread
	return x.out.problem(hearsay.ProblemOf(path, err))
}
