package search

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/query"
	"hearsay/internal/store"
)

// undated sorts after every day.
const undated = "~"

func (s *run) addReports(m Match, list []store.Found) {
	if len(list) > counted {
		list, s.more = list[:counted], true
	}
	slices.SortStableFunc(list, func(a, b store.Found) int { return cmp.Compare(cmp.Or(a.Day, undated), cmp.Or(b.Day, undated)) })
	for _, r := range list {
		if !s.inStatements[r.Report] {
			s.inStatements[r.Report] = true
			s.reports++
			s.hits = append(s.hits, found{match: m, report: r})
		}
	}
}

func (h found) outlet() string {
	if h.said != nil {
		return h.said.Outlet
	}
	return h.report.Outlet
}

func (h found) day() string {
	if h.said != nil {
		return h.said.Day
	}
	return h.report.Day
}

func (h found) num() int64 {
	if h.said != nil {
		return h.said.Report
	}
	return h.report.Report
}

// meanings are those of the names in the query, from left to right.
func (s *run) meanings() (list []*meaning) {
	leaves, _ := query.Leaves(s.query)
	for _, leaf := range leaves {
		if f, ok := leaf.(*query.Field); ok && s.fields[f] != nil {
			list = append(list, s.fields[f])
		}
	}
	return list
}

// result loads what is shown and counts the rest.
func (s *run) result(ctx context.Context, q string) (*Result, error) {
	r := &Result{Query: q, Statements: s.statements, Reports: s.reports, More: s.more, Hits: []Hit{}, Absent: s.absent}
	facets, who, err := s.facets(ctx)
	if err != nil {
		return nil, err
	}
	r.Facets = facets
	shown := s.hits[:min(len(s.hits), max(s.limit, 0))]
	l, err := s.load(ctx, shown)
	if err != nil {
		return nil, err
	}
	for _, h := range shown {
		r.Hits = append(r.Hits, s.hit(h, l, who))
	}
	return r, nil
}

// loaded is what the shown hits need of the case.
type loaded struct {
	statements map[int64]store.Statement
	reports    map[int64]store.Placed
	texts      map[int64]string
}

func (s *run) load(ctx context.Context, shown []found) (l loaded, err error) {
	l = loaded{statements: map[int64]store.Statement{}, reports: map[int64]store.Placed{}}
	statements, reports := []int64{}, []int64{}
	for _, h := range shown {
		reports = append(reports, h.num())
		if h.said != nil {
			statements = append(statements, h.said.Num)
		}
	}
	list, err := s.db.StatementsByNum(ctx, statements)
	if err != nil {
		return l, err
	}
	for _, st := range list {
		l.statements[st.Num] = st
	}
	placed, err := s.db.Publications(ctx, reports)
	if err != nil {
		return l, err
	}
	for _, p := range placed {
		l.reports[p.Num] = p
	}
	l.texts, err = s.db.Texts(ctx, reports)
	return l, err
}

func (s *run) hit(h found, l loaded, who map[string]string) Hit {
	p := l.reports[h.num()]
	out := Hit{Type: "report", Match: h.match, Report: p.ID, Path: p.Path, Title: p.Title, Outlet: p.Outlet, Published: p.Published}
	text := l.texts[p.Num]
	if h.said != nil {
		st := l.statements[h.said.Num]
		span := hearsay.Cover(st.Content)
		text = span.Of(text)
		out.Type, out.Stance, out.Claim, out.Content = "statement", st.Stance, st.Claim, &span
		out.By, out.Speaker = who[h.said.Speaker], st.Identity
		_, out.End = st.Resolved()
	}
	marks := s.marks(text)
	if h.said == nil && len(marks) == 0 {
		if inTitle := s.marks(p.Title); len(inTitle) > 0 {
			text, marks = p.Title, inTitle
		}
	}
	out.Snippet, out.Why = snippet(text, marks), s.why(h, marks)
	return out
}

// Facets count the hits by who says them, who published them, how and when,
// the most frequent first, months in their order.
type Facets struct {
	Speakers []Count `json:"speakers"`
	Outlets  []Count `json:"outlets"`
	Stances  []Count `json:"stances"`
	Months   []Count `json:"months"`
}

// Count is one value of a facet. Of statements it counts statements; where
// only reports were found, reports.
type Count struct {
	Value string `json:"value"`
	Count int    `json:"count"`
}

// facets counts all hits and gives the names of the speakers among them.
func (s *run) facets(ctx context.Context) (f Facets, who map[string]string, err error) {
	speakers, outlets, stances, months := map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}
	for _, h := range s.hits {
		if h.said == nil && s.statements > 0 {
			continue
		}
		outlets[h.outlet()]++
		if day := h.day(); len(day) >= len("2016-03") {
			months[day[:len("2016-03")]]++
		}
		if h.said != nil {
			speakers[h.said.Speaker]++
			stances[string(h.said.Stance)]++
		}
	}
	if who, err = s.namesOf(ctx, speakers); err != nil {
		return f, nil, err
	}
	byName := map[string]int{}
	for key, n := range speakers {
		byName[who[key]] += n
	}
	f = Facets{Speakers: ranked(byName), Outlets: ranked(outlets), Stances: ranked(stances), Months: ranked(months)}
	slices.SortFunc(f.Months, func(a, b Count) int { return cmp.Compare(a.Value, b.Value) })
	return f, who, nil
}

// namesOf gives the printed names of hand keys.
func (s *run) namesOf(ctx context.Context, keys map[string]int) (map[string]string, error) {
	who := map[string]string{}
	var ids []string
	for key := range keys {
		who[key] = strings.TrimPrefix(key, outletHand)
		if !strings.HasPrefix(key, outletHand) {
			ids = append(ids, key)
		}
	}
	list, err := s.db.IdentitiesByID(ctx, ids)
	for _, id := range list {
		who[id.ID] = id.Name
	}
	return who, err
}

// ranked lists the most frequent values.
func ranked(counts map[string]int) []Count {
	const most = 12
	list := []Count{}
	for v, n := range counts {
		if v != "" {
			list = append(list, Count{v, n})
		}
	}
	slices.SortFunc(list, func(a, b Count) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value)) })
	return list[:min(len(list), most)]
}
