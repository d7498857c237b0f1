package web

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"hearsay"
	"hearsay/internal/store"
)

// namesPage lists who speaks in the case.
type namesPage struct {
	Query string
	List  []speakerLine
	More  string // address of the next page, "" if there is none
}

// speakerLine is who speaks. Where is a report in which, said only of one who
// is not the only one of that name.
type speakerLine struct {
	store.Speaker
	Where string
}

// perPage is how many lines a list shows at once.
const perPage = 100

func (d *Desk) names(_ http.ResponseWriter, r *http.Request) (*view, error) {
	p := namesPage{Query: r.FormValue("q")}
	from := number(r.FormValue("from"))
	list, err := d.speakers(r.Context(), p.Query, from)
	if err != nil {
		return nil, err
	}
	if len(list) > perPage {
		list = list[:perPage]
		p.More = fmt.Sprintf("/names?q=%s&from=%d", url.QueryEscape(p.Query), from+perPage)
	}
	if p.List, err = d.told(r.Context(), list); err != nil {
		return nil, err
	}
	return &view{Page: "names", Title: "Names", Body: p}, nil
}

// told tells those of one name apart by a report in which each speaks.
func (d *Desk) told(ctx context.Context, list []store.Speaker) ([]speakerLine, error) {
	of := map[string]int{}
	for _, s := range list {
		of[plain(s.Name)]++
	}
	lines := make([]speakerLine, len(list))
	for i, s := range list {
		lines[i].Speaker = s
		if of[plain(s.Name)] == 1 {
			continue
		}
		says, err := d.db.SpokenBy(ctx, s.ID, 1)
		if err != nil {
			return nil, err
		}
		first, err := d.sayings(ctx, says)
		if err != nil {
			return nil, err
		}
		for _, one := range first {
			lines[i].Where = one.Report
		}
	}
	return lines, nil
}

// speakers is a page of names and one more, if there is one.
func (d *Desk) speakers(ctx context.Context, query string, from int) ([]store.Speaker, error) {
	return remember(d, fmt.Sprintf("names %q %d", query, from), func() ([]store.Speaker, error) {
		return d.db.Speakers(ctx, query, from, perPage+1)
	})
}

// namePage is one person, organisation or other source.
type namePage struct {
	hearsay.Identity
	Scripts []scriptGroup
	Why     []string // of joins that no spelling tells
	Says    []saying
	SaidOf  []saying
	Carried []through
	Rulings []rulingLine
	Back    string // where a ruling leads: the name may have another page by then
	Shown   int
	Source  bool // it has a page as a source
}

// scriptGroup is the spellings of a name in one script.
type scriptGroup struct {
	Script    string
	Spellings []spelling
}

// spelling is one way to write a name, and why it is taken for that name.
type spelling struct {
	Name string
	Why  []string
}

// saying is a statement on the page of a name.
type saying struct {
	Text, By, Entity, Outlet, Report, Claim, Address string
	Stance                                           hearsay.Stance
	Chain                                            []string
	Also                                             []place // further reports that say it in the same words
}

// Through are the hands between the outlet and who says it.
func (s saying) Through() []string {
	return s.Chain[min(1, len(s.Chain)):max(len(s.Chain)-1, min(1, len(s.Chain)))]
}

// grouped takes what one says in the same words in several reports as one.
func grouped(list []saying) (out []saying) {
	at := map[[3]string]int{}
	for _, s := range list {
		key := [3]string{plain(s.Text), s.By, string(s.Stance)}
		i, met := at[key]
		if !met {
			at[key] = len(out)
			out = append(out, s)
			continue
		}
		to := place{s.Report, s.Address}
		if first := out[i]; s.Report != first.Report && !slices.ContainsFunc(first.Also, func(p place) bool { return p.Name == s.Report }) {
			out[i].Also = append(first.Also, to)
		}
	}
	return out
}

// saidShown is how many statements each list of a name shows.
const saidShown = 60

func (d *Desk) name(_ http.ResponseWriter, r *http.Request) (*view, error) {
	ctx := r.Context()
	list, err := d.db.IdentitiesByID(ctx, []string{r.PathValue("id")})
	if err != nil {
		return nil, err
	}
	if len(list) == 0 {
		return nil, hearsay.Errorf(hearsay.CodeNotFound, "", "nobody in the case has this number any more").
			Do("look for the name: a ruling may have joined it to another")
	}
	p := namePage{Identity: list[0], Back: "/names?q=" + url.QueryEscape(list[0].Name), Shown: saidShown}
	p.Scripts, p.Why = byScript(list[0])
	says, err := d.db.SpokenBy(ctx, p.ID, saidShown)
	if err != nil {
		return nil, err
	}
	if p.Says, err = d.sayings(ctx, says); err != nil {
		return nil, err
	}
	for i := range p.Says {
		p.Says[i].By, p.Says[i].Entity = "", "" // whose page it is
	}
	if p.Source = len(p.Says) > 0; !p.Source {
		outlet, err := d.db.Source(ctx, p.Name)
		if err != nil {
			return nil, err
		}
		p.Source = outlet.Reports > 0
	}
	if p.SaidOf, err = d.saidOf(ctx, p.ID); err != nil {
		return nil, err
	}
	p.Carried, p.Says, p.SaidOf = carriers(p.Says), grouped(p.Says), grouped(p.SaidOf)
	all, err := d.rulingLines(r)
	if err != nil {
		return nil, err
	}
	known := append([]string{p.Name}, p.Spellings...)
	for _, one := range all {
		if slices.Contains(known, one.Ruling.A) || slices.Contains(known, one.Ruling.B) {
			p.Rulings = append(p.Rulings, one)
		}
	}
	return &view{Page: "name", Under: "names", Title: short(60, p.Name), Body: p}, nil
}

