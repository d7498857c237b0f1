package attribution

import (
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

// transcript reads "NAME: what is said" at the beginning of a paragraph.
func (c *clause) transcript() bool {
	if c.from != 0 || c.parent >= 0 {
		return false
	}
	k := c.from
	for k < c.to && k < 6 && (c.tag(k) == text.PROPN || c.mark(k, ".") || c.capital(k) || c.handle(k) || k > c.from && c.tag(k) == text.NUM && c.mark(k+1, ":")) {
		k++
	}
	if k == c.from || !c.mark(k, ":") || k+1 >= c.to || !c.speakerName(c.from, k) && !c.briefFrom(c.from, k) {
		return false
	}
	if c.presenter(k - 1) {
		c.from = k + 1
		return false
	}
	end := len(c.u)
	for end > k && c.mark(end-1, ".") {
		end--
	}
	f := finding{source: c.pieces(run{c.from, k}), cue: c.pieces(run{k, k + 1}), content: c.pieces(run{k + 1, end}), parent: c.parent, score: scoreClause, stance: hearsay.Asserts}
	if c.asks(k+1, end) {
		f.stance = hearsay.Questions
	}
	if k-c.from == 1 && len(c.word(c.from)) == 1 { // "Q:" and "A:" name nobody
		f.source, f.cue = nil, c.pieces(run{c.from, k + 1})
		if who := c.interviewee(); who != [2]int{} && c.word(c.from) == "a" {
			f.source = [][2]int{who}
		}
	}
	c.turned = c.keep(f, run{c.from, k})
	return c.turned
}

// handle tells the name of a user, "beekeeper_joe", before a colon.
func (c *clause) handle(k int) bool {
	return c.mark(k+1, ":") && k == c.from && (strings.ContainsAny(c.word(k), "_0123456789") || c.labels(k, k+1) > 1)
}

// interviewee is the person whom the report introduces before the first
// question of an interview.
func (c *clause) interviewee() [2]int {
	for b := range c.doc.Blocks {
		body := c.doc.Blocks[b].Span.Of(c.doc.Text)
		if b > 12 || strings.HasPrefix(body, "Q:") || strings.HasPrefix(body, "Q.") {
			return c.introduced(b)
		}
	}
	return c.introduced(len(c.doc.Blocks))
}

// fullName is the end of a name of two or three words at i, i if there is none;
// sure asks that each is tagged as a name, and not one of them.
func (p *passage) fullName(i int, sure bool) int {
	e, proper := i, false
	for e < len(p.u) && (p.tag(e) == text.PROPN || !sure && p.tag(e) == text.NOUN) && p.capital(e) && !p.timeWord(e) {
		proper = proper || p.tag(e) == text.PROPN
		e++
	}
	if e-i < 2 || !proper || e-i > 3 || p.outletName(run{i, e}) {
		return i
	}
	return e
}

// personIntroduced tells whether the name [i, e) is that of a person who is
// spoken to, or of whom something is told.
func (p *passage) personIntroduced(i, e int) bool {
	if w := p.word(i - 1); w == "to" || w == "with" || w == "asked" || w == "interviewed" {
		return true
	}
	next := p.word(e)
	return p.mark(e, ",") || next == "is" || next == "was" || next == "has" || next == "answered" || next == "who" || p.tag(e) == text.VERB
}

// briefFrom tells the name of a publication before a brief: "Marsh Gazette: C".
func (c *clause) briefFrom(from, to int) bool {
	for k := from; k < to; k++ {
		if w := c.word(k); to-from > 1 && (c.lex.sets["outletword"].has(w) || c.lex.sets["agency"].has(w)) {
			return c.clauseAhead(to+1, c.to)
		}
	}
	return false
}

// presenter tells whether the speaker whose name ends at unit i presents the
// programme or wrote the report: that is the publisher's own voice.
func (c *clause) presenter(i int) bool {
	name := c.word(i)
	if name == "" || len(name) < 3 || c.word(i-1) == "the" { // "THE COURT" of a clerk of the court
		return false
	}
	for _, w := range nameWords(c.report.Byline + " " + c.report.Outlet) {
		if w == name {
			return true
		}
	}
	for b := 0; b < min(6, len(c.doc.Blocks)); b++ {
		body := strings.ToLower(c.doc.Blocks[b].Span.Of(c.doc.Text))
		for _, role := range []string{"presenter", "presented by", "host", "hosted by", "with ", "interviewer", "interview by", "read by", "reporter"} {
			at := strings.Index(body, role)
			if at < 0 || len(body) > 400 {
				continue
			}
			near := body[at+len(role):]
			if strings.HasPrefix(near, ":") && c.turns(c.doc.Blocks[b].Span.Of(c.doc.Text)) {
				continue // "HOST: Ada Lund drives nights" is what the host says
			}
			if role == "with " && (strings.HasPrefix(near, "us ") || strings.HasPrefix(near, "me ") || bringsGuest(body[:at])) {
				continue // "with us in the studio is" brings in a guest
			}
			if near, _, _ = strings.Cut(near, ". "); strings.Contains(near[:min(len(near), 40)], " "+name) {
				return true
			}
		}
	}
	return false
}

// bringsGuest tells the words before "with" of those who are spoken to: "an
// interview with".
func bringsGuest(before string) bool {
	words := strings.Fields(before)
	if len(words) == 0 {
		return false
	}
	switch strings.Trim(words[len(words)-1], ".,:;“”\"") {
	case "interview", "conversation", "talk", "talked", "talks", "talking", "spoke", "speaks", "speaking", "chat", "chatted", "sat", "down", "q&a", "meeting", "answers", "questions", "minutes", "encounter":
		return true
	}
	return false
}

// turns tells whether the label of a paragraph stands before another one too.
func (s *scanner) turns(body string) bool {
	label, _, ok := strings.Cut(body, ":")
	n := 0
	for _, b := range s.doc.Blocks {
		if ok && strings.HasPrefix(b.Span.Of(s.doc.Text), label+":") {
			n++
		}
	}
	return n > 1
}

// asks tells whether units [from, to) are one question.
func (c *clause) asks(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if c.u[i].begins {
			return false
		}
	}
	return c.mark(to-1, "?")
}

