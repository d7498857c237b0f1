package attribution

import (
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/syntax"
	"hearsay/internal/text"
)

// benchText is invented news prose of about 500 words.
var benchText = strings.Repeat(`The harbour board said on Monday that the north crane would stay closed until May. “We found rust in two of the bolts,” said Ada Farr, 54, who chairs the board. “Nobody was hurt, and nobody will be.”

Union leaders disputed that. A crane driver who asked not to be named told the Lisse Courier that the bolts had been reported in March, and that he had heard of it from a cleaner. The board declined to comment on what it called gossip.

The crane, built in 1961, lifts about forty containers an hour and is thought to be the oldest of its kind. It stands at the end of a street of low houses where the children keep rabbits.

`, 4)

// BenchmarkAttribute is the engine alone, on a document that has its tags.
func BenchmarkAttribute(b *testing.B) {
	r := &hearsay.Report{Text: benchText, Lang: "en"}
	doc := text.Analyze(r)
	if m, err := syntax.Load(); err == nil {
		m.Tag(doc)
	}
	b.ReportAllocs()
	for b.Loop() {
		Read(doc, r, Options{})
	}
	b.ReportMetric(float64(len(doc.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkRead goes from raw text to attributions, with trees and the fast way.
// Its cost a token is to be the same for every length, for a text of one line
// too: "long" has a hundred thousand words, "longest" a million.
func BenchmarkRead(b *testing.B) {
	m, err := syntax.Load()
	if err != nil {
		b.Fatal(err)
	}
	line := strings.ReplaceAll(benchText, "\n", " ")
	for _, x := range []struct {
		name, text string
		trees      bool
	}{
		{"article", benchText, true},
		{"article-fast", benchText, false},
		{"line", strings.Repeat(line, 100), true},
		{"long", strings.Repeat(benchText, 215), true},
		{"long-fast", strings.Repeat(benchText, 215), false},
		{"longest", strings.Repeat(benchText, 2150), true},
	} {
		b.Run(x.name, func(b *testing.B) {
			r := &hearsay.Report{Text: x.text, Lang: "en"}
			b.ReportAllocs()
			tokens := 0
			for b.Loop() {
				doc, _ := reader{model: m, trees: x.trees}.read(r)
				tokens += len(doc.Tokens)
			}
			b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}
