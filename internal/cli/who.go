package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hearsay/internal/store"
	"hearsay/internal/trace"
)

func (a *app) whoCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "who NAME...",
		Short:   "Show what somebody says, what is said of them, and by whom",
		Example: "  hearsay who \"Abu Qasim\"",
		Args:    needs("a name"),
		RunE: func(cmd *cobra.Command, args []string) error {
			name := strings.Join(args, " ")
			return a.asking(cmd.Context(), func(ctx context.Context, t *trace.Tracer, _ *store.DB) error {
				return a.who(ctx, t, name)
			})
		},
	}
}

func (a *app) who(ctx context.Context, t *trace.Tracer, name string) error {
	who, err := t.Who(ctx, name)
	if err != nil {
		return err
	}
	if who == nil {
		a.noMatch("Nobody in the case is called %q.", name)
		return nil
	}
	if a.json {
		return a.printJSON(who)
	}
	p := page{w: a.Out, width: min(a.Width, maxPage), color: a.Color}
	fmt.Fprintf(a.Out, "%s  %s\n", p.bold(oneLine(who.Name)), p.dim(string(who.Type)+", "+who.Entity))
	others := slices.DeleteFunc(slices.Clone(who.Spellings), func(s string) bool { return s == who.Name })
	if len(others) > 0 {
		p.wrap("  ", "also written "+oneLine(strings.Join(others, "; ")))
	}
	for _, r := range slices.Compact(slices.Clone(who.Reasons)) {
		p.wrap("  ", p.dim("joined: "+oneLine(r)))
	}
	p.says("Says", who.Says, false)
	p.says("Said of them", who.SaidOf, true)
	if len(who.Others) > 0 {
		p.section("Near names")
		p.wrap("  ", oneLine(strings.Join(who.Others, "; ")))
	}
	return nil
}

func (p page) says(title string, list []trace.Statement, bySpeaker bool) {
	if len(list) == 0 {
		return
	}
	p.section(title)
	for _, s := range list {
		p.wrap("  ", quoted(s.Text))
		by := s.Outlet
		if bySpeaker {
			by = chainLine(s.Chain)
		}
		p.wrap("      ", p.dim(fmt.Sprintf("%s; %s; %s", s.Stance, by, s.Path)))
	}
}
