package trace

import (
	"context"

	"hearsay/internal/store"
)

// List counts each of these claims by itself, in their order.
func (t *Tracer) List(ctx context.Context, rows []store.Claim) ([]Listed, error) {
	list := make([]Listed, 0, len(rows))
	for _, c := range rows {
		l, err := t.listed(ctx, c)
		if err != nil {
			return nil, err
		}
		list = append(list, l)
	}
	return list, nil
}
