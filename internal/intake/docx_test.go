package intake

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"hearsay"
)

// makeDOCX packs a document with the given body and core properties.
func makeDOCX(t testing.TB, body, core string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range []struct{ name, content string }{
		{"[Content_Types].xml", "<Types/>"},
		{"word/document.xml", `<w:document xmlns:w="w"><w:body>` + body + `</w:body></w:document>`},
		{"word/styles.xml", `<w:styles xmlns:w="w"><w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Cit"><w:name w:val="Quote"/></w:style></w:styles>`},
		{"docProps/core.xml", `<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc" xmlns:dcterms="dct">` + core + `</cp:coreProperties>`},
	} {
		w, err := z.Create(f.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(f.content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const docxBodyXML = `<w:p><w:pPr><w:pStyle w:val="Titre1"/></w:pPr><w:r><w:t>Statement on the </w:t></w:r><w:r><w:t>lock gates</w:t></w:r></w:p>
<w:p><w:r><w:t>The canal office denies that the gates were left open, it said on Tuesday in a statement.</w:t></w:r></w:p>
<w:p/>
<w:p><w:pPr><w:pStyle w:val="Cit"/></w:pPr><w:r><w:t>“They were </w:t></w:r><w:del><w:r><w:delText>nearly </w:delText></w:r></w:del><w:r><w:t>shut,” said the keeper.</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Gate one was shut at nine.</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Gate</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Hour</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:r><w:t>Yours sincerely,</w:t><w:br/><w:t>Anselm Rook</w:t></w:r></w:p>`

func TestReadDOCX(t *testing.T) {
	b := makeDOCX(t, docxBodyXML, "<dc:title>draft.docx</dc:title><dc:creator>Anselm Rook</dc:creator><dcterms:created>2015-03-05T09:00:00Z</dcterms:created>")
	rep, err := readOne(t, new(Reader), Input{Path: "a.html", Bytes: b}) // the name lies
	if err != nil {
		t.Fatal(err)
	}
	if rep.Format != "docx" || rep.Title != "Statement on the lock gates" || rep.Byline != "Anselm Rook" || rep.Published.Day() != "2015-03-05" {
		t.Errorf("%s %q %q %s", rep.Format, rep.Title, rep.Byline, rep.Published.Day())
	}
	want := "heading: Statement on the lock gates\n" +
		"paragraph: The canal office denies that the gates were left open, it said on Tuesday in a statement.\n" +
		"quote: “They were shut,” said the keeper.\n" +
		"item: Gate one was shut at nine.\n" +
		"item: Gate | Hour\n" +
		"signature: Yours sincerely,⏎Anselm Rook\n"
	if got := showBlocks(rep); got != want {
		t.Errorf("blocks:\n%swant:\n%s", got, want)
	}
	if _, err := readOne(t, new(Reader), Input{Path: "b.docx", Bytes: b[:len(b)-80]}); err == nil || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("a document that is cut off: %v", err)
	}
}

// showBlocks prints a report's blocks, one a line.
func showBlocks(rep *hearsay.Report) string {
	var s strings.Builder
	for _, b := range rep.Blocks {
		s.WriteString(string(b.Kind) + ": " + strings.ReplaceAll(b.Span.Of(rep.Text), "\n", "⏎") + "\n")
	}
	return s.String()
}

func FuzzDOCXBody(f *testing.F) {
	f.Add([]byte("<w:document xmlns:w='w'>" + docxBodyXML + "</w:document>"))
	f.Fuzz(func(t *testing.T, b []byte) {
		paras, err := docxParagraphs(b, nil)
		if err != nil {
			return
		}
		rep := newReport(Input{Path: "f.docx"}, FormatDOCX, b)
		describeDocument(rep, paras)
		if err := rep.Validate(); err != nil {
			t.Error(err)
		}
	})
}

// TestDOCXMasthead reads whose paper a document is from its first lines, which
// are headed by the institution's name above a date.
func TestDOCXMasthead(t *testing.T) {
	para := func(style, s string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t>` + s + `</w:t></w:r></w:p>`
	}
	prose := para("", "The board has paid no money to the mayor, and it has asked its clerk to open the books.") + para("", "Nobody has come so far.")
	for _, c := range []struct{ body, outlet, title string }{
		{para("Titre1", "Vesk Harbour Board") + para("", "4 May 2021") + para("Titre1", "No money was paid") + prose, "Vesk Harbour Board", "No money was paid"},
		{para("", "Ministry of Salt") + para("", "Vesk, 4 May 2021") + prose, "Ministry of Salt", ""},
		{para("Titre1", "No money was paid") + para("", "4 May 2021") + prose, "", "No money was paid"},
		{para("Titre1", "Open Letter") + para("", "Safaa Ramli") + para("", "4 May 2021") + prose, "Safaa Ramli", ""},
	} {
		rep, err := readOne(t, new(Reader), Input{Path: "a.docx", Bytes: makeDOCX(t, c.body, "")})
		if err != nil {
			t.Fatal(err)
		}
		if rep.Outlet != c.outlet || rep.Title != c.title || rep.Published.Day() != "2021-05-04" {
			t.Errorf("outlet %q, want %q; title %q, want %q; %s\n%s", rep.Outlet, c.outlet, rep.Title, c.title, rep.Published.Day(), showBlocks(rep))
		}
	}
}
