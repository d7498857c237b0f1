package attribution

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
	"hearsay/internal/text"
)

// Read finds the attributions of a document, in reading order, an outer one
// before those inside its content, and its credits: the places where a report
// names another publisher as where its words come from, those of its metadata
// first. Speaker and Via.Entity are left empty: names resolves them from the
// spans. r is the report that doc was made of.
func Read(doc *text.Document, r *hearsay.Report, how Options) ([]hearsay.Attribution, []hearsay.Credit) {
	s := newScanner(doc, r)
	s.how = how
	s.tagOutlets()
	if len(doc.Tokens) > 0 {
		s.voice()
		s.revise(how)
		s.mend()
		s.unclaimed()
	}
	attributions := s.attributions()
	c := credits{scanner: s}
	c.metadata()
	c.wire()
	c.translators()
	c.phrases()
	c.cited(attributions)
	c.links()
	return attributions, c.list
}

type credits struct {
	*scanner
	list []hearsay.Credit
}

func (c *credits) add(kind hearsay.CreditKind, span hearsay.Span, url string) {
	name := span.Of(c.doc.Text)
	for _, old := range c.list {
		if old.Kind == kind && old.Span == span {
			return
		}
	}
	c.list = append(c.list, hearsay.Credit{Kind: kind, Name: name, Span: span, URL: url})
}

func (c *credits) metadata() {
	if n := c.report.ForwardedFrom; n != "" {
		c.list = append(c.list, hearsay.Credit{Kind: hearsay.CreditForward, Name: n})
	}
	if n := c.report.Credit; n != "" {
		c.list = append(c.list, hearsay.Credit{Kind: hearsay.CreditWhole, Name: n})
	}
}

var (
	// "ALDERVANE, March 10 (Corvane Press) - ", "LONDON (AFP) —".
	// "PORT BELL, Orrin Isles, May 3 (Tessel) -".
	datelinePattern = regexp.MustCompile(`^\p{Lu}[\p{Lu}\p{M} .,'’/-]{2,60}?(?:, \p{Lu}[\p{L}\p{M}.'’-]+(?: (?:of |and )?\p{Lu}[\p{L}\p{M}.'’-]+){0,3})?(?:,? *(?:\d{1,2} )?\p{L}{3,9}\.?(?: \d{1,2})?(?:,? \d{4})?)? ?(?:[(\[]|/)([^()\[\]\n]{2,60})(?:[)\]]|/) ?(?:[-–—―]+|:) `)
	// A place alone: "MARSA LUBNA — ".
	placePattern = regexp.MustCompile(`^\p{Lu}[\p{Lu} .'’-]{2,40}(?:, \p{Lu}[\p{L}\p{M}.'’-]+(?: (?:of |and )?\p{Lu}[\p{L}\p{M}.'’-]+){0,3}, (?:\d{1,2} \p{L}{3,9}|\p{L}{3,9}\.? \d{1,2})|, *(?:\d{1,2} )?\p{L}{3,9}\.? ?\d{0,2})? [-–—―]+ `)
	// "Source: AFP", "Quelle: dpa", "المصدر: …".
	sourcePattern = regexp.MustCompile(`(?m)(?:^|[(\[] ?|\. )(?:Source|Sources|Quelle|Fuente|Fonte|Источник|المصدر|مصدر) ?: *([^\n.()\]|]{2,60})`)
	bylinePattern = regexp.MustCompile(`(?m)^(?:By|From|Par|Von|Por) ([^\n|·,;]{2,60})`)
)

// dateline is the length in bytes of the dateline that begins a paragraph, and
// the agency in it, if any.
func dateline(body string) (int, hearsay.Span) {
	if !inCapitals(body) {
		return 0, hearsay.Span{}
	}
	if m := datelinePattern.FindStringSubmatchIndex(body); m != nil {
		return m[1], hearsay.Span{Start: m[2], End: m[3]}
	}
	if m := placePattern.FindStringIndex(body); m != nil {
		return m[1], hearsay.Span{}
	}
	return 0, hearsay.Span{}
}

// inCapitals tells whether a text begins as a dateline must: most paragraphs do
// not, and it costs less than the patterns.
func inCapitals(body string) bool {
	first, n := utf8.DecodeRuneInString(body)
	second, _ := utf8.DecodeRuneInString(body[n:])
	return unicode.IsUpper(first) && (unicode.IsUpper(second) || unicode.IsMark(second) || strings.ContainsRune(" .,'’/-", second))
}

// hasByline tells whether a line of a text may be a byline.
func hasByline(body string) bool {
	for line := range strings.Lines(body) {
		for _, by := range [...]string{"By ", "From ", "Par ", "Von ", "Por "} {
			if strings.HasPrefix(line, by) {
				return true
			}
		}
	}
	return false
}

