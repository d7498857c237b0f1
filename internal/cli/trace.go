package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/intake"
	"hearsay/internal/store"
	"hearsay/internal/trace"
)

func (a *app) traceCommand() *cobra.Command {
	var receipt bool
	var opts whatIf
	cmd := &cobra.Command{
		Use:   "trace QUERY...",
		Short: "Show who says so: the chains of one claim, from its origins to you",
		Long: `Finds the claim that QUERY means best, in your own words, and shows on whose
word it stands: how many reports assert it, how few texts, outlets, owners and
origins these come down to, and the chain of hands from each origin outward.
QUERY may also be a claim's id, as "hearsay claims" lists it.

--distrust shows what is left without a hand: every chain through it is gone.
--until shows the claim as it stood then: only reports published by that day.`,
		Example: `  hearsay trace "the branch lent forklifts to the rival union"
  hearsay trace --receipt "the bridge is closed to lorries"
  hearsay trace --distrust "Harbour Monitor" "the bridge is closed to lorries"
  hearsay trace --until 2016-03-02 "the bridge is closed to lorries"`,
		Args: needs("a claim in your own words"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.trace(cmd.Context(), strings.Join(args, " "), opts, receipt)
		},
	}
	cmd.Flags().BoolVar(&receipt, "receipt", false, "print every decision that took part in the count")
	cmd.Flags().StringArrayVar(&opts.distrust, "distrust", nil, "leave out every chain through this hand (may be given again)")
	cmd.RegisterFlagCompletionFunc("distrust", a.completeName)
	cmd.Flags().StringVar(&opts.until, "until", "", "count only reports published until this day")
	return cmd
}

// whatIf is what the flags ask.
type whatIf struct {
	distrust []string
	until    string
}

func (w whatIf) options() (trace.Options, error) {
	opts := trace.Options{Distrust: w.distrust}
	if w.until == "" {
		return opts, nil
	}
	day, ok := intake.ParseDate(w.until)
	if !ok {
		return opts, hearsay.Errorf(hearsay.CodeUsage, "", "--until %q is no date", w.until).Do("write it as 2016-03-02")
	}
	opts.Until = day
	return opts, nil
}

func (a *app) trace(ctx context.Context, query string, asked whatIf, receipt bool) error {
	opts, err := asked.options()
	if err != nil {
		return err
	}
	db, err := a.open(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	answer, err := a.answer(ctx, db, query, opts)
	if err != nil {
		return err
	}
	if a.json {
		return a.printJSON(answer)
	}
	page{w: a.Out, width: a.Width, color: a.Color, receipt: receipt}.trace(answer)
	return nil
}

// answer traces a query and sets the exit status.
func (a *app) answer(ctx context.Context, db *store.DB, query string, opts trace.Options) (*trace.Answer, error) {
	tracer, err := trace.New(db)
	if err != nil {
		return nil, err
	}
	answer, err := tracer.TraceIf(ctx, query, opts)
	if err == nil && answer.Claim == nil {
		a.exit = exitNoMatch
	}
	return answer, err
}
