package trace

import (
	"slices"
	"testing"

	"hearsay"
	"hearsay/internal/claims"
)

// TestCallAs: a query's spelling of a name gives way to the one that the case
// knows, a title does not, and of two who are spelled so neither is meant.
func TestCallAs(t *testing.T) {
	byelsky := hearsay.Identity{ID: "a", Name: "Arthur Byelsky", Spellings: []string{"Colonel Artur Belsky", "Artur Belsky", "Arthur Byelsky"}}
	other := hearsay.Identity{ID: "b", Name: "Ivan Bielsky", Spellings: []string{"Ivan Belsky"}}
	for _, x := range []struct {
		words []string
		list  []hearsay.Identity
		want  []string
		met   bool
	}{
		{[]string{"belsky"}, []hearsay.Identity{byelsky}, []string{"byelski"}, true},
		{[]string{"artur", "belsky"}, []hearsay.Identity{byelsky}, []string{"arthur", "byelski"}, true},
		{[]string{"byelsky"}, []hearsay.Identity{byelsky}, []string{"byelski"}, true},
		{[]string{"belsky"}, []hearsay.Identity{byelsky, other}, []string{"belski"}, true},
		{[]string{"orlov"}, []hearsay.Identity{byelsky}, []string{"orlov"}, false},
	} {
		q := claims.Question{}
		for _, w := range x.words {
			if w == "belsky" || w == "byelsky" {
				w = w[:len(w)-1] + "i" // the root
			}
			q.Terms = append(q.Terms, claims.Term{Text: w, Kind: claims.Name, Weight: 1})
		}
		met := callAs(&q, x.words, x.list)
		var got []string
		for _, term := range q.Terms {
			got = append(got, term.Text)
		}
		if met != x.met || !slices.Equal(got, x.want) {
			t.Errorf("%v: %v, %v; want %v", x.words, got, met, x.want)
		}
	}
}
