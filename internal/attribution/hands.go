package attribution

import (
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

// hand is a go-between that a phrase names: "translated by M", "that N
// published", "in an interview with N".
type hand struct {
	role hearsay.Role
	name run
	from int // the phrase begins here
	to   int
}

// throughOthers adds the go-betweens that phrases of the sentence name to the
// findings from n on that they belong to.
func (c *clause) throughOthers(n int) {
	if c.last < 0 {
		return
	}
	for i := c.from; i+2 < c.to; i++ {
		h, ok := c.handAt(i)
		if !ok {
			continue
		}
		if f := c.passedBy(h, n); f != nil {
			c.passOn(f, h)
		}
		i = h.to - 1
	}
}

// handAt reads the phrase that begins at unit i.
func (c *clause) handAt(i int) (hand, bool) {
	for _, read := range []func(int) (hand, bool){c.doneBy, c.thatDid, c.inMedium, c.toPaper, c.rendering, c.saidAccordingTo, c.leakedTo, c.copyWith, c.userOf, c.readIn, c.carriedIn} {
		if h, ok := read(i); ok {
			return h, true
		}
	}
	return hand{}, false
}

// doneBy reads "carried by N", "put into English by M", "in a translation by M".
func (c *clause) doneBy(i int) (hand, bool) {
	role := handOf(c.word(i))
	by := i + 1
	for w := c.word(by); role != "" && (w == "into" || w == "in" || w == "from") && languageName(c.word(by+1)); w = c.word(by) {
		role, by = hearsay.RoleTranslator, by+2
	}
	if e := c.timePhrase(by, c.to); e > by {
		by = e
	}
	if c.word(by) == "by" && c.givenOut(i) {
		return hand{}, false
	}
	if role == "" || c.word(by) != "by" && !(c.word(i) == "quoted" && c.word(by) == "in") {
		return hand{}, false
	}
	name := c.namedAfter(by + 1)
	if name.empty() || byAnybody(c.word(i)) && !c.publicationAt(run{by + 1, name.to}) {
		return hand{}, false
	}
	if tellsTranslator(c, run{by + 1, name.to}) {
		role = hearsay.RoleTranslator
	}
	return hand{role, name, i, name.to}, true
}

// givenOut tells the participle of a document that is its author's: "a statement
// issued by S" is S's.
func (c *clause) givenOut(i int) bool {
	if start := c.npStart(i, c.from); start > c.from && c.tag(start-1) == text.ADP {
		return false // said in a statement issued by N
	}
	switch c.word(i) {
	case "issued", "released", "posted", "put":
		m := c.mediumNoun(i - 1)
		return m == "statement" || m == "communique" || m == "communiqué" || m == "release" || m == "bulletin" || m == "post" || m == "tweet"
	}
	return false
}

// leakedTo reads "a memo leaked to N": N has the document.
func (c *clause) leakedTo(i int) (hand, bool) {
	switch c.word(i) {
	case "leaked", "sent", "passed", "handed", "shown", "given", "forwarded", "supplied":
	default:
		return hand{}, false
	}
	if c.word(i+1) != "to" || c.mediumNoun(i-1) == "" && !papers[c.word(i-1)] {
		return hand{}, false
	}
	name := c.namedAfter(i + 2)
	if name.empty() || !c.publicationAt(run{i + 2, name.to}) {
		return hand{}, false
	}
	return hand{hearsay.RoleRelay, name, i, name.to}, true
}

// copyWith reads "of which N has a copy" and "a copy of which N has seen".
func (c *clause) copyWith(i int) (hand, bool) {
	if c.word(i) != "of" || c.word(i+1) != "which" {
		return hand{}, false
	}
	name := c.namedAfter(i + 2)
	if name.empty() || !c.publicationAt(run{i + 2, name.to}) {
		return hand{}, false
	}
	v := name.to
	for c.tag(v) == text.AUX || c.tag(v) == text.ADV {
		v++
	}
	if w := c.word(v); !gets(w) && w != "a" {
		return hand{}, false
	}
	return hand{hearsay.RoleRelay, name, i, v}, true
}

// userOf reads "a user of the website N", where N is surely a publication: who
// writes there is read there.
func (c *clause) userOf(i int) (hand, bool) {
	switch c.word(i) {
	case "user", "member", "contributor", "poster", "commenter", "commentator", "participant":
	default:
		return hand{}, false
	}
	if w := c.word(i + 1); w != "of" && w != "on" && w != "at" {
		return hand{}, false
	}
	name := c.namedAfter(i + 2)
	if name.empty() || name.from > i+5 || !c.knownPress(c.spanOf(name).Of(c.doc.Text)) {
		return hand{}, false
	}
	return hand{hearsay.RoleRelay, name, i, name.to}, true
}

// readIn reads "I read in N": N passed on what the writer has read.
func (c *clause) readIn(i int) (hand, bool) {
	switch c.word(i) {
	case "read", "see", "saw", "heard", "hear", "learn", "learned", "gather", "gathered":
	default:
		return hand{}, false
	}
	if w := c.word(i - 1); w != "i" && w != "we" {
		return hand{}, false
	}
	if w := c.word(i + 1); w != "in" && w != "on" && w != "from" {
		return hand{}, false
	}
	name := c.namedAfter(i + 2)
	if name.empty() || name.from > i+4 || !c.publicationAt(run{i + 2, name.to}) {
		return hand{}, false
	}
	return hand{hearsay.RoleRelay, name, i, name.to}, true
}

// thatDid reads "that N published", "which the translation service M published
// in English".
func (c *clause) thatDid(i int) (hand, bool) {
	if w := c.word(i); w != "that" && w != "which" || !c.nominal(i-1) && !c.mark(i-1, ",") {
		return hand{}, false
	}
	name := c.namedAfter(i + 1)
	if name.empty() {
		return hand{}, false
	}
	v := name.to
	for c.tag(v) == text.AUX || c.tag(v) == text.ADV {
		v++
	}
	role := handOf(c.word(v))
	if role == "" || byAnybody(c.word(v)) && !c.publicationAt(run{i + 1, name.to}) {
		return hand{}, false
	}
	to := v + 1
	if w := c.word(to); (w == "into" || w == "in") && languageName(c.word(to+1)) {
		role, to = hearsay.RoleTranslator, to+2
	}
	if tellsTranslator(c, run{i + 1, name.to}) {
		role = hearsay.RoleTranslator
	}
	return hand{role, name, i, to}, true
}

// rendering reads "in M's translation".
func (c *clause) rendering(i int) (hand, bool) {
	if c.word(i) != "in" && c.word(i) != "from" {
		return hand{}, false
	}
	name := c.namedAfter(i + 1)
	k := name.to
	if name.empty() || c.tag(k) != text.PART && c.word(k) != "'" {
		return hand{}, false
	}
	for k++; k < c.to && (c.tag(k) == text.ADJ || languageName(c.word(k))); k++ {
	}
	if w := c.word(k); w != "translation" && w != "rendering" && w != "version" {
		return hand{}, false
	}
	return hand{hearsay.RoleTranslator, name, i, k + 1}, true
}

// inMedium reads "in an interview with N", "in a statement to N", "speaking to
// N" and "writing in N", where N is surely a publication.
func (c *clause) inMedium(i int) (hand, bool) {
	at := i + 1
	switch w := c.word(i); {
	case w == "on" && c.saidOn(i):
		at = i
	case w == "speaking" || w == "talking" || w == "writing":
	case (w == "interview" || w == "interviews" || w == "appearance") && c.tag(i) == text.NOUN:
	case c.word(at) == "to" && (w == "statement" || w == "remarks" || w == "comments" || w == "words" || sentWord(w)):
	case w == "channel" && c.word(i-2) == "on":
		at = i
	default:
		return hand{}, false
	}
	if handOf(c.word(at)) != "" { // an interview broadcast on N
		at++
	}
	switch c.word(at) {
	case "with", "to", "for", "on", "in", "channel":
	default:
		return hand{}, false
	}
	name := c.namedAfter(at + 1)
	if name.empty() {
		return hand{}, false
	}
	return hand{c.roleOf(run{at + 1, name.to}), name, i, name.to}, true
}

// sentWord tells what one sends to a paper: "said in an e-mail to N".
func sentWord(w string) bool {
	switch w {
	case "e-mail", "email", "letter", "message", "reply", "note", "response", "answer":
		return true
	}
	return false
}

// saidOn tells the "on" of "said on Radio N": a station right behind a verb of
// saying.
func (c *clause) saidOn(i int) bool {
	f, ok := c.verb(i - 1)
	name := c.namedAfter(i + 1)
	return ok && f.takes("q") && f.forms&formFinite != 0 && !name.empty() && name.from <= i+2 && broadcasts(c.spanOf(name).Of(c.doc.Text))
}

// saidAccordingTo reads "S said, according to N, that C": N passed it on.
func (c *clause) saidAccordingTo(i int) (hand, bool) {
	if !c.besideReport(i) {
		return hand{}, false
	}
	e := c.npEnd(i+2, c.to, true)
	name := run{i + 2, e}
	if by := c.publisherAfter(i + 2); !by.empty() && by.to <= e {
		name = by
	}
	return hand{hearsay.RoleRelay, name, i, e}, true
}

// besideReport tells whether "according to N" at unit i stands between a verb of
// saying and its "that": "said, according to N, that".
func (c *clause) besideReport(i int) bool {
	if c.word(i) != "according" || c.word(i+1) != "to" || !c.mark(i-1, ",") {
		return false
	}
	f, ok := c.verb(i - 2)
	e := c.npEnd(i+2, c.to, true)
	return ok && f.takes("c") && f.forms&formFinite != 0 && e > i+2 && c.mark(e, ",") && c.word(e+1) == "that"
}

// namedAfter is the proper name of the noun phrase that begins at i: its last
// words in "the state agency Tarsan".
func (c *clause) namedAfter(i int) run {
	name := c.publisherAfter(i)
	if name.empty() || name.from > i+6 || name.to > c.to {
		return run{}
	}
	for k := i; k < name.from; k++ {
		switch c.tag(k) {
		case text.DET, text.NOUN, text.ADJ, text.PROPN, text.PRON, text.PART:
		default:
			return run{}
		}
	}
	return name
}

// tellsTranslator tells whether the words before a name say that it is a
// translator.
func tellsTranslator(c *clause, r run) bool {
	for k := r.from; k < r.to && !c.capital(k); k++ {
		if strings.HasPrefix(c.word(k), "translat") {
			return true
		}
	}
	return false
}

// passedBy is the finding that a phrase speaks of: the first that it stands in
// or before, else the last of the sentence; nil if it is part of what is said.
func (c *clause) passedBy(h hand, n int) *finding {
	span := c.tokens(run{h.from, h.to})
	best := c.last
	for i := n; i < len(c.found); i++ {
		if c.found[i].parent != c.parent {
			continue
		}
		if covers(c.found[i].content, span) || c.found[i].stance == hearsay.Intends {
			return nil
		}
		if span[0] < c.end(i) && c.start(i) < c.start(best) {
			best = i
		}
	}
	return &c.found[best]
}

// passOn adds the hand to a finding, and takes its phrase out of the source.
func (c *clause) passOn(f *finding, h hand) {
	span := c.tokens(h.name)
	if covers(f.source, span) {
		before := h.from - 1
		for t := c.tag(before); t == text.ADP || t == text.DET || t == text.ADJ || c.timeWord(before); t = c.tag(before) { // , in a long interview with N
			before--
		}
		switch {
		case c.mark(before, ","):
			f.source = cutAt(f.source, c.u[before].first)
		case c.tag(h.from-1) == text.NOUN:
			f.source = cutAt(f.source, c.u[h.from].first)
		}
	}
	if len(f.source) > 0 && covers(f.source, span) || covers(f.content, span) || hasVia(f.via, c.spanOf(h.name)) {
		return
	}
	f.via = append(f.via, hearsay.Via{Role: h.role, Span: c.spanOf(h.name)})
}

// handOf is what the participle makes of whoever it is done by, "" if it makes
// no go-between.
func handOf(w string) hearsay.Role {
	switch w {
	case "translated", "interpreted", "rendered", "translation":
		return hearsay.RoleTranslator
	case "quoted", "carried", "relayed", "broadcast", "cited", "distributed", "published", "aired", "issued", "posted", "printed",
		"circulated", "reproduced", "reprinted":
		return hearsay.RoleRelay
	}
	if byAnybody(w) {
		return hearsay.RoleRelay
	}
	return ""
}

// byAnybody tells the participles of what anybody can do: they make a go-between
// of a publication alone.
func byAnybody(w string) bool {
	switch w {
	case "asked", "interviewed", "approached", "contacted", "reached", "seen", "obtained", "reviewed", "viewed", "read", "put", "shared", "released", "rendered":
		return true
	}
	return false
}
