package intake

import (
	"strings"

	"hearsay"
)

// docPara is a paragraph of a document with pages: a PDF or DOCX.
type docPara struct {
	text string
	kind hearsay.BlockKind
}

// describeDocument makes rep's text of paragraphs, and reads masthead, title
// and signature from it as from a plain text. What the format itself says of a
// paragraph wins over what its words look like.
func describeDocument(rep *hearsay.Report, paras []docPara) {
	var s strings.Builder
	kinds := map[int]hearsay.BlockKind{} // by offset
	for _, p := range paras {
		if p.text = strings.TrimSpace(p.text); p.text == "" {
			continue
		}
		if s.Len() > 0 {
			s.WriteString("\n\n")
		}
		kinds[s.Len()] = p.kind
		s.WriteString(p.text)
	}
	path := rep.URL
	describeText(rep, s.String())
	rep.URL = orFirst(path, rep.URL)
	for i := range rep.Blocks {
		b := &rep.Blocks[i]
		if kind := kinds[b.Span.Start]; kind != "" && kind != hearsay.BlockParagraph && b.Kind != hearsay.BlockMasthead {
			b.Kind = kind
		}
	}
	if rep.Title == "" {
		rep.Title = firstHeading(rep)
	}
	rep.Channel = hearsay.ChannelScan
}

func firstHeading(rep *hearsay.Report) string {
	for _, b := range rep.Blocks {
		if b.Kind == hearsay.BlockHeading {
			return b.Span.Of(rep.Text)
		}
	}
	return ""
}

// isFileTitle tells whether a document's own title is only what the program
// that wrote it made up: "Microsoft Word - statement_v3.doc".
func isFileTitle(s string) bool {
	low := strings.ToLower(s)
	return s == "" || strings.HasPrefix(low, "microsoft word") || strings.HasPrefix(low, "untitled") || strings.HasPrefix(low, "document") && len(low) < 12 ||
		strings.HasSuffix(low, ".doc") || strings.HasSuffix(low, ".docx") || strings.HasSuffix(low, ".pdf") || strings.HasSuffix(low, ".odt") || !strings.Contains(s, " ")
}
