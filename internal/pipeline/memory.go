package pipeline

import (
	"hash/maphash"

	"hearsay/internal/claims"
	"hearsay/internal/names"
	"hearsay/internal/reuse"
	"hearsay/internal/store"
)

// Memory is what settling keeps until it settles the same case again, so that a
// report that comes costs little: the reports as they were loaded, and of every
// step what it found out about one report, one pair or one group, with all that
// this depends on. What is settled with it is what is settled without. It
// belongs to one case and to one Pipeline at a time.
type Memory struct {
	mark    string    // of the settlement after which it is as it is
	last    int64     // number of the last report in it
	keeps   bool      // it is asked for again
	read    []*member // in the order of their numbers
	reports []*member // in the order of their ids
	byID    map[string]*member
	byNum   map[int64]*member

	names    *names.Linker
	lines    *reuse.Lines
	called   map[*names.Identity]calling
	calledBy map[string]string // the names of outlets with which they were called so
	listed   map[*names.Identity]*listing
	claims   *claims.Grouping
	seed     maphash.Seed
}

// rememberAtMost is how many reports a case may have to be kept in memory, some
// 260 KiB for each.
const rememberAtMost = 10_000

// begin makes sure that what is remembered is of the case as it is: a report
// that was changed since, or that another process has settled, makes it forget
// everything but what the case keeps.
func (y *Memory) begin(mark string, keeps bool, weights *claims.Weights, kept *store.Kept) {
	if mark == "" || mark != y.mark {
		*y = Memory{byID: map[string]*member{}, byNum: map[int64]*member{}, names: &names.Linker{}, lines: &reuse.Lines{}, claims: weights.NewGrouping(), seed: maphash.MakeSeed()}
		y.names.Recall(kept.Of(namesStep), kept.Hash, keeps)
		y.claims.Recall(kept.Of(claimsStep), kept.Hash)
	}
	y.mark, y.keeps = "", keeps // until it is settled again
}

// Steps whose findings the case keeps; store keeps those of its rows.
const (
	namesStep  = "names"
	claimsStep = "claims"
)

// settled says that the case is settled as it is remembered.
func (y *Memory) settled(mark string, last int64) {
	if y == nil {
		return
	}
	y.mark, y.last = mark, last
	if len(y.read) > rememberAtMost {
		*y = Memory{}
	}
}
