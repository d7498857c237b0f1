package query

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"hearsay"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestParse runs testdata/*.txtar: each file is a query, and what follows its
// first blank line is its tree, or the error that a person sees.
func TestParse(t *testing.T) {
	for _, name := range []string{"testdata/good.txtar", "testdata/bad.txtar"} {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for i, f := range archive.Files {
			q, want, _ := strings.Cut(string(f.Data), "\n\n")
			q = strings.TrimRight(q, "\n")
			got := describe(q)
			if *update {
				archive.Files[i].Data = []byte(q + "\n\n" + got + "\n")
			} else if strings.TrimRight(want, "\n") != strings.TrimRight(got, "\n") {
				t.Errorf("%s: %s\n%s\ngot:\n%s\nwant:\n%s", name, f.Name, q, got, want)
			}
		}
		if *update {
			if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func describe(q string) string {
	n, err := Parse(q)
	if err != nil {
		if hearsay.CodeOf(err) != hearsay.CodeUsage {
			return "not a usage error: " + err.Error()
		}
		return err.Error()
	}
	s := tree(n) + "\n" + Print(n)
	if simple := Simplify(n); !Equal(n, simple) {
		s += "\nsimply " + Print(simple)
	}
	return s
}

func tree(n Node) string {
	at := fmt.Sprintf("@%d-%d", n.At().Start, n.At().End)
	all := func(name string, parts []Node) string {
		s := "(" + name + at
		for _, p := range parts {
			s += " " + tree(p)
		}
		return s + ")"
	}
	switch n := n.(type) {
	case *And:
		return all("and", n.Of)
	case *Or:
		return all("or", n.Of)
	case *Not:
		return all("not", []Node{n.Of})
	case *Word:
		return n.Text + at
	case *Phrase:
		return fmt.Sprintf("%q%s", n.Text, at)
	case *Field:
		return fmt.Sprintf("%s=%q%s", n.Name, n.Value, at)
	}
	return "?"
}

// TestPrintedParses: Parse(Print(q)) is q, for random trees and their simple
// forms.
func TestPrintedParses(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		n := random(rnd, 4)
		reads(t, n)
		reads(t, Simplify(n))
	}
}

func reads(t *testing.T, n Node) {
	t.Helper()
	printed := Print(n)
	back, err := Parse(printed)
	if err != nil {
		t.Fatalf("%s: %v", printed, err)
	}
	if !Equal(n, back) {
		t.Fatalf("%s\nwas  %s\nread %s", printed, tree(n), tree(back))
	}
}

func random(rnd *rand.Rand, depth int) Node {
	leaf := func(words ...string) string { return words[rnd.IntN(len(words))] }
	several := func() []Node {
		parts := make([]Node, 2+rnd.IntN(2))
		for i := range parts {
			parts[i] = random(rnd, depth-1)
		}
		return parts
	}
	kind := rnd.IntN(8)
	if depth == 0 {
		kind = 3 + rnd.IntN(5)
	}
	switch kind {
	case 0:
		return &And{Of: several()}
	case 1:
		return &Or{Of: several()}
	case 2:
		return &Not{Of: random(rnd, depth-1)}
	case 3:
		return &Phrase{Text: leaf("port was closed", "OR", "أبو قاسم", "(a)", "x:y")}
	case 4:
		return &Field{Name: Speaker, Value: leaf("Ada Lund", "brede", "الميناء", "a (b)")}
	case 5:
		return &Field{Name: Stance, Value: leaf("denies", "asserts")}
	}
	return &Word{Text: leaf("strike", "don't", "well-known", "12:30", "…and", "or", "الميناء")}
}

// TestSimplifyKeepsMeaning: a tree and its simple form hold for the same sets
// of words.
func TestSimplifyKeepsMeaning(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		n := random(rnd, 4)
		simple := Simplify(n)
		for range 10 {
			world := rnd.Uint64()
			if holds(n, world) != holds(simple, world) {
				t.Fatalf("%s is not %s", Print(n), Print(simple))
			}
		}
		if again := Simplify(simple); !Equal(again, simple) {
			t.Fatalf("%s simplifies again to %s", Print(simple), Print(again))
		}
	}
}

// holds gives every leaf a truth value that depends on its text and world.
func holds(n Node, world uint64) bool {
	switch n := n.(type) {
	case *And:
		for _, p := range n.Of {
			if !holds(p, world) {
				return false
			}
		}
		return true
	case *Or:
		for _, p := range n.Of {
			if holds(p, world) {
				return true
			}
		}
		return false
	case *Not:
		return !holds(n.Of, world)
	}
	h := world
	for _, c := range Print(n) {
		h = h*1099511628211 + uint64(c)
	}
	return h>>33&1 == 1
}

// FuzzParse: nothing panics, places lie inside the query, and what is printed
// reads back.
func FuzzParse(f *testing.F) {
	for _, name := range []string{"testdata/good.txtar", "testdata/bad.txtar"} {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			q, _, _ := strings.Cut(string(file.Data), "\n\n")
			f.Add(q)
		}
	}
	f.Fuzz(func(t *testing.T, q string) {
		n, err := Parse(q)
		if err != nil {
			if hearsay.CodeOf(err) != hearsay.CodeUsage {
				t.Fatalf("%q: %v", q, err)
			}
			return
		}
		leaves, _ := Leaves(n)
		for _, l := range leaves {
			if at := l.At(); at.Start < 0 || at.End > len(strings.ToValidUTF8(q, "\uFFFD")) || at.IsEmpty() {
				t.Fatalf("%q: %s stands at %v", q, Print(l), at)
			}
		}
		reads(t, n)
		reads(t, Simplify(n))
	})
}
