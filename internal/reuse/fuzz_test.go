package reuse

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/text"
)

// FuzzReuse derives one text from another whatever they are: nothing panics,
// every span is one of its text, and the order of the two changes nothing.
func FuzzReuse(f *testing.F) {
	f.Add("The dog is dead, and I think that nobody knows it. “We saw 14 of them,” he said.",
		"The dog is dead, and nobody knows it. “We saw 41 of them,” he said.")
	f.Add("عددت تسعة قوارب تتحسس الميناء، قال داود سرحان.", "“I counted nine boats feeling for the harbour,” Daoud Sarhan said.")
	f.Add("", "\n\n“")
	f.Fuzz(func(t *testing.T, a, b string) {
		docs := []Doc{plainDoc("a", a), plainDoc("b", b)}
		got := describe(docs)
		slices.Reverse(docs)
		if other := describe(docs); other != got {
			t.Errorf("%q becomes %q", got, other)
		}
		for _, d := range Drift(docs) {
			for _, doc := range docs {
				if doc.ID == d.Report && d.Span.Validate(doc.Text.Text) != nil {
					t.Errorf("span %v of %q", d.Span, doc.Text.Text)
				}
			}
		}
	})
}

func plainDoc(path, body string) Doc {
	r := &hearsay.Report{ID: path, Path: path, Outlet: path, Text: strings.ToValidUTF8(body, "")}
	return NewDoc(r, text.Analyze(r))
}

// TestOrder mixes reports out of common sentences, and checks that no order of
// them gives another result, that nothing derives from itself by any way, and
// that no parent is younger.
func TestOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 11))
	sentences := sentencesFor(random)
	for round := range 60 {
		docs := mixed(random, sentences)
		want := describe(docs)
		random.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
		if got := describe(docs); got != want {
			t.Fatalf("round %d: another order gives\n%snot\n%s", round, got, want)
		}
		checkForest(t, docs)
	}
}

func sentencesFor(random *rand.Rand) []string {
	words := strings.Fields("harbour lamp keeper carpet sheep boat lantern wedding drum harvest mill river bishop council " +
		"ladder herring rope the a of in to and was had not perhaps nine forty 14 Brandt Kessel Osric said went saw took")
	sentences := make([]string, 40)
	for i := range sentences {
		n := 8 + random.IntN(16)
		ws := make([]string, n)
		for k := range ws {
			ws[k] = words[random.IntN(len(words))]
		}
		sentences[i] = "So " + strings.Join(ws, " ") + "."
		if i%5 == 0 {
			sentences[i] = "“" + sentences[i] + "”"
		}
	}
	return sentences
}

func mixed(random *rand.Rand, sentences []string) []Doc {
	docs := make([]Doc, 12)
	for i := range docs {
		var b strings.Builder
		start := random.IntN(len(sentences))
		for k := range 2 + random.IntN(9) {
			b.WriteString(sentences[(start+k)%len(sentences)] + "\n\n")
		}
		docs[i] = plainDoc(fmt.Sprintf("d%02d", i), b.String())
		docs[i].Outlet = fmt.Sprint("outlet", random.IntN(5))
		docs[i].Published = hearsay.Date{Precision: hearsay.PrecisionDay}
		docs[i].Published.Time = docs[i].Published.Time.AddDate(1999, 0, random.IntN(4))
		if random.IntN(3) == 0 {
			docs[i].Published.Precision = hearsay.PrecisionMinute
		}
	}
	return docs
}

func checkForest(t *testing.T, docs []Doc) {
	t.Helper()
	prints := make([]Print, len(docs))
	byID := map[string]*Doc{}
	for i := range docs {
		prints[i], byID[docs[i].ID] = docs[i].Print, &docs[i]
	}
	parents := map[string][]string{}
	for _, d := range Derive(docs, Pairs(prints)) {
		parents[d.To] = append(parents[d.To], d.From)
		if byID[d.To].Published.Before(byID[d.From].Published) {
			t.Errorf("%s comes from the younger %s", d.To, d.From)
		}
	}
	var walk func(id string, depth int)
	walk = func(id string, depth int) {
		if depth > len(docs) {
			t.Fatalf("%s comes from itself", id)
		}
		for _, p := range parents[id] {
			walk(p, depth+1)
		}
	}
	for id := range parents {
		walk(id, 0)
	}
}

// BenchmarkDigest counts words a second.
func BenchmarkDigest(b *testing.B) {
	r := &hearsay.Report{Text: strings.Repeat("The harbour master counted 26 sheets of iron in the water near Old Stave. ", 50)}
	doc := text.Analyze(r)
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		p := Digest(doc, r)
		n += len(p.Words)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkDiff aligns two quotations of forty words.
func BenchmarkDiff(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 2))
	a := make([]uint32, 40)
	for i := range a {
		a[i] = random.Uint32()
	}
	c := slices.Delete(slices.Clone(a), 12, 14)
	for b.Loop() {
		diff(a, c)
	}
}