// speakerName tells a name in a transcript from a label like "Note:": it labels
// another paragraph too, or is in capitals and its last word is a name in the
// text.
func (c *clause) speakerName(from, to int) bool {
	if c.labels(from, to) > 1 && c.speakers() > 1 {
		return to-from <= 4 && !c.heading(from, to)
	}
	if label := c.spanOf(run{from, to}).Of(c.doc.Text); strings.ToUpper(label) == label && c.labelled() >= 3 && c.speakers() > 1 {
		return true
	}
	last := c.doc.Of(c.u[to-1].first)
	if len(last) < 3 || strings.ToUpper(last) != last {
		return false
	}
	name := last[:1] + strings.ToLower(last[1:])
	return strings.Contains(c.doc.Text, " "+name)
}

// heading tells a label that says what kind of thing follows: "Added:",
// "Casualties:", and not who speaks.
func (c *clause) heading(from, to int) bool {
	w := c.word(from)
	if to-from > 1 || len(w) < 3 || strings.ToUpper(c.doc.Of(c.u[from].first)) == c.doc.Of(c.u[from].first) {
		return false
	}
	return strings.HasSuffix(w, "ed") || c.tag(from) == text.NOUN && strings.HasSuffix(w, "s")
}

// labels counts the paragraphs that begin like units [from, to) and a colon.
func (c *clause) labels(from, to int) int {
	label := c.doc.Text[c.doc.Tokens[c.u[from].first].Start:c.doc.Tokens[c.u[to-1].last].End]
	n := 0
	for _, b := range c.doc.Blocks {
		if body := b.Span.Of(c.doc.Text); strings.HasPrefix(body, label) && n < 2 {
			n++
		}
	}
	return n
}
