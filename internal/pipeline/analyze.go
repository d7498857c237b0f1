package pipeline

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"hearsay"
	"hearsay/internal/attribution"
	"hearsay/internal/claims"
	"hearsay/internal/names"
	"hearsay/internal/standing"
	"hearsay/internal/store"
	"hearsay/internal/syntax"
	"hearsay/internal/text"
)

// analyzeBatch is how many reports are analyzed between two commits.
const analyzeBatch = 64

// Analyzer finds what one report says by itself. It is pure and may be used
// by several goroutines.
type Analyzer struct {
	Model   *syntax.Model
	Weights *claims.Weights
	Known   names.Outlets // outlets that a person named
	Point   attribution.Point
	Spans   *attribution.Model // nil for the default one
	Fast    bool               // without trees, which makes fewer attributions right

	// Explain is told why each attribution is as it is; nil where nobody asks.
	Explain func(id string, why []string)
}

// Analyze runs the stages of one report, in their order.
func (a Analyzer) Analyze(r *hearsay.Report) hearsay.Analysis {
	doc := text.Analyze(r)
	a.Model.Tag(doc)
	attributions, credits := attribution.Read(doc, r, a.reading(doc))
	entities, attributions := names.Resolve(doc, r, attributions, a.Known)
	found := hearsay.Analysis{
		Genre:        attribution.GenreOf(doc, r),
		Attributions: attributions,
		Entities:     entities,
		Credits:      credits,
	}
	found.Statements = standing.Statements(r, &found, saying(doc, r.Dateline), func(pieces []hearsay.Span) [][]hearsay.Span { return claims.Split(doc, pieces) })
	mentions := claims.MentionsOf(entities)
	for i := range found.Statements {
		st := &found.Statements[i]
		if st.Stance.Counts() && claims.Retort(doc, st.Content) {
			st.Stance = hearsay.Denies
			found.Drafts = append(found.Drafts, claims.Draft{}.String())
			continue
		}
		draft := a.Weights.NewDraft(doc, st.Content, mentions, st.Speaker)
		found.Drafts = append(found.Drafts, draft.String())
	}
	return found
}

// reading says how a tagged document is read.
func (a Analyzer) reading(doc *text.Document) attribution.Options {
	how := attribution.Options{Point: a.Point, Model: a.Spans, Outlet: a.Known.Lookup, FirstName: names.IsFirstName, Explain: a.Explain}
	if !a.Fast {
		trees := a.Model.Parse(doc)
		how.Trees = &trees
	}
	return how
}

// saying are the sentences that can assert something, without the dateline
// that the first of them may begin with.
func saying(doc *text.Document, dateline string) []hearsay.Span {
	var list []hearsay.Span
	for _, s := range doc.Sentences {
		if !doc.Blocks[s.Block].Says() {
			continue
		}
		span := doc.Span(s.First, s.Last)
		if rest, ok := strings.CutPrefix(span.Of(doc.Text), dateline); ok && dateline != "" {
			span.Start = span.End - len(strings.TrimLeft(rest, " \t\n-–—:"))
		}
		if !span.IsEmpty() {
			list = append(list, span)
		}
	}
	return list
}

// analyze brings the analyses up to date, batch by batch.
func (p *Pipeline) analyze(ctx context.Context) error {
	setting, err := p.loadSettings(ctx)
	if err != nil {
		return err
	}
	at, err := p.position(ctx, analyzeStage)
	if err != nil {
		return err
	}
	total, err := p.db.CountReports(ctx)
	if err != nil {
		return err
	}
	analyzer := Analyzer{Model: p.model, Weights: p.weights, Known: setting.known, Point: attribution.Careful}
	kept := make(chan error, 1) // of the batch before, which is written while this one is analyzed
	kept <- nil
	for done := 0; ; {
		reports, err := p.db.ReportsAfter(ctx, at, analyzeBatch)
		var found []store.Analysed
		if err == nil {
			found = p.analyzeAll(analyzer, setting, reports)
		}
		if err := errors.Join(<-kept, err); err != nil {
			return err
		}
		if done > 0 {
			p.tell(Progress{Stage: "analyze", Done: done, Total: total})
		}
		if len(reports) == 0 {
			return nil
		}
		at = reports[len(reports)-1].Num
		done += len(reports)
		go func(position string) { kept <- p.db.PutAnalyses(ctx, analyzeStage, position, found) }(strconv.FormatInt(at, 10))
	}
}

// analyzeAll analyzes reports side by side; the order of the result is theirs.
func (p *Pipeline) analyzeAll(a Analyzer, s *settings, reports []store.Numbered) []store.Analysed {
	found := make([]store.Analysed, len(reports))
	sideBySide(p.workers, len(reports), func(i int) {
		s.apply(&reports[i])
		found[i] = p.analyzeReport(a, &reports[i])
	})
	for _, f := range found {
		if f.Failed != nil {
			p.failed = append(p.failed, *f.Failed)
		}
	}
	return found
}

// analyzeReport analyzes one report. A fault of the program in it costs this
// report its statements, and leaves the others theirs.
func (p *Pipeline) analyzeReport(a Analyzer, r *store.Numbered) (found store.Analysed) {
	defer func() {
		if fault := recover(); fault != nil {
			found = store.Analysed{Num: r.Num, Failed: &hearsay.Problem{Path: r.Path, Code: hearsay.CodeUnanalyzed,
				Reason: fmt.Sprintf("could not be analyzed (%v)", fault), Remedy: "please report it; the other reports are not affected"}}
		}
	}()
	found = store.Analysed{Num: r.Num, Analysis: p.analyzeOne(a, &r.Report)}
	for i := range found.Attributions { // nothing asks the case for more digits, which take as much room as a name
		found.Attributions[i].Score = math.Round(found.Attributions[i].Score*100) / 100
	}
	return found
}
