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
	names := [2]string{one, other}
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
	fmt.Fprintf(a.Out, "Ruling %d: %s, %s and %s. Undo it with: hearsay rule undo %d\n", id, kind, names[0], names[1], id)
	if kind == hearsay.RuleReject {
		return nil
	}
	return a.sayUnknown(ctx, db, names[:])
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

// twoReports finds the ids of two reports that a person named by id, path or
// the end of a path that no other report has.
func (a *app) twoReports(ctx context.Context, db *store.DB, one, other string) (string, string, error) {
	reports, err := db.Publications(ctx, nil)
	if err != nil {
		return "", "", err
	}
	find := func(name string) (string, error) {
		var ending []string // a trace shows the end of a path
		for _, r := range reports {
			if r.ID == name || r.Path == name {
				return r.ID, nil
			}
			if strings.HasSuffix(r.Path, "/"+name) {
				ending = append(ending, r.ID)
			}
		}
		if len(ending) == 1 {
			return ending[0], nil
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
	path, err := paths(ctx, db)
	if err != nil {
		return err
	}
	for _, r := range list {
		state := ""
		if r.Undone {
			state = "  (undone)"
		}
		fmt.Fprintf(a.Out, "%3d  %-9s  %s | %s  %s%s\n", r.ID, r.Kind, orElse(path[r.A], r.A), orElse(path[r.B], r.B), r.Made.Day(), state)
	}
	if len(list) == 0 {
		fmt.Fprintln(a.Out, "No rulings yet.")
	}
	return nil
}
