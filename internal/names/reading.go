package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
	"hearsay/internal/text"
)

// reading is one report while its names are found.
type reading struct {
	doc   *text.Document
	r     *hearsay.Report
	known Outlets

	words    []string            // tokens in lower case, apostrophes straight
	lowered  map[string]bool     // words that the report writes in lower case
	proper   map[string]bool     // words that it writes with a capital inside sentences, in lower case
	titled   map[string]bool     // and of these, those that are not all capitals
	sentence []int32             // sentence of each token, -1 for none
	mentions []mention           // names, in the order of the text
	at       []int32             // mention that covers each token, -1 for none
	people   []*cluster          // what the names stand for, in order of first mention
	byFold   map[string]*cluster // by each folded name
	byLast   map[string]string   // full names by their last word, made when a label needs it
	own      *cluster            // publisher, where it is itself a party
	house    *cluster            // publisher, whatever it is; made when needed
}

// mention is a place where the report names something.
type mention struct {
	first, last int    // tokens, title included
	bare        int    // first token after the titles
	name        string // as printed, with titles
	votes       votes
	gender      gender
	known       string // the case's outlet that it names, "" if none
	of          *cluster
}

// votes weigh what kind of thing a name names.
type votes struct{ person, org, place, other float32 }

func (v *votes) add(o votes) {
	v.person += o.person
	v.org += o.org
	v.place += o.place
	v.other += o.other
}

// kind is the type with most weight.
func (v votes) kind() hearsay.EntityType {
	switch most := max(v.person, v.org, v.place, v.other, 0.4); most {
	case v.person:
		return hearsay.Person
	case v.org:
		return hearsay.Organization
	case v.place:
		return hearsay.Place
	}
	return hearsay.Other
}

// read prepares a report and finds its names.
func read(doc *text.Document, r *hearsay.Report, known Outlets) *reading {
	rd := prepare(doc, r, known)
	rd.findNames()
	rd.recognize()
	rd.cluster()
	rd.gloss()
	return rd
}

// prepare notes what the words of a report tell before names are looked for.
func prepare(doc *text.Document, r *hearsay.Report, known Outlets) *reading {
	rd := &reading{doc: doc, r: r, known: known}
	rd.lowerWords()
	rd.markSentences()
	rd.markProper()
	return rd
}

func (rd *reading) lowerWords() {
	rd.words = make([]string, len(rd.doc.Tokens))
	rd.lowered = make(map[string]bool, len(rd.doc.Tokens)/3)
	for i := range rd.doc.Tokens {
		w := rd.doc.Of(i)
		lower := strings.ToLower(w)
		if strings.Contains(lower, "’") {
			lower = strings.ReplaceAll(lower, "’", "'")
		}
		rd.words[i] = lower
		if w[0] >= 'a' && w[0] <= 'z' {
			rd.lowered[lower] = true
		}
	}
}

// markSentences notes which tokens stand in text that says something, or in
// a signature.
func (rd *reading) markSentences() {
	rd.sentence = make([]int32, len(rd.doc.Tokens))
	for i := range rd.sentence {
		rd.sentence[i] = -1
	}
	for s, sentence := range rd.doc.Sentences {
		if rd.headline(sentence) {
			continue
		}
		if b := rd.block(sentence.Block); b.Says() || b.Kind == hearsay.BlockSignature || b.Kind == hearsay.BlockCaption {
			for i := sentence.First; i < sentence.Last; i++ {
				rd.sentence[i] = int32(s)
			}
		}
	}
}

// headline tells whether a sentence writes nearly all of its words with a
// capital, which then mean nothing. A list of names is none.
func (rd *reading) headline(s text.Sentence) bool {
	if s.Last <= s.First || rd.doc.Of(s.Last-1) == "." {
		return false
	}
	capitals, words, commas := 0, 0, 0
	for i := s.First; i < s.Last; i++ {
		if rd.words[i] == "," {
			commas++
		}
		if rd.doc.Tokens[i].Kind != text.Word || len(rd.words[i]) < 4 {
			continue
		}
		words++
		if rd.capital(i) {
			capitals++
		}
	}
	return words >= 6 && commas < 2 && capitals*10 >= words*8
}