// hasSource tells whether a text may name its source in a line of its own.
func hasSource(body string) bool {
	if !strings.Contains(body, ":") {
		return false
	}
	for _, word := range [...]string{"Source", "Quelle", "Fuente", "Fonte", "Источник", "مصدر"} {
		if strings.Contains(body, word) {
			return true
		}
	}
	return false
}

// wire reads datelines, agency bylines and source lines.
func (c *credits) wire() {
	for b, block := range c.doc.Blocks {
		body := block.Span.Of(c.doc.Text)
		_, agencies := c.dateline(body)
		for _, agency := range agencies {
			c.add(hearsay.CreditWire, shift(agency, block.Span.Start), "")
		}
		if b < 8 && hasByline(body) {
			for _, m := range bylinePattern.FindAllStringSubmatchIndex(body, 2) {
				if at := (hearsay.Span{Start: m[2], End: m[3]}); c.agencyName(at.Of(body)) || c.knownPress(at.Of(body)) && !c.isOwn(at.Of(body)) {
					c.add(hearsay.CreditWire, shift(trimSpan(body, at), block.Span.Start), "")
				}
			}
		}
		if !hasSource(body) {
			continue
		}
		for _, m := range sourcePattern.FindAllStringSubmatchIndex(body, 4) {
			c.add(hearsay.CreditWire, shift(trimSpan(body, hearsay.Span{Start: m[2], End: m[3]}), block.Span.Start), "")
		}
	}
	c.creditLines()
	c.wireMetadata()
}

// wireMetadata reads the report's dateline and byline where the text does not
// hold them.
func (c *credits) wireMetadata() {
	_, agencies := c.dateline(c.report.Dateline + " - ")
	for _, agency := range agencies {
		c.addName(hearsay.CreditWire, agency.Of(c.report.Dateline))
	}
	by := strings.TrimPrefix(c.report.Byline, "By ")
	if c.agencyName(by) {
		c.addName(hearsay.CreditWire, by)
		return
	}
	for _, part := range partsOf(by, hearsay.Span{End: len(by)}) {
		if name := part.Of(by); c.knownPress(name) && !c.isOwn(name) {
			c.addName(hearsay.CreditWire, name)
		}
	}
}

// addName adds a credit from metadata, unless the text gave it already.
func (c *credits) addName(kind hearsay.CreditKind, name string) {
	for _, old := range c.list {
		if old.Kind == kind && strings.EqualFold(old.Name, name) {
			return
		}
	}
	c.list = append(c.list, hearsay.Credit{Kind: kind, Name: name})
}

func shift(s hearsay.Span, by int) hearsay.Span {
	return hearsay.Span{Start: s.Start + by, End: s.End + by}
}

