package text

import "strings"

// quote emits a mark, or a word that begins with an apostrophe.
func (s *scanner) quote(r rune, size int) {
	if end := s.elided(r, s.pos+size); end > 0 {
		s.emit(s.pos, end, Word)
		return
	}
	end := s.pos + size
	if r == '\'' || r == '`' {
		end = s.strokes(byte(r))
	}
	s.marks = append(s.marks, int32(len(s.tokens)))
	s.emit(s.pos, end, Punct)
}

// strokes is the end of the mark that starts at s.pos: two equal strokes make
// one double mark. Of three the double one is the outer: "”No,' he said”".
func (s *scanner) strokes(c byte) int {
	n := 1
	for n < 4 && s.pos+n < s.end && s.text[s.pos+n] == c {
		n++
	}
	closing := classOf(s.runeBefore(s.pos)) != classSpace
	if n == 1 || n == 3 && closing {
		return s.pos + 1
	}
	return s.pos + 2
}

// elided is the end of a word such as "'em" or "’90s" whose apostrophe ends
// at i, 0 if there is none.
func (s *scanner) elided(r rune, i int) int {
	if !isApostrophe(r) || classOf(s.runeBefore(s.pos)) == classDigit {
		return 0
	}
	end := i
	for end < s.end && end-i < 6 && (isLetterASCII(s.text[end]) || isDigitASCII(s.text[end])) {
		end++
	}
	word := s.text[i:end]
	if (word == "n" || word == "N") && end < s.end {
		if next, size := s.runeAt(end); isApostrophe(next) {
			return end + size // rock 'n' roll
		}
	}
	if s.classAt(end) == classLetter || !isElided(word) {
		return 0
	}
	if isDigits(word[:2]) && r != '’' && (len(word) == 2 && r == '‘' || !s.afterWord()) {
		return 0
	}
	return end
}

// afterWord tells whether a single space parts s.pos from a word.
func (s *scanner) afterWord() bool {
	n := len(s.tokens)
	return n > 0 && s.tokens[n-1].Kind == Word && s.pos-int(s.tokens[n-1].End) == 1
}

// punct emits a run of equal marks ("...", "--", "?!") or a single one.
func (s *scanner) punct(r rune, size int) {
	if end := s.emoticon(); end > 0 {
		s.emit(s.pos, end, Symbol)
		return
	}
	end := s.pos + size
	switch r {
	case '(', ')', '[', ']', '{', '}', ',', ';', ':', '/':
	case '!', '?':
		for end < s.end && (s.text[end] == '!' || s.text[end] == '?') {
			end++
		}
	default:
		end = s.runEnd(end, r, size)
	}
	s.emit(s.pos, end, Punct)
}

func (s *scanner) runEnd(i int, r rune, size int) int {
	for i < s.end {
		if next, _ := s.runeAt(i); next != r {
			break
		}
		i += size
	}
	return i
}

// symbol emits a handle, a hashtag, or a run of one symbol.
func (s *scanner) symbol(r rune, size int) {
	if r == '@' || r == '#' {
		if end := s.tagEnd(s.pos + size); end > 0 {
			s.emit(s.pos, end, Word)
			return
		}
	}
	s.emit(s.pos, s.runEnd(s.pos+size, r, size), Symbol)
}

// tagEnd is the end of the handle or hashtag whose name starts at i, 0 if
// there is no letter in it.
func (s *scanner) tagEnd(i int) int {
	lettered := false
	for i < s.end {
		r, size := s.runeAt(i)
		c := classOf(r)
		if c != classLetter && c != classDigit && c != classIdeograph {
			break
		}
		lettered = lettered || c != classDigit
		i += size
	}
	if !lettered {
		return 0
	}
	return i
}

// emoji emits one pictograph with its modifiers, joined ones and flags.
func (s *scanner) emoji() {
	r, size := s.runeAt(s.pos)
	end := s.pos + size
	if isRegional(r) {
		if next, n := s.runeAt(end); isRegional(next) {
			end += n
		}
	}
	for end < s.end {
		next, n := s.runeAt(end)
		switch {
		case next == 0xFE0F, next == 0x20E3, next >= 0x1F3FB && next <= 0x1F3FF, next >= 0xE0020 && next <= 0xE007F:
			end += n
		case next == 0x200D:
			end += n
			if joined, m := s.runeAt(end); isEmoji(joined) {
				end += m
			}
		default:
			s.emit(s.pos, end, Symbol)
			return
		}
	}
	s.emit(s.pos, end, Symbol)
}

func isRegional(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }

// emoticon is the end of ":)" and its kind at s.pos, 0 if there is none.
func (s *scanner) emoticon() int {
	c := s.text[s.pos]
	if c != ':' && c != ';' || s.pos > 0 && classOf(s.runeBefore(s.pos)) != classSpace {
		return 0
	}
	i := s.pos + 1
	if i < s.end && s.text[i] == '-' {
		i++
	}
	if i < s.end && strings.IndexByte(")(DPp/", s.text[i]) >= 0 && s.classAt(i+1) == classSpace {
		return i + 1
	}
	return 0
}
