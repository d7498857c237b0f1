//go:build unix

package pipeline

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/intake"
	"hearsay/internal/racetest"
	"hearsay/internal/store"
)

// remembering is a case that is settled again and again: by one Pipeline that
// remembers, or each time by one that knows nothing but what the case keeps, as
// a process does that begins.
type remembering struct {
	*testing.T
	db *store.DB
	p  *Pipeline
}

func newRemembering(t *testing.T, m *Memory) *remembering {
	t.Helper()
	db, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "case.db"))
	if err != nil {
		t.Fatal(err)
	}
	p, err := New(db, Options{Workers: 2, Memory: m})
	if err != nil {
		t.Fatal(err)
	}
	r := &remembering{t, db, p}
	t.Cleanup(func() { r.p.Close(); r.db.Close() })
	return r
}

// begin opens the case anew, as another process would.
func (r *remembering) begin() {
	r.Helper()
	r.check(r.db.Close())
	db, err := store.Open(r.Context(), r.db.Path())
	r.check(err)
	other := *r.p
	other.db = db
	r.db, r.p = db, &other
}

func (r *remembering) check(err error) {
	r.Helper()
	if err != nil {
		r.Fatal(err)
	}
}

func (r *remembering) read(path string, b []byte) {
	r.Helper()
	_, err := r.p.ReadInput(r.Context(), intake.Input{Path: path, Bytes: b})
	r.check(err)
}

// whole compares what the case comes to with what it comes to for who remembers
// nothing, and finds nothing that the case keeps.
func (r *remembering) whole(what string) {
	r.Helper()
	r.check(r.p.analyze(r.Context()))
	if r.p.memory == nil {
		r.begin()
	}
	got, err := r.p.derive(r.Context())
	r.check(err)
	r.forgetKept()
	forgetful := *r.p
	forgetful.memory = nil
	want, err := forgetful.derive(r.Context())
	r.check(err)
	r.same(what, printed(r.T, got), printed(r.T, want))
	last, err := r.db.LastReport(r.Context())
	r.check(err)
	r.check(r.db.PutSettlement(r.Context(), settleStage, strconv.FormatInt(last, 10), got))
	r.p.memory.settled(got.Mark, last)
}

// forgetKept takes out of the case what it keeps.
func (r *remembering) forgetKept() {
	r.Helper()
	db, err := sql.Open("sqlite", r.db.Path())
	r.check(err)
	defer db.Close()
	_, err = db.Exec("DELETE FROM kept")
	r.check(err)
}

// printed is every row of a settlement on a line.
func printed(t *testing.T, s *store.Settlement) []string {
	t.Helper()
	var list []string
	add := func(v any) {
		b, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, string(b))
	}
	addAll(s.Identities, add)
	for i := range s.NameKeys {
		list = append(list, fmt.Sprint(s.NameKeys[i]))
	}
	addAll(s.Members, add)
	addAll(s.Publications, add)
	addAll(s.SpeaksFor, add)
	for i := range s.Derivations {
		add(s.Derivations[i])
		add(s.Derivations[i].Aligned)
	}
	addAll(s.SameTexts, add)
	addAll(s.Drifts, add)
	addAll(s.Claims, add)
	for i := range s.Statements {
		st := &s.Statements[i]
		list = append(list, fmt.Sprint(st.Report, st.Claim, st.Identity, st.Terms))
		add(st.Statement)
		add(st.Full)
	}
	return list
}

func addAll[T any](rows []T, add func(any)) {
	for i := range rows {
		add(rows[i])
	}
}

func (r *remembering) same(what string, got, want []string) {
	r.Helper()
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			r.Fatalf("%s: row %d differs\n got: %.600s\nwant: %.600s", what, i, got[i], want[i])
		}
	}
	if len(got) != len(want) {
		r.Fatalf("%s: %d rows, want %d", what, len(got), len(want))
	}
}

// written compares the rows that are in the case, of which each settlement wrote
// those that differed, with those that are there when all are written.
func (r *remembering) written(what string) {
	r.Helper()
	got := r.rows()
	forgetful := *r.p
	forgetful.memory = nil
	r.forgetKept()
	want, err := forgetful.derive(r.Context())
	r.check(err)
	r.check(r.db.PutSettlement(r.Context(), settleStage, "1", want))
	r.same(what, got, r.rows())
}

// rows are all rows of the tables of a settlement and of its full-text indexes.
func (r *remembering) rows() (list []string) {
	r.Helper()
	db, err := sql.Open("sqlite", r.db.Path())
	r.check(err)
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, fts := range []string{"said_fts", "name_fts"} {
		_, err := db.Exec("CREATE VIRTUAL TABLE temp.v_" + fts + " USING fts5vocab(main, " + fts + ", instance)")
		r.check(err)
	}
	for _, table := range []string{"identity", "identity_of", "publication", "speaks_for", "derivation", "same_text", "drift", "claim",
		"statement", "name_key", "word", "posting", "statement_size", "asked", "temp.v_said_fts", "temp.v_name_fts"} {
		of, err := db.Query("SELECT * FROM " + table + " ORDER BY 1, 2, 3")
		if err != nil {
			of, err = db.Query("SELECT * FROM " + table + " ORDER BY 1")
		}
		r.check(err)
		columns, err := of.Columns()
		r.check(err)
		for of.Next() {
			values, into := make([]any, len(columns)), make([]any, len(columns))
			for i := range values {
				into[i] = &values[i]
			}
			r.check(of.Scan(into...))
			list = append(list, fmt.Sprintf("%s %v", table, values))
		}
		r.check(of.Err())
	}
	return list
}

