package corpus

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"hearsay"
	"hearsay/internal/attribution"
	"hearsay/internal/text"
)

// opening is the start of a bracket that marks a span: "[c1+2.lund.d told".
var opening = regexp.MustCompile(`^\[([sctv])(\d+(?:\+\d+)*)((?:\.[\p{L}\d?=_-]+)*) `)

// mark is one bracket of a marked text.
type mark struct {
	letter byte
	ids    []int
	flags  []string
	span   hearsay.Span
}

// ParseMarked reads a marked text.
func ParseMarked(name, in string) (*Document, error) {
	head, body, ok := strings.Cut(in, "\n\n")
	if !ok {
		return nil, fmt.Errorf("%s: no empty line ends the header", name)
	}
	d := &Document{Name: name, Forms: map[string][]string{}}
	cast, err := d.readHeader(head)
	if err != nil {
		return nil, err
	}
	plain, marks, err := unmark(strings.TrimRight(body, "\n") + "\n")
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	d.Text = plain
	if err := d.gather(marks, cast); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return d, nil
}

func (d *Document) readHeader(head string) (*cast, error) {
	c := &cast{}
	for line := range strings.Lines(head) {
		line = strings.TrimSpace(line)
		if rest, ok := strings.CutPrefix(line, "@"); ok {
			p := c.declare(rest)
			d.Forms[p.name] = p.aliases
			continue
		}
		key, value, _ := strings.Cut(line, ": ")
		switch key {
		case "genre":
			d.Genre = value
		case "outlet":
			d.Outlet = value
		case "date":
			d.Date = value
		default:
			return nil, fmt.Errorf("%s: header line %q: want genre, outlet, date or @speaker", d.Name, line)
		}
	}
	return c, nil
}

// unmark takes the brackets out of body.
func unmark(body string) (string, []mark, error) {
	var b strings.Builder
	var marks []mark
	var open []int // indices of marks; -1 for a bracket of the text
	for i := 0; i < len(body); {
		switch m := opening.FindStringSubmatch(body[i:]); {
		case m != nil:
			open = append(open, len(marks))
			marks = append(marks, newMark(m, b.Len()))
			i += len(m[0])
			continue
		case body[i] == '[':
			open = append(open, -1)
		case body[i] == ']':
			if len(open) == 0 {
				return "", nil, fmt.Errorf("a bracket closes nothing at %q", around(body, i))
			}
			top := open[len(open)-1]
			open = open[:len(open)-1]
			if top >= 0 {
				marks[top].span.End = b.Len()
				i++
				continue
			}
		}
		b.WriteByte(body[i])
		i++
	}
	if len(open) > 0 {
		return "", nil, fmt.Errorf("%d brackets are not closed%s", len(open), whose(open[len(open)-1], marks))
	}
	return b.String(), marks, nil
}

// whose names the attribution of an open bracket.
func whose(i int, marks []mark) string {
	if i < 0 {
		return ", the last a bracket of the text"
	}
	return fmt.Sprintf(", the last of attribution %v", marks[i].ids)
}

func newMark(m []string, at int) mark {
	k := mark{letter: m[1][0], span: hearsay.Span{Start: at}}
	for id := range strings.SplitSeq(m[2], "+") {
		n, _ := strconv.Atoi(id)
		k.ids = append(k.ids, n)
	}
	k.flags = strings.FieldsFunc(m[3], func(r rune) bool { return r == '.' })
	return k
}

func around(s string, i int) string {
	return s[max(0, i-30):min(len(s), i+10)]
}

// gather ties the marks to attributions.
func (d *Document) gather(marks []mark, c *cast) error {
	byNumber := map[int]*Attribution{}
	flags := map[int][]string{}
	for _, m := range marks {
		for _, n := range m.ids {
			a := byNumber[n]
			if a == nil {
				a = &Attribution{Attribution: hearsay.Attribution{ID: strconv.Itoa(n), Stance: hearsay.Asserts}}
				byNumber[n] = a
			}
			switch m.letter {
			case 's':
				a.Source = append(a.Source, m.span)
			case 'c':
				a.Cue = append(a.Cue, m.span)
			case 't':
				a.Content = append(a.Content, m.span)
			case 'v':
				if err := c.addVia(a, m, d.Text); err != nil {
					return err
				}
				continue
			}
			flags[n] = append(flags[n], m.flags...)
		}
	}
	for _, a := range byNumber {
		d.Attributions = append(d.Attributions, *a)
	}
	d.order()
	doc := text.Parse(d.Text, "en")
	for i := range d.Attributions { // those who are named admit those that a key means
		a := &d.Attributions[i]
		n, _ := strconv.Atoi(a.ID)
		_ = d.describe(a, flags[n], c)
	}
	for i := range d.Attributions {
		a := &d.Attributions[i]
		n, _ := strconv.Atoi(a.ID)
		if err := d.describe(a, flags[n], c); err != nil {
			return fmt.Errorf("attribution %s: %w", a.ID, err)
		}
	}
	d.nest()
	for i := range d.Attributions {
		d.Attributions[i].Kind = d.kindOf(doc, &d.Attributions[i])
	}
	d.number()
	return nil
}

