package intake

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
)

// headLines is how many lines a masthead and title have at most.
const headLines = 12

// readHead reads the lines before the first prose: the publication's name,
// strapline, address, date, byline, section label and title. It returns how
// many lines these are. A text that begins at once, as letters do, has none.
func (t *textLayout) readHead(lines []textLine) int {
	if n := t.readMailHead(lines); n > 0 {
		return n
	}
	n := min(len(lines), headLines)
	end := 0
	for end < n && !isProseLine(lines, end) {
		end++
	}
	if end == len(lines) && end > 0 && lines[end-1].words > 3 { // nothing but short lines: no head
		end = 0
	}
	named := t.readName(lines, end)
	for i := range lines[:end] {
		t.readHeadLine(lines, i, named)
	}
	t.readRelease(lines, end)
	if !named && t.url == "" && t.dateLine == "" && t.byline == "" && t.title == "" {
		return 0
	}
	return end
}

// isProseLine tells whether line i begins the text itself.
func isProseLine(lines []textLine, i int) bool {
	l := lines[i]
	if isMetaLine(l.text) || addressIn(l) != "" || i > 0 && i <= 2 && isTagline(l.text) {
		return false
	}
	if isDataLine(l.text) {
		return true
	}
	if i+1 < len(lines) && !lines[i+1].first && l.runes > 50 && lines[i+1].runes > 30 && !isMetaLine(lines[i+1].text) && addressIn(lines[i+1]) == "" {
		return true // a wrapped paragraph
	}
	if i > 0 && i <= 2 && !l.first && isUpper(lines[0].text) && l.words <= 15 {
		return false // strapline under a name
	}
	r, _ := utf8.DecodeLastRuneInString(l.text)
	return l.words > 20 || isListStart(l.text) || strings.ContainsRune(",،:؛;", r) || l.words >= 2 && endsSentence(l.text) && !strings.ContainsRune("?!؟", r) ||
		strings.HasPrefix(l.text, ">")
}

// readName finds the publication's name in the first line: in capitals, or
// above an address or date in the same run of lines.
//
// A line that tells the kind of text, such as "OPEN LETTER", names nobody: the
// name below it is then the writer's.
func (t *textLayout) readName(lines []textLine, end int) bool {
	if end > 1 && isGenre(lines[0].text) {
		return t.readWriter(lines[1:end], releaseLine.MatchString(lines[0].text))
	}
	if end == 0 {
		return false
	}
	if name, date := besideDate(lines[0].text); name != "" {
		t.outlet, t.dateLine = publicationName(name), date
		return true
	}
	if lines[0].words > 8 || isMetaLine(lines[0].text) || isSectionLabel(lines[0].text) {
		return false
	}
	sure := end > 1 && (isUpper(lines[0].text) || isInstitution(lines[0].text) && isMetaLine(lines[1].text) && !isByline(lines[1].text))
	for i := 1; i < end && i <= 4; i++ {
		if i <= 2 && isTagline(lines[i].text) {
			sure = true
		}
		if lines[i].first && !sure {
			break
		}
		sure = sure || addressIn(lines[i]) != "" || isMetaLine(lines[i].text) && !isByline(lines[i].text)
	}
	if sure && isUpper(lines[0].text) && !hasMastheadLine(lines[1:end]) && lines[1].first {
		sure = false // a headline in capitals
	}
	if sure {
		t.outlet = publicationName(ownPage(lines[0].text))
	}
	return sure
}

// besideDate parts a masthead line that has the date at its other end, "THE COAST
// GAZETTE        Saturday, 13 October 2018"; both are empty in any other line.
func besideDate(s string) (name, date string) {
	name, date, ok := strings.Cut(strings.ReplaceAll(s, "\t", "   "), "   ")
	name, date = strings.TrimSpace(name), strings.TrimSpace(date)
	if !ok || !isUpper(name) || len(strings.Fields(name)) > 8 || hasDate(name) || !isMetaLine(date) || !hasDate(date) {
		return "", ""
	}
	return name, date
}

// readWriter takes the name line below a genre for the writer, who publishes
// the text if nobody else is named. A release is an institution's, and has no
// byline.
func (t *textLayout) readWriter(lines []textLine, release bool) bool {
	l := lines[0]
	if isMetaLine(l.text) || isSectionLabel(l.text) || addressIn(l) != "" || !isWriterLine(l.text) {
		return false
	}
	if dated := len(lines) > 1 && isMetaLine(lines[1].text); !dated && (l.first || !looksLikePerson(l.text)) {
		return false // a headline
	}
	t.writer = publicationName(l.text)
	if !release {
		t.byline = t.writer
	}
	return true
}

// isWriterLine tells whether a line is two to six words that a name may have.
func isWriterLine(s string) bool {
	words := len(strings.Fields(s))
	return isNameLike(s) && words <= 6 || words >= 2 && words <= 4 && (isUpper(s) || isUncased(s)) && isHeadline(s)
}

func hasMastheadLine(lines []textLine) bool {
	for _, l := range lines {
		if addressIn(l) != "" || isMetaLine(l.text) {
			return true
		}
	}
	return false
}

