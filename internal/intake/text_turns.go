package intake

import (
	"strings"

	"hearsay"
)

// markTurns makes paragraphs of the lines of a chat: what stands behind a label
// that begins other lines too is no heading, though no full stop ends it.
func markTurns(lines []textLine, paras []paragraph) {
	times := map[string]int{}
	for _, p := range paras {
		if label := turnLabel(lines[p.first].text); label != "" {
			times[label]++
		}
	}
	for i := range paras {
		p := &paras[i]
		if p.kind == hearsay.BlockHeading && times[turnLabel(lines[p.first].text)] > 1 {
			p.kind = hearsay.BlockParagraph
		}
	}
}

// turnLabel is who speaks in a line "Mo K: define map", "" where nobody does.
func turnLabel(line string) string {
	const longest = 24
	label, said, ok := strings.Cut(line, ": ")
	if !ok || len(label) > longest || strings.TrimSpace(said) == "" || len(strings.Fields(label)) > 3 {
		return ""
	}
	return label
}
