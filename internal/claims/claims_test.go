package claims

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/syntax"
	"hearsay/internal/text"
)

func weights(t testing.TB) *Weights {
	t.Helper()
	w, err := LoadWeights()
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// tagged reads words with their parts of speech, as a query's are.
func (w *Weights) tagged(t testing.TB) func(words string) Proposition {
	t.Helper()
	model, err := syntax.Load()
	if err != nil {
		t.Fatal(err)
	}
	return func(words string) Proposition {
		doc := text.Parse(words, "en")
		model.Tag(doc)
		return w.Query(doc)
	}
}

func (w *Weights) of(words string) Proposition { return w.Query(text.Parse(words, "en")) }

// What says the same is more alike than what does not.
func TestLikeness(t *testing.T) {
	w := weights(t)
	tests := []struct {
		name, a, b string
		one        bool
	}{
		{"the same words", "the harbour bridge is closed to lorries", "the harbour bridge is closed to lorries", true},
		{"place and time added", "the harbour bridge is closed to lorries", "on Monday the old harbour bridge was closed to lorries, police in Tarnmouth wrote", true},
		{"a denial speaks of what it denies", "the harbour bridge is closed to lorries", "the harbour bridge is not closed to lorries", true},
		{"another form of the word", "inspectors treated the patients at the clinic", "the treatment of patients at the clinic by inspectors", true},
		{"another matter", "the harbour bridge is closed to lorries", "the mayor opened a school garden", false},
		{"nothing", "", "the harbour bridge is closed", false},
	}
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) {
			p, q := w.of(c.a), w.of(c.b)
			if score := w.Likeness(p, q); (score >= joinAt) != c.one {
				t.Errorf("likeness %.2f of %q and %q", score, p, q)
			}
		})
	}
}

// Participants alone make no claim: what they do must agree too.
func TestParticipantsAreNotEnough(t *testing.T) {
	p, q := Parse("harbour/n50 ketterbi/n100 su/w97 tarnmouth/n50"), Parse("fed/w70 harbour/n50 ketterbi/n100 tarnmouth/n50")
	if score := weights(t).Likeness(p, q); score >= joinAt {
		t.Errorf("likeness %.2f", score)
	}
}

// Likeness is 1 for a proposition and itself, never outside 0 to 1, and does
// not ask who comes first.
func TestLikenessIsAMeasure(t *testing.T) {
	w, r := weights(t), rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		p, q := randomProposition(r), randomProposition(r)
		a, b := w.Likeness(p, q), w.Likeness(q, p)
		if a < 0 || a > 1+1e-9 {
			t.Fatalf("%q and %q: %g", p, q, a)
		}
		if a-b > 1e-9 || b-a > 1e-9 {
			t.Fatalf("%q and %q: %g, the other way %g", p, q, a, b)
		}
		if self := w.Likeness(p, p); self != 0 && (self < 1-1e-9 || self > 1+1e-9) {
			t.Fatalf("%q and itself: %g", p, self)
		}
	}
}

var vocabulary = strings.Fields("bridg clos lorr harbour mayor school pay cut strik port union clinic treat dinner forklift lend tarnmouth ketterby lund brede 12 14 40")

func randomProposition(r *rand.Rand) Proposition {
	var p Proposition
	for range 1 + r.IntN(7) {
		word := vocabulary[r.IntN(len(vocabulary))]
		t := Term{Text: word, Weight: float64(25+r.IntN(86)) / 100, Negated: r.IntN(9) == 0}
		switch {
		case word < "a":
			t.Kind = Number
		case strings.HasPrefix(word, "l"), strings.HasPrefix(word, "k"):
			t.Kind = Name
		}
		p.Terms = append(p.Terms, t)
	}
	p.tidy()
	return p
}

// The order of the statements changes nothing: the same ones are together.
func TestGroupIgnoresOrder(t *testing.T) {
	w, r := weights(t), rand.New(rand.NewPCG(3, 4))
	for range 150 {
		props, joined := randomProps(r, 60)
		want := partition(w.Group(props, joined))
		order := r.Perm(len(props))
		shuffled, at := make([]Proposition, len(props)), make([]int, len(props))
		for to, from := range order {
			shuffled[to], at[from] = props[from], to
		}
		var moved [][2]int
		for _, pair := range slices.Backward(joined) {
			moved = append(moved, [2]int{at[pair[1]], at[pair[0]]})
		}
		group := w.Group(shuffled, moved)
		back := make([]int, len(props))
		for i := range back {
			back[i] = group[at[i]]
		}
		if got := partition(back); !reflect.DeepEqual(got, want) {
			t.Fatalf("one order %v, another %v", want, got)
		}
	}
}

