package attribution

import (
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

func (p *passage) spanOf(r run) hearsay.Span {
	t := p.tokens(r)
	return p.doc.Span(t[0], t[1])
}

// relays are the go-betweens of a cue: the publication that was told.
func (p *passage) relays(k complement, f verbForm) []hearsay.Via {
	if k.hearer.empty() || f.lemma != "tell" && f.lemma != "inform" && f.lemma != "assure" {
		return nil
	}
	h := k.hearer
	if p.genericMedia(h) {
		return []hearsay.Via{{Role: hearsay.RoleRelay, Span: p.spanOf(h)}}
	}
	switch first := p.word(h.from); first {
	case "it":
		return p.paperBefore(h.from)
	case "me", "us", "this", "our", "my", "him", "her", "them", "you":
		return nil // the report's own publisher, or no publication
	case "the", "a", "an":
		if h.to-h.from == 2 && p.lex.sets["outletnoun"].has(p.word(h.from+1)) && !p.capital(h.from+1) {
			return p.knownOutlet(h)
		}
	}
	if staff := p.employer(h); !staff.empty() {
		h = staff
	} else if !p.outletName(h) && !p.oddOutlet(h) {
		return p.hearerNamed(h)
	}
	for k := h.from; k < h.to; k++ {
		if p.capital(k) && p.noted(k) { // the newsletter X
			h.from = k
			break
		}
	}
	span := p.spanOf(h)
	p.outlets = append(p.outlets, span)
	return []hearsay.Via{{Role: hearsay.RoleRelay, Span: span}}
}

// hearerNamed is the name of whom a thing is told to, if there is one: the case
// may know an outlet that nothing in the report tells.
func (p *passage) hearerNamed(h run) []hearsay.Via {
	for k := h.from; k < h.to; k++ {
		if !p.capital(k) || p.word(k) == "the" {
			continue
		}
		e := k + 1
		for e < h.to && (p.capital(e) || p.tag(e) == text.PROPN || p.word(e) == "&" || p.word(e) == "of" && p.capital(e+1)) {
			e++
		}
		return []hearsay.Via{{Role: hearsay.RoleHearer, Span: p.spanOf(run{k, e})}}
	}
	return nil
}

// employer is the publication in "the Gazette's reporter" and "a reporter from
// the Gazette", empty if the hearer is no such person.
func (p *passage) employer(h run) run {
	for k := h.from + 1; k < h.to; k++ {
		name := run{h.from, k}
		switch {
		case p.tag(k) == text.PART && k+1 < h.to && (p.lex.sets["staff"].has(p.word(h.to-1)) || airs(p.word(h.to-1)) || p.capital(h.to-1) && p.publicationAt(name)):
		case (p.word(k) == "from" || p.word(k) == "of" || p.word(k) == "at" || p.word(k) == "with") && (p.lex.sets["staff"].has(p.word(k-1)) || p.word(k) == "of" && partOfPaper(p.word(k-1))):
			name = run{k + 1, h.to}
		default:
			continue
		}
		if p.outletName(name) || p.publicationAt(name) {
			return name
		}
	}
	return run{}
}

// partOfPaper tells the words for a part of a publication: "told the Sunday
// edition of N".
func partOfPaper(w string) bool {
	switch w {
	case "edition", "desk", "bureau", "newsroom", "website", "supplement", "section", "app", "service":
		return true
	}
	return false
}

// genericMedia tells media that are called by whose they are: "told state
// television".
func (p *passage) genericMedia(r run) bool {
	if r.to-r.from != 2 {
		return false
	}
	switch p.word(r.from) {
	case "state", "national", "public", "local", "regional", "foreign", "official":
	default:
		return false
	}
	switch p.word(r.from + 1) {
	case "television", "tv", "radio", "media", "broadcaster":
		return true
	}
	return false
}

// airs tells the words for what a station sends: "told Radio N's breakfast show".
func airs(w string) bool {
	switch w {
	case "show", "programme", "program", "podcast", "bulletin", "phone-in", "broadcast", "newscast", "documentary":
		return true
	}
	return false
}

// carriesTalk tells the words for a publication that stand beside its name and
// are for nothing else.
func carriesTalk(w string) bool {
	switch w {
	case "podcast", "broadcaster", "newspaper", "magazine", "newsletter", "tabloid", "newswire", "weekly", "programme", "website", "blog", "daily":
		return true
	}
	return false
}

// publicationAt tells whether a name with a word for a publication before it,
// or of a publication's form, stands in r.
func (p *passage) publicationAt(r run) bool {
	for k := r.from; k < r.to; k++ {
		if p.capital(k) && p.word(k) != "the" {
			name := p.publisherAfter(k)
			return !name.empty() && (p.noted(k) || p.outletName(name) || p.outletName(run{max(r.from, k-1), name.to}))
		}
	}
	return false
}

// knownOutlet resolves "told the paper" to the publication named last.
func (p *passage) knownOutlet(h run) []hearsay.Via {
	span := p.outletBefore(h)
	if n := len(p.outlets); n > 0 && p.outlets[n-1].Start >= span.Start {
		span = p.outlets[n-1]
	}
	if span.IsEmpty() {
		return nil
	}
	return []hearsay.Via{{Role: hearsay.RoleRelay, Span: span}}
}

// paperBefore resolves "told it" to the publication that is the subject of the
// sentence before: "The Herald has a witness. He saw it, a shepherd told it."
func (p *passage) paperBefore(i int) []hearsay.Via {
	s := p.doc.SentenceAt(p.u[i].first)
	if s < 1 || p.doc.Sentences[s-1].Block != p.doc.Sentences[s].Block {
		return nil
	}
	before := p.passageOf(p.doc.Sentences[s-1].First, p.doc.Sentences[s-1].Last)
	name := before.publication(run{0, min(len(before.u), 6)})
	if name.empty() || name.from > 1 || before.isOwn(before.spanOf(name).Of(p.doc.Text)) {
		return nil
	}
	return []hearsay.Via{{Role: hearsay.RoleRelay, Span: before.spanOf(name)}}
}

// outletBefore is the last publication of that kind that the text named before,
// if anybody it quotes or not: "went on Radio Marsh. She told the station".
func (p *passage) outletBefore(h run) hearsay.Span {
	kind := p.word(h.to - 1)
	for t := p.u[h.from].first - 1; t > 0; t-- {
		if !p.scanner.capital(t) || p.doc.Tokens[t].Quote >= 0 {
			continue
		}
		from := t
		for from > 0 && p.scanner.capital(from-1) && p.doc.SentenceAt(from-1) == p.doc.SentenceAt(t) {
			from--
		}
		span := p.doc.Span(from, t+1)
		name := span.Of(p.doc.Text)
		if broadcasts(name) == (kind == "station" || kind == "broadcaster" || kind == "channel") && !p.isOwn(name) && (p.knownPress(name) || kind == "station" && broadcasts(name)) {
			return span
		}
		t = from
	}
	return hearsay.Span{}
}

// broadcasts tells the name of a station.
func broadcasts(name string) bool {
	for _, w := range strings.Fields(strings.ToLower(name)) {
		switch w {
		case "radio", "tv", "television", "fm", "channel", "broadcasting":
			return true
		}
	}
	return false
}

// outletName tells whether a noun phrase names a publication: by a word that
// publications bear, by an agency's name, or by "the" before a name that is
// not an authority's.
func (p *passage) outletName(r run) bool {
	if r.to > r.from && p.capital(r.to-1) && p.knownPress(p.spanOf(r).Of(p.doc.Text)) {
		return true
	}
	proper := false
	for i := r.from; i < r.to; i++ {
		w := p.word(i)
		if carriesTalk(w) && !p.capital(i) && p.capital(max(r.from, min(i+1, r.to-1))) != (i > r.from && p.capital(i-1)) {
			return true // the podcast N, the N podcast
		}
		if p.tag(i) == text.PROPN || p.capital(i) {
			proper = proper || w != "the"
			if p.lex.sets["agency"].has(w) || p.lex.sets["outletword"].has(w) {
				return true
			}
		}
		if p.lex.sets["official"].has(w) || p.tag(i) == text.NOUN && !p.capital(i) && !p.lex.sets["outletnoun"].has(w) {
			return false
		}
	}
	return proper && p.word(r.from) == "the" && p.capital(r.from)
}

// oddOutlet tells whether a hearer is likely a publication though no word of
// its name says so ("told Grada Costera"): a name of two words or more, without
// a title, of which no part is used again alone as surnames are.
func (p *passage) oddOutlet(h run) bool {
	if h.to-h.from < 2 || !p.capital(h.from) || personTitle(p.word(h.from)) || p.how.FirstName != nil && p.how.FirstName(p.word(h.from)) {
		return false
	}
	for i := h.from; i < h.to; i++ {
		w := p.word(i)
		joins := w == "&" || w == "and" || w == "of"
		if !joins && !p.capital(i) && p.tag(i) != text.NUM || p.lex.sets["official"].has(w) {
			return false
		}
	}
	first, last := p.u[h.from].first, p.u[h.to-1].first
	for t, w := range p.low {
		if w == p.low[last] && t != last && p.doc.Of(t) == p.doc.Of(last) && (t == 0 || p.low[t-1] != p.low[last-1]) {
			return false
		}
		if w == p.low[first] && t != first && p.doc.Of(t) == p.doc.Of(first) && (t+1 >= len(p.low) || p.low[t+1] != p.low[first+1]) {
			return false
		}
	}
	return true
}

func personTitle(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "president", "prime", "minister", "mayor", "judge", "justice", "sen", "senator",
		"rep", "gov", "governor", "gen", "general", "col", "colonel", "capt", "captain", "king", "queen", "prince", "princess", "lord", "lady",
		"sir", "chancellor", "secretary", "detective", "inspector", "sheriff", "chief", "congress", "parliament", "brother", "sister", "father":
		return true
	}
	return false
}

