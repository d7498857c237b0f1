package store

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"hearsay"
)

func packed() hearsay.Analysis {
	return hearsay.Analysis{
		Genre: hearsay.GenreArticle,
		Attributions: []hearsay.Attribution{{ID: "a1", Source: []hearsay.Span{{Start: 3, End: 9}}, Content: []hearsay.Span{}, Kind: hearsay.Direct,
			Stance: hearsay.Asserts, Hedged: true, Speaker: "e1", Via: []hearsay.Via{{Role: hearsay.RoleRelay, Entity: "e2"}}, Score: 0.85}},
		Entities:   []hearsay.Entity{{ID: "e1", Name: "Ada Lund", Type: hearsay.Person, Names: []string{"Ada Lund", "Lund"}}, {ID: "e2", Name: "قاسم"}},
		Statements: []hearsay.Statement{{Seq: 1, Speaker: "e1", Chain: hearsay.Chain{{Name: "The Courier"}, {Name: "Ada Lund"}}}},
		Drafts:     []string{"bridg/w70 @e1^"},
	}
}

// TestPack: what is packed comes back as it was, nil and empty lists apart.
func TestPack(t *testing.T) {
	want := packed()
	b, err := pack(want)
	if err != nil {
		t.Fatal(err)
	}
	var got hearsay.Analysis
	if err := unpack(b, &got); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v\ngot  %+v\nwant %+v", err, got, want)
	}
	date := hearsay.Date{Time: time.Date(2016, 3, 1, 7, 0, 0, 0, time.FixedZone("", 3600)), Precision: hearsay.PrecisionMinute, Zoned: true}
	if b, err = pack(date); err != nil {
		t.Fatal(err)
	}
	var back hearsay.Date
	if err := unpack(b, &back); err != nil || !back.Time.Equal(date.Time) || back.Precision != date.Precision || !back.Zoned {
		t.Errorf("%+v, %v", back, err)
	}
}

// TestOwnWords: the words of our own have the numbers by which the schema and
// older cases know them.
func TestOwnWords(t *testing.T) {
	if n := wordNumber(hearsay.Asserts); n != 4 {
		t.Errorf("asserts is %d, and 4 in the schema", n)
	}
	for _, s := range []string{"", "asserts", "sha256:" + strings.Repeat("0af9", 16), "e00ff00aa11bb", "E00FF00AA11BB", "translation", "x"} {
		b, err := pack(&s)
		if err != nil {
			t.Fatal(err)
		}
		var got string
		if err := unpack(b, &got); err != nil || got != s {
			t.Errorf("%q came back as %q, %v", s, got, err)
		}
	}
}

// TestLayout: a moved or renamed field is another layout.
func TestLayout(t *testing.T) {
	type one struct{ A, B int }
	type moved struct{ B, A int }
	type deep struct{ Of []*moved }
	type renamed struct{ Of []*one }
	seen := map[string]bool{}
	for _, v := range []any{one{}, moved{}, deep{}, renamed{}, hearsay.Analysis{}} {
		seen[Layout(v)] = true
	}
	if again := Layout(one{}); len(seen) != 5 || !seen[again] {
		t.Errorf("layouts: %v", seen)
	}
}

// FuzzUnpack: damaged rows are errors, and take no more memory than they are
// long.
func FuzzUnpack(f *testing.F) {
	b, err := pack(packed())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Add([]byte{0, 200, 255, 255, 255, 255, 15})
	f.Fuzz(func(t *testing.T, b []byte) {
		var a hearsay.Analysis
		if unpack(b, &a) == nil {
			if _, err := pack(a); err != nil {
				t.Error(err)
			}
		}
	})
}

func BenchmarkUnpack(b *testing.B) {
	rows, err := pack(packed())
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		var a hearsay.Analysis
		if err := unpack(rows, &a); err != nil {
			b.Fatal(err)
		}
	}
}
