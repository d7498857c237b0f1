package trace

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/standing"
	"hearsay/internal/store"
)

// Response is how somebody whom the claim or its reports speak of answered,
// or that they did not.
type Response struct {
	By        string       `json:"by"`
	Entity    string       `json:"entity,omitempty"`
	Kind      ResponseKind `json:"kind"`
	Report    string       `json:"report"` // that tells of it
	Path      string       `json:"path"`
	Outlet    string       `json:"outlet"`
	Published hearsay.Date `json:"published"`
	Span      hearsay.Span `json:"span,omitzero"` // of the words that tell of it
	Text      string       `json:"text,omitempty"`
	To        []string     `json:"to,omitempty"`  // paths of the reports that it answers by a mark of its own
	Why       []string     `json:"why,omitempty"` // what ties it to them

	named []string // identities in the words that name By, and those they speak for
}

// Unanswered is somebody of whom the claim speaks, or a letter of it, that
// nobody in the case has answered.
type Unanswered struct {
	Name  string `json:"name,omitempty"`   // of whom the claim speaks
	Path  string `json:"letter,omitempty"` // of the letter
	Until string `json:"until"`            // the date of the last report of the case
}

// respond adds the answers to a claim, and the silences.
func (t *Tracer) respond(ctx context.Context, a *Answer, in standing.Input, reports []store.Placed) error {
	w, err := t.newWitness(ctx, a, reports)
	if err != nil {
		return err
	}
	list := w.silences()
	replies, err := t.replies(ctx, w)
	if err != nil {
		return err
	}
	a.Responses = append(list, replies...)
	slices.SortStableFunc(a.Responses, func(x, y Response) int {
		return cmp.Or(x.Published.Time.Compare(y.Published.Time), cmp.Compare(x.Path, y.Path), cmp.Compare(x.Span.Start, y.Span.Start))
	})
	last, err := t.db.LastDay(ctx)
	if err != nil {
		return err
	}
	for _, name := range w.unheard(a, in) {
		a.Unanswered = append(a.Unanswered, Unanswered{Name: name, Until: last})
	}
	for _, path := range w.letters(a, replies) {
		a.Unanswered = append(a.Unanswered, Unanswered{Path: path, Until: last})
	}
	return nil
}

// witness holds the reports of a claim with what was found in them.
type witness struct {
	placed   map[int64]store.Placed
	reports  []store.Numbered
	numOf    map[string]int64 // of these reports, by id
	analysis map[int64]*hearsay.Analysis
	identity map[int64]map[string]string // entity of a report to identity
	names    map[string]*hearsay.Identity
}

// Of a claim that thousands speak of, the first reports tell of whom it speaks,
// and those with the words for it, who was asked.
const (
	firstRead = 40
	askedRead = 120
)

// worthReading are the reports that are read for answers.
func (t *Tracer) worthReading(ctx context.Context, a *Answer, reports []store.Placed) ([]int64, error) {
	numOf := map[string]int64{}
	all := []int64{}
	for _, r := range reports {
		numOf[r.ID] = r.Num
		all = append(all, r.Num)
	}
	list, err := t.db.AskedIn(ctx, all)
	if err != nil {
		return nil, err
	}
	asked := map[int64]bool{}
	for _, num := range list {
		asked[num] = true
	}
	nums := []int64{}
	for _, r := range reports { // in the order of their ids: that of reading must not show
		if len(nums) < askedRead && asked[r.Num] {
			nums = append(nums, r.Num)
		}
	}
	for _, c := range a.Spread[:min(len(a.Spread), firstRead)] {
		nums = append(nums, numOf[c.Report])
	}
	slices.Sort(nums)
	return slices.Compact(nums), nil
}

