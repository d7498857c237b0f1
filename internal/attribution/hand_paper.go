package attribution

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

// relayed tells whether a go-between is among the hands.
func relayed(via []hearsay.Via) bool {
	return slices.ContainsFunc(via, func(v hearsay.Via) bool { return v.Role != hearsay.RoleHearer })
}

// toPaper reads "confirmed to N that", where N is surely a publication: whoever
// says a thing to a paper is told by the paper.
func (c *clause) toPaper(i int) (hand, bool) {
	if c.word(i) != "to" || c.tag(i+1) == text.VERB {
		return hand{}, false
	}
	k := i - 1
	for k > c.from && c.tag(k) == text.ADV {
		k--
	}
	f, ok := c.verb(k)
	if !ok || !f.takes("cq") || f.stance == hearsay.Supposes {
		return hand{}, false
	}
	name := c.namedAfter(i + 1)
	if name.empty() || c.institutionAt(name) {
		return hand{}, false
	}
	return hand{c.roleOf(run{i + 1, name.to}), name, i, name.to}, true
}

// roleOf is what a name makes whoever is told a thing: a publication is a
// go-between, and of others the case may know that they are one.
func (p *passage) roleOf(r run) hearsay.Role {
	if p.publicationAt(r) {
		return hearsay.RoleRelay
	}
	return hearsay.RoleHearer
}

// institutionAt tells whether a name is that of a body that is no medium.
func (p *passage) institutionAt(r run) bool {
	for i := r.from; i < r.to; i++ {
		if p.lex.sets["official"].has(p.word(i)) {
			return true
		}
	}
	return false
}

// spokenTo adds the publication to findings whose source is the "who" of
// somebody it brings in: "the Courier spoke to a passenger, Ada Lund, who said",
// "Radio Delta has a doctor on air who says".
func (c *clause) spokenTo(n int) {
	for i := n; i < len(c.found); i++ {
		f := &c.found[i]
		if f.parent != c.parent || len(f.source) == 0 || relayed(f.via) {
			continue
		}
		if by := c.interviewer(f.source[0][0]); !by.empty() {
			c.outlets = append(c.outlets, c.spanOf(by))
			f.via = append(f.via, hearsay.Via{Role: hearsay.RoleRelay, Span: c.spanOf(by)})
		}
	}
}

// heardOn adds the station that the sentence before says somebody was heard on:
// "Heard the foreman on Radio Sund just now. Jorn Askel says".
func (c *clause) heardOn(n int) {
	if c.parent >= 0 || c.from == 0 {
		return
	}
	for i := n; i < len(c.found); i++ {
		f := &c.found[i]
		if f.parent != c.parent || len(f.source) == 0 || relayed(f.via) || c.end(i) == 0 || f.source[0][0] > c.u[c.from].first+3 {
			continue
		}
		if by := c.heardBefore(); !by.IsEmpty() {
			f.via = append(f.via, hearsay.Via{Role: hearsay.RoleRelay, Span: by})
		}
	}
}

// heardBefore is the publication on which the sentence before the clause says
// that something was heard, seen or read.
func (c *clause) heardBefore() hearsay.Span {
	from := c.from - 1
	for from > 0 && !c.u[from].begins {
		from--
	}
	heard := false
	for k := from; k < c.from; k++ {
		switch c.word(k) {
		case "heard", "hear", "hearing", "listening", "listened", "watching", "watched", "saw", "seen", "read", "reading", "tuned":
			heard = k-from < 4
		case "on", "in", "to", "over":
			if name := c.publisherAfter(k + 1); heard && !name.empty() && name.from <= k+2 && name.to <= c.from && c.publicationAt(run{k + 1, name.to}) {
				return c.spanOf(name)
			}
		}
	}
	return hearsay.Span{}
}

