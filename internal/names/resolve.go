package names

import (
	"cmp"
	"slices"
	"strconv"

	"hearsay"
	"hearsay/internal/text"
)

// Resolve finds whom a report names and describes, decides within the report
// which of the words mean one entity, and fills Speaker and Via[].Entity of a
// copy of attrs. Entities come in the order of their first mention. Where it
// is unclear whom a pronoun means, Speaker stays empty.
//
// doc is the analysis of r.Text; tags make it better but are not needed.
func Resolve(doc *text.Document, r *hearsay.Report, attrs []hearsay.Attribution, known Outlets) ([]hearsay.Entity, []hearsay.Attribution) {
	d := newDiscourse(read(doc, r, known), attrs, committedVoices())
	d.run()
	entities, id := d.entities()
	out := slices.Clone(attrs)
	for i := range out {
		out[i].Speaker = id[d.speaker[i]]
		out[i].Via = slices.Clone(out[i].Via)
		for j := range out[i].Via {
			out[i].Via[j].Entity = id[d.via[i][j]]
		}
	}
	return entities, withoutNobody(out)
}

// withoutNobody drops the utterances of which neither a source nor their place
// tells who speaks, and in which nothing is nested.
func withoutNobody(attrs []hearsay.Attribution) []hearsay.Attribution {
	parents := map[string]bool{}
	for _, a := range attrs {
		parents[a.Parent] = true
	}
	return slices.DeleteFunc(attrs, func(a hearsay.Attribution) bool {
		return len(a.Source) == 0 && len(a.Cue) == 0 && a.Speaker == "" && !parents[a.ID]
	})
}

// resolveVias finds the go-betweens.
func (d *discourse) resolveVias() {
	for i, a := range d.attrs {
		d.via[i] = make([]*cluster, len(a.Via))
		for j, v := range a.Via {
			if v.Span.Validate(d.doc.Text) == nil {
				d.via[i][j] = d.goBetween(v.Span)
			}
		}
	}
}

func (d *discourse) goBetween(span hearsay.Span) *cluster {
	first, last := d.doc.TokensIn(span)
	if first >= last {
		return nil
	}
	p := d.parsePhrase(first, last)
	switch {
	case p.name != nil:
		return p.name.of
	case p.apposed != nil:
		return p.apposed.of
	}
	if who, ok := d.pronounSource(first); ok && last-first == 1 {
		return who
	}
	return d.described(p)
}

// entities are the clusters that the report mentions, and the id of each; the
// publisher without a mention is there only if somebody speaks for it.
func (d *discourse) entities() ([]hearsay.Entity, map[*cluster]string) {
	people := slices.DeleteFunc(slices.Clone(d.people), func(c *cluster) bool { return len(c.spans) == 0 })
	if d.house != nil && len(d.house.spans) == 0 && slices.ContainsFunc(people, func(c *cluster) bool { return c.speaksFor == d.house }) {
		people = append(people, d.publisher())
	}
	slices.SortStableFunc(people, func(a, b *cluster) int {
		return cmp.Or(cmp.Compare(firstStart(a), firstStart(b)), cmp.Compare(a.name, b.name))
	})
	id := make(map[*cluster]string, len(people)+1)
	for i, c := range people {
		id[c] = "e" + strconv.Itoa(i+1)
	}
	list := make([]hearsay.Entity, len(people))
	for i, c := range people {
		list[i] = c.entity(id)
	}
	return list, id
}

func firstStart(c *cluster) int {
	if len(c.spans) == 0 {
		return 1 << 62
	}
	first := c.spans[0].Start
	for _, s := range c.spans {
		first = min(first, s.Start)
	}
	return first
}

func (c *cluster) entity(id map[*cluster]string) hearsay.Entity {
	e := hearsay.Entity{ID: id[c], Name: c.name, Type: c.kind, Described: c.described, Plural: c.plural, Names: c.names}
	e.Mentions = slices.Clone(c.spans)
	slices.SortFunc(e.Mentions, func(a, b hearsay.Span) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	e.Mentions = slices.Compact(e.Mentions)
	for _, r := range c.roles {
		if !slices.Contains(e.Roles, r.text) {
			e.Roles = append(e.Roles, r.text)
		}
	}
	if c.speaksFor != nil && id[c.speaksFor] != "" {
		e.SpeaksFor = id[c.speaksFor]
		e.SpeaksForWhy = c.why
	}
	return e
}
