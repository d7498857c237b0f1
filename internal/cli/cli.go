// Package cli is the command line: one file per command, and the wiring of
// everything below. It is the only place that knows the process: arguments,
// environment, terminal, clock and exit status.
//
// What a command prints for people and what it prints with --json come from
// the same values. Results go to standard output; progress, problems and
// errors go to standard error.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/store"
)

// Exit statuses.
const (
	exitDone     = 0
	exitFailed   = 1 // wrong usage, or an internal error
	exitNoMatch  = 3
	exitUnread   = 4 // some input could not be read; the rest was
	exitCanceled = 130
)

// Environment is what a command sees of the process.
type Environment struct {
	In       io.Reader
	Out, Err io.Writer
	Terminal bool // Out is a terminal
	Progress bool // Err is a terminal
	Width    int  // columns of Out
	Color    bool
	Getenv   func(string) string
	Now      func() time.Time
	Workers  int
}

// app is one run of the program.
type app struct {
	Environment
	casePath string
	json     bool
	exit     int // exit status of a command that did its work
}

// Run runs the program and returns its exit status.
func Run(ctx context.Context, args []string, env Environment) (status int) {
	a := &app{Environment: env}
	defer func() {
		if fault := recover(); fault != nil {
			fmt.Fprintf(env.Err, "hearsay: a fault in the program: %v; please report it; what was read before is kept\n", fault)
			if env.Getenv("HEARSAY_DEBUG") != "" {
				env.Err.Write(debug.Stack())
			}
			status = exitFailed
		}
	}()
	root := a.root()
	root.SetArgs(args)
	root.SetIn(env.In)
	root.SetOut(env.Out)
	root.SetErr(env.Err)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return a.exit
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(env.Err, "hearsay: stopped; what was read before is kept, and the next run goes on")
		return exitCanceled
	}
	err = store.Explain(a.path(), err)
	fmt.Fprintln(env.Err, "hearsay:", named(err))
	if hearsay.CodeOf(err) == hearsay.CodeNoMatch {
		return exitNoMatch
	}
	return exitFailed
}

// named adds to an error of cobra where the commands are listed.
func named(err error) string {
	said := strings.TrimRight(err.Error(), "\n")
	if strings.HasPrefix(said, "unknown command") {
		said += "\n→ all commands: hearsay help"
	}
	return said
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "hearsay",
		Short: "Who says so? Trace each claim in a pile of reports to those who vouch for it",
		Long: `hearsay reads articles, posts, letters, mails and feeds and answers: who says so?
For every claim it shows who asserts it, on whose word and through which hands
it came, who denies it, and on how many independent origins it stands.

It measures who vouches for a claim, not whether the claim is true.

A case is one file, hearsay.db in the folder where you are unless --case or
HEARSAY_CASE names another. Exit status: 0 done, 1 wrong usage or a fault,
3 nothing matches, 4 some input could not be read (the rest was).`,
		Example: `  hearsay read ./reports
  hearsay trace "the bridge was closed to lorries"
  hearsay who "Tomas Brede"`,
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.Version = about()
	root.SetVersionTemplate("{{.Version}}\n")
	root.SetFlagErrorFunc(badFlag)
	root.PersistentFlags().StringVar(&a.casePath, "case", "", "case file (default $HEARSAY_CASE, else hearsay.db)")
	root.PersistentFlags().BoolVar(&a.json, "json", false, "print JSON for programs")
	root.AddCommand(
		a.readCommand(), a.traceCommand(), a.claimsCommand(), a.whoCommand(), a.searchCommand(),
		a.statementsCommand(), a.derivationsCommand(), a.driftCommand(), a.problemsCommand(),
		a.reviewCommand(), a.ruleCommand(), a.serveCommand(), a.extractCommand(), a.demoCommand(), a.evalCommand(), a.trainCommand(), a.versionCommand(),
	)
	return root
}

// needs refuses a call without arguments, and says what is missing.
func needs(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if strings.TrimSpace(strings.Join(args, "")) != "" {
			return nil
		}
		return hearsay.Errorf(hearsay.CodeUsage, "", "%s needs %s", cmd.Name(), what).
			Do("see: " + cmd.CommandPath() + " --help")
	}
}

// nothingMore refuses words behind a command that takes none.
func nothingMore(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	what := "takes nothing but flags"
	if cmd.HasSubCommands() {
		what = "has no command"
	}
	return hearsay.Errorf(hearsay.CodeUsage, "", "%s %s: %q", cmd.Name(), what, args[0]).
		Do("see: " + cmd.CommandPath() + " --help")
}

// exactly refuses a call with another number of arguments.
func exactly(n int) cobra.PositionalArgs { return from(n, n) }

// from refuses a call with fewer or more arguments, and shows how it is
// written.
func from(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) >= least && len(args) <= most {
			return nil
		}
		return hearsay.Errorf(hearsay.CodeUsage, "", "write it as %s; what has spaces in it goes between quotation marks", strings.TrimSuffix(cmd.UseLine(), " [flags]")).
			Do("see: " + cmd.CommandPath() + " --help")
	}
}

// badFlag says where the flags of a command are told. A query may begin with
// a hyphen that is no flag.
func badFlag(cmd *cobra.Command, err error) error {
	remedy := "see: " + cmd.CommandPath() + " --help"
	if strings.Contains(err.Error(), "shorthand") && (cmd.Name() == "search" || cmd.Name() == "trace") {
		remedy = "a query that begins with a hyphen goes after --: " + cmd.CommandPath() + " -- '-word'"
	}
	return hearsay.Errorf(hearsay.CodeUsage, "", "%w", err).Do(remedy)
}

// path is the case that the person means.
func (a *app) path() string {
	if a.casePath != "" {
		return a.casePath
	}
	if path := a.Getenv("HEARSAY_CASE"); path != "" {
		return path
	}
	return "hearsay.db"
}

// open opens the case for a command that asks, and brings what is derived up
// to date first.
func (a *app) open(ctx context.Context) (*store.DB, error) {
	db, err := store.OpenExisting(ctx, a.path())
	if err != nil {
		return nil, err
	}
	if err := a.derive(ctx, db); err != nil {
		db.Close()
		return nil, err
	}
	return db, nil
}

// noMatch sets the exit status of a command that found nothing, and says so.
func (a *app) noMatch(format string, args ...any) {
	a.exit = exitNoMatch
	if !a.json {
		fmt.Fprintf(a.Out, format+"\n", args...)
	}
}

// System is the Environment of the real process.
func System() Environment {
	width, terminal := terminalWidth(os.Stdout)
	_, progress := terminalWidth(os.Stderr)
	return Environment{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		Terminal: terminal, Progress: progress, Width: width,
		Color:   terminal && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb",
		Getenv:  os.Getenv,
		Now:     time.Now,
		Workers: workers(),
	}
}
