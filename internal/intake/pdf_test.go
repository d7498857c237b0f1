package intake

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/racetest"
)

// makePDF writes a PDF with one line of text per entry of each page, in
// Helvetica. A line "# x" is set large.
func makePDF(info string, pages ...[]string) []byte {
	var b bytes.Buffer
	var offsets []int
	object := func(s string) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(offsets), s)
	}
	b.WriteString("%PDF-1.4\n")
	var kids strings.Builder
	for i := range pages {
		fmt.Fprintf(&kids, "%d 0 R ", 5+2*i)
	}
	object("<< /Type /Catalog /Pages 2 0 R >>")
	object(fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", kids.String(), len(pages)))
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
	object("<< " + info + " >>")
	for i, lines := range pages {
		var s strings.Builder
		y := 780
		for _, l := range lines {
			size := 11
			if rest, ok := strings.CutPrefix(l, "# "); ok {
				l, size = rest, 20
			}
			if l != "" {
				fmt.Fprintf(&s, "BT /F1 %d Tf 72 %d Td (%s) Tj ET\n", size, y, strings.NewReplacer("(", `\(`, ")", `\)`).Replace(l))
			}
			y -= 14
		}
		object(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>", 6+2*i))
		object(fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", s.Len(), s.String()))
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer << /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, at)
	return b.Bytes()
}

// readOne reads an input that must give exactly one report or problem.
func readOne(t testing.TB, r *Reader, in Input) (*hearsay.Report, error) {
	t.Helper()
	var rep *hearsay.Report
	var problem error
	n := 0
	r.Read(in, func(p *hearsay.Report, err error) bool {
		rep, problem = p, err
		n++
		return true
	})
	if n != 1 {
		t.Fatalf("%s gave %d reports and problems, want 1", in.Path, n)
	}
	if rep != nil {
		if err := rep.Validate(); err != nil {
			t.Fatal(err)
		}
	}
	return rep, problem
}

func TestReadPDF(t *testing.T) {
	if racetest.Enabled {
		t.Skip("its engine takes minutes to start there")
	}
	var r Reader
	defer r.Close()
	statement := makePDF("/Title (Microsoft Word - draft.doc) /Author (Maro Lind) /CreationDate (D:20150306101500+02'00')",
		[]string{"Ferry Board circular 12", "", "# Night ferry to stop", "", "The Ferry Board said on Friday that the night ferry would stop run-",
			"ning at the end of the month, because nobody uses it.", "", "\"Nine passengers in a week is not a service,\" the chairwoman, Ida", "Storm, said. The long-serving crew will be moved to the day boat, and the", "old vessel is to be sold. The long-", "1"},
		[]string{"Ferry Board circular 12", "", "serving captain, Piet Olm, asked for the bell.", "", "The council was not asked.", "", "2"})
	rep, err := readOne(t, &r, Input{Path: "circular.pdf", Bytes: statement})
	if err != nil {
		t.Fatal(err)
	}
	want := "Night ferry to stop\n\n" +
		"The Ferry Board said on Friday that the night ferry would stop running at the end of the month, because nobody uses it.\n\n" +
		"\"Nine passengers in a week is not a service,\" the chairwoman, Ida Storm, said. The long-serving crew will be moved to the day boat, and the old vessel is to be sold. The long-serving captain, Piet Olm, asked for the bell.\n\n" +
		"The council was not asked."
	if rep.Text != want {
		t.Errorf("text:\n%s\nwant:\n%s", rep.Text, want)
	}
	if rep.Title != "Night ferry to stop" || rep.Byline != "Maro Lind" || rep.Published.Day() != "2015-03-06" {
		t.Errorf("title %q, byline %q, published %s", rep.Title, rep.Byline, rep.Published.Day())
	}

	for name, b := range map[string][]byte{
		"cut off":       statement[:len(statement)/2],
		"damaged":       append([]byte("%PDF-1.4\n"+strings.Repeat("no objects here ", 50)), "%%EOF"...),
		"holds picture": makePDF("", []string{""}),
	} {
		_, err := readOne(t, &r, Input{Path: "bad.pdf", Bytes: b})
		if err == nil || !strings.Contains(err.Error(), strings.Fields(name)[0]) || hearsay.CodeOf(err) != hearsay.CodeUnreadable {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzPDFLines(f *testing.F) {
	f.Add("one line\nanother-\nline", 100.0, 14.0)
	f.Fuzz(func(t *testing.T, s string, top, step float64) {
		var runs []pdfRun
		for i, l := range strings.Split(s, "\n") {
			y := top - float64(i)*step
			runs = append(runs, pdfRun{text: strings.ToValidUTF8(l, ""), left: 72, right: 72 + float64(len(l)), top: y, bottom: y - 10})
		}
		rep := newReport(Input{Path: "f.pdf"}, FormatPDF, []byte(s))
		describeDocument(rep, pdfParagraphs([][]pdfRun{runs, runs}))
		if err := rep.Validate(); err != nil {
			t.Error(err)
		}
	})
}
