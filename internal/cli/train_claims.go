package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"hearsay"
	"hearsay/internal/claims"
	"hearsay/internal/gold"
	"hearsay/internal/store"
	"hearsay/internal/syntax"
	"hearsay/internal/text"
)

// foreign is how many queries of the next case each case is asked as well: no
// report of it answers them.
const foreign = 2

// lesson is what one gold case teaches.
type lesson struct {
	queries []claims.Proposition
	asked   []claims.Asked
}

// trainClaims learns from gold cases what makes a statement answer a query,
// and says how well it does on a case that it has not learnt from.
func (a *app) trainClaims(ctx context.Context, dirs []string, out string) error {
	weights, err := claims.LoadWeights()
	if err != nil {
		return err
	}
	lessons, err := a.lessons(ctx, weights, dirs)
	if err != nil {
		return err
	}
	right, all := 0, 0
	for i := range lessons {
		model, err := weights.WithAnswering(weights.TrainAnswering(without(lessons, i)))
		if err != nil {
			return err
		}
		for _, c := range lessons[i].asked[:len(lessons[i].queries)] {
			all++
			if answersRightly(model, c) {
				right++
			}
		}
	}
	fmt.Fprintf(a.Out, "learnt from the other cases: the reports that speak of %d of %d claims, all of them and no others\n", right, all)
	if err := os.WriteFile(out, []byte(weights.TrainAnswering(without(lessons, -1))), 0o644); err != nil {
		return hearsay.Errorf(hearsay.CodeUsage, out, "cannot be written: %w", err).Do("choose another file with --out")
	}
	_, err = fmt.Fprintln(a.Out, "wrote", out)
	return err
}

// without are the questions of all lessons but one, with those of the next
// case put to each.
func without(lessons []lesson, but int) []claims.Asked {
	var list []claims.Asked
	for i, l := range lessons {
		if i == but {
			continue
		}
		list = append(list, l.asked...)
		next := (i + 1) % len(lessons)
		if next == but {
			next = (next + 1) % len(lessons)
		}
		for _, q := range lessons[next].queries[:min(foreign, len(lessons[next].queries))] {
			if len(l.asked) > 0 && next != i {
				list = append(list, claims.Asked{Query: q, Said: l.asked[0].Said})
			}
		}
	}
	return list
}

func answersRightly(w *claims.Weights, c claims.Asked) bool {
	found := map[int64]bool{}
	for i, score := range w.Gather(c.Query, c.Said) {
		if score > 0 {
			found[c.Said[i].Report] = true
		}
	}
	for report := range found {
		if !c.Reports[report] {
			return false
		}
	}
	return len(found) == len(c.Reports)
}

func (a *app) lessons(ctx context.Context, weights *claims.Weights, dirs []string) ([]lesson, error) {
	model, err := syntax.Load()
	if err != nil {
		return nil, err
	}
	var list []lesson
	for _, dir := range dirs {
		cases, err := gold.Find(dir)
		if err != nil {
			return nil, err
		}
		for _, d := range cases {
			c, err := gold.Load(d)
			if err != nil {
				return nil, err
			}
			l := lesson{}
			said, paths, err := a.saidIn(ctx, c)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", d, err)
			}
			for _, claim := range c.Claims {
				doc := text.Parse(claim.Query, "en")
				model.Tag(doc)
				query := weights.Query(doc)
				l.queries = append(l.queries, query)
				speaks := map[int64]bool{}
				for _, path := range append(claim.Asserts, claim.Denies...) {
					speaks[paths[path]] = true
				}
				l.asked = append(l.asked, claims.Asked{Query: query, Said: said, Reports: speaks})
			}
			list = append(list, l)
		}
	}
	return list, nil
}

// saidIn reads a gold case: its statements that take a side, and the number of
// each report by its name in the case.
func (a *app) saidIn(ctx context.Context, c *gold.Case) ([]claims.Said, map[string]int64, error) {
	table, err := loadOutlets(c.Outlets())
	if err != nil {
		return nil, nil, err
	}
	db, err := store.Open(ctx, ":memory:")
	if err != nil {
		return nil, nil, err
	}
	defer db.Close()
	if _, err := a.readInto(ctx, db, []string{c.Docs()}, readOptions{}, table); err != nil {
		return nil, nil, err
	}
	reports, err := db.Publications(ctx, nil)
	if err != nil {
		return nil, nil, err
	}
	paths := map[string]int64{}
	for _, r := range reports {
		paths[strings.TrimPrefix(filepath.ToSlash(r.Path), filepath.ToSlash(c.Docs())+"/")] = r.Num
	}
	statements, err := db.StatementsAfter(ctx, 0, 1<<30)
	var said []claims.Said
	for _, s := range statements {
		if s.Stance.Counts() || s.Stance == hearsay.Denies {
			said = append(said, claims.Said{Prop: claims.Parse(s.Terms), Claim: s.Claim, Report: s.Report})
		}
	}
	return said, paths, err
}
