package names

import (
	"regexp"
	"slices"
	"strings"

	"hearsay"
)

// author is who says "I" at token i in a report's own voice: whoever signed
// below, whose desk it comes from, or who stands in the byline. Nil if the
// report does not tell.
func (d *discourse) author(i int) *cluster {
	s := d.sentence[i]
	if s < 0 {
		return nil
	}
	block := d.doc.Sentences[s].Block
	for b := block + 1; b < len(d.doc.Blocks); b++ {
		if name := d.nameLine(b); !name.IsEmpty() {
			return d.authorAt(name)
		}
	}
	for b := range min(block, 4) {
		if name := d.byLine(b); !name.IsEmpty() {
			return d.authorAt(name)
		}
	}
	return nil
}

// nameLine is the name that block b, a few short lines, begins with: the
// signature of what stands above it.
func (rd *reading) nameLine(b int) hearsay.Span {
	const longest = 120
	span := rd.doc.Blocks[b].Span
	body := strings.TrimRight(span.Of(rd.doc.Text), " \n")
	line, _, more := strings.Cut(body, "\n")
	if len(body) > longest || strings.HasSuffix(body, ".") || !more && b+1 < len(rd.doc.Blocks) {
		return hearsay.Span{}
	}
	if m := ownLine.FindStringSubmatchIndex(line); m != nil && rd.signs(line[m[2]:m[3]]) {
		return hearsay.Span{Start: span.Start + m[2], End: span.Start + m[3]}
	}
	return hearsay.Span{}
}

// signs tells whether a line of its own is a person's name.
func (rd *reading) signs(name string) bool {
	words := strings.Fields(Fold(name))
	last := words[len(words)-1]
	return len(words) > 1 && !orgNouns[last] && !placeNouns[last] && !notNames[words[0]] && !mediaLike(words) && !rd.lowered[words[0]]
}

// byLine is the name in a head line that says whose the text is.
func (rd *reading) byLine(b int) hearsay.Span {
	span := rd.doc.Blocks[b].Span
	body := span.Of(rd.doc.Text)
	if len(body) > 120 {
		return hearsay.Span{}
	}
	for _, line := range []*regexp.Regexp{theirs, toldBy} {
		if m := line.FindStringSubmatchIndex(body); m != nil {
			at := slices.DeleteFunc(m[2:], func(i int) bool { return i < 0 }) // of the form that it has
			return hearsay.Span{Start: span.Start + at[0], End: span.Start + at[1]}
		}
	}
	if m := ownLine.FindStringSubmatchIndex(strings.TrimSpace(body)); b > 0 && m != nil && rd.signs(body[m[2]:m[3]]) {
		return hearsay.Span{Start: span.Start + m[2], End: span.Start + m[3]}
	}
	return hearsay.Span{}
}

var (
	ownLine = regexp.MustCompile(`^(?:(?:Dr|Mrs?|Ms|Rev|Prof)\.? )?(` + fullNames.String() + `),?$`)
	theirs  = regexp.MustCompile(`^(?:(?i:from the desk of|(?:posted |written |words )?by)) (?:the [\p{Ll} ]+, )?(?:(?:the )?(?:Dr|Mrs?|Ms|Rev|Prof)\.? )?(` + fullNames.String() + `)`)
)

// toldBy is the line of who tells what somebody else wrote down: "Ada Lund, born
// 1931, told to Jo Brand", "As told by Ada Lund".
var toldBy = regexp.MustCompile(`^(?:(?i:(?:as )?told by|as remembered by|in the words of) (` + fullNames.String() + `)|(` + fullNames.String() + `), (?:[^.\n]*, )?(?:as )?(?:told to|talking to|speaking to|in conversation with|interviewed by)\b)`)

// authorAt is the person whose name stands at a span.
func (d *discourse) authorAt(at hearsay.Span) *cluster {
	name := at.Of(d.doc.Text)
	who := d.byFold[Fold(name)]
	if who == nil {
		who = &cluster{name: name, names: []string{name}, words: strings.Fields(Fold(name)), kind: hearsay.Person, gender: givenGender(name), order: -1, spans: []hearsay.Span{at}}
		d.byFold[Fold(name)] = who
	}
	who.writes = true
	return who
}

// addressee is whom "you" means at token i, in a letter that begins "Dear Mr
// Grist".
func (d *discourse) addressee(i int) *cluster {
	if d.doc.Tokens[i].Quote >= 0 {
		return nil
	}
	for b := range min(len(d.doc.Blocks), 5) {
		first, last := d.doc.TokensIn(d.doc.Blocks[b].Span)
		if first < last && d.word(first) == "dear" && last-first < 8 {
			if m := d.mentionAt(first + 1); m != nil && m.of.person() {
				d.note(m.of, i, i+1)
				m.of.writes = true
				return m.of
			}
		}
	}
	return nil
}
