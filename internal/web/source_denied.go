package web

import (
	"cmp"
	"context"
	"slices"

	"hearsay"
	"hearsay/internal/store"
)

// deniedClaim is something that a source asserted and somebody denied.
type deniedClaim struct {
	ID, Text string
	By       []denier
}

// denier is a statement that denies.
type denier struct {
	Name, Day, Address string
	own                bool // the source itself, later
}

// deniedAtMost is how many denied claims of a source are shown.
const deniedAtMost = 100

// denials are the statements of the case that deny, by claim.
func (d *Desk) denials(ctx context.Context) (map[string][]int64, error) {
	return remember(d, "denials", func() (map[string][]int64, error) { return d.db.Denials(ctx) })
}

// disputed finds what of the statements others denied, and what the source
// itself took back later; own tells its statements.
func (d *Desk) disputed(ctx context.Context, p *sourcePage, statements []store.Statement, own func(*store.Statement) bool) error {
	said := map[string][]int64{} // the reports in which the source asserts a claim
	var ids []string
	for i := range statements {
		if s := &statements[i]; s.Stance.Counts() && s.Claim != "" {
			said[s.Claim] = append(said[s.Claim], s.Report)
			ids = append(ids, s.Claim)
		}
	}
	denying, err := d.denials(ctx)
	if err != nil {
		return err
	}
	slices.Sort(ids)
	ids = slices.DeleteFunc(slices.Compact(ids), func(id string) bool { return denying[id] == nil })
	ids = ids[:min(len(ids), deniedAtMost)]
	by, err := d.deniers(ctx, ids, denying, said, own)
	if err != nil {
		return err
	}
	claims, err := d.db.ClaimsByID(ctx, ids)
	for _, c := range claims {
		of := func(itself bool) deniedClaim {
			return deniedClaim{c.ID, c.Text, slices.DeleteFunc(slices.Clone(by[c.ID]), func(x denier) bool { return x.own != itself })}
		}
		if one := of(false); len(one.By) > 0 {
			p.Denied = append(p.Denied, one)
		}
		if one := of(true); len(one.By) > 0 {
			p.Taken = append(p.Taken, one)
		}
	}
	return err
}

// deniers are those who deny the claims, each once, the first to do so first.
// What a source says against itself counts only in a later report: before, it
// changed its mind the other way.
func (d *Desk) deniers(ctx context.Context, claims []string, denying, said map[string][]int64, own func(*store.Statement) bool) (map[string][]denier, error) {
	var nums, reports []int64
	for _, id := range claims {
		nums = append(nums, denying[id]...)
		reports = append(reports, said[id]...)
	}
	denials, err := d.db.StatementsByNum(ctx, nums)
	if err != nil {
		return nil, err
	}
	for i := range denials {
		reports = append(reports, denials[i].Report)
	}
	placed, err := d.db.Publications(ctx, append([]int64{}, reports...))
	if err != nil {
		return nil, err
	}
	at := map[int64]store.Placed{}
	for _, one := range placed {
		at[one.Num] = one
	}
	by := map[string][]denier{}
	for i := range denials {
		s := &denials[i]
		in := at[s.Report]
		n := len(s.Chain)
		if n == 0 {
			continue
		}
		one := denier{Name: plain(s.Chain[n-1].Name), Day: in.Published.Day(), Address: passageAddress(in.ID, hearsay.Cover(s.Content)), own: own(s)}
		later := slices.ContainsFunc(said[s.Claim], func(r int64) bool {
			return r != s.Report && at[r].Published.Day() <= one.Day
		})
		if one.own && !later || slices.ContainsFunc(by[s.Claim], func(x denier) bool { return x.Name == one.Name && x.own == one.own }) {
			continue
		}
		by[s.Claim] = append(by[s.Claim], one)
	}
	for _, list := range by {
		slices.SortStableFunc(list, func(a, b denier) int { return cmp.Compare(a.Day, b.Day) })
	}
	return by, nil
}
