package reuse

import (
	"cmp"
	"slices"
	"strings"

	"hearsay"
)

// Drift follows quotations through their variants and lists every change
// against the earliest fullest variant in the same language; in texts taken
// from another one also numbers, names and hedges that changed outside
// quotations. Sentences that a quotation leaves out are no changes. Docs need
// their Text, and the derivations between them help: a text is a better base
// than those that are taken from it. The result is sorted by path and place.
func Drift(docs []Doc, derived ...hearsay.Derivation) []hearsay.Drift {
	return new(Lines).Drift(docs, derived...)
}

// Drift is the function of that name for docs most of which were there before.
func (x *Lines) Drift(docs []Doc, derived ...hearsay.Derivation) []hearsay.Drift {
	f := newFamilies(docs, derived, x)
	var ds []hearsay.Drift
	for i := range f.docs {
		at := x.of[f.docs[i].Text]
		for n := at[0]; n < at[1]; n++ {
			ds = append(ds, f.changes(n)...)
		}
	}
	for _, d := range derived {
		if d.Kind == hearsay.Translation {
			ds = append(ds, f.translated(d)...)
		}
	}
	slices.SortStableFunc(ds, func(a, b hearsay.Drift) int {
		return cmp.Or(strings.Compare(a.Path, b.Path), cmp.Compare(a.Span.Start, b.Span.Start),
			cmp.Compare(a.BaseSpan.Start, b.BaseSpan.Start), strings.Compare(a.Was, b.Was))
	})
	return slices.CompactFunc(ds, func(a, b hearsay.Drift) bool {
		return a.Report == b.Report && a.Class == b.Class && a.Was == b.Was && a.Is == b.Is && a.Span == b.Span
	})
}

// families finds the variants of an utterance.
type families struct {
	docs    []Doc
	index   *Lines
	at      map[string]int // by id: place in docs
	parents [][]int        // docs from which a doc takes its text
	copied  [][]int        // of these, those whose wording it keeps
}

func newFamilies(docs []Doc, derived []hearsay.Derivation, x *Lines) *families {
	sorted := slices.Clone(docs)
	slices.SortStableFunc(sorted, func(a, b Doc) int {
		return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(a.ID, b.ID))
	})
	f := &families{docs: sorted, index: x, at: map[string]int{},
		parents: make([][]int, len(docs)), copied: make([][]int, len(docs))}
	x.take(sorted)
	for i, d := range sorted {
		f.at[d.ID] = i
	}
	for _, d := range derived {
		from, okF := f.at[d.From]
		to, okT := f.at[d.To]
		if okF && okT && d.Kind != hearsay.Reply && sorted[from].Lang == sorted[to].Lang {
			f.parents[to] = append(f.parents[to], from)
			if d.Kind != hearsay.Rewrite {
				f.copied[to] = append(f.copied[to], from)
			}
		}
	}
	return f
}

// member is a line that says the same as another, with what differs.
type member struct {
	line
	changes []change
	same    int
}

// changes lists what line n changed of the base of its family.
func (f *families) changes(n int) []hearsay.Drift {
	l := f.index.lines[n]
	if !l.quoted && len(f.copied[l.doc]) == 0 {
		return nil
	}
	base, ok := f.base(n)
	if !ok {
		return nil
	}
	a, b := f.docs[base.doc].lineWords(base.line), f.docs[l.doc].lineWords(l)
	var ds []hearsay.Drift
	for _, c := range classify(a, b, base.changes) {
		if !l.quoted && !f.inShortQuote(base.line, l, c) && (!keepOutside(c.class) || f.isQuoted(base.line, l, c)) || f.isCut(base.line, l, c) {
			continue
		}
		ds = append(ds, f.drift(base.line, l, c))
	}
	return ds
}

