package cli

import (
	"fmt"
	"strings"

	"hearsay/internal/standing"
	"hearsay/internal/trace"
)

// whatIf says under which conditions the claim is counted, and how it stands
// without them.
func (p page) whatIf(a *trace.Answer) {
	w := a.WhatIf
	if w == nil {
		return
	}
	p.wrap("  ", "As it is: "+ladderLine(trace.Rungs(w.Before)))
	var conditions []string
	for _, d := range w.Distrust {
		if len(d.Hands) == 0 {
			p.wrap("  ", p.dim(oneLine(d.Name)+" stands on no chain of this claim."))
			continue
		}
		conditions = append(conditions, "without "+oneLine(d.Name))
	}
	if w.Until != "" {
		conditions = append(conditions, "until "+w.Until)
	}
	if len(conditions) > 0 {
		p.wrap("  ", p.bold("What if: "+strings.Join(conditions, ", ")))
	}
}

const shownFallen = 12

// fell lists the reports whose chains the distrusted hands take away.
func (p page) fell(a *trace.Answer) {
	if len(a.Fell) == 0 {
		return
	}
	fmt.Fprintln(p.w)
	title := "What falls"
	if lost := a.WhatIf.Lost; len(lost) > 0 {
		title += ", and with it the word of " + oneLine(strings.Join(lost, ", "))
	}
	p.wrap("", p.bold(title))
	for i, f := range a.Fell {
		if i == shownFallen {
			p.wrap("  ", p.dim(fmt.Sprintf("and %d more", len(a.Fell)-i)))
			break
		}
		p.noted("  ", "† "+oneLine(f.Chain[0].Name), p.files.of(f.Path)+", through "+f.Hand)
	}
}

// leftOut lists the reports that are not counted for their date.
func (p page) leftOut(title string, list []standing.LeftOut) {
	if len(list) == 0 {
		return
	}
	p.section(title)
	for _, r := range list {
		day := r.Published.Day()
		if day == "" {
			day = "no date"
		}
		p.noted("  ", "· "+day+"  "+oneLine(r.Outlet), p.files.of(r.Path))
	}
}
