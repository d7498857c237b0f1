// Package pipeline runs the stages by which a pile of files becomes a case:
//
//	read     bytes → reports, as they come
//	analyze  each report by itself: words, attributions, names, statements
//	settle   the case as a whole: identities, derivations, drift, claims
//
// A stage is a name, a version and a cursor kept in the case. A stage whose
// version changed has no cursor and so does its work anew. Each batch is one
// transaction with its cursor: a run that is interrupted at any point goes on
// where it was. What fails on one item is kept as a problem, and the rest goes
// on.
//
// settle works on the whole case at once, so its result is a function of what
// was read and ruled, whatever the order.
package pipeline

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"sync"

	"hearsay"
	"hearsay/internal/claims"
	"hearsay/internal/intake"
	"hearsay/internal/store"
	"hearsay/internal/syntax"
)

// The stages after reading. A change of what a stage derives is a new version,
// and so is a change of the types that it is kept in.
var (
	analyzeStage = "analyze@12-" + store.Layout(hearsay.Analysis{})
	settleStage  = "settle@10-" + store.Layout(store.Settlement{})
)

// Pipeline is the stages with what they need. It is safe for one goroutine.
type Pipeline struct {
	db      *store.DB
	reader  *intake.Reader
	model   *syntax.Model
	weights *claims.Weights
	workers int
	memory  *Memory // nil if nobody settles twice
	tell    func(Progress)
	failed  []hearsay.Problem
	// analyzeOne is Analyzer.Analyze, but for tests.
	analyzeOne func(Analyzer, *hearsay.Report) hearsay.Analysis
}

// Progress says how far a stage has come; Total is 0 if it is not known.
type Progress struct {
	Stage       string
	Done, Total int
}

// Options are the parts of a Pipeline that have a default.
type Options struct {
	Workers int            // goroutines that analyze reports; 1 if 0
	Cache   string         // folder for the compiled PDF engine; none if ""
	Tell    func(Progress) // called after each batch; may be nil
	Memory  *Memory        // of who settles this case again and again; may be nil
}

// New loads the models and makes a Pipeline on db.
func New(db *store.DB, opt Options) (*Pipeline, error) {
	model, weights, err := loadModels()
	if err != nil {
		return nil, err
	}
	p := &Pipeline{db: db, reader: &intake.Reader{PDFCache: opt.Cache}, model: model, weights: weights, workers: max(1, opt.Workers), tell: opt.Tell, memory: opt.Memory, analyzeOne: Analyzer.Analyze}
	if p.tell == nil {
		p.tell = func(Progress) {}
	}
	return p, nil
}

// loadModels loads side by side what takes longest to load.
func loadModels() (model *syntax.Model, weights *claims.Weights, err error) {
	var wait sync.WaitGroup
	var unread error
	wait.Go(func() { weights, unread = claims.LoadWeights() })
	model, err = syntax.Load()
	wait.Wait()
	return model, weights, errors.Join(err, unread)
}

// Close frees what the Pipeline keeps; the case stays open.
func (p *Pipeline) Close() error { return p.reader.Close() }

// Derive brings everything derived up to date with what was read and ruled.
func (p *Pipeline) Derive(ctx context.Context) error {
	if err := p.analyze(ctx); err != nil {
		return fmt.Errorf("analyze: %w", err)
	}
	if err := p.settle(ctx); err != nil {
		return fmt.Errorf("settle: %w", err)
	}
	return nil
}

// Failed lists the reports that this Pipeline could not analyze.
func (p *Pipeline) Failed() []hearsay.Problem { return p.failed }

// position reads a cursor that is a report number.
func (p *Pipeline) position(ctx context.Context, stage string) (int64, error) {
	s, err := p.db.Cursor(ctx, stage)
	if err != nil || s == "" {
		return 0, err
	}
	return strconv.ParseInt(s, 10, 64)
}

// Stale tells whether something was read, ruled or re-versioned since the
// case was last derived.
func Stale(ctx context.Context, db *store.DB) (bool, error) {
	last, err := db.LastReport(ctx)
	if err != nil {
		return false, err
	}
	for _, stage := range []string{analyzeStage, settleStage} {
		at, err := db.Cursor(ctx, stage)
		if err != nil || at != strconv.FormatInt(last, 10) {
			return last > 0, err
		}
	}
	return false, nil
}