func (t *Tracer) newWitness(ctx context.Context, a *Answer, reports []store.Placed) (*witness, error) {
	w := &witness{placed: map[int64]store.Placed{}, numOf: map[string]int64{}, analysis: map[int64]*hearsay.Analysis{},
		identity: map[int64]map[string]string{}, names: map[string]*hearsay.Identity{}}
	for _, r := range reports {
		w.placed[r.Num] = r
	}
	nums, err := t.worthReading(ctx, a, reports)
	if err != nil {
		return nil, err
	}
	if w.reports, err = t.db.Reports(ctx, nums); err != nil {
		return nil, err
	}
	for i := range w.reports {
		w.numOf[w.reports[i].ID] = w.reports[i].Num
	}
	analyses, err := t.db.Analyses(ctx, nums)
	if err != nil {
		return nil, err
	}
	for i := range analyses {
		w.analysis[analyses[i].Num] = &analyses[i].Analysis
	}
	members, err := t.db.MembersOf(ctx, nums)
	if err != nil {
		return nil, err
	}
	ids := []string{}
	for _, m := range members {
		if w.identity[m.Report] == nil {
			w.identity[m.Report] = map[string]string{}
		}
		w.identity[m.Report][m.Entity] = m.Identity
		ids = append(ids, m.Identity)
	}
	slices.Sort(ids)
	identities, err := t.db.IdentitiesByID(ctx, slices.Compact(ids))
	for i := range identities {
		w.names[identities[i].ID] = &identities[i]
	}
	return w, err
}

// silences are those that the reports tell of, once for each report.
func (w *witness) silences() (list []Response) {
	for i := range w.reports {
		r := &w.reports[i]
		p := w.placed[r.Num]
		for _, s := range silences(r.Text) {
			by, entity := w.named(r, s.who)
			span := hearsay.Span{Start: min(s.who.Start, s.span.Start), End: max(s.who.End, s.span.End)}
			list = append(list, Response{By: by, Entity: entity, Kind: s.kind, Report: r.ID, Path: p.Path, Outlet: p.Outlet,
				Published: p.Published, Span: span, Text: span.Of(r.Text), named: w.within(r.Num, s.who)})
		}
	}
	return list
}

// named is who the words of a span name: the entity whose mention they end
// with, else the words themselves.
func (w *witness) named(r *store.Numbered, who hearsay.Span) (name, entity string) {
	best := hearsay.Span{}
	analysis := w.analysis[r.Num]
	if analysis == nil {
		return who.Of(r.Text), ""
	}
	for _, e := range analysis.Entities {
		for _, m := range e.Mentions {
			if !who.Contains(m) || m.End < best.End || m.End == best.End && m.Len() <= best.Len() {
				continue
			}
			best, name, entity = m, e.Name, w.identity[r.Num][e.ID]
		}
	}
	if name == "" {
		return shortened(who.Of(r.Text)), ""
	}
	if id := w.names[entity]; id != nil {
		name = id.Name
	}
	return name, entity
}

// within are the identities mentioned in a span, and those they speak for.
func (w *witness) within(num int64, span hearsay.Span) (ids []string) {
	analysis := w.analysis[num]
	if analysis == nil {
		return nil
	}
	for _, e := range analysis.Entities {
		if slices.ContainsFunc(e.Mentions, span.Contains) {
			ids = append(ids, w.identity[num][e.ID], w.identity[num][e.SpeaksFor])
		}
	}
	return ids
}

// shortened keeps the last words of a phrase that names nobody known.
func shortened(s string) string {
	const most = 8
	words := strings.Fields(s)
	return strings.Join(words[max(0, len(words)-most):], " ")
}

// replies are the reports that answer one of the claim by a mark of their own.
func (t *Tracer) replies(ctx context.Context, w *witness) ([]Response, error) {
	nums := []int64{}
	for n := range w.placed {
		nums = append(nums, n)
	}
	slices.Sort(nums)
	derivations, err := t.db.RepliesTo(ctx, nums)
	if err != nil || len(derivations) == 0 {
		return nil, err
	}
	targets := []int64{}
	for _, d := range derivations {
		targets = append(targets, d.Target)
	}
	reports, err := t.db.Publications(ctx, targets)
	at := map[int64]store.Placed{}
	for _, r := range reports {
		at[r.Num] = r
	}
	var list []Response
	for _, d := range derivations {
		r, source := at[d.Target], w.placed[d.Source]
		if i := slices.IndexFunc(list, func(x Response) bool { return x.Report == r.ID }); i >= 0 {
			list[i].To = append(list[i].To, source.Path)
			continue
		}
		list = append(list, Response{By: r.Outlet, Kind: Replied, Report: r.ID, Path: r.Path, Outlet: r.Outlet,
			Published: r.Published, To: []string{source.Path}, Why: d.Why})
	}
	return list, err
}

