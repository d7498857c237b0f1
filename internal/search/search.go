// Package search runs a query of package query on a settled case. It finds
// statements (who says it, how, in which report) and reports.
//
// Exact before fuzzy: it asks in up to three tiers, each wider than the one
// before. First exactly what was typed; then other forms of the words, other
// spellings of the names and those who speak for a named speaker; then words
// that are spelt nearly the same, and only for words that hardly occur. A
// tier never moves ahead of an earlier one, and every hit says why it is
// there. Phrases and whatever stands under a negation are never widened.
//
// Within a tier the earliest published comes first: the question is who said
// it first, not which text repeats a word most often. The same case and the
// same query always give the same answer.
package search

import (
	"context"

	"hearsay"
	"hearsay/internal/query"
	"hearsay/internal/store"
)

// counted is how many statements, and how many reports, one tier looks at;
// what lies beyond is only known to be there.
const counted = 1000

// Match says how near a hit is to what was asked.
type Match string

const (
	Exact Match = "exact" // the words and names as typed
	Form  Match = "form"  // another form of a word, another spelling of a name
	Near  Match = "near"  // a word that is spelt nearly the same
)

// Result is the answer to a query.
type Result struct {
	Query      string `json:"query"`
	Statements int    `json:"statements"` // found, shown or not
	Reports    int    `json:"reports"`    // found beyond those of the statements
	More       bool   `json:"more"`       // there are more than these counts say
	Hits       []Hit  `json:"hits"`
	Facets     Facets `json:"facets"`

	// Absent are the words of the query that no report holds in any form,
	// where the search got so far as to look.
	Absent []string `json:"absent,omitempty"`
}

// Hit is a statement or a report that a query found.
type Hit struct {
	Type      string         `json:"type"` // "statement" or "report"
	Match     Match          `json:"match"`
	Why       string         `json:"why"`
	Report    string         `json:"report"`
	Path      string         `json:"path"`
	Title     string         `json:"title,omitempty"`
	Outlet    string         `json:"outlet"`
	Published hearsay.Date   `json:"published"`
	Snippet   Snippet        `json:"snippet"`
	By        string         `json:"by,omitempty"`      // who says it
	Speaker   string         `json:"speaker,omitempty"` // entity id; "" where the outlet speaks
	Stance    hearsay.Stance `json:"stance,omitempty"`
	Content   *hearsay.Span  `json:"content,omitempty"` // in the report's text
	End       hearsay.End    `json:"end,omitempty"`
	Claim     string         `json:"claim,omitempty"`
}

// Run parses q and runs it. At most limit hits are returned; facets and counts
// cover all that were found. A query that cannot be parsed is a
// *hearsay.Error with hearsay.CodeUsage.
func Run(ctx context.Context, db *store.DB, q string, limit int) (*Result, error) {
	return RunTo(ctx, db, q, limit, Near)
}

// RunTo is Run with no tier wider than widest.
func RunTo(ctx context.Context, db *store.DB, q string, limit int, widest Match) (*Result, error) {
	tree, err := query.Parse(q)
	if err != nil {
		return nil, err
	}
	s := &run{db: db, query: query.Simplify(tree), limit: limit, seen: map[int64]bool{}, inStatements: map[int64]bool{}}
	if err := s.resolve(ctx); err != nil {
		return nil, err
	}
	for _, tier := range []struct {
		match Match
		widen func(context.Context) (bool, error)
	}{{Exact, s.asTyped}, {Form, s.forms}, {Near, s.near}} {
		wider, err := tier.widen(ctx)
		if err != nil {
			return nil, err
		}
		if wider {
			if err := s.find(ctx, tier.match); err != nil {
				return nil, err
			}
		}
		if tier.match == widest {
			break
		}
	}
	return s.result(ctx, q)
}

// run is one query while it is answered.
type run struct {
	db    *store.DB
	query query.Node
	limit int

	words  []*wanted
	fields map[*query.Field]*meaning

	hits         []found
	statements   int
	reports      int
	more         bool
	absent       []string
	seen         map[int64]bool // statements
	inStatements map[int64]bool // reports that are found, or of statements that are
}

// found is a hit before it is loaded; said is nil for a report.
type found struct {
	match  Match
	said   *store.Said
	report store.Found
}

// find asks for what the tier finds and the tiers before did not.
func (s *run) find(ctx context.Context, m Match) error {
	asked := store.Asked{Query: s.widened(), Keys: func(f *query.Field, negated bool) []string { return s.fields[f].keys(m, negated) }}
	statements, reports := s.sought()
	if statements {
		list, err := s.db.FindStatements(ctx, asked, counted+1)
		if err != nil {
			return err
		}
		s.addStatements(m, list)
	}
	if reports {
		list, err := s.db.FindReports(ctx, asked, counted+1)
		if err != nil {
			return err
		}
		s.addReports(m, list)
	}
	return nil
}

// sought tells what the query can mean. Fields of statements ask for
// statements; fields of reports alone ask for reports; words ask for both.
func (s *run) sought() (statements, reports bool) {
	words := false
	leaves, _ := query.Leaves(s.query)
	for _, leaf := range leaves {
		f, ok := leaf.(*query.Field)
		if ok && f.Name.OfStatement() {
			return true, false
		}
		words = words || !ok
	}
	return words, true
}

func (s *run) addStatements(m Match, list []store.Said) {
	if len(list) > counted {
		list, s.more = list[:counted], true
	}
	for i := range list {
		if h := &list[i]; !s.seen[h.Num] {
			s.seen[h.Num] = true
			s.inStatements[h.Report] = true
			s.statements++
			s.hits = append(s.hits, found{match: m, said: h})
		}
	}
}
