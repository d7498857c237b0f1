package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// scanner cuts a stretch of text into tokens in one pass from left to right.
// It looks ahead by a bounded number of bytes only, so its time is linear.
type scanner struct {
	text   string
	pos    int
	end    int
	tokens []Token
	marks  []int32 // indices of the tokens that may be quotation marks
}

// lookahead is how many bytes an address without a scheme may be long.
const lookahead = 128

func (s *scanner) scan(start, end int) {
	s.pos, s.end = start, end
	for s.pos < s.end {
		r, size := s.runeAt(s.pos)
		switch classOf(r) {
		case classSpace:
			s.pos += size
		case classLetter, classDigit:
			s.word()
		case classIdeograph:
			s.emit(s.pos, s.pos+size, Word)
		case classQuote:
			s.quote(r, size)
		case classEmoji:
			s.emoji()
		case classPunct:
			s.punct(r, size)
		default:
			s.symbol(r, size)
		}
	}
}

// runeAt is the character at i, or RuneError beyond the end.
func (s *scanner) runeAt(i int) (rune, int) {
	if i >= s.end {
		return utf8.RuneError, 0
	}
	if c := s.text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s.text[i:s.end])
}

// runeBefore is the character that ends at i.
func (s *scanner) runeBefore(i int) rune {
	if i <= 0 {
		return ' '
	}
	if c := s.text[i-1]; c < utf8.RuneSelf {
		return rune(c)
	}
	r, _ := utf8.DecodeLastRuneInString(s.text[:i])
	return r
}

func (s *scanner) classAt(i int) class {
	if i >= s.end {
		return classSpace
	}
	r, _ := s.runeAt(i)
	return classOf(r)
}

func (s *scanner) emit(start, end int, kind TokenKind) {
	s.tokens = append(s.tokens, Token{Start: int32(start), End: int32(end), Kind: kind, Quote: -1})
	s.pos = end
}

// word reads a word or number that starts at s.pos.
func (s *scanner) word() {
	start := s.pos
	if end := s.address(start); end > 0 {
		s.emit(start, end, Word)
		return
	}
	i, plain := start, true // plain: letters and digits of ASCII only
	for i < s.end {
		if c := s.text[i]; c < utf8.RuneSelf && (asciiClass[c] == classLetter || asciiClass[c] == classDigit) {
			i++
			continue
		}
		r, size := s.runeAt(i)
		if c := classOf(r); c == classLetter || c == classDigit {
			i += size
			continue
		}
		plain = false
		next := s.join(start, i, r, size)
		if next == i {
			break
		}
		i = next
	}
	s.finishWord(start, i, plain && i == s.end)
}

// join tells where the word goes on that has met r, no letter and no digit,
// at i: beyond r if r is part of the word, i if the word ends here.
func (s *scanner) join(start, i int, r rune, size int) int {
	next := s.classAt(i + size)
	if next != classLetter && next != classDigit {
		return i
	}
	before := classOf(s.runeBefore(i))
	inNumber := before == classDigit && next == classDigit
	ok := false
	switch {
	case isApostrophe(r) && inNumber:
		return s.feet(i)
	case isApostrophe(r):
		ok = next == classLetter
	case isHyphen(r):
		ok = true
	case r == '.':
		return s.joinStop(start, i, inNumber)
	case r == ',':
		ok = inNumber && s.groupsDigits(start, i)
	case r == ':', r == '/', r == '٫', r == '٬':
		ok = inNumber
	case r == '&':
		a, b := s.text[i-1], s.text[i+1]
		ok = isUpperASCII(a) && isUpperASCII(b)
	case r == '@':
		if end := s.host(i + 1); end > 0 {
			return end
		}
	}
	if ok {
		return i + size
	}
	return i
}

// feet tells where the inches of 5'10" end, i if there are none.
func (s *scanner) feet(i int) int {
	end := i
	for end < s.end && !isDigitASCII(s.text[end]) { // the apostrophe's own bytes
		end++
	}
	for end < s.end && isDigitASCII(s.text[end]) {
		end++
	}
	if mark, size := s.runeAt(end); end-i <= 5 && (mark == '"' || mark == '”' || mark == '″') {
		return end + size
	}
	return i
}

