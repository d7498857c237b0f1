package web

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/standing"
	"hearsay/internal/trace"
)

// claimPage is everything about one claim.
type claimPage struct {
	*trace.Answer
	Asked   whatIf
	Rungs   []rung
	Diagram *diagram
	Hands   []handLine
	Denials []denialGroup
	Spread  []momentLine
	First   *trace.Carried // the first that has it from no other report of the case
	Drift   []driftLine
	Receipt []receiptLine
	Decided int // lines of the whole receipt
	Rulings []rulingLine
	Back    string // where a ruling leads
}

// trace shows the claim that a person's words mean.
func (d *Desk) trace(_ http.ResponseWriter, r *http.Request) (*view, error) {
	q := strings.TrimSpace(r.FormValue("q"))
	base, err := d.answer(r.Context(), q, trace.Options{})
	if err != nil {
		return nil, err
	}
	if base.Claim == nil {
		return nil, hearsay.Errorf(hearsay.CodeNoMatch, "", "no report of the case makes a claim like “%s”", plain(q)).
			Do("try fewer or other words, or search for them")
	}
	return d.standing(r, q, base)
}

func (d *Desk) claim(w http.ResponseWriter, r *http.Request) (*view, error) {
	id := r.PathValue("id")
	base, err := d.answer(r.Context(), id, trace.Options{})
	if err != nil {
		return nil, err
	}
	if words := r.FormValue("words"); words != "" && (base.Claim == nil || base.Claim.ID != id) {
		http.Redirect(w, r, "/trace?q="+url.QueryEscape(words), http.StatusSeeOther)
		return nil, nil
	}
	if base.Claim == nil || base.Claim.ID != id {
		return nil, hearsay.Errorf(hearsay.CodeNotFound, id, "is no claim of the case any more").
			Do("search for its words: a new reading or ruling may have joined it to another")
	}
	return d.standing(r, id, base)
}

// answer is what trace says of a query, kept until the case changes.
func (d *Desk) answer(ctx context.Context, query string, opts trace.Options) (*trace.Answer, error) {
	return rememberIn(d, &d.answers, fmt.Sprintf("%q %q %v", query, opts.Distrust, opts.Until), func() (*trace.Answer, error) {
		return d.tracer.TraceIf(ctx, query, opts)
	})
}

// standing is the page of the claim that query means, which stands as base
// says.
func (d *Desk) standing(r *http.Request, query string, base *trace.Answer) (_ *view, err error) {
	ctx := r.Context()
	a, asked := base, askedOf(r.URL.Query(), base)
	if asked.asks() {
		if a, err = d.answer(ctx, query, asked.options()); err != nil {
			return nil, err
		}
	}
	p := claimPage{Answer: a, Asked: asked, Rungs: rungs(a.Ladder), Hands: handLines(base)}
	p.Diagram = newDiagram(a, foldingOf(asked.Copies, len(a.Asserts)))
	p.Denials = denialGroups(a)
	if p.Drift, err = d.driftLines(ctx, a.Drift); err != nil {
		return nil, err
	}
	whole := decisions(a)
	p.Decided = len(whole)
	if !asked.Whole {
		whole = whole[:min(len(whole), receiptShown)]
	}
	p.Receipt = receiptLines(a, whole)
	p.Spread, p.First = spreadOf(a)
	p.Back = rulingsBack(base)
	if p.Rulings, err = d.rulingsOn(r, base); err != nil {
		return nil, err
	}
	return &view{Page: "claim", Under: "claims", Title: short(60, a.Claim.Text), Body: p}, nil
}

// denialGroup is reports that do not assert the claim, and what they do.
type denialGroup struct {
	Title, Kind string
	List        []standing.Denial
}

func denialGroups(a *trace.Answer) (list []denialGroup) {
	for _, g := range []denialGroup{
		{"Denied by", "denies", a.Denies},
		{"Questioned by", "questions", a.Questions},
		{"Wished or planned by", "intends", a.Intends},
	} {
		if len(g.List) > 0 {
			list = append(list, g)
		}
	}
	return list
}

// handLine is a hand with how many of the reports came through it.
type handLine struct {
	Name, Entity string
	Roles        []string
	Reports      int
	Bottleneck   bool
}

// The most lines of a list that a page shows at once; the others are folded.
const (
	handsOpen = 16
	driftOpen = 8
)

// HandsOpen and HandsFolded are the hands that carried most, and the others.
func (p claimPage) HandsOpen() []handLine   { return p.Hands[:min(len(p.Hands), handsOpen)] }
func (p claimPage) HandsFolded() []handLine { return p.Hands[min(len(p.Hands), handsOpen):] }

// DriftOpen and DriftFolded are the changes that weigh most, and the others.
func (p claimPage) DriftOpen() []driftLine   { return p.Drift[:min(len(p.Drift), driftOpen)] }
func (p claimPage) DriftFolded() []driftLine { return p.Drift[min(len(p.Drift), driftOpen):] }

// handTable is hands with what is asked of them.
type handTable struct {
	Hands []handLine
	Asked whatIf
}

func handsOf(list []handLine, asked whatIf) handTable { return handTable{list, asked} }

// anyDistrusted tells whether one of the hands is left out.
func anyDistrusted(list []handLine, asked whatIf) bool {
	return slices.ContainsFunc(list, func(h handLine) bool { return asked.Distrusts(h.Name) })
}

// Published tells that it is an outlet with a page of its own.
func (h handLine) Published() bool { return slices.Contains(h.Roles, string(hearsay.RolePublisher)) }

// handLines lists the hands of all chains, those that carried most first.
func handLines(a *trace.Answer) []handLine {
	at := map[string]int{}
	through := map[string]map[string]bool{}
	var list []handLine
	for _, s := range a.Asserts {
		for _, h := range s.Chain {
			key := cmp.Or(h.Entity, h.Name)
			i, ok := at[key]
			if !ok {
				i = len(list)
				at[key], through[key] = i, map[string]bool{}
				list = append(list, handLine{Name: h.Name, Entity: h.Entity, Bottleneck: isBottleneck(a, h.Name)})
			}
			through[key][s.Report] = true
			list[i].Reports = len(through[key])
			list[i].Roles = unique(append(list[i].Roles, string(h.Role)))
		}
	}
	slices.SortStableFunc(list, func(x, y handLine) int { return y.Reports - x.Reports })
	return list
}

func isBottleneck(a *trace.Answer, name string) bool {
	return slices.ContainsFunc(a.Bottlenecks, func(b standing.Bottleneck) bool { return b.Name == name })
}
