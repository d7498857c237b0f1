package trace

import (
	"context"

	"hearsay/internal/standing"
)

// Input is what the claim that a query means best is counted from; empty if no
// claim matches.
func (t *Tracer) Input(ctx context.Context, query string) (standing.Input, error) {
	m, err := t.find(ctx, query)
	if err != nil || len(m.claims) == 0 {
		return standing.Input{}, err
	}
	in, _, err := t.input(ctx, m)
	return in, err
}
