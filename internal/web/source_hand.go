package web

import (
	"context"
	"slices"

	"hearsay"
	"hearsay/internal/store"
)

// hand fills the page of a source that published no report of the case but
// speaks in some.
func (d *Desk) hand(ctx context.Context, p *sourcePage) error {
	identity, err := d.called(ctx, p.Outlet)
	if err != nil {
		return err
	}
	if identity == nil {
		return hearsay.Errorf(hearsay.CodeNotFound, p.Outlet, "published no report of the case and says nothing in it").Do("look for it among the names")
	}
	p.Hand, p.Family = identity.ID, p.Outlet
	statements, err := d.db.SpokenBy(ctx, p.Hand, lookedAt)
	if err != nil {
		return err
	}
	nums := []int64{}
	for i := range statements {
		nums = append(nums, statements[i].Report)
	}
	nums = unique(nums)
	p.Source.Reports = len(nums)
	placed, err := d.db.Publications(ctx, nums)
	if err != nil {
		return err
	}
	for _, one := range placed {
		if one.Lang != "" {
			p.Languages = unique(append(p.Languages, one.Lang))
		}
		if at := one.Published.Day(); at != "" {
			p.First, p.Last = least(p.First, at), max(p.Last, at)
		}
	}
	if err := d.newest(ctx, p, nums); err != nil {
		return err
	}
	p.Ends = ends(statements, func(chain hearsay.Chain, _ hearsay.End) string {
		if n := len(chain); n > 0 && chain[n-1].Entity == p.Hand {
			return "origin: its own word"
		}
		return "relay: on the word of another"
	})
	return d.disputed(ctx, p, statements, func(s *store.Statement) bool { return s.Identity == p.Hand })
}

func least(a, b string) string {
	if a == "" {
		return b
	}
	return min(a, b)
}

// called is who bears exactly this name; of several, who says most. It is nil
// if nobody does.
func (d *Desk) called(ctx context.Context, name string) (*hearsay.Identity, error) {
	list, err := d.db.Speakers(ctx, name, 0, speakersMeant)
	for i := range list {
		if id := &list[i].Identity; list[i].Statements > 0 && (id.Name == name || slices.Contains(id.Spellings, name)) {
			return id, err
		}
	}
	return nil, err
}
