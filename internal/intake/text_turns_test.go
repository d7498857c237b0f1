package intake

import (
	"testing"

	"hearsay"
)

// TestMarkTurns: the lines of a chat are paragraphs, and a line with a colon
// that stands once is a heading still.
func TestMarkTurns(t *testing.T) {
	const text = "Lost in the fog\n\nWe publish this as it was.\n\nWho had it: a list\n\nMo K: who has the map\n\nbee_joe: define map\n\nMo K: the thing on the bus\n\nbee_joe: oh\n"
	layout := layOutText(text)
	want := map[string]hearsay.BlockKind{
		"Who had it: a list": hearsay.BlockHeading, "Mo K: who has the map": hearsay.BlockParagraph, "bee_joe: oh": hearsay.BlockParagraph,
	}
	for _, b := range layout.blocks {
		if kind, ok := want[b.Span.Of(text)]; ok && b.Kind != kind {
			t.Errorf("%q is a %s, want a %s", b.Span.Of(text), b.Kind, kind)
		}
	}
}
