package attribution

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
	"hearsay/internal/text"
)

// unit is a word, or a whole quotation, of the passage that is read.
type unit struct {
	first, last int  // tokens [first, last)
	quote       int  // index into the document's quotes, -1 for a word
	begins      bool // a sentence begins here
}

// passage is a run of units read as one: a paragraph, or the inside of a
// quotation.
type passage struct {
	*scanner
	u []unit
}

// scanner holds what one call knows of its document. Per token: the word in
// lower case and its tag, guessed where the document has none.
type scanner struct {
	doc    *text.Document
	report *hearsay.Report
	lex    *vocabulary
	low    []string
	tags   []text.Tag
	verbs  []verbForm // entry of a form that is tagged as a verb

	quoteToks [][2]int // tokens [first, last) of each quotation, marks included
	innerToks [][2]int
	byStart   []int // quotations that have tokens, by first token, longer first

	found   []finding
	frame   int            // the finding that is the whole report, a letter's; -1 if none
	outlets []hearsay.Span // mentions of publications, in reading order
	used    []bool         // quotations that are content already
	markup  []bool         // tokens that only mark up others
	how     Options

	answerOf map[int][2]int // whose answer a block is, in an interview without labels
}

func newScanner(doc *text.Document, r *hearsay.Report) *scanner {
	s := &scanner{doc: doc, report: r, lex: lexicon(), frame: -1}
	s.lower()
	s.tagAll()
	s.indexQuotes()
	s.findMarkup()
	return s
}

// findMarkup notes the tokens that only make a link of words in Markdown, the
// marks and the address of [words](address): nobody says them.
func (s *scanner) findMarkup() {
	s.markup = make([]bool, len(s.low))
	for t := 1; t+2 < len(s.low); t++ {
		if s.low[t] != "]" || s.low[t+1] != "(" || s.doc.Tokens[t].End != s.doc.Tokens[t+1].Start {
			continue
		}
		open, shut := t-1, t+2
		for open > 0 && s.low[open] != "[" && t-open < 20 {
			open--
		}
		for shut < len(s.low)-1 && s.low[shut] != ")" && shut-t < 20 {
			shut++
		}
		if s.low[open] != "[" || s.low[shut] != ")" {
			continue
		}
		s.markup[open] = true
		for k := t; k <= shut; k++ {
			s.markup[k] = true
		}
	}
}

func (s *scanner) lower() {
	s.low = make([]string, len(s.doc.Tokens))
	for i := range s.low {
		s.low[i] = foldWord(s.doc.Of(i))
	}
}

// foldWord is w in lower case with plain apostrophes; most words are already.
func foldWord(w string) string {
	for i := 0; i < len(w); i++ {
		if c := w[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return strings.ReplaceAll(strings.ToLower(w), "’", "'")
		}
	}
	return w
}

// indexQuotes finds the tokens of each quotation.
func (s *scanner) indexQuotes() {
	n := len(s.doc.Quotes)
	s.quoteToks, s.innerToks = make([][2]int, n), make([][2]int, n)
	s.used = make([]bool, n)
	for q, quote := range s.doc.Quotes {
		s.quoteToks[q] = s.tokensOf(quote.Span)
		s.innerToks[q] = s.tokensOf(quote.Inner)
		if t := s.quoteToks[q]; t[0] < t[1] {
			s.byStart = append(s.byStart, q)
		}
	}
	sort.SliceStable(s.byStart, func(i, j int) bool {
		a, b := s.quoteToks[s.byStart[i]], s.quoteToks[s.byStart[j]]
		if a[0] != b[0] {
			return a[0] < b[0]
		}
		return a[1] > b[1]
	})
}

// tokensOf is the tokens [first, last) that lie inside span.
func (s *scanner) tokensOf(span hearsay.Span) [2]int {
	toks := s.doc.Tokens
	first := sort.Search(len(toks), func(i int) bool { return int(toks[i].Start) >= span.Start })
	last := first + sort.Search(len(toks)-first, func(i int) bool { return int(toks[first+i].End) > span.End })
	return [2]int{first, last}
}

// passageOf cuts tokens [first, last) into units, with each outermost quotation
// of the passage as one.
func (s *scanner) passageOf(first, last int) passage {
	return s.unitsOf(first, last, -1)
}

