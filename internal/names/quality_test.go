package names

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/syntax"
	"hearsay/internal/text"
)

// dataDir is the folder of public data: HEARSAY_DATA, or shared/data beside
// the repository; "" if there is none.
func dataDir() string {
	if dir := os.Getenv("HEARSAY_DATA"); dir != "" {
		return dir
	}
	dir, _ := os.Getwd()
	for range 6 {
		if s := filepath.Join(dir, "shared", "data"); isDir(s) {
			return s
		}
		dir = filepath.Dir(dir)
	}
	return ""
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// heldOut are the annotated texts that the recognizer was not trained on.
type heldOut struct {
	name  string
	texts []Annotated
	err   error
}

func heldOutSets() []heldOut {
	data := os.DirFS(dataDir())
	wikigold, err := ReadWikigold(data)
	sets := []heldOut{{"second half of wikigold", wikigold[len(wikigold)/2:], err}}
	gum := func(name string, keep func(genre string) bool) {
		texts, err := ReadGUM(data, func(genre, split, _ string) bool { return split != "train" && keep(genre) })
		sets = append(sets, heldOut{name, texts, err})
	}
	gum("GUM dev and test, news and interviews", func(genre string) bool { return genre == "news" || genre == "interview" })
	gum("GUM dev and test, other genres", func(genre string) bool { return genre != "news" && genre != "interview" })
	for _, s := range []struct{ name, file string }{
		{"BTC, posts of news accounts", "btc/g.conll"},
		{"WNUT 2017 dev, comments", "wnut17/emerging.dev.conll"},
	} {
		texts, err := readColumns(data, "ner/"+s.file, 20)
		sets = append(sets, heldOut{s.name, texts, err})
	}
	return sets
}

// TestQualityOfRecognition measures the names found, exact spans, on texts
// that nothing was trained on; with the rules alone too.
func TestQualityOfRecognition(t *testing.T) {
	if dataDir() == "" {
		t.Skip("no data")
	}
	model, err := syntax.Load()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, set := range heldOutSets() {
		if set.err != nil {
			t.Fatal(set.err)
		}
		rules, both := newNameScore(), newNameScore()
		for _, a := range set.texts {
			r := &hearsay.Report{Text: a.Text, Lang: "en"}
			doc := text.Analyze(r)
			model.Tag(doc)
			both.add(read(doc, r, Outlets{}), a.Names)
			rules.add(readByRules(doc, r), a.Names)
		}
		fmt.Fprintf(&b, "%s\n%s  with the rules alone\n%s", set.name, both, rules)
	}
	writeQuality(t, "names", b.String())
}

func readByRules(doc *text.Document, r *hearsay.Report) *reading {
	rd := prepare(doc, r, Outlets{})
	rd.findNames()
	rd.cluster()
	return rd
}

// nameScore counts what is found of the names of a set.
type nameScore struct {
	spans  tally // whatever the type
	named  tally // the same, adjectives of nations not asked for
	typed  tally
	byType map[hearsay.EntityType]*tally
}

func newNameScore() *nameScore {
	s := &nameScore{byType: map[hearsay.EntityType]*tally{}}
	for _, k := range labelKinds[personLabel:] {
		s.byType[k] = &tally{}
	}
	return s
}

func (s *nameScore) add(rd *reading, gold []AnnotatedName) {
	want := map[hearsay.Span]hearsay.EntityType{}
	for _, g := range gold {
		want[g.Span] = g.Kind
	}
	found := map[hearsay.Span]bool{}
	for _, m := range rd.mentions {
		span := rd.spanOf(m.bare, m.last)
		found[span] = true
		kind, ok := want[span]
		s.spans.add(ok, true)
		s.named.add(ok, true)
		s.typed.add(ok && kind == m.of.kind, true)
		s.byType[m.of.kind].add(ok && kind == m.of.kind, true)
		if ok && kind != m.of.kind {
			s.byType[kind].fn++
			s.typed.fn++
		}
	}
	for span, kind := range want {
		if found[span] {
			continue
		}
		s.spans.add(true, false)
		s.typed.add(true, false)
		s.byType[kind].add(true, false)
		if !demonyms[strings.ToLower(span.Of(rd.doc.Text))] {
			s.named.add(true, false)
		}
	}
}

func (s *nameScore) String() string {
	var b strings.Builder
	line := func(name string, t *tally) {
		p, r, f := t.f1()
		fmt.Fprintf(&b, "  %-34s precision %.3f, recall %.3f, F1 %.3f\n", name, p, r, f)
	}
	line("whatever the type", &s.spans)
	line("  adjectives of nations left out", &s.named)
	line("with the type", &s.typed)
	for _, k := range []hearsay.EntityType{hearsay.Person, hearsay.Organization, hearsay.Place} {
		if t := s.byType[k]; t.tp+t.fn > 0 {
			line("  "+string(k), t)
		}
	}
	return b.String()
}
