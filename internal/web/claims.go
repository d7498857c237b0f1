package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"hearsay"
	"hearsay/internal/store"
	"hearsay/internal/trace"
)

// claimsPage is the front page: every claim as a line with its ladder.
type claimsPage struct {
	Asked claimsAsked
	Sorts []choice
	Lines []claimLine
	More  string // address of the next page, "" if there is none
	Empty bool   // the case holds no claim at all
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

// claimsAsked is how the list is filtered and sorted, as a person typed it.
type claimsAsked struct {
	Sort, Speaker, Outlet, Stance, After, Before string
	Single                                       bool // claims of one report too
	From                                         int
}

// claimsPerPage is few enough to count them all while the page is made.
const claimsPerPage = 40

func (d *Desk) claims(_ http.ResponseWriter, r *http.Request) (*view, error) {
	ctx, asked := r.Context(), claimsAskedOf(r.URL.Query())
	filter, err := d.filter(r, asked)
	if err != nil {
		return nil, err
	}
	rows, err := d.db.FilteredClaims(ctx, filter, store.ClaimOrder(asked.Sort), asked.From, claimsPerPage+1)
	if err == nil && len(rows) == 0 && filter.IsZero() && asked.From == 0 {
		filter.AtLeast, asked.Single = 0, true // a case in which nothing is repeated yet
		rows, err = d.db.FilteredClaims(ctx, filter, store.ClaimOrder(asked.Sort), 0, claimsPerPage+1)
	}
	if err != nil {
		return nil, err
	}
	p := claimsPage{Asked: asked, Sorts: asked.sorts(), Empty: len(rows) == 0 && filter.IsZero() && asked.From == 0}
	if len(rows) > claimsPerPage {
		rows, p.More = rows[:claimsPerPage], asked.address(func(a *claimsAsked) { a.From += claimsPerPage })
	}
	list, err := d.tracer.List(ctx, rows)
	if err != nil {
		return nil, err
	}
	if asked.Sort == "" {
		slices.SortStableFunc(list, leastIndependent)
	}
	for _, l := range list {
		p.Lines = append(p.Lines, claimLine{l, newFunnel(l.Ladder)})
	}
	return &view{Page: "claims", Title: "Claims", Body: p}, nil
}

// leastIndependent puts what many reports say on the word of few first.
func leastIndependent(a, b trace.Listed) int {
	return b.Ladder.Reports*max(a.Ladder.Origins.High, 1) - a.Ladder.Reports*max(b.Ladder.Origins.High, 1)
}

func claimsAskedOf(v url.Values) claimsAsked {
	said := func(key string) string { return strings.TrimSpace(v.Get(key)) }
	a := claimsAsked{Sort: said("sort"), Speaker: said("speaker"), Outlet: said("outlet"), Stance: said("stance"),
		After: said("after"), Before: said("before"), Single: said("single") != "", From: number(said("from"))}
	if order := store.ClaimOrder(a.Sort); order != store.Newest && order != store.MostDenied {
		a.Sort = ""
	}
	return a
}

// most names that a speaker's name can mean in a filter.
const speakersMeant = 50

func (d *Desk) filter(r *http.Request, a claimsAsked) (store.ClaimFilter, error) {
	f := store.ClaimFilter{Outlet: a.Outlet, Stance: hearsay.Stance(a.Stance), After: a.After, Before: a.Before, AtLeast: 2}
	if a.Single || a.Stance != "" || a.Sort == string(store.MostDenied) {
		f.AtLeast = 0
	}
	if a.Speaker == "" {
		return f, nil
	}
	speakers, err := d.db.Speakers(r.Context(), a.Speaker, 0, speakersMeant)
	f.Speakers = []string{}
	for _, s := range speakers {
		f.Speakers = append(f.Speakers, s.ID)
	}
	return f, err
}

// address is the list with something changed.
func (a claimsAsked) address(change func(*claimsAsked)) string {
	change(&a)
	v := url.Values{}
	for key, value := range map[string]string{"sort": a.Sort, "speaker": a.Speaker, "outlet": a.Outlet, "stance": a.Stance, "after": a.After, "before": a.Before} {
		if value != "" {
			v.Set(key, value)
		}
	}
	if a.Single {
		v.Set("single", "on")
	}
	if a.From > 0 {
		v.Set("from", strconv.Itoa(a.From))
	}
	if len(v) == 0 {
		return "/"
	}
	return "/?" + v.Encode()
}

func (a claimsAsked) sorts() (list []choice) {
	for _, s := range []struct {
		order store.ClaimOrder
		name  string
	}{{store.MostRepeated, "Most repeated, least independent"}, {store.Newest, "Newest"}, {store.MostDenied, "Most denied"}} {
		address := a.address(func(b *claimsAsked) { b.Sort, b.From = string(s.order), 0 })
		list = append(list, choice{s.name, address, a.Sort == string(s.order)})
	}
	return list
}

// Filters tells that something is asked for beside the order.
func (a claimsAsked) Filters() bool {
	return a.Speaker != "" || a.Outlet != "" || a.Stance != "" || a.After != "" || a.Before != "" || a.Single
}

// Stances are the choices of the filter; nearly everything is asserted.
func (a claimsAsked) Stances() []hearsay.Stance {
	return []hearsay.Stance{hearsay.Denies, hearsay.Supposes, hearsay.Questions, hearsay.Intends}
}
