package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"math"
	"slices"
	"strings"

	"hearsay"
)

// Settlement is everything that is derived from the case as a whole.
type Settlement struct {
	Identities   []hearsay.Identity
	NameKeys     []NameKey
	Members      []Member
	Publications []Publication
	SpeaksFor    []SpeaksFor
	Derivations  []Derivation
	SameTexts    []SameText
	Drifts       []Drift
	Claims       []Claim
	Statements   []Statement

	Kept *Kept  // for the next one; nothing if nil
	Mark string // of the settlement once it is put; see Settled

	ordered []*Statement // as they are numbered
	terms   func(context.Context, *sql.Tx) (*termWriter, error)
}

// Member says which identity an entity of a report belongs to.
type Member struct {
	Report   int64
	Entity   string
	Identity string
}

// Publication is who published a report and when, with what a person said of
// it.
type Publication struct {
	Report    int64
	Outlet    string
	Family    string
	Party     bool // the outlet speaks for itself
	Published hearsay.Date
}

// SpeaksFor says that one hand speaks for another, by the words of a report.
// Hand keys are those of the chains of statements.
type SpeaksFor struct {
	Who, Whom string
	Report    int64
	Span      hearsay.Span
}

// Derivation is a derivation with the numbers of its reports.
type Derivation struct {
	Source, Target int64
	hearsay.Derivation
	Aligned []hearsay.Aligned
}

// SameText joins two reports that count as one text.
type SameText struct {
	A, B    int64
	Overlap float64
}

// Drift is a drift with the numbers of its reports.
type Drift struct {
	Report, Base int64
	hearsay.Drift
}

// Claim is a row of the list of claims.
type Claim struct {
	ID        string
	Text      string // the words that stand for it; not read when it is put
	FirstSeen string
	Terms     string // of the proposition that stands for it; not read when it is put
	Reports   int    // that assert it

	// Best is the place in Settlement.Statements of the statement whose words
	// stand for the claim, Words their span in its report.
	Best  int
	Words hearsay.Span
}

// Statement is a statement with its place in the case.
type Statement struct {
	Num      int64
	Report   int64
	Claim    string
	Identity string // of the speaker; "" if none
	Terms    string // of its proposition
	hearsay.Statement
	Full *FullChain // through the whole case; nil where the report's own chain is all there is
}

// FullChain is the chain of a statement through the whole case.
type FullChain struct {
	Chain hearsay.Chain
	End   hearsay.End
}

// Resolved is the statement's chain through the whole case.
func (s *Statement) Resolved() (hearsay.Chain, hearsay.End) {
	if s.Full != nil {
		return s.Full.Chain, s.Full.End
	}
	return s.Chain, s.End
}

// PutSettlement makes what was derived from the case as a whole all that there
// is, and sets the stage's cursor, in one transaction. Rows that are as they were
// written last time stay.
func (db *DB) PutSettlement(ctx context.Context, stage, position string, s *Settlement) error {
	return db.withTerms(ctx, func(tx *sql.Tx) error {
		s.terms = db.termWriter
		if s.Kept == nil {
			s.Kept = newKept()
		}
		s.sort()
		w, err := db.lastWritten(ctx, tx, stage, s)
		if err != nil {
			return err
		}
		if w.whole {
			if err := w.clear(ctx, tx); err != nil {
				return err
			}
		}
		for _, put := range []func(context.Context, *sql.Tx, *written, *Settlement) error{
			putIdentities, putMembers, putPublications, putSpeaksFor, putDerivations, putSameTexts, putDrifts, putClaims, putPostings,
			putStatements, putNames, putNameKeys, putSaid, putWords, putAsked,
		} {
			if err := put(ctx, tx, w, s); err != nil {
				return err
			}
		}
		db.terms = nil // a large case has many words, and all of it is written
		if s.Mark, err = putMark(ctx, tx, position); err != nil {
			return err
		}
		w.mark, w.whole = s.Mark, false
		w.keep(s.Kept)
		if err := putKept(ctx, tx, s.Kept); err != nil {
			return err
		}
		return setCursor(ctx, tx, stage, position)
	})
}

