package cli

import (
	"context"
	"path/filepath"

	"hearsay"
	"hearsay/internal/fetch"
	"hearsay/internal/intake"
	"hearsay/internal/pipeline"
	"hearsay/internal/store"
	"hearsay/internal/web"
)

// deskReader reads for the desk as the read command reads for a terminal.
type deskReader struct {
	app    *app
	db     *store.DB
	client *fetch.Client
	memory *pipeline.Memory // of the case as it was last settled here; one Read at a time uses it
}

// outletsFile is a file that says who owns which outlet, and no report.
const outletsFile = "outlets.toml"

// Read takes items in and derives what follows; with none it only derives.
func (r deskReader) Read(ctx context.Context, items []web.Item, tell func(pipeline.Progress)) (pipeline.Reading, error) {
	var sum pipeline.Reading
	if idle, err := r.nothingNew(ctx, items); idle || err != nil {
		return sum, err
	}
	p, err := pipeline.New(r.db, pipeline.Options{Workers: r.app.Workers, Tell: tell, Cache: cacheFolder(), Memory: r.memory})
	if err != nil {
		return sum, err
	}
	defer p.Close()
	for _, item := range items {
		got, err := r.one(ctx, p, item)
		sum.Reports += got.Reports
		sum.Added += got.Added
		sum.Changed += got.Changed
		sum.Problems = append(sum.Problems, got.Problems...)
		if err != nil {
			return sum, err
		}
	}
	err = p.Derive(ctx)
	sum.Problems = append(sum.Problems, p.Failed()...)
	return sum, err
}

// nothingNew tells that all there is to do is to look at folders in which
// nothing has changed.
func (r deskReader) nothingNew(ctx context.Context, items []web.Item) (bool, error) {
	for _, item := range items {
		if !item.Watch || isAddress(item.Name) {
			return false, nil
		}
		if changed, err := pipeline.Changed(ctx, r.db, item.Name, r.app.Now()); changed || err != nil {
			return false, err
		}
	}
	return len(items) > 0, nil
}

func (r deskReader) one(ctx context.Context, p *pipeline.Pipeline, item web.Item) (got pipeline.Reading, err error) {
	switch {
	case item.Bytes != nil && filepath.Base(item.Name) == outletsFile:
		return got, r.outlets(ctx, item)
	case item.Bytes != nil:
		got, err = p.ReadInput(ctx, intake.Input{Path: item.Name, Bytes: item.Bytes})
	case isAddress(item.Name) || filepath.IsAbs(item.Name):
		got, err = r.app.readOne(ctx, r.db, p, r.client, item.Name, item.Watch)
	default:
		problem := hearsay.ProblemOf(item.Name, hearsay.Errorf(hearsay.CodeUsage, item.Name, "is neither an address nor the whole path of a file").
			Do("begin it with https://, or with / or a drive letter"))
		return pipeline.Reading{Problems: []hearsay.Problem{problem}}, r.db.PutProblems(ctx, []hearsay.Problem{problem})
	}
	if err == nil && item.Setting != (hearsay.Setting{}) {
		err = r.db.PutSettings(ctx, got.Paths, item.Setting)
	}
	return got, err
}

// outlets takes in a table of outlets.
func (r deskReader) outlets(ctx context.Context, item web.Item) error {
	table, err := intake.ParseOutlets(item.Name, item.Bytes)
	if err != nil {
		return err
	}
	return r.db.PutOutlets(ctx, table)
}
