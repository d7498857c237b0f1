package trace

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"hearsay/internal/claims"
)

// rankedAtMost is about how many statements the full-text index may rank: each
// costs microseconds, and a frequent word stands in a tenth of all statements.
const rankedAtMost = 4000

// sought is one word of a query with what can stand for it, as a full-text
// expression, and how many statements hold it.
type sought struct {
	match string
	held  int
}

// match is the full-text expression for the statements that may answer a
// query: those that hold any of its words. In a large case a frequent word
// does not find a statement alone, but together with another one.
func (t *Tracer) match(ctx context.Context, asked claims.Proposition) (string, error) {
	words, err := t.sought(ctx, asked)
	if err != nil {
		return "", err
	}
	var any, frequent []string
	ranked := 0
	for _, w := range words {
		if ranked += w.held; ranked <= rankedAtMost || len(words) == 1 {
			any = append(any, w.match)
		} else {
			frequent = append(frequent, w.match)
		}
	}
	for i, one := range frequent {
		for _, other := range frequent[:i] {
			any = append(any, one+" AND "+other)
		}
	}
	if len(frequent) == 1 && len(any) == 0 {
		any = frequent
	}
	return strings.Join(parenthesized(any), " OR "), nil
}

// sought are the words of a query that the case holds, the rarest first.
func (t *Tracer) sought(ctx context.Context, asked claims.Proposition) ([]sought, error) {
	var words []sought
	for _, word := range asked.Words() {
		var forms []string
		for _, form := range append(t.weights.Near(word), word) {
			forms = append(forms, `"`+strings.ReplaceAll(form, `"`, `""`)+`"`)
		}
		w := sought{match: "(" + strings.Join(forms, " OR ") + ")"}
		var err error
		if w.held, err = t.db.CountMatching(ctx, w.match, rankedAtMost+1); err != nil {
			return nil, err
		}
		if w.held > 0 {
			words = append(words, w)
		}
	}
	slices.SortStableFunc(words, func(a, b sought) int { return cmp.Compare(a.held, b.held) })
	return words, nil
}

func parenthesized(list []string) []string {
	for i := range list {
		list[i] = "(" + list[i] + ")"
	}
	return list
}
