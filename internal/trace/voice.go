package trace

import (
	"context"

	"hearsay/internal/store"
)

// StatementsOf gives the statements of the report with this number.
func (t *Tracer) StatementsOf(ctx context.Context, num int64) ([]Statement, error) {
	list, err := t.db.StatementsOfReports(ctx, []int64{num})
	if err != nil {
		return nil, err
	}
	return t.printed(ctx, list)
}

// SpeakFor tells whether one of two names is taken to speak for the other.
func (t *Tracer) SpeakFor(ctx context.Context, one, other string) (bool, error) {
	a, err := t.handsOf(ctx, one)
	if err != nil {
		return false, err
	}
	b, err := t.handsOf(ctx, other)
	if err != nil {
		return false, err
	}
	var links []store.SpeaksFor
	for hand := range a {
		if links, err = t.db.WhoSpeaksFor(ctx, []string{hand}); err != nil {
			return false, err
		}
		for _, l := range links {
			if l.Who == hand && b[l.Whom] || l.Whom == hand && b[l.Who] {
				return true, nil
			}
		}
	}
	return false, nil
}

// handsOf are the hand keys that a name can mean.
func (t *Tracer) handsOf(ctx context.Context, name string) (map[string]bool, error) {
	hands := map[string]bool{outletPrefix + name: true, name: true}
	all, err := t.db.Identities(ctx)
	for i := range all {
		if bears(&all[i], name) {
			hands[all[i].ID] = true
			hands[outletPrefix+all[i].Name] = true
		}
	}
	return hands, err
}
