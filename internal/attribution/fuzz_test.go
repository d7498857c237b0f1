package attribution

import (
	"fmt"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/syntax"
	"hearsay/internal/text"
)

func FuzzAttribute(f *testing.F) {
	for _, seed := range []string{
		"“The gate is open,” said Ada Farr, 54, who chairs the board. “It leaks.”\n\n“It always did.”",
		"According to the translation, Farr claims that he heard from a nurse that “it” was shut.",
		"LISSE, May 3 (Harbour Wire) — The gate, the board said, citing police, is shut; it is reportedly “open”.",
		"Dear editor,\n\nI saw it.\n\nYours,\nAda Farr",
		"قال المتحدث إن الباب مفتوح. وأضاف أن",
		"FARR: It is. She denied having said that that that he said, saying so, nor did he",
		"“““””” said said (said) 's ’ ' & to to to not",
	} {
		f.Add(seed)
	}
	model, err := syntax.Load()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := &hearsay.Report{Text: strings.ToValidUTF8(s, ""), Lang: text.Language(s)}
		doc := text.Analyze(r)
		untagged, _ := Read(doc, r, Options{})
		model.Tag(doc)
		as, credits := Read(doc, r, Options{Point: Careful})
		GenreOf(doc, r)
		trees := model.Parse(doc)
		treed, _ := Read(doc, r, Options{Trees: &trees})
		for _, found := range [][]hearsay.Attribution{untagged, as, treed} {
			if err := check(r, found); err != nil {
				t.Fatal(err)
			}
		}
		for _, c := range credits {
			if !c.Span.IsEmpty() && c.Span.Validate(r.Text) != nil {
				t.Fatalf("credit %v", c)
			}
		}
	})
}

// check holds the invariants of the package comment.
func check(r *hearsay.Report, as []hearsay.Attribution) error {
	byID := map[string]hearsay.Attribution{}
	for _, a := range as {
		var all []hearsay.Span
		for _, part := range [][]hearsay.Span{a.Source, a.Cue, a.Content} {
			all = append(all, part...)
		}
		for i, s := range all {
			if err := s.Validate(r.Text); err != nil {
				return fmt.Errorf("%s: %w", a.ID, err)
			}
			for _, o := range all[:i] {
				if s.Overlaps(o) {
					return fmt.Errorf("%s: %v overlaps %v", a.ID, s, o)
				}
			}
		}
		if len(a.Content) == 0 {
			return fmt.Errorf("%s has no content", a.ID)
		}
		for _, v := range a.Via {
			if err := v.Span.Validate(r.Text); err != nil {
				return fmt.Errorf("%s: via: %w", a.ID, err)
			}
		}
		if a.Parent != "" {
			parent, ok := byID[a.Parent]
			if !ok {
				return fmt.Errorf("%s stands before its parent %s", a.ID, a.Parent)
			}
			for _, s := range all {
				if !inside(s, parent.Content) {
					return fmt.Errorf("%s: %v lies outside its parent's content %v", a.ID, s, parent.Content)
				}
			}
		}
		byID[a.ID] = a
	}
	return nil
}

func inside(s hearsay.Span, spans []hearsay.Span) bool {
	for _, o := range spans {
		if o.Contains(s) {
			return true
		}
	}
	return false
}
