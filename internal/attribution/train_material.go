package attribution

import (
	"hearsay"
	"hearsay/internal/syntax"
	"hearsay/internal/text"
)

// Material is what a model learns from.
type Material struct {
	Articles []Annotated

	// Guests are documents of another kind: the folds' chains do not see them,
	// everything else learns from them too.
	Guests []Annotated

	// Raw are texts like the articles that nobody annotated.
	Raw []*hearsay.Report
}

// generations is how often raw texts are annotated anew.
const generations = 3

// train learns from the material and from raw texts that are annotated. Each
// ranker, and the linker, learn from candidates of models that did not see the
// document.
func (m *Material) train(raw []Annotated, tagger *syntax.Model, tell func(string)) *Model {
	t := &trainer{tell: tell}
	for i := range m.Articles {
		t.lessons = append(t.lessons, newLesson(&m.Articles[i], tagger))
	}
	for i := range raw {
		l := newLesson(&raw[i], tagger)
		l.raw = true
		t.lessons = append(t.lessons, l)
	}
	for i := range m.Guests {
		l := newLesson(&m.Guests[i], tagger)
		l.guest, l.fold = true, i%folds
		t.lessons = append(t.lessons, l)
	}
	return t.train()
}

// annotated are the raw texts with what a model finds in them.
func (m *Material) annotated(by *Model, tagger *syntax.Model) []Annotated {
	out := make([]Annotated, len(m.Raw))
	for i, r := range m.Raw {
		doc := text.Analyze(r)
		tagger.Tag(doc)
		trees := tagger.Parse(doc)
		found, _ := Read(doc, r, Options{Trees: &trees, Model: by})
		out[i] = Annotated{Name: r.Path, Report: r, Gold: found}
	}
	return out
}