// sort brings the rows into the order of their tables' keys: rows that come in
// order are appended, and leave full pages.
func (s *Settlement) sort() {
	slices.SortFunc(s.Identities, func(a, b hearsay.Identity) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(s.Members, func(a, b Member) int {
		return cmp.Or(cmp.Compare(a.Report, b.Report), cmp.Compare(a.Entity, b.Entity))
	})
	slices.SortFunc(s.Claims, func(a, b Claim) int { return cmp.Compare(a.ID, b.ID) })
	s.ordered = s.chronological()
	for i, st := range s.ordered {
		st.Num = int64(i + 1)
	}
}

// chronological lists the statements by the day of their reports, then by
// report and place, those of undated reports last: a search that stops early
// has found the earliest.
func (s *Settlement) chronological() []*Statement {
	day := map[int64]string{}
	for i := range s.Publications {
		day[s.Publications[i].Report] = cmp.Or(s.Publications[i].Published.Day(), "undated") // after every digit
	}
	list := make([]*Statement, len(s.Statements))
	for i := range s.Statements {
		list[i] = &s.Statements[i]
	}
	slices.SortStableFunc(list, func(a, b *Statement) int {
		return cmp.Or(cmp.Compare(day[a.Report], day[b.Report]), cmp.Compare(a.Statement.Report, b.Statement.Report), cmp.Compare(a.Seq, b.Seq))
	})
	return list
}

// rowsAtOnce is how many rows one INSERT writes: a call costs as much as a row.
const rowsAtOnce = 16

// index writes rows into a full-text index, one at a time: an INSERT of several
// rows makes the index write down what it has in memory.
func index[T any](ctx context.Context, tx *sql.Tx, query string, list []T, args func(*T) ([]any, error)) error {
	row := " VALUES (?" + strings.Repeat(",?", strings.Count(query, ",")) + ")"
	if _, err := insertBy(ctx, tx, query+row, list, 1, args); err != nil {
		return fmt.Errorf("%s: %w", query, err)
	}
	return nil
}

// insert writes the rows of list. The query ends with the columns of its table.
func insert[T any](ctx context.Context, tx *sql.Tx, query string, list []T, args func(*T) ([]any, error)) error {
	row := "(?" + strings.Repeat(",?", strings.Count(query, ",")) + ")"
	for len(list) > 0 {
		n := min(rowsAtOnce, len(list))
		if n < rowsAtOnce {
			n = 1
		}
		done, err := insertBy(ctx, tx, query+" VALUES "+row+strings.Repeat(","+row, n-1), list, n, args)
		if err != nil {
			return fmt.Errorf("%s: %w", query, err)
		}
		list = list[done:]
	}
	return nil
}

// insertBy writes n rows at a time, as long as there are n.
func insertBy[T any](ctx context.Context, tx *sql.Tx, query string, list []T, n int, args func(*T) ([]any, error)) (done int, err error) {
	stmt, err := tx.PrepareContext(ctx, query)
	if err != nil {
		return 0, err
	}
	defer stmt.Close()
	var values []any
	for done+n <= len(list) {
		values = values[:0]
		for i := range n {
			row, err := args(&list[done+i])
			if err != nil {
				return done, fmt.Errorf("row %d: %w", done+i, err)
			}
			values = append(values, row...)
		}
		if _, err := stmt.ExecContext(ctx, values...); err != nil {
			return done, fmt.Errorf("row %d: %w", done, err)
		}
		done += n
	}
	return done, nil
}

func putIdentities(ctx context.Context, tx *sql.Tx, w *written, s *Settlement) error {
	places := placesOf(s.Members)
	return put(ctx, tx, w, rows[hearsay.Identity]{
		table: "identity", cols: "num, name, body, places",
		key: func(i *hearsay.Identity) int64 { num, _ := numberOf(identityLetter, i.ID); return num },
		hash: func(h *rowHash, i *hearsay.Identity) {
			hashIdentity(h, i)
			hashBytes(h, places[i.ID])
		},
		args: func(i *hearsay.Identity) ([]any, error) {
			num, err := mustNumber(identityLetter, i.ID)
			if err != nil {
				return nil, err
			}
			body, err := pack(&unnamed{i.Type, others(i), i.Reasons, i.Doubts})
			return []any{num, i.Name, body, append([]byte{}, places[i.ID]...)}, err
		},
		change: func(key int64, i *hearsay.Identity) error { return reindexName(ctx, tx, key, i) },
	}, s.Identities)
}

func hashIdentity(h *rowHash, i *hearsay.Identity) {
	hashString(h, i.ID)
	hashString(h, i.Name)
	hashString(h, string(i.Type))
	hashStrings(h, i.Spellings)
	hashStrings(h, i.Reasons)
	hashInt(h, len(i.Doubts))
	for k := range i.Doubts {
		d := &i.Doubts[k]
		hashString(h, d.A)
		hashString(h, d.B)
		hashInt(h, int(math.Float64bits(d.Score)))
		hashStrings(h, d.Reasons)
	}
}

// unnamed is what is packed of an identity, whose id and name stand beside it.
type unnamed struct {
	Type      hearsay.EntityType
	Spellings []string // nil if the name is the only one
	Reasons   []string
	Doubts    []hearsay.NameJoin
}

func others(i *hearsay.Identity) []string {
	if len(i.Spellings) == 1 && i.Spellings[0] == i.Name {
		return nil
	}
	return i.Spellings
}

func putPublications(ctx context.Context, tx *sql.Tx, w *written, s *Settlement) error {
	first, count := map[int64]int64{}, map[int64]int{}
	for _, st := range s.ordered { // those of a report follow one another
		if count[st.Report]++; count[st.Report] == 1 {
			first[st.Report] = st.Num
		}
	}
	return put(ctx, tx, w, rows[Publication]{
		table: "publication", cols: "report, outlet, family, party, published, day, statement, statements",
		key: func(p *Publication) int64 { return p.Report },
		args: func(p *Publication) ([]any, error) {
			published, err := pack(&p.Published)
			return []any{p.Report, p.Outlet, p.Family, p.Party, published, p.Published.Day(), first[p.Report], count[p.Report]}, err
		},
	}, s.Publications)
}

func putSpeaksFor(ctx context.Context, tx *sql.Tx, w *written, s *Settlement) error {
	return putAll(ctx, tx, w, "speaks_for", "INSERT OR IGNORE INTO speaks_for(who, whom, report, first, last)", s.SpeaksFor,
		func(f *SpeaksFor) ([]any, error) {
			return []any{f.Who, f.Whom, f.Report, f.Span.Start, f.Span.End}, nil
		})
}

func putDerivations(ctx context.Context, tx *sql.Tx, w *written, s *Settlement) error {
	return putAll(ctx, tx, w, "derivation", "INSERT INTO derivation(source, target, body)", s.Derivations, func(d *Derivation) ([]any, error) {
		body, err := pack(d)
		return []any{d.Source, d.Target, body}, err
	})
}

func putSameTexts(ctx context.Context, tx *sql.Tx, w *written, s *Settlement) error {
	return putAll(ctx, tx, w, "same_text", "INSERT INTO same_text(a, b, overlap)", s.SameTexts, func(t *SameText) ([]any, error) {
		return []any{t.A, t.B, t.Overlap}, nil
	})
}

func putDrifts(ctx context.Context, tx *sql.Tx, w *written, s *Settlement) error {
	return putAll(ctx, tx, w, "drift", "INSERT INTO drift(report, base, body)", s.Drifts, func(d *Drift) ([]any, error) {
		body, err := pack(d)
		return []any{d.Report, d.Base, body}, err
	})
}

// body is what is packed of a statement; its report's id stands in report.
type body struct {
	hearsay.Statement
	Full *FullChain
}

func putStatements(ctx context.Context, tx *sql.Tx, w *written, s *Settlement) error {
	terms, err := s.terms(ctx, tx)
	if err != nil {
		return err
	}
	said := saidIndex{ctx: ctx, tx: tx}
	err = put(ctx, tx, w, rows[*Statement]{
		table: statementTable, cols: "num, report, claim, speaker, stance, kind, ending, terms, body",
		key:    func(st **Statement) int64 { return (*st).Num },
		sum:    func(st **Statement) uint64 { return w.now[(*st).Num-1] },
		args:   func(st **Statement) ([]any, error) { return statementRow(*st, terms) },
		change: func(key int64, st **Statement) error { return said.change(key, st) },
	}, s.ordered)
	if err != nil {
		return err
	}
	return terms.store(ctx, tx)
}

func hashStatement(h *rowHash, st *Statement) {
	hashInt(h, int(st.Report))
	hashString(h, st.Claim)
	hashString(h, st.Identity)
	hashString(h, st.Terms)
	s := &st.Statement
	hashInt(h, s.Seq)
	hashInt(h, len(s.Content))
	for _, span := range s.Content {
		hashInt(h, span.Start)
		hashInt(h, span.End)
	}
	hashString(h, string(s.Stance))
	hashBool(h, s.Hedged)
	hashString(h, s.Speaker)
	hashChain(h, s.Chain, s.End)
	hashString(h, s.Attr)
	hashBool(h, s.Direct)
	hashString(h, string(s.Kind))
	hashBool(h, st.Full != nil)
	if st.Full != nil {
		hashChain(h, st.Full.Chain, st.Full.End)
	}
}

func hashChain(h *rowHash, c hearsay.Chain, end hearsay.End) {
	hashString(h, string(end))
	hashInt(h, len(c))
	for i := range c {
		hop := &c[i]
		hashString(h, hop.Name)
		hashString(h, string(hop.Role))
		hashString(h, hop.Medium)
		hashInt(h, hop.Span.Start)
		hashInt(h, hop.Span.End)
		hashString(h, hop.Report)
		hashString(h, hop.Entity)
	}
}

func statementRow(st *Statement, terms *termWriter) ([]any, error) {
	claim, err := mustNumber(claimLetter, st.Claim)
	if err != nil {
		return nil, err
	}
	speaker, err := mustNumber(identityLetter, st.Identity)
	if err != nil {
		return nil, err
	}
	row := body{st.Statement, st.Full}
	row.Statement.Report = ""
	row.Chain = withoutOutlet(row.Chain)
	if st.Full != nil {
		row.Full = &FullChain{withoutOutlet(st.Full.Chain), st.Full.End}
	}
	packed, err := pack(&row)
	_, end := st.Resolved()
	return []any{st.Num, st.Report, claim, speaker, wordNumber(st.Stance), wordNumber(st.Kind), wordNumber(end), terms.pack(st.Terms), packed}, err
}

// withoutOutlet leaves out the name and hand of the publisher, with which each
// chain begins: they stand in publication.
func withoutOutlet(c hearsay.Chain) hearsay.Chain {
	if len(c) == 0 || c[0] != publisher(c[0].Name) {
		return c
	}
	c = slices.Clone(c)
	c[0] = hearsay.Hop{Role: hearsay.RolePublisher}
	return c
}

func withOutlet(c hearsay.Chain, outlet string) {
	if len(c) > 0 && c[0] == (hearsay.Hop{Role: hearsay.RolePublisher}) {
		c[0] = publisher(outlet)
	}
}

func publisher(outlet string) hearsay.Hop {
	return hearsay.Hop{Name: outlet, Role: hearsay.RolePublisher, Entity: OutletHand + outlet}
}

// termWords are the words of printed terms, without the weights behind them.
func termWords(terms string) string {
	var b strings.Builder
	for term := range strings.FieldsSeq(terms) {
		word, _, _ := cutLast(term, '/')
		b.WriteString(word)
		b.WriteByte(' ')
	}
	return b.String()
}

func cutLast(s string, sep byte) (before, after string, found bool) {
	if i := strings.LastIndexByte(s, sep); i >= 0 {
		return s[:i], s[i+1:], true
	}
	return s, "", false
}
