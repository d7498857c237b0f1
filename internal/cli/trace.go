package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"hearsay/internal/store"
	"hearsay/internal/trace"
)

func (a *app) traceCommand() *cobra.Command {
	var receipt bool
	cmd := &cobra.Command{
		Use:   "trace QUERY...",
		Short: "Show who says so: the chains of one claim, from its origins to you",
		Long: `Finds the claim that QUERY means best, in your own words, and shows on whose
word it stands: how many reports assert it, how few texts, outlets, owners and
origins these come down to, and the chain of hands from each origin outward.
QUERY may also be a claim's id, as "hearsay claims" lists it.`,
		Example: `  hearsay trace "the branch lent forklifts to the rival union"
  hearsay trace --receipt "the bridge is closed to lorries"`,
		Args: needs("a claim in your own words"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.trace(cmd.Context(), strings.Join(args, " "), receipt)
		},
	}
	cmd.Flags().BoolVar(&receipt, "receipt", false, "print every decision that took part in the count")
	return cmd
}

func (a *app) trace(ctx context.Context, query string, receipt bool) error {
	db, err := a.open(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	answer, err := a.answer(ctx, db, query)
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
func (a *app) answer(ctx context.Context, db *store.DB, query string) (*trace.Answer, error) {
	tracer, err := trace.New(db)
	if err != nil {
		return nil, err
	}
	answer, err := tracer.Trace(ctx, query)
	if err == nil && answer.Claim == nil {
		a.exit = exitNoMatch
	}
	return answer, err
}
