package cli

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/mattn/go-runewidth"
	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/store"
	"hearsay/internal/trace"
)

// The commands of this file print whole tables of the case, one thing a line.

func (a *app) claimsCommand() *cobra.Command {
	atLeast, limit := 2, 50
	cmd := &cobra.Command{
		Use:   "claims",
		Short: "List the claims of the case, the most repeated and least independent first",
		Long: `Lists the claims that at least two reports assert, each with its ladder:
reports, texts, outlets, owners, origins. "hearsay trace ID" shows one whole,
with the receipt of its count.`,
		Example: "  hearsay claims --limit 10\n  hearsay claims --at-least 1",
		Args:    nothingMore,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.asking(cmd.Context(), func(ctx context.Context, t *trace.Tracer, _ *store.DB) error {
				list, err := t.Claims(ctx, atLeast, limit)
				if err != nil {
					return err
				}
				return a.printClaims(list)
			})
		},
	}
	cmd.Flags().IntVar(&atLeast, "at-least", atLeast, "least number of reports that assert a claim")
	cmd.Flags().IntVar(&limit, "limit", limit, "most claims to list")
	return cmd
}

// asking runs f on the case of the person.
func (a *app) asking(ctx context.Context, f func(context.Context, *trace.Tracer, *store.DB) error) error {
	db, err := a.open(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	t, err := trace.New(db)
	if err != nil {
		return err
	}
	return f(ctx, t, db)
}

func (a *app) printClaims(list []trace.Listed) error {
	if len(list) == 0 {
		a.noMatch("No claim is asserted by that many reports. Try: hearsay claims --at-least 1")
	}
	if a.json {
		for _, l := range list {
			if err := a.printJSON(l); err != nil {
				return err
			}
		}
		return nil
	}
	p := a.page(nil)
	for _, l := range list {
		p.claimLine(l)
	}
	if len(list) > 0 {
		fmt.Fprintln(a.Out, p.dim("\nEach count has its receipt: hearsay trace --receipt ID"))
	}
	return nil
}

// claimLine is one claim in three lines: its words, its ladder, its origins.
func (p page) claimLine(l trace.Listed) {
	fmt.Fprintln(p.w, p.bold(runewidth.Truncate(quoted(l.Text), p.width, "…”")))
	line := fmt.Sprintf("  %s  %s → %s → %s", l.ID, count(l.Ladder.Reports, "report"), count(l.Ladder.Texts, "text"), trace.Origins(l.Ladder.Origins))
	if l.Circular {
		line += ", a circle"
	}
	if l.Denied > 0 {
		line += fmt.Sprintf(", denied in %d", l.Denied)
	}
	fmt.Fprintln(p.w, line)
	for i, name := range l.Origins {
		if i == 3 {
			fmt.Fprintln(p.w, p.dim("    …"))
			break
		}
		fmt.Fprintln(p.w, p.dim("    ● "+oneLine(name)))
	}
}

func (a *app) statementsCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "statements",
		Short: "Print every statement of the case with its chain",
		Args:  nothingMore,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.asking(cmd.Context(), a.statements)
		},
	}
}

func (a *app) statements(ctx context.Context, t *trace.Tracer, db *store.DB) error {
	if a.json {
		return t.Statements(ctx, func(s trace.Statement) error { return a.printJSON(s) })
	}
	path, err := paths(ctx, db)
	if err != nil {
		return err
	}
	p := a.page(newLabels(slices.Collect(maps.Values(path))))
	return t.Statements(ctx, func(s trace.Statement) error {
		p.statement(s)
		return nil
	})
}

// statement prints one: its words, then its stance, its chain and where it stands.
func (p page) statement(s trace.Statement) {
	p.wrap("", oneLine(s.Text))
	stance := string(s.Stance)
	if s.Hedged {
		stance += ", hedged"
	}
	p.wrap("    ", p.dim(fmt.Sprintf("%s; %s (%s); %s", stance, chainLine(s.Chain), s.End, p.files.of(s.Path))))
}

