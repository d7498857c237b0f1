package web

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
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
	Rough bool   // the order is by reports only, until all claims are counted
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
	asked := claimsAskedOf(r.URL.Query())
	p, err := d.claimLines(r.Context(), asked)
	return &view{Page: "claims", Title: "Claims", Body: p}, err
}

// claimLines finds and counts the claims of a page.
func (d *Desk) claimLines(ctx context.Context, asked claimsAsked) (p claimsPage, err error) {
	filter, err := d.filter(ctx, asked)
	if err != nil {
		return p, err
	}
	rows, rough, err := d.rows(ctx, filter, asked)
	if err == nil && len(rows) == 0 && filter.IsZero() && asked.From == 0 {
		filter.AtLeast, asked.Single = 0, true // a case in which nothing is repeated yet
		rows, rough, err = d.rows(ctx, filter, asked)
	}
	if err != nil {
		return p, err
	}
	p = claimsPage{Asked: asked, Rough: rough, Sorts: asked.sorts(), Empty: len(rows) == 0 && filter.IsZero() && asked.From == 0}
	if len(rows) > claimsPerPage {
		rows, p.More = rows[:claimsPerPage], asked.address(func(a *claimsAsked) { a.From += claimsPerPage })
	}
	for _, c := range rows {
		line, err := d.claimLine(ctx, c)
		if err != nil {
			return p, err
		}
		p.Lines = append(p.Lines, line)
	}
	return p, nil
}

// rows is a page of claims and one more, if there is one. rough tells that the
// order is by reports alone.
func (d *Desk) rows(ctx context.Context, f store.ClaimFilter, a claimsAsked) (_ []store.Claim, rough bool, err error) {
	var r *ranking
	if a.Sort == "" {
		if r, err = d.ranking(ctx); err != nil {
			return nil, false, err
		}
		rough = r == nil
	}
	list, err := remember(d, fmt.Sprintf("claims %v %t", a, rough), func() ([]store.Claim, error) {
		if r != nil {
			return d.rankedPage(ctx, r, f, a.From, claimsPerPage+1)
		}
		return d.db.FilteredClaims(ctx, f, store.ClaimOrder(a.Sort), a.From, claimsPerPage+1)
	})
	return list, rough, err
}

// claimLine is a claim as the list shows it: counted with all others, or now.
func (d *Desk) claimLine(ctx context.Context, c store.Claim) (claimLine, error) {
	if r := d.ranked(); r != nil {
		if i, ok := r.at[c.ID]; ok {
			return claimLine{r.claims[i], newFunnel(r.claims[i].Ladder)}, nil
		}
	}
	return remember(d, "claim "+c.ID, func() (claimLine, error) {
		list, err := d.tracer.List(ctx, []store.Claim{c})
		if err != nil {
			return claimLine{}, err
		}
		list[0].Receipt = nil // the line shows none
		return claimLine{list[0], newFunnel(list[0].Ladder)}, nil
	})
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

func (d *Desk) filter(ctx context.Context, a claimsAsked) (store.ClaimFilter, error) {
	f := store.ClaimFilter{Outlet: a.Outlet, Stance: hearsay.Stance(a.Stance), After: a.After, Before: a.Before, AtLeast: 2}
	if a.Single || a.Stance != "" || a.Sort == string(store.MostDenied) {
		f.AtLeast = 0
	}
	if a.Speaker == "" {
		return f, nil
	}
	speakers, err := d.db.Speakers(ctx, a.Speaker, 0, speakersMeant)
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
