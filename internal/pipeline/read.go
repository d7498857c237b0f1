package pipeline

import (
	"context"
	"io"

	"hearsay"
	"hearsay/internal/intake"
)

// Reading tells what a call of Read did.
type Reading struct {
	Reports  int // found
	Added    int // of them new to the case
	Problems []hearsay.Problem
	Paths    []string // of the reports found
}

// batchBytes is how much text is kept before it is committed: the more often,
// the less is lost by an interruption, and memory does not grow with the pile.
const batchBytes = 4 << 20

// Read takes in a file, a folder, or standard input ("-"). Inputs that cannot
// be read become problems of the case; the error is for the case itself.
func (p *Pipeline) Read(ctx context.Context, path string, stdin io.Reader) (Reading, error) {
	b := &batch{p: p, ctx: ctx}
	intake.Walk(path, stdin, func(in intake.Input, err error) bool {
		if err != nil {
			b.problem(in.Path, err)
			return b.err == nil
		}
		return b.read(in)
	})
	b.commit()
	return b.Reading, b.err
}

// ReadInput takes in one input that is already in hand, a fetched page.
func (p *Pipeline) ReadInput(ctx context.Context, in intake.Input) (Reading, error) {
	b := &batch{p: p, ctx: ctx}
	b.read(in)
	b.commit()
	return b.Reading, b.err
}

// batch collects what an input yields until it is worth a transaction.
type batch struct {
	Reading
	p        *Pipeline
	ctx      context.Context
	reports  []*hearsay.Report
	problems []hearsay.Problem
	bytes    int
	err      error
}

func (b *batch) read(in intake.Input) bool {
	if b.err = b.p.db.ClearProblems(b.ctx, in.Path); b.err != nil {
		return false
	}
	b.open(in)
	return b.err == nil
}

// open reads one input. A fault of the program in it is a problem like any
// other, and the rest of the pile is still read.
func (b *batch) open(in intake.Input) {
	defer func() {
		if fault := recover(); fault != nil {
			b.problem(in.Path, hearsay.Errorf(hearsay.CodeInternal, in.Path, "could not be read because of a fault in hearsay (%v)", fault).
				Do("please report it; the other inputs are not affected"))
		}
	}()
	b.p.reader.Read(in, func(r *hearsay.Report, err error) bool {
		if err != nil {
			b.problem(in.Path, err)
		} else {
			b.report(r)
		}
		return b.err == nil
	})
}

func (b *batch) problem(path string, err error) {
	pr := hearsay.ProblemOf(path, err)
	b.problems = append(b.problems, pr)
	b.Problems = append(b.Problems, pr)
}

func (b *batch) report(r *hearsay.Report) {
	b.reports = append(b.reports, r)
	b.Paths = append(b.Paths, r.Path)
	b.Reports++
	b.bytes += len(r.Text) + len(r.Raw)
	if b.bytes >= batchBytes {
		b.commit()
	}
	if b.err == nil {
		b.err = b.ctx.Err()
	}
}

// commit keeps what was read so far, even when the person has asked to stop.
func (b *batch) commit() {
	if b.err != nil && b.ctx.Err() == nil {
		return
	}
	ctx := context.WithoutCancel(b.ctx)
	added, err := b.p.db.PutReports(ctx, b.reports)
	if err == nil {
		err = b.p.db.PutProblems(ctx, b.problems)
	}
	if err != nil {
		b.err = err
		return
	}
	b.Added += added
	b.reports, b.problems, b.bytes = nil, nil, 0
	b.p.tell(Progress{Stage: "read", Done: b.Reports})
}
