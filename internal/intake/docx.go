package intake

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"hearsay"
)

// maxDocument is how many bytes the text of a DOCX may unpack to.
const maxDocument = 64 << 20

// isDOCX tells whether a zip archive is a word processor's document.
func isDOCX(b []byte) bool {
	if bytes.Contains(b[:min(len(b), 4096)], []byte("word/")) {
		return true
	}
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	return err == nil && zipFile(z, "word/document.xml") != nil
}

func zipFile(z *zip.Reader, name string) *zip.File {
	for _, f := range z.File {
		if strings.TrimPrefix(f.Name, "/") == name {
			return f
		}
	}
	return nil
}

// readDOCX reads a word processor's document (ECMA-376): paragraphs, headings,
// list items, table rows, footnotes apart, and who wrote it when.
func (r *Reader) readDOCX(in Input, yield Yield) {
	damaged := func(err error) {
		yield(nil, hearsay.Errorf(hearsay.CodeUnreadable, in.Path, "the document is damaged: %w", err).
			Do("open it in a word processor and save it again, or copy it again"))
	}
	z, err := zip.NewReader(bytes.NewReader(in.Bytes), int64(len(in.Bytes)))
	if err != nil {
		damaged(err)
		return
	}
	content, err := unpack(z, "word/document.xml")
	if err != nil {
		damaged(err)
		return
	}
	paras, err := docxParagraphs(content, docxStyles(z))
	if err != nil {
		damaged(err)
		return
	}
	rep := newReport(in, FormatDOCX, in.Bytes)
	describeDocument(rep, paras)
	if strings.TrimSpace(rep.Text) == "" {
		yield(nil, hearsay.Errorf(hearsay.CodeUnreadable, in.Path, "the document has no text").Do("check that it is the right file"))
		return
	}
	describeProperties(rep, z)
	yield(rep, nil)
}

// unpack reads one file of an archive, up to a cap.
func unpack(z *zip.Reader, name string) ([]byte, error) {
	f := zipFile(z, name)
	if f == nil {
		return nil, fmt.Errorf("%s is missing", name)
	}
	rc, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer rc.Close()
	b, err := io.ReadAll(io.LimitReader(rc, maxDocument+1))
	if err == nil && len(b) > maxDocument {
		return nil, fmt.Errorf("%s unpacks to more than %d MB", name, maxDocument>>20)
	}
	return b, err
}

// describeProperties sets title, author and day from the core properties,
// where the text does not tell them.
func describeProperties(rep *hearsay.Report, z *zip.Reader) {
	b, err := unpack(z, "docProps/core.xml")
	if err != nil {
		return
	}
	var core struct {
		Title   string `xml:"title"`
		Creator string `xml:"creator"`
		Created string `xml:"created"`
	}
	if xml.Unmarshal(b, &core) != nil {
		return
	}
	if t := strings.TrimSpace(core.Title); rep.Title == "" && !isFileTitle(t) {
		rep.Title = t
	}
	rep.Byline = orFirst(rep.Byline, strings.TrimSpace(core.Creator))
	if rep.Published.IsZero() {
		rep.Published = parseDate(core.Created)
	}
}

// docxStyles are the kinds of the paragraph styles by their ids. Ids differ
// from language to language, names do not.
func docxStyles(z *zip.Reader) map[string]hearsay.BlockKind {
	kinds := map[string]hearsay.BlockKind{}
	b, err := unpack(z, "word/styles.xml")
	if err != nil {
		return kinds
	}
	var sheet struct {
		Styles []struct {
			ID   string `xml:"styleId,attr"`
			Name struct {
				Val string `xml:"val,attr"`
			} `xml:"name"`
		} `xml:"style"`
	}
	if xml.Unmarshal(b, &sheet) != nil {
		return kinds
	}
	for _, s := range sheet.Styles {
		kinds[s.ID] = styleKind(s.Name.Val)
	}
	return kinds
}

func styleKind(name string) hearsay.BlockKind {
	low := strings.ToLower(name)
	switch {
	case strings.HasPrefix(low, "heading"), strings.HasPrefix(low, "title"), strings.HasPrefix(low, "subtitle"):
		return hearsay.BlockHeading
	case strings.Contains(low, "quote"), strings.HasPrefix(low, "block text"):
		return hearsay.BlockQuote
	case strings.HasPrefix(low, "caption"):
		return hearsay.BlockCaption
	case strings.HasPrefix(low, "list"):
		return hearsay.BlockListItem
	case strings.HasPrefix(low, "signature"), strings.HasPrefix(low, "closing"):
		return hearsay.BlockSignature
	case strings.HasPrefix(low, "header"), strings.HasPrefix(low, "footer"):
		return hearsay.BlockMasthead
	}
	return hearsay.BlockParagraph
}
