package corpus

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/attribution"
	"hearsay/internal/intake"
	"hearsay/internal/names"
	"hearsay/internal/syntax"
	"hearsay/internal/text"
)

var update = flag.Bool("update", false, "write quality.txt anew")

// TestQuality measures the engine on the parts of the corpus for development
// and test, read as a person's own files are, and compares with quality.txt.
func TestQuality(t *testing.T) {
	model, err := syntax.Load()
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	got.WriteString("hearsay's own engine on this corpus, whole texts. Spans: the outermost level, the\nbalanced point. Speakers: quotations at any depth, direct and mixed.\n")
	for _, part := range []string{"dev", "test"} {
		fmt.Fprintf(&got, "\n%s\n\n%v", part, measure(t, model, part, nil))
	}
	for _, part := range []string{"dev", "test"} {
		fmt.Fprintf(&got, "\n%s, open weights\n\n%v", part, measure(t, model, part, attribution.Open()))
	}
	for _, part := range []string{"train", "dev", "heldout", "unseen"} {
		fmt.Fprintf(&got, "\n%s", measureVoices(t, model, part))
	}
	want, _ := os.ReadFile("quality.txt")
	if got.String() == string(want) {
		return
	}
	if !*update {
		t.Errorf("quality.txt is out of date; run with -update and read the difference:\n%s", &got)
		return
	}
	if err := os.WriteFile("quality.txt", []byte(got.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// measured is how the engine does on some documents.
type measured struct {
	spans                attribution.Score
	quotes, found, right int
	named, namedRight    int
}

func (m *measured) String() string {
	pct := func(a, b int) float64 { return 100 * float64(a) / float64(max(b, 1)) }
	return fmt.Sprintf("%vspeakers of %d quotations: %.1f right; of %d with a named speaker: %.1f right; quotations found: %.1f\n",
		&m.spans, m.quotes, pct(m.right, m.quotes), m.named, pct(m.namedRight, m.named), pct(m.found, m.quotes))
}

func measure(t *testing.T, model *syntax.Model, part string, weights *attribution.Model) *measured {
	t.Helper()
	var m measured
	for _, d := range compartment(t, part) {
		r := asRead(t, d)
		doc := text.Analyze(r)
		model.Tag(doc)
		trees := model.Parse(doc)
		attrs, _ := attribution.Read(doc, r, attribution.Options{Trees: &trees, Model: weights})
		entities, attrs := names.Resolve(doc, r, attrs, names.NewOutlets(nil))
		m.spans.Add(doc, d.Plain(), attrs)
		for _, q := range quotations(d, entities, attrs) {
			m.add(q)
			if !q.right {
				t.Logf("%s %q: want %q", d.Name, join(q.gold.Content, d.Text), q.gold.Speaker)
			}
		}
	}
	return &m
}

func (m *measured) add(q quotation) {
	m.quotes++
	if q.found != nil {
		m.found++
	}
	if q.right {
		m.right++
	}
	if !q.gold.Described {
		m.named++
		if q.right {
			m.namedRight++
		}
	}
}

// compartment reads the published documents that split.tsv puts in a part.
func compartment(t *testing.T, part string) []*Document {
	t.Helper()
	docs, err := Compartment(folder, part)
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

// asRead is the document as hearsay reads the file, its outlet set by hand.
func asRead(t *testing.T, d *Document) *hearsay.Report {
	t.Helper()
	var r *hearsay.Report
	new(intake.Reader).Read(intake.Input{Path: d.Name + ".txt", Bytes: []byte(d.Text)}, func(rep *hearsay.Report, err error) bool {
		if err != nil {
			t.Fatal(err)
		}
		r = rep
		return true
	})
	if r == nil || r.Text != d.Text {
		t.Fatalf("%s is not read as one plain text", d.Name)
	}
	r.Outlet = d.Outlet
	return r
}
