package cli

import (
	"context"

	"hearsay"
	"hearsay/internal/fetch"
	"hearsay/internal/intake"
	"hearsay/internal/pipeline"
	"hearsay/internal/store"
)

// readAddress reads what an address gives. One that is watched is told by what
// it is recognised as it was at the last look, and sends nothing if it still is.
func readAddress(ctx context.Context, db *store.DB, p *pipeline.Pipeline, client *fetch.Client, address string, watched bool) (got pipeline.Reading, err error) {
	var last store.Visit
	if watched {
		if last, err = db.Visited(ctx, address); err != nil {
			return got, err
		}
	}
	page, err := client.FetchChanged(ctx, address, fetch.Mark(last))
	switch {
	case ctx.Err() != nil:
		return got, ctx.Err()
	case err != nil:
		problem := hearsay.ProblemOf(address, err)
		got.Problems = []hearsay.Problem{problem}
		err = db.PutProblems(ctx, got.Problems)
	case page.Unchanged:
		return got, nil
	default:
		got, err = p.ReadInput(ctx, intake.Input{Path: address, Bytes: page.Bytes, URL: page.FinalURL, ContentType: page.ContentType, ModTime: page.Fetched})
	}
	if err != nil || !watched {
		return got, err
	}
	now := store.Visit{}
	if len(got.Problems) == 0 {
		now = store.Visit(page.Mark)
	} // else the next look gets everything, and may clear the problem
	return got, db.PutVisited(ctx, address, now)
}
