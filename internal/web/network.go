package web

import (
	"cmp"
	"context"
	"net/http"
	"slices"

	"hearsay"
	"hearsay/internal/store"
)

// networkPage is one name with who speaks about it, and about whom it speaks.
type networkPage struct {
	Around    hearsay.Identity
	About, Of []tie // who speaks about it; of whom it speaks
	Width     float64
	Height    float64
	Middle    float64
	Near      []store.Speaker // others to stand in the middle
	Shown     int
}

// tie is statements that connect two names.
type tie struct {
	Name, Entity string
	Where        string // a report that tells it from another of that name
	Sayings      []saying
	Count        int
	Y, Thick     float64
	Path         string
}

// The neighbourhood is kept small enough to read: so many ties on each side,
// each backed by so many statements on the page.
const (
	nearShown    = 30 // names to choose from
	nearTried    = 8  // of them, to find one with ties
	tiesShown    = 12
	tieSayings   = 8
	tieStatement = 160 // statements that are looked at on each side
	tiePitch     = 30.0
	netWidth     = 760.0
	netColumn    = 240.0
	netLeast     = 64.0 // in which the name in the middle has room
)

func (d *Desk) network(_ http.ResponseWriter, r *http.Request) (*view, error) {
	ctx := r.Context()
	near, err := d.speakers(ctx, "", 0)
	if err != nil {
		return nil, err
	}
	near = near[:min(len(near), nearShown)]
	p := networkPage{Near: near, Shown: tiesShown, Width: netWidth}
	v := &view{Page: "network", Title: "Network", Body: &p}
	if id := r.FormValue("around"); id != "" {
		err = d.around(ctx, &p, id)
	} else {
		err = d.aroundFirst(ctx, &p)
	}
	if err != nil {
		return nil, err
	}
	p.draw()
	return v, nil
}

// aroundFirst puts the first of the names in the middle that has ties; the
// one that says most if none of the first has.
func (d *Desk) aroundFirst(ctx context.Context, p *networkPage) error {
	for _, s := range p.Near[:min(len(p.Near), nearTried)] {
		if err := d.around(ctx, p, s.ID); err != nil || p.Tied() {
			return err
		}
	}
	if len(p.Near) == 0 {
		return nil
	}
	return d.around(ctx, p, p.Near[0].ID)
}

// around puts a name in the middle; nothing changes if nobody has the id.
func (d *Desk) around(ctx context.Context, p *networkPage, id string) error {
	found, err := d.db.IdentitiesByID(ctx, []string{id})
	if err != nil || len(found) == 0 {
		return err
	}
	p.Around = found[0]
	if p.Of, err = d.speaksOf(ctx, id); err != nil {
		return err
	}
	p.About, err = d.spokenAbout(ctx, id)
	return err
}

// Tied tells whether anybody speaks of the name in the middle, or it of
// anybody.
func (p *networkPage) Tied() bool { return len(p.About)+len(p.Of) > 0 }

// speaksOf are those whom the statements of a name mention.
func (d *Desk) speaksOf(ctx context.Context, id string) ([]tie, error) {
	says, err := d.db.SpokenBy(ctx, id, tieStatement)
	if err != nil {
		return nil, err
	}
	nums := []int64{}
	for i := range says {
		nums = append(nums, says[i].Report)
	}
	mentions, err := d.mentions(ctx, unique(nums))
	if err != nil {
		return nil, err
	}
	by := map[string][]store.Statement{}
	for i := range says {
		for other, spans := range mentions[says[i].Report] {
			if other != id && mentioned(spans, says[i].Content) {
				by[other] = append(by[other], says[i])
			}
		}
	}
	return d.ties(ctx, by)
}

// mentions are the places of each identity in each of the reports.
func (d *Desk) mentions(ctx context.Context, nums []int64) (map[int64]map[string][]hearsay.Span, error) {
	members, err := d.db.MembersOf(ctx, nums)
	if err != nil {
		return nil, err
	}
	analyses, err := d.db.Analyses(ctx, nums)
	if err != nil {
		return nil, err
	}
	byNum := map[int64]*store.Analysed{}
	all := map[int64]map[string][]hearsay.Span{}
	for i := range analyses {
		byNum[analyses[i].Num], all[analyses[i].Num] = &analyses[i], map[string][]hearsay.Span{}
	}
	for _, m := range members {
		if a := byNum[m.Report]; a != nil {
			if e := a.Entity(m.Entity); e != nil {
				all[m.Report][m.Identity] = append(all[m.Report][m.Identity], e.Mentions...)
			}
		}
	}
	return all, nil
}

// spokenAbout are those who mention a name in what they say.
func (d *Desk) spokenAbout(ctx context.Context, id string) ([]tie, error) {
	of, err := d.statementsOf(ctx, id, tieStatement)
	if err != nil {
		return nil, err
	}
	by := map[string][]store.Statement{}
	for _, s := range of {
		if s.Identity != "" {
			by[s.Identity] = append(by[s.Identity], s)
		}
	}
	return d.ties(ctx, by)
}

// ties are the strongest of the connections, with their statements.
func (d *Desk) ties(ctx context.Context, by map[string][]store.Statement) (list []tie, err error) {
	for id, statements := range by {
		list = append(list, tie{Entity: id, Count: len(statements)})
	}
	slices.SortFunc(list, func(a, b tie) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Entity, b.Entity)) })
	list = list[:min(len(list), tiesShown)]
	for i := range list {
		t := &list[i]
		identities, err := d.db.IdentitiesByID(ctx, []string{t.Entity})
		if err != nil {
			return nil, err
		}
		for _, id := range identities {
			t.Name = plain(id.Name)
		}
		statements := by[t.Entity]
		says, err := d.sayings(ctx, statements[:min(len(statements), tieSayings)])
		if err != nil {
			return nil, err
		}
		t.Sayings = grouped(says)
	}
	tellApart(list)
	return list, nil
}

// tellApart says of those who bear one name in which report each stands.
func tellApart(list []tie) {
	of := map[string]int{}
	for _, t := range list {
		of[t.Name]++
	}
	for i := range list {
		if t := &list[i]; of[t.Name] > 1 && len(t.Sayings) > 0 {
			t.Where = t.Sayings[0].Report
		}
	}
}

// Label is the tie in the picture.
func (t tie) Label() string {
	if t.Where == "" {
		return short(26, t.Name)
	}
	return short(13, t.Name) + " in " + short(13, t.Where)
}

// draw places the ties in two columns, and the name between them.
func (p *networkPage) draw() {
	rows := max(len(p.About), len(p.Of), 1)
	p.Height = max(float64(rows)*tiePitch+10, netLeast)
	p.Middle = p.Height / 2
	set := func(list []tie, from, to float64) {
		top := p.Middle - float64(len(list)-1)*tiePitch/2
		for i := range list {
			t := &list[i]
			t.Y = top + float64(i)*tiePitch
			t.Thick = min(1+float64(t.Count)/3, 8)
			half := (to - from) / 2
			t.Path = "M" + point(from, t.Y) + " C" + point(from+half, t.Y) + " " + point(to-half, p.Middle) + " " + point(to, p.Middle)
		}
	}
	set(p.About, netColumn, netWidth/2)
	set(p.Of, netWidth-netColumn, netWidth/2)
}
