package attribution

import (
	"strings"

	"hearsay"
)

// reproduced finds the text of somebody else's statement that a report prints
// as a whole, as monitoring services do: "Text of statement by S". Its words
// are S's down to the signature or the publisher's own note.
func (s *scanner) reproduced() letterFrame {
	for b := 0; b < min(4, len(s.doc.Blocks)); b++ {
		medium, by := s.textOf(b)
		if medium == "" {
			continue
		}
		frame := letterFrame{from: b + 1, to: s.ownNote(b + 1), medium: medium, signature: by}
		if signed := s.signedBelow(frame.to); !signed.IsEmpty() {
			frame.signature = signed
		}
		return frame
	}
	return letterFrame{}
}

// textOf reads "Text of statement no. 3 by S" at the beginning of block b: the
// medium and the name of S.
func (s *scanner) textOf(b int) (string, hearsay.Span) {
	toks := s.tokensOf(s.doc.Blocks[b].Span)
	p := s.passageOf(toks[0], toks[1])
	i := 0
	if w := p.word(0); w == "full" || w == "the" || w == "complete" {
		i++
	}
	if w := p.word(i); w != "text" && w != "transcript" && w != "translation" || p.word(i+1) != "of" {
		return "", hearsay.Span{}
	}
	medium := ""
	for k := i + 2; k < len(p.u) && k < i+14; k++ {
		switch w := p.word(k); {
		case w == "statement" || w == "communiqué" || w == "communique" || w == "letter" || w == "message" || w == "declaration" || w == "address" || w == "speech" || w == "appeal":
			medium = w
		case w == "by" || w == "from":
			name := p.publisherAfter(k + 1)
			if medium == "" || name.empty() || name.from > k+3 {
				return "", hearsay.Span{}
			}
			return medium, p.spanOf(name)
		case p.isQuote(k):
			return "", hearsay.Span{}
		}
	}
	return "", hearsay.Span{}
}

// ownNotes begin what a publisher adds below a text that is not its own, in
// lower case.
var ownNotes = []string{"[signed]", "(signed)", "signed:", "desk comment", "comment:", "note:", "notes:", "editor's note", "translator's note", "background:", "ends", "[ends"}

// ownNote is the first block from b on that is a signature line or a note of
// the publisher.
func (s *scanner) ownNote(b int) int {
	for ; b < len(s.doc.Blocks); b++ {
		if beginsWith(s.doc.Blocks[b].Span.Of(s.doc.Text), ownNotes) {
			return b
		}
	}
	return b
}

// signedBelow is the name in a line like "[Signed] S" at block b.
func (s *scanner) signedBelow(b int) hearsay.Span {
	if b >= len(s.doc.Blocks) {
		return hearsay.Span{}
	}
	span := s.doc.Blocks[b].Span
	body := span.Of(s.doc.Text)
	if i := strings.IndexAny(body, "]):"); i > 0 && i < 10 && strings.Contains(strings.ToLower(body[:i]), "signed") {
		rest := body[i+1:]
		if end := strings.IndexAny(rest, ",;\n"); end > 0 {
			rest = rest[:end]
		}
		name := strings.TrimSpace(rest)
		start := span.Start + i + 1 + strings.Index(rest, name)
		if nameLike(name) {
			return hearsay.Span{Start: start, End: start + len(name)}
		}
	}
	return hearsay.Span{}
}

func orLetter(medium string) string {
	if medium == "" {
		return "letter"
	}
	return medium
}
