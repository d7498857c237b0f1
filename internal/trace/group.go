package trace

import (
	"context"
	"slices"
	"strings"

	"hearsay/internal/standing"
)

// nameGroups gives each named origin the other names of its group: whom its
// end speaks for, and who speaks for it, though they do not speak here.
func (t *Tracer) nameGroups(ctx context.Context, origins []standing.Origin, links []standing.SpeaksFor) error {
	names, err := t.handNames(ctx, links)
	if err != nil {
		return err
	}
	for i := range origins {
		o := &origins[i]
		for _, hand := range voices(o.Entity, links) {
			if name := names[hand]; name != "" && name != o.Name && !slices.Contains(o.Also, name) {
				o.Also = append(o.Also, name)
			}
		}
	}
	return nil
}

// handNames are the printed names of the hands of links.
func (t *Tracer) handNames(ctx context.Context, links []standing.SpeaksFor) (map[string]string, error) {
	names, ids := map[string]string{}, []string{}
	for _, l := range links {
		for _, hand := range []string{l.Who, l.Whom} {
			if outlet, ok := strings.CutPrefix(hand, "outlet:"); ok {
				names[hand] = outlet
			} else if names[hand] == "" {
				ids = append(ids, hand)
			}
		}
	}
	identities, err := t.db.IdentitiesByID(ctx, ids)
	for _, id := range identities {
		names[id.ID] = id.Name
	}
	return names, err
}

// voices are the hands that speak with one voice with the given one, in the
// order in which links lead to them.
func voices(hand string, links []standing.SpeaksFor) []string {
	if hand == "" {
		return nil
	}
	group := []string{hand}
	for i := 0; i < len(group); i++ {
		for _, l := range links {
			for _, pair := range [2][2]string{{l.Who, l.Whom}, {l.Whom, l.Who}} {
				if pair[0] == group[i] && !slices.Contains(group, pair[1]) {
					group = append(group, pair[1])
				}
			}
		}
	}
	return group[1:]
}

// addSameNames writes to the receipt why the spellings of each named end are
// one person or organisation: the count of origins rests on it.
func (t *Tracer) addSameNames(ctx context.Context, s *standing.Standing) error {
	var ids []string
	met := map[string]bool{"": true}
	for _, a := range s.Asserts {
		if last := a.Chain[len(a.Chain)-1]; !met[last.Entity] {
			met[last.Entity] = true
			ids = append(ids, last.Entity)
		}
	}
	identities, err := t.db.IdentitiesByID(ctx, ids)
	for _, id := range identities {
		for _, reason := range id.Reasons {
			s.Receipt = append(s.Receipt, standing.Line{Rule: "same-name", Joins: []string{id.ID, id.Name}, Note: reason})
		}
	}
	return err
}
