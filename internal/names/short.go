package names

import (
	"cmp"
	"slices"
	"strings"

	"hearsay/internal/text"
)

// Inside quotations people are called by short forms of their given names:
// Prudence Okell is Prue, Tavita Lelei is Tav.

// calledShort is the one person whose given name the word is short for, where a
// quotation speaks to or of somebody by it; nil if nobody is, or two.
func (c *clusterer) calledShort(m *mention, word string) (who *cluster) {
	if c.rd.doc.Tokens[m.first].Quote < 0 || m.bare > m.first || m.votes.org > 1 {
		return nil
	}
	for _, of := range slices.Concat(c.long, c.given) {
		if !of.person() || !shortFor(word, of.words[0]) {
			continue
		}
		if g := cmp.Or(of.gender, of.given); g != unknownGender && m.gender != unknownGender && g != m.gender {
			continue
		}
		if who != nil {
			return nil
		}
		who = of
	}
	return who
}

// shortFor tells whether a word is a short form of a given name: "prue" of
// "prudence", "tav" of "tavita", "bob" of "robert".
func shortFor(word, given string) bool {
	if len(word) < 3 || len(word) >= len(given) {
		return isNickname(word, given)
	}
	stem := strings.TrimRight(word, "aeiy")
	if len(stem) < 3 {
		stem = word
	}
	return strings.HasPrefix(given, stem) || isNickname(word, given)
}

// vocative is whom a quotation in tokens [first, last) speaks to by a short form
// that is no name elsewhere in the report, nil if nobody.
func (d *discourse) vocative(first, last int) (who *cluster) {
	for i := first; i < last; i++ {
		if d.doc.Tokens[i].Kind != text.Word || !d.capital(i) || d.mentionAt(i) != nil || !d.calls(i) {
			continue
		}
		for _, c := range d.people {
			if !c.person() || c.described || len(c.words) < 2 || !shortFor(d.word(i), c.words[0]) {
				continue
			}
			if who != nil && who != c {
				return nil
			}
			who = c
		}
	}
	return who
}

// calls tells whether the word at token i stands as a call does: "Sit down, Tav,
// you", "Prue, it is".
func (d *discourse) calls(i int) bool {
	before, after := d.word(i-1), d.word(i+1)
	opens := i > 0 && d.doc.Tokens[i-1].Kind == text.OpenQuote
	return after == "," && (opens || before == ",") || before == "," && (after == "." || after == "?" || after == "!")
}
