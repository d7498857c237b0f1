package claims

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"hearsay/internal/text"
)

// meansAt is the probability from which trace counts a statement.
const meansAt = 0.7

// pairs scores both files of pairs: how many get their label, by label and by
// phenomenon. The names of the query stand near the statement, as they would in
// its report; nothing else does.
func (m measure) pairs(t *testing.T) string {
	scorer, err := LoadScorer()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString("pairs of query and statement: labels right, by the scorer and the polarity\n")
	for _, name := range []string{"train.txt", "heldout.txt"} {
		right, all := map[string]int{}, map[string]int{}
		for _, p := range readPairs(t, name) {
			for _, kind := range []string{"", p.label, p.label + " " + p.phenomenon} {
				all[kind]++
				if m.label(scorer, p) == p.label {
					right[kind]++
				}
			}
		}
		fmt.Fprintf(&b, "\n%s\n\n", name)
		for _, kind := range slices.Sorted(maps.Keys(all)) {
			fmt.Fprintf(&b, "%-26s %4d of %4d\n", or(kind, "all"), right[kind], all[kind])
		}
	}
	return b.String()
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// label is what the program says of a pair.
func (m measure) label(scorer *Scorer, p labelledPair) string {
	doc := text.Parse(p.query, "en")
	m.model.Tag(doc)
	asked, said := m.Question(doc), m.proposition(p.statement)
	near := map[string]bool{}
	for _, term := range asked.Terms {
		if term.Kind == Name {
			near[term.Text] = true
		}
	}
	e := m.Weigh(asked, said, Setting{Near: near, Report: near})
	switch {
	case e.Elsewhere() || scorer.Score(e) < meansAt:
		return "other"
	case m.Opposite(asked.Proposition, said):
		return "denies"
	}
	return "same"
}
