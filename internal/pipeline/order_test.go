package pipeline_test

import (
	"bytes"
	"context"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"hearsay"
	"hearsay/internal/intake"
	"hearsay/internal/pipeline"
	"hearsay/internal/store"
	"hearsay/internal/trace"
)

// The demonstration case, and what is asked of it.
const demoCase = "../cli/demo/case"

var demoQueries = []string{"the lighthouse lamp was lent to a wedding", "the light was burning all night"}

type file struct {
	path  string
	bytes []byte
}

func demoFiles(t testing.TB) []file {
	t.Helper()
	paths, err := filepath.Glob(demoCase + "/docs/*")
	if err != nil || len(paths) < 10 {
		t.Fatalf("%d files, %v", len(paths), err)
	}
	var files []file
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(b, []byte("%PDF-")) { // its engine takes seconds to start
			files = append(files, file{"docs/" + filepath.Base(path), b})
		}
	}
	return files
}

func demoTable(t testing.TB) hearsay.OutletTable {
	t.Helper()
	b, err := os.ReadFile(demoCase + "/outlets.toml")
	if err != nil {
		t.Fatal(err)
	}
	table, err := intake.ParseOutlets("outlets.toml", b)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// deskCase is an open case with a pipeline on it.
type deskCase struct {
	*testing.T
	db *store.DB
	p  *pipeline.Pipeline
}

func newDesk(t *testing.T) deskCase {
	t.Helper()
	db, err := store.Open(context.Background(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	p, err := pipeline.New(db, pipeline.Options{Workers: 2})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close(); db.Close() })
	return deskCase{t, db, p}
}

func (d deskCase) check(err error) {
	d.Helper()
	if err != nil {
		d.Fatal(err)
	}
}

func (d deskCase) read(f file) {
	d.Helper()
	_, err := d.p.ReadInput(d.Context(), intake.Input{Path: f.path, Bytes: f.bytes})
	d.check(err)
}

func (d deskCase) derive() {
	d.Helper()
	d.check(d.p.Derive(d.Context()))
}

// print is everything that hearsay says of the case.
func (d deskCase) print() string {
	d.Helper()
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	t, err := trace.New(d.db)
	d.check(err)
	for _, q := range demoQueries {
		answer, err := t.Trace(d.Context(), q)
		d.check(err)
		d.check(enc.Encode(answer))
	}
	list, err := t.Claims(d.Context(), 1, 1000)
	d.check(err)
	d.check(enc.Encode(list))
	d.check(t.Statements(d.Context(), func(s trace.Statement) error { return enc.Encode(s) }))
	derivations, err := d.db.Derivations(d.Context(), nil)
	d.check(err)
	for _, one := range derivations {
		d.check(enc.Encode(one.Derivation))
	}
	drifts, err := d.db.Drifts(d.Context(), nil)
	d.check(err)
	for _, one := range drifts {
		d.check(enc.Encode(one.Drift))
	}
	return out.String()
}

func (d deskCase) same(what, got, want string) {
	d.Helper()
	if got == want {
		return
	}
	g, w := bytes.Split([]byte(got), []byte("\n")), bytes.Split([]byte(want), []byte("\n"))
	for i := range min(len(g), len(w)) {
		if !bytes.Equal(g[i], w[i]) {
			at := 0
			for at < min(len(g[i]), len(w[i])) && g[i][at] == w[i][at] {
				at++
			}
			at = max(0, at-200)
			d.Fatalf("%s: line %d differs\n got: …%.500s\nwant: …%.500s", what, i+1, g[i][at:], w[i][at:])
		}
	}
	d.Fatalf("%s: %d lines, want %d", what, len(g), len(w))
}

// TestOrderOfArrival is the third law: the order in which reports arrive, and
// in how many rounds of reading and deriving, changes nothing.
func TestOrderOfArrival(t *testing.T) {
	files, table := demoFiles(t), demoTable(t)
	first := newDesk(t)
	first.check(first.db.PutOutlets(t.Context(), table))
	for _, f := range files {
		first.read(f)
	}
	first.derive()
	want := first.print()

	rounds := 4
	if testing.Short() {
		rounds = 1
	}
	for seed := range rounds {
		d := newDesk(t)
		random := rand.New(rand.NewPCG(uint64(seed), 1))
		random.Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
		told := random.IntN(len(files))
		for i, f := range files {
			if i == told {
				d.check(d.db.PutOutlets(t.Context(), table))
			}
			d.read(f)
			if random.IntN(4) == 0 {
				d.derive()
			}
		}
		d.derive()
		d.same("another order", d.print(), want)
	}
}

// TestReadingTwice: reading the same again, and saying the same again, leaves
// nothing to derive.
func TestReadingTwice(t *testing.T) {
	files, table := demoFiles(t), demoTable(t)
	d := newDesk(t)
	settle := func() {
		d.check(d.db.PutOutlets(t.Context(), table))
		for _, f := range files {
			d.read(f)
		}
		d.check(d.db.PutSettings(t.Context(), []string{"docs/letter.txt"}, hearsay.Setting{Published: "2018-11-04"}))
	}
	settle()
	d.derive()
	want := d.print()
	settle()
	stale, err := pipeline.Stale(t.Context(), d.db)
	d.check(err)
	if stale {
		t.Error("the same again made the case stale")
	}
	d.derive()
	d.same("read twice", d.print(), want)
}

// TestOutletsComeAndGo: what depends on a person's table of outlets is
// derived anew when it changes, as if it had been there from the start.
func TestOutletsComeAndGo(t *testing.T) {
	files, table := demoFiles(t), demoTable(t)
	early := newDesk(t)
	early.check(early.db.PutOutlets(t.Context(), table))
	late := newDesk(t)
	for _, f := range files {
		early.read(f)
		late.read(f)
	}
	early.derive()
	late.derive()
	late.check(late.db.PutOutlets(t.Context(), table))
	late.derive()
	late.same("outlets named later", late.print(), early.print())
}

// TestRulingsStay: a ruling survives every derivation, and taking it back
// restores everything.
func TestRulingsStay(t *testing.T) {
	d := newDesk(t)
	d.check(d.db.PutOutlets(t.Context(), demoTable(t)))
	for _, f := range demoFiles(t) {
		d.read(f)
	}
	d.derive()
	before := d.print()
	id, err := d.db.AddRuling(t.Context(), hearsay.Ruling{Kind: hearsay.RuleSame, A: "Dragoman Digest", B: "Halyard News"})
	d.check(err)
	d.derive()
	ruled := d.print()
	if ruled == before {
		t.Error("the ruling changed nothing")
	}
	d.read(file{"docs/late.txt", []byte("The ferry was late on Thursday, Sten Quill said.")})
	d.derive()
	rulings, err := d.db.Rulings(t.Context())
	d.check(err)
	if len(rulings) != 1 || rulings[0].Undone {
		t.Errorf("rulings: %+v", rulings)
	}
	d.check(d.db.UndoRuling(t.Context(), id))
	d.derive()

	fresh := newDesk(t)
	fresh.check(fresh.db.PutOutlets(t.Context(), demoTable(t)))
	for _, f := range demoFiles(t) {
		fresh.read(f)
	}
	fresh.read(file{"docs/late.txt", []byte("The ferry was late on Thursday, Sten Quill said.")})
	fresh.derive()
	d.same("taken back", d.print(), fresh.print())
}
