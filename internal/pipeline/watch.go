package pipeline

import (
	"context"
	"os"
	"slices"
	"time"

	"hearsay"
	"hearsay/internal/intake"
	"hearsay/internal/store"
)

// settling is how long a file has to be left alone before a watch reads it:
// one that is just being written would be read in half.
const settling = 2 * time.Second

// Changed tells whether a look at a watched folder would find anything to do.
// It costs little: no model is loaded, and nothing is written.
func Changed(ctx context.Context, db *store.DB, folder string, now time.Time) (bool, error) {
	problems, err := db.Problems(ctx)
	if _, gone := os.Stat(folder); err != nil || gone != nil || slices.ContainsFunc(problems, func(p hearsay.Problem) bool { return p.Path == folder }) {
		return true, err
	}
	changed := false
	err = walkChanged(ctx, db, folder, now, func(_ intake.Input, _ store.FileState, err error) bool {
		changed = changed || err == nil
		return !changed
	})
	return changed, err
}

// walkChanged yields the files of a folder that its watch has not read as they
// are, and what cannot be opened.
func walkChanged(ctx context.Context, db *store.DB, folder string, now time.Time, yield func(intake.Input, store.FileState, error) bool) error {
	seen, err := db.Watched(ctx, folder)
	if err != nil {
		return err
	}
	intake.Walk(folder, nil, func(in intake.Input, err error) bool {
		state := store.FileState{Size: in.Size, Changed: in.ModTime.UnixNano()}
		age := now.Sub(in.ModTime)
		if err == nil && (seen[in.Path] == state || age >= 0 && age < settling || isOfCase(db, in.Path)) {
			return ctx.Err() == nil
		}
		return yield(in, state, err) && ctx.Err() == nil
	})
	return ctx.Err()
}

// ReadChanged takes in the files of a folder that are new to its watch, or
// were changed since it last looked, as the case remembers. A file that is
// still being written waits for the next look.
func (p *Pipeline) ReadChanged(ctx context.Context, folder string, now time.Time) (Reading, error) {
	b := &batch{p: p, ctx: ctx}
	if b.err = b.reachable(folder); b.err != nil || len(b.problems) > 0 {
		b.commit()
		return b.Reading, b.err
	}
	read := map[string]store.FileState{}
	err := walkChanged(ctx, p.db, folder, now, func(in intake.Input, state store.FileState, err error) bool {
		if err != nil {
			b.problem(in.Path, err)
			return b.err == nil
		}
		read[in.Path] = state
		return b.read(in)
	})
	if b.err == nil {
		b.err = err
	}
	if b.commit(); b.err == nil {
		b.err = p.db.PutWatched(ctx, folder, read)
	}
	return b.Reading, b.err
}

// reachable makes it a problem if the folder is gone, and forgets that it was
// once it is back.
func (b *batch) reachable(folder string) error {
	if _, err := os.Stat(folder); err != nil {
		b.problem(folder, hearsay.Errorf(hearsay.CodeUnreadable, folder, "is watched and cannot be opened: %w", err).
			Do("bring it back, or end the watch"))
		return nil
	}
	return b.p.db.ClearProblems(b.ctx, folder)
}
