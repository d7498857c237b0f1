package intake

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"hearsay"
)

// docxParagraphs reads the paragraphs of a document's main part. Deleted text
// of tracked changes is left out, inserted text is kept.
func docxParagraphs(content []byte, styles map[string]hearsay.BlockKind) ([]docPara, error) {
	d := xml.NewDecoder(bytes.NewReader(content))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	b := docxBody{styles: styles}
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.paras, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := tok.(type) {
		case xml.StartElement:
			if skip := b.start(t); skip {
				if err := d.Skip(); err != nil {
					return nil, err
				}
			}
		case xml.EndElement:
			b.end(t.Name.Local)
		case xml.CharData:
			if b.inText {
				b.cur.Write(t)
			}
		}
	}
}

// docxBody is the state of reading a document.
type docxBody struct {
	styles map[string]hearsay.BlockKind
	paras  []docPara
	cur    strings.Builder
	kind   hearsay.BlockKind
	inText bool
	rows   int // nested table rows that are open
	cells  int // cells begun in the open row
}

func (b *docxBody) start(t xml.StartElement) (skip bool) {
	switch t.Name.Local {
	case "del", "delText", "instrText", "footnoteReference", "endnoteReference", "commentReference", "moveFrom", "Fallback":
		return true
	case "p":
		if b.rows == 0 {
			b.flush()
			b.kind = hearsay.BlockParagraph
		} else if b.cur.Len() > 0 {
			b.cur.WriteByte(' ')
		}
	case "tr":
		if b.rows == 0 {
			b.flush()
			b.kind, b.cells = hearsay.BlockListItem, 0
		}
		b.rows++
	case "tc":
		if b.cells++; b.cells > 1 {
			b.cur.WriteString(" |")
		}
	case "pStyle":
		if kind := b.styles[attrOf(t, "val")]; kind != "" && b.rows == 0 {
			b.kind = kind
		}
	case "numPr":
		if b.kind == hearsay.BlockParagraph {
			b.kind = hearsay.BlockListItem
		}
	case "t":
		b.inText = true
	case "tab":
		b.cur.WriteByte(' ')
	case "br", "cr":
		b.cur.WriteByte('\n')
	case "noBreakHyphen":
		b.cur.WriteByte('-')
	}
	return false
}

func (b *docxBody) end(name string) {
	switch name {
	case "t":
		b.inText = false
	case "p":
		if b.rows == 0 {
			b.flush()
		}
	case "tr":
		if b.rows--; b.rows == 0 {
			b.flush()
		}
	}
}

func (b *docxBody) flush() {
	if s := strings.TrimSpace(withoutInvisibleLines(b.cur.String())); strings.Trim(s, " |\n") != "" {
		b.paras = append(b.paras, docPara{text: s, kind: b.kind})
	}
	b.cur.Reset()
	b.kind = hearsay.BlockParagraph
}

// withoutInvisibleLines drops invisible characters and blank lines: a blank
// line would part the paragraph.
func withoutInvisibleLines(s string) string {
	var out []string
	for line := range strings.SplitSeq(s, "\n") {
		if line = strings.TrimSpace(withoutInvisible(line)); line != "" {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}

func attrOf(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
