package cli

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/claims"
	"hearsay/internal/intake"
	"hearsay/internal/pipeline"
	"hearsay/internal/syntax"
)

func (a *app) extractCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "extract FILE...",
		Short: "Print the attributions of reports as JSON Lines; needs no case",
		Long: `Prints one JSON object a report: the report with its text, who says what in
it as byte offsets into that text, and the entities. "-" reads standard input.`,
		Example: "  hearsay extract article.html | jq .attributions",
		Args:    needs("a file, - for standard input"),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.extract(cmd.Context(), args) },
	}
}

// extracted is one line of the output.
type extracted struct {
	Report       *hearsay.Report       `json:"report"`
	Attributions []hearsay.Attribution `json:"attributions"`
	Entities     []hearsay.Entity      `json:"entities"`
	Problems     []hearsay.Problem     `json:"problems"`
}

func (a *app) extract(ctx context.Context, paths []string) error {
	model, err := syntax.Load()
	if err != nil {
		return err
	}
	weights, err := claims.LoadWeights()
	if err != nil {
		return err
	}
	x := extractor{app: a, analyzer: pipeline.Analyzer{Model: model, Weights: weights}, reader: &intake.Reader{PDFCache: cacheFolder()}}
	defer x.reader.Close()
	for _, path := range paths {
		if err := x.path(ctx, path, a.In); err != nil {
			return err
		}
	}
	return nil
}

type extractor struct {
	app      *app
	analyzer pipeline.Analyzer
	reader   *intake.Reader
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
	found := x.analyzer.Analyze(r)
	for i := range found.Attributions {
		a := &found.Attributions[i]
		a.Source, a.Cue, a.Content, a.Via = nonNil(a.Source), nonNil(a.Cue), nonNil(a.Content), nonNil(a.Via)
	}
	return x.app.printJSON(extracted{r, nonNil(found.Attributions), nonNil(found.Entities), []hearsay.Problem{}})
}

// problem prints a line without a report, and sets the exit status.
func (x *extractor) problem(path string, err error) error {
	x.app.exit = exitUnread
	return x.app.printJSON(extracted{nil, []hearsay.Attribution{}, []hearsay.Entity{}, []hearsay.Problem{hearsay.ProblemOf(path, err)}})
}
