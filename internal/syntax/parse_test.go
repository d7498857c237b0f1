package syntax

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"hearsay/internal/text"
)

// TestGoldenTrees parses the invented texts of testdata/trees.txtar: a file
// "NAME", then "NAME want" with a token a line: its number in the sentence, the
// token, its tag, the number of its head, its relation.
func TestGoldenTrees(t *testing.T) {
	const path = "testdata/trees.txtar"
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	m := load(t)
	var out []txtar.File
	for i, f := range archive.Files {
		if strings.HasSuffix(f.Name, " want") {
			continue
		}
		got := parsed(m, strings.TrimSpace(string(f.Data)))
		if !*update && (i+1 >= len(archive.Files) || string(archive.Files[i+1].Data) != got) {
			t.Errorf("%s: got\n%s", f.Name, got)
		}
		out = append(out, f, txtar.File{Name: f.Name + " want", Data: []byte(got)})
	}
	if *update {
		archive.Files = out
		if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func parsed(m *Model, s string) string {
	doc := text.Parse(s, "en")
	m.Tag(doc)
	trees := m.Parse(doc)
	var b strings.Builder
	for k, span := range doc.Sentences {
		if k > 0 {
			b.WriteString("\n")
		}
		for i := span.First; i < span.Last; i++ {
			head := int(trees.Heads[i]) - span.First + 1
			if trees.Heads[i] < 0 {
				head = 0
			}
			fmt.Fprintf(&b, "%d\t%s\t%s\t%d\t%s\n", i-span.First+1, doc.Of(i), doc.Tokens[i].Tag, head, trees.Relations[i])
		}
	}
	return b.String()
}

// checkTrees reports what breaks the promises of Trees.
func checkTrees(t *testing.T, doc *text.Document, trees Trees) {
	t.Helper()
	for _, s := range doc.Sentences {
		roots := 0
		for i := s.First; i < s.Last; i++ {
			h := int(trees.Heads[i])
			switch {
			case h < 0:
				roots++
			case h < s.First || h >= s.Last || h == i:
				t.Fatalf("token %d of [%d, %d) hangs on %d", i, s.First, s.Last, h)
			}
			if r := trees.Relations[i]; r == RelationNone || r > Xcomp || (r == Root) != (h < 0) {
				t.Fatalf("token %d hangs on %d as %s", i, h, r)
			}
		}
		if roots != 1 {
			t.Fatalf("%d roots in %q", roots, doc.Text)
		}
		if s.Last-s.First < 200 {
			checkProjective(t, s, trees)
		}
	}
}

// checkProjective looks for a token between a word and its dependent that does
// not hang below the word, which finds cycles too.
func checkProjective(t *testing.T, s text.Sentence, trees Trees) {
	t.Helper()
	for i := s.First; i < s.Last; i++ {
		h := int(trees.Heads[i])
		for k := min(i, h) + 1; h >= 0 && k < max(i, h); k++ {
			if !trees.Below(k, h) {
				t.Fatalf("token %d stands between %d and its head %d", k, i, h)
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("Ada denied it. \xff “No,” 他说 said 12 men's", "en")
	f.Add("", "")
	f.Add("(((((( and , and ,,,, and that that that", "en")
	m := load(f)
	f.Fuzz(func(t *testing.T, s, lang string) {
		doc := text.Parse(s, lang)
		m.Tag(doc)
		trees := m.Parse(doc)
		if foreign(lang) {
			return
		}
		checkTrees(t, doc, trees)
	})
}

func TestParseOfNothing(t *testing.T) {
	m := load(t)
	m.Parser().Parse(nil, nil, nil, nil)
	if trees := m.Parse(text.Parse("", "en")); len(trees.Heads) != 0 {
		t.Errorf("an empty text has heads %v", trees.Heads)
	}
}

func TestParseLeavesOtherLanguagesAlone(t *testing.T) {
	m := load(t)
	doc := text.Parse("Ada le nia.", "fr")
	m.Tag(doc)
	for i, h := range m.Parse(doc).Heads {
		if h != -1 {
			t.Errorf("token %d hangs on %d", i, h)
		}
	}
}

// TestParseIsLinear counts steps: two for each word, whatever the length.
func TestParseIsLinear(t *testing.T) {
	m := load(t)
	const n = 10_000
	words := strings.Fields(strings.Repeat("Ada said that the ( harbour , which she had seen and ", n/11))
	tags := make([]text.Tag, len(words))
	var ws sentence
	m.tagSentence(&ws, len(words), func(i int) string { return words[i] }, func(i int, tag text.Tag) { tags[i] = tag })
	p := m.Parser()
	heads, relations := make([]int32, len(words)), make([]Relation, len(words))
	p.Parse(words, tags, heads, relations)
	if p.steps != 2*len(words) {
		t.Errorf("%d steps for %d words", p.steps, len(words))
	}
	if allocations := testing.AllocsPerRun(1, func() { p.Parse(words, tags, heads, relations) }); allocations > 0 {
		t.Errorf("%v allocations with a workspace that fits", allocations)
	}
}

func TestTreesKnowTheirClauses(t *testing.T) {
	m := load(t)
	doc := text.Parse("The mayor apologised and said that the bridge had been closed by the police.", "en")
	m.Tag(doc)
	trees := m.Parse(doc)
	s := doc.Sentences[0]
	verb := 4
	subject := trees.Subject(s, verb)
	if subject < 0 || doc.Of(subject) != "mayor" {
		t.Errorf("the subject of %s is token %d, want mayor", doc.Of(verb), subject)
	}
	clause := trees.Complement(s, verb)
	if clause < 0 || doc.Of(clause) != "closed" {
		t.Fatalf("the complement of %s is token %d, want closed", doc.Of(verb), clause)
	}
	first, last := trees.Subtree(s, clause)
	if got, want := doc.Text[doc.Tokens[first].Start:doc.Tokens[last-1].End], "that the bridge had been closed by the police"; got != want {
		t.Errorf("the clause is %q, want %q", got, want)
	}
}

func BenchmarkParse(b *testing.B) {
	m := load(b)
	doc := text.Parse(strings.Repeat("The port authority denied on Monday that any crane had been inspected, "+
		"although two officials said the union's letter was read aloud in Aldervane. ", 100), "en")
	m.Tag(doc)
	b.ReportAllocs()
	for b.Loop() {
		m.Parse(doc)
	}
	b.ReportMetric(float64(len(doc.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkChain goes from raw text to trees.
func BenchmarkChain(b *testing.B) {
	m := load(b)
	raw := strings.Repeat("The port authority denied on Monday that any crane had been inspected, "+
		"although two officials said the union's letter was read aloud in Aldervane. ", 100)
	b.ReportAllocs()
	tokens := 0
	for b.Loop() {
		doc := text.Parse(raw, "en")
		m.Tag(doc)
		m.Parse(doc)
		tokens += len(doc.Tokens)
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}
