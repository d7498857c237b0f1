package pipeline

import (
	"context"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/intake"
	"hearsay/internal/store"
)

func newCase(t testing.TB) (*Pipeline, *store.DB) {
	t.Helper()
	db, err := store.Open(context.Background(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	p, err := New(db, Options{Workers: 2})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	return p, db
}

func read(t testing.TB, p *Pipeline, path string, b []byte) {
	t.Helper()
	if _, err := p.ReadInput(context.Background(), intake.Input{Path: path, Bytes: b}); err != nil {
		t.Fatal(err)
	}
}

// TestFaultInOneReport: a fault in the analysis of one report is a problem of
// that report; the others keep theirs, and reading it again keeps it told.
func TestFaultInOneReport(t *testing.T) {
	ctx := context.Background()
	p, db := newCase(t)
	p.analyzeOne = func(a Analyzer, r *hearsay.Report) hearsay.Analysis {
		if strings.Contains(r.Text, "tower") {
			panic("index out of range [3] with length 3")
		}
		return a.Analyze(r)
	}
	read(t, p, "a.txt", []byte("The bridge was closed, said Ada Lund."))
	read(t, p, "b.txt", []byte("The tower leans, said Oda Brandt."))
	read(t, p, "c.txt", []byte("The ferry was late, said Ivo Stahl."))
	if err := p.Derive(ctx); err != nil {
		t.Fatal(err)
	}
	const want = "could not be analyzed (index out of range [3] with length 3)"
	if f := p.Failed(); len(f) != 1 || f[0].Path != "b.txt" || f[0].Reason != want {
		t.Errorf("failed: %+v", f)
	}
	read(t, p, "b.txt", []byte("The tower leans, said Oda Brandt."))
	if told, err := db.Problems(ctx); err != nil || len(told) != 1 || told[0].Reason != want || told[0].Remedy == "" {
		t.Errorf("problems: %+v, %v", told, err)
	}
	if list, err := db.StatementsAfter(ctx, 0, 10); err != nil || len(list) != 2 {
		t.Errorf("%d statements, want those of the two others; %v", len(list), err)
	}

	// A later version that can analyze it takes the problem back.
	p.analyzeOne = Analyzer.Analyze
	if err := db.PutSettings(ctx, []string{"a.txt"}, hearsay.Setting{Outlet: "Quay Notes"}); err != nil {
		t.Fatal(err)
	}
	if err := p.Derive(ctx); err != nil {
		t.Fatal(err)
	}
	if told, err := db.Problems(ctx); err != nil || len(told) != 0 {
		t.Errorf("problems afterwards: %+v, %v", told, err)
	}
}

// TestFaultInReading: so is a fault while a file is opened.
func TestFaultInReading(t *testing.T) {
	p, _ := newCase(t)
	b := &batch{p: p, ctx: context.Background()}
	b.p = &Pipeline{db: p.db, tell: p.tell} // without a reader
	if !b.read(intake.Input{Path: "a.pdf", Bytes: []byte("%PDF-1.7 %%EOF")}) {
		t.Fatal(b.err)
	}
	if len(b.Problems) != 1 || !strings.HasPrefix(b.Problems[0].Reason, "could not be read because of a fault in hearsay (") {
		t.Errorf("problems: %+v", b.Problems)
	}
}
