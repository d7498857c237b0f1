package corpus

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"hearsay"
)

// overlap counts the exact spans that two annotations share.
type overlap struct{ both, first, second int }

func (o overlap) f1() float64 {
	if o.first+o.second == 0 {
		return 0
	}
	return 200 * float64(o.both) / float64(o.first+o.second)
}

// Agreement compares two annotations of the same texts.
type Agreement struct {
	source, cue, content, triple overlap
}

// Add compares two annotations of one text.
func (g *Agreement) Add(x, y *Document) {
	part := func(d *Document, of func(Attribution) []hearsay.Span) []string {
		var keys []string
		for _, a := range d.Attributions {
			if spans := of(a); len(spans) > 0 {
				keys = append(keys, fmt.Sprint(spans))
			}
		}
		slices.Sort(keys)
		return keys
	}
	count := func(o *overlap, of func(Attribution) []hearsay.Span, unique bool) {
		a, b := part(x, of), part(y, of)
		if unique { // a source that two attributions share is one span
			a, b = slices.Compact(a), slices.Compact(b)
		}
		o.first += len(a)
		o.second += len(b)
		o.both += shared(a, b)
	}
	count(&g.source, func(a Attribution) []hearsay.Span { return a.Source }, true)
	count(&g.cue, func(a Attribution) []hearsay.Span { return a.Cue }, true)
	count(&g.content, func(a Attribution) []hearsay.Span { return a.Content }, true)
	count(&g.triple, Attribution.Spans, false)
}

// shared counts the keys that both sorted lists hold.
func shared(a, b []string) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		switch c := strings.Compare(a[0], b[0]); {
		case c == 0:
			n, a, b = n+1, a[1:], b[1:]
		case c < 0:
			a = a[1:]
		default:
			b = b[1:]
		}
	}
	return n
}

// String is the table of agreement.txt.
func (g *Agreement) String() string {
	var b strings.Builder
	b.WriteString("            first  second    same      F1\n")
	for _, row := range []struct {
		name string
		o    overlap
	}{{"source", g.source}, {"cue", g.cue}, {"content", g.content}, {"triple", g.triple}} {
		fmt.Fprintf(&b, "%-8s %8d %7d %7d %7.1f\n", row.name, row.o.first, row.o.second, row.o.both, row.o.f1())
	}
	return b.String()
}

// PrintAgreement compares the documents of a second folder (*.mark, or *.span
// with spans alone) with those of dir/docs, each and together.
func PrintAgreement(w io.Writer, dir, second string) error {
	var all Agreement
	n := 0
	err := eachPair(dir, second, func(first, other *Document) {
		var one Agreement
		one.Add(first, other)
		all.Add(first, other)
		n++
		fmt.Fprintf(w, "%-36s source %5.1f  cue %5.1f  content %5.1f\n", first.Name, one.source.f1(), one.cue.f1(), one.content.f1())
	})
	if err == nil {
		_, err = fmt.Fprintf(w, "\n%d documents\n\n%v", n, &all)
	}
	return err
}

// PrintDifferences lists what only one of two annotations has, "-" for the one
// of dir/docs and "+" for the second, in the order of the text.
func PrintDifferences(w io.Writer, dir, second string) error {
	return eachPair(dir, second, func(first, other *Document) {
		fmt.Fprintf(w, "## %s\n", first.Name)
		for _, line := range differences(first, other) {
			fmt.Fprintln(w, line)
		}
	})
}

func differences(x, y *Document) []string {
	type line struct {
		at   int
		text string
	}
	var lines []line
	only := func(sign string, a, b *Document) {
		for _, i := range a.Attributions {
			same := func(j Attribution) bool { return slices.Equal(i.Spans(), j.Spans()) }
			if !slices.ContainsFunc(b.Attributions, same) {
				lines = append(lines, line{anchor(i).Start, fmt.Sprintf("%s %s | %s | %s", sign, join(i.Source, a.Text), join(i.Cue, a.Text), join(i.Content, a.Text))})
			}
		}
	}
	only("-", x, y)
	only("+", y, x)
	slices.SortStableFunc(lines, func(a, b line) int { return a.at - b.at })
	var out []string
	for _, l := range lines {
		out = append(out, l.text)
	}
	return out
}

func eachPair(dir, second string, use func(first, other *Document)) error {
	files, err := filepath.Glob(filepath.Join(second, "*"))
	if err != nil {
		return err
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
		first, err := readPublished(filepath.Join(dir, "docs"), name)
		if err != nil {
			return err
		}
		other, err := readSecond(file, first.Text)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		use(first, other)
	}
	return nil
}

func readPublished(docs, name string) (*Document, error) {
	body, err := os.ReadFile(filepath.Join(docs, name+".txt"))
	if err != nil {
		return nil, err
	}
	ann, err := os.ReadFile(filepath.Join(docs, name+".ann"))
	if err != nil {
		return nil, err
	}
	return ParseBrat(name, string(ann), string(body))
}

func readSecond(file, body string) (*Document, error) {
	in, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	if filepath.Ext(file) == ".span" {
		return ParseSpans(string(in), body)
	}
	d, err := ParseMarked(file, string(in))
	if err == nil && d.Text != body {
		return nil, errors.New("its text is not that of the corpus")
	}
	return d, err
}
