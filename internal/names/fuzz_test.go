package names

import (
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/text"
)

// FuzzResolve: no text and no spans of attributions make Resolve panic, every
// mention re-reads, and every id that it hands out is one of an entity.
func FuzzResolve(f *testing.F) {
	f.Add("Ada Lund, 54, who chairs the board, said “I saw it”. She left. The authority's spokeswoman, Bo Tarn, denied it.", "The Sedge Post", 0, 8, 30, 20)
	f.Add("أبو حاتم الرصيفي قال إن لجنة المصالحة", "صوت", 0, 30, 5, 2)
	f.Add("’s 's of the & of, (—) the A. B. C. I we he", "", 1, 3, 8, 4)
	f.Add("STOLL: Good. “Mr. & Mrs. O’Neil-al-Rasifi's", "'", 3, 90, 1, 1)
	tagger := tagger(f)
	f.Fuzz(func(t *testing.T, body, outlet string, a, b, c, d int) {
		body = strings.ToValidUTF8(body, "?")
		r := &hearsay.Report{Text: body, Outlet: outlet, Byline: outlet, Title: outlet}
		attrs := []hearsay.Attribution{
			{ID: "a1", Source: []hearsay.Span{{Start: a, End: b}}, Content: []hearsay.Span{{Start: c, End: d}}, Kind: hearsay.Direct},
			{ID: "a2", Source: []hearsay.Span{{Start: c, End: b}, {Start: a, End: d}}, Via: []hearsay.Via{{Span: hearsay.Span{Start: b, End: c}}}},
		}
		known := NewOutlets([]hearsay.Outlet{{Name: outlet, Aliases: []string{"the Post"}}})
		doc := text.Analyze(r)
		tagger.Tag(doc)
		entities, out := Resolve(doc, r, attrs, known)
		ids := map[string]bool{"": true}
		for _, e := range entities {
			ids[e.ID] = true
			for _, s := range append(e.Mentions, nonEmpty(e.SpeaksForWhy)...) {
				if err := s.Validate(body); err != nil {
					t.Fatalf("%s: %v", e.Name, err)
				}
			}
		}
		for _, x := range out {
			if !ids[x.Speaker] || len(x.Via) > 0 && !ids[x.Via[0].Entity] {
				t.Fatalf("unknown entity in %+v", x)
			}
		}
		Link(Mentions(r, entities, known), nil)
	})
}

func nonEmpty(s hearsay.Span) []hearsay.Span {
	if s.IsEmpty() {
		return nil
	}
	return []hearsay.Span{s}
}

// FuzzSame: Same is symmetric, and what it joins shares a key.
func FuzzSame(f *testing.F) {
	f.Add("Abu Hatim al-Rasifi", "أبو حاتم الرصيفي", true)
	f.Add("abd al", "the", false)
	f.Add("R.R.A.", "Regional Roads Authority", false)
	f.Fuzz(func(t *testing.T, x, y string, persons bool) {
		kind := hearsay.Organization
		if persons {
			kind = hearsay.Person
		}
		a, b := mentionedAs(x, kind), mentionedAs(y, kind)
		d, e := Same(a, b), Same(b, a)
		if d.Same != e.Same {
			t.Fatalf("Same(%q, %q) depends on the order: %+v, %+v", x, y, d, e)
		}
		if d.Same && !shareKey(a.Entity, b.Entity) {
			t.Fatalf("%q and %q are joined and share no key: %q, %q", x, y, Keys(a.Entity), Keys(b.Entity))
		}
		Matches(x, Identity{Name: y, Type: kind})
	})
}
