package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// splitter cuts the tokens of one block into sentences.
type splitter struct {
	doc         *Document
	first, last int
	breaks      lineBreaks
}

// split appends the sentences of block b, which has the tokens [first, last).
func (s *splitter) split(b int) {
	start := s.first
	for i := s.first; i < s.last; i++ {
		end := 0
		switch {
		case s.terminal(i):
			if e := s.closed(i + 1); s.ends(start, i, e) {
				end = e
			}
		case i+1 < s.last && s.brokenAfter(i):
			end = i + 1
		}
		if end == 0 {
			continue
		}
		s.add(start, end, b)
		start, i = end, end-1
	}
	if start < s.last {
		s.add(start, s.last, b)
	}
}

func (s *splitter) add(first, last, block int) {
	s.doc.Sentences = append(s.doc.Sentences, Sentence{First: first, Last: last, Block: block})
}

// terminal tells whether token i may end a sentence by itself.
func (s *splitter) terminal(i int) bool {
	t := s.doc.Tokens[i]
	c := s.doc.Text[t.End-1]
	if t.Kind == Word {
		return c == '.'
	}
	switch c {
	case '.', '!', '?':
		return t.Kind == Punct
	}
	if c < utf8.RuneSelf {
		return false
	}
	switch s.doc.Of(i) {
	case "…", "؟", "۔", "。", "！", "？", "।", "‽":
		return true
	}
	return false
}

// closed goes on from token i over what closes with the sentence: quotation
// marks, brackets, footnote marks such as [3].
func (s *splitter) closed(i int) int {
	for i < s.last {
		switch word := s.doc.Of(i); {
		case s.doc.Tokens[i].Kind == CloseQuote, word == ")", word == "]":
			i++
		case word == "[" && i+2 < s.last && s.doc.Tokens[i+1].Kind == Number && s.doc.Of(i+2) == "]":
			i += 3
		case s.glued(i) && s.doc.Tokens[i].Kind == Punct && isQuoteMark(s.firstRune(i)):
			i++ // a stray closing mark
		default:
			return i
		}
	}
	return i
}

// ends decides whether the terminal at token i ends the sentence that began
// at start; next is the token after it and its closing marks.
func (s *splitter) ends(start, i, next int) bool {
	if next >= s.last || s.brokenAfter(next-1) {
		return true
	}
	if s.enumerates(start, i) || s.terminal(next) && s.doc.Tokens[next].Kind == Punct {
		return false
	}
	lower := s.startsLower(next)
	quoted := next > i+1
	switch word := s.doc.Of(i); {
	case s.doc.Tokens[i].Kind == Word:
		return s.abbreviationEnds(word, i, next, lower)
	case quoted && lower:
		return false
	case quoted && word != "." && s.saidBy(next):
		return false
	case strings.HasPrefix(word, "..") || word == "…":
		return !lower
	case !s.spaced(i, next):
		return !lower && s.doc.Tokens[next].Kind != Punct && s.doc.Tokens[next].Kind != Number
	case lower && word != ".":
		return !s.inName(i) && !isSaid(s.doc.Of(next))
	}
	return s.doc.Tokens[next].Kind != Punct || !strings.Contains(",;:-–—", s.doc.Of(next))
}

// enumerates tells whether all before the stop is the number or letter of a
// list item: "1.", "iv.".
func (s *splitter) enumerates(start, i int) bool {
	if i != start+1 || s.doc.Of(i) != "." {
		return false
	}
	word := s.doc.Of(start)
	if s.doc.Tokens[start].Kind == Number {
		return len(word) <= 3
	}
	return strings.Trim(word, "ivxIVX") == "" || len(word) == 1
}

// abbreviationEnds decides on a word that holds its own full stop.
func (s *splitter) abbreviationEnds(word string, i, next int, lower bool) bool {
	if lower {
		return false
	}
	if next > i+1 && s.doc.Tokens[next-1].Kind == CloseQuote {
		return true
	}
	stem := strings.TrimSuffix(word, ".")
	switch abbreviationClass(stem[strings.LastIndexByte(stem, '-')+1:]) {
	case stopInner, stopNumber:
		return false
	case stopBeforeSmall:
		return true
	case stopDate:
		return isStarter(s.doc.Of(next))
	}
	switch strings.ToLower(stem) {
	case "a.m", "p.m":
		return !s.tellsTime(next)
	case "e.g", "i.e", "c.f":
		return false
	}
	return isStarter(s.doc.Of(next)) || s.doc.Tokens[next].Kind == OpenQuote
}

