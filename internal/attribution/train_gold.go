package attribution

import (
	"slices"

	"hearsay/internal/text"
)

// goldSpans are the annotated attributions of a document in tokens.
type goldSpans struct {
	labels  []uint8
	pieces  map[span]bool
	triples []goldTriple
}

type goldTriple struct{ source, cue, content [][2]int }

// newGold lays the outermost annotation of a over the tokens of doc. Where pieces
// overlap, a cue comes before a source and a source before a content; the other
// is left out.
func newGold(doc *text.Document, a *Annotated) *goldSpans {
	g := &goldSpans{labels: make([]uint8, len(doc.Tokens)), pieces: map[span]bool{}}
	for _, x := range outermost(a.Gold) {
		var t goldTriple
		for part, out := range [parts]*[][2]int{&t.source, &t.cue, &t.content} {
			for _, s := range partOf(x, Part(part)) {
				if first, last := doc.TokensIn(s); first < last {
					*out = append(*out, [2]int{first, last})
				}
			}
		}
		g.triples = append(g.triples, t)
	}
	for _, part := range []Part{PartCue, PartSource, PartContent} {
		for _, t := range g.triples {
			for _, piece := range [parts][][2]int{t.source, t.cue, t.content}[part] {
				g.add(part, piece)
			}
		}
	}
	return g
}

func (g *goldSpans) add(part Part, piece [2]int) {
	for t := piece[0]; t < piece[1]; t++ {
		if g.labels[t] != labelOut {
			return
		}
	}
	g.pieces[span{part, piece[0], piece[1]}] = true
	for t := piece[0]; t < piece[1]; t++ {
		g.labels[t] = insideOf(part)
	}
	g.labels[piece[0]] = beginOf(part)
}

// linked tells whether one annotated attribution has both the cue and the span.
func (g *goldSpans) linked(cue, x span) bool {
	for _, t := range g.triples {
		part := t.source
		if x.part == PartContent {
			part = t.content
		}
		if slices.Contains(t.cue, [2]int{cue.from, cue.to}) && slices.Contains(part, [2]int{x.from, x.to}) {
			return true
		}
	}
	return false
}
