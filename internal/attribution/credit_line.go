package attribution

import (
	"regexp"
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

var (
	// creditWords begin a line that credits whom the text is from: "Reporting
	// by Tessel", "With Tessel", "© Tessel". Nobody else stands on the line.
	creditWords = regexp.MustCompile(`^(?i:with|via|by|from|reporting by|reported by|report by|report ?:|reporting ?:|text ?:|text by|story by|story ?:|credit ?:|agency ?:|wire ?:|` +
		`copyright|©|\(c\)|additional reporting by|with reporting by|with material from|with files from|with agency material from|agencies ?:|agence ?:|agentur ?:|agencia ?:)(?: ?\d{4})? `)
	// creditTail is what may stand behind the name on a credit line.
	creditTail = regexp.MustCompile(`(?i:,? (?:staff|reporters?|correspondents?|news agency|news service|\d{4}|all rights reserved|in \p{Lu}[\p{L} -]{2,30}))[. ]*$`)
	// placeless is a dateline of an agency alone: "(Tessel) —".
	placeless = regexp.MustCompile(`^[(\[]([^()\[\]\n]{2,40})[)\]] ?(?:[-–—―]+|:) ?`)
	// slashed is a dateline whose agency stands between slashes: "KIRN, 14 May
	// /Tessel/".
	slashed = regexp.MustCompile(`^\p{Lu}[\p{L}\p{M} .'’-]{2,40}[,.] (?:\d{1,2} )?\p{L}{3,9}\.?(?: \d{1,2})?(?:,? \d{4})?[.,]? ?/([^/\n]{2,40})/[.:]? ?(?:[-–—―]+ )?`)
)

// creditLines reads the lines that hold nothing but whom the text is from, and
// datelines of a known agency that look otherwise than most.
func (c *credits) creditLines() {
	first, last := c.sayingBlocks()
	for b, block := range c.doc.Blocks {
		body := block.Span.Of(c.doc.Text)
		outside := b <= first || b >= last
		if len(body) > 600 && !outside {
			continue
		}
		at := block.Span.Start
		for line := range strings.Lines(body) {
			c.creditLine(hearsay.Span{Start: at, End: at + len(line)}, outside && len(line) == len(body) && block.Kind != hearsay.BlockHeading)
			at += len(line)
		}
	}
}

// sayingBlocks are the first and the last block that hold a sentence of the
// report.
func (s *scanner) sayingBlocks() (first, last int) {
	first = len(s.doc.Blocks)
	for b, block := range s.doc.Blocks {
		if body := block.Span.Of(s.doc.Text); block.Says() && strings.Count(body, " ") > 4 && strings.ContainsAny(body[len(body)-1:], ".!?\"”’»)") {
			first, last = min(first, b), b
		}
	}
	return first, last
}

// longestCredit is how long a credit line may be, in bytes.
const longestCredit = 80

// creditLine reads one line. A name without a word of credit or a dash before
// it counts only where the line stands alone at either end of the text.
func (c *credits) creditLine(span hearsay.Span, alone bool) {
	if span.Len() > longestCredit {
		return
	}
	at := trimSpan(c.doc.Text[:span.End], span)
	line := at.Of(c.doc.Text)
	bare := true
	if strings.HasPrefix(line, "(") || strings.HasPrefix(line, "[") {
		line = strings.TrimRight(line[1:], ")]. ")
		at = hearsay.Span{Start: at.Start + 1, End: at.Start + 1 + len(line)}
		bare = false
	}
	bare = bare && !strings.ContainsRune("-–—―", firstRune(strings.TrimSpace(span.Of(c.doc.Text))))
	if m := creditWords.FindStringIndex(line); m != nil {
		at.Start += m[1]
		bare = false
	}
	if m := creditTail.FindStringIndex(at.Of(c.doc.Text)); m != nil {
		at.End = at.Start + m[0]
	}
	if bare && !alone {
		return
	}
	c.creditNames(at, bare)
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// creditNames credits each agency among the names of a line: "Tessel/Post",
// "Tessel and NPA", "Tessel, Kirn".
func (c *credits) creditNames(at hearsay.Span, bare bool) {
	for _, part := range partsOf(c.doc.Text, at) {
		name := part.Of(c.doc.Text)
		if c.isOwn(name) {
			continue
		}
		if c.knownPress(name) || !bare && c.agencyName(name) {
			c.add(hearsay.CreditWire, part, "")
		}
	}
}

var partsBetween = regexp.MustCompile(`\s*(?:/|\||,|;| and | & | und | et )\s*`)

// partsOf are the names that a span lists; one that is all a name, such as
// "Bolt & Pin", comes first.
func partsOf(body string, at hearsay.Span) []hearsay.Span {
	parts := []hearsay.Span{at}
	start := at.Start
	for _, m := range partsBetween.FindAllStringIndex(at.Of(body), -1) {
		parts = append(parts, hearsay.Span{Start: start, End: at.Start + m[0]})
		start = at.Start + m[1]
	}
	if len(parts) == 1 {
		return parts
	}
	return append(parts, hearsay.Span{Start: start, End: at.End})
}

// isOwn tells whether a name is the report's own publisher.
func (s *scanner) isOwn(name string) bool {
	own := strings.TrimPrefix(strings.ToLower(s.report.Outlet), "the ")
	return own != "" && strings.TrimPrefix(strings.ToLower(strings.TrimSpace(name)), "the ") == own
}

// knownPress tells whether a name is an outlet that the case knows, and not a
// body of another kind.
func (s *scanner) knownPress(name string) bool {
	if s.how.Outlet == nil || len(name) < 2 {
		return false
	}
	canonical, ok := s.how.Outlet(name)
	if !ok {
		return false
	}
	for _, w := range strings.Fields(strings.ToLower(canonical)) {
		if s.lex.sets["institution"].has(w) && w != "network" && w != "service" || s.lex.sets["official"].has(w) {
			return false
		}
	}
	return true
}

// dateline is the length in bytes of the dateline that begins a paragraph, and
// the agencies in it, if any.
func (s *scanner) dateline(body string) (int, []hearsay.Span) {
	n, inside := dateline(body)
	if n == 0 && inCapitals(body) {
		if m := slashed.FindStringSubmatchIndex(body); m != nil {
			n, inside = m[1], hearsay.Span{Start: m[2], End: m[3]}
		}
	}
	if inside.IsEmpty() {
		if n == 0 && body != "" && (body[0] == '(' || body[0] == '[') {
			if m := placeless.FindStringSubmatchIndex(body); m != nil && s.knownPress(body[m[2]:m[3]]) {
				return m[1], []hearsay.Span{{Start: m[2], End: m[3]}}
			}
		}
		return n, nil
	}
	var agencies []hearsay.Span
	for _, part := range partsOf(body, inside) {
		if s.knownPress(part.Of(body)) && !s.isOwn(part.Of(body)) {
			agencies = append(agencies, part)
		}
	}
	if len(agencies) == 0 && !dated(inside.Of(body)) {
		agencies = []hearsay.Span{inside}
	}
	return n, agencies
}

// published is the longest name of a known publication that begins at unit i,
// empty if there is none.
func (p *passage) published(i int) run {
	for e := min(i+6, len(p.u)); e > i; e-- {
		if p.tag(e-1) == text.PUNCT || !p.capital(e-1) && p.tag(e-1) != text.NUM {
			continue
		}
		if p.knownPress(p.spanOf(run{i, e}).Of(p.doc.Text)) {
			return run{i, e}
		}
	}
	return run{}
}

// tagOutlets makes names of the words in the names of known publications, which
// the tagger may take for others: "am" in "the Kurier am Sund".
func (s *scanner) tagOutlets() {
	if s.how.Outlet == nil || len(s.low) == 0 {
		return
	}
	p := s.passageOf(0, len(s.low))
	for i := 0; i < len(p.u); i++ {
		if !p.capital(i) || p.word(i) == "the" {
			continue
		}
		name := p.published(i)
		for k := name.from; k < name.to; k++ {
			for t := p.u[k].first; t < p.u[k].last; t++ {
				if s.tags[t] != text.PUNCT {
					s.tags[t], s.verbs[t] = text.PROPN, verbForm{}
				}
			}
		}
		i = max(i, name.to-1)
	}
}
