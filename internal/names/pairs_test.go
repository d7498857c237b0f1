package names

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"hearsay"
)

var update = flag.Bool("update", false, "rewrite quality.txt and the golden files")

// pair is a line of testdata/pairs.tsv; an organisation is marked with @.
type pair struct {
	a, b  string
	same  bool
	class string
	kind  hearsay.EntityType
}

func readPairs(t *testing.T) []pair {
	data, err := os.ReadFile("testdata/pairs.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var pairs []pair
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") || len(f) != 4 {
			continue
		}
		p := pair{a: f[0], b: f[1], same: f[2] == "same", class: f[3], kind: hearsay.Person}
		if name, ok := strings.CutPrefix(p.a, "@"); ok {
			p.a, p.kind = name, hearsay.Organization
		}
		pairs = append(pairs, p)
	}
	return pairs
}

func mentionedAs(name string, kind hearsay.EntityType) Mentioned {
	return Mentioned{Entity: hearsay.Entity{ID: "e1", Name: name, Names: []string{name}, Type: kind}}
}

// tally counts the decisions of one class.
type tally struct{ right, of, tp, fp, fn int }

func (t *tally) add(want, got bool) {
	t.of++
	switch {
	case want == got:
		t.right++
	}
	switch {
	case want && got:
		t.tp++
	case got:
		t.fp++
	case want:
		t.fn++
	}
}

func (t tally) f1() (p, r, f float64) {
	p = float64(t.tp) / float64(max(1, t.tp+t.fp))
	r = float64(t.tp) / float64(max(1, t.tp+t.fn))
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return p, r, f
}

// TestPairs measures Same on names without context, and holds that whatever
// Same joins shares a key.
func TestPairs(t *testing.T) {
	var all tally
	classes := map[string]*tally{}
	for _, p := range readPairs(t) {
		a, b := mentionedAs(p.a, p.kind), mentionedAs(p.b, p.kind)
		d := Same(a, b)
		if back := Same(b, a); back.Same != d.Same || back.Score != d.Score {
			t.Errorf("Same(%q, %q) depends on the order: %+v, %+v", p.a, p.b, d, back)
		}
		if d.Same && !shareKey(a.Entity, b.Entity) {
			t.Errorf("%q and %q are joined but share no key: %q, %q", p.a, p.b, Keys(a.Entity), Keys(b.Entity))
		}
		if d.Same != p.same {
			t.Logf("%s: Same(%q, %q) = %v %q", p.class, p.a, p.b, d.Same, d.Reasons)
		}
		c := classes[p.class]
		if c == nil {
			c = &tally{}
			classes[p.class] = c
		}
		c.add(p.same, d.Same)
		all.add(p.same, d.Same)
	}
	writeQuality(t, "pairs", pairsReport(all, classes))
	if _, _, f := all.f1(); f < 0.95 {
		t.Errorf("F1 of pairs is %.3f", f)
	}
}

func shareKey(a, b hearsay.Entity) bool {
	keys := Keys(b)
	return slices.ContainsFunc(Keys(a), func(k string) bool { return slices.Contains(keys, k) })
}

func pairsReport(all tally, classes map[string]*tally) string {
	var b strings.Builder
	p, r, f := all.f1()
	fmt.Fprintf(&b, "pairs of names without context: %d, precision %.3f, recall %.3f, F1 %.3f\n", all.of, p, r, f)
	names := make([]string, 0, len(classes))
	for c := range classes {
		names = append(names, c)
	}
	slices.SortFunc(names, cmp.Compare[string])
	for _, c := range names {
		fmt.Fprintf(&b, "  %-20s %3d of %3d right\n", c, classes[c].right, classes[c].of)
	}
	return b.String()
}

// writeQuality keeps a section of quality.txt; with -update it is rewritten.
func writeQuality(t *testing.T, section, body string) {
	t.Helper()
	const file = "quality.txt"
	old, _ := os.ReadFile(file)
	head := "== " + section + "\n"
	sections := map[string]string{}
	for _, s := range strings.Split("\n"+string(old), "\n== ")[1:] {
		name, text, _ := strings.Cut(s, "\n")
		sections[name] = strings.TrimRight(text, "\n") + "\n"
	}
	if sections[section] == strings.TrimRight(body, "\n")+"\n" {
		return
	}
	if !*update {
		t.Errorf("quality.txt, %s: want\n%s\nrun with -update if this is meant", section, head+body)
		return
	}
	sections[section] = strings.TrimRight(body, "\n") + "\n"
	names := make([]string, 0, len(sections))
	for n := range sections {
		names = append(names, n)
	}
	slices.Sort(names)
	var b bytes.Buffer
	for i, n := range names {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString("== " + n + "\n" + sections[n])
	}
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}
