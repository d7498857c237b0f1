package pipeline

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/reuse"
	"hearsay/internal/store"
	"hearsay/internal/text"
)

// derive finds which report takes its text from which.
func (w *whole) derive() {
	docs := make([]reuse.Doc, len(w.reports))
	prints := make([]reuse.Print, len(w.reports))
	sideBySide(w.workers, len(docs), func(i int) {
		docs[i] = w.doc(w.reports[i])
		prints[i] = docs[i].Print
		w.reports[i].forget(w.keeps)
	})
	pairs := reuse.Pairs(prints)
	for _, p := range pairs {
		if reuse.SameText(p) {
			w.out.SameTexts = append(w.out.SameTexts, store.SameText{
				A: w.reports[p.A].num, B: w.reports[p.B].num, Overlap: max(p.Jaccard, p.InA, p.InB)})
		}
	}
	for _, d := range reuse.Derive(docs, w.allowed(pairs)) {
		if w.rejected(d.From, d.To) {
			continue
		}
		w.out.Derivations = append(w.out.Derivations, store.Derivation{
			Source: w.byID[d.From].num, Target: w.byID[d.To].num, Derivation: d, Aligned: d.Aligned})
	}
	w.docs = docs
}

// forget lets go of what no later step reads: a large case would not fit into
// memory with it.
func (m *member) forget(keeps bool) {
	m.report.Blocks, m.report.Links = nil, nil
	if keeps {
		return
	}
	m.text = nil
	m.voices, m.analysis.Entities, m.analysis.Credits = nil, nil, nil
}

// allowed are the pairs without those that a person rejected: what one report
// does not take from the other it may take from a third.
func (w *whole) allowed(pairs []reuse.Pair) []reuse.Pair {
	return slices.DeleteFunc(slices.Clone(pairs), func(p reuse.Pair) bool {
		return w.rejected(w.reports[p.A].report.ID, w.reports[p.B].report.ID)
	})
}

func (w *whole) rejected(a, b string) bool {
	rejected := false
	for _, r := range w.rulings {
		if r.On(a, b) {
			rejected = r.Kind == hearsay.RuleReject // the last word counts
		}
	}
	return rejected
}

// doc is what reuse has to know of a report.
func (w *whole) doc(m *member) reuse.Doc {
	if m.text == nil {
		doc, report := legible(m.report)
		base := reuse.NewDoc(report, doc)
		m.text = &base
	}
	d := *m.text
	d.Outlet = outletHand(m.report.Outlet)
	d.OutletNames = w.outletNames(m.report.Outlet)
	d.Credits = m.analysis.Credits
	for _, e := range m.analysis.Entities {
		key, _ := w.hands.of(m, e.ID)
		if key == "" || e.Described {
			continue
		}
		for _, at := range e.Mentions {
			d.Names = append(d.Names, reuse.NameKey{ID: key, At: at.Start})
		}
	}
	slices.SortStableFunc(d.Names, func(a, b reuse.NameKey) int {
		if a.At != b.At {
			return a.At - b.At
		}
		return strings.Compare(a.ID, b.ID)
	})
	d.Speakers = w.quoteSpeakers(m, d.Text)
	return d
}

// legible is a report with its words; one that could not be analyzed has none.
func legible(r hearsay.Report) (doc *text.Document, report *hearsay.Report) {
	defer func() {
		if recover() != nil {
			r.Text, r.Blocks, r.Links = "", nil, nil
			doc, report = text.Analyze(&r), &r
		}
	}()
	return text.Analyze(&r), &r
}

func (w *whole) outletNames(outlet string) []string {
	o := w.table.Outlets[outlet]
	list := append([]string{outlet}, o.Aliases...)
	if o.Domain != "" {
		list = append(list, o.Domain)
	}
	if body := bodyOf(outlet); body != "" {
		list = append(list, body) // whoever gives a brigade's statement has it from its press service
	}
	return list
}

// quoteSpeakers tells, for each quotation of the text, whose it is.
func (w *whole) quoteSpeakers(m *member, doc *text.Document) []string {
	list := make([]string, len(doc.Quotes))
	for i, q := range doc.Quotes {
		for _, v := range m.voices {
			if slices.ContainsFunc(v.content, func(s hearsay.Span) bool { return s.Overlaps(q.Inner) }) {
				// The innermost attribution comes last and wins.
				list[i], _ = w.hands.of(m, v.speaker)
			}
		}
	}
	return list
}

// drift follows quotations through their variants.
func (w *whole) drift() {
	for _, d := range w.lines.Drift(w.docs, w.derivations()...) {
		d.Was, d.Is = strings.Clone(d.Was), strings.Clone(d.Is) // so that the texts can go
		w.out.Drifts = append(w.out.Drifts, store.Drift{Report: w.byID[d.Report].num, Base: w.byID[d.Base].num, Drift: d})
	}
	w.docs = nil
	if !w.keeps {
		w.lines = nil
	}
}

func (w *whole) derivations() []hearsay.Derivation {
	list := make([]hearsay.Derivation, len(w.out.Derivations))
	for i, d := range w.out.Derivations {
		list[i] = d.Derivation
		list[i].Aligned = d.Aligned
	}
	return list
}
