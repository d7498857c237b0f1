package web

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/store"
)

// card is a statement at the side of the text: who, by which words, how, and
// through which hands.
type card struct {
	No     int // in the order of the text, from 1
	Who    string
	Entity string // its page; "" where nobody is named
	Cue    string
	What   string // its words
	Stance hearsay.Stance
	Hedged bool
	Depth  int // of nesting, 0 for what the report itself reports
	Chain  []string
	End    hearsay.End
	Claim  string
	ID     string // as a ruling names it

	span  hearsay.Span
	spans []hearsay.Span
}

// Way is the chain as far as the card does not tell it by who says it.
func (c card) Way() []string {
	if n := len(c.Chain); n > 1 && c.Chain[n-1] == c.Who {
		return c.Chain[:n-1]
	} else if n > 1 {
		return c.Chain
	}
	return nil
}

// ruledCard is a card with the report to go back to from a ruling on it.
type ruledCard struct {
	card
	Report string
}

// cards are the statements of a report in the order of its text.
func (d *Desk) cards(ctx context.Context, r *store.Numbered) ([]card, error) {
	statements, err := d.db.StatementsOfReports(ctx, []int64{r.Num})
	if err != nil {
		return nil, err
	}
	analyses, err := d.db.Analyses(ctx, []int64{r.Num})
	if err != nil {
		return nil, err
	}
	attr := map[string]hearsay.Attribution{}
	for _, a := range analyses {
		for _, one := range a.Attributions {
			attr[one.ID] = one
		}
	}
	var list []card
	for i := range statements {
		if s := &statements[i]; hearsay.Cover(s.Content).Validate(r.Text) == nil {
			list = append(list, newCard(s, attr, r.Text))
		}
	}
	slices.SortStableFunc(list, func(a, b card) int {
		return cmp.Or(cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(b.span.End, a.span.End))
	})
	for i := range list {
		list[i].No = i + 1
	}
	return list, nil
}

func newCard(s *store.Statement, attr map[string]hearsay.Attribution, text string) card {
	chain, end := s.Resolved()
	c := card{Entity: s.Identity, Stance: s.Stance, Hedged: s.Hedged, End: end, Claim: s.Claim, ID: hearsay.StatementID(s.Statement.Report, hearsay.Cover(s.Content)),
		span: hearsay.Cover(s.Content), spans: s.Content}
	for _, h := range chain {
		c.Chain = append(c.Chain, plain(h.Name))
	}
	if n := len(s.Chain); n > 1 || s.Identity != "" && n > 0 {
		c.Who = plain(s.Chain[n-1].Name)
	}
	a, ok := attr[s.Attr]
	if ok {
		for _, cue := range a.Cue {
			if cue.Validate(text) == nil {
				c.Cue += " " + cue.Of(text)
			}
		}
		c.Cue = plain(c.Cue)
	}
	var said []string
	for _, of := range s.Content {
		if of.Validate(text) == nil {
			said = append(said, plain(of.Of(text)))
		}
	}
	c.What = strings.Join(said, " … ")
	for parent := a.Parent; parent != "" && c.Depth < 4; parent = attr[parent].Parent {
		c.Depth++
	}
	return c
}

// part is a piece of the text that is set in one way.
type part struct {
	Text  string
	Turn  string // code of a character that turns the text, shown in its place
	Lit   bool
	First []int // numbers of the statements that begin here
	Class string
	Here  bool // the passage that was asked for
	Begin bool // its first part
}

// pen sets the text of a report.
type pen struct {
	text  string
	cards []card
	asked hearsay.Span
	begun bool
}

// parts cuts a block where statements begin and end.
func (p *pen) parts(block hearsay.Span) (list []part) {
	if block.Validate(p.text) != nil {
		return nil
	}
	cuts := []int{block.Start, block.End}
	cut := func(s hearsay.Span) {
		for _, at := range []int{s.Start, s.End} {
			if at > block.Start && at < block.End {
				cuts = append(cuts, at)
			}
		}
	}
	var near []card
	for _, c := range p.cards {
		if c.span.Overlaps(block) {
			near = append(near, c)
			for _, s := range c.spans {
				cut(s)
			}
		}
	}
	if p.asked.Validate(p.text) == nil {
		cut(p.asked)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	for i := range cuts[1:] {
		list = append(list, p.part(hearsay.Span{Start: cuts[i], End: cuts[i+1]}, near)...)
	}
	return list
}

// part is a piece between two cuts; in pieces again where characters in it
// would turn what stands around them.
func (p *pen) part(s hearsay.Span, near []card) (list []part) {
	one := part{Here: p.asked.Overlaps(s)}
	if one.Here && !p.begun {
		p.begun, one.Begin = true, true
	}
	for _, c := range near {
		if !slices.ContainsFunc(c.spans, func(of hearsay.Span) bool { return of.Contains(s) }) {
			continue
		}
		one.Lit, one.Class = true, string(c.Stance)
		if c.spans[0].Start == s.Start {
			one.First = append(one.First, c.No)
		}
	}
	from := s.Start
	for i, c := range s.Of(p.text) {
		if c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 {
			before := one
			before.Text = p.text[from : s.Start+i]
			turn := part{Turn: fmt.Sprintf("U+%04X", c)}
			list = append(list, before, turn)
			one.First, one.Begin = nil, false
			from = s.Start + i + len(string(c))
		}
	}
	one.Text = p.text[from:s.End]
	return append(list, one)
}

// spanOf reads "12-40"; the zero Span if it is none.
func spanOf(s string) (span hearsay.Span) {
	if n, err := fmt.Sscanf(s, "%d-%d", &span.Start, &span.End); n != 2 || err != nil {
		return hearsay.Span{}
	}
	return span
}
