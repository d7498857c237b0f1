package attribution

import (
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

// GenreOf says in whose voice the unattributed sentences of a report are: a
// party's own statement and a person's own page speak for their publisher.
func GenreOf(doc *text.Document, r *hearsay.Report) hearsay.Genre {
	s := newScanner(doc, r)
	return s.genre()
}

func (s *scanner) genre() hearsay.Genre {
	switch {
	case s.reproduced().ok() || s.quotedPage().ok():
		return hearsay.GenreArticle
	case s.sworn().ok():
		return hearsay.GenreLetter
	case s.release():
		return hearsay.GenreStatement
	case s.translation():
		return hearsay.GenreArticle
	case s.letterFrame().ok():
		return hearsay.GenreLetter
	case s.personal():
		return hearsay.GenreStatement
	case s.labelled() >= 3:
		return hearsay.GenreTranscript
	}
	return hearsay.GenreArticle
}

// releaseMarks stand in the head of a party's own statement.
var releaseMarks = []string{
	"for immediate release", "for immediate use", "for immediate publication", "press release", "news release", "media release", "press statement", "press notice",
	"press information", "press communication", "press communiqué", "press communique", "media statement", "media advisory",
	"official statement", "statement for", "club statement", "company statement", "joint statement", "public statement",
	"our statement", "our response", "statement from", "free for publication", "notes to editors", "note to editors",
	"for release", "press and public", "press office", "media office", "communications office", "notes for editors", "to all newsrooms", "to news desks", "embargoed until", "communiqué de presse", "pressemitteilung", "comunicado", "nota de prensa",
	"пресс-релиз", "بيان صحفي", "this statement", "the following is made known", "wishes to make known", "wish to make the following known",
}

// release tells a party's own statement: by a mark in its head, or because it
// denies, confirms or regrets in the publisher's own name.
func (s *scanner) release() bool {
	for _, head := range append(s.heads(), strings.ToLower(s.report.Byline)) {
		for _, mark := range releaseMarks {
			if strings.Contains(head, mark) && len(head) < 120 {
				return true
			}
		}
		if first, _, _ := strings.Cut(head, " "); (first == "statement" || first == "communiqué" || first == "communique" || first == "بيان" || first == "البيان" || strings.HasPrefix(head, "bulletin no") || strings.Contains(head, " bulletin no")) && len(head) < 100 && !s.press() {
			return true
		}
	}
	return s.notice() || s.notesEditors() || s.speaksOfItself() || s.institution() && s.ownAffairs()
}

// notices are whole headings of what a publisher makes known in its own name,
// a medium as well: a journal that retracts a paper, a firm that recalls a
// product.
var notices = map[string]bool{
	"retraction notice": true, "notice of retraction": true, "retraction note": true, "retraction": true, "withdrawal notice": true,
	"notice of withdrawal": true, "expression of concern": true, "editorial expression of concern": true, "erratum": true, "corrigendum": true,
	"recall notice": true, "notice of recall": true, "product recall": true, "product recall notice": true, "safety recall": true,
	"safety notice": true, "product safety notice": true, "public notice": true, "official notice": true, "service notice": true,
	"notice to customers": true, "notice to passengers": true, "notice to members": true, "notice to shareholders": true, "notice to readers": true,
}

// notice tells whether a line in the head of a report is such a heading.
func (s *scanner) notice() bool {
	for _, head := range s.heads() {
		if notices[strings.Trim(head, " .:*#—–-")] || len(head) < 120 && beginsWith(head, disclosures) {
			return true
		}
	}
	return false
}

// disclosures begin the headings under which a party tells an exchange, a
// regulator or its owners what it has to.
var disclosures = []string{
	"notice to the ", "notice to all ", "notice to our ", "notification to the ", "disclosure to the ", "announcement to the ", "filing with the ",
	"stock exchange announcement", "stock exchange release", "stock exchange notice", "regulatory announcement", "regulatory filing", "regulatory news",
	"company announcement", "ad hoc announcement", "ad-hoc announcement", "ad hoc release", "inside information", "disclosure of inside information", "material event",
	"ad-hoc-mitteilung", "ad-hoc-meldung", "börsenmitteilung", "pflichtmitteilung", "communication d'informations privilégiées", "information privilégiée",
	"hecho relevante", "información privilegiada", "fato relevante", "informazione privilegiata", "существенный факт", "сообщение о существенном факте", "إفصاح ",
}

// institution tells an outlet whose name says that it is a body of another
// kind than a medium: an office, a company, a school; the monitor of rights is
// no newspaper. A report with a byline
// is journalism, whoever prints it.
func (s *scanner) institution() bool {
	if by := s.report.Byline; by != "" && !strings.EqualFold(by, s.report.Outlet) || s.report.ForwardedFrom != "" {
		return false
	}
	body, medium := false, false
	words := strings.Fields(strings.ToLower(s.report.Outlet))
	for i, w := range words {
		w = strings.Trim(w, ".,'’")
		if s.lex.sets["advocacy"].has(w) {
			return true
		}
		is := s.lex.sets["institution"].has(w) || s.lex.sets["official"].has(w)
		if i > 0 && i == len(words)-1 && is && !medium {
			return true
		}
		body = body || is
		papers := s.lex.sets["outletword"].has(w) && w != "network" && w != "watch" && w != "service"
		medium = medium || papers && (i == len(words)-1 || !s.lex.sets["papername"].has(w))
	}
	return body && !medium
}

// ownAffairs tells whether a report speaks of its publisher's own doings: as
// "we" or by its name, or tells its readers what to do.
func (s *scanner) ownAffairs() bool {
	name := nameWords(s.report.Outlet)
	orders := 0
	for _, sent := range s.doc.Sentences {
		if !s.doc.Blocks[sent.Block].Says() || s.doc.Tokens[sent.First].Quote >= 0 {
			continue
		}
		first := s.low[sent.First]
		if first == "please" || first == "do" && sent.First+1 < sent.Last && s.low[sent.First+1] == "not" {
			orders++
		}
		if orders > 1 || s.namesItself(sent, name) {
			return true
		}
		for t := sent.First; t < sent.Last; t++ {
			if w := s.low[t]; s.doc.Tokens[t].Quote < 0 && (w == "we" || w == "our" || w == "us") {
				return true
			}
		}
	}
	return false
}

// namesItself tells whether a sentence has the publisher's name, or a short
// form of it, for its subject: "The Network thanks its hosts".
func (s *scanner) namesItself(sent text.Sentence, name []string) bool {
	end := sent.First
	if s.low[end] == "the" {
		end++
	}
	start := end
	for end < sent.Last && contains(name, s.low[end]) {
		end++
	}
	return end > start && end < sent.Last && endsName(name, s.low[end-1]) && (s.tags[end] == text.VERB || s.tags[end] == text.AUX)
}

// notesEditors tells whether a paragraph speaks to editors, as a release does
// at its end.
func (s *scanner) notesEditors() bool {
	for _, block := range s.doc.Blocks {
		if block.Kind == hearsay.BlockFurniture {
			continue
		}
		body := strings.ToLower(block.Span.Of(s.doc.Text)[:min(block.Span.Len(), 32)])
		for _, start := range []string{"notes to editors", "note to editors", "notes for editors", "editors:", "media contact", "press contact", "press enquiries", "press inquiries"} {
			if strings.HasPrefix(body, start) {
				return true
			}
		}
	}
	return false
}

// heads are the short lines that can say what a text is: title, headings,
// mastheads and the first paragraphs, in lower case.
func (s *scanner) heads() []string {
	heads := []string{strings.ToLower(s.report.Title)}
	for b, block := range s.doc.Blocks {
		if block.Kind == hearsay.BlockHeading || block.Kind == hearsay.BlockMasthead || b < 5 {
			if block.Span.Len() < 200 {
				for line := range strings.Lines(block.Span.Of(s.doc.Text)) {
					heads = append(heads, strings.ToLower(strings.TrimSpace(line)))
				}
			}
		}
	}
	return heads
}

// press tells whether the publisher's name is that of a news medium.
func (s *scanner) press() bool {
	for _, w := range strings.Fields(strings.ToLower(s.report.Outlet)) {
		if s.lex.sets["outletword"].has(w) && w != "office" && w != "watch" && w != "network" {
			return !strings.Contains(strings.ToLower(s.report.Outlet), "press office")
		}
	}
	return false
}

// partyVerb tells what a party does in its own statement and a newspaper does
// not do in its own report.
func partyVerb(w string) bool {
	switch w {
	case "denies", "deny", "confirms", "confirm", "rejects", "reject", "states", "state", "announces", "announce", "regrets", "regret",
		"apologises", "apologise", "apologizes", "apologize", "condemns", "condemn", "welcomes", "welcome", "refutes", "refute", "wishes",
		"thanks", "declares", "declare", "calls", "reaffirms", "reiterates", "disputes", "urges", "urge", "appeals", "appeal", "demands",
		"demand":
		return true
	}
	return false
}

// speaksOfItself tells whether a sentence outside quotations says that the
// publisher, by name or as "we", denies, confirms or the like.
func (s *scanner) speaksOfItself() bool {
	if s.press() {
		return false
	}
	name := nameWords(s.report.Outlet)
	for _, sent := range s.doc.Sentences {
		if !s.doc.Blocks[sent.Block].Says() || s.doc.Tokens[sent.First].Quote >= 0 {
			continue
		}
		end := sent.First
		if w := s.low[end]; w == "the" {
			end++
		}
		start := end
		for end < sent.Last && contains(name, s.low[end]) {
			end++
		}
		if end == start && s.low[start] == "we" && len(name) > 0 {
			end++
		}
		if end == start || end > start && s.low[start] != "we" && !endsName(name, s.low[end-1]) {
			continue
		}
		for end < sent.Last && s.tags[end] == text.ADV {
			end++
		}
		if end < sent.Last && partyVerb(s.low[end]) {
			return true
		}
	}
	return false
}

// nameWords are the words of a publisher's name in lower case.
func nameWords(name string) []string {
	f := strings.FieldsFunc(foldWord(name), func(r rune) bool { return r == ' ' || r == ',' || r == '.' })
	var words []string
	for _, w := range f {
		if w == "the" {
			continue
		}
		if one, ok := strings.CutSuffix(w, "'s"); ok {
			words = append(words, one, "'s")
			continue
		}
		if one, ok := strings.CutSuffix(w, "s'"); ok {
			words = append(words, one+"s", "'")
			continue
		}
		words = append(words, w)
	}
	return words
}

// endsName tells whether w can be the last word of a short form of the name:
// any but the small words in it.
func endsName(name []string, w string) bool { return len(w) > 2 && contains(name, w) }

func contains(words []string, w string) bool {
	for _, x := range words {
		if x == w {
			return true
		}
	}
	return false
}

// translation tells a report that renders another text.
func (s *scanner) translation() bool {
	for _, head := range s.heads() {
		if len(head) < 160 && (strings.HasPrefix(head, "translated from") || strings.Contains(head, "· translated from") || strings.Contains(head, "translated from the ") || strings.Contains(head, "translated from arabic") || head == "translation" || strings.HasPrefix(head, "translation:") || strings.HasPrefix(head, "translated by")) {
			return true
		}
		if len(head) < 240 && strings.Contains(head, "translat") && rendersIt(head) {
			return true
		}
	}
	return false
}

// rendersIt tells whether a line says that what follows is a translation: "We
// translate it in full", "Full translation by our staff".
func rendersIt(head string) bool {
	for _, words := range [...]string{"we translate", "we have translated", "our translation", "translated in full", "full translation", "translated by our", "translation by our"} {
		if strings.Contains(head, words) {
			return true
		}
	}
	return false
}

func firstPerson(w string) bool {
	switch w {
	case "i", "my", "me", "mine", "we", "our", "us", "ours":
		return true
	}
	return false
}

// personal tells a page in which somebody, a person or a firm, speaks in the
// first person throughout: at least four sentences, and two of five.
func (s *scanner) personal() bool {
	if s.press() || s.report.Outlet == "" || s.report.Byline != "" && !strings.EqualFold(s.report.Byline, s.report.Outlet) {
		return false
	}
	all, mine := 0, 0
	for _, sent := range s.doc.Sentences {
		if !s.doc.Blocks[sent.Block].Says() || s.doc.Tokens[sent.First].Quote >= 0 || sent.Last-sent.First < 4 {
			continue
		}
		all++
		for t := sent.First; t < sent.Last; t++ {
			if w := s.low[t]; s.doc.Tokens[t].Quote < 0 && firstPerson(w) {
				mine++
				break
			}
		}
	}
	return mine >= 4 && 5*mine >= 2*all || s.houseAccount()
}

// houseAccount tells a short post in which a firm or a group speaks of itself
// as "we" in two sentences or more: no journalist does that without a byline.
func (s *scanner) houseAccount() bool {
	if s.report.Channel != hearsay.ChannelPost && !strings.HasPrefix(s.report.Outlet, "@") || len(s.doc.Sentences) > 12 {
		return false
	}
	mine := 0
	for _, sent := range s.doc.Sentences {
		for t := sent.First; t < sent.Last; t++ {
			w := s.low[t]
			if s.doc.Tokens[t].Quote >= 0 || w != "we" && w != "our" && w != "i" && w != "my" {
				continue
			}
			if w == "i" || w == "my" || t+1 < sent.Last && s.passesOn(t+1) {
				return false
			}
			mine++
			break
		}
	}
	return mine >= 2
}

// passesOn tells the words behind "we" or "our" of those who pass on news.
func (s *scanner) passesOn(t int) bool {
	switch s.low[t] {
	case "hear", "heard", "understand", "passed", "pass", "report", "reported", "sent", "posted", "published", "correspondent", "reporter", "source", "sources", "readers", "counted", "asked":
		return true
	}
	return false
}

// speakers counts the different labels of paragraphs, up to two.
func (s *scanner) speakers() int {
	first := ""
	for _, b := range s.doc.Blocks {
		label, _, ok := strings.Cut(b.Span.Of(s.doc.Text), ":")
		if !ok || !b.Says() || len(label) > 40 {
			continue
		}
		if first == "" {
			first = label
		} else if label != first {
			return 2
		}
	}
	return min(len(first), 1)
}

// labelled counts the paragraphs that begin with a name in capitals and a
// colon.
func (s *scanner) labelled() int {
	n := 0
	for _, b := range s.doc.Blocks {
		label, _, ok := strings.Cut(b.Span.Of(s.doc.Text), ":")
		if ok && b.Says() && len(label) > 2 && len(label) < 30 && strings.ToUpper(label) == label && label != strings.ToLower(label) {
			n++
		}
	}
	return n
}
