package names

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

// turn is a quotation of the outermost level, with its speaker if the text
// tells it.
type turn struct {
	attr        int
	first, last int // tokens from its first piece to its last
	block       int // of its first piece
	until       int // the block of its last
	who         *cluster
	told        bool   // by a cue, or by a source in its own paragraph
	only        gender // of the "he" or "she" that tells, where nothing else does
	whole       bool   // it is all that its paragraph says
	asks        bool
	opens       bool // its paragraph begins with it
	adds        bool // "he went on"
	replies     bool // "he answered"
}

// findTurns lists the quotations of the outermost level, or in a letter, in the
// order of the text.
func (d *discourse) findTurns() []turn {
	var list []turn
	letter := d.letter()
	for i, a := range d.attrs {
		if a.Parent != "" && a.Parent != letter || a.Kind != hearsay.Direct || len(a.Content) == 0 {
			continue
		}
		cover := hearsay.Cover(a.Content)
		if cover.Validate(d.doc.Text) != nil {
			continue
		}
		t := turn{attr: i, block: d.blockAt(cover.Start), until: d.blockAt(cover.End - 1), told: len(a.Cue) > 0 || len(a.Source) > 0 && len(a.Content) > 1}
		if t.first, t.last = d.doc.TokensIn(cover); t.first >= t.last {
			continue
		}
		if s := wholeSource(d.doc.Text, a.Source); !s.IsEmpty() && d.blockAt(s.Start) == t.block {
			t.told = true
			t.only = map[string]gender{"he": male, "she": female}[strings.ToLower(s.Of(d.doc.Text))]
		}
		body := strings.TrimSpace(d.block(t.block).Span.Of(d.doc.Text))
		t.whole = len(body) <= a.Content[0].Len()+1 && len(a.Content) == 1
		t.opens = a.Content[0].Start <= d.block(t.block).Span.Start
		t.asks = strings.HasSuffix(strings.TrimRight(a.Content[0].Of(d.doc.Text), "\"”'’ "), "?")
		for _, cue := range a.Cue {
			verb := Fold(cue.Of(d.doc.Text))
			t.adds = t.adds || additive[verb]
			t.replies = t.replies || replying[verb]
		}
		list = append(list, t)
	}
	slices.SortStableFunc(list, func(a, b turn) int { return cmp.Compare(a.first, b.first) })
	return list
}

// letter is the attribution that a signed letter is as a whole, "" if the report
// is none: what is quoted in it is quoted as in a report.
func (d *discourse) letter() string {
	for _, a := range d.attrs {
		if a.Parent == "" && len(a.Cue) == 0 && len(a.Source) > 0 && a.Kind == hearsay.Mixed {
			return a.ID
		}
	}
	return ""
}

func (d *discourse) blockAt(offset int) int {
	return sort.Search(len(d.doc.Blocks), func(b int) bool { return d.doc.Blocks[b].Span.End > offset })
}

// junction is how a turn stands to the one before it.
type junction uint8

const (
	apart   junction = iota
	near             // a paragraph, or the report's words of its own one, lie between
	follows          // it opens the paragraph right behind
	beside           // in one paragraph, with the report's words between
	abuts            // in one paragraph, with nothing between
)

// junctionOf is how turn i stands to the one before it.
func (d *discourse) junctionOf(turns []turn, i int) junction {
	if i == 0 {
		return apart
	}
	t, before := turns[i], turns[i-1]
	switch gap := t.block - before.until; {
	case gap == 0 && !d.wordsBetween(before.last, t.first):
		return abuts
	case gap == 0:
		return beside
	case gap == 1 && t.opens:
		return follows
	case gap <= 2:
		return near
	}
	return apart
}

// wordsBetween tells whether tokens [from, to) have a word.
func (d *discourse) wordsBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if d.doc.Tokens[i].Kind == text.Word {
			return true
		}
	}
	return false
}

// addressed is whom a turn speaks to by name, nil if nobody.
func (d *discourse) addressed(t turn) *cluster {
	for j := t.first; j < t.last; j++ {
		m := d.mentionAt(j)
		if m == nil || !m.of.person() || d.kinName(m) != "" {
			continue
		}
		if d.spokenTo(m) || d.doc.Tokens[j-1].Kind == text.OpenQuote && d.word(m.last) == "?" {
			return m.of
		}
		j = m.last - 1
	}
	return d.vocative(t.first, t.last)
}
