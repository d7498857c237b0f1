package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mattn/go-runewidth"

	"hearsay/internal/trace"
)

const (
	spreadBar   = 16 // columns
	spreadNames = 6  // outlets of a line
)

// spread draws how the claim spread: how many reports carry it by each day, and
// who joined in. Two reports, or one day, are no spread.
func (p page) spread(a *trace.Answer) {
	moments := trace.Moments(a.Spread)
	if len(moments) < 2 || len(a.Spread) < 3 {
		return
	}
	p.section("How it spread")
	total, sum := len(a.Spread), 0
	for _, m := range moments {
		sum += len(m.Reports)
		bar := strings.Repeat("▪", max(1, sum*spreadBar/total))
		line := fmt.Sprintf("  %-10s %s %*d  ", m.When, runewidth.FillRight(bar, spreadBar), len(fmt.Sprint(total)), sum)
		p.hanging(line, strings.Join(joined(m), ", "))
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

// joined are the outlets that carried the claim then, each once.
func joined(m trace.Moment) (outlets []string) {
	for _, c := range m.Reports {
		name := oneLine(c.Outlet)
		if c.First {
			name += " ★"
		}
		if !slices.Contains(outlets, name) {
			outlets = append(outlets, name)
		}
	}
	if more := len(outlets) - spreadNames; more > 0 {
		outlets = append(outlets[:spreadNames], fmt.Sprintf("and %d more", more))
	}
	return outlets
}