func trimSpan(body string, s hearsay.Span) hearsay.Span {
	name := strings.TrimFunc(s.Of(body), func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;:.-–—*_", r) })
	if name == "" {
		return s
	}
	start := s.Start + strings.Index(s.Of(body), name)
	return hearsay.Span{Start: start, End: start + len(name)}
}

// dated tells a bracket that holds a date or a party and not an agency.
func dated(s string) bool { return strings.ContainsAny(s, "0123456789") }

// agencyName tells the byline of an agency or other publication from a
// person's.
func (c *credits) agencyName(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	if len(words) == 0 || len(words) > 6 {
		return false
	}
	for _, w := range words {
		if w == "our" || w == "staff" || w == "correspondent" || w == "editor" {
			return false
		}
	}
	for i, w := range words {
		switch w {
		case "wire", "agency", "press", "agence", "agentur", "newswire", "agencia", "news":
			return i > 0
		}
		if len(words) <= 2 && c.lex.sets["agency"].has(w) {
			return true
		}
	}
	return false
}

// fromLine reads a paragraph that only says where what follows is from: "From
// the Mirrow Weekly:", "X reports:".
func (c *credits) fromLine(b int, p *passage) {
	n := len(p.u)
	if n < 3 || n > 14 || !p.mark(n-1, ":") || b+1 >= len(c.doc.Blocks) {
		return
	}
	if w := p.word(0); w == "from" || w == "via" || w == "in" {
		if name := p.publisherAfter(1); !name.empty() {
			c.add(hearsay.CreditWhole, p.spanOf(name), "")
		}
	}
}

// phraseAt tells whether the words stand at unit i, and where they end.
func (p *passage) phraseAt(i int, words string) (int, bool) {
	if !strings.HasPrefix(words, p.word(i)) { // most end here, without being taken apart
		return i, false
	}
	for w := range strings.FieldsSeq(words) {
		if p.word(i) != w {
			return i, false
		}
		i++
	}
	return i, true
}

// publisherAfter is the first proper name behind unit i, before the next
// comma: in "the social media page Quayside Voices" it is the last two words;
// in "Radio Tharn's transcript" the first two.
func (p *passage) publisherAfter(i int) run {
	for k := i; k < len(p.u) && k < i+14; k++ {
		if p.isQuote(k) || p.mark(k, ".;:") || p.tag(k) == text.VERB {
			return run{}
		}
		if p.mark(k, ",") && k > i+1 {
			return run{}
		}
		if p.word(k) == "the" && !p.capital(k+1) {
			continue
		}
		if !p.capital(k) || p.timeWord(k) || p.lex.sets["month"].has(p.word(k)) || languageName(p.word(k)) {
			continue
		}
		if name := p.published(k); !name.empty() {
			return name
		}
		e := k + 1
		for e < len(p.u) && (p.capital(e) && !p.timeWord(e) || p.word(e) == "&" || (p.word(e) == "of" || nameParticle(p.word(e))) && p.capital(e+1) && !p.timeWord(e+1) || (p.word(e) == "the" || p.word(e) == "'" && strings.HasSuffix(p.word(e-1), "s")) && p.capital(e+1) || p.tag(e) == text.NUM && p.capital(e-1) && !p.mark(e-1, ".")) {
			e++
		}
		return run{k, e}
	}
	return run{}
}

// nameParticle tells the small words inside names of other languages: "Journal
// de Tarn".
func nameParticle(w string) bool {
	switch w {
	case "de", "des", "du", "del", "della", "delle", "di", "da", "do", "der", "van", "von", "el", "al":
		return true
	}
	return false
}

func languageName(w string) bool {
	switch w {
	case "arabic", "english", "french", "german", "spanish", "russian", "persian", "farsi", "turkish", "kurdish", "hebrew", "chinese", "italian", "portuguese", "ukrainian", "urdu", "hindi":
		return true
	}
	return false
}

// cited reads the publications among the sources and go-betweens of the
// report's attributions.
func (c *credits) cited(as []hearsay.Attribution) {
	for _, a := range as {
		for _, v := range a.Via {
			if v.Role == hearsay.RoleRelay && strings.ToLower(v.Span.Of(c.doc.Text)[1:]) != v.Span.Of(c.doc.Text)[1:] {
				c.add(hearsay.CreditPoint, v.Span, "")
			}
		}
		if len(a.Source) == 0 || len(a.Cue) == 0 {
			continue
		}
		if name := c.citedName(a); !name.IsEmpty() {
			c.add(hearsay.CreditPoint, name, "")
		}
	}
}

// citedName is the publication that an attribution cites: its source, if it
// has a publication's name, or if it reports, writes or is a thing one goes
// "according to".
func (c *credits) citedName(a hearsay.Attribution) hearsay.Span {
	toks := c.tokensOf(a.Source[0])
	p := c.passageOf(toks[0], toks[1])
	if len(p.u) == 0 {
		return hearsay.Span{}
	}
	name := p.publisherAfter(0)
	if name.empty() || name.from > 6 {
		return hearsay.Span{}
	}
	cue := strings.ToLower(hearsay.Cover(a.Cue).Of(c.doc.Text))
	if p.outletName(run{max(0, name.from-1), name.to}) && p.word(max(0, name.from-1)) == "the" || p.outletName(name) || strings.HasPrefix(cue, "report") || strings.HasPrefix(cue, "according") || p.noted(name.from) {
		return p.spanOf(name)
	}
	return hearsay.Span{}
}

// noted tells whether a word for a publication stands before unit i: "the
// magazine X", "the channel X".
func (p *passage) noted(i int) bool {
	return i > 0 && p.lex.sets["outletnoun"].has(p.word(i-1))
}

// links are the anchors in running text that lead to another site.
func (c *credits) links() {
	own := host(c.report.URL)
	for _, l := range c.report.Links {
		h := host(l.URL)
		if h == "" || h == own || l.Span.IsEmpty() || l.Span.End > len(c.doc.Text) {
			continue
		}
		c.add(hearsay.CreditLink, l.Span, l.URL)
	}
}

// host is the host name in an address, without "www.".
func host(url string) string {
	_, rest, ok := strings.Cut(url, "://")
	if !ok {
		return ""
	}
	if i := strings.IndexAny(rest, "/?#:"); i >= 0 {
		rest = rest[:i]
	}
	return strings.TrimPrefix(strings.ToLower(rest), "www.")
}
