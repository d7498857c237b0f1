package attribution

import (
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/syntax"
	"hearsay/internal/text"
)

// TestUnclaimed: what the model leaves out of an utterance is an utterance
// of its own, in a letter too.
func TestUnclaimed(t *testing.T) {
	model, err := syntax.Load()
	if err != nil {
		t.Fatal(err)
	}
	r := &hearsay.Report{Lang: "en", Text: "Jean asked him if he had ever carried a wet nappy a quarter of a mile. He went rather red. \"I don't have children.\" \"No,\" said my neighbour. \"You won't, either, with that attitude.\""}
	r.Blocks = []hearsay.Block{{Span: hearsay.Span{End: len(r.Text)}, Kind: hearsay.BlockParagraph}}
	doc := text.Analyze(r)
	model.Tag(doc)
	trees := model.Parse(doc)
	attrs, _ := Read(doc, r, Options{Trees: &trees})
	found := 0
	for _, a := range attrs {
		if words := hearsay.Cover(a.Content).Of(r.Text); strings.HasPrefix(words, "\"I don't") {
			found++
			if words != "\"I don't have children.\"" || len(a.Source) > 0 {
				t.Errorf("%q by %v, want the utterance alone and nobody", words, a.Source)
			}
		}
	}
	if found != 1 {
		t.Errorf("found %d times, want once", found)
	}
}
