package corpus

import (
	"hearsay"
)

// Document is one text of the corpus with its attributions.
type Document struct {
	Name   string
	Genre  string
	Outlet string
	Date   string // as the header gives it: 2019-04-02
	Text   string
	// Attributions are in the order of their first words; a parent comes
	// before what it encloses.
	Attributions []Attribution
	// Forms are the other words for a speaker that the header gives, by its name.
	Forms map[string][]string
}

// Attribution is a hearsay.Attribution whose Speaker and Via[].Entity are names
// and not ids of entities.
type Attribution struct {
	hearsay.Attribution
	// Described is true where the speaker has no name: Speaker then is the
	// fullest description of the text.
	Described bool
	// Manner is how the text tells who speaks, where a marked text says so:
	// pronoun, description, plural, no-cue, transcript and so on.
	Manner string
}

// Spans are all spans of the attribution, those of its go-betweens left out.
func (a Attribution) Spans() []hearsay.Span {
	var all []hearsay.Span
	all = append(all, a.Source...)
	all = append(all, a.Cue...)
	return append(all, a.Content...)
}

// Find is the attribution of this id, nil if there is none.
func (d *Document) Find(id string) *Attribution {
	for i := range d.Attributions {
		if d.Attributions[i].ID == id {
			return &d.Attributions[i]
		}
	}
	return nil
}

// Depth is 0 for an attribution that no other one encloses.
func (d *Document) Depth(a *Attribution) int {
	depth := 0
	for p := d.Find(a.Parent); p != nil && depth < len(d.Attributions); p = d.Find(p.Parent) {
		depth++
	}
	return depth
}

// Report is the document as hearsay reads a plain text.
func (d *Document) Report() *hearsay.Report {
	return &hearsay.Report{Path: d.Name, Format: "text", Lang: "en", Outlet: d.Outlet, Text: d.Text}
}