func randomProps(r *rand.Rand, n int) (props []Proposition, joined [][2]int) {
	for range n {
		p := randomProposition(r)
		if len(props) > 0 && r.IntN(3) == 0 {
			p = Proposition{Terms: slices.Clone(props[r.IntN(len(props))].Terms)}
			p.Terms = append(p.Terms, randomProposition(r).Terms[:1]...)
			p.tidy()
		}
		props = append(props, p)
	}
	for range r.IntN(4) {
		joined = append(joined, [2]int{r.IntN(n), r.IntN(n)})
	}
	return props, joined
}

// partition names each group by its first member.
func partition(group []int) []int {
	name := map[int]int{}
	list := make([]int, len(group))
	for i, g := range group {
		if _, ok := name[g]; !ok {
			name[g] = i
		}
		list[i] = name[g]
	}
	return list
}

// Pairs that are one for other reasons stay one.
func TestGroupKeepsJoined(t *testing.T) {
	w := weights(t)
	props := []Proposition{w.of("the bridge is closed"), w.of("a school garden opened"), w.of("the bridge is closed")}
	if got := partition(w.Group(props, [][2]int{{0, 1}})); !reflect.DeepEqual(got, []int{0, 0, 0}) {
		t.Errorf("%v", got)
	}
	if got := partition(w.Group(props, nil)); !reflect.DeepEqual(got, []int{0, 1, 0}) {
		t.Errorf("%v", got)
	}
	if got := w.Group(nil, nil); len(got) != 0 {
		t.Errorf("%v", got)
	}
}

func TestPrintedPropositionsReadBack(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 2000 {
		p := randomProposition(r)
		if got := Parse(p.String()); !reflect.DeepEqual(got, p) {
			t.Fatalf("%q reads back as %q", p, got)
		}
		d := Draft{Words: p.Terms, Entities: []string{"e1", "e22"}}
		if got := ParseDraft(d.String()); !reflect.DeepEqual(got, d) {
			t.Fatalf("%q reads back as %q", d, got)
		}
	}
	at := Draft{Words: []Term{{Text: "@lund", Weight: 1.1}}, Entities: []string{"e1"}}
	if got := ParseDraft(at.String()); !reflect.DeepEqual(got, at) {
		t.Errorf("a word with an @ reads back as %v", got)
	}
	if got := Parse("no term/x9 a/ /w1 b/w-2 c/w9999999 d/w50!"); got.String() != "d/w50!" {
		t.Errorf("%q", got)
	}
}

func TestNewDraftLeavesOutTheSpeaker(t *testing.T) {
	words := "Lund told Brede that the harbour bridge is closed."
	doc := text.Parse(words, "en")
	entities := []hearsay.Entity{{ID: "e1", Mentions: []hearsay.Span{{Start: 0, End: 4}}}, {ID: "e2", Mentions: []hearsay.Span{{Start: 10, End: 15}}}}
	d := weights(t).NewDraft(doc, []hearsay.Span{{End: len(words)}}, MentionsOf(entities), "e1")
	if !reflect.DeepEqual(d.Entities, []string{"e2"}) {
		t.Errorf("entities %v", d.Entities)
	}
	p := Resolve(d, func(string) string { return "Tomas\tBrede" })
	if got := Parse(p.String()); !reflect.DeepEqual(got.Words(), p.Words()) {
		t.Errorf("%q reads back as %q", p, got)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"", "bridg/w110 clos/w70!", "a/b/n25 12/#80", "@e1 x/w1 @", "!/w5!", "/w1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p := Parse(s)
		if got := Parse(p.String()); !reflect.DeepEqual(got, p) {
			t.Errorf("%q reads back as %q", p, got)
		}
		d := ParseDraft(s)
		if got := ParseDraft(d.String()); !reflect.DeepEqual(got, d) {
			t.Errorf("%q reads back as %q", d, got)
		}
	})
}

func FuzzNewDraft(f *testing.F) {
	w := weights(f)
	f.Add("Lund said the bridge isn't closed; nobody paid 12,000 crowns.", 0, 40)
	f.Add("لم يكن الجسر مغلقا", 3, 9)
	f.Add("@lund not only not; and that and", 0, 99)
	f.Fuzz(func(t *testing.T, words string, start, end int) {
		doc := text.Parse(words, "en")
		span := hearsay.Span{Start: start, End: end}
		d := w.NewDraft(doc, []hearsay.Span{span}, MentionsOf([]hearsay.Entity{{ID: "e1", Mentions: []hearsay.Span{{Start: 0, End: 5}}}}), "")
		printed := d.String()
		if again := ParseDraft(printed).String(); again != printed {
			t.Errorf("%q reads back as %q", printed, again)
		}
		checkClauses(t, span, Clauses(doc, span))
	})
}

