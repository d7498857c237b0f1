package web

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"

	"hearsay"
	"hearsay/internal/store"
)

// sourcesPage lists the outlets of the case.
type sourcesPage struct {
	List []sourceLine
	More string
}

type sourceLine struct {
	store.Source
	Grade, Address string
}

func (d *Desk) sources(_ http.ResponseWriter, r *http.Request) (*view, error) {
	from := number(r.FormValue("from"))
	list, err := d.outlets(r.Context(), from)
	if err != nil {
		return nil, err
	}
	grades, err := d.db.GradesInForce(r.Context())
	if err != nil {
		return nil, err
	}
	var p sourcesPage
	if len(list) > perPage {
		list, p.More = list[:perPage], fmt.Sprintf("/sources?from=%d", from+perPage)
	}
	for _, s := range list {
		p.List = append(p.List, sourceLine{s, grades[s.Outlet], sourceAddress(s.Outlet)})
	}
	return &view{Page: "sources", Title: "Sources", Body: p}, nil
}

// outlets is a page of outlets and one more, if there is one.
func (d *Desk) outlets(ctx context.Context, from int) ([]store.Source, error) {
	return remember(d, fmt.Sprintf("sources %d", from), func() ([]store.Source, error) {
		return d.db.Sources(ctx, from, perPage+1)
	})
}

func sourceAddress(outlet string) string { return "/source?name=" + url.QueryEscape(outlet) }

// sourcePage is one outlet.
type sourcePage struct {
	store.Source
	Grade   string
	History []store.Grade
	Letters []letter
	Looked  int // reports that Kinds, Ends and Denied are about, the newest
	Kinds   []tally
	Ends    []tally
	Denied  []deniedClaim
	Reports []kin
	Back    string
}

// tally is how often something was.
type tally struct {
	Name  string
	Count int
}

// letter is a grade of the Admiralty code.
type letter struct{ Letter, Means string }

func letters() []letter {
	return []letter{{"A", "completely reliable"}, {"B", "usually reliable"}, {"C", "fairly reliable"},
		{"D", "not usually reliable"}, {"E", "unreliable"}, {"F", "cannot be judged"}}
}

// deniedClaim is something that the outlet asserted and others denied.
type deniedClaim struct {
	ID, Text string
	By       []string
}

// lookedAt is how many reports of an outlet its page looks at in detail.
const lookedAt = 200

func (d *Desk) source(_ http.ResponseWriter, r *http.Request) (*view, error) {
	ctx, name := r.Context(), r.FormValue("name")
	s, err := d.db.Source(ctx, name)
	if err != nil {
		return nil, err
	}
	if s.Reports == 0 {
		return nil, hearsay.Errorf(hearsay.CodeNotFound, name, "published no report of the case").Do("look for it among the names")
	}
	p := sourcePage{Source: s, Letters: letters(), Back: sourceAddress(name)}
	if p.History, err = d.db.Grades(ctx, name); err != nil {
		return nil, err
	}
	if len(p.History) > 0 {
		p.Grade = p.History[0].Grade
	}
	nums, err := d.db.ReportsOf(ctx, name, lookedAt)
	if err != nil {
		return nil, err
	}
	p.Looked = len(nums)
	if err := d.derivedBy(ctx, &p, nums); err != nil {
		return nil, err
	}
	return &view{Page: "source", Under: "sources", Title: short(60, name), Body: &p}, d.saidBy(ctx, &p, nums)
}

// derivedBy tells how the reports came to their texts.
func (d *Desk) derivedBy(ctx context.Context, p *sourcePage, nums []int64) error {
	placed, err := d.db.Publications(ctx, nums)
	if err != nil {
		return err
	}
	slices.SortStableFunc(placed, func(a, b store.Placed) int { return cmp.Compare(b.Published.Day(), a.Published.Day()) })
	for _, one := range placed {
		p.Reports = append(p.Reports, kin{Path: or(one.Title, fileName(one.Path)), Outlet: day(one.Published), Address: reportAddress(one.ID)})
	}
	derived, err := d.db.DerivedInto(ctx, nums)
	counts := map[string]int{}
	for _, one := range derived {
		counts[string(one.Kind)]++
	}
	p.Kinds = tallies(counts)
	return err
}

// saidBy tells on whose word the reports say what they say, and what of it
// others denied.
func (d *Desk) saidBy(ctx context.Context, p *sourcePage, nums []int64) error {
	statements, err := d.db.StatementsOfReports(ctx, nums)
	if err != nil {
		return err
	}
	ends := map[string]int{}
	var claims []string
	for i := range statements {
		chain, end := statements[i].Resolved()
		switch {
		case end == hearsay.EndNamed && len(chain) == 1:
			ends["origin: its own word"]++
		case end == hearsay.EndUnattributed && len(chain) == 1:
			ends["its own voice, naming nobody"]++
		case len(chain) == 2:
			ends["relay: quotes at first hand"]++
		default:
			ends["relay: at second hand or further"]++
		}
		if statements[i].Stance.Counts() && statements[i].Claim != "" {
			claims = append(claims, statements[i].Claim)
		}
	}
	p.Ends = tallies(ends)
	slices.Sort(claims)
	p.Denied, err = d.denied(ctx, slices.Compact(claims), p.Outlet)
	return err
}

// denials are the statements of the case that deny, by claim.
func (d *Desk) denials(ctx context.Context) (map[string][]int64, error) {
	return remember(d, "denials", func() (map[string][]int64, error) { return d.db.Denials(ctx) })
}

// deniedAtMost is how many denied claims of an outlet are shown.
const deniedAtMost = 100

// denied are those of the claims that a statement of another outlet denies.
func (d *Desk) denied(ctx context.Context, ids []string, outlet string) (list []deniedClaim, err error) {
	denying, err := d.denials(ctx)
	if err != nil {
		return nil, err
	}
	ids = slices.DeleteFunc(ids, func(id string) bool { return denying[id] == nil })
	ids = ids[:min(len(ids), deniedAtMost)]
	var nums []int64
	for _, id := range ids {
		nums = append(nums, denying[id]...)
	}
	claims, err := d.db.ClaimsByID(ctx, ids)
	if err != nil {
		return nil, err
	}
	denials, err := d.db.StatementsByNum(ctx, nums)
	if err != nil {
		return nil, err
	}
	by := map[string][]string{}
	for i := range denials {
		s := &denials[i]
		if n := len(s.Chain); n > 0 && s.Chain[0].Name != outlet {
			by[s.Claim] = unique(append(by[s.Claim], plain(s.Chain[n-1].Name)))
		}
	}
	for _, c := range claims {
		if len(by[c.ID]) > 0 {
			list = append(list, deniedClaim{c.ID, c.Text, by[c.ID]})
		}
	}
	return list, nil
}

func tallies(counts map[string]int) (list []tally) {
	for name, n := range counts {
		list = append(list, tally{name, n})
	}
	slices.SortFunc(list, func(a, b tally) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name)) })
	return list
}

// grade records what a person thinks of an outlet.
func (d *Desk) grade(w http.ResponseWriter, r *http.Request) (*view, error) {
	name := r.PostFormValue("outlet")
	g := store.Grade{Outlet: name, Grade: r.PostFormValue("grade"), Reason: r.PostFormValue("reason"), Made: d.now()}
	if err := d.db.PutGrade(r.Context(), g); err != nil {
		return nil, err
	}
	http.Redirect(w, r, sourceAddress(name), http.StatusSeeOther)
	return nil, nil
}
