package intake

import (
	"strings"

	"hearsay"
)

// Who publishes a plain text that has no masthead in capitals: a name above a
// line that says what it is ("Notes on quarries, by Osk Farrell. 4 May 2029"),
// a line below the text that does ("Slow Boat is written by Ansel Pry."), the
// head of a mail that was saved as text, or a release that tells about itself.

// isTagline tells whether the line under a name says what the publication is:
// a kind of publication or the number of an issue beside its address or date.
func isTagline(s string) bool {
	if len(strings.Fields(s)) > 40 || isByline(s) && startsAsMeta(s) || longSentences(s) > 1 {
		return false
	}
	return isPublicationKind(s) && (hasDate(s) || hasAddress(s) || len(strings.Fields(s)) <= 16) || hasAddress(s) && len(strings.Fields(s)) > 2
}

// longSentences counts the sentences of a line that have six words and more: a
// line with two of them is prose, whatever number it names.
func longSentences(s string) (n int) {
	words := 0
	for w := range strings.FieldsSeq(s) {
		words++
		if endsSentence(w) && len(w) > 3 {
			if words >= 6 {
				n++
			}
			words = 0
		}
	}
	return n
}

// isPublicationKind tells whether a line names a kind of publication or counts
// its issues before anything else is said.
func isPublicationKind(s string) bool {
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words[:min(len(words), 12)] {
		switch strings.Trim(w, ".,:;()") {
		case "diary", "newsletter", "notes", "blog", "journal", "letters", "dispatches", "column", "magazine", "weekly", "fortnightly", "monthly", "conversations":
			return true
		case "letter", "issue", "number", "no", "vol", "edition":
			if i == 1 && words[0] == "a" || i+1 < len(words) && isDigits(strings.Trim(words[i+1], ".,:;")) || i > 0 && strings.HasSuffix(words[i-1], "ly") {
				return true
			}
		}
	}
	return false
}

func hasAddress(s string) bool { return addressWithin(s) != "" }

// addressWithin is the first web address among the words of a line.
func addressWithin(s string) string {
	for w := range strings.FieldsSeq(s) {
		if a := addressOf(w); a != "" {
			return a
		}
	}
	return ""
}

// writtenBy is the writer whom a tagline or colophon names: "… Written by
// Odette Varrin. 8 May 2017."
func writtenBy(s string) string {
	for _, by := range []string{"written by ", "edited by ", "put together by ", "Written by ", "Edited by ", ", by ", ". By "} {
		if _, after, ok := strings.Cut(s, by); ok && startsUpper(after) {
			for _, sep := range []string{" and read ", " from ", " at ", " on "} {
				after, _, _ = strings.Cut(after, sep)
			}
			if name := cutName(after); looksLikePerson(name) {
				return name
			}
		}
	}
	return ""
}

// colophon finds the publication in a last line that tells what it is: "Slow
// Boat is written by Ansel Pry and read by nine people."
func colophon(s string) (name string) {
	if len(strings.Fields(s)) > 40 {
		return ""
	}
	at := -1
	for _, is := range []string{" is written by ", " is edited by ", " is put together by ", " is published by ", " is printed by ", " is a newsletter", " is a weekly ",
		" is a fortnightly ", " is a monthly ", " is a blog", " is a letter ", " is a free newspaper", " comes out every "} {
		if i := strings.Index(s, is); i > 0 && (at < 0 || i < at) {
			at = i
		}
	}
	if at < 0 || !startsUpper(s) || len(strings.Fields(s[:at])) > 6 || strings.ContainsAny(s[:at], ".!?,;:") {
		return ""
	}
	name = strings.Trim(s[:at], "*_ ")
	for w := range strings.FieldsSeq(name) {
		if !startsUpper(w) && !isSmallWord(w) && w != "&" {
			return "" // "The report is published by …"
		}
	}
	return name
}

// ownPage cuts what a person calls their own page off the person's name:
// "Imke Sandoval: working notes".
func ownPage(s string) string {
	name, rest, ok := strings.Cut(s, ": ")
	if !ok {
		name, rest, ok = strings.Cut(s, "’s ")
	}
	if !ok {
		name, rest, ok = strings.Cut(s, "'s ")
	}
	if !ok || !looksLikePerson(name) {
		return s
	}
	switch last := rest[strings.LastIndexByte(rest, ' ')+1:]; strings.ToLower(last) {
	case "notes", "diary", "blog", "journal", "page", "homepage", "website", "site", "notebook", "newsletter", "letters":
		return name
	}
	return s
}

// mailField is a line of the head of a mail that was saved or printed as text.
func mailField(s string) (field, value string) {
	name, value, ok := strings.Cut(s, ":")
	if !ok || len(name) > 10 {
		return "", ""
	}
	switch low := strings.ToLower(strings.Trim(name, "* ")); low {
	case "from", "to", "cc", "bcc", "date", "sent", "subject", "reply-to":
		return low, strings.Trim(value, "* \t")
	}
	return "", ""
}

