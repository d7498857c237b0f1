package web

import (
	"cmp"
	"context"
	"net/http"
	"slices"

	"hearsay"
	"hearsay/internal/store"
)

// sourcePage is one outlet, or one hand that published nothing here.
type sourcePage struct {
	store.Source
	Roles   store.Roles // of an outlet, in all its reports
	Hand    string      // number of a hand that is no outlet; "" of an outlet
	Grade   string
	History []store.Grade
	Letters []letter
	Looked  int // reports that Kinds, Ends, Denied and Corrected are about, the newest
	Kinds   []tally
	Ends    []tally
	Denied  []deniedClaim // by others
	Taken   []deniedClaim // back, by the source itself
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

// lookedAt is how many reports of an outlet, or statements of a hand, its page
// looks at in detail.
const lookedAt = 200

func (d *Desk) source(_ http.ResponseWriter, r *http.Request) (*view, error) {
	ctx, name := r.Context(), r.FormValue("name")
	s, err := d.db.Source(ctx, name)
	if err != nil {
		return nil, err
	}
	p := sourcePage{Source: s, Letters: letters(), Back: sourceAddress(name)}
	if p.History, err = d.db.Grades(ctx, name); err != nil {
		return nil, err
	}
	if len(p.History) > 0 {
		p.Grade = p.History[0].Grade
	}
	if s.Reports == 0 {
		err = d.hand(ctx, &p)
	} else {
		err = d.outlet(ctx, &p)
	}
	return &view{Page: "source", Under: "sources", Title: short(60, name), Body: &p}, err
}

func (d *Desk) outlet(ctx context.Context, p *sourcePage) error {
	roles, err := d.roles(ctx)
	if err != nil {
		return err
	}
	if of := roles[p.Outlet]; of != nil {
		p.Roles = *of
	}
	nums, err := d.db.ReportsOf(ctx, p.Outlet, lookedAt)
	if err != nil {
		return err
	}
	p.Looked = len(nums)
	if err := d.derivedBy(ctx, p, nums); err != nil {
		return err
	}
	statements, err := d.db.StatementsOfReports(ctx, nums)
	if err != nil {
		return err
	}
	p.Ends = ends(statements, func(chain hearsay.Chain, end hearsay.End) string {
		switch {
		case end == hearsay.EndNamed && len(chain) == 1:
			return "origin: its own word"
		case end == hearsay.EndUnattributed && len(chain) == 1:
			return "its own voice, naming nobody"
		case len(chain) == 2:
			return "relay: quotes at first hand"
		}
		return "relay: at second hand or further"
	})
	return d.disputed(ctx, p, statements, func(s *store.Statement) bool {
		return len(s.Chain) == 1 && s.Chain[0].Name == p.Outlet
	})
}

// derivedBy tells how the reports came to their texts.
func (d *Desk) derivedBy(ctx context.Context, p *sourcePage, nums []int64) error {
	if err := d.newest(ctx, p, nums); err != nil {
		return err
	}
	derived, err := d.db.DerivedInto(ctx, nums)
	counts := map[string]int{}
	for _, one := range derived {
		counts[string(one.Kind)]++
	}
	p.Kinds = tallies(counts)
	return err
}

// newest lists the reports, the newest first.
func (d *Desk) newest(ctx context.Context, p *sourcePage, nums []int64) error {
	placed, err := d.db.Publications(ctx, nums)
	slices.SortStableFunc(placed, func(a, b store.Placed) int { return cmp.Compare(b.Published.Day(), a.Published.Day()) })
	for _, one := range placed {
		p.Reports = append(p.Reports, kin{Path: or(one.Title, fileName(one.Path)), Kind: day(one.Published), Outlet: one.Outlet, Address: reportAddress(one.ID)})
	}
	return err
}

// ends tells how often the chains of statements end how.
func ends(statements []store.Statement, word func(hearsay.Chain, hearsay.End) string) []tally {
	counts := map[string]int{}
	for i := range statements {
		counts[word(statements[i].Resolved())]++
	}
	return tallies(counts)
}

func tallies(counts map[string]int) (list []tally) {
	for name, n := range counts {
		list = append(list, tally{name, n})
	}
	slices.SortFunc(list, func(a, b tally) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name)) })
	return list
}

// grade records what a person thinks of a source.
func (d *Desk) grade(w http.ResponseWriter, r *http.Request) (*view, error) {
	name := r.PostFormValue("outlet")
	g := store.Grade{Outlet: name, Grade: r.PostFormValue("grade"), Reason: r.PostFormValue("reason"), Made: d.now()}
	if err := d.db.PutGrade(r.Context(), g); err != nil {
		return nil, err
	}
	http.Redirect(w, r, sourceAddress(name), http.StatusSeeOther)
	return nil, nil
}