// publication is the name of the publication that a source is, empty if it is
// none by its name or by a word before it ("the magazine X").
func (p *passage) publication(source run) run {
	for k := source.from; k < source.to && k < source.from+5; k++ {
		if !p.capital(k) || p.word(k) == "the" {
			continue
		}
		name := p.publisherAfter(k)
		name.to = min(name.to, source.to)
		if name.empty() || !p.noted(k) && !p.outletName(name) {
			return run{}
		}
		return name
	}
	return run{}
}

// translator is the name of whoever the report says translated its text:
// "translated by M", "an English translation was published by M"; zero if it
// says none, or more than one.
func (s *scanner) translator() hearsay.Span {
	var by hearsay.Span
	for t, w := range s.low {
		if w != "translated" && w != "translation" {
			continue
		}
		if at := s.translatorAfter(t + 1); !at.IsEmpty() {
			if !by.IsEmpty() && by.Of(s.doc.Text) != at.Of(s.doc.Text) {
				return hearsay.Span{}
			}
			by = at
		}
	}
	return by
}

// translatorAfter is the name in "by M" within the sentence of token t.
func (s *scanner) translatorAfter(t int) hearsay.Span {
	i := s.doc.SentenceAt(t)
	if i < 0 {
		return hearsay.Span{}
	}
	last := min(s.doc.Sentences[i].Last, t+8)
	for ; t < last; t++ {
		if s.low[t] != "by" {
			continue
		}
		p := s.passageOf(t+1, s.doc.Sentences[i].Last)
		if name := p.publisherAfter(0); !name.empty() && name.from < 3 {
			return p.spanOf(name)
		}
	}
	return hearsay.Span{}
}

