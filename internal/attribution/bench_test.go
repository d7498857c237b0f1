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

func BenchmarkAttribute(b *testing.B) {
	r := &hearsay.Report{Text: benchText, Lang: "en"}
	doc := text.Analyze(r)
	if m, err := syntax.Load(); err == nil {
		m.Tag(doc)
	}
	b.ReportAllocs()
	for b.Loop() {
		Attribute(doc, r)
	}
	b.ReportMetric(float64(len(doc.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
