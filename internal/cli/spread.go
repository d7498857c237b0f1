package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mattn/go-runewidth"

	"hearsay"
	"hearsay/internal/trace"
)

const (
	spreadLines = 14 // of a timeline; where there are more days, it goes by months, then by years
	spreadBar   = 16 // columns
	spreadNames = 6  // outlets of a line
)

// moment is one line of the timeline: a day, a month or a year.
type moment struct {
	when    string
	reports int
	outlets []string
}

// spread draws how the claim spread: how many reports carry it by each day, and
// who joined in. Two reports, or one day, are no spread.
func (p page) spread(a *trace.Answer) {
	moments := momentsOf(a.Spread)
	if len(moments) < 2 || len(a.Spread) < 3 {
		return
	}
	p.section("How it spread")
	total, sum := len(a.Spread), 0
	for _, m := range moments {
		sum += m.reports
		bar := strings.Repeat("▪", max(1, sum*spreadBar/total))
		line := fmt.Sprintf("  %-10s %s %*d  ", m.when, runewidth.FillRight(bar, spreadBar), len(fmt.Sprint(total)), sum)
		p.hanging(line, strings.Join(m.outlets, ", "))
	}
	if i := slices.IndexFunc(a.Spread, func(c trace.Carried) bool { return c.First }); i >= 0 {
		first := a.Spread[i]
		p.wrap("  ", p.dim("★ the first that has it from no other report here: "+p.files.of(first.Path)))
	}
}

// hanging prints text behind a first column, and below itself where it is too
// long.
func (p page) hanging(first, text string) {
	indent := strings.Repeat(" ", runewidth.StringWidth(first))
	var lines strings.Builder
	inner := p
	inner.w = &lines
	inner.wrap(indent, text)
	fmt.Fprint(p.w, first+strings.TrimPrefix(lines.String(), indent))
}

// momentsOf groups reports by day, or by the coarser unit that leaves few
// enough lines.
func momentsOf(list []trace.Carried) []moment {
	var moments []moment
	for _, digits := range []int{len("2016-03-02"), len("2016-03"), len("2016")} {
		if moments = grouped(list, digits); len(moments) <= spreadLines {
			break
		}
	}
	return moments
}

func grouped(list []trace.Carried, digits int) []moment {
	var moments []moment
	for _, c := range list {
		when := whenOf(c.Published, digits)
		if len(moments) == 0 || moments[len(moments)-1].when != when {
			moments = append(moments, moment{when: when})
		}
		moments[len(moments)-1].add(c)
	}
	for i := range moments {
		if more := len(moments[i].outlets) - spreadNames; more > 0 {
			moments[i].outlets = append(moments[i].outlets[:spreadNames], fmt.Sprintf("and %d more", more))
		}
	}
	return moments
}

func whenOf(d hearsay.Date, digits int) string {
	day := d.Day()
	if day == "" {
		return "no date"
	}
	return day[:min(len(day), digits)]
}

func (m *moment) add(c trace.Carried) {
	m.reports++
	name := oneLine(c.Outlet)
	if c.First {
		name += " ★"
	}
	if !slices.Contains(m.outlets, name) {
		m.outlets = append(m.outlets, name)
	}
}