// checkClauses: clauses lie in the span, in order, apart from one another.
func checkClauses(t *testing.T, span hearsay.Span, clauses []hearsay.Span) {
	end := span.Start
	for _, c := range clauses {
		if c.IsEmpty() || c.Start < end || c.End > span.End {
			t.Fatalf("clauses %v of %v", clauses, span)
		}
		end = c.End
	}
}

// BenchmarkGroup groups the statements of growing cases: a few matters that
// many report in many words, and a long tail.
func BenchmarkGroup(b *testing.B) {
	w := weights(b)
	for _, n := range []int{5000, 20000, 100000} {
		props := manyMatters(n)
		b.Run(fmt.Sprintf("props=%d", n), func(b *testing.B) {
			for b.Loop() {
				w.Group(props, nil)
			}
		})
	}
}

func manyMatters(n int) []Proposition {
	r := rand.New(rand.NewPCG(7, 8))
	props := make([]Proposition, n)
	for i := range props {
		matter := i
		if i%3 == 0 {
			matter = r.IntN(n / 30)
		}
		words := rand.New(rand.NewPCG(uint64(matter), 1))
		for range 6 {
			props[i].Terms = append(props[i].Terms, Term{Text: zipf(words), Weight: 0.6})
		}
		if r.IntN(2) == 0 {
			props[i].Terms = append(props[i].Terms, Term{Text: zipf(r), Weight: 0.5})
		}
		props[i].tidy()
	}
	return props
}

// zipf draws a content word as text does: the word of rank n about 1/n times,
// the sixteen most frequent left out.
func zipf(r *rand.Rand) string {
	rank := float64(int(16) << r.IntN(12))
	return fmt.Sprintf("w%d", int(rank*(1+r.Float64())))
}

// What is said to be the opposite is the other side of the same claim.
func TestOpposite(t *testing.T) {
	w := weights(t)
	for _, c := range []struct {
		a, b     string
		opposite bool
	}{
		{"The roof of the ice rink is unsafe", "The roof of the ice rink is safe", true},
		{"The bridge was not closed to lorries", "The bridge was closed to lorries", true},
		{"The court found the mayor guilty", "The court found the mayor innocent", true},
		{"Nobody was warned before the gates were opened", "The gates were opened without warning", false},
		{"They are treated at the clinic and pay nothing", "They are treated at the clinic", false},
		{"The crack had been reported in May and nothing was done", "The crack was reported in May", false},
		{"The crack was reported in May and nothing was done", "The crack was reported in May and something was done", true},
		{"It is not true that the dam has burst", "The dam has burst", true},
		{"Rumours that the pier was blown up do not correspond to reality", "The pier was destroyed", true},
		{"Any suggestion that the ferry was overloaded is simply false", "The ferry was overloaded", true},
		{"The reports that the town was taken are false", "The town was captured", true},
		{"There is no truth in the story that the coach resigned", "The coach resigned", true},
		{"Talk of an overloaded ferry proved false", "The ferry was overloaded", true},
		{"Three sailors were hurt at the lock, none of them badly", "Three sailors were hurt at the lock", false},
		{"Three sailors were hurt, though not seriously", "Three sailors were hurt at the lock", false},
		{"The pilot was not badly hurt", "The pilot was hurt", true},
		{"None of the sailors was hurt", "Three sailors were hurt at the lock", true},
		{"Nine of the patients in the trial never existed", "Nine patients in a university trial were made up", false},
		{"Nine of the patients never existed", "That any patient was invented", false},
		{"The witness does not exist", "The witness is fictitious", false},
		{"The witness exists", "The witness was invented by the lawyer", true},
		{"It is a myth that the ferry was overloaded", "The ferry was overloaded", true},
		{"The story of the overloaded ferry was written in a day", "The ferry was overloaded", false},
		{"The claim that the ferry was overloaded is true", "The ferry was overloaded", false},
		{"The report that the ferry was overloaded is on every front page", "The ferry was overloaded", false},
	} {
		if got := w.Opposite(tagged(t, w, c.a), tagged(t, w, c.b)); got != c.opposite {
			t.Errorf("%q against %q: opposite is %v", c.a, c.b, got)
		}
	}
}

func tagged(t *testing.T, w *Weights, words string) Proposition {
	t.Helper()
	return w.Query(taggedWords(t, words))
}

// taggedWords are words with their tags.
func taggedWords(t *testing.T, words string) *text.Document {
	t.Helper()
	model, err := syntax.Load()
	if err != nil {
		t.Fatal(err)
	}
	doc := text.Parse(words, "en")
	model.Tag(doc)
	return doc
}

func BenchmarkLoadWeights(b *testing.B) {
	for range b.N {
		if _, err := LoadWeights(); err != nil {
			b.Fatal(err)
		}
	}
}
