package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"hearsay/internal/attribution"
	"hearsay/internal/gold"
	"hearsay/internal/store"
	"hearsay/internal/syntax"
	"hearsay/internal/text"
	"hearsay/internal/trace"

	"hearsay"
)

func (a *app) evalCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "eval",
		Short: "Measure hearsay against known answers",
		Args:  nothingMore,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	var quiet bool
	cases := &cobra.Command{
		Use:     "cases DIR...",
		Short:   "Read gold cases, each into a case of its own, and score the answers",
		Long:    "Each DIR is a gold case (docs/, gold.json, perhaps outlets.toml) or a folder of such cases.",
		Example: "  hearsay eval cases testdata/cases",
		Args:    needs("a folder with gold cases"),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.evalCases(cmd.Context(), args, quiet) },
	}
	cases.Flags().BoolVarP(&quiet, "quiet", "q", false, "print the figures without the misses")
	cmd.AddCommand(cases, &cobra.Command{
		Use:     "attribution DATA",
		Short:   "Score source, cue and content spans on the development part of PolNeAR",
		Long:    "DATA is a folder with polnear/ in it, or polnear itself.",
		Example: "  hearsay eval attribution ../data",
		Args:    exactly(1),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.evalAttribution(args[0]) },
	})
	return cmd
}

// evalCases scores every gold case below the folders.
func (a *app) evalCases(ctx context.Context, dirs []string, quiet bool) error {
	total := &gold.Score{}
	byCase := map[string]any{}
	for _, dir := range dirs {
		found, err := gold.Find(dir)
		if err != nil {
			return err
		}
		for _, d := range found {
			score, err := a.EvalCase(ctx, d)
			if err != nil {
				return fmt.Errorf("%s: %w", d, err)
			}
			byCase[filepath.Base(d)] = score
			if !a.json {
				fmt.Fprintf(a.Out, "%-12s claims %d of %d, report lists %d of %d, chains %d of %d, derivations F1 %.2f, names %d of %d, drift %d of %d\n",
					filepath.Base(d), score.Claims.Right, score.Claims.All, score.Reports.Right, score.Reports.All,
					score.Chains.Right, score.Chains.All, score.Derivations.Value(), score.Names.Right, score.Names.All,
					score.Drift.Right, score.Drift.All)
			}
			total.Add(score)
		}
	}
	if a.json {
		return a.printJSON(map[string]any{"cases": byCase, "total": total})
	}
	fmt.Fprintf(a.Out, "\n%s", total)
	if !quiet && len(total.Misses) > 0 {
		fmt.Fprintf(a.Out, "\nWhat is not right:\n")
		for _, m := range total.Misses {
			fmt.Fprintln(a.Out, " ", m)
		}
	}
	return nil
}

// EvalCase reads one gold case into a case of its own and scores it.
func (a *app) EvalCase(ctx context.Context, dir string) (score *gold.Score, err error) {
	err = a.inGoldCase(ctx, dir, func(db *store.DB, c *gold.Case) error {
		given, err := answers(ctx, db, c)
		if err != nil {
			return err
		}
		score = gold.Judge(c, given)
		return nil
	})
	return score, err
}

// inGoldCase reads a gold case into a case of its own, for f.
func (a *app) inGoldCase(ctx context.Context, dir string, f func(*store.DB, *gold.Case) error) error {
	c, err := gold.Load(dir)
	if err != nil {
		return err
	}
	table, err := loadOutlets(c.Outlets())
	if err != nil {
		return err
	}
	db, err := store.Open(ctx, ":memory:")
	if err != nil {
		return err
	}
	defer db.Close()
	if _, err := a.readInto(ctx, db, []string{c.Docs()}, readOptions{}, table); err != nil {
		return err
	}
	return f(db, c)
}

