package cli

import (
	"context"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/store"
)

func (a *app) ruleCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "rule",
		Short: "Decide what the machine left open or got wrong; every ruling can be undone",
		Long: `A ruling is your decision. No stage overrides one, it survives every new
derivation, and it can be taken back; the counts follow at once.`,
		Example: `  hearsay rule same "Abu Qasim" "Abou Kassem El Bahri"
  hearsay rule different "Omar Said" "Omar Saied Haddad"
  hearsay rule reject a.html b.html
  hearsay rule list
  hearsay rule undo 3`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(
		a.ruling("same NAME NAME", "Two names are one person or organisation", hearsay.RuleSame, cobra.ExactArgs(2)),
		a.ruling("different NAME NAME", "Two names are not the same", hearsay.RuleDifferent, cobra.ExactArgs(2)),
		a.ruling("reject FROM TO", "One report does not take its text from the other (two paths or ids)", hearsay.RuleReject, cobra.ExactArgs(2)),
		&cobra.Command{Use: "undo NUMBER", Short: "Take a ruling back", Args: cobra.ExactArgs(1),
			RunE: func(cmd *cobra.Command, args []string) error { return a.undo(cmd.Context(), args[0]) }},
		&cobra.Command{Use: "list", Short: "List the rulings", Args: cobra.NoArgs,
			RunE: func(cmd *cobra.Command, _ []string) error { return a.rulings(cmd.Context()) }},
	)
	return cmd
}

func (a *app) ruling(use, short string, kind hearsay.RulingKind, args cobra.PositionalArgs) *cobra.Command {
	return &cobra.Command{Use: use, Short: short, Args: args, RunE: func(cmd *cobra.Command, args []string) error {
		return a.rule(cmd.Context(), kind, args[0], args[1])
	}}
}

func (a *app) rule(ctx context.Context, kind hearsay.RulingKind, one, other string) error {
	db, err := store.OpenExisting(ctx, a.path())
	if err != nil {
		return err
	}
	defer db.Close()
	if kind == hearsay.RuleReject {
		if one, other, err = a.twoReports(ctx, db, one, other); err != nil {
			return err
		}
	}
	now := hearsay.Date{Time: a.Now(), Precision: hearsay.PrecisionSecond, Zoned: true}
	id, err := db.AddRuling(ctx, hearsay.Ruling{Kind: kind, A: one, B: other, Made: now})
	if err != nil {
		return err
	}
	if err := a.derive(ctx, db); err != nil {
		return err
	}
	if a.json {
		return a.printJSON(map[string]any{"ruling": id, "kind": kind, "a": one, "b": other})
	}
	fmt.Fprintf(a.Out, "Ruling %d: %s, %s and %s. Undo it with: hearsay rule undo %d\n", id, kind, one, other, id)
	return nil
}

// twoReports finds the ids of two reports that a person named by path or id.
func (a *app) twoReports(ctx context.Context, db *store.DB, one, other string) (string, string, error) {
	reports, err := db.Publications(ctx, nil)
	if err != nil {
		return "", "", err
	}
	find := func(name string) (string, error) {
		for _, r := range reports {
			if r.ID == name || r.Path == name {
				return r.ID, nil
			}
		}
		return "", hearsay.Errorf(hearsay.CodeNotFound, name, "is no report of the case").Do("give a path or an id as hearsay derivations prints it")
	}
	if one, err = find(one); err != nil {
		return "", "", err
	}
	other, err = find(other)
	return one, other, err
}

func (a *app) undo(ctx context.Context, number string) error {
	id, err := strconv.Atoi(number)
	if err != nil {
		return hearsay.Errorf(hearsay.CodeUsage, "", "%q is no number of a ruling", number).Do("list them with: hearsay rule list")
	}
	db, err := store.OpenExisting(ctx, a.path())
	if err != nil {
		return err
	}
	defer db.Close()
	if err := db.UndoRuling(ctx, id); err != nil {
		return err
	}
	if err := a.derive(ctx, db); err != nil {
		return err
	}
	if a.json {
		return a.printJSON(map[string]any{"undone": id})
	}
	fmt.Fprintf(a.Out, "Ruling %d is taken back.\n", id)
	return nil
}

func (a *app) rulings(ctx context.Context) error {
	db, err := store.OpenExisting(ctx, a.path())
	if err != nil {
		return err
	}
	defer db.Close()
	list, err := db.Rulings(ctx)
	if err != nil {
		return err
	}
	if a.json {
		for _, r := range list {
			if err := a.printJSON(r); err != nil {
				return err
			}
		}
		return nil
	}
	for _, r := range list {
		state := ""
		if r.Undone {
			state = "  (undone)"
		}
		fmt.Fprintf(a.Out, "%3d  %-9s  %s | %s  %s%s\n", r.ID, r.Kind, r.A, r.B, r.Made.Day(), state)
	}
	if len(list) == 0 {
		fmt.Fprintln(a.Out, "No rulings yet.")
	}
	return nil
}
