package corpus

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/names"
)

// quotation is a gold attribution with quotation marks, and what an analysis
// makes of its speaker.
type quotation struct {
	gold  *Attribution
	found *hearsay.Attribution // of the same words; nil if there is none
	right bool
}

// quotations are those of a document with a speaker, against an analysis of it.
// The turns of a transcript or a chat are none, unless the document is one
// that is marked for speakers alone.
func quotations(d *Document, entities []hearsay.Entity, attrs []hearsay.Attribution) []quotation {
	var all []quotation
	for i := range d.Attributions {
		a := &d.Attributions[i]
		if a.Manner == "" && (a.Kind == hearsay.Indirect || a.Speaker == "" || join(a.Cue, d.Text) == ":") {
			continue
		}
		q := quotation{gold: a, found: closest(a, attrs)}
		if q.found != nil {
			q.right = isSpeaker(d, a, entityOf(entities, q.found.Speaker))
		}
		all = append(all, q)
	}
	return all
}

// Speakers tell for each of the attributions that an analysis found whether an
// entity is its speaker: nil where the document does not say.
func (d *Document) Speakers(attrs []hearsay.Attribution) []func(hearsay.Entity) bool {
	right := make([]func(hearsay.Entity) bool, len(attrs))
	for i := range d.Attributions {
		a := &d.Attributions[i]
		if a.Speaker == "" {
			continue
		}
		for k := range attrs {
			if closest(a, attrs) == &attrs[k] {
				right[k] = func(e hearsay.Entity) bool { return isSpeaker(d, a, &e) }
			}
		}
	}
	return right
}

// closest is the attribution whose content is most like that of a, by bytes
// in common over bytes in all; nil if less than a third is in common.
func closest(a *Attribution, attrs []hearsay.Attribution) *hearsay.Attribution {
	var best *hearsay.Attribution
	most := 1.0 / 3
	for i := range attrs {
		both := common(a.Content, attrs[i].Content)
		if share := float64(both) / float64(size(a.Content)+size(attrs[i].Content)-both); share > most {
			best, most = &attrs[i], share
		}
	}
	return best
}

func size(spans []hearsay.Span) int {
	n := 0
	for _, s := range spans {
		n += s.End - s.Start
	}
	return n
}

func entityOf(entities []hearsay.Entity, id string) *hearsay.Entity {
	for i := range entities {
		if id != "" && entities[i].ID == id {
			return &entities[i]
		}
	}
	return nil
}

// isSpeaker tells whether e is the gold speaker: by its name, or, where the
// speaker has none, by a mention at the head of one of the speaker's sources.
func isSpeaker(d *Document, a *Attribution, e *hearsay.Entity) bool {
	if e == nil {
		return false
	}
	id := names.Identity{Name: e.Name, Type: e.Type, Spellings: e.Names}
	if names.Matches(a.Speaker, id) >= 0.3 {
		return true
	}
	if !a.Described {
		return false
	}
	for _, other := range d.Attributions {
		if other.Speaker == a.Speaker && !slices.Contains(pronouns, strings.ToLower(join(other.Source, d.Text))) && headMentioned(other.Source, e.Mentions, d.Text) {
			return true
		}
	}
	return e.Name != "" && strings.Contains(names.Fold(a.Speaker), names.Fold(e.Name)) || slices.ContainsFunc(d.Forms[a.Speaker], func(form string) bool {
		return names.Fold(form) == names.Fold(e.Name)
	})
}

// headMentioned: a mention begins within the first words of a source, before
// its first comma.
func headMentioned(source, mentions []hearsay.Span, text string) bool {
	for _, s := range source {
		head := hearsay.Span{Start: s.Start, End: s.Start + len(core(s.Of(text)))}
		for _, m := range mentions {
			if head.Start <= m.Start && m.Start < head.End {
				return true
			}
		}
	}
	return false
}
