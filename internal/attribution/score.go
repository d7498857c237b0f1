package attribution

import (
	"fmt"
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

// Part is one of the three spans of an attribution.
type Part int

const (
	PartSource Part = iota
	PartCue
	PartContent
	parts
)

var partNames = [parts]string{"source", "cue", "content"}

func (p Part) String() string { return partNames[p] }

// Tally counts what is right, what was found and what is to be found.
type Tally struct{ Right, Found, Gold int }

// Precision is the share of what was found that is right, 0 to 1.
func (t Tally) Precision() float64 { return share(t.Right, t.Found) }

// Recall is the share of what is to be found that was found, 0 to 1.
func (t Tally) Recall() float64 { return share(t.Right, t.Gold) }

// F1 is the harmonic mean of precision and recall, 0 to 1.
func (t Tally) F1() float64 { return share(2*t.Right, t.Found+t.Gold) }

func share(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// Score is how found attributions agree with gold ones, over any number of
// reports. Only the outermost level counts: attributions with a Parent are
// left out on both sides.
//
//   - Exact: a span is right when gold has the same span, all its pieces
//     alike. A source of several attributions counts once.
//   - Token: a word is right when gold has it in a span of the same part.
//   - Triple: source, cue and content all exact and of one attribution.
//   - Kinds: recall of gold contents by kind, exact and overlapping.
type Score struct {
	Exact, Token [parts]Tally
	Triple       Tally
	Kinds        map[hearsay.Kind]*KindRecall
	Reports      int
	Tokens       int
}

// KindRecall counts the gold contents of a kind and how many were found.
type KindRecall struct{ Gold, Exact, Overlapping int }

// Add scores one report.
func (s *Score) Add(doc *text.Document, gold, found []hearsay.Attribution) {
	s.Reports++
	s.Tokens += len(doc.Tokens)
	gold, found = outermost(gold), outermost(found)
	for part := range parts {
		g, f := spanSet(gold, part), spanSet(found, part)
		s.Exact[part].add(g, f)
		s.Token[part].add(tokenSet(doc, gold, part), tokenSet(doc, found, part))
	}
	s.Triple.add(tripleSet(gold), tripleSet(found))
	s.addKinds(doc, gold, found)
}

func outermost(as []hearsay.Attribution) []hearsay.Attribution {
	return slices.DeleteFunc(slices.Clone(as), func(a hearsay.Attribution) bool { return a.Parent != "" })
}

func (t *Tally) add(gold, found map[string]bool) {
	t.Gold += len(gold)
	t.Found += len(found)
	for k := range found {
		if gold[k] {
			t.Right++
		}
	}
}

func partOf(a hearsay.Attribution, part Part) []hearsay.Span {
	return [parts][]hearsay.Span{a.Source, a.Cue, a.Content}[part]
}

func spanSet(as []hearsay.Attribution, part Part) map[string]bool {
	set := map[string]bool{}
	for _, a := range as {
		if spans := partOf(a, part); len(spans) > 0 {
			set[fmt.Sprint(spans)] = true
		}
	}
	return set
}

func tripleSet(as []hearsay.Attribution) map[string]bool {
	set := map[string]bool{}
	for _, a := range as {
		set[fmt.Sprint(a.Source, a.Cue, a.Content)] = true
	}
	return set
}

func tokenSet(doc *text.Document, as []hearsay.Attribution, part Part) map[string]bool {
	set := map[string]bool{}
	for _, a := range as {
		for _, span := range partOf(a, part) {
			first, last := doc.TokensIn(span)
			for t := first; t < last; t++ {
				if k := doc.Tokens[t].Kind; k == text.Word || k == text.Number {
					set[fmt.Sprint(t)] = true
				}
			}
		}
	}
	return set
}

func (s *Score) addKinds(doc *text.Document, gold, found []hearsay.Attribution) {
	if s.Kinds == nil {
		s.Kinds = map[hearsay.Kind]*KindRecall{hearsay.Direct: {}, hearsay.Indirect: {}, hearsay.Mixed: {}}
	}
	exact := spanSet(found, PartContent)
	for _, g := range gold {
		k := s.Kinds[KindOf(doc, g.Content)]
		k.Gold++
		if exact[fmt.Sprint(g.Content)] {
			k.Exact++
		}
		if overlapsAny(g.Content, found) {
			k.Overlapping++
		}
	}
}

func overlapsAny(content []hearsay.Span, found []hearsay.Attribution) bool {
	for _, f := range found {
		for _, a := range f.Content {
			for _, b := range content {
				if a.Overlaps(b) {
					return true
				}
			}
		}
	}
	return false
}

// KindOf says how the words of a content stand to the quotation marks of doc.
func KindOf(doc *text.Document, content []hearsay.Span) hearsay.Kind {
	var pieces [][2]int
	for _, span := range content {
		first, last := doc.TokensIn(span)
		pieces = append(pieces, [2]int{first, last})
	}
	return kindOf(doc, pieces)
}

// String is the score as a table, figures in per cent.
func (s *Score) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d reports, %d tokens\n\n", s.Reports, s.Tokens)
	fmt.Fprintf(&b, "%-16s %8s %8s %8s\n", "", "P", "R", "F1")
	row := func(name string, t Tally) {
		fmt.Fprintf(&b, "%-16s %8.1f %8.1f %8.1f\n", name, 100*t.Precision(), 100*t.Recall(), 100*t.F1())
	}
	for part := range parts {
		row("exact "+part.String(), s.Exact[part])
	}
	row("exact triple", s.Triple)
	for part := range parts {
		row("token "+part.String(), s.Token[part])
	}
	fmt.Fprintf(&b, "\n%-16s %8s %8s %8s\n", "gold contents", "number", "exact", "overlap")
	for _, k := range []hearsay.Kind{hearsay.Direct, hearsay.Mixed, hearsay.Indirect} {
		if r := s.Kinds[k]; r != nil {
			fmt.Fprintf(&b, "%-16s %8d %8.1f %8.1f\n", k, r.Gold, 100*share(r.Exact, r.Gold), 100*share(r.Overlapping, r.Gold))
		}
	}
	return b.String()
}
