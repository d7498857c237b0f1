package cli

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

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
		Args:  cobra.ArbitraryArgs,
		RunE:  func(cmd *cobra.Command, args []string) error { return a.demo(cmd.Context(), args) },
	}
}

// demo reads the bundled case as a person would read a folder, and traces its
// main claim. It leaves nothing behind.
func (a *app) demo(ctx context.Context, args []string) error {
	dir, err := os.MkdirTemp("", "hearsay-demo-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	root, err := fs.Sub(demoCase, "demo/case")
	if err != nil {
		return err
	}
	if err := os.CopyFS(dir, root); err != nil {
		return err
	}
	db, err := store.Open(ctx, ":memory:")
	if err != nil {
		return err
	}
	defer db.Close()
	query := demoQuery
	if len(args) > 0 {
		query = args[0]
	}
	return a.showDemo(ctx, db, dir, query)
}

func (a *app) showDemo(ctx context.Context, db *store.DB, dir, query string) error {
	table, err := loadOutlets(filepath.Join(dir, "outlets.toml"))
	if err != nil {
		return err
	}
	sum, err := a.readInto(ctx, db, []string{filepath.Join(dir, "docs")}, readOptions{}, table)
	if err != nil {
		return err
	}
	t, err := trace.New(db)
	if err != nil {
		return err
	}
	answer, err := t.Trace(ctx, query)
	if err != nil {
		return err
	}
	if answer.Claim == nil {
		a.exit = exitNoMatch
	}
	if a.json {
		return a.printJSON(answer)
	}
	p := page{w: a.Out, width: a.Width, color: a.Color}
	fmt.Fprintf(a.Out, "hearsay read the bundled case, %s (all invented), and was asked:\n\n  hearsay trace %q\n\n", count(sum.Reports, "report"), query)
	p.trace(answer)
	fmt.Fprintf(a.Out, "\nTry your own: hearsay read FOLDER, then hearsay claims, then hearsay trace \"…\"\n")
	return nil
}
