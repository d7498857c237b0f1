package attribution

import (
	"regexp"
	"strings"

	"hearsay"
)

// What somebody swears, or sets out in numbered paragraphs before a court, is
// that party's down to the end: "I, S, being sworn, state as follows:",
// "WITNESS STATEMENT OF S", "Plaintiff S alleges as follows:".

var (
	swears      = regexp.MustCompile(`^I, (?:the undersigned,? )?((?:Dr\.? |Mr\.? |Mrs\.? |Ms\.? |Sgt\.? )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}\.)?(?: \p{Lu}[\p{L}’'-]+){1,3}),? .*\b(?:sworn|swear|oath|depose|declare|affirm|state|say|certify|attest)\b`)
	swornHead   = regexp.MustCompile(`^(?i:(?:supplemental |second |first )?(?:affidavit|witness statement|sworn statement|statement|declaration|testimony)(?: in support)? of )(\p{Lu}[\p{L}’'-]+(?: \p{Lu}\.)?(?: \p{Lu}[\p{L}’'-]+){1,2})$`)
	pleading    = regexp.MustCompile(`^(?i:(?:(?:first |second )?amended |verified )?(?:complaint|petition|statement of claim|particulars of claim|notice of claim)(?: (?:and|for|of) [^.:]{2,60})?)[.:]?$`)
	plaintiff   = regexp.MustCompile(`(?m)^[ \t]*(\p{Lu}[^\n,;()]{2,60}?),? (?i:plaintiffs?|claimants?|petitioners?|applicants?)\b`)
	asFollows   = regexp.MustCompile(`\b(?i:alleg|stat|aver|plead|complain|say|declar|submit|respectfully)\w*\b[^.]{0,60}:$`)
	numbered    = regexp.MustCompile(`^(?:\(?\d{1,3}[.)]|\(?[a-z][.)]|¶ ?\d+)\s`)
	swornEndsAt = []string{"sworn before", "sworn to", "subscribed", "signed", "before me", "dated", "further affiant", "notary", "wherefore", "prayer", "respectfully submitted", "i declare under penalty", "statement of truth"}
)

// sworn finds such a text: its blocks, and whose it is.
func (s *scanner) sworn() letterFrame {
	for b := range min(9, len(s.doc.Blocks)) {
		span := s.doc.Blocks[b].Span
		body := span.Of(s.doc.Text)
		if m := swornOath(body); m != nil {
			return s.swornFrom(b+1, hearsay.Span{Start: span.Start + m[2], End: span.Start + m[3]}, "affidavit")
		}
		if m := swornHead.FindStringSubmatchIndex(body); m != nil && s.singular() >= 2 {
			return s.swornFrom(s.oathBehind(b+1), hearsay.Span{Start: span.Start + m[2], End: span.Start + m[3]}, "statement")
		}
		if b+2 < len(s.doc.Blocks) && pleading.MatchString(body) && s.numbered(b+1) && s.numbered(b+2) {
			if party := s.plaintiff(b); !party.IsEmpty() {
				return s.swornFrom(b+1, party, "complaint")
			}
		}
		if b+2 < len(s.doc.Blocks) && strings.HasSuffix(body, ":") && asFollows.MatchString(body) && s.numbered(b+1) && s.numbered(b+2) {
			if party := s.party(b); !party.IsEmpty() {
				return s.swornFrom(b+1, party, "complaint")
			}
		}
	}
	return letterFrame{}
}

// swornOath matches swears with a block that ends in a colon, nil if it is no
// such. The colon is looked for first: expressions take a hundred times as long.
func swornOath(body string) []int {
	if !strings.HasSuffix(body, ":") {
		return nil
	}
	return swears.FindStringSubmatchIndex(body)
}

// oathBehind steps over the block of the oath, if block b is it.
func (s *scanner) oathBehind(b int) int {
	if b < len(s.doc.Blocks) && swornOath(s.doc.Blocks[b].Span.Of(s.doc.Text)) != nil {
		return b + 1
	}
	return b
}

// plaintiff is who is named as one in the head of a pleading, before block b.
func (s *scanner) plaintiff(b int) hearsay.Span {
	for _, block := range s.doc.Blocks[:b] {
		if m := plaintiff.FindStringSubmatchIndex(block.Span.Of(s.doc.Text)); m != nil {
			return hearsay.Span{Start: block.Span.Start + m[2], End: block.Span.Start + m[3]}
		}
	}
	return hearsay.Span{}
}

func (s *scanner) numbered(b int) bool {
	return s.doc.Blocks[b].Kind == hearsay.BlockListItem || numbered.MatchString(s.doc.Blocks[b].Span.Of(s.doc.Text))
}

// swornFrom is the frame from block b to where the oath or the prayer ends it.
func (s *scanner) swornFrom(b int, by hearsay.Span, medium string) letterFrame {
	to := b
	for to < len(s.doc.Blocks) && !beginsWith(s.doc.Blocks[to].Span.Of(s.doc.Text), swornEndsAt) {
		if block := s.doc.Blocks[to]; block.Kind == hearsay.BlockSignature || !block.Says() && block.Kind != hearsay.BlockHeading {
			break
		}
		if strings.EqualFold(s.doc.Blocks[to].Span.Of(s.doc.Text), by.Of(s.doc.Text)) {
			break
		}
		to++
	}
	return letterFrame{from: b, to: to, signature: by, medium: medium}
}

// singular counts the sentences in which an "I" speaks, outside of quotations.
func (s *scanner) singular() (n int) {
	for _, sent := range s.doc.Sentences {
		for t := sent.First; t < sent.Last; t++ {
			if s.low[t] == "i" && s.doc.Tokens[t].Quote < 0 {
				n++
				break
			}
		}
	}
	return n
}

// party is who alleges what follows block b: the subject of its last verb, or
// who "comes now".
func (s *scanner) party(b int) hearsay.Span {
	toks := s.tokensOf(s.doc.Blocks[b].Span)
	p := s.passageOf(toks[0], toks[1])
	c := clause{passage: &p, from: 0, to: len(p.u), parent: -1, last: -1}
	if w := p.word(0); (w == "comes" || w == "come" || w == "now") && len(p.u) > 4 {
		i := 1
		for p.word(i) == "now" || p.word(i) == "comes" || p.word(i) == "come" || p.mark(i, ",") {
			i++
		}
		if e := p.sourceAfter(i, len(p.u)); e > i {
			return p.spanOf(run{i, e})
		}
	}
	for v := len(p.u) - 2; v > 0; v-- {
		f, ok := p.verb(v)
		if !ok || !f.takes("c") {
			continue
		}
		if source, _, ok := c.sourceOf(v, 0, f, p.verbGroup(v, 0)); ok && !source.empty() {
			e := p.npEnd(source.from, source.to, true)
			return p.spanOf(run{source.from, max(e, source.from+1)})
		}
	}
	return hearsay.Span{}
}