// through is a hand that carried statements, and how many.
type through struct {
	Name       string
	Statements int
}

// carriers are the hands between the reader and who says it: outlets, agencies
// and translators, those that carried most first.
func carriers(says []saying) []through {
	at := map[string]int{}
	var list []through
	for _, s := range says {
		for _, name := range s.Chain[:max(len(s.Chain)-1, 0)] {
			i, ok := at[name]
			if !ok {
				i = len(list)
				at[name] = i
				list = append(list, through{Name: name})
			}
			list[i].Statements++
		}
	}
	slices.SortStableFunc(list, func(a, b through) int { return b.Statements - a.Statements })
	return list
}

// saidOf are statements of others in whose words the entity is mentioned.
func (d *Desk) saidOf(ctx context.Context, identity string) ([]saying, error) {
	of, err := d.statementsOf(ctx, identity, saidShown)
	if err != nil {
		return nil, err
	}
	return d.sayings(ctx, of[:min(len(of), saidShown)])
}

// statementsOf are statements about an identity, in at most so many of the
// reports that mention it.
func (d *Desk) statementsOf(ctx context.Context, identity string, reports int) ([]store.Statement, error) {
	places, err := d.db.MentionsOf(ctx, identity)
	if err != nil {
		return nil, err
	}
	places = places[:min(len(places), reports)]
	nums, entities := []int64{}, map[int64][]string{}
	for _, p := range places {
		nums = append(nums, p.Report)
		entities[p.Report] = append(entities[p.Report], p.Entity)
	}
	analyses, err := d.db.Analyses(ctx, nums)
	if err != nil {
		return nil, err
	}
	mentions := map[int64][]hearsay.Span{}
	for _, a := range analyses {
		for _, id := range entities[a.Num] {
			if e := a.Entity(id); e != nil {
				mentions[a.Num] = append(mentions[a.Num], e.Mentions...)
			}
		}
	}
	statements, err := d.db.StatementsOfReports(ctx, nums)
	return slices.DeleteFunc(statements, func(s store.Statement) bool {
		return s.Identity == identity || !mentioned(mentions[s.Report], s.Content)
	}), err
}

func mentioned(mentions, content []hearsay.Span) bool {
	return slices.ContainsFunc(mentions, func(m hearsay.Span) bool {
		return slices.ContainsFunc(content, func(c hearsay.Span) bool { return c.Contains(m) })
	})
}

// sayings gives statements their words and reports.
func (d *Desk) sayings(ctx context.Context, list []store.Statement) (out []saying, err error) {
	nums := []int64{}
	for i := range list {
		nums = append(nums, list[i].Report)
	}
	texts, err := d.db.Texts(ctx, nums)
	if err != nil {
		return nil, err
	}
	placed, err := d.db.Publications(ctx, nums)
	if err != nil {
		return nil, err
	}
	byNum := map[int64]store.Placed{}
	for _, p := range placed {
		byNum[p.Num] = p
	}
	for i := range list {
		s, p := &list[i], byNum[list[i].Report]
		span := hearsay.Cover(s.Content)
		if span.Validate(texts[s.Report]) != nil {
			continue
		}
		one := saying{Text: span.Of(texts[s.Report]), Entity: s.Identity, Outlet: p.Outlet, Report: fileName(p.Path),
			Claim: s.Claim, Address: passageAddress(p.ID, span), Stance: s.Stance}
		chain, _ := s.Resolved()
		for _, h := range chain {
			one.Chain = append(one.Chain, plain(h.Name))
		}
		if n := len(s.Chain); n > 0 {
			one.By = plain(s.Chain[n-1].Name)
		}
		out = append(out, one)
	}
	return out, nil
}

// byScript groups the spellings of a name by their writing, each with the
// reasons for which it was joined; the rest are further reasons.
func byScript(id hearsay.Identity) (list []scriptGroup, rest []string) {
	rest = unique(id.Reasons)
	for _, s := range unique(append([]string{id.Name}, id.Spellings...)) {
		script := scriptOf(s)
		i := slices.IndexFunc(list, func(g scriptGroup) bool { return g.Script == script })
		if i < 0 {
			i = len(list)
			list = append(list, scriptGroup{Script: script})
		}
		one := spelling{Name: s}
		if s != id.Name {
			rest = slices.DeleteFunc(rest, func(reason string) bool {
				_, why, tells := cutJoin(reason, s)
				if tells {
					one.Why = append(one.Why, why)
				}
				return tells
			})
		}
		list[i].Spellings = append(list[i].Spellings, one)
	}
	return list, rest
}

// cutJoin takes "A = B: why" apart if it tells of a join with a name.
func cutJoin(reason, name string) (other, why string, tells bool) {
	if other, why, tells = strings.Cut(reason, " = "+name+": "); tells {
		return other, why, true
	}
	other, tells = strings.CutPrefix(reason, name+" = ")
	if !tells {
		return "", "", false
	}
	return strings.Cut(other, ": ")
}

func scriptOf(s string) string {
	for _, c := range s {
		switch {
		case unicode.Is(unicode.Arabic, c):
			return "Arabic"
		case unicode.Is(unicode.Cyrillic, c):
			return "Cyrillic"
		case unicode.Is(unicode.Greek, c):
			return "Greek"
		case unicode.Is(unicode.Hebrew, c):
			return "Hebrew"
		case unicode.Is(unicode.Han, c):
			return "Chinese"
		case unicode.Is(unicode.Latin, c):
			return "Latin"
		}
	}
	return "Other"
}

// number reads a number that is not negative; 0 if it is none.
func number(s string) (n int) {
	fmt.Sscanf(s, "%d", &n)
	return max(n, 0)
}