// order sorts the pieces of each attribution, and the attributions by where
// they begin, the longer first.
func (d *Document) order() {
	byStart := func(x, y hearsay.Span) int { return cmp.Compare(x.Start, y.Start) }
	for i := range d.Attributions {
		a := &d.Attributions[i]
		slices.SortFunc(a.Source, byStart)
		slices.SortFunc(a.Cue, byStart)
		slices.SortFunc(a.Content, byStart)
	}
	slices.SortFunc(d.Attributions, func(x, y Attribution) int {
		return cmp.Or(cmp.Compare(start(x), start(y)), cmp.Compare(end(y), end(x)), cmp.Compare(x.ID, y.ID))
	})
}

func start(a Attribution) int {
	at := int(^uint(0) >> 1)
	for _, s := range a.Spans() {
		at = min(at, s.Start)
	}
	return at
}

func end(a Attribution) int {
	at := 0
	for _, s := range a.Spans() {
		at = max(at, s.End)
	}
	return at
}

// anchor is where an attribution is taken to stand: its cue, or what it has.
func anchor(a Attribution) hearsay.Span {
	for _, part := range [][]hearsay.Span{a.Cue, a.Source, a.Content} {
		if len(part) > 0 {
			return part[0]
		}
	}
	return hearsay.Span{}
}

// nest gives each attribution the innermost one whose content holds it.
func (d *Document) nest() {
	for i := range d.Attributions {
		a := &d.Attributions[i]
		at, size := anchor(*a), 0
		for _, p := range d.Attributions {
			for _, c := range p.Content {
				if p.ID != a.ID && holds(c, at) && (size == 0 || c.End-c.Start < size) {
					a.Parent, size = p.ID, c.End-c.Start
				}
			}
		}
	}
}

func holds(outer, inner hearsay.Span) bool {
	return outer.Start <= inner.Start && inner.End <= outer.End
}

// kindOf is the kind of a content. Inside a quotation only marks of its own make
// it a quotation: "He told me to go" holds an indirect content.
func (d *Document) kindOf(doc *text.Document, a *Attribution) hearsay.Kind {
	p := d.Find(a.Parent)
	if p == nil || attribution.KindOf(doc, a.Content) != hearsay.Direct {
		return attribution.KindOf(doc, a.Content)
	}
	words := join(a.Content, d.Text)
	switch n := strings.Count(words, `"`) + strings.Count(" "+words, " '"); {
	case n == 0:
		return hearsay.Indirect
	case strings.ContainsAny(words[:1], `"'`):
		return hearsay.Direct
	}
	return hearsay.Mixed
}

// number renames the attributions E1, E2, … in their order.
func (d *Document) number() {
	name := map[string]string{}
	for i := range d.Attributions {
		name[d.Attributions[i].ID] = "E" + strconv.Itoa(i+1)
	}
	for i := range d.Attributions {
		a := &d.Attributions[i]
		a.ID, a.Parent = name[a.ID], name[a.Parent]
	}
}

// describe reads the flags of a cue and finds the speaker.
func (d *Document) describe(a *Attribution, flags []string, c *cast) error {
	key := ""
	for _, f := range flags {
		switch medium, isMedium := strings.CutPrefix(f, "m="); {
		case isMedium:
			a.Medium = strings.ReplaceAll(medium, "_", " ")
		case strings.HasPrefix(f, "k="):
			a.Manner = f[2:]
		case f == "d":
			a.Stance = hearsay.Denies
		case f == "q":
			a.Stance = hearsay.Questions
		case f == "i":
			a.Stance = hearsay.Intends
		case f == "u":
			a.Stance, a.Hedged = hearsay.Supposes, true
		case f == "h":
			a.Hedged = true
		default:
			key = f
		}
	}
	return c.speaker(a, key, d.Text)
}
