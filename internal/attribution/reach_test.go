package attribution

import (
	"slices"
	"testing"

	"hearsay"
	"hearsay/internal/syntax"
	"hearsay/internal/text"
)

// TestReachTellsWhatIsTakenIn: two contents with the same words at both edges
// look different by what one of them breaks at and takes in.
func TestReachTellsWhatIsTakenIn(t *testing.T) {
	model, err := syntax.Load()
	if err != nil {
		t.Fatal(err)
	}
	features := func(body string) []uint32 {
		r := &hearsay.Report{Text: body, Lang: "en"}
		doc := text.Analyze(r)
		model.Tag(doc)
		s := newScanner(doc, r)
		trees := model.Parse(doc)
		f := spanFeatures{tokenFeatures: tokenFeatures{v: newView(s, &trees, s.spokenBlocks())}, part: PartContent}
		f.open(0, len(doc.Tokens))
		f.cs = []candidate{{span: span{PartContent, 2, len(doc.Tokens) - 1}, chance: 0.5, rule: -1}}
		findTops(f.v.tree, f.cs)
		f.breaks(&f.cs[0])
		return slices.Clone(f.out)
	}
	plain := features("Mara said that the old pier behind the market would close in May.")
	broken := features("Mara said that the old pier would close, the clerk added in May.")
	if len(broken) <= len(plain) {
		t.Errorf("a break inside says nothing: %d features, %d without", len(broken), len(plain))
	}
}