// chainLine reads from the end to the outlet: who says it, through whom.
func chainLine(c hearsay.Chain) string {
	line := ""
	for i := len(c) - 1; i >= 0; i-- {
		line += oneLine(c[i].Name)
		if i > 0 {
			line += " → "
		}
	}
	return line
}

func (a *app) derivationsCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "derivations",
		Short: "Print which report takes its text from which",
		Args:  nothingMore,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.asking(cmd.Context(), a.derivations)
		},
	}
}

// printedDerivation adds the paths to a derivation.
type printedDerivation struct {
	From     string                 `json:"from"`
	FromPath string                 `json:"from_path"`
	To       string                 `json:"to"`
	ToPath   string                 `json:"to_path"`
	Kind     hearsay.DerivationKind `json:"kind"`
	Overlap  float64                `json:"overlap"`
	Why      []string               `json:"why,omitempty"`
}

// paths are those of the reports of a case, by id.
func paths(ctx context.Context, db *store.DB) (map[string]string, error) {
	reports, err := db.Publications(ctx, nil)
	path := map[string]string{}
	for _, r := range reports {
		path[r.ID] = r.Path
	}
	return path, err
}

func (a *app) derivations(ctx context.Context, _ *trace.Tracer, db *store.DB) error {
	path, err := paths(ctx, db)
	if err != nil {
		return err
	}
	list, err := db.Derivations(ctx, nil)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		a.noMatch("No report of the case takes its text from another.")
	}
	slices.SortFunc(list, func(a, b store.Derivation) int {
		return cmp.Or(cmp.Compare(path[a.To], path[b.To]), cmp.Compare(path[a.From], path[b.From]))
	})
	p := a.page(newLabels(slices.Collect(maps.Values(path))))
	for _, d := range list {
		one := printedDerivation{From: d.From, FromPath: path[d.From], To: d.To, ToPath: path[d.To], Kind: d.Kind, Overlap: d.Overlap, Why: d.Why}
		if a.json {
			err = a.printJSON(one)
		} else {
			p.derivation(one, overlap(d.Derivation))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// derivation prints a pair of reports and how one follows from the other.
func (p page) derivation(d printedDerivation, overlap string) {
	p.noted("", p.files.of(d.FromPath)+" → "+p.files.of(d.ToPath), string(d.Kind)+overlap)
	for _, why := range d.Why {
		p.wrap("    ", why)
	}
}

// overlap is the share of words in common, where the kind of derivation
// rests on words: a translation shares none, and a reply need not.
func overlap(d hearsay.Derivation) string {
	percent := fmt.Sprintf("%.0f", 100*d.Overlap)
	if percent == "0" || d.Kind == hearsay.Translation || d.Kind == hearsay.Reply {
		return ""
	}
	return ", " + percent + " %"
}

func (a *app) driftCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "drift",
		Short: "Print how quotations changed from report to report",
		Args:  nothingMore,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.asking(cmd.Context(), a.drift)
		},
	}
}

func (a *app) drift(ctx context.Context, _ *trace.Tracer, db *store.DB) error {
	list, err := db.Drifts(ctx, nil)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		a.noMatch("No quotation of the case changed on its way.")
	}
	var files []string
	for _, d := range list {
		files = append(files, d.Path)
	}
	p := a.page(newLabels(files))
	for _, d := range list {
		if a.json {
			err = a.printJSON(d.Drift)
		} else {
			p.drifted(d.Drift, string(d.Class)+"  "+p.files.of(d.Path))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (a *app) problemsCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "problems",
		Short: "List what could not be read, and what to do about it",
		Args:  nothingMore,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.asking(cmd.Context(), a.problems)
		},
	}
}

func (a *app) problems(ctx context.Context, _ *trace.Tracer, db *store.DB) error {
	list, err := db.Problems(ctx)
	if err != nil {
		return err
	}
	if a.json {
		for _, p := range list {
			if err := a.printJSON(p); err != nil {
				return err
			}
		}
		return nil
	}
	if len(list) == 0 {
		fmt.Fprintln(a.Out, "Everything that was given was read.")
	}
	printProblems(a.Out, list)
	return nil
}
