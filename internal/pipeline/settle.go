package pipeline

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hearsay"
	"hearsay/internal/claims"
	"hearsay/internal/names"
	"hearsay/internal/reuse"
	"hearsay/internal/store"
)

// settleBatch is how many reports are loaded at a time.
const settleBatch = 256

// whole is the case while it is settled: every report with its analysis, and
// what has been derived so far. Reports are in the order of their ids, so that
// nothing depends on the order in which they came.
type whole struct {
	*settings
	*Memory
	workers    int
	weights    *claims.Weights
	rulings    []hearsay.Ruling
	ruled      ruled
	identities []*names.Identity
	hands      *hands
	into       map[string][]store.Derivation // by target report id
	docs       []reuse.Doc                   // between derive and drift
	out        store.Settlement
}

// member is one report of the case.
type member struct {
	num      int64
	report   hearsay.Report // without Raw
	analysis hearsay.Analysis
	voices   []voice                    // of its attributions, the innermost last
	identity map[string]*names.Identity // by local entity id

	mentioned []names.Mentioned
	text      *reuse.Doc // what it says, without what the whole case tells
	placed    *placed
}

// voice is who says what, all that is read here of an attribution.
type voice struct {
	speaker string
	content []hearsay.Span
}

// settle derives what only the whole case tells. It does nothing if nothing
// was read or ruled since the last time.
func (p *Pipeline) settle(ctx context.Context) error {
	last, err := p.db.LastReport(ctx)
	if err != nil {
		return err
	}
	position := strconv.FormatInt(last, 10)
	if at, err := p.db.Cursor(ctx, settleStage); err != nil || at == position {
		return err
	}
	out, err := p.derive(ctx)
	if err != nil {
		return err
	}
	p.tell(Progress{Stage: "writing"})
	if err := p.db.PutSettlement(ctx, settleStage, position, out); err != nil {
		return err
	}
	p.memory.settled(out.Mark, last)
	return nil
}

// derive is what the case comes to.
func (p *Pipeline) derive(ctx context.Context) (*store.Settlement, error) {
	w, err := p.gather(ctx)
	if err != nil {
		return nil, err
	}
	steps := []struct {
		name string
		do   func()
	}{
		{"names", w.link},
		{"derivations", w.derive},
		{"drift", w.drift},
		{"claims", func() { err = w.claim(ctx, p.db) }},
		{"listing", w.name},
	}
	for i, s := range steps {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		p.tell(Progress{Stage: s.name, Done: i, Total: len(steps)})
		if s.do(); err != nil {
			return nil, err
		}
	}
	return &w.out, nil
}

// gather loads the case.
func (p *Pipeline) gather(ctx context.Context) (*whole, error) {
	s, err := p.loadSettings(ctx)
	if err != nil {
		return nil, err
	}
	w := &whole{settings: s, workers: p.workers, weights: p.weights, Memory: p.memory}
	if w.Memory == nil {
		w.Memory = &Memory{}
	}
	if w.out.Kept, err = p.db.Kept(ctx); err != nil {
		return nil, err
	}
	if w.rulings, err = p.db.Rulings(ctx); err != nil {
		return nil, err
	}
	mark, err := p.db.Settled(ctx)
	if err != nil {
		return nil, err
	}
	w.begin(mark, p.memory != nil, p.weights, w.out.Kept)
	for _, m := range w.read {
		w.ownedBy(m)
	}
	for after := w.last; ; {
		reports, err := p.db.ReportsAfter(ctx, after, settleBatch)
		if err != nil {
			return nil, err
		}
		if len(reports) == 0 {
			break
		}
		analyses, err := p.db.AnalysesAfter(ctx, after, len(reports))
		if err != nil {
			return nil, err
		}
		if len(analyses) != len(reports) {
			return nil, fmt.Errorf("%d reports after number %d have %d analyses", len(reports), after, len(analyses))
		}
		for i := range reports {
			w.add(reports[i], analyses[i])
		}
		after = reports[len(reports)-1].Num
	}
	w.ruled = w.readRulings()
	w.reports = slices.SortedFunc(slices.Values(w.read), func(a, b *member) int { return strings.Compare(a.report.ID, b.report.ID) })
	return w, nil
}