// interviewer is the publication that begins the clause and speaks to whom the
// "who" at token t means, empty if there is none.
func (c *clause) interviewer(t int) run {
	who := c.from
	for who < c.to && c.u[who].first < t {
		who++
	}
	if who >= c.to || c.word(who) != "who" {
		return run{}
	}
	for v := c.from + 1; v < who; v++ {
		if !c.bringsIn(v, who) {
			continue
		}
		s, ok := c.subject(c.verbGroup(v, c.from).from, c.from)
		if !ok {
			return run{}
		}
		if name := c.publication(s); !name.empty() && !c.institutionAt(name) {
			return name
		}
		return run{}
	}
	return run{}
}

// bringsIn tells whether the verb at v is for a publication's having somebody
// speak: "spoke to", "interviewed", "has … on air".
func (c *clause) bringsIn(v, who int) bool {
	switch w, next := c.word(v), c.word(v+1); w {
	case "spoke", "speaks", "spoken", "talked", "talks":
		return next == "to" || next == "with"
	case "interviewed", "interviews", "quotes", "quoted", "cites", "cited", "found", "reached", "met", "tracked":
		return c.tag(v) == text.VERB
	case "heard":
		return next == "from"
	case "has", "had":
		for k := v + 1; k+1 < who; k++ {
			if w := c.word(k + 1); c.word(k) == "on" && (w == "air" || w == "camera" || w == "tape" || w == "record") {
				return true
			}
		}
	}
	return false
}

// handedOver adds the publication that came by a document to findings whose
// source is the document: "The Register got hold of a deck. According to the
// deck …".
func (c *clause) handedOver(n int) {
	for i := n; i < len(c.found); i++ {
		f := &c.found[i]
		if f.parent != c.parent || len(f.source) == 0 || relayed(f.via) {
			continue
		}
		first, last := f.source[0][0], f.source[0][1]-1
		if w := c.low[first]; last > first+2 || w != "the" && w != "this" && w != "that" && w != "it" {
			continue
		}
		if by := c.obtainer(first, c.low[last]); !by.IsEmpty() {
			f.via = append(f.via, hearsay.Via{Role: hearsay.RoleRelay, Span: by})
		}
	}
}

// reachBack is how many tokens before a document is spoken of again it may have
// been handed over.
const reachBack = 60

// obtainer is the publication that is said, shortly before token t, to have got
// a document of that kind.
func (c *clause) obtainer(t int, noun string) hearsay.Span {
	for k := t - 1; k > 1 && k > t-reachBack; k-- {
		if c.low[k] != noun || !papers[noun] {
			continue
		}
		for v := k - 1; v > 0 && v > k-7; v-- {
			if !gets(c.low[v]) {
				continue
			}
			s := c.doc.SentenceAt(v)
			if s < 0 {
				return hearsay.Span{}
			}
			p := c.passageOf(c.doc.Sentences[s].First, v)
			cl := clause{passage: &p, to: len(p.u), parent: -1}
			if e := p.npEnd(0, len(p.u), true); e > 0 {
				if name := cl.publication(run{0, e}); !name.empty() && !p.institutionAt(name) && name.to >= e-1 {
					return p.spanOf(name)
				}
			}
			return hearsay.Span{}
		}
	}
	return hearsay.Span{}
}

// papers are the documents that get into the hands of publications.
var papers = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(`deck memo memorandum document documents letter letters email emails e-mail e-mails mail mails message messages report file files
		dossier draft presentation slides slide transcript recording tape audio video footage contract invoice invoices spreadsheet note notes minutes
		affidavit complaint filing filings papers log logs ledger diary statement list`) {
		set[w] = true
	}
	return set
}()

// gets tells the verbs by which a publication comes by a document.
func gets(w string) bool {
	switch w {
	case "got", "obtained", "obtains", "seen", "saw", "published", "publishes", "posted", "shown", "sent", "reviewed", "acquired", "received",
		"printed", "unearthed", "viewed", "leaked", "handed", "given", "has":
		return true
	}
	return false
}