// readMailHead reads the fields at the beginning of a saved mail, at least a
// sender and another one, and returns how many lines they are.
func (t *textLayout) readMailHead(lines []textLine) int {
	n := 0
	fields := map[string]string{}
	for n < min(len(lines), headLines) && (n == 0 || !lines[n].first) {
		field, value := mailField(lines[n].text)
		if field == "" {
			break
		}
		fields[field] = value
		n++
	}
	if fields["from"] == "" || len(fields) < 2 {
		return 0
	}
	name, address, _ := strings.Cut(fields["from"], "<")
	t.outlet = orFirst(strings.Trim(name, "\"' "), strings.Trim(address, "<> "))
	t.title = fields["subject"]
	t.dateLine = orFirst(fields["date"], fields["sent"])
	return n
}

// readRelease finds the institution of a press release that is headed as one:
// the one that it tells about at its end, else the line above its title.
func (t *textLayout) readRelease(lines []textLine, head int) {
	if t.outlet != "" || !headedAsRelease(lines[:head]) {
		return
	}
	told := aboutName(lines[head:])
	var names []string
	for _, l := range lines[:head] {
		if !releaseLine.MatchString(l.text) && !isMetaLine(l.text) && addressIn(l) == "" && l.words <= 12 {
			names = append(names, l.text)
		}
	}
	switch {
	case told != "":
		t.outlet = told
	case len(names) > 1 && len(strings.Fields(names[0])) <= 7:
		t.outlet = publicationName(names[0])
	default:
		return
	}
	if len(names) > 1 && sameWords(names[0], t.outlet) {
		t.title = names[1]
	}
}

func headedAsRelease(lines []textLine) bool {
	for _, l := range lines {
		if releaseLine.MatchString(l.text) {
			return true
		}
	}
	return false
}

// aboutName is the institution that a release describes below its text:
// "About Nant Moor Quarries: we break stones."
func aboutName(lines []textLine) string {
	for _, l := range lines {
		if rest, ok := strings.CutPrefix(l.text, "About "); ok && startsUpper(rest) {
			name, _, _ := strings.Cut(rest, ":")
			if len(strings.Fields(name)) <= 7 && !endsSentence(name) {
				return strings.TrimSpace(name)
			}
		}
	}
	return ""
}

// readFoot takes publisher and writer from the last lines, where the head did
// not tell them, and makes a signature of a short last line: nothing stands
// below it of which it could be the heading.
func (t *textLayout) readFoot(lines []textLine, paras []paragraph) {
	t.signRun(lines, paras)
	for i := len(paras) - 1; i > 0; i-- {
		p := &paras[i]
		s := textOf(lines[p.first:p.last])
		if name := colophon(s); name != "" {
			t.outlet = orFirst(t.outlet, name)
			t.byline = orFirst(t.byline, writtenBy(s))
			t.url = orFirst(t.url, addressWithin(s))
		}
		switch p.kind {
		case hearsay.BlockHeading:
			t.signOff(p, lines)
		case hearsay.BlockFurniture, hearsay.BlockSignature, hearsay.BlockMasthead:
		default:
			return
		}
	}
}

// signRun makes a signature of the last short lines that stand together where
// the first is a person: her offices and her house stand below her name. Who
// signs for a house is not who wrote.
func (t *textLayout) signRun(lines []textLine, paras []paragraph) {
	first := len(paras) - 1
	for first > 0 && !lines[paras[first].first].first {
		first--
	}
	if first <= 0 {
		return
	}
	run := lines[paras[first].first:paras[len(paras)-1].last]
	if len(run) < 2 || len(run) > 5 {
		return
	}
	for _, l := range run {
		if l.words > 10 || endsSentence(l.text) || !startsUpper(l.text) || isListStart(l.text) || strings.ContainsAny(l.text, "“”\"«»?!") {
			return
		}
	}
	for _, p := range paras[first:] {
		if p.kind != hearsay.BlockHeading && p.kind != hearsay.BlockParagraph {
			return
		}
	}
	name := lines[paras[first].first].text
	forHouse := isForAnother(name)
	if !forHouse && !looksLikePerson(name) {
		return
	}
	for i := first; i < len(paras); i++ {
		paras[i].kind = hearsay.BlockSignature
	}
	if !forHouse {
		t.signature = orFirst(t.signature, name)
	}
}

func (t *textLayout) signOff(p *paragraph, lines []textLine) {
	s := lines[p.first].text
	switch {
	case isIssued(s), colophon(s) != "":
		p.kind = hearsay.BlockFurniture
	case isNameLike(s):
		p.kind = hearsay.BlockSignature
		t.signature = orFirst(t.signature, withoutOffice(s))
	}
}

// isNameLike tells whether a line is two to eight words that all begin as the
// words of a name do: "The Committee", "Jo Abbot-Lind, The Patch".
func isNameLike(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 8 || isUpper(s) || strings.ContainsAny(s, "?!#@:0123456789") {
		return false
	}
	for _, w := range words {
		if !startsUpper(w) && !isSmallWord(w) && w != "&" {
			return false
		}
	}
	return startsUpper(words[0])
}
