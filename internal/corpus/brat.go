package corpus

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hearsay"
	"hearsay/internal/attribution"
	"hearsay/internal/text"
)

// Types of the stand-off lines. An event of a type but "Attribution" says what
// it lacks.
const (
	withoutSource = "Attribution-no-source"
	withoutCue    = "Attribution-no-cue"
	complete      = "Attribution"
)

// bratWriter numbers the lines of one file.
type bratWriter struct {
	d                   *Document
	points              text.CodePoints
	t, a, r, n          int
	spans, events, rest strings.Builder
}

// Brat is the stand-off form: T lines of spans, E lines that tie them, A lines
// of stance, kind, hedge and medium, R lines of parents and go-betweens, # lines
// with the names of speakers. Offsets count code points. A record is one line:
// a line break inside of a span is printed as a space.
func (d *Document) Brat() string {
	w := &bratWriter{d: d, points: text.NewCodePoints(d.Text)}
	for i := range d.Attributions {
		w.event(&d.Attributions[i])
	}
	return w.spans.String() + w.events.String() + w.rest.String()
}

func (w *bratWriter) event(a *Attribution) {
	kind, trigger := complete, a.Cue
	switch {
	case len(a.Cue) == 0:
		kind, trigger = withoutCue, a.Content
	case len(a.Source) == 0:
		kind = withoutSource
	}
	line := fmt.Sprintf("%s\t%s:%s Content:%s", a.ID, kind, w.span(complete, trigger), w.span("Content", a.Content))
	if len(a.Cue) > 0 {
		line += " Cue:" + w.span("Cue", a.Cue)
	}
	if len(a.Source) > 0 {
		line += " Source:" + w.span("Source", a.Source)
	}
	w.events.WriteString(line + "\n")
	w.attribute("Stance", a.ID, string(a.Stance))
	w.attribute("Kind", a.ID, string(a.Kind))
	if a.Hedged {
		w.attribute("Hedged", a.ID, "yes")
	}
	if a.Medium != "" {
		w.attribute("Medium", a.ID, a.Medium)
	}
	if a.Parent != "" {
		w.relation("Parent", a.ID, a.Parent)
	}
	switch {
	case a.Described:
		w.note("Described", a.ID, a.Speaker)
	case a.Speaker != "":
		w.note("Speaker", a.ID, a.Speaker)
	}
	for _, v := range a.Via {
		id := w.span("Via", []hearsay.Span{v.Span})
		w.relation("Via", a.ID, id)
		w.attribute("Role", id, string(v.Role))
		w.note("Speaker", id, v.Entity)
	}
}

func (w *bratWriter) span(kind string, pieces []hearsay.Span) string {
	w.t++
	var at, words []string
	for _, p := range pieces {
		at = append(at, fmt.Sprintf("%d %d", w.points.Before(p.Start), w.points.Before(p.End)))
		words = append(words, strings.Map(unbroken, p.Of(w.d.Text)))
	}
	fmt.Fprintf(&w.spans, "T%d\t%s %s\t%s\n", w.t, kind, strings.Join(at, ";"), strings.Join(words, " "))
	return "T" + strconv.Itoa(w.t)
}

// unbroken is a space for whatever some reader takes for the end of a line.
func unbroken(r rune) rune {
	switch r {
	case '\n', '\v', '\f', '\r', 0x1c, 0x1d, 0x1e, 0x85, 0x2028, 0x2029:
		return ' '
	}
	return r
}

func (w *bratWriter) attribute(key, of, value string) {
	w.a++
	fmt.Fprintf(&w.rest, "A%d\t%s %s %s\n", w.a, key, of, value)
}

func (w *bratWriter) relation(key, from, to string) {
	w.r++
	fmt.Fprintf(&w.rest, "R%d\t%s Arg1:%s Arg2:%s\n", w.r, key, from, to)
}

func (w *bratWriter) note(key, of, value string) {
	w.n++
	fmt.Fprintf(&w.rest, "#%d\t%s %s\t%s\n", w.n, key, of, value)
}

// ParseBrat reads the stand-off form of body.
func ParseBrat(name, ann, body string) (*Document, error) {
	spans, err := attribution.ParseBrat(ann, body)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	d := &Document{Name: name, Text: body}
	for _, a := range spans {
		a.ID = "E" + strings.TrimPrefix(a.ID, "g")
		d.Attributions = append(d.Attributions, Attribution{Attribution: a})
	}
	vias, err := viaSpans(ann, body)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	for line := range strings.Lines(ann) {
		d.readLine(strings.TrimSuffix(line, "\n"), vias)
	}
	for i := range d.Attributions {
		d.Attributions[i].Via = viasOf(d.Attributions[i].ID, ann, vias)
	}
	return d, nil
}

// readLine reads an A, R or # line.
func (d *Document) readLine(line string, vias map[string]*hearsay.Via) {
	id, rest, _ := strings.Cut(line, "\t")
	f := strings.SplitN(rest, " ", 3)
	if id == "" || len(f) < 2 {
		return
	}
	switch id[0] {
	case 'A':
		if v := vias[f[1]]; v != nil {
			v.Role = hearsay.Role(f[2])
			return
		}
		d.setAttribute(d.Find(f[1]), f[0], f[2])
	case 'R':
		if child := d.Find(strings.TrimPrefix(f[1], "Arg1:")); child != nil && f[0] == "Parent" {
			child.Parent = strings.TrimPrefix(f[2], "Arg2:")
		}
	case '#':
		head, value, _ := strings.Cut(rest, "\t")
		key, of, _ := strings.Cut(head, " ")
		if v := vias[of]; v != nil {
			v.Entity = value
		} else if a := d.Find(of); a != nil {
			a.Speaker, a.Described = value, key == "Described"
		}
	}
}

func (d *Document) setAttribute(a *Attribution, key, value string) {
	if a == nil {
		return
	}
	switch key {
	case "Stance":
		a.Stance = hearsay.Stance(value)
	case "Kind":
		a.Kind = hearsay.Kind(value)
	case "Hedged":
		a.Hedged = true
	case "Medium":
		a.Medium = value
	}
}

// viaSpans are the T lines of go-betweens by their id.
func viaSpans(ann, body string) (map[string]*hearsay.Via, error) {
	vias := map[string]*hearsay.Via{}
	points := slices.Collect(pointOffsets(body))
	for line := range strings.Lines(ann) {
		f := strings.Split(line, "\t")
		if len(f) < 3 || !strings.HasPrefix(f[1], "Via ") {
			continue
		}
		var a, b int
		if _, err := fmt.Sscanf(f[1], "Via %d %d", &a, &b); err != nil || a < 0 || a >= b || b >= len(points) {
			return nil, fmt.Errorf("%s: span %q lies outside the text", f[0], f[1])
		}
		vias[f[0]] = &hearsay.Via{Span: hearsay.Span{Start: points[a], End: points[b]}}
	}
	return vias, nil
}

func pointOffsets(s string) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range s {
			if !yield(i) {
				return
			}
		}
		yield(len(s))
	}
}

func viasOf(id, ann string, vias map[string]*hearsay.Via) []hearsay.Via {
	var list []hearsay.Via
	for line := range strings.Lines(ann) {
		_, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		f := strings.Fields(rest)
		if len(f) != 3 || f[0] != "Via" || f[1] != "Arg1:"+id {
			continue
		}
		if v := vias[strings.TrimPrefix(f[2], "Arg2:")]; v != nil {
			list = append(list, *v)
		}
	}
	return list
}