// withinContent is the passage inside a content: a block quotation that is all of it is
// read word for word, since no marks stand around what it holds.
func (s *scanner) withinContent(first, last int) passage {
	q := s.quoteAt([2]int{first, last})
	if q >= 0 && s.innerToks[q] != s.quoteToks[q] {
		q = -1
	}
	return s.unitsOf(first, last, q)
}

// unitsOf is the passage of tokens [first, last), in which the quotation open is
// no unit.
func (s *scanner) unitsOf(first, last, open int) passage {
	p := passage{scanner: s, u: make([]unit, 0, last-first)}
	q := s.firstQuote(first)
	sent := sort.Search(len(s.doc.Sentences), func(i int) bool { return s.doc.Sentences[i].First >= first })
	for t := first; t < last; {
		if s.markup[t] {
			t++
			continue
		}
		u := unit{first: t, last: t + 1, quote: -1, begins: t == first}
		for sent < len(s.doc.Sentences) && s.doc.Sentences[sent].First < t {
			sent++
		}
		if sent < len(s.doc.Sentences) && s.doc.Sentences[sent].First == t {
			u.begins = true
		}
		for q < len(s.byStart) && s.quoteToks[s.byStart[q]][0] < t {
			q++
		}
		for ; q < len(s.byStart) && s.quoteToks[s.byStart[q]][0] == t; q++ {
			if at := s.quoteToks[s.byStart[q]]; at[1] <= last && s.byStart[q] != open {
				u.quote, u.last = s.byStart[q], at[1]
				break
			}
		}
		p.u = append(p.u, u)
		t = u.last
	}
	return p
}

func (p *passage) isQuote(i int) bool { return i >= 0 && i < len(p.u) && p.u[i].quote >= 0 }

// word is the word of unit i in lower case, "" for a quotation or outside.
func (p *passage) word(i int) string {
	if i < 0 || i >= len(p.u) || p.u[i].quote >= 0 {
		return ""
	}
	return p.low[p.u[i].first]
}

// tag is the part of speech of unit i; a quotation and the outside are TagNone.
func (p *passage) tag(i int) text.Tag {
	if i < 0 || i >= len(p.u) || p.u[i].quote >= 0 {
		return text.TagNone
	}
	return p.tags[p.u[i].first]
}

// verb is the entry of unit i if it is a verb that can attribute.
func (p *passage) verb(i int) (verbForm, bool) {
	if i < 0 || i >= len(p.u) || p.u[i].quote >= 0 {
		return verbForm{}, false
	}
	v := p.verbs[p.u[i].first]
	return v, v.verb != nil
}

// capital tells whether unit i begins with a capital letter.
func (p *passage) capital(i int) bool {
	return i >= 0 && i < len(p.u) && p.u[i].quote < 0 && p.scanner.capital(p.u[i].first)
}

// mark tells whether unit i is one of the punctuation marks in set.
func (p *passage) mark(i int, set string) bool {
	w := p.word(i)
	return w != "" && utf8.RuneCountInString(w) <= 3 && strings.Contains(set, w) && p.tag(i) == text.PUNCT
}

// quoteWords counts the words of quotation unit i.
func (p *passage) quoteWords(i int) int {
	n := 0
	in := p.innerToks[p.u[i].quote]
	for t := in[0]; t < in[1]; t++ {
		if k := p.doc.Tokens[t].Kind; k == text.Word || k == text.Number {
			n++
		}
	}
	return n
}

// quoteEnd is the last character of quotation unit i before its closing mark.
func (p *passage) quoteEnd(i int) byte {
	in := p.doc.Quotes[p.u[i].quote].Inner
	body := strings.TrimRightFunc(in.Of(p.doc.Text), unicode.IsSpace)
	if body == "" {
		return 0
	}
	return body[len(body)-1]
}

// speech tells whether quotation unit i is an utterance and not a title, a
// nickname or a phrase in inverted commas.
func (p *passage) speech(i int) bool {
	if !p.isQuote(i) {
		return false
	}
	if p.quoteWords(i) >= 5 {
		return true
	}
	end := p.quoteEnd(i)
	return end == ',' || end == '.' || end == '?' || end == '!'
}
