package pipeline

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/claims"
	"hearsay/internal/names"
	"hearsay/internal/store"
)

// said is a statement with its proposition.
type said struct {
	store.Statement
	prop claims.Proposition
}

// render lets an original assert what its translation renders of it, whatever
// its language: each passage of the original gets the statements of the
// aligned passage of the translation. So does a copy of the original. Where the
// original is the English one, the translation gets its statements: English is
// what is read best. So does a translation into a third language, where the
// original was put into English as well.
func (w *whole) render(by map[string][]said) {
	read := map[string]bool{} // originals that are read in English
	for _, d := range w.translations() {
		read[d.From] = read[d.From] || english(w.byID[d.From]) || english(w.byID[d.To])
		for _, al := range d.Aligned {
			if read[d.From] && !english(w.byID[d.To]) {
				by[d.To] = w.retell(w.byID[d.To], by[d.To], al.To, inside(by[d.From], al.From))
				continue
			}
			rendered := inside(by[d.To], al.To)
			if len(rendered) == 0 {
				continue
			}
			by[d.From] = w.mirror(w.byID[d.From], by[d.From], al.From, rendered)
			w.renderCopies(by, d.From, al.From, rendered)
		}
	}
}

// translations are those of the case, into English first.
func (w *whole) translations() []store.Derivation {
	list := slices.Clone(w.out.Derivations)
	list = slices.DeleteFunc(list, func(d store.Derivation) bool { return d.Kind != hearsay.Translation })
	slices.SortStableFunc(list, func(a, b store.Derivation) int {
		switch ea, eb := english(w.byID[a.To]), english(w.byID[b.To]); {
		case ea == eb:
			return 0
		case ea:
			return -1
		}
		return 1
	})
	return list
}

func english(m *member) bool { return m.report.Lang == "en" }

// retell replaces the statements of the translation m inside passage by those of
// its original, told by m and through the hands of its translator.
func (w *whole) retell(m *member, list []said, passage hearsay.Span, originals []said) []said {
	if len(originals) == 0 {
		return list
	}
	own := inside(list, passage)
	head := hearsay.Chain{{Name: m.report.Outlet, Role: hearsay.RolePublisher, Entity: outletHand(m.report.Outlet)}}
	for _, s := range own {
		if len(s.Chain) > 1 && s.Chain[1].Role == hearsay.RoleTranslator {
			head = append(head, s.Chain[1])
			break
		}
	}
	list = slices.DeleteFunc(slices.Clone(list), func(s said) bool { return mostlyIn(s.Content, passage) })
	for i, r := range originals {
		s := said{Statement: store.Statement{Report: m.num, Terms: r.Terms, Statement: r.Statement.Statement}, prop: r.prop}
		s.Statement.Statement.Report = m.report.ID
		s.Identity, s.End = r.Identity, r.End
		s.Content = []hearsay.Span{passage}
		if len(own) == len(originals) {
			s.Content = own[i].Content
		}
		s.Chain = slices.Clone(head)
		for k, h := range r.Chain {
			if k == 0 && len(head) == 1 && h.Entity == head[0].Entity {
				continue // who translates what he said himself
			}
			if h.Report == "" {
				h.Report = r.Statement.Statement.Report
			}
			s.Chain = append(s.Chain, h)
		}
		list = append(list, s)
	}
	return inOrder(list)
}

// inOrder sorts the statements of a report by where they stand, and numbers them.
func inOrder(list []said) []said {
	slices.SortStableFunc(list, func(a, b said) int { return a.Content[0].Start - b.Content[0].Start })
	for i := range list {
		list[i].Seq = i
	}
	return list
}