// TestRememberedIsWhole: whatever comes, in whatever order and in however many
// rounds, what is settled with what was remembered is what is settled without.
func TestRememberedIsWhole(t *testing.T) {
	folders, err := filepath.Glob("../../testdata/cases/*")
	if err != nil || len(folders) < 3 {
		t.Fatalf("%d cases, %v", len(folders), err)
	}
	random := rand.New(rand.NewPCG(5, 5))
	random.Shuffle(len(folders), func(i, j int) { folders[i], folders[j] = folders[j], folders[i] })
	folders = racetest.Few(folders)
	if testing.Short() {
		folders = folders[:min(len(folders), 3)]
	}
	mixed, mixedKept := newRemembering(t, &Memory{}), newRemembering(t, nil)
	for n, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			var r *remembering
			switch n % 6 {
			case 2: // of several cases a larger one
				r = mixed
			case 5:
				r = mixedKept
			case 0, 4:
				r = newRemembering(t, nil)
			default:
				r = newRemembering(t, &Memory{})
			}
			defer func(outer *testing.T) { r.T = outer }(r.T)
			r.T = t
			var table hearsay.OutletTable
			if b, err := os.ReadFile(folder + "/outlets.toml"); err == nil {
				table, err = intake.ParseOutlets("outlets.toml", b)
				r.check(err)
			}
			paths, _ := filepath.Glob(folder + "/docs/*")
			random.Shuffle(len(paths), func(i, j int) { paths[i], paths[j] = paths[j], paths[i] })
			told, ruled, undone := random.IntN(len(paths)), random.IntN(len(paths)), 0
			for i, path := range paths {
				b, err := os.ReadFile(path)
				r.check(err)
				if strings.HasPrefix(string(b), "%PDF-") { // its engine takes seconds to start
					continue
				}
				if i == told {
					r.check(r.db.PutOutlets(r.Context(), table))
				}
				r.read(fmt.Sprintf("%d/%s", n, filepath.Base(path)), b)
				if i == ruled {
					r.whole("before rulings")
					undone = r.rule(random)
				}
				if random.IntN(3) == 0 {
					r.whole(fmt.Sprint("report ", i))
				}
			}
			r.whole("all reports")
			if n%4 == 0 {
				r.written("all reports")
			}
			if undone > 0 {
				r.check(r.db.UndoRuling(r.Context(), undone))
				r.whole("a ruling taken back")
			}
			if n%4 == 1 {
				r.written("a ruling taken back")
			}
		})
	}
	mixed.written("several cases")
	mixedKept.written("several cases")
}

// rule makes a ruling on two names of the case, and one on two statements.
func (r *remembering) rule(random *rand.Rand) (id int) {
	r.Helper()
	list, err := r.db.Identities(r.Context())
	r.check(err)
	if len(list) < 2 {
		return 0
	}
	a, b := list[random.IntN(len(list))], list[random.IntN(len(list))]
	_, err = r.db.AddRuling(r.Context(), hearsay.Ruling{Kind: hearsay.RuleDifferent, A: a.Name, B: b.Name})
	r.check(err)
	id, err = r.db.AddRuling(r.Context(), hearsay.Ruling{Kind: hearsay.RuleSame, A: a.ID, B: b.ID})
	r.check(err)
	statements, err := r.db.StatementsAfter(r.Context(), 0, 50)
	r.check(err)
	if len(statements) > 3 {
		x, y := &statements[0], &statements[len(statements)-1]
		_, err = r.db.AddRuling(r.Context(), hearsay.Ruling{Kind: hearsay.RuleSame,
			A: hearsay.StatementID(x.Statement.Report, hearsay.Cover(x.Content)), B: hearsay.StatementID(y.Statement.Report, hearsay.Cover(y.Content))})
		r.check(err)
		_, err = r.db.AddRuling(r.Context(), hearsay.Ruling{Kind: hearsay.RuleReject,
			A: hearsay.StatementID(statements[1].Statement.Report, hearsay.Cover(statements[1].Content))})
		r.check(err)
	}
	return id
}

// TestRememberedPile: the same for generated reports of many outlets that copy
// from one another.
func TestRememberedPile(t *testing.T) {
	for name, m := range map[string]*Memory{"in memory": {}, "in the case": nil} {
		t.Run(name, func(t *testing.T) {
			r := newRemembering(t, m)
			g := newGenerator(8)
			var texts [][]byte
			for i := range 120 {
				text := g.article(40)
				if len(texts) > 0 && g.IntN(4) == 0 {
					text = append(text, texts[g.IntN(len(texts))][60:]...)
				}
				texts = append(texts, text)
				r.read(fmt.Sprintf("pile/%05d.txt", g.IntN(100000)), text)
				if i%25 == 24 || g.IntN(10) == 0 {
					r.whole(fmt.Sprint(i, " reports"))
				}
			}
			r.whole("the pile")
			r.written("the pile")
		})
	}
}
