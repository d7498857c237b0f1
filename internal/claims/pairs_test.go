package claims

import (
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// Pairs of a query and a statement live in testdata/pairs: train.txt to learn
// from, heldout.txt to be scored on. These tests check their form alone.

// A labelledPair is one line: whether a statement speaks of what a query says.
type labelledPair struct{ label, phenomenon, query, statement string }

var pairLabels = []string{"same", "denies", "other"}

// readPairs reads one file of pairs; a line of another form fails the test.
func readPairs(t testing.TB, name string) []labelledPair {
	t.Helper()
	raw, err := os.ReadFile("testdata/pairs/" + name)
	if err != nil {
		t.Fatal(err)
	}
	if !utf8.Valid(raw) {
		t.Fatalf("%s is not UTF-8", name)
	}
	var pairs []labelledPair
	for i, line := range strings.Split(strings.TrimSuffix(string(raw), "\n"), "\n") {
		f := strings.Split(line, "\t")
		if len(f) != 4 {
			t.Fatalf("%s:%d: %d fields, want 4: %q", name, i+1, len(f), line)
		}
		pairs = append(pairs, labelledPair{f[0], f[1], f[2], f[3]})
	}
	return pairs
}

// TestPairsForm checks labels, phenomena, lengths and that no pair is given twice.
func TestPairsForm(t *testing.T) {
	phenomenon := regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	seen := map[[2]string]bool{}
	for _, name := range []string{"train.txt", "heldout.txt"} {
		for _, p := range readPairs(t, name) {
			key := [2]string{strings.ToLower(p.query), strings.ToLower(p.statement)}
			switch {
			case !slices.Contains(pairLabels, p.label):
				t.Errorf("%s: unknown label %q: %v", name, p.label, p)
			case !phenomenon.MatchString(p.phenomenon):
				t.Errorf("%s: phenomenon %q: %v", name, p.phenomenon, p)
			case p.query != strings.TrimSpace(p.query) || p.statement != strings.TrimSpace(p.statement):
				t.Errorf("%s: blanks at the edge: %v", name, p)
			case !between(p.query, 5, 20) || !between(p.statement, 3, 45):
				t.Errorf("%s: too short or too long: %v", name, p)
			case key[0] == key[1] || seen[key]:
				t.Errorf("%s: says the same twice: %v", name, p)
			}
			seen[key] = true
		}
	}
}

func between(s string, least, most int) bool {
	n := len(strings.Fields(s))
	return least <= n && n <= most
}

// TestPairsApart keeps what is scored out of what is learned from: the sets
// share no query and no statement.
func TestPairsApart(t *testing.T) {
	learned := map[string]bool{}
	for _, p := range readPairs(t, "train.txt") {
		learned[strings.ToLower(p.query)], learned[strings.ToLower(p.statement)] = true, true
	}
	for _, p := range readPairs(t, "heldout.txt") {
		if learned[strings.ToLower(p.query)] || learned[strings.ToLower(p.statement)] {
			t.Errorf("in both sets: %v", p)
		}
	}
}

// TestPairsCounts holds the tables at the end of the README to the files.
func TestPairsCounts(t *testing.T) {
	const path, heading = "testdata/pairs/README.md", "## Counts\n\n"
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text, _, found := strings.Cut(string(raw), heading)
	if !found {
		t.Fatalf("%s has no counts", path)
	}
	want := text + heading + pairCounts(readPairs(t, "train.txt"), readPairs(t, "heldout.txt"))
	if *update {
		err = os.WriteFile(path, []byte(want), 0o644)
	} else if want != string(raw) {
		t.Errorf("the counts in %s differ from the files; rewrite them with -update", path)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// pairCounts is a table of both sets by label and one by phenomenon.
func pairCounts(train, heldout []labelledPair) string {
	var b strings.Builder
	b.WriteString("| | train.txt | heldout.txt |\n|---|---:|---:|\n")
	row := func(title string, of func(labelledPair) string, value string) {
		fmt.Fprintf(&b, "| %s | %d | %d |\n", title, tally(train, of)[value], tally(heldout, of)[value])
	}
	queries := func(p labelledPair) string { return p.query }
	fmt.Fprintf(&b, "| queries | %d | %d |\n", len(tally(train, queries)), len(tally(heldout, queries)))
	row("pairs", func(labelledPair) string { return "" }, "")
	for _, l := range pairLabels {
		row("`"+l+"`", func(p labelledPair) string { return p.label }, l)
	}
	kind := func(p labelledPair) string { return "`" + p.label + "` " + p.phenomenon }
	kinds := tally(slices.Concat(train, heldout), kind)
	b.WriteString("\n| phenomenon | train.txt | heldout.txt |\n|---|---:|---:|\n")
	for _, k := range slices.Sorted(maps.Keys(kinds)) {
		row(k, kind, k)
	}
	return b.String()
}

func tally(pairs []labelledPair, of func(labelledPair) string) map[string]int {
	counts := map[string]int{}
	for _, p := range pairs {
		counts[of(p)]++
	}
	return counts
}
