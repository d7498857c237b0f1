package names

import (
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/text"
)

// BenchmarkResolve reads one long report: its speed must not fall with its
// length.
func BenchmarkResolve(b *testing.B) {
	const page = `Marta Quill, 54, who chairs the Upland Forestry Commission, said on Friday that the trees were sick. She had
counted them herself, she said. “I saw it with my own eyes,” Quill told the Velm Courier. The commission's spokesman, Bo Tarn,
denied that anybody was to blame, and the ministry said nothing. A person briefed on the plan said that it would cost nine
million crowns. The person, who asked not to be named, gave no date. Residents of Lower Velm heard of it on the radio.

`
	for _, size := range []struct {
		name  string
		pages int
	}{{"short", 5}, {"long", 200}} {
		b.Run(size.name, func(b *testing.B) {
			r := &hearsay.Report{Text: strings.Repeat(page, size.pages), Outlet: "The Velm Courier"}
			doc := text.Analyze(r)
			tagger(b).Tag(doc)
			attrs := sourcesOf(r.Text, "Marta Quill, 54, who chairs the Upland Forestry Commission", "she", "Quill",
				"The commission's spokesman, Bo Tarn,", "the ministry", "A person briefed on the plan", "The person, who asked not to be named,")
			known := NewOutlets([]hearsay.Outlet{{Name: "The Velm Courier"}})
			for b.Loop() {
				Resolve(doc, r, attrs, known)
			}
			b.ReportMetric(float64(len(doc.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}

// sourcesOf makes an attribution of every place where the words stand.
func sourcesOf(body string, words ...string) []hearsay.Attribution {
	var attrs []hearsay.Attribution
	for _, w := range words {
		for from := 0; ; {
			i := strings.Index(body[from:], w)
			if i < 0 {
				break
			}
			from += i + len(w)
			attrs = append(attrs, hearsay.Attribution{Source: []hearsay.Span{{Start: from - len(w), End: from}}})
		}
	}
	return attrs
}
