package text

import "strings"

// address is the end of the web address that starts at i, 0 if there is none.
func (s *scanner) address(i int) int {
	switch s.text[i] | 0x20 {
	case 'h', 'f', 'w', 'm':
	default:
		return 0
	}
	rest := s.text[i:s.end]
	for _, prefix := range [...]string{"http://", "https://", "ftp://", "www.", "mailto:"} {
		if len(rest) > len(prefix) && strings.EqualFold(rest[:len(prefix)], prefix) {
			if c := s.classAt(i + len(prefix)); c == classLetter || c == classDigit {
				return s.addressEnd(i + len(prefix))
			}
		}
	}
	return 0
}

// addressEnd goes on to the next white space or quotation mark, and back over
// punctuation that belongs to the sentence.
func (s *scanner) addressEnd(i int) int {
	start, end := i, i
	open := 0 // parentheses of its own
	for end < s.end {
		r, size := s.runeAt(end)
		if c := classOf(r); c == classSpace || c == classEmoji || c == classQuote && r != '\'' || r == '<' || r == '>' {
			break
		}
		switch r {
		case '(':
			open++
		case ')':
			open--
		}
		if open < 0 {
			break
		}
		end += size
	}
	for end > start && strings.IndexByte(".,;:!?'*", s.text[end-1]) >= 0 {
		end--
	}
	return end
}

// domain is the end of the address without a scheme whose host (or mailbox)
// starts at i: "tide.example/port", "ada.lund@union.example"; 0 if the letters
// from i on are none.
func (s *scanner) domain(i int) int {
	end := s.nameEnd(i)
	if end > i && end < s.end && s.text[end] == '@' {
		return s.host(end + 1)
	}
	return s.host(i)
}

// nameEnd goes on over the letters of a host or mailbox.
func (s *scanner) nameEnd(i int) int {
	limit := min(i+lookahead, s.end)
	for i < limit {
		c := s.text[i]
		if !isLetterASCII(c) && !isDigitASCII(c) && c != '.' && c != '-' && c != '_' {
			break
		}
		i++
	}
	return i
}

// host is the end of the host that starts at i and of the path behind it.
func (s *scanner) host(i int) int {
	j := s.nameEnd(i)
	for j > i && (s.text[j-1] == '.' || s.text[j-1] == '-') {
		j--
	}
	dot := strings.LastIndexByte(s.text[i:j], '.')
	if dot <= 0 || !isTopLevel(s.text[i+dot+1:j]) || classOf(s.runeBefore(i)) == classSymbol && s.text[i-1] != '@' {
		return 0
	}
	if j+1 < s.end && s.text[j] == '/' && s.classAt(j+1) != classSpace {
		return s.addressEnd(j)
	}
	return j
}

// isTopLevel tells whether label ends a host name or a file name. Labels that
// are English words ("is", "to", "at") do not count: a missing space after a
// full stop is more common than such an address.
func isTopLevel(label string) bool {
	switch label {
	case "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "news", "press", "media", "radio", "online",
		"site", "blog", "app", "dev", "example", "test", "invalid", "local", "onion",
		"uk", "de", "fr", "ru", "ua", "by", "pl", "cz", "nl", "es", "pt", "ch", "se", "dk", "fi", "ie", "eu", "cn",
		"jp", "kr", "tw", "hk", "sg", "au", "nz", "ca", "br", "ar", "mx", "cl", "za", "ng", "ke", "eg", "ma", "tn",
		"dz", "ly", "lb", "sy", "iq", "ir", "sa", "ae", "qa", "ye", "jo", "ps", "il", "tr", "gr", "ro", "hu", "bg",
		"rs", "pk", "bd", "lk", "th", "vn", "ph", "id", "io", "co", "tv", "fm", "ai", "gl", "ee", "lv", "lt",
		"html", "htm", "pdf", "doc", "docx", "txt", "jpg", "jpeg", "png", "gif", "mp3", "mp4", "zip", "csv", "json",
		"js", "xml", "php":
		return label != "by"
	case "COM", "ORG", "NET", "GOV":
		return true
	}
	return false
}