// letters are the letters of the claim that no report of the case answers.
func (w *witness) letters(a *Answer, replies []Response) (paths []string) {
	for i := range w.reports {
		r := &w.reports[i]
		p := w.placed[r.Num]
		if analysis := w.analysis[r.Num]; analysis == nil || analysis.Genre != hearsay.GenreLetter {
			continue
		}
		counted := slices.ContainsFunc(a.Asserts, func(s standing.Assertion) bool { return s.Report == p.ID && s.How == "" })
		answered := slices.ContainsFunc(replies, func(x Response) bool { return slices.Contains(x.To, p.Path) })
		if counted && !answered && len(a.Denies) == 0 {
			paths = append(paths, p.Path)
		}
	}
	return paths
}

// unheard are those of whom the claim speaks, in most of the reports that
// assert it, and who say nothing of it themselves in any report.
func (w *witness) unheard(a *Answer, in standing.Input) (list []string) {
	asserting := map[string]bool{} // of those that were read
	for _, s := range a.Asserts {
		asserting[s.Report] = w.read(s.Report)
	}
	maps.DeleteFunc(asserting, func(_ string, read bool) bool { return !read })
	spokenOf := map[string]map[string]bool{} // identity to reports
	heard := map[string]bool{}
	for i := range in.Statements {
		st := &in.Statements[i]
		for _, h := range st.Chain {
			heard[h.Entity] = true
		}
		if st.Side != standing.For || !asserting[st.Report] {
			continue
		}
		for _, id := range w.mentioned(st) {
			if spokenOf[id] == nil {
				spokenOf[id] = map[string]bool{}
			}
			spokenOf[id][st.Report] = true
		}
	}
	for _, link := range in.SpeaksFor {
		heard[link.Whom] = heard[link.Whom] || heard[link.Who]
		heard[link.Who] = heard[link.Who] || heard[link.Whom]
	}
	for id, reports := range spokenOf {
		if who := w.names[id]; who != nil && 2*len(reports) > len(asserting) && !w.anyHeard(who, heard, a.Responses) {
			list = append(list, who.Name)
		}
	}
	slices.Sort(list)
	return list[:min(len(list), mostUnheard)]
}

// mostUnheard keeps a claim that speaks of many to the point.
const mostUnheard = 3

func (w *witness) read(report string) bool {
	_, read := w.numOf[report]
	return read
}

func (w *witness) anyHeard(who *hearsay.Identity, heard map[string]bool, responses []Response) bool {
	if heard[who.ID] || heard[outletPrefix+who.Name] {
		return true
	}
	for _, s := range who.Spellings {
		if heard[outletPrefix+s] {
			return true
		}
	}
	return slices.ContainsFunc(responses, func(r Response) bool { return slices.Contains(r.named, who.ID) || bears(who, r.By) })
}

// mentioned are the named persons and organisations in the content of a
// statement, other than its speaker.
func (w *witness) mentioned(st *standing.Statement) (ids []string) {
	num := w.numOf[st.Report]
	if w.analysis[num] == nil {
		return nil
	}
	for _, e := range w.analysis[num].Entities {
		if e.Described || e.ID == st.Speaker || e.Type != hearsay.Person && e.Type != hearsay.Organization {
			continue
		}
		if id := w.identity[num][e.ID]; id != "" && mentioned(e.Mentions, st.Content) {
			ids = append(ids, id)
		}
	}
	return ids
}
