package web

import (
	"fmt"

	"hearsay/internal/trace"
)

// momentLine is one line of the timeline: the reports of a day, a month or a
// year, and how many there were by then.
type momentLine struct {
	When    string
	Sum     int
	Before  float64 // of 100: those of the lines above
	Now     float64 // those of this line
	Reports []carrier
	More    int // that are not listed
}

// carrier is a report with how it came to the claim.
type carrier struct {
	Outlet, Address, How, Title string
	First                       bool
}

// carriersShown is how many reports of a moment are listed.
const carriersShown = 12

// spreadOf is who carried the claim when; nil where two reports, or one day,
// are no spread.
func spreadOf(a *trace.Answer) (lines []momentLine, first *trace.Carried) {
	moments := trace.Moments(a.Spread)
	if len(moments) < 2 || len(a.Spread) < 3 {
		return nil, nil
	}
	sum, share := 0, 100/float64(len(a.Spread))
	for _, m := range moments {
		l := momentLine{When: m.When, Before: float64(sum) * share, Now: float64(len(m.Reports)) * share}
		sum += len(m.Reports)
		l.Sum, l.More = sum, max(len(m.Reports)-carriersShown, 0)
		for _, c := range m.Reports[:len(m.Reports)-l.More] {
			l.Reports = append(l.Reports, newCarrier(c))
			if c.First {
				first = &c
			}
		}
		lines = append(lines, l)
	}
	return lines, first
}

func newCarrier(c trace.Carried) carrier {
	return carrier{Outlet: plain(c.Outlet), Address: reportAddress(c.Report), How: c.How, First: c.First,
		Title: fmt.Sprintf("%s, %s", or(day(c.Published), "no date"), fileName(c.Path))}
}