// translated lists the quotations that a translation renders.
func (f *families) translated(d hearsay.Derivation) []hearsay.Drift {
	i, okF := f.at[d.From]
	j, okT := f.at[d.To]
	if !okF || !okT || f.docs[i].Text == nil || f.docs[j].Text == nil {
		return nil
	}
	from, to := &f.docs[i], &f.docs[j]
	var ds []hearsay.Drift
	for _, a := range d.Aligned {
		if from.Print.mostlyQuoted(a.From) && to.Print.mostlyQuoted(a.To) {
			ds = append(ds, hearsay.Drift{
				Report: to.ID, Path: to.Path, Base: from.ID, Class: hearsay.Translated,
				Was: a.From.Of(from.Text.Text), Is: a.To.Of(to.Text.Text), Span: a.To, BaseSpan: a.From,
			})
		}
	}
	return ds
}

// glued tells whether word i, the nth of its line, is written in one with the
// word before it.
func (p *Print) glued(i, n int) bool {
	return n > 0 && i < len(p.Words) && p.Starts[i] == p.Starts[i-1]+uint32(p.Lens[i-1])
}

// mostlyQuoted tells whether half of the words in span are quoted.
func (p *Print) mostlyQuoted(span hearsay.Span) bool {
	first, _ := slices.BinarySearch(p.Starts, uint32(span.Start))
	last, _ := slices.BinarySearch(p.Starts, uint32(span.End))
	n := 0
	for _, g := range p.Flags[first:last] {
		if g&Quoted != 0 {
			n++
		}
	}
	return 2*n >= last-first
}

// isQuoted tells whether the change is in quoted words, which are a line of
// their own.
func (f *families) isQuoted(base, l line, c classed) bool {
	quoted := func(flags []Flag) bool {
		return slices.ContainsFunc(flags, func(g Flag) bool { return g&Quoted != 0 })
	}
	return quoted(f.docs[base.doc].Print.Flags[base.from+c.a0:base.from+c.a1]) ||
		quoted(f.docs[l.doc].Print.Flags[l.from+c.b0:l.from+c.b1])
}

// inShortQuote tells whether the change is in quoted words of which so few are
// left that they are no line of their own.
func (f *families) inShortQuote(base, l line, c classed) bool {
	was, is := f.docs[base.doc].Print.Flags[base.from:base.to], f.docs[l.doc].Print.Flags[l.from:l.to]
	if c.a0 == c.a1 || slices.ContainsFunc(was[c.a0:c.a1], func(g Flag) bool { return g&Quoted == 0 }) {
		return false
	}
	first, last := c.b0, c.b1
	for first > 0 && is[first-1]&Quoted != 0 {
		first--
	}
	for last < len(is) && is[last]&Quoted != 0 {
		last++
	}
	return last > first && last-first < minLine
}

func (f *families) drift(base, l line, c classed) hearsay.Drift {
	from, to := &f.docs[base.doc], &f.docs[l.doc]
	if c.class == hearsay.NegationChanged && (from.Print.glued(base.from+c.a0, c.a0) || to.Print.glued(l.from+c.b0, c.b0)) {
		c.a0, c.b0 = max(c.a0-1, 0), max(c.b0-1, 0) // cannot, isn't
	}
	d := hearsay.Drift{
		Report: to.ID, Path: to.Path, Base: from.ID, Class: c.class,
		BaseSpan: from.Print.Span(base.from+c.a0, base.from+c.a1),
		Span:     to.Print.Span(l.from+c.b0, l.from+c.b1),
	}
	d.Was, d.Is = d.BaseSpan.Of(from.Text.Text), d.Span.Of(to.Text.Text)
	if d.Is == "" {
		d.Span = l.span(f.docs)
	}
	if d.Was == "" {
		d.BaseSpan = base.span(f.docs)
	}
	return d
}

// base is the earliest fullest variant of the utterance in line n, if that is not
// it.
func (f *families) base(n int) (member, bool) {
	l := f.index.lines[n]
	members := f.members(n)
	if len(members) == 0 {
		return member{}, false
	}
	longest := l.len()
	for _, m := range members {
		if m.quoted {
			longest = max(longest, m.len())
		}
	}
	best := member{line: l}
	for _, m := range members {
		if f.earlier(m.line, best.line, longest) {
			best = m
		}
	}
	return best, best.doc != l.doc
}