func (w *whole) add(r store.Numbered, a store.Analysed) {
	w.apply(&r)
	m := &member{num: r.Num, report: r.Report, analysis: a.Analysis, identity: map[string]*names.Identity{}}
	if m.report.Outlet == "" {
		// A text that does not say who published it is an outlet of its own.
		m.report.Outlet = m.report.Path
	}
	w.ownedBy(m)
	for _, at := range a.Attributions {
		if at.Speaker != "" {
			m.voices = append(m.voices, voice{at.Speaker, at.Content})
		}
	}
	m.analysis.Attributions = nil
	w.read = append(w.read, m)
	w.byID[m.report.ID], w.byNum[m.num] = m, m
}

// known are the outlets of the case: those that a person named and those that
// published a report.
func (w *whole) outlets() names.Outlets {
	all := map[string]hearsay.Outlet{}
	for _, m := range w.reports {
		all[m.report.Outlet] = hearsay.Outlet{Name: m.report.Outlet}
	}
	for name, o := range w.table.Outlets {
		o.Name = name
		all[name] = o
	}
	var list []hearsay.Outlet
	for _, name := range sortedKeys(all) {
		list = append(list, all[name])
	}
	return names.NewOutlets(list)
}

// link joins the names of all reports into identities.
func (w *whole) link() {
	known := w.outlets()
	sideBySide(w.workers, len(w.reports), func(i int) { w.reports[i].mention(known) })
	var mentioned []*names.Mentioned
	for _, m := range w.reports {
		for i := range m.mentioned {
			mentioned = append(mentioned, &m.mentioned[i])
		}
	}
	w.identities = w.names.Link(mentioned, inForce(w.rulings))
	w.out.Kept.Put(namesStep, w.names.Keep(w.out.Kept.Hash))
	for _, id := range w.identities {
		for _, at := range id.Members {
			m := w.byID[at.Report]
			m.identity[at.Entity] = id
		}
	}
	w.hands = newHands(w, known)
	w.hands.publish()
}

// mention puts the entities of a report into their context. Those that are in
// the same one as before stay where they are.
func (m *member) mention(known names.Outlets) {
	if m.mentioned == nil || !names.StillKnown(m.mentioned, known) {
		m.mentioned = names.Mentions(&m.report, m.analysis.Entities, known)
	}
}

// name lists the identities with what finds them. That takes room, so it comes
// last.
func (w *whole) name() {
	w.out.Identities = make([]hearsay.Identity, 0, len(w.identities))
	listed := make(map[*names.Identity]*listing, len(w.identities))
	for i, id := range w.identities {
		for _, at := range id.Members {
			w.out.Members = append(w.out.Members, store.Member{Report: w.byID[at.Report].num, Entity: at.Entity, Identity: id.ID})
		}
		l := w.listed[id]
		if l == nil {
			l = list(id)
		}
		w.out.Identities = append(w.out.Identities, l.identity)
		w.out.NameKeys = append(w.out.NameKeys, l.keys...)
		if w.keeps {
			listed[id] = l
		} else {
			*id = names.Identity{} // it takes as much memory as what is made of it
			w.identities[i] = nil
		}
	}
	w.listed = listed
}

// listing is an identity as it is written.
type listing struct {
	identity hearsay.Identity
	keys     []store.NameKey
}

func list(id *names.Identity) *listing {
	l := &listing{identity: hearsay.Identity{ID: id.ID, Name: id.Name, Type: id.Type,
		Spellings: id.Spellings, Reasons: joinReasons(id), Doubts: doubts(id)}}
	for _, key := range id.Keys() {
		l.keys = append(l.keys, store.NewNameKey(key, id.ID))
	}
	return l
}

func inForce(all []hearsay.Ruling) []hearsay.Ruling {
	var list []hearsay.Ruling
	for _, r := range all {
		if !r.Undone {
			list = append(list, r)
		}
	}
	return list
}

// doubts are the joins of an identity that a person should look at.
func doubts(id *names.Identity) []hearsay.NameJoin {
	var list []hearsay.NameJoin
	for _, j := range id.Joins {
		if j.Decision.Uncertain || j.Decision.Score < sureName {
			list = append(list, hearsay.NameJoin{A: j.A, B: j.B, Score: j.Decision.Score, Reasons: j.Decision.Reasons})
		}
	}
	return list
}

// sureName is the score from which a join of names needs no second look.
const sureName = 0.85

func joinReasons(id *names.Identity) []string {
	var list []string
	for _, j := range id.Joins {
		for _, reason := range j.Decision.Reasons {
			list = append(list, fmt.Sprintf("%s = %s: %s", j.A, j.B, reason))
		}
	}
	return list
}
