package names

import (
	"cmp"
	"slices"
	"sort"

	"hearsay"
)

// narrator: "I" outside quotation marks is whoever writes, inside it is left
// to firstPersons.
func (d *discourse) narrator(i int) *cluster {
	if d.doc.Tokens[i].Quote >= 0 {
		return nil
	}
	if w := d.word(i); d.own != nil && d.own.kind == hearsay.Organization && (w == "we" || w == "us") {
		d.note(d.own, i, i+1)
		return d.own
	}
	if signed := d.signer(); signed != nil {
		d.writing = signed
		d.note(signed, i, i+1)
		return signed
	}
	if w := d.word(i); w == "i" || w == "me" {
		if who := d.author(i); who != nil {
			d.writing = who
			d.note(who, i, i+1)
			return who
		}
	}
	house := d.publisher()
	if w := d.word(i); w == "i" || w == "me" {
		d.writing = house
	}
	d.note(house, i, i+1)
	return house
}

// firstPersons gives "I" and "me" inside a quotation to who is quoted.
func (d *discourse) firstPersons() {
	quoted := d.speakersOfQuotes()
	for i, w := range d.words {
		t := d.doc.Tokens[i]
		if t.Quote < 0 || w != "i" && w != "me" && w != "my" && w != "myself" {
			continue
		}
		if a, ok := quoted.at(int(t.Start)); ok && d.speaker[a] != nil && !d.speaker[a].plural {
			d.note(d.speaker[a], i, i+1)
		}
	}
	for _, s := range d.sources {
		if d.speaker[s.attr] != nil {
			continue
		}
		switch d.word(s.first) {
		case "i", "we":
			if a, ok := quoted.around(int(d.doc.Tokens[s.first].Start), s.attr); ok {
				d.speaker[s.attr] = d.speaker[a]
				if d.word(s.first) == "we" && d.speaker[a] != nil && d.speaker[a].speaksFor != nil {
					d.speaker[s.attr] = d.speaker[a].speaksFor
				}
			}
		}
	}
}

// quotedSpans are the contents of attributions, to find whose words a byte is.
type quotedSpans struct {
	spans []hearsay.Span
	attr  []int
}

func (d *discourse) speakersOfQuotes() quotedSpans {
	var q quotedSpans
	type piece struct {
		span hearsay.Span
		attr int
	}
	var all []piece
	for i, a := range d.attrs {
		for _, s := range a.Content {
			if a.Kind != hearsay.Indirect && d.speaker[i] != nil {
				all = append(all, piece{s, i})
			}
		}
	}
	slices.SortFunc(all, func(a, b piece) int {
		return cmp.Or(cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(b.span.End, a.span.End), cmp.Compare(a.attr, b.attr))
	})
	for _, p := range all {
		q.spans = append(q.spans, p.span)
		q.attr = append(q.attr, p.attr)
	}
	return q
}

// at is the innermost attribution whose content holds the byte, among the few
// that begin before it.
func (q quotedSpans) at(offset int) (attr int, ok bool) { return q.around(offset, -1) }

func (q quotedSpans) around(offset, except int) (attr int, ok bool) {
	n := sort.Search(len(q.spans), func(i int) bool { return q.spans[i].Start > offset })
	for i := n - 1; i >= max(0, n-8); i-- {
		if q.spans[i].Start <= offset && offset < q.spans[i].End && q.attr[i] != except {
			return q.attr[i], true
		}
	}
	return 0, false
}
