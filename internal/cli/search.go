package cli

import (
	"context"
	"fmt"
	"sort"
	"strings"

	"github.com/spf13/cobra"

	"hearsay/internal/search"
)

func (a *app) searchCommand() *cobra.Command {
	var limit int
	cmd := &cobra.Command{
		Use:   "search QUERY...",
		Short: "Find statements and reports: exact before fuzzy, and why each matched",
		Long: `All words must match. Exact words come first, then other forms and spellings,
each with its reason; within these the earliest published comes first.

  port strike               both words
  "lent forklifts"          these words in this order, nothing else
  port OR harbour           either; parentheses group
  -strike                   not this word
  speaker:"Port Authority"  who says it, in any spelling, or speaks for it
  stance:denies             asserts, supposes, denies, questions, intends
  kind:direct               direct, indirect, mixed
  end:named                 what the chain ends with: named, described,
                            unattributed, circular
  outlet:Courier  lang:ar  title:bridge  in:docs/
  after:2016-03-01          published on that day (month, year) or later
  before:2017               published before that day (month, year) began

Quote the whole query for the shell. A query that begins with a hyphen goes
after --.`,
		Example: `  hearsay search 'speaker:"Port Authority" stance:denies'
  hearsay search 'forklifts (union OR branch) after:2015-03'`,
		Args: needs("a query"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.search(cmd.Context(), strings.Join(args, " "), limit)
		},
	}
	cmd.Flags().IntVar(&limit, "limit", 20, "how many hits to show")
	return cmd
}

func (a *app) search(ctx context.Context, q string, limit int) error {
	db, err := a.open(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	found, err := search.Run(ctx, db, q, limit)
	if err != nil {
		return err
	}
	if found.Statements+found.Reports == 0 {
		a.exit = exitNoMatch
	}
	if a.json {
		return a.printJSON(found)
	}
	a.page(nil).found(found)
	return nil
}

func (p page) found(r *search.Result) {
	if r.Statements+r.Reports == 0 {
		p.wrap("", fmt.Sprintf("Nothing in the case matches: %s", oneLine(r.Query)))
		if len(r.Absent) > 0 {
			p.wrap("", "No report holds the word "+oneLine(strings.Join(r.Absent, ", nor "))+".")
		}
		p.wrap("", "→ Try fewer words, leave out quotation marks or a field, or list what is claimed with: hearsay claims")
		return
	}
	p.wrap("", p.bold(p.total(r)))
	for _, h := range r.Hits {
		p.hit(h)
	}
	if rest := r.Statements + r.Reports - len(r.Hits); rest > 0 {
		fmt.Fprintln(p.w)
		p.wrap("", p.dim(fmt.Sprintf("%d more: raise --limit, or narrow the query by what stands below", rest)))
	}
	p.facets(r.Facets)
}

func (p page) total(r *search.Result) string {
	var parts []string
	if r.Statements > 0 {
		parts = append(parts, count(r.Statements, "statement"))
	}
	if r.Reports > 0 {
		noun := "report"
		if r.Statements > 0 {
			noun = "other report"
		}
		parts = append(parts, count(r.Reports, noun))
	}
	total := strings.Join(parts, ", ")
	if r.More {
		total += ", and more"
	}
	return total
}

// hit is one find: who says it and how, the words, where, and why it is here.
func (p page) hit(h search.Hit) {
	fmt.Fprintln(p.w)
	if h.Type == "statement" {
		p.wrap("", p.bold(oneLine(h.By))+" "+string(h.Stance))
	} else {
		p.wrap("", p.bold(oneLine(orElse(h.Title, h.Path))))
	}
	p.wrap("    ", p.marked(h.Snippet))
	where := orElse(h.Published.Day(), "undated") + ", " + oneLine(h.Path)
	if h.By != h.Outlet {
		where = oneLine(h.Outlet) + ", " + where
	}
	p.wrap("  ", p.dim(where))
	if h.Match != search.Exact {
		p.wrap("  ", p.dim("≈ "+oneLine(h.Why)))
	}
}

func orElse(s, other string) string {
	if s != "" {
		return s
	}
	return other
}

// marked sets a snippet with its marks: in bold, or between brackets where
// nothing can be bold.
func (p page) marked(s search.Snippet) string {
	var b strings.Builder
	at := 0
	for _, m := range s.Marks {
		b.WriteString(s.Text[at:m.Start])
		if p.color {
			b.WriteString(p.bold(m.Of(s.Text)))
		} else {
			b.WriteString("[" + m.Of(s.Text) + "]")
		}
		at = m.End
	}
	b.WriteString(s.Text[at:])
	words := strings.Trim(painted(b.String()), "“”\"")
	if s.Cut {
		words = "… " + words + " …"
	}
	return "“" + words + "”"
}

// painted is oneLine for text that carries colour codes of ours.
func painted(s string) string {
	keep := strings.NewReplacer("\x1b[1m", "\ue001", "\x1b[0m", "\ue002")
	back := strings.NewReplacer("\ue001", "\x1b[1m", "\ue002", "\x1b[0m")
	return back.Replace(oneLine(keep.Replace(s)))
}

const shownFacets = 5

// facets prints each facet that has more than one value on lines of its own.
func (p page) facets(f search.Facets) {
	first := true
	for _, one := range []struct {
		title  string
		counts []search.Count
	}{{"speakers", f.Speakers}, {"outlets", f.Outlets}, {"stances", f.Stances}, {"months", f.Months}} {
		if len(one.counts) < 2 {
			continue
		}
		if first {
			fmt.Fprintln(p.w)
			first = false
		}
		p.wrap("", p.dim(one.title+":")+" "+facetLine(one.counts, one.title == "months"))
	}
}

// facetLine lists the most frequent values; months go back to their order.
func facetLine(counts []search.Count, inOrder bool) string {
	list := append([]search.Count(nil), counts...)
	sort.SliceStable(list, func(i, j int) bool { return list[i].Count > list[j].Count })
	rest := len(list) - shownFacets
	list = list[:min(len(list), shownFacets)]
	if inOrder {
		sort.Slice(list, func(i, j int) bool { return list[i].Value < list[j].Value })
	}
	var parts []string
	for _, c := range list {
		parts = append(parts, fmt.Sprintf("%s %d", oneLine(c.Value), c.Count))
	}
	line := strings.Join(parts, ", ")
	if rest > 0 {
		line += ", …"
	}
	return line
}
