package pipeline

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"

	"hearsay"
	"hearsay/internal/intake"
	"hearsay/internal/store"
)

// Reading tells what a call of Read did.
type Reading struct {
	Reports  int // found
	Added    int // of them new to the case
	Changed  int // of the new ones, those whose path held other bytes before
	Problems []hearsay.Problem
	Paths    []string // of the reports found
}

// batchBytes is how much text is kept before it is committed: the more often,
// the less is lost by an interruption, and memory does not grow with the pile.
const batchBytes = 4 << 20

// stdinPath stands for standard input. What is read from it is called by its
// content, "-#" and the first digits of its id: otherwise a second text would
// take the path of the first, and the outlet and date set for it.
const stdinPath = "-"

// Read takes in a file, a folder, or standard input ("-"). Inputs that cannot
// be read become problems of the case; the error is for the case itself. The
// files of the case itself are no reports and are passed over.
func (p *Pipeline) Read(ctx context.Context, path string, stdin io.Reader) (Reading, error) {
	b := &batch{p: p, ctx: ctx, stdin: path == stdinPath}
	intake.Walk(path, stdin, func(in intake.Input, err error) bool {
		if err != nil {
			b.problem(in.Path, err)
			return b.err == nil
		}
		return isOfCase(p.db, in.Path) || b.read(in)
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
	stdin    bool
	reports  []*hearsay.Report
	problems []hearsay.Problem
	bytes    int
	err      error
}

// isOfCase tells whether path is the file of the open case, or one of those
// that SQLite keeps beside it.
func isOfCase(db *store.DB, path string) bool {
	kept := db.Path()
	beside, ok := strings.CutPrefix(filepath.Base(path), filepath.Base(kept))
	if !ok || beside != "" && beside != "-wal" && beside != "-shm" && beside != "-journal" {
		return false
	}
	found, err := os.Stat(path)
	if err != nil {
		return false
	}
	own, err := os.Stat(kept + beside)
	return err == nil && os.SameFile(found, own)
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
	if b.stdin {
		r.Path = stdinPath + "#" + r.ID[:min(len(r.ID), 8)]
	}
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
	changed, err := b.changed(ctx)
	if err != nil {
		b.err = err
		return
	}
	added, err := b.p.db.PutReports(ctx, b.reports)
	if err == nil {
		err = b.p.db.PutProblems(ctx, b.problems)
	}
	if err != nil {
		b.err = err
		return
	}
	b.Added += added
	b.Changed += changed
	b.reports, b.problems, b.bytes = nil, nil, 0
	b.p.tell(Progress{Stage: "read", Done: b.Reports})
}

// changed counts the reports at hand that are new to the case although their
// path is not: the file was edited, and the case keeps both versions.
func (b *batch) changed(ctx context.Context) (n int, err error) {
	for _, r := range b.reports {
		known, err := b.p.db.HasPath(ctx, r.Path)
		if err != nil {
			return 0, err
		}
		if !known {
			continue
		}
		num, err := b.p.db.ReportNum(ctx, r.ID)
		if err != nil {
			return 0, err
		}
		if num == 0 {
			n++
		}
	}
	return n, nil
}
