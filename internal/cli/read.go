package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/fetch"
	"hearsay/internal/intake"
	"hearsay/internal/pipeline"
	"hearsay/internal/store"
)

func (a *app) readCommand() *cobra.Command {
	var opt readOptions
	cmd := &cobra.Command{
		Use:   "read PATH|URL|-...",
		Short: "Take reports into the case: files, folders, archives, feeds, addresses",
		Long: `Reads text, Markdown, HTML, PDF, DOCX, mail (.eml, .mbox), feeds (RSS, Atom,
JSON Feed), Telegram exports, JSON Lines, WARC and zip; what a file is follows
from its content. Reading a thing twice changes nothing. What cannot be read is
named with its reason, and the rest goes on (exit status 4). An outlets.toml
among what is named, or at the top of a folder, says who owns which outlet.

With --watch it goes on until it is stopped with Ctrl-C: folders are looked at
every ten seconds, and only what is new or changed is read; addresses are asked
again every 15 minutes, or as --every says.`,
		Example: `  hearsay read ./reports
  hearsay read letter.txt --outlet "Quayside Voices" --published 2015-03-02
  hearsay read https://example.org/feed.xml
  hearsay read ./docs --outlets owners.toml
  hearsay read --watch ./incoming https://example.org/feed.xml`,
		Args: needs("something to read, - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if opt.watch {
				return a.watch(cmd.Context(), args, opt)
			}
			return a.read(cmd.Context(), args, opt)
		},
	}
	cmd.Flags().StringVar(&opt.outlets, "outlets", "", "TOML file with owners, aliases and domains of outlets")
	cmd.Flags().StringVar(&opt.setting.Outlet, "outlet", "", "who published what is read now")
	cmd.Flags().StringVar(&opt.setting.Published, "published", "", "when it was published (2015-03-02)")
	cmd.Flags().BoolVar(&opt.watch, "watch", false, "go on reading what is new, until stopped")
	cmd.Flags().DurationVar(&opt.every, "every", 15*time.Minute, "with --watch, how often an address is asked (15m at least)")
	cmd.Flags().BoolVar(&opt.private, "allow-private", false, "fetch from private and loopback addresses too")
	return cmd
}

type readOptions struct {
	outlets string
	setting hearsay.Setting
	private bool
	watch   bool          // only what is new to the watch of a folder
	every   time.Duration // between two looks at an address
}

// read takes in every argument, then derives.
func (a *app) read(ctx context.Context, args []string, opt readOptions) error {
	if err := checkSetting(opt.setting); err != nil {
		return err
	}
	table, args, err := a.outletsFor(&opt, args)
	if err != nil {
		return err
	}
	if problems := nothingThere(args); len(problems) == len(args) && !exists(a.path()) {
		return a.sayUnread(problems)
	}
	db, err := store.Open(ctx, a.path())
	if err != nil {
		return err
	}
	defer db.Close()
	sum, err := a.readInto(ctx, db, args, opt, table)
	if err != nil {
		return err
	}
	return a.sayRead(ctx, db, sum)
}

// readInto does the reading; the case is derived when it returns.
func (a *app) readInto(ctx context.Context, db *store.DB, args []string, opt readOptions, table *hearsay.OutletTable) (pipeline.Reading, error) {
	var sum pipeline.Reading
	bar := a.progress()
	defer bar.finish()
	p, err := pipeline.New(db, pipeline.Options{Workers: a.Workers, Tell: bar.tell, Cache: cacheFolder()})
	if err != nil {
		return sum, err
	}
	defer p.Close()
	if table != nil {
		if err := db.PutOutlets(ctx, *table); err != nil {
			return sum, err
		}
	}
	client := fetch.New(fetch.Options{AllowPrivate: opt.private, Version: version()})
	if err := a.readAll(ctx, db, p, client, args, opt, &sum); err != nil {
		return sum, err
	}
	err = p.Derive(ctx)
	sum.Problems = append(sum.Problems, p.Failed()...)
	return sum, err
}

// readAll takes in every argument and adds what it did to sum.
func (a *app) readAll(ctx context.Context, db *store.DB, p *pipeline.Pipeline, client *fetch.Client, args []string, opt readOptions, sum *pipeline.Reading) error {
	for _, arg := range args {
		got, err := a.readOne(ctx, db, p, client, arg, opt.watch)
		sum.Reports += got.Reports
		sum.Added += got.Added
		sum.Changed += got.Changed
		sum.Problems = append(sum.Problems, got.Problems...)
		sum.Paths = append(sum.Paths, got.Paths...)
		if err != nil {
			return err
		}
	}
	if opt.setting == (hearsay.Setting{}) {
		return nil
	}
	return db.PutSettings(ctx, sum.Paths, opt.setting)
}

