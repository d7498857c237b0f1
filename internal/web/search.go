package web

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/query"
	"hearsay/internal/search"
)

// searchPage is what a query found, and why.
type searchPage struct {
	Query  string
	Exact  bool   // nothing wider than what was typed
	Other  string // address of the same search with Exact turned
	Result *search.Result
	Bad    *failure // what is wrong with the query
	Hits   []hitLine
	Facets []facet
	Fields []query.FieldName
}

// hitLine is a hit with its snippet cut at the words that matched.
type hitLine struct {
	search.Hit
	Pieces  []piece
	Address string
}

// piece is a part of a snippet; Hit tells that it matched.
type piece struct {
	Text string
	Hit  bool
}

// facet is values by which the hits can be narrowed.
type facet struct {
	Name   string
	Values []facetValue
}

type facetValue struct {
	Value, Address string
	Count          int
}

// hitsShown is how many hits a search lists.
const hitsShown = 50

func (d *Desk) search(_ http.ResponseWriter, r *http.Request) (*view, error) {
	p := searchPage{Query: strings.TrimSpace(r.FormValue("q")), Exact: r.FormValue("exact") != "", Fields: query.Fields()}
	p.Other = searchAddress(p.Query, !p.Exact)
	v := &view{Page: "search", Title: "Search", Body: &p}
	if p.Query == "" {
		return v, nil
	}
	widest := search.Near
	if p.Exact {
		widest = search.Exact
	}
	var err error
	p.Result, err = search.RunTo(r.Context(), d.db, p.Query, hitsShown, widest)
	if hearsay.CodeOf(err) == hearsay.CodeUsage {
		said := failureOf(err)
		p.Bad = &said
		return v, nil
	}
	if err != nil {
		return nil, err
	}
	for _, h := range p.Result.Hits {
		p.Hits = append(p.Hits, newHitLine(h))
	}
	p.Facets = p.facets()
	return v, nil
}

func newHitLine(h search.Hit) hitLine {
	line := hitLine{Hit: h, Address: reportAddress(h.Report)}
	if h.Content != nil {
		line.Address = passageAddress(h.Report, *h.Content)
	}
	at, text := 0, h.Snippet.Text
	for _, m := range h.Snippet.Marks {
		if m.Start < at || m.End > len(text) {
			continue
		}
		line.Pieces = append(line.Pieces, piece{Text: text[at:m.Start]}, piece{m.Of(text), true})
		at = m.End
	}
	line.Pieces = append(line.Pieces, piece{Text: text[at:]})
	return line
}

func searchAddress(q string, exact bool) string {
	address := "/search?q=" + url.QueryEscape(q)
	if exact {
		address += "&exact=on"
	}
	return address
}

// facets are those of the result, each value as the query narrowed by it.
func (p *searchPage) facets() (list []facet) {
	f := p.Result.Facets
	for _, one := range []struct {
		name, field string
		counts      []search.Count
	}{{"Who says it", "speaker", f.Speakers}, {"Outlet", "outlet", f.Outlets}, {"Stance", "stance", f.Stances}, {"Month", "", f.Months}} {
		out := facet{Name: one.name}
		for _, c := range one.counts {
			narrowed := p.Query + " " + month(c.Value)
			if one.field != "" {
				narrowed = p.Query + " " + searchFor(one.field, c.Value)
			}
			out.Values = append(out.Values, facetValue{plain(c.Value), searchAddress(narrowed, p.Exact), c.Count})
		}
		if len(out.Values) > 1 {
			list = append(list, out)
		}
	}
	return list
}

// month is the query for what was published in a month, "2018-11".
func month(m string) string {
	next := []byte(m)
	if len(m) != len("2018-11") {
		return ""
	}
	switch {
	case m[5:] == "12":
		for i := 3; i >= 0; i-- {
			if next[i]++; next[i] <= '9' {
				break
			}
			next[i] = '0'
		}
		return "after:" + m + " before:" + string(next[:4]) + "-01"
	case m[6] == '9':
		return "after:" + m + " before:" + m[:5] + "10"
	}
	next[6]++
	return "after:" + m + " before:" + string(next)
}

// mostCompletions is how many ways to go on are offered.
const mostCompletions = 12

// complete offers ways to go on with a query, as JSON.
func (d *Desk) complete(w http.ResponseWriter, r *http.Request) {
	list, err := d.completions(r.Context(), r.FormValue("q"))
	if err != nil {
		list = nil // no help is no harm
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	json.NewEncoder(w).Encode(append([]string{}, list...))
}

func (d *Desk) completions(ctx context.Context, q string) (list []string, err error) {
	at := strings.LastIndexAny(q, " (-") + 1
	if open := strings.LastIndex(q, `:"`); strings.Count(q, `"`)%2 == 1 && open > 0 {
		at = strings.LastIndexAny(q[:open], " (-") + 1
	}
	before, last := q[:at], q[at:]
	field, value, has := strings.Cut(last, ":")
	if !has {
		for _, f := range query.Fields() {
			if last != "" && strings.HasPrefix(string(f), strings.ToLower(last)) {
				list = append(list, before+string(f)+":")
			}
		}
		return list, nil
	}
	values, err := d.valuesOf(ctx, query.FieldName(field), strings.Trim(value, `"`))
	for _, v := range values[:min(len(values), mostCompletions)] {
		list = append(list, before+searchFor(field, v))
	}
	return list, err
}

// valuesOf are values of a field that begin as the typed one.
func (d *Desk) valuesOf(ctx context.Context, f query.FieldName, typed string) (values []string, err error) {
	switch f {
	case query.Speaker:
		speakers, err := d.db.Speakers(ctx, typed, 0, mostCompletions)
		for _, s := range speakers {
			values = append(values, s.Name)
		}
		return values, err
	case query.Outlet:
		values, err = d.db.Outlets(ctx)
	case query.Lang:
		values, err = d.db.Languages(ctx)
	default:
		values = f.Choices()
	}
	return slices.DeleteFunc(values, func(v string) bool { return !strings.Contains(strings.ToLower(v), strings.ToLower(typed)) }), err
}
