package trace

import (
	"context"
	"slices"
	"sort"
	"strings"

	"hearsay"
	"hearsay/internal/names"
	"hearsay/internal/store"
)

// Statement is one statement of the case, as it is printed.
type Statement struct {
	Report  string         `json:"report"`
	Path    string         `json:"path"`
	Content hearsay.Span   `json:"content"`
	Text    string         `json:"text"`
	Stance  hearsay.Stance `json:"stance"`
	Hedged  bool           `json:"hedged"`
	Speaker string         `json:"speaker"`
	Claim   string         `json:"claim"`
	Chain   hearsay.Chain  `json:"chain"`
	End     hearsay.End    `json:"end"`
	Outlet  string         `json:"outlet"`
}

// Who is a person, organisation or other source over the whole case.
type Who struct {
	Entity    string             `json:"entity"`
	Name      string             `json:"name"`
	Type      hearsay.EntityType `json:"type"`
	Spellings []string           `json:"spellings"`
	Reasons   []string           `json:"reasons,omitempty"` // why the spellings were joined
	Says      []Statement        `json:"says"`
	SaidOf    []Statement        `json:"said_of"`
	Others    []string           `json:"others,omitempty"` // other names that are near the query
}

// MatchAt is the least likeness of a name that a query means; partAt that of
// a name that the query is a part of, a surname of a full name.
const (
	MatchAt = 0.6
	partAt  = 0.3

	maxNear = 5 // other names that are shown
)

// Who finds whom a name means; nil if nobody has that name.
func (t *Tracer) Who(ctx context.Context, name string) (*Who, error) {
	all, err := t.db.Identities(ctx)
	if err != nil {
		return nil, err
	}
	best, others := nearest(all, name)
	if best == nil {
		table, err := t.db.OutletTable(ctx)
		if err != nil {
			return nil, err
		}
		if outlet, ok := saidOutlets(table).Lookup(name); ok {
			best, others = nearest(all, outlet)
		}
	}
	if best == nil {
		return nil, nil
	}
	who := &Who{Entity: best.ID, Name: best.Name, Type: best.Type, Spellings: best.Spellings, Reasons: best.Reasons, Others: others}
	says, err := t.db.StatementsOfSpeaker(ctx, best.ID)
	if err != nil {
		return nil, err
	}
	if who.Says, err = t.printed(ctx, says); err != nil {
		return nil, err
	}
	who.SaidOf, err = t.saidOf(ctx, best.ID)
	return who, err
}

// saidOutlets are the outlets that a person named.
func saidOutlets(table hearsay.OutletTable) names.Outlets {
	var list []hearsay.Outlet
	for name, o := range table.Outlets {
		o.Name = name
		list = append(list, o)
	}
	return names.NewOutlets(list)
}

// Meant is what a name means best: the id of an identity, an outlet that a
// person gave the name to, or "" if nobody has it.
func Meant(all []hearsay.Identity, table hearsay.OutletTable, name string) string {
	outlets := saidOutlets(table)
	best, _ := nearest(all, name)
	if best != nil {
		if outlet, ok := outlets.Lookup(best.Name); ok {
			return outletPrefix + outlet
		}
		return best.ID
	}
	if outlet, ok := outlets.Lookup(name); ok {
		return outletPrefix + outlet
	}
	return ""
}

// nearest is the identity that fits a name best, and the next ones. A part of
// a name fits all who have it, after those whose name it is.
func nearest(all []hearsay.Identity, name string) (best *hearsay.Identity, others []string) {
	if best, others = nearestTo(all, name); best == nil {
		if bare := withoutRole(name); bare != name {
			return nearestTo(all, bare)
		}
	}
	return best, others
}

// withoutRole is a name without the words in lower case before it: "fire chief
// Ada Lund".
func withoutRole(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		if w != strings.ToLower(w) {
			return strings.Join(words[i:], " ")
		}
	}
	return name
}

