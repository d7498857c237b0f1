package attribution

import (
	"slices"

	"hearsay"
	"hearsay/internal/text"
)

// quotedPage finds the words of somebody else that a report prints as whole
// paragraphs of quotation and hardly adds to, as those do who watch and translate what
// others publish: "Two posts of the channel S", "Published by S at 08:30", and
// then the quotations.
func (s *scanner) quotedPage() letterFrame {
	from, to := s.quotedRun()
	if from == to || 2*s.wordsIn(from, to) < s.wordsIn(0, len(s.doc.Blocks)) {
		return letterFrame{}
	}
	for b := range from {
		if b >= 4 && b < from-2 {
			continue
		}
		if medium, by := s.announced(b); !by.IsEmpty() {
			return letterFrame{from: from, to: to, signature: by, quoted: true, medium: medium}
		}
	}
	return letterFrame{}
}

// quotedRun is the range of blocks [from, to) from the first quoted paragraph
// to the last, empty if a paragraph of another kind stands between them.
func (s *scanner) quotedRun() (from, to int) {
	for b := range s.doc.Blocks {
		switch {
		case !s.whollyQuoted(b):
		case to == 0:
			from, to = b, b+1
		case slices.ContainsFunc(s.doc.Blocks[to:b], hearsay.Block.Says):
			return 0, 0
		default:
			to = b + 1
		}
	}
	return from, to
}

// wordsIn counts the tokens of what the blocks [from, to) say.
func (s *scanner) wordsIn(from, to int) (n int) {
	for _, block := range s.doc.Blocks[from:to] {
		if block.Says() {
			t := s.tokensOf(block.Span)
			n += t[1] - t[0]
		}
	}
	return n
}

// announced reads in block b whose words follow: the medium and the name.
func (s *scanner) announced(b int) (string, hearsay.Span) {
	toks := s.tokensOf(s.doc.Blocks[b].Span)
	p := s.passageOf(toks[0], toks[1])
	if w := p.word(0); (w == "published" || w == "issued" || w == "released" || w == "posted") && p.word(1) == "by" {
		if e := p.npEnd(2, len(p.u), false); e > 2 {
			return "statement", p.spanOf(run{2, e})
		}
	}
	if name := p.followsFrom(); !name.empty() {
		return "article", p.spanOf(name)
	}
	for i := range p.u {
		medium := announcedMedium(p.word(i))
		by := i + 1
		for by < min(len(p.u), i+10) && p.givenOut(by) {
			by++
		}
		by = p.onPage(by)
		if w := p.word(by); medium == "" || w != "of" && w != "by" && w != "from" {
			continue
		}
		name := p.publisherAfter(by + 1)
		if w := p.word(name.to); !name.empty() && (w == "channel" || w == "account" || w == "page") {
			name = p.publisherAfter(name.to + 1) // the Telegram channel S
		}
		if !name.empty() && name.from <= by+5 {
			return medium, p.spanOf(name)
		}
	}
	if medium, name := p.gaveOut(); !name.empty() && !s.isOwn(p.spanOf(name).Of(s.doc.Text)) {
		return medium, p.spanOf(name)
	}
	return "", hearsay.Span{}
}

// gaveOut reads "S posted the following statement in French": what S gave out,
// and S.
func (p *passage) gaveOut() (string, run) {
	from := 0
	for i := range p.u {
		if p.u[i].begins {
			from = i
		}
		medium := p.presented(i + 1)
		if medium == "" || !givesOut(p.word(i)) || p.tag(from) == text.PRON {
			continue
		}
		first := p.timePhrase(from, i)
		if p.mark(first, ",") {
			first++
		}
		name := run{first, p.npEnd(first, i, true)}
		e := p.closeBracket(name.to, i)
		for e < i && (p.tag(e) == text.AUX || p.tag(e) == text.ADV || p.timeWord(e)) {
			e++
		}
		if name.to > name.from && e == i {
			return medium, name
		}
	}
	return "", run{}
}

// presented is what the text is called that the words at unit i say to follow:
// "the following appeal", "this letter", "" if they say no such thing.
func (p *passage) presented(i int) string {
	follows := false
	for k := i; k < min(len(p.u), i+5); k++ {
		w := p.word(k)
		follows = follows || w == "following" || w == "this" && k == i
		if medium := announcedMedium(w); follows && medium != "" {
			return medium
		}
		if t := p.tag(k); k > i && t != text.DET && t != text.ADJ && t != text.NOUN && t != text.VERB {
			break
		}
	}
	if follows && p.word(i) == "the" {
		return "statement"
	}
	return ""
}

// givesOut tells the verbs for making a text public.
func givesOut(w string) bool {
	switch w {
	case "posted", "posts", "published", "publishes", "issued", "issues", "released", "releases", "sent", "circulated", "distributed", "shared", "uploaded", "addressed", "put":
		return true
	}
	return false
}

// givenOut tells whether unit i may stand between a text and the name of whom it
// is from: "was issued in French on Thursday by".
func (p *passage) givenOut(i int) bool {
	switch w := p.word(i); w {
	case "issued", "published", "posted", "released", "sent", "read", "distributed", "was", "were", "is", "has", "had", "been", "in":
		return true
	case "on":
		return p.timeWord(i + 1)
	default:
		return languageName(w) || p.timeWord(i)
	}
}

// onPage is what stands behind "on the Telegram channel" at unit i, i if there
// is no such thing.
func (p *passage) onPage(i int) int {
	if p.word(i) != "on" {
		return i
	}
	for k := i + 1; k < min(len(p.u), i+5); k++ {
		switch p.word(k) {
		case "channel", "page", "account", "website", "site", "feed":
			return k + 1
		}
	}
	return i
}

// followsFrom reads "The following appears in N of Saturday last:": where what
// follows is from, empty if the passage does not say so.
func (p *passage) followsFrom() run {
	if n := len(p.u); n == 0 || !p.mark(n-1, ":") || !(p.word(0) == "the" && p.word(1) == "following" || p.word(0) == "this" || p.word(0) == "what" && p.word(1) == "follows") {
		return run{}
	}
	for i := 1; i+1 < min(len(p.u), 8); i++ {
		switch p.word(i) {
		case "appears", "appeared", "stood", "stands", "taken", "printed", "published", "carried", "found":
		default:
			continue
		}
		if w := p.word(i + 1); w == "in" || w == "from" || w == "by" || w == "on" {
			if name := p.publisherAfter(i + 2); name.from <= i+3 {
				return name
			}
		}
	}
	return run{}
}

// announcedMedium is what a text is called that is printed whole, "" if w
// names none.
func announcedMedium(w string) string {
	switch w {
	case "post", "posts":
		return "post"
	case "statement", "letter", "message", "communiqué", "communique", "declaration", "appeal", "address", "speech":
		return w
	case "statements", "letters", "messages":
		return w[:len(w)-1]
	}
	return ""
}
