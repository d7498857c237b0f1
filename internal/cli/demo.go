package cli

import (
	"context"
	"embed"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"hearsay/internal/intake"
	"hearsay/internal/pipeline"
	"hearsay/internal/store"
	"hearsay/internal/trace"
)

//go:embed demo/case
var demoCase embed.FS

// demoQuery is the claim of the bundled case that many repeat and one man
// vouches for.
const demoQuery = "the lighthouse lamp was lent to a wedding"

func (a *app) demoCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "demo [QUERY]",
		Short: "Show it on a bundled, invented case: one claim, many reports, one man",
		Long: `Reads a bundled case of invented reports and traces one claim in it. Nothing is
left behind, unless you name a case file with --case to go on with.`,
		Example: `  hearsay demo
  hearsay demo "the light was burning all night"
  hearsay demo --case demo.db && hearsay claims --case demo.db`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			query := demoQuery
			if len(args) > 0 {
				query = strings.Join(args, " ")
			}
			return a.demo(cmd.Context(), query)
		},
	}
}

// demo reads the bundled case as a person would read a folder, and traces a
// claim in it.
func (a *app) demo(ctx context.Context, query string) error {
	path := a.casePath
	if path == "" {
		path = ":memory:"
	}
	db, err := store.Open(ctx, path)
	if err != nil {
		return err
	}
	defer db.Close()
	reports, err := a.readDemo(ctx, db)
	if err != nil {
		return err
	}
	return a.showDemo(ctx, db, reports, query)
}

// readDemo reads the bundled files and returns how many reports they hold.
func (a *app) readDemo(ctx context.Context, db *store.DB) (reports int, err error) {
	settings, err := demoCase.ReadFile("demo/case/outlets.toml")
	if err != nil {
		return 0, err
	}
	table, err := intake.ParseOutlets("outlets.toml", settings)
	if err != nil {
		return 0, err
	}
	if err := db.PutOutlets(ctx, table); err != nil {
		return 0, err
	}
	bar := a.progress()
	defer bar.finish()
	p, err := pipeline.New(db, pipeline.Options{Workers: a.Workers, Tell: bar.tell})
	if err != nil {
		return 0, err
	}
	defer p.Close()
	files, err := demoCase.ReadDir("demo/case/docs")
	if err != nil {
		return 0, err
	}
	for _, f := range files {
		b, err := demoCase.ReadFile("demo/case/docs/" + f.Name())
		if err != nil {
			return 0, err
		}
		got, err := p.ReadInput(ctx, intake.Input{Path: "docs/" + f.Name(), Bytes: b})
		if err != nil {
			return 0, err
		}
		reports += got.Reports
	}
	return reports, p.Derive(ctx)
}

func (a *app) showDemo(ctx context.Context, db *store.DB, reports int, query string) error {
	answer, err := a.answer(ctx, db, query, trace.Options{})
	if err != nil {
		return err
	}
	if a.json {
		return a.printJSON(answer)
	}
	fmt.Fprintf(a.Out, "hearsay read the bundled case, %s (all invented), and was asked:\n\n  hearsay trace %q\n\n", count(reports, "report"), query)
	page{w: a.Out, width: a.Width, color: a.Color}.trace(answer)
	fmt.Fprintf(a.Out, "\nNow your own: hearsay read FOLDER, then hearsay claims, then hearsay trace \"…\"\n")
	return nil
}
