package cli

import (
	"bytes"
	"os"
	"testing"
	"time"

	"github.com/mattn/go-runewidth"

	"hearsay"
	"hearsay/internal/search"
)

// TestFoundPage holds the page of a search, in 80 columns and without colour,
// against testdata/found.txt.
func TestFoundPage(t *testing.T) {
	var out bytes.Buffer
	page{w: &out, width: 80}.found(&search.Result{
		Query: "lorries closed", Statements: 21, Reports: 1, More: true,
		Hits: []search.Hit{
			{Type: "statement", Match: search.Exact, Why: "exact words", By: "Tomas Brede", Stance: hearsay.Asserts,
				Outlet: "The Calder Courier", Published: onDay("2016-03-02"), Path: "docs/courier.html",
				Snippet: search.Snippet{Text: "“the harbour was closed to lorries on Sunday, and on Monday too, until the pilots had come back”",
					Marks: []hearsay.Span{{Start: 19, End: 25}, {Start: 29, End: 36}}}},
			{Type: "statement", Match: search.Form, Why: `"lorry" is another form of "lorries"`, By: "Quay Talk", Stance: hearsay.Denies,
				Outlet: "Quay Talk", Path: "docs/post.txt",
				Snippet: search.Snippet{Text: "no lorry\nwas turned\x1b[2J away", Marks: []hearsay.Span{{Start: 3, End: 8}}, Cut: true}},
			{Type: "report", Match: search.Exact, Why: "exact words", Title: "Closed", Outlet: "Harbour Monitor", Published: onDay("2016-03-01"),
				Path: "docs/monitor.html", Snippet: search.Snippet{Text: "صوت الرصيف"}},
		},
		Facets: search.Facets{
			Speakers: []search.Count{{Value: "Tomas Brede", Count: 12}, {Value: "Mira Sund", Count: 5}},
			Months:   []search.Count{{Value: "2016-02", Count: 1}, {Value: "2016-03", Count: 20}},
		},
	})
	for _, line := range bytes.Split(out.Bytes(), []byte("\n")) {
		if n := runewidth.StringWidth(string(line)); n > 80 {
			t.Errorf("%d columns: %s", n, line)
		}
	}
	want, err := os.ReadFile("testdata/found.txt")
	if err != nil || out.String() != string(want) {
		t.Errorf("the page is not that of testdata/found.txt (%v):\n%s", err, out.String())
	}
}

func onDay(s string) hearsay.Date {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		return hearsay.Date{}
	}
	return hearsay.Date{Time: t, Precision: hearsay.PrecisionDay}
}
