package trace

import (
	"cmp"
	"context"
	"math"
	"slices"

	"hearsay/internal/claims"
	"hearsay/internal/store"
)

// rankedAtMost is about how many statements the words of a query may find, each
// by itself: a frequent word stands in a tenth of all statements and says little.
const rankedAtMost = 4000

// sought is one word of a query.
type sought struct {
	forms    [][]int64 // of each term that can stand for it, the statements that hold it
	held     []int64   // the statements that hold any of them, in order
	frequent bool      // it finds no statement alone
}

// matching are the statements that may answer a query, the likeliest first:
// those that hold any of its words. In a large case a frequent word does not
// find a statement alone, but together with another one.
func (t *Tracer) matching(ctx context.Context, asked claims.Proposition) ([]int64, error) {
	words, err := t.sought(ctx, asked)
	if err != nil || len(words) == 0 {
		return nil, err
	}
	found := candidatesOf(words)
	sizes, err := t.db.Sizes(ctx, found)
	if err != nil {
		return nil, err
	}
	score := ranks(words, found, sizes)
	order := make([]int, len(found))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(score[b], score[a]), cmp.Compare(a, b)) })
	best := make([]int64, min(len(order), maxCandidates))
	for i := range best {
		best[i] = found[order[i]]
	}
	return best, nil
}

// statements reads those with these numbers, in this order.
func (t *Tracer) statements(ctx context.Context, nums []int64) ([]store.Statement, error) {
	list, err := t.db.StatementsByNum(ctx, nums)
	place := make(map[int64]int, len(nums))
	for i, num := range nums {
		place[num] = i
	}
	slices.SortFunc(list, func(a, b store.Statement) int { return cmp.Compare(place[a.Num], place[b.Num]) })
	return list, err
}

// sought are the words of a query that the case holds, the rarest first.
func (t *Tracer) sought(ctx context.Context, asked claims.Proposition) ([]sought, error) {
	var forms [][]string // of each word
	var tokens []string
	for _, word := range asked.Words() {
		near := append(t.weights.Near(word), word)
		forms = append(forms, near)
		for _, f := range near {
			tokens = append(tokens, store.Tokens(f)...)
		}
	}
	postings, err := t.db.Postings(ctx, tokens)
	if err != nil {
		return nil, err
	}
	var words []sought
	for _, near := range forms {
		var w sought
		for _, f := range near {
			if held := holding(postings, store.Tokens(f)); len(held) > 0 {
				w.forms = append(w.forms, held)
				w.held = append(w.held, held...)
			}
		}
		if len(w.forms) > 1 {
			slices.Sort(w.held)
			w.held = slices.Compact(w.held)
		}
		if len(w.held) > 0 {
			words = append(words, w)
		}
	}
	slices.SortStableFunc(words, func(a, b sought) int { return cmp.Compare(len(a.held), len(b.held)) })
	ranked := 0
	for i := range words {
		ranked += len(words[i].held)
		words[i].frequent = ranked > rankedAtMost && len(words) > 1
	}
	return words, nil
}

// holding are the statements that hold all of these tokens.
func holding(postings map[string][]int64, tokens []string) []int64 {
	var held []int64
	for i, token := range tokens {
		if i == 0 {
			held = postings[token]
		} else {
			held = inBoth(held, postings[token])
		}
	}
	return held
}

func inBoth(a, b []int64) (both []int64) {
	eachOf(a, b, func(i int) { both = append(both, a[i]) })
	return both
}

// enough signs make a statement a candidate: a rare word gives them all, a
// frequent one does so together with another.
const enough = 2

// candidatesOf are the statements that hold a rare word, or two frequent ones,
// in their order.
func candidatesOf(words []sought) []int64 {
	most := int64(0)
	for _, w := range words {
		most = max(most, w.held[len(w.held)-1])
	}
	signs := make([]uint8, most+1)
	found := 0
	for _, w := range words {
		for _, num := range w.held {
			if signs[num] < enough {
				if signs[num] += w.sign(); signs[num] >= enough {
					found++
				}
			}
		}
	}
	list := make([]int64, 0, found)
	for num, sign := range signs {
		if sign >= enough {
			list = append(list, int64(num))
		}
	}
	return list
}

func (w *sought) sign() uint8 {
	if w.frequent {
		return 1
	}
	return enough
}

// Parameters of Okapi BM25 (Robertson and Zaragoza, 2009): how soon further
// hits tell less, and how much long statements are held back.
const (
	saturation = 1.2
	lengthBias = 0.75
)

// ranks are the scores of the statements found, by BM25: rare words weigh more,
// long statements less. Hardly a term stands in a statement twice. A frequent
// word counts once for each other one that stands beside it.
func ranks(words []sought, found []int64, sizes *store.Sizes) []float64 {
	score, beside := make([]float64, len(found)), make([]float64, len(found))
	for _, w := range words {
		if w.frequent {
			eachOf(found, w.held, func(i int) { beside[i]++ })
		}
	}
	for _, w := range words {
		for _, held := range w.forms {
			weight := inverseFrequency(len(held), sizes.Statements)
			eachOf(found, held, func(i int) {
				if w.frequent {
					score[i] += weight * (beside[i] - 1)
				} else {
					score[i] += weight
				}
			})
		}
	}
	for i, num := range found {
		length := float64(sizes.Of(num)) / sizes.Mean
		score[i] *= (saturation + 1) / (1 + saturation*(1-lengthBias+lengthBias*length))
	}
	return score
}

// eachOf calls do with the place of each number of list that held has too.
func eachOf(list, held []int64, do func(i int)) {
	for i, k := 0, 0; i < len(list) && k < len(held); {
		switch {
		case list[i] < held[k]:
			i++
		case list[i] > held[k]:
			k++
		default:
			do(i)
			i, k = i+1, k+1
		}
	}
}

// inverseFrequency is how much a term tells that stands in so many statements.
func inverseFrequency(held, all int) float64 {
	return max(math.Log((float64(all-held)+0.5)/(float64(held)+0.5)), 1e-6)
}