// tellsTime tells whether the token goes on with a time of day: "Monday", "GMT".
func (s *splitter) tellsTime(i int) bool {
	word := s.doc.Of(i)
	if s.doc.Tokens[i].Kind == Punct && !isQuoteMark(s.firstRune(i)) {
		return true
	}
	switch word {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Eastern", "Pacific", "Central",
		"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December":
		return true
	}
	return len(word) > 1 && len(word) < 5 && !strings.HasSuffix(word, ".") && strings.ToUpper(word) == word && !isStarter(word)
}

// saidBy tells whether a verb of saying with its subject follows a quotation
// that ended in "?" or "!": `"So what?" Harry asked.`
func (s *splitter) saidBy(next int) bool {
	for i := next; i < min(next+7, s.last); i++ {
		if isSaid(s.doc.Of(i)) {
			return i+1 >= s.last || !isObject(s.doc.Of(i+1))
		}
		if s.terminal(i) && s.doc.Tokens[i].Kind != Word || s.doc.Tokens[i].Kind == OpenQuote {
			return false
		}
	}
	return false
}

// inName tells whether the mark at i sticks to a capitalised word in front of
// lower case, as in "Yahoo! said".
func (s *splitter) inName(i int) bool {
	return i > s.first && s.glued(i) && unicode.IsUpper(s.firstRune(i-1)) && s.doc.Of(i) == "!"
}

// startsLower tells whether the first word from token i on begins small.
func (s *splitter) startsLower(i int) bool {
	for end := min(i+8, s.last); i < end; i++ {
		t := s.doc.Tokens[i]
		if t.Kind == Word || t.Kind == Number {
			return unicode.IsLower(s.firstRune(i))
		}
		if t.Kind == Symbol {
			return false
		}
		if t.Kind == Punct && !isQuoteMark(s.firstRune(i)) && s.doc.Of(i) != "(" && s.doc.Of(i) != "[" {
			return false
		}
	}
	return false
}

func (s *splitter) firstRune(i int) rune {
	r, _ := utf8.DecodeRuneInString(s.doc.Text[s.doc.Tokens[i].Start:])
	return r
}

// glued tells whether token i touches the one before.
func (s *splitter) glued(i int) bool {
	return i > s.first && s.doc.Tokens[i].Start == s.doc.Tokens[i-1].End
}

func (s *splitter) spaced(i, next int) bool {
	return s.doc.Tokens[next].Start > s.doc.Tokens[next-1].End || s.doc.Tokens[i].End < s.doc.Tokens[i+1].Start
}

// isStarter lists words that, written with a capital after an abbreviation,
// begin a sentence more often than they go on with a name.
func isStarter(word string) bool {
	switch word {
	case "The", "A", "An", "He", "She", "It", "They", "We", "I", "You", "This", "That", "These", "Those", "There", "Here",
		"In", "On", "At", "But", "And", "For", "From", "If", "When", "While", "After", "Before", "As", "His", "Her", "Its",
		"Their", "Our", "My", "No", "Not", "So", "Some", "What", "Who", "How", "Why", "Where", "With", "By", "To", "One",
		"Since", "Although", "However", "Yet", "Now", "Then", "Both", "Such", "Each", "Most", "Many", "All", "Asked", "Police",
		"Mr.", "Mrs.", "Ms.", "Dr.", "Earlier", "Later", "Last", "According", "Meanwhile":
		return true
	}
	return false
}

// isSaid lists verbs that name the act of saying what was just quoted.
func isSaid(word string) bool {
	switch word {
	case "said", "says", "asked", "asks", "told", "tells", "replied", "replies", "added", "adds", "wrote", "writes",
		"shouted", "cried", "yelled", "exclaimed", "wondered", "answered", "demanded", "tweeted", "posted", "joked",
		"quipped", "insisted", "screamed", "whispered", "continued", "concluded", "recalled", "declared", "read", "reads",
		"chanted", "inquired", "enquired", "retorted", "called":
		return true
	}
	return false
}

// isObject lists words after a verb of saying that give it a content of its own.
func isObject(word string) bool {
	switch word {
	case "that", "he", "she", "it", "they", "there", "whether", "if", "we", "I":
		return true
	}
	return false
}