// readHeadLine sorts line i of the head.
func (t *textLayout) readHeadLine(lines []textLine, i int, named bool) {
	l := lines[i]
	address := addressIn(l)
	switch {
	case named && i == 0, isGenre(l.text), t.writer != "" && i == 1:
	case named && i <= 2 && isTagline(l.text):
		t.url = orFirst(t.url, addressWithin(l.text))
		t.byline = orFirst(t.byline, writtenBy(l.text))
		if hasDate(l.text) {
			t.dateLine = orFirst(t.dateLine, l.text)
		}
	case isIssued(l.text) && hasDate(l.text):
		t.dateLine = l.text
	case address != "" && t.url == "":
		t.url = address
		if t.dateLine == "" && hasDate(l.text) && !strings.Contains(address, "/20") {
			t.dateLine = l.text
		}
	case isByline(l.text):
		t.byline = orFirst(t.byline, bylineOf(l.text))
		if t.dateLine == "" && hasDate(l.text) {
			t.dateLine = l.text
		}
	case isMetaLine(l.text):
		if !isIssued(t.dateLine) {
			t.dateLine = orFirst(t.dateLine, l.text)
		}
	case named && !l.first && i <= 2: // strapline
	case isSectionLabel(l.text):
	case t.title == "" && l.runes <= 250 && isHeadline(l.text) && (l.first || i == 0):
		t.title = l.text
	}
}

// isIssued tells whether a line says when the text itself was given out, which
// counts more than other dates in a head.
func isIssued(s string) bool {
	low := strings.ToLower(s)
	for _, p := range []string{"issued", "published", "posted", "released", "نشر", "publié", "publicado", "veröffentlicht", "опубликовано"} {
		if strings.HasPrefix(low, p) {
			return true
		}
	}
	return false
}

// isDataLine tells whether a line is a row of a table, with leaders between
// its cells: "Ballots cast ........ 97,240".
func isDataLine(s string) bool {
	return strings.Contains(s, "....") && strings.Trim(s, ". ") != "" || strings.Contains(s, " . . . ")
}

func orFirst(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func hasDate(s string) bool {
	_, span := findDate(s)
	return !span.IsEmpty()
}

// publicationName is a masthead's name as people write it: one in capitals is
// put in title case, small words and short sets of initials aside.
func publicationName(s string) string {
	s = strings.Trim(s, " *_#=|-–—\t")
	if !isUpper(s) {
		return s
	}
	words := strings.Fields(s)
	for i, w := range words {
		words[i] = titleWord(w, i == 0, len(words) == 1)
	}
	return strings.Join(words, " ")
}

func titleWord(w string, first, alone bool) string {
	low := strings.ToLower(w)
	letters := strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
	switch {
	case !first && isSmallWord(low):
		return low
	case isInitials(w) || letters && alone && utf8.RuneCountInString(w) <= 4:
		return w
	}
	var b strings.Builder
	up := true
	for i, r := range low {
		if up {
			r = unicode.ToUpper(r)
		}
		b.WriteRune(r)
		up = r == '-' || r == '/' || r == '.' || (r == '\'' || r == '’') && i == 1
	}
	return b.String()
}

// isInitials tells whether a word in capitals is an abbreviation: it has no
// vowel, or is one that publications bear.
func isInitials(w string) bool {
	switch w {
	case "FM", "AM", "TV", "UK", "US", "USA", "EU", "UN", "BBC", "AP", "AFP", "UPI", "ABC", "NBC", "CBS", "CNN", "RTV", "AFN", "II", "III", "IV":
		return true
	}
	return utf8.RuneCountInString(w) <= 4 && !strings.ContainsAny(w, "AEIOUYÄÖÜÉÈ") && strings.ContainsAny(w, "BCDFGHJKLMNPQRSTVWXZ") && w != "ST" && w != "MR" && w != "DR"
}

func isSmallWord(w string) bool {
	switch w {
	case "of", "the", "and", "for", "in", "on", "at", "to", "by", "a", "an", "de", "la", "le", "les", "des", "du", "del", "y", "und", "der", "die", "das", "von", "e", "do", "da":
		return true
	}
	return false
}

// addressIn is the web address that a line of the masthead consists of, "" if
// it is no such line: "https://…", "goalfeed.example / transfers / live".
func addressIn(l textLine) string {
	if l.words > 7 {
		return ""
	}
	return addressWithin(l.text)
}

// addressOf is the web address that a word is, "" if it is none.
func addressOf(w string) string {
	w = strings.Trim(w, "<>()[],;|·•*_")
	low := strings.ToLower(w)
	switch {
	case strings.HasPrefix(low, "http://"), strings.HasPrefix(low, "https://"):
		if u, err := url.Parse(w); err == nil && u.Host != "" {
			return w
		}
	case isDomain(low):
		return "https://" + low
	}
	return ""
}

// isDomain tells whether a word is a host name, perhaps with a path.
func isDomain(w string) bool {
	host, _, _ := strings.Cut(w, "/")
	labels := strings.Split(host, ".")
	if len(labels) < 2 || strings.Contains(w, "@") {
		return false
	}
	for i, l := range labels {
		if l == "" || strings.Trim(l, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			return false
		}
		if i == len(labels)-1 && (len(l) < 2 || strings.ContainsAny(l, "0123456789")) {
			return false
		}
	}
	return len(labels[0]) > 1 || len(labels) > 2
}

// findLinks finds the web addresses written in a plain text.
func findLinks(s string) []hearsay.Link {
	var out []hearsay.Link
	for at := 0; ; {
		i := strings.Index(s[at:], "http")
		if i < 0 {
			return out
		}
		start := at + i
		rest := s[start:]
		if !strings.HasPrefix(rest, "http://") && !strings.HasPrefix(rest, "https://") {
			at = start + 4
			continue
		}
		n := strings.IndexFunc(rest, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("<>\"“”«»", r) })
		if n < 0 {
			n = len(rest)
		}
		word := strings.TrimRight(rest[:n], ".,;:!?)]}'’،؟")
		if u, err := url.Parse(word); err == nil && u.Host != "" {
			out = append(out, hearsay.Link{URL: word, Span: hearsay.Span{Start: start, End: start + len(word)}})
		}
		at = start + max(len(word), 4)
	}
}