// answerEach answers every query.
func answerEach(ctx context.Context, t *trace.Tracer, queries []string) ([]*trace.Answer, error) {
	list := make([]*trace.Answer, 0, len(queries))
	for _, query := range queries {
		answer, err := t.Trace(ctx, query)
		if err != nil {
			return nil, err
		}
		list = append(list, answer)
	}
	return list, nil
}

// answers is what the program says of a gold case that was read into db.
func answers(ctx context.Context, db *store.DB, c *gold.Case) (*gold.Given, error) {
	t, err := trace.New(db)
	if err != nil {
		return nil, err
	}
	g := &gold.Given{Docs: filepath.ToSlash(c.Docs()) + "/", Paths: map[string]string{}, Texts: map[string]string{}}
	for _, claim := range c.Claims {
		answer, err := t.Trace(ctx, claim.Query)
		if err != nil {
			return nil, err
		}
		g.Answers = append(g.Answers, answer)
		reworded, err := answerEach(ctx, t, claim.Reworded)
		if err != nil {
			return nil, err
		}
		g.Reworded = append(g.Reworded, reworded)
	}
	if g.Absent, err = answerEach(ctx, t, c.Absent); err != nil {
		return nil, err
	}
	if err := t.Statements(ctx, func(s trace.Statement) error {
		g.Statements = append(g.Statements, s)
		return nil
	}); err != nil {
		return nil, err
	}
	if err := givenReports(ctx, db, g); err != nil {
		return nil, err
	}
	derivations, err := db.Derivations(ctx, nil)
	if err != nil {
		return nil, err
	}
	for _, d := range derivations {
		g.Derivations = append(g.Derivations, d.Derivation)
	}
	drifts, err := db.Drifts(ctx, nil)
	if err != nil {
		return nil, err
	}
	for _, d := range drifts {
		g.Drift = append(g.Drift, d.Drift)
	}
	if g.Outlets, err = db.OutletTable(ctx); err != nil {
		return nil, err
	}
	g.Identities, err = db.Identities(ctx)
	return g, err
}

// givenReports fills in the paths and texts of all reports.
func givenReports(ctx context.Context, db *store.DB, g *gold.Given) error {
	reports, err := db.Publications(ctx, nil)
	if err != nil {
		return err
	}
	var nums []int64
	for _, r := range reports {
		g.Paths[r.ID] = r.Path
		nums = append(nums, r.Num)
	}
	full, err := db.Reports(ctx, nums)
	if err != nil {
		return err
	}
	for i := range full {
		g.Texts[full[i].ID] = full[i].Text
	}
	return nil
}

// polnear reads a part of PolNeAR from data, or from the polnear folder in it.
func polnear(data, compartment string) ([]attribution.Annotated, error) {
	if _, err := os.Stat(filepath.Join(data, "polnear")); err == nil {
		data = filepath.Join(data, "polnear")
	}
	articles, err := attribution.ReadPolnear(os.DirFS(data), compartment)
	if err != nil {
		return nil, hearsay.Errorf(hearsay.CodeUnreadable, data, "is not PolNeAR: %w", err).Do("name a folder with polnear/ in it")
	}
	return articles, nil
}

// evalAttribution scores the spans on PolNeAR's development part.
func (a *app) evalAttribution(data string) error {
	articles, err := polnear(data, "dev")
	if err != nil {
		return err
	}
	model, err := syntax.Load()
	if err != nil {
		return err
	}
	score := scoreArticles(articles, model)
	if a.json {
		return a.printJSON(score)
	}
	fmt.Fprint(a.Out, score)
	return nil
}

func scoreArticles(articles []attribution.Annotated, model *syntax.Model) *attribution.Score {
	score := &attribution.Score{}
	for _, art := range articles {
		doc := text.Analyze(art.Report)
		model.Tag(doc)
		trees := model.Parse(doc)
		found, _ := attribution.Read(doc, art.Report, attribution.Options{Trees: &trees})
		score.Add(doc, art.Gold, found)
	}
	return score
}
