package claims

import (
	"cmp"
	"slices"
	"sort"

	"hearsay"
)

// Mentions are the places where a report mentions its named entities, to be
// asked by span. Described ones are left as words: the words are all that is
// known of them.
type Mentions struct {
	list    []mention       // by begin
	longest int             // bytes
	bodies  map[string]bool // ids of those that are organisations
}

type mention struct {
	span   hearsay.Span
	entity *hearsay.Entity
	order  int // by entity, as they were given
}

// MentionsOf gathers the mentions of entities, which it points into.
func MentionsOf(entities []hearsay.Entity) Mentions {
	m := Mentions{bodies: map[string]bool{}}
	for i := range entities {
		e := &entities[i]
		if e.Described {
			continue
		}
		if e.Type == hearsay.Organization && len(e.Mentions) > 0 {
			m.bodies[e.ID] = true
		}
		for _, span := range e.Mentions {
			m.list = append(m.list, mention{span, e, len(m.list)})
			m.longest = max(m.longest, span.Len())
		}
	}
	slices.SortFunc(m.list, func(a, b mention) int {
		return cmp.Or(cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(a.order, b.order))
	})
	return m
}

// in lists the mentions that touch the span, by entity.
func (m Mentions) in(span hearsay.Span) []mention {
	var list []mention
	first := sort.Search(len(m.list), func(i int) bool { return m.list[i].span.Start > span.Start-m.longest })
	for _, at := range m.list[first:] {
		if at.span.Start >= span.End {
			break
		}
		if at.span.Overlaps(span) {
			list = append(list, at)
		}
	}
	slices.SortFunc(list, func(a, b mention) int { return cmp.Compare(a.order, b.order) })
	return list
}

// covering is the entity whose mention holds the span, the first of several.
func covering(list []mention, at hearsay.Span) *hearsay.Entity {
	for _, m := range list {
		if m.span.Contains(at) {
			return m.entity
		}
	}
	return nil
}
