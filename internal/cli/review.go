package cli

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/store"
	"hearsay/internal/trace"
)

func (a *app) reviewCommand() *cobra.Command {
	limit := 20
	cmd := &cobra.Command{
		Use:   "review",
		Short: "List the decisions that wait for your ruling, the most consequential first",
		Long: `Lists what hearsay joined, or kept apart, without being sure: names that may or
may not be one, reports that may take their text from another, statements that
may not make the claim they are counted for. Each shows the rulings that
confirm and refuse it; a decision that you ruled on is not listed again, nor one
that you left open with "hearsay rule unsure".`,
		Example: "  hearsay review --limit 5",
		Args:    nothingMore,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.asking(cmd.Context(), func(ctx context.Context, t *trace.Tracer, _ *store.DB) error {
				list, err := t.Review(ctx, limit)
				if err != nil {
					return err
				}
				return a.printDoubts(list)
			})
		},
	}
	cmd.Flags().IntVar(&limit, "limit", limit, "most decisions to list")
	return cmd
}

func (a *app) printDoubts(list []trace.Doubt) error {
	p := a.page(newLabels(reportsIn(list)))
	for i, d := range list {
		if a.json {
			if err := a.printJSON(d); err != nil {
				return err
			}
			continue
		}
		if i > 0 {
			fmt.Fprintln(a.Out)
		}
		p.doubt(d)
	}
	if len(list) == 0 && !a.json {
		fmt.Fprintln(a.Out, "Nothing waits for a ruling.")
	}
	return nil
}

// doubt is one decision with its reasons, and what to type to settle it.
func (p page) doubt(d trace.Doubt) {
	d.A, d.B = p.short(d, d.A), p.short(d, d.B)
	p.wrap("", p.bold(question(d)))
	if d.Texts[0] != "" {
		p.wrap("    ", quoted(d.Texts[0]))
		p.wrap("    ", quoted(d.Texts[1]))
	}
	note := fmt.Sprintf("%s on it; %.0f %% sure", hang(d.Weight), 100*d.Score)
	if len(d.Reasons) > 0 {
		note += ": " + strings.Join(d.Reasons, "; ")
	}
	p.wrap("  ", p.dim(oneLine(note)))
	for _, verb := range []string{d.Yes, d.No} {
		fmt.Fprintf(p.w, "  hearsay rule %s %s %s\n", verb, shellWord(d.A), shellWord(d.B))
	}
}

// reportsIn are the paths in decisions on reports and statements.
func reportsIn(list []trace.Doubt) (paths []string) {
	for _, d := range list {
		for _, thing := range []string{d.A, d.B} {
			if path, _, ok := hearsay.ParseStatementID(thing); ok {
				thing = path
			}
			paths = append(paths, thing)
		}
	}
	return paths
}

// short is a thing of a decision as a person types it.
func (p page) short(d trace.Doubt, thing string) string {
	switch d.Kind {
	case trace.DoubtDerivation:
		return p.files.of(thing)
	case trace.DoubtClaim:
		path, content, _ := hearsay.ParseStatementID(thing)
		return hearsay.StatementID(p.files.of(path), content)
	}
	return thing
}

func hang(n int) string {
	if n == 1 {
		return "1 report hangs"
	}
	return count(n, "report") + " hang"
}

func question(d trace.Doubt) string {
	a, b := oneLine(d.A), oneLine(d.B)
	switch d.Kind {
	case trace.DoubtName:
		return fmt.Sprintf("Are %s and %s one? They were taken for one.", a, b)
	case trace.DoubtApart:
		return fmt.Sprintf("Are %s and %s one? They were kept apart.", a, b)
	case trace.DoubtDerivation:
		return fmt.Sprintf("Does %s take its text from %s?", b, a)
	}
	return "Do these say the same?"
}

// shellWord quotes a word for a shell if it needs that.
func shellWord(s string) string {
	s = oneLine(s)
	plain := strings.IndexFunc(s, func(c rune) bool {
		return !strings.ContainsRune("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789./_-@:", c)
	}) < 0
	switch {
	case s != "" && plain:
		return s
	case !strings.ContainsAny(s, "\"$`\\!"):
		return `"` + s + `"`
	case !strings.Contains(s, "'"):
		return "'" + s + "'"
	}
	return strconv.Quote(s)
}