// joinStop decides on a full stop between two word characters: a decimal
// point, the dots of "U.N." and "Ph.D.", of an address, or a missing space.
func (s *scanner) joinStop(start, i int, inNumber bool) int {
	if inNumber {
		return i + 1
	}
	segment := s.text[start:i]
	if k := strings.LastIndexAny(segment, ".-"); k >= 0 { // non-U.S., D-N.Y.
		segment = segment[k+1:]
	}
	if s.lettersAt(i+1) == 1 && utf8.RuneCountInString(segment) <= 2 && !isDigits(segment) {
		return i + 1 // U.N, Ph.D
	}
	if s.lettersAt(i+1) == 2 && len(segment) == 1 && i+3 < s.end && s.text[i+3] == '.' && isUpperASCII(s.text[i+1]) {
		return i + 1 // M.Sc.
	}
	if end := s.domain(start); end > i {
		return end
	}
	return i
}

// lettersAt counts the letters from i on, up to 3.
func (s *scanner) lettersAt(i int) int {
	n := 0
	for n < 3 && s.classAt(i) == classLetter {
		_, size := s.runeAt(i)
		i += size
		n++
	}
	return n
}

// groupsDigits tells whether the comma at i stands inside a number, "22,000"
// or "3,5", and not in a list, "1,2,3".
func (s *scanner) groupsDigits(start, i int) bool {
	n := 0
	for i+1+n < s.end && n < 4 && isDigitASCII(s.text[i+1+n]) {
		n++
	}
	after := i + 1 + n
	listed := after+1 < s.end && s.text[after] == ',' && isDigitASCII(s.text[after+1])
	switch n {
	case 3:
		return true
	case 2:
		return i-start <= 3 || strings.Contains(s.text[start:i], ".")
	case 1:
		return !listed && s.runeBefore(start) != ',' && i-start <= 3 && !strings.Contains(s.text[start:i], ",")
	}
	return false
}

// finishWord emits the word [start, end): with its own full stop if it is
// abbreviated, parted from its clitics and its unit of measure.
func (s *scanner) finishWord(start, end int, atEnd bool) {
	if !atEnd && end < s.end && s.text[end] == '.' && s.takesStop(start, end) {
		s.emit(start, end+1, Word)
		return
	}
	if r, _ := s.runeAt(start); classOf(r) == classDigit {
		s.number(start, end)
		return
	}
	if k := s.clitic(start, end); k > start && k < end {
		s.emit(start, k, Word)
		s.emit(k, end, Word)
		return
	}
	s.emit(start, end, Word)
}

// number emits what starts with a digit: "22,000", "1960s", "30" "km".
func (s *scanner) number(start, end int) {
	k := start
	for k < end && !isLetterASCII(s.text[k]) && s.text[k] < utf8.RuneSelf && s.text[k] != '-' {
		k++
	}
	switch {
	case k == end:
		s.emit(start, end, Number)
	case isUnit(s.text[k:end]):
		s.emit(start, k, Number)
		s.emit(k, end, Word)
		if end < s.end && s.text[end] == '.' && strings.HasSuffix(s.text[k:end], ".m") {
			s.tokens[len(s.tokens)-1].End++
			s.pos++
		}
	default:
		if k := s.clitic(start, end); k > start {
			s.emit(start, k, numberKind(s.text[start:k]))
			s.emit(k, end, Word)
			return
		}
		s.emit(start, end, numberKind(s.text[start:end]))
	}
}

// numberKind is Number unless the word has letters: "15-year", "1960s".
func numberKind(word string) TokenKind {
	for _, r := range word {
		if unicode.IsLetter(r) {
			return Word
		}
	}
	return Number
}

func isUpperASCII(c byte) bool  { return c >= 'A' && c <= 'Z' }
func isDigitASCII(c byte) bool  { return c >= '0' && c <= '9' }
func isLetterASCII(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isDigits(s string) bool {
	for i := range len(s) {
		if !isDigitASCII(s[i]) {
			return false
		}
	}
	return s != ""
}
