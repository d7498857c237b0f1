package attribution

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"hearsay"
	"hearsay/internal/syntax"
	"hearsay/internal/text"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestGolden reads each text of testdata/*.txtar, with the tagger, and compares
// what it finds with the file behind it. A first line "outlet: X" names the
// publisher.
func TestGolden(t *testing.T) {
	model, err := syntax.Load()
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, path := range files {
		t.Run(filepath.Base(path), func(t *testing.T) {
			ar, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			changed := false
			for i := 0; i+1 < len(ar.Files); i += 2 {
				got := printed(model, string(ar.Files[i].Data))
				if want := string(ar.Files[i+1].Data); got != want {
					changed = true
					if !*update {
						t.Errorf("%s:\n%s\ngot:\n%s\nwant:\n%s", ar.Files[i].Name, ar.Files[i].Data, got, want)
					}
					ar.Files[i+1].Data = []byte(got)
				}
			}
			if changed && *update {
				if err := os.WriteFile(path, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func printed(model *syntax.Model, in string) string {
	r := &hearsay.Report{}
	if rest, ok := strings.CutPrefix(in, "outlet: "); ok {
		r.Outlet, in, _ = strings.Cut(rest, "\n")
	}
	r.Text = strings.TrimSpace(in)
	r.Lang = text.Language(r.Text)
	doc := text.Analyze(r)
	model.Tag(doc)
	trees := model.Parse(doc)
	as, credits := Read(doc, r, Options{Point: Careful, Trees: &trees})
	var b strings.Builder
	if err := check(r, as); err != nil {
		fmt.Fprintln(&b, "BROKEN:", err)
	}
	if g := GenreOf(doc, r); g != hearsay.GenreArticle {
		fmt.Fprintln(&b, "genre", g)
	}
	for _, c := range credits {
		fmt.Fprintf(&b, "credit %s [%s]\n", c.Kind, c.Name)
	}
	for _, a := range as {
		fmt.Fprintf(&b, "%s%s\n", strings.Repeat("  ", nesting(as, a)), line(r, a))
	}
	return b.String()
}

func nesting(as []hearsay.Attribution, a hearsay.Attribution) int {
	for _, p := range as {
		if p.ID == a.Parent {
			return 1 + nesting(as, p)
		}
	}
	return 0
}

func line(r *hearsay.Report, a hearsay.Attribution) string {
	s := fmt.Sprintf("[%s] {%s} (%s) %s %s", words(r, a.Source), words(r, a.Cue), words(r, a.Content), a.Kind, a.Stance)
	if a.Hedged {
		s += " hedged"
	}
	if a.Medium != "" {
		s += " medium=" + a.Medium
	}
	for _, v := range a.Via {
		s += fmt.Sprintf(" %s=%s", v.Role, v.Span.Of(r.Text))
	}
	return s
}

func words(r *hearsay.Report, spans []hearsay.Span) string {
	var p []string
	for _, s := range spans {
		p = append(p, strings.ReplaceAll(s.Of(r.Text), "\n", "/"))
	}
	return strings.Join(p, " | ")
}
