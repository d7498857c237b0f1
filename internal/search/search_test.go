package search_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"hearsay"
	"hearsay/internal/names"
	"hearsay/internal/search"
	"hearsay/internal/store"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestSearch(t *testing.T) {
	const golden = "testdata/search.txtar"
	archive, err := txtar.ParseFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	db := small(t)
	for i, f := range archive.Files {
		q, want, _ := strings.Cut(string(f.Data), "\n\n")
		q = strings.TrimSpace(q)
		r, err := search.Run(context.Background(), db, q, 20)
		if err != nil {
			t.Fatalf("%s: %v", q, err)
		}
		got := describe(r)
		if *update {
			archive.Files[i].Data = []byte(q + "\n\n" + got)
		} else if got != want {
			t.Errorf("%s: %s\ngot:\n%s\nwant:\n%s", f.Name, q, got, want)
		}
	}
	if *update {
		if err := os.WriteFile(golden, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func describe(r *search.Result) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d statements, %d reports\n", r.Statements, r.Reports)
	for _, h := range r.Hits {
		who := "report"
		if h.Type == "statement" {
			who = h.By + " " + string(h.Stance)
		}
		fmt.Fprintf(&b, "%s: %s: %s: %s %s: %s\n", h.Match, who, marked(h.Snippet), h.Published.Day(), h.Path, h.Why)
	}
	for _, f := range []struct {
		name   string
		counts []search.Count
	}{{"speakers", r.Facets.Speakers}, {"outlets", r.Facets.Outlets}, {"stances", r.Facets.Stances}, {"months", r.Facets.Months}} {
		for i, c := range f.counts {
			if i == 0 {
				b.WriteString(f.name + ":")
			}
			fmt.Fprintf(&b, " %s %d;", c.Value, c.Count)
		}
		if len(f.counts) > 0 {
			b.WriteString("\n")
		}
	}
	if len(r.Absent) > 0 {
		fmt.Fprintf(&b, "no report holds: %s\n", strings.Join(r.Absent, ", "))
	}
	return b.String()
}

func marked(s search.Snippet) string {
	text := s.Text
	for i := len(s.Marks) - 1; i >= 0; i-- {
		m := s.Marks[i]
		text = text[:m.Start] + "[" + text[m.Start:m.End] + "]" + text[m.End:]
	}
	return strings.ReplaceAll(text, "\n", " ")
}

// small puts testdata/case.txt into a case in memory.
func small(t *testing.T) *store.DB {
	t.Helper()
	b, err := os.ReadFile("testdata/case.txt")
	if err != nil {
		t.Fatal(err)
	}
	var c builder
	c.ids = map[string]string{}
	for _, line := range strings.Split(string(b), "\n") {
		kind, rest, _ := strings.Cut(line, " ")
		switch {
		case line == "" || kind == "#":
		case kind == "person" || kind == "organization":
			spellings := strings.Split(rest, " = ")
			c.identity(hearsay.EntityType(kind), spellings)
		case kind == "for":
			who, whom, _ := strings.Cut(rest, " > ")
			c.out.SpeaksFor = append(c.out.SpeaksFor, store.SpeaksFor{Who: c.ids[who], Whom: c.ids[whom], Report: 1})
		case kind == "report":
			c.report(fields(rest))
		default:
			c.statement(fields(line))
		}
	}
	return c.open(t)
}

func fields(line string) []string {
	parts := strings.Split(line, "|")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

// builder makes a settled case without running the stages.
type builder struct {
	ids     map[string]string
	reports []*hearsay.Report
	out     store.Settlement
}

func (c *builder) identity(kind hearsay.EntityType, spellings []string) {
	id := fmt.Sprintf("e%012x", len(c.ids)+1)
	c.ids[spellings[0]] = id
	c.out.Identities = append(c.out.Identities, hearsay.Identity{ID: id, Name: spellings[0], Type: kind, Spellings: spellings})
	for _, key := range names.Keys(hearsay.Entity{Name: spellings[0], Type: kind, Names: spellings}) {
		c.out.NameKeys = append(c.out.NameKeys, store.NewNameKey(key, id))
	}
}

func (c *builder) report(f []string) {
	r := &hearsay.Report{Path: f[0], Format: "text", Outlet: f[1], Published: day(f[2]), Lang: f[3], Title: f[4]}
	c.reports = append(c.reports, r)
	c.out.Publications = append(c.out.Publications, store.Publication{Report: int64(len(c.reports)), Outlet: r.Outlet, Family: r.Outlet, Published: r.Published})
}

func (c *builder) statement(f []string) {
	r := c.reports[len(c.reports)-1]
	start := len(r.Text)
	r.Text += f[4] + "\n"
	st := hearsay.Statement{Seq: start, Content: []hearsay.Span{{Start: start, End: start + len(f[4])}},
		Stance: hearsay.Stance(f[1]), Kind: hearsay.Kind(f[2]), End: hearsay.End(f[3]),
		Chain: hearsay.Chain{{Name: r.Outlet, Role: hearsay.RolePublisher, Entity: "outlet:" + r.Outlet}}}
	c.out.Statements = append(c.out.Statements, store.Statement{Report: int64(len(c.reports)), Identity: c.ids[f[0]], Statement: st})
}

func (c *builder) open(tb testing.TB) *store.DB {
	tb.Helper()
	ctx := context.Background()
	db, err := store.Open(ctx, ":memory:")
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { db.Close() })
	for _, r := range c.reports {
		r.Raw = []byte(r.Path + r.Text)
		r.ID = hearsay.ReportID(r.Raw)
	}
	if _, err := db.PutReports(ctx, c.reports); err != nil {
		tb.Fatal(err)
	}
	if err := db.PutSettlement(ctx, "settle@test", "1", &c.out); err != nil {
		tb.Fatal(err)
	}
	return db
}

func day(s string) hearsay.Date {
	for layout, p := range map[string]hearsay.Precision{"2006-01-02": hearsay.PrecisionDay, "2006-01": hearsay.PrecisionMonth} {
		if t, err := time.Parse(layout, s); err == nil {
			return hearsay.Date{Time: t, Precision: p}
		}
	}
	return hearsay.Date{}
}