// earlier tells whether a is a better base than b: a text from which the other
// derives, a full variant rather than a part, the earlier, the longer.
func (f *families) earlier(a, b line, longest int) bool {
	if descends(f.parents, b.doc, a.doc) {
		return true
	}
	if descends(f.parents, a.doc, b.doc) {
		return false
	}
	if fa, fb := isFull(a, longest), isFull(b, longest); fa != fb {
		return fa
	}
	da, db := f.docs[a.doc].Published, f.docs[b.doc].Published
	if da.Before(db) || db.Before(da) {
		return da.Before(db)
	}
	if a.quoted != b.quoted {
		return a.quoted
	}
	if a.len() != b.len() {
		return a.len() > b.len()
	}
	return a.doc < b.doc
}

func isFull(l line, longest int) bool { return 4*l.len() >= 3*longest }

// descends tells whether doc i comes from doc of by way of parents, which have
// no circle.
func descends(parents [][]int, i, of int) bool {
	for _, p := range parents[i] {
		if p == of || descends(parents, p, of) {
			return true
		}
	}
	return false
}

// members are the lines of other docs in the same language that say what l
// says: for a quotation any quotation of it, and a sentence in the own voice
// of a text that could be its source; for a sentence outside quotations the
// one from which it was taken.
func (f *families) members(n int) []member {
	l := f.index.lines[n]
	var ms []member
	for _, n := range f.index.near(f.docs, n) {
		m := member{line: f.index.lines[n]}
		if f.docs[m.doc].Lang != f.docs[l.doc].Lang || !f.comparable(m.line, l) {
			continue
		}
		m.changes, m.same = diff(f.words(m.line), f.words(l))
		if !f.isVariant(m, l) {
			continue
		}
		if k := len(ms) - 1; k >= 0 && ms[k].doc == m.doc {
			if m.same-cost(m.changes) > ms[k].same-cost(ms[k].changes) {
				ms[k] = m
			}
			continue
		}
		ms = append(ms, m)
	}
	return ms
}

// comparable tells whether m may be a variant of l, before their words are
// compared.
func (f *families) comparable(m, l line) bool {
	switch {
	case !l.quoted:
		return !m.quoted && descends(f.copied, l.doc, m.doc)
	case m.quoted:
		return true
	}
	return descends(f.parents, l.doc, m.doc) || f.docs[m.doc].Published.Before(f.docs[l.doc].Published)
}

func (f *families) otherSpeaker(a, b line) bool {
	sa, sb := f.speaker(a), f.speaker(b)
	return sa != "" && sb != "" && sa != sb
}

// speaker is who says the line, "" if that is not known.
func (f *families) speaker(l line) string {
	d := &f.docs[l.doc]
	span := l.span(f.docs)
	for i, who := range d.Speakers {
		if who != "" && i < len(d.Text.Quotes) && d.Text.Quotes[i].Span.Overlaps(span) {
			return who
		}
	}
	return ""
}

func (f *families) words(l line) []uint32 { return f.docs[l.doc].Print.Words[l.from:l.to] }

// cost counts the words that changes touch.
func cost(changes []change) int {
	n := 0
	for _, c := range changes {
		n += max(c.a1-c.a0, c.b1-c.b0)
	}
	return n
}

// isVariant tells whether most words of the shorter line stand in the other in
// the same order, some of them telling ones. Short lines, lines in nobody's
// quotation marks and lines of different speakers must agree nearly whole.
func (f *families) isVariant(m member, l line) bool {
	short := min(m.len(), l.len())
	need := 0.6
	if l.quoted && m.quoted && f.otherSpeaker(m.line, l) {
		if short < 8 {
			return false
		}
		need = 0.85 // the same words, ascribed to another
	}
	if short < 8 || !m.quoted {
		need = max(need, 0.75)
	}
	return m.same >= minLine && float64(m.same) >= need*float64(short) && f.content(m, l) >= 2
}

// content counts the telling words on which the lines agree.
func (f *families) content(m member, l line) int {
	p := &f.docs[l.doc].Print
	changed := make([]bool, l.len())
	for _, c := range m.changes {
		for i := c.b0; i < c.b1; i++ {
			changed[i] = true
		}
	}
	n := 0
	for i := range changed {
		if !changed[i] && p.Flags[l.from+i]&Stop == 0 {
			n++
		}
	}
	return n
}
