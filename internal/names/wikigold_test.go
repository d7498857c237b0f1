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

// goldName is a name of the set with its type.
type goldName struct {
	span hearsay.Span
	kind hearsay.EntityType
}

var goldTypes = map[string]hearsay.EntityType{
	"I-PER": hearsay.Person, "I-LOC": hearsay.Place, "I-ORG": hearsay.Organization, "I-MISC": hearsay.Other,
}

// readWikigold is the articles of the file, sentences joined into a text.
func readWikigold(file string) (texts []string, names [][]goldName, err error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, nil, err
	}
	var b strings.Builder
	var list []goldName
	open := ""
	flush := func() {
		if b.Len() > 0 {
			texts, names = append(texts, b.String()), append(names, list)
		}
		b.Reset()
		list, open = nil, ""
	}
	for line := range strings.Lines(string(data)) {
		word, tag, ok := strings.Cut(strings.TrimSpace(line), " ")
		switch {
		case strings.HasPrefix(line, "-DOCSTART-"):
			flush()
			continue
		case !ok:
			open = ""
			continue
		}
		if b.Len() > 0 && !strings.Contains(".,;:!?)'", word[:1]) {
			b.WriteByte(' ')
		}
		start := b.Len()
		b.WriteString(word)
		if tag == open && tag != "O" {
			list[len(list)-1].span.End = b.Len()
		} else if tag != "O" {
			list = append(list, goldName{hearsay.Span{Start: start, End: b.Len()}, goldTypes[tag]})
		}
		open = tag
	}
	flush()
	return texts, names, nil
}

// TestWikigold measures the names found in encyclopedic prose, exact spans,
// of the second half of the articles.
func TestWikigold(t *testing.T) {
	texts, gold, err := readWikigold(filepath.Join(dataDir(), "ner", "wikigold", "wikigold.conll.txt"))
	if err != nil {
		t.Skip("no data")
	}
	model, err := syntax.Load()
	if err != nil {
		t.Fatal(err)
	}
	byType := map[hearsay.EntityType]*tally{}
	for _, k := range goldTypes {
		byType[k] = &tally{}
	}
	var spans tally
	for i := len(texts) / 2; i < len(texts); i++ {
		r := &hearsay.Report{Text: texts[i], Lang: "en"}
		doc := text.Analyze(r)
		model.Tag(doc)
		compareNames(read(doc, r, Outlets{}), gold[i], &spans, byType)
	}
	var b strings.Builder
	p, rec, f := spans.f1()
	fmt.Fprintf(&b, "names in the second half of wikigold, exact spans whatever the type: precision %.3f, recall %.3f, F1 %.3f\n", p, rec, f)
	for _, k := range []hearsay.EntityType{hearsay.Person, hearsay.Organization, hearsay.Place} {
		p, rec, f := byType[k].f1()
		fmt.Fprintf(&b, "  %-13s precision %.3f, recall %.3f, F1 %.3f\n", k, p, rec, f)
	}
	writeQuality(t, "wikigold", b.String())
}

func compareNames(rd *reading, gold []goldName, spans *tally, byType map[hearsay.EntityType]*tally) {
	want := map[hearsay.Span]hearsay.EntityType{}
	for _, g := range gold {
		want[g.span] = g.kind
	}
	found := map[hearsay.Span]bool{}
	for _, m := range rd.mentions {
		s := rd.spanOf(m.bare, m.last)
		found[s] = true
		kind, ok := want[s]
		spans.add(ok, true)
		if t := byType[m.of.kind]; t != nil {
			t.add(ok && kind == m.of.kind, true)
		}
		if ok && kind != m.of.kind {
			byType[kind].fn++
		}
	}
	for s, kind := range want {
		if !found[s] {
			spans.add(true, false)
			byType[kind].add(true, false)
		}
	}
}
