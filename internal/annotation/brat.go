package annotation

import (
	"slices"
	"strconv"

	"hearsay"
	"hearsay/internal/corpus"
)

// Brat is the brat stand-off form of what was found in r, which
// corpus.ParseBrat reads back: attributions a1, a2, … are the events E1, E2, …
// in their order. Scores and whom a thing was told to have no line in it.
func Brat(r *hearsay.Report, found *hearsay.Analysis) string {
	d := &corpus.Document{Name: r.Path, Text: r.Text}
	ids := map[string]string{}
	for _, a := range found.Attributions {
		if len(a.Content) == 0 {
			continue
		}
		id := "E" + strconv.Itoa(len(d.Attributions)+1)
		ids[a.ID] = id
		a.ID, a.Parent = id, ids[a.Parent]
		d.Attributions = append(d.Attributions, named(a, found))
	}
	return d.Brat()
}

// named is an attribution with names where it has ids of entities.
func named(a hearsay.Attribution, found *hearsay.Analysis) corpus.Attribution {
	c := corpus.Attribution{Attribution: a}
	c.Speaker, c.Described = name(found, a.Speaker)
	c.Via = slices.DeleteFunc(slices.Clone(a.Via), func(v hearsay.Via) bool { return v.Span.IsEmpty() })
	for i := range c.Via {
		c.Via[i].Entity, _ = name(found, c.Via[i].Entity)
	}
	return c
}