// cutAt ends the pieces before token t.
func cutAt(pieces [][2]int, t int) [][2]int {
	var out [][2]int
	for _, p := range pieces {
		if p[1] = min(p[1], t); p[0] < p[1] {
			out = append(out, p)
		}
	}
	return out
}

func hasVia(vias []hearsay.Via, span hearsay.Span) bool {
	for _, v := range vias {
		if v.Span.Overlaps(span) {
			return true
		}
	}
	return false
}

// mediumOf is the medium that the head of a source names: "the letter".
func (p *passage) mediumOf(src run) string {
	if p.word(src.from) == "it" {
		return p.mediumBefore(src.from)
	}
	e := p.npEnd(src.from, src.to, false)
	if e == src.from {
		return ""
	}
	return p.mediumNoun(e - 1)
}

// mediumBefore is the medium that "it" at unit i means: the one that the
// sentence before has for its subject.
func (p *passage) mediumBefore(i int) string {
	for i > 0 && !p.u[i].begins {
		i--
	}
	from := i - 1
	for from > 0 && !p.u[from].begins {
		from--
	}
	e := p.npEnd(max(from, 0), i, false)
	if from < 0 || e == from || p.tag(e) == text.ADP && p.word(e) != "of" {
		return ""
	}
	return p.mediumNoun(e - 1)
}
