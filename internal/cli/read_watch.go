package cli

import (
	"context"
	"time"

	"hearsay"
	"hearsay/internal/pipeline"
	"hearsay/internal/store"
)

// folderPause is the time between two looks at a folder; leastPause the
// shortest between two at an address, which is somebody else's.
const (
	folderPause = 10 * time.Second
	leastPause  = 15 * time.Minute
)

// watch reads again and again what is new in folders and at addresses, until
// it is stopped.
func (a *app) watch(ctx context.Context, args []string, opt readOptions) error {
	if opt.every < leastPause {
		return hearsay.Errorf(hearsay.CodeUsage, "", "--every %s asks too often", opt.every).Do("leave an address alone for 15m at least")
	}
	if err := checkSetting(opt.setting); err != nil {
		return err
	}
	table, args, err := a.outletsFor(&opt, args)
	if err != nil {
		return err
	}
	db, err := store.Open(ctx, a.path())
	if err != nil {
		return err
	}
	defer db.Close()
	asked := map[string]time.Time{}
	for _, arg := range args {
		asked[arg] = a.Now()
	}
	for due := args; ctx.Err() == nil; {
		if err := a.readDue(ctx, db, due, opt, table); err != nil && ctx.Err() == nil {
			return err
		}
		if due, err = a.pause(ctx, db, asked, args, opt.every); err != nil {
			return err
		}
	}
	return nil // it was stopped, as it is meant to be
}

// readDue reads what is due, and tells if that brought anything.
func (a *app) readDue(ctx context.Context, db *store.DB, due []string, opt readOptions, table *hearsay.OutletTable) error {
	if len(due) == 0 {
		return nil
	}
	sum, err := a.readInto(ctx, db, due, opt, table)
	if err != nil || sum.Added == 0 && len(sum.Problems) == 0 {
		return err
	}
	return a.sayRead(ctx, db, sum)
}

// pause waits for the next look and returns what is due: folders in which
// something has changed, addresses whose time has come.
func (a *app) pause(ctx context.Context, db *store.DB, asked map[string]time.Time, args []string, every time.Duration) (due []string, err error) {
	select {
	case <-ctx.Done():
		return nil, nil
	case <-time.After(folderPause):
	}
	for _, arg := range args {
		changed := false
		if isAddress(arg) {
			changed = a.Now().Sub(asked[arg]) >= every
		} else if changed, err = pipeline.Changed(ctx, db, arg, a.Now()); err != nil && ctx.Err() == nil {
			return nil, err
		}
		if changed {
			due = append(due, arg)
			asked[arg] = a.Now()
		}
	}
	return due, nil
}
