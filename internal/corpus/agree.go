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

// overlap counts what two annotations share.
type overlap struct{ both, first, second int }

func (o overlap) f1() float64 {
	if o.first+o.second == 0 {
		return 0
	}
	return 200 * float64(o.both) / float64(o.first+o.second)
}

// add counts two sets of keys.
func (o *overlap) add(x, y map[string]bool) {
	o.first += len(x)
	o.second += len(y)
	for k := range x {
		if y[k] {
			o.both++
		}
	}
}

// ratio counts the pairs that agree.
type ratio struct{ same, of int }

func (r *ratio) add(same bool) {
	r.of++
	if same {
		r.same++
	}
}

// Agreement compares two annotations of the same texts: their spans, whole and
// word by word, and what they say of the attributions that both have.
type Agreement struct {
	source, cue, content, triple, via, medium overlap
	words                                     [3]overlap // of source, cue and content
	stance, hedged, speaker, depth            ratio
}

// Add compares two annotations of one text.
func (g *Agreement) Add(x, y *Document) {
	for i, part := range []struct {
		whole *overlap
		of    func(Attribution) []hearsay.Span
	}{
		{&g.source, func(a Attribution) []hearsay.Span { return a.Source }},
		{&g.cue, func(a Attribution) []hearsay.Span { return a.Cue }},
		{&g.content, func(a Attribution) []hearsay.Span { return a.Content }},
	} {
		part.whole.add(x.keys(part.of), y.keys(part.of))
		g.words[i].add(x.words(part.of), y.words(part.of))
	}
	g.triple.add(x.keys(Attribution.Spans), y.keys(Attribution.Spans))
	for _, p := range pairs(x, y) {
		g.addPair(x, y, p[0], p[1])
	}
}

// keys are the spans of a part; a source that two attributions share is one.
func (d *Document) keys(of func(Attribution) []hearsay.Span) map[string]bool {
	set := map[string]bool{}
	for _, a := range d.Attributions {
		if spans := of(a); len(spans) > 0 {
			set[fmt.Sprint(spans)] = true
		}
	}
	return set
}

// words are the places of the words that stand in a part of any attribution.
func (d *Document) words(of func(Attribution) []hearsay.Span) map[string]bool {
	set := map[string]bool{}
	for _, a := range d.Attributions {
		for _, s := range of(a) {
			for i := s.Start; i < s.End; i++ {
				if i == s.Start || d.Text[i-1] == ' ' {
					set[fmt.Sprint(i)] = true
				}
			}
		}
	}
	return set
}

func (g *Agreement) addPair(x, y *Document, a, b *Attribution) {
	g.stance.add(a.Stance == b.Stance)
	g.hedged.add(a.Hedged == b.Hedged)
	g.depth.add(x.Depth(a) == y.Depth(b))
	if a.Speaker != "" || b.Speaker != "" {
		g.speaker.add(oneSpeaker(a.Speaker, b.Speaker))
	}
	g.via.add(viaKeys(a), viaKeys(b))
	g.medium.add(one(a.Medium), one(b.Medium))
}

func viaKeys(a *Attribution) map[string]bool {
	set := map[string]bool{}
	for _, v := range a.Via {
		set[fmt.Sprint(v.Role, v.Span)] = true
	}
	return set
}

func one(key string) map[string]bool {
	if key == "" {
		return nil
	}
	return map[string]bool{key: true}
}

// oneSpeaker: two names or descriptions of one, as far as their words tell:
// one holds the other, or both end in the same word.
func oneSpeaker(x, y string) bool {
	a, b := strings.ToLower(x), strings.ToLower(y)
	if a == "" || b == "" {
		return a == b
	}
	return strings.Contains(a, b) || strings.Contains(b, a) || lastWord(a) == lastWord(b)
}

// pairs are the attributions that both annotations have: their cues share a
// word, or neither has a cue and their contents do. What shares most is paired first.
func pairs(x, y *Document) [][2]*Attribution {
	type pair struct {
		a, b *Attribution
		both int
	}
	var all []pair
	for i := range x.Attributions {
		for j := range y.Attributions {
			a, b := &x.Attributions[i], &y.Attributions[j]
			both := common(a.Content, b.Content)
			if common(a.Cue, b.Cue) > 0 || len(a.Cue)+len(b.Cue) == 0 && both > 0 {
				all = append(all, pair{a, b, both + common(a.Source, b.Source)})
			}
		}
	}
	slices.SortStableFunc(all, func(p, q pair) int { return q.both - p.both })
	taken := map[*Attribution]bool{}
	var list [][2]*Attribution
	for _, p := range all {
		if !taken[p.a] && !taken[p.b] {
			taken[p.a], taken[p.b] = true, true
			list = append(list, [2]*Attribution{p.a, p.b})
		}
	}
	return list
}

// common is how many bytes two spans share.
func common(x, y []hearsay.Span) int {
	n := 0
	for _, a := range x {
		for _, b := range y {
			n += max(0, min(a.End, b.End)-max(a.Start, b.Start))
		}
	}
	return n
}

// String is the table of agreement.txt.
func (g *Agreement) String() string {
	var b strings.Builder
	b.WriteString("            first  second    same      F1   F1 of words\n")
	for i, row := range []struct {
		name string
		o    overlap
	}{{"source", g.source}, {"cue", g.cue}, {"content", g.content}, {"triple", g.triple}, {"via", g.via}, {"medium", g.medium}} {
		fmt.Fprintf(&b, "%-8s %8d %7d %7d %7.1f", row.name, row.o.first, row.o.second, row.o.both, row.o.f1())
		if i < len(g.words) {
			fmt.Fprintf(&b, " %13.1f", g.words[i].f1())
		}
		b.WriteByte('\n')
	}
	fmt.Fprintf(&b, "\nof the attributions that both have   agree     of   share\n")
	for _, row := range []struct {
		name string
		r    ratio
	}{{"stance", g.stance}, {"hedged", g.hedged}, {"speaker", g.speaker}, {"depth", g.depth}} {
		fmt.Fprintf(&b, "%-34s %7d %6d %7.1f\n", row.name, row.r.same, row.r.of, 100*float64(row.r.same)/float64(max(row.r.of, 1)))
	}
	return b.String()
}

// PrintAgreement compares the documents of a second folder (*.mark or *.span) with those of dir/docs, each and together.
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
	for _, p := range pairs(x, y) {
		for _, what := range unlike(x, y, p[0], p[1]) {
			lines = append(lines, line{anchor(*p[0]).Start, fmt.Sprintf("~ %s | %s", join(p[0].Cue, x.Text), what)})
		}
	}
	slices.SortStableFunc(lines, func(a, b line) int { return a.at - b.at })
	var out []string
	for _, l := range lines {
		out = append(out, l.text)
	}
	return out
}

// unlike says in what two annotations of one attribution differ but for spans.
func unlike(x, y *Document, a, b *Attribution) []string {
	var list []string
	if a.Stance != b.Stance {
		list = append(list, fmt.Sprintf("stance %s, %s", a.Stance, b.Stance))
	}
	if !oneSpeaker(a.Speaker, b.Speaker) {
		list = append(list, fmt.Sprintf("speaker %q, %q", a.Speaker, b.Speaker))
	}
	if a.Medium != b.Medium {
		list = append(list, fmt.Sprintf("medium %q, %q", a.Medium, b.Medium))
	}
	if x.Depth(a) != y.Depth(b) {
		list = append(list, fmt.Sprintf("depth %d, %d", x.Depth(a), y.Depth(b)))
	}
	return list
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
