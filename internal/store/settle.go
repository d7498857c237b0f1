package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

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
}

// NameKey is an index entry under which search finds an identity whatever the
// spelling.
type NameKey struct {
	Key      string
	Identity string
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
	Aligned []hearsay.Aligned `json:"aligned,omitempty"`
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
	Text      string
	FirstSeen string
	Terms     string // of the proposition that stands for it
	Reports   int    // that assert it
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
	Chain hearsay.Chain `json:"chain"`
	End   hearsay.End   `json:"end"`
}

// Resolved is the statement's chain through the whole case.
func (s *Statement) Resolved() (hearsay.Chain, hearsay.End) {
	if s.Full != nil {
		return s.Full.Chain, s.Full.End
	}
	return s.Chain, s.End
}

// PutSettlement replaces all that was derived from the case as a whole and
// sets the stage's cursor, in one transaction.
func (db *DB) PutSettlement(ctx context.Context, stage, position string, s *Settlement) error {
	return db.inTx(ctx, func(tx *sql.Tx) error {
		for _, table := range []string{"identity", "identity_of", "publication", "speaks_for", "derivation", "same_text", "drift", "claim", "statement", "said", "name_fts", "name_key", "word"} {
			if _, err := tx.ExecContext(ctx, "DELETE FROM "+table); err != nil {
				return err
			}
		}
		for _, index := range []string{"statement_fts", "said_fts"} {
			if _, err := tx.ExecContext(ctx, "INSERT INTO "+index+"("+index+") VALUES ('delete-all')"); err != nil {
				return err
			}
		}
		for _, put := range []func(context.Context, *sql.Tx, *Settlement) error{
			putIdentities, putMembers, putPublications, putSpeaksFor, putDerivations, putSameTexts, putDrifts, putClaims, putStatements,
			putNames, putSaid, putWords,
		} {
			if err := put(ctx, tx, s); err != nil {
				return err
			}
		}
		return setCursor(ctx, tx, stage, position)
	})
}

// insert runs one prepared statement over the rows of list.
func insert[T any](ctx context.Context, tx *sql.Tx, query string, list []T, args func(*T) ([]any, error)) error {
	stmt, err := tx.PrepareContext(ctx, query)
	if err != nil {
		return err
	}
	defer stmt.Close()
	for i := range list {
		values, err := args(&list[i])
		if err == nil {
			_, err = stmt.ExecContext(ctx, values...)
		}
		if err != nil {
			return fmt.Errorf("%s: row %d: %w", query, i, err)
		}
	}
	return nil
}

func putIdentities(ctx context.Context, tx *sql.Tx, s *Settlement) error {
	return insert(ctx, tx, "INSERT INTO identity(id, name, body) VALUES (?,?,?)", s.Identities, func(i *hearsay.Identity) ([]any, error) {
		body, err := json.Marshal(i)
		return []any{i.ID, i.Name, body}, err
	})
}

func putMembers(ctx context.Context, tx *sql.Tx, s *Settlement) error {
	return insert(ctx, tx, "INSERT INTO identity_of(report, entity, identity) VALUES (?,?,?)", s.Members, func(m *Member) ([]any, error) {
		return []any{m.Report, m.Entity, m.Identity}, nil
	})
}

func putPublications(ctx context.Context, tx *sql.Tx, s *Settlement) error {
	return insert(ctx, tx, "INSERT INTO publication(report, outlet, family, party, published, day) VALUES (?,?,?,?,?,?)", s.Publications,
		func(p *Publication) ([]any, error) {
			published, err := json.Marshal(stored(p.Published))
			return []any{p.Report, p.Outlet, p.Family, p.Party, string(published), p.Published.Day()}, err
		})
}

func putSpeaksFor(ctx context.Context, tx *sql.Tx, s *Settlement) error {
	return insert(ctx, tx, "INSERT OR IGNORE INTO speaks_for(who, whom, report, first, last) VALUES (?,?,?,?,?)", s.SpeaksFor,
		func(f *SpeaksFor) ([]any, error) {
			return []any{f.Who, f.Whom, f.Report, f.Span.Start, f.Span.End}, nil
		})
}

func putDerivations(ctx context.Context, tx *sql.Tx, s *Settlement) error {
	return insert(ctx, tx, "INSERT INTO derivation(source, target, body) VALUES (?,?,?)", s.Derivations, func(d *Derivation) ([]any, error) {
		body, err := json.Marshal(d)
		return []any{d.Source, d.Target, body}, err
	})
}

func putSameTexts(ctx context.Context, tx *sql.Tx, s *Settlement) error {
	return insert(ctx, tx, "INSERT INTO same_text(a, b, overlap) VALUES (?,?,?)", s.SameTexts, func(t *SameText) ([]any, error) {
		return []any{t.A, t.B, t.Overlap}, nil
	})
}

func putDrifts(ctx context.Context, tx *sql.Tx, s *Settlement) error {
	return insert(ctx, tx, "INSERT INTO drift(report, base, body) VALUES (?,?,?)", s.Drifts, func(d *Drift) ([]any, error) {
		body, err := json.Marshal(d)
		return []any{d.Report, d.Base, body}, err
	})
}

func putClaims(ctx context.Context, tx *sql.Tx, s *Settlement) error {
	return insert(ctx, tx, "INSERT INTO claim(id, text, first_seen, terms, reports) VALUES (?,?,?,?,?)", s.Claims, func(c *Claim) ([]any, error) {
		return []any{c.ID, c.Text, c.FirstSeen, c.Terms, c.Reports}, nil
	})
}

func putStatements(ctx context.Context, tx *sql.Tx, s *Settlement) error {
	for i := range s.Statements {
		s.Statements[i].Num = int64(i + 1)
	}
	err := insert(ctx, tx, "INSERT INTO statement(num, report, seq, claim, speaker, terms, body, full) VALUES (?,?,?,?,?,?,?,?)", s.Statements,
		func(st *Statement) ([]any, error) {
			body, err := json.Marshal(st.Statement)
			if err != nil {
				return nil, err
			}
			full, err := json.Marshal(st.Full)
			return []any{st.Num, st.Report, st.Seq, st.Claim, st.Identity, st.Terms, body, full}, err
		})
	if err != nil {
		return err
	}
	return insert(ctx, tx, "INSERT INTO statement_fts(rowid, terms) VALUES (?,?)", s.Statements, func(st *Statement) ([]any, error) {
		return []any{st.Num, st.Terms}, nil
	})
}