func (a *app) readOne(ctx context.Context, db *store.DB, p *pipeline.Pipeline, client *fetch.Client, arg string, watched bool) (pipeline.Reading, error) {
	if watched && isFolder(arg) {
		return p.ReadChanged(ctx, arg, a.Now())
	}
	if !isAddress(arg) {
		if problem, is := missingHost(arg); is {
			return pipeline.Reading{Problems: []hearsay.Problem{problem}}, db.PutProblems(ctx, []hearsay.Problem{problem})
		}
		return p.Read(ctx, arg, a.In)
	}
	return readAddress(ctx, db, p, client, arg, watched)
}

func checkSetting(s hearsay.Setting) error {
	if s.Published == "" {
		return nil
	}
	if _, ok := intake.ParseDate(s.Published); !ok {
		return hearsay.Errorf(hearsay.CodeUsage, "", "--published %q is no date", s.Published).Do("write it as 2015-03-02")
	}
	return nil
}

// outletsFor is the table of outlets that a reading goes by, and what else there
// is to read: the file that --outlets names, or an outlets.toml among the
// arguments or at the top of a folder among them.
func (a *app) outletsFor(opt *readOptions, args []string) (*hearsay.OutletTable, []string, error) {
	var found, rest []string
	for _, arg := range args {
		switch beside := filepath.Join(arg, outletsFile); {
		case filepath.Base(arg) == outletsFile && !isFolder(arg):
			found = append(found, arg)
			continue
		case !isAddress(arg) && isFolder(arg) && exists(beside):
			found = append(found, beside)
		}
		rest = append(rest, arg)
	}
	switch {
	case opt.outlets != "" || len(found) == 0:
	case len(found) == 1:
		opt.outlets = found[0]
		if !a.json {
			fmt.Fprintf(a.Out, "Outlets and their owners are taken from %s.\n", opt.outlets)
		}
	default:
		return nil, nil, hearsay.Errorf(hearsay.CodeUsage, "", "there are two tables of outlets, %s and %s", found[0], found[1]).
			Do("say with --outlets which one counts")
	}
	table, err := loadOutlets(opt.outlets)
	return table, rest, err
}

func loadOutlets(path string) (*hearsay.OutletTable, error) {
	if path == "" {
		return nil, nil
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, hearsay.Errorf(hearsay.CodeUnreadable, path, "cannot be opened: %w", err).Do("check the name after --outlets")
	}
	table, err := intake.ParseOutlets(path, b)
	return &table, err
}

// sayRead tells what was read, and every problem with its remedy.
func (a *app) sayRead(ctx context.Context, db *store.DB, sum pipeline.Reading) error {
	if len(sum.Problems) > 0 {
		a.exit = exitUnread
	}
	if a.json {
		return a.printJSON(map[string]any{"reports": sum.Reports, "added": sum.Added, "changed": sum.Changed, "problems": nonNil(sum.Problems)})
	}
	total, err := db.CountReports(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(a.Out, "%s read, %d new; the case %s now holds %s.\n", count(sum.Reports, "report"), sum.Added, db.Path(), count(total, "report"))
	if sum.Reports == 0 && len(sum.Problems) == 0 {
		fmt.Fprintln(a.Out, "There was nothing to read: what you named holds no files.")
	}
	if sum.Changed == 1 {
		fmt.Fprintln(a.Out, "1 changed file is now in the case in both versions.")
	} else if sum.Changed > 1 {
		fmt.Fprintf(a.Out, "%d changed files are now in the case in both versions.\n", sum.Changed)
	}
	printProblems(a.Err, sum.Problems)
	return nil
}

// sayUnread tells that nothing could be opened, where there is no case yet: an
// empty one would only be in the way.
func (a *app) sayUnread(problems []hearsay.Problem) error {
	a.exit = exitUnread
	if a.json {
		return a.printJSON(map[string]any{"reports": 0, "added": 0, "changed": 0, "problems": problems})
	}
	fmt.Fprintln(a.Out, "Nothing was read, so no case was made.")
	printProblems(a.Err, problems)
	return nil
}

func printProblems(w io.Writer, problems []hearsay.Problem) {
	if len(problems) == 0 {
		return
	}
	fmt.Fprintf(w, "%s could not be read:\n", count(len(problems), "input"))
	for _, p := range problems {
		fmt.Fprintf(w, "  %s: %s\n", p.Path, p.Reason)
		if p.Remedy != "" {
			fmt.Fprintf(w, "    → %s\n", p.Remedy)
		}
	}
}

// derive brings an opened case up to date, for a command that only asks.
func (a *app) derive(ctx context.Context, db *store.DB) error {
	stale, err := pipeline.Stale(ctx, db)
	if err != nil || !stale {
		return err
	}
	bar := a.progress()
	defer bar.finish()
	p, err := pipeline.New(db, pipeline.Options{Workers: a.Workers, Tell: bar.tell, Cache: cacheFolder()})
	if err != nil {
		return err
	}
	defer p.Close()
	return p.Derive(ctx)
}

// cacheFolder is where compiled parts may be kept between runs; "" if the
// person has no such folder.
func cacheFolder() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "hearsay")
}