// markProper notes the words whose capital means something where they stand.
func (rd *reading) markProper() {
	rd.proper = make(map[string]bool)
	rd.titled = make(map[string]bool)
	for i := range rd.words {
		if rd.sentence[i] >= 0 && rd.capital(i) && !rd.starts(i) {
			rd.proper[rd.words[i]] = true
			if w := rd.doc.Of(i); strings.ToUpper(w) != w {
				rd.titled[rd.words[i]] = true
			}
		}
	}
}

func (rd *reading) block(i int) hearsay.Block {
	if i < 0 || i >= len(rd.doc.Blocks) {
		return hearsay.Block{Kind: hearsay.BlockParagraph}
	}
	return rd.doc.Blocks[i]
}

// word is token i in lower case, "" outside the text.
func (rd *reading) word(i int) string {
	if i < 0 || i >= len(rd.words) {
		return ""
	}
	return rd.words[i]
}

func (rd *reading) tag(i int) text.Tag {
	if i < 0 || i >= len(rd.doc.Tokens) {
		return text.TagNone
	}
	return rd.doc.Tokens[i].Tag
}

// same tells whether tokens i and j stand in one sentence.
func (rd *reading) same(i, j int) bool {
	return i >= 0 && j >= 0 && i < len(rd.sentence) && j < len(rd.sentence) &&
		rd.sentence[i] >= 0 && rd.sentence[i] == rd.sentence[j]
}

// starts tells whether token i begins a sentence, a quotation, or what
// follows a colon, where a capital says nothing.
func (rd *reading) starts(i int) bool {
	if !rd.same(i-1, i) {
		return true
	}
	switch prev := rd.doc.Tokens[i-1]; prev.Kind {
	case text.OpenQuote:
		return true
	case text.Punct:
		return strings.ContainsAny(rd.doc.Of(i-1), ":•–—-([") || rd.doc.Of(i-1) == "..." || rd.doc.Of(i-1) == "…"
	case text.CloseQuote:
		return true
	}
	return false
}

// capital tells whether a word is written as a name: it begins with a
// capital, or with an Arabic article before one (al-Rasifi).
func (rd *reading) capital(i int) bool {
	if i < 0 || i >= len(rd.doc.Tokens) {
		return false
	}
	t := rd.doc.Tokens[i]
	if t.Kind != text.Word && t.Kind != text.Number {
		return false
	}
	w := rd.doc.Of(i)
	if c := w[0]; c < utf8.RuneSelf && (c < 'a' || c > 'z') {
		return c >= 'A' && c <= 'Z'
	}
	r, size := utf8.DecodeRuneInString(w)
	if unicode.IsUpper(r) || unicode.IsTitle(r) {
		return true
	}
	if len(w) < 5 {
		return false
	}
	if dash := strings.IndexAny(w[:4], "-'\u2019"); dash == 2 || dash == 1 || dash == 3 {
		_, n := utf8.DecodeRuneInString(w[dash:])
		next, _ := utf8.DecodeRuneInString(w[dash+n:])
		return unicode.IsUpper(next) && size > 0
	}
	return false
}

// spanOf is the byte span of tokens [first, last).
func (rd *reading) spanOf(first, last int) hearsay.Span { return rd.doc.Span(first, last) }

// textOf is the text of tokens [first, last) on one line.
func (rd *reading) textOf(first, last int) string {
	s := rd.spanOf(first, last)
	return oneLine(s.Of(rd.doc.Text))
}

func oneLine(s string) string {
	if strings.ContainsAny(s, "\n\t\r") || strings.Contains(s, "  ") {
		return strings.Join(strings.Fields(s), " ")
	}
	return s
}
