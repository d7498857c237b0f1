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

func (a *app) ruleCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "rule",
		Short: "Decide what the machine left open or got wrong; every ruling can be undone",
		Long: `A ruling is your decision. No stage overrides one, it survives every new
derivation, and it can be taken back; the counts follow at once. What waits for
one is listed by "hearsay review".

Names are written as people read them, reports as paths, and statements as
"hearsay review" and "hearsay statements" print them: PATH@FROM-TO. A statement
may also be given as its report and words of it.`,
		Example: `  hearsay rule same "Abu Qasim" "Abou Kassem El Bahri"
  hearsay rule different "Omar Said" "Omar Saied Haddad"
  hearsay rule reject a.html b.html
  hearsay rule reject a.html "the bridge was closed to lorries"
  hearsay rule different a.html@24-60 b.html@110-152
  hearsay rule list
  hearsay rule undo 3`,
		Args: nothingMore,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(
		a.ruling("same A B", "Two names are one person or organisation, or two statements make one claim", hearsay.RuleSame, exactly(2)),
		a.ruling("different A B", "Two names are not the same, or two statements do not make one claim", hearsay.RuleDifferent, exactly(2)),
		a.ruling("reject A [B]", "A statement, a derivation, or that A speaks for B is wrong", hearsay.RuleReject, from(1, 2)),
		a.ruling("accept A B", "A derivation, or that A speaks for B, is right", hearsay.RuleAccept, exactly(2)),
		a.ruling("unsure A B", "It cannot be decided: what hearsay holds of the two stands, and review asks no more", hearsay.RuleUnsure, exactly(2)),
		&cobra.Command{Use: "undo NUMBER", Short: "Take a ruling back", Args: exactly(1),
			RunE: func(cmd *cobra.Command, args []string) error { return a.undo(cmd.Context(), args[0]) }},
		&cobra.Command{Use: "list", Short: "List the rulings", Args: nothingMore,
			RunE: func(cmd *cobra.Command, _ []string) error { return a.rulings(cmd.Context()) }},
	)
	return cmd
}

func (a *app) ruling(use, short string, kind hearsay.RulingKind, args cobra.PositionalArgs) *cobra.Command {
	return &cobra.Command{Use: use, Short: short, Args: args, RunE: func(cmd *cobra.Command, args []string) error {
		return a.rule(cmd.Context(), kind, args)
	}}
}

func (a *app) rule(ctx context.Context, kind hearsay.RulingKind, args []string) error {
	db, err := store.OpenExisting(ctx, a.path())
	if err != nil {
		return err
	}
	defer db.Close()
	ruling, err := a.meant(ctx, db, kind, args)
	if err != nil {
		return err
	}
	ruling.Made = hearsay.Date{Time: a.Now(), Precision: hearsay.PrecisionSecond, Zoned: true}
	if ruling.ID, err = db.AddRuling(ctx, ruling); err != nil {
		return err
	}
	if err := a.derive(ctx, db); err != nil {
		return err
	}
	if a.json {
		return a.printJSON(map[string]any{"ruling": ruling.ID, "kind": kind, "a": ruling.A, "b": ruling.B})
	}
	fmt.Fprintf(a.Out, "Ruling %d: %s, %s. Undo it with: hearsay rule undo %d\n", ruling.ID, kind, strings.Join(args, " and "), ruling.ID)
	if kind != hearsay.RuleSame && kind != hearsay.RuleDifferent || ruling.A != args[0] {
		return nil
	}
	return a.sayUnknown(ctx, db, args)
}

// sayUnknown tells of names that nobody in the case bears: a ruling may come
// before the report that needs it, and a slip of the pen may go unseen.
func (a *app) sayUnknown(ctx context.Context, db *store.DB, names []string) error {
	t, err := trace.New(db)
	if err != nil {
		return err
	}
	for _, name := range names {
		who, err := t.Who(ctx, name)
		if err != nil {
			return err
		}
		if who == nil {
			fmt.Fprintf(a.Err, "Nobody in the case is called %q so far; the ruling waits for the name.\n", name)
		}
	}
	return nil
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
	path, err := paths(ctx, db)
	if err != nil {
		return err
	}
	for _, r := range list {
		state := ""
		if r.Undone {
			state = "  (undone)"
		}
		things := shownThing(path, r.A)
		if r.B != "" {
			things += " | " + shownThing(path, r.B)
		}
		fmt.Fprintf(a.Out, "%3d  %-9s  %s  %s%s\n", r.ID, r.Kind, things, r.Made.Day(), state)
	}
	if len(list) == 0 {
		fmt.Fprintln(a.Out, "No rulings yet.")
	}
	return nil
}
