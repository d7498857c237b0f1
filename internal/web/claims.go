package web

import (
	"net/http"
	"slices"
	"strings"

	"hearsay/internal/trace"
)

// claimsPage is the front page: every claim as a line with its ladder.
type claimsPage struct {
	Sort  string
	Sorts []choice
	Lines []claimLine
}

// choice is one of several, as a link.
type choice struct {
	Name, Address string
	Chosen        bool
}

type claimLine struct {
	trace.Listed
	Funnel funnel
}

// The front page shows so many claims; what at least two reports say comes
// first, since a claim of one report has no ladder to speak of.
const (
	claimsShown = 200
	repeatedAt  = 2
)

func (d *Desk) claims(_ http.ResponseWriter, r *http.Request) (*view, error) {
	list, err := d.tracer.Claims(r.Context(), repeatedAt, claimsShown)
	if err == nil && len(list) == 0 {
		list, err = d.tracer.Claims(r.Context(), 1, claimsShown)
	}
	if err != nil {
		return nil, err
	}
	p := claimsPage{Sort: r.FormValue("sort")}
	for _, s := range []struct{ key, name string }{{"", "Most repeated, least independent"}, {"newest", "Newest"}, {"denied", "Most denied"}} {
		address := "/"
		if s.key != "" {
			address = "/?sort=" + s.key
		}
		p.Sorts = append(p.Sorts, choice{s.name, address, s.key == p.Sort})
	}
	sortClaims(list, p.Sort)
	for _, l := range list {
		p.Lines = append(p.Lines, claimLine{l, newFunnel(l.Ladder)})
	}
	return &view{Page: "claims", Title: "Claims", Body: p}, nil
}

func sortClaims(list []trace.Listed, by string) {
	switch by {
	case "newest":
		slices.SortStableFunc(list, func(a, b trace.Listed) int { return strings.Compare(b.FirstSeen, a.FirstSeen) })
	case "denied":
		slices.SortStableFunc(list, func(a, b trace.Listed) int { return b.Denied - a.Denied })
	}
}
