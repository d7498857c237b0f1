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
	if medium, by := p.issuedFollowing(); !by.empty() {
		return medium, p.spanOf(by)
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
	return "", hearsay.Span{}
}

// issuedFollowing reads "S issued the following statement" and "on Monday, S sent
// us this letter": what S gave out follows.
func (p *passage) issuedFollowing() (medium string, by run) {
	for k := 2; k+1 < min(len(p.u), 40); k++ {
		medium = announcedMedium(p.word(k))
		if medium == "" || p.word(k-1) != "following" && p.word(k-1) != "this" {
			continue
		}
		v := k - 2
		for v > 0 && (p.word(v) == "the" || p.word(v) == "us" || p.word(v) == "out") {
			v--
		}
		switch p.word(v) {
		case "issued", "released", "published", "posted", "sent", "made", "put", "distributed", "gave", "circulated":
		default:
			continue
		}
		end := v
		for end > 0 && (p.tag(end-1) == text.AUX || p.tag(end-1) == text.ADV) {
			end--
		}
		from := end
		for from > 0 && !p.mark(from-1, ",.:;") {
			from--
		}
		if p.word(from) == "the" {
			from++
		}
		if end > from && p.capital(from) && p.npEnd(from, end, true) == end {
			return medium, run{from, end}
		}
	}
	return "", run{}
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
