package store

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"hearsay"
)

// TestPlaces: which entity of which report is whom is the same from both ends,
// in the order of the reports and, as text, of the entities.
func TestPlaces(t *testing.T) {
	db, err := Open(t.Context(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	one, other := "e0123456789ab", "effffffffffff"
	members := []Member{{300, "e2", one}, {2, "e10", one}, {2, "e2", one}, {2, "x é", other}, {2, "e007", other}, {1 << 40, "", one}}
	err = db.PutSettlement(t.Context(), "settle@1", "1", &Settlement{
		Identities: []hearsay.Identity{{ID: one, Name: "Ada"}, {ID: other, Name: "Bo"}}, Members: slices.Clone(members)})
	if err != nil {
		t.Fatal(err)
	}
	got, err := db.MentionsOf(t.Context(), one)
	want := []Member{{2, "e10", one}, {2, "e2", one}, {300, "e2", one}, {1 << 40, "", one}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v, %v", got, err)
	}
	if got, err = db.MembersOf(t.Context(), []int64{2, 7}); err != nil || len(got) != 4 || got[0] != (Member{2, "e007", other}) || got[3] != (Member{2, "x é", other}) {
		t.Errorf("%v, %v", got, err)
	}
	if got, err = db.MentionsOf(t.Context(), "e000000000000"); err != nil || got != nil {
		t.Errorf("%v, %v", got, err)
	}
}

// TestNameKeys: every identity is found under each of its keys, whatever page
// holds it, and nothing under others.
func TestNameKeys(t *testing.T) {
	db, err := Open(t.Context(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	s := &Settlement{}
	const identities = 700
	for i := range identities {
		id := fmt.Sprintf("e%08x%04x", i*7919, i)
		s.Identities = append(s.Identities, hearsay.Identity{ID: id, Name: strings.Repeat("x", 1+i)})
		s.NameKeys = append(s.NameKeys, NewNameKey(fmt.Sprint("own ", i), id), NewNameKey("all", id), NewNameKey("all", id), NewNameKey(fmt.Sprint("pair ", i/2), id))
	}
	if err := db.PutSettlement(t.Context(), "settle@1", "1", s); err != nil {
		t.Fatal(err)
	}
	for i := range identities {
		list, err := db.NamedLike(t.Context(), "nobody", []string{fmt.Sprint("own ", i)}, 9)
		if err != nil || len(list) != 1 || len(list[0].Name) != 1+i {
			t.Fatalf("under the key of %d: %v, %v", i, list, err)
		}
	}
	if list, err := db.NamedLike(t.Context(), "nobody", []string{"all", "none"}, 2*identities); err != nil || len(list) != identities {
		t.Errorf("%d under one key, %v", len(list), err)
	}
	if pairs, err := db.IdentitiesAlike(t.Context()); err != nil || len(pairs) != identities/2 {
		t.Errorf("%d pairs, %v", len(pairs), err)
	}
}

// TestDays: days as numbers are in the order of the days as text.
func TestDays(t *testing.T) {
	days := []string{"", "0987", "2016", "2016-03", "2016-03-01", "2016-03-02", "2016-12", "2017"}
	for i, day := range days {
		if got := dayOf(dayNumber(day)); got != day {
			t.Errorf("%q comes back as %q", day, got)
		}
		if i > 0 && dayNumber(days[i-1]) >= dayNumber(day) {
			t.Errorf("%s is not before %s", days[i-1], day)
		}
	}
}

// TestStatementsOfClaims: a claim has all of its statements, and a report.
func TestStatementsOfClaims(t *testing.T) {
	db, err := Open(t.Context(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	s := &Settlement{}
	var reports []*hearsay.Report
	for i := range 40 {
		id := fmt.Sprintf("sha256:%d", i)
		reports = append(reports, &hearsay.Report{ID: id, Path: id, Text: "that it sank, and that it rained"})
		s.Publications = append(s.Publications, Publication{Report: int64(i + 1)})
		for k := range 3 {
			s.Statements = append(s.Statements, Statement{Report: int64(i + 1), Claim: fmt.Sprintf("c%012x", 1+min(k, 1)+k*i), Statement: hearsay.Statement{
				Report: id, Seq: k, Content: []hearsay.Span{{Start: 5, End: 12}}}})
		}
	}
	for i := range s.Statements {
		if id := s.Statements[i].Claim; !slices.ContainsFunc(s.Claims, func(c Claim) bool { return c.ID == id }) {
			s.Claims = append(s.Claims, Claim{ID: id, Best: i, Words: hearsay.Span{Start: 8, End: 12}, FirstSeen: "2016-03", Reports: 1})
		}
	}
	if _, err := db.PutReports(t.Context(), reports); err != nil {
		t.Fatal(err)
	}
	if err := db.PutSettlement(t.Context(), "settle@1", "1", s); err != nil {
		t.Fatal(err)
	}
	for _, c := range s.Claims {
		list, err := db.StatementsOfClaims(t.Context(), []string{c.ID})
		want := 0
		for i := range s.Statements {
			if s.Statements[i].Claim == c.ID {
				want++
			}
		}
		if err != nil || len(list) != want || !slices.IsSortedFunc(list, func(a, b Statement) int { return int(a.Num - b.Num) }) {
			t.Errorf("%s has %d statements of %d, %v", c.ID, len(list), want, err)
		}
		rows, err := db.ClaimsByID(t.Context(), []string{c.ID})
		if err != nil || len(rows) != 1 || rows[0].Text != "sank" || rows[0].FirstSeen != "2016-03" {
			t.Errorf("%+v, %v", rows, err)
		}
	}
	if list, err := db.StatementsOfReports(t.Context(), []int64{7, 9, 99}); err != nil || len(list) != 6 || list[0].Report == list[5].Report {
		t.Errorf("%d statements, %v", len(list), err)
	}
}