// renderCopies does the same in reports that repeat the original's passage
// word for word in its own language.
func (w *whole) renderCopies(by map[string][]said, original string, passage hearsay.Span, rendered []said) {
	words := passage.Of(w.byID[original].report.Text)
	for _, d := range w.out.Derivations {
		if d.From != original || d.Kind == hearsay.Translation || d.Kind == hearsay.Reply {
			continue
		}
		to := w.byID[d.To]
		if at := strings.Index(to.report.Text, words); at >= 0 {
			by[d.To] = w.mirror(to, by[d.To], hearsay.Span{Start: at, End: at + len(words)}, rendered)
		}
	}
}

func inside(list []said, span hearsay.Span) []said {
	var in []said
	for _, s := range list {
		if mostlyIn(s.Content, span) {
			in = append(in, s)
		}
	}
	return in
}

// mostlyIn tells whether more than half of the content lies in the span.
func mostlyIn(content []hearsay.Span, span hearsay.Span) bool {
	c := hearsay.Cover(content)
	return 2*(min(c.End, span.End)-max(c.Start, span.Start)) > c.Len()
}

// mirror replaces the statements of m inside passage by what was rendered.
// Where the original attributes them itself, its own chain stays.
func (w *whole) mirror(m *member, list []said, passage hearsay.Span, rendered []said) []said {
	own := inside(list, passage)
	list = slices.DeleteFunc(slices.Clone(list), func(s said) bool { return mostlyIn(s.Content, passage) })
	for i, r := range rendered {
		s := said{Statement: store.Statement{Report: m.num, Terms: r.Terms, Statement: r.Statement.Statement}, prop: r.prop}
		s.Statement.Statement.Report = m.report.ID
		s.Content = []hearsay.Span{passage}
		s.Identity = r.Identity
		s.Chain, s.End = w.renderedChain(m, r)
		if i < len(own) && len(own) == len(rendered) {
			s.Content = own[i].Content
		}
		if i := min(i, len(own)-1); i >= 0 && len(own[i].Chain) > 1 && !bothDescribe(own[i], s) {
			s.Chain, s.End, s.Identity = own[i].Chain, own[i].End, own[i].Identity
		} else if i >= 0 && bothDescribe(own[i], s) && len(own[i].Chain) > 1 {
			end, called := &s.Chain[len(s.Chain)-1], own[i].Chain[len(own[i].Chain)-1]
			end.Span, end.Report = called.Span, called.Report
		}
		list = append(list, s)
	}
	return inOrder(list)
}

// renderedChain is the chain of the original as its translation tells it: the
// original's outlet, then the hands behind it; who translated it is none of
// them.
func (w *whole) renderedChain(m *member, r said) (hearsay.Chain, hearsay.End) {
	outlet := outletHand(m.report.Outlet)
	chain := hearsay.Chain{{Name: m.report.Outlet, Role: hearsay.RolePublisher, Entity: outlet}}
	for i, h := range r.Chain[1:] {
		if h.Entity == outlet || i == 0 && h.Role == hearsay.RoleTranslator || len(chain) == 1 && w.translatedName(m, h) {
			continue
		}
		if h.Report == "" {
			h.Report = r.Statement.Statement.Report
		}
		chain = append(chain, h)
	}
	if len(chain) == 1 {
		return chain, w.hands.ownEnd(m, chain)
	}
	return chain, r.End
}

// translatedName tells whether a hand that a translation names first is the one
// who published the original, by a name in another language that shares a word
// with it: the "Corps des gardes de Tessel" is the "Tessel Guards Corps".
func (w *whole) translatedName(m *member, h hearsay.Hop) bool {
	if !w.hands.party[m.report.Outlet] {
		return false
	}
	own := strings.Fields(names.Fold(m.report.Outlet))
	return slices.ContainsFunc(strings.Fields(names.Fold(h.Name)), func(word string) bool {
		return len(word) > 3 && slices.Contains(own, word)
	})
}

// bothDescribe tells whether original and translation only describe the end:
// then it is called as the translation calls it, which readers can read.
func bothDescribe(own, rendered said) bool {
	return own.End == hearsay.EndDescribed && rendered.End == hearsay.EndDescribed
}
