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
	var all bool
	cmd := &cobra.Command{
		Use:     "who NAME...",
		Short:   "Show what somebody says, what is said of them, and by whom",
		Example: "  hearsay who \"Abu Qasim\"",
		Args:    needs("a name"),

		ValidArgsFunction: a.completeName,
		RunE: func(cmd *cobra.Command, args []string) error {
			name := strings.Join(args, " ")
			return a.asking(cmd.Context(), func(ctx context.Context, t *trace.Tracer, _ *store.DB) error {
				return a.who(ctx, t, name, all)
			})
		},
	}
	cmd.Flags().BoolVar(&all, "all", false, "print every statement, not only the first ones")
	return cmd
}

func (a *app) who(ctx context.Context, t *trace.Tracer, name string, all bool) error {
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
	p := page{w: a.Out, width: min(a.Width, maxPage), color: a.Color, all: all}
	fmt.Fprintf(a.Out, "%s  %s\n", p.bold(oneLine(who.Name)), p.dim(string(who.Type)+", "+who.Entity))
	others := slices.DeleteFunc(slices.Clone(who.Spellings), func(s string) bool { return s == who.Name })
	if len(others) > 0 {
		p.wrap("  ", "also written "+oneLine(strings.Join(others, "; ")))
	}
	for _, r := range slices.Compact(slices.Clone(who.Reasons)) {
		p.wrap("  ", p.dim("joined: "+oneLine(r)))
	}
	p.files = newLabels(pathsOf(slices.Concat(who.Says, who.SaidOf)))
	p.says("Says", who.Says, false)
	p.says("Said of them", who.SaidOf, true)
	if len(who.Others) > 0 {
		p.section("Near names")
		p.wrap("  ", oneLine(strings.Join(who.Others, "; ")))
	}
	return nil
}

const (
	shownSaid   = 20 // sentences of a section
	shownCopies = 4  // outlets, and files, of a sentence
)

// said is a sentence with all who print it.
type said struct {
	text, stance string
	by, files    []string
}

func (p page) says(title string, list []trace.Statement, bySpeaker bool) {
	if len(list) == 0 {
		return
	}
	p.section(title)
	folded := p.fold(list, bySpeaker)
	for i, s := range folded {
		if i == shownSaid && !p.all {
			p.wrap("  ", p.dim(fmt.Sprintf("and %d more: hearsay who --all", len(folded)-i)))
			break
		}
		p.wrap("  ", s.text)
		p.wrap("      ", p.dim(fmt.Sprintf("%s; %s; %s", s.stance, p.some(s.by), p.some(s.files))))
	}
}

// fold puts the copies of a sentence together, in the order of the first.
func (p page) fold(list []trace.Statement, bySpeaker bool) []*said {
	var folded []*said
	seen := map[[2]string]*said{}
	for _, s := range list {
		by := oneLine(s.Outlet)
		if bySpeaker {
			by = chainLine(s.Chain)
		}
		key := [2]string{quoted(s.Text), string(s.Stance)}
		one := seen[key]
		if one == nil {
			one = &said{text: key[0], stance: key[1]}
			seen[key] = one
			folded = append(folded, one)
		}
		if !slices.Contains(one.by, by) {
			one.by = append(one.by, by)
		}
		if file := p.files.of(s.Path); !slices.Contains(one.files, file) {
			one.files = append(one.files, file)
		}
	}
	return folded
}

// some names the first of many, and how many there are besides.
func (p page) some(list []string) string {
	if len(list) <= shownCopies || p.all {
		return strings.Join(list, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(list[:shownCopies], ", "), len(list)-shownCopies)
}

func pathsOf(list []trace.Statement) []string {
	var paths []string
	for _, s := range list {
		paths = append(paths, s.Path)
	}
	return paths
}
