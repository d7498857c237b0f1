package names

import (
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/text"
)

// TestExaminations: the letters of a court's record stand for whoever examines
// and whoever was sworn, until somebody else does.
func TestExaminations(t *testing.T) {
	const record = `Appearances: Leticia Montrose for the State; Walter Gaines for the defendant. Before the Hon. Harlan Pike.

THE COURT: Good morning.

(Dale Eckhart, sworn.)

BY MS. MONTROSE:

Q. What was your job?

A. I read the gauges.

THE COURT: All of them?

A. Every one.

Q. And at night?

BY MR. GAINES:

Q. Had you slept?

THE WITNESS: I had not.
`
	r := &hearsay.Report{Lang: "en", Text: record}
	var want []string
	var attrs []hearsay.Attribution
	turn := func(label, said, who string) {
		at := strings.Index(record, label+" "+said)
		span := hearsay.Span{Start: at, End: at + len(label)}
		a := hearsay.Attribution{ID: label + said, Cue: []hearsay.Span{span}, Content: []hearsay.Span{{Start: span.End + 1, End: span.End + 1 + len(said)}}, Kind: hearsay.Indirect}
		if strings.HasSuffix(label, ":") {
			a.Source = []hearsay.Span{{Start: at, End: span.End - 1}}
			a.Cue = []hearsay.Span{{Start: span.End - 1, End: span.End}}
		}
		attrs, want = append(attrs, a), append(want, who)
	}
	turn("THE COURT:", "Good morning.", "Harlan Pike")
	turn("Q.", "What was your job?", "Leticia Montrose")
	turn("A.", "I read the gauges.", "Dale Eckhart")
	turn("THE COURT:", "All of them?", "Harlan Pike")
	turn("A.", "Every one.", "Dale Eckhart")
	turn("Q.", "And at night?", "Leticia Montrose")
	turn("Q.", "Had you slept?", "Walter Gaines")
	turn("THE WITNESS:", "I had not.", "Dale Eckhart")
	doc := text.Analyze(r)
	tagger(t).Tag(doc)
	entities, got := Resolve(doc, r, attrs, NewOutlets(nil))
	for i, a := range got {
		name := ""
		for _, e := range entities {
			if e.ID == a.Speaker {
				name = e.Name
			}
		}
		if name != want[i] {
			t.Errorf("%q: %q speaks, want %q", hearsay.Cover(a.Content).Of(record), name, want[i])
		}
	}
}
