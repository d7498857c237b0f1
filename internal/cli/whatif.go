package cli

import (
	"fmt"
	"slices"
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
	fallen := p.fallen(a)
	for i, f := range fallen {
		if i == shownFallen {
			p.wrap("  ", p.dim(fmt.Sprintf("and %d more", len(fallen)-i)))
			break
		}
		p.noted("  ", "† "+f.outlet, f.how)
	}
}

// fall is a report that a distrusted hand takes away.
type fall struct{ outlet, how string }

// fallen lists each report once with each hand, however many of its chains
// lead through that hand.
func (p page) fallen(a *trace.Answer) []fall {
	var list []fall
	for _, f := range a.Fell {
		one := fall{oneLine(f.Chain[0].Name), p.files.of(f.Path) + ", through " + f.Hand}
		if !slices.Contains(list, one) {
			list = append(list, one)
		}
	}
	return list
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