func nearestTo(all []hearsay.Identity, name string) (best *hearsay.Identity, others []string) {
	type scored struct {
		id    *hearsay.Identity
		score float64
	}
	var list []scored
	for i := range all {
		if all[i].ID == name {
			return &all[i], nil
		}
		id := names.Identity{ID: all[i].ID, Name: all[i].Name, Type: all[i].Type, Spellings: all[i].Spellings}
		if s := names.Matches(name, id); s >= MatchAt || s >= partAt && isPart(name, &all[i]) {
			list = append(list, scored{&all[i], s})
		}
	}
	if len(list) == 0 {
		return nil, nil
	}
	sort.SliceStable(list, func(i, j int) bool {
		if list[i].score != list[j].score {
			return list[i].score > list[j].score
		}
		return len(list[i].id.Spellings) > len(list[j].id.Spellings)
	})
	best = list[0].id
	for _, s := range list[1:] {
		if name := s.id.Name; len(others) < maxNear && name != best.Name && !slices.Contains(others, name) {
			others = append(others, name)
		}
	}
	return best, others
}

// isPart tells whether a name has fewer words than one of the spellings: what
// has as many is another name, however near.
func isPart(name string, id *hearsay.Identity) bool {
	n := len(strings.Fields(name))
	return slices.ContainsFunc(append([]string{id.Name}, id.Spellings...), func(s string) bool { return n < len(strings.Fields(s)) })
}

// saidOf are the statements of others in whose words the entity is mentioned.
func (t *Tracer) saidOf(ctx context.Context, identity string) ([]Statement, error) {
	places, err := t.db.MentionsOf(ctx, identity)
	if err != nil {
		return nil, err
	}
	mentions := map[int64][]hearsay.Span{}
	nums := []int64{}
	for _, p := range places {
		analyses, err := t.db.Analyses(ctx, []int64{p.Report})
		if err != nil {
			return nil, err
		}
		for _, a := range analyses {
			if e := a.Entity(p.Entity); e != nil {
				mentions[p.Report] = append(mentions[p.Report], e.Mentions...)
			}
		}
		nums = append(nums, p.Report)
	}
	statements, err := t.db.StatementsOfReports(ctx, nums)
	if err != nil {
		return nil, err
	}
	var of []store.Statement
	for _, s := range statements {
		if s.Identity != identity && mentioned(mentions[s.Report], s.Content) {
			of = append(of, s)
		}
	}
	return t.printed(ctx, of)
}

func mentioned(mentions, content []hearsay.Span) bool {
	for _, m := range mentions {
		for _, c := range content {
			if c.Contains(m) {
				return true
			}
		}
	}
	return false
}

// printed gives statements their words and their full chains.
func (t *Tracer) printed(ctx context.Context, list []store.Statement) ([]Statement, error) {
	out := []Statement{}
	nums := []int64{}
	seen := map[int64]bool{}
	for i := range list {
		if !seen[list[i].Report] {
			seen[list[i].Report] = true
			nums = append(nums, list[i].Report)
		}
	}
	reports, err := t.db.Reports(ctx, nums)
	if err != nil {
		return nil, err
	}
	byNum := map[int64]*store.Numbered{}
	for i := range reports {
		byNum[reports[i].Num] = &reports[i]
	}
	for i := range list {
		s, r := &list[i], byNum[list[i].Report]
		chain, end := s.Resolved()
		span := hearsay.Cover(s.Content)
		out = append(out, Statement{Report: r.ID, Path: r.Path, Content: span, Text: span.Of(r.Text), Stance: s.Stance,
			Hedged: s.Hedged, Speaker: s.Identity, Claim: s.Claim, Chain: chain, End: end, Outlet: chain[0].Name})
	}
	return out, nil
}

// statementsPage is how many statements are printed between two looks into
// the case.
const statementsPage = 2000

// Statements gives every statement of the case to each, report by report.
func (t *Tracer) Statements(ctx context.Context, each func(Statement) error) error {
	for after := int64(0); ; {
		list, err := t.db.StatementsAfter(ctx, after, statementsPage)
		if err != nil || len(list) == 0 {
			return err
		}
		printed, err := t.printed(ctx, list)
		if err != nil {
			return err
		}
		for _, s := range printed {
			if err := each(s); err != nil {
				return err
			}
		}
		after = list[len(list)-1].Num
	}
}
