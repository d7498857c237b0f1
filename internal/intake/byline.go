package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
)

// isMetaLine tells whether a line says who wrote when, and no more: a date
// with little beside it, or a byline.
func isMetaLine(s string) bool {
	if len(s) > 300 {
		return false
	}
	_, span := findDate(s)
	if span.IsEmpty() {
		return isByline(s)
	}
	if startsWithDate(s, span) || trailingByline(s) != "" && len(strings.Fields(s)) <= 45 {
		return true
	}
	if isSentence(s) && !isUpdateNote(s) {
		return false // "Brandom met Hatt in Vesk on 3 May 2021."
	}
	rest := s[:span.Start] + " " + s[span.End:]
	words := strings.Fields(rest)
	if len(words) > 22 {
		return false
	}
	if first, _ := utf8.DecodeRuneInString(s); span.Start > 0 && isPreposition(s[:span.Start]) && unicode.IsLetter(first) && len(words) > 6 {
		return false // "On 5 March 2015 the union said …"
	}
	small := 0
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLetter(r) && !unicode.IsUpper(r) && !isMetaWord(w) {
			small++
		}
	}
	return small <= 3 || small <= 7 && startsAsMeta(s)
}

// startsWithDate tells whether a line begins with a date that stands for
// itself: "Tuesday, 6 October 2020. Printed in Ostel."
func startsWithDate(s string, date hearsay.Span) bool {
	before := strings.Trim(s[:date.Start], " ,([*_|-–—")
	after, _ := utf8.DecodeRuneInString(s[date.End:])
	return len(strings.Fields(before)) <= 1 && !isPreposition(before) && strings.ContainsRune(".|·•)]*", after) && len(strings.Fields(s)) <= 25
}

// trailingByline is the byline that stands behind a standfirst in one line:
// "He talks to us about stamps. By Gudula Menk. 9 March 2018."
func trailingByline(s string) string {
	for _, sep := range []string{". ", "? ", "! ", ".” "} {
		for _, opening := range []string{"By ", "Words by ", "Reporter: ", "Report: ", "Author: ", "Par ", "Von ", "Por "} {
			if i := strings.LastIndex(s, sep+opening); i > 0 && (hasDate(s[i:]) || strings.HasSuffix(opening, ": ") && hasDate(s)) {
				return s[i+len(sep):]
			}
		}
	}
	return ""
}

func isPreposition(s string) bool {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "on", "in", "by", "since", "from", "until", "before", "after", "le", "el", "am", "il", "em", "no", "op", "في", "يوم":
		return true
	}
	return false
}

// isMetaWord tells whether a small word belongs to bylines and date lines.
func isMetaWord(w string) bool {
	switch strings.ToLower(strings.Trim(w, ".,:;|·•–—-()")) {
	case "by", "on", "at", "in", "and", "of", "the", "for", "from", "with", "read", "written", "words", "text", "pictures", "photos", "photographs", "posted", "published", "updated", "modified", "last", "first", "filed",
		"broadcast", "translated", "edited", "editor", "reporter", "correspondent", "staff", "writer", "chief", "technical", "our", "special", "a", "an", "is", "was", "been", "has", "min", "minutes", "hours", "ago",
		"par", "publié", "mis", "à", "jour", "le", "por", "publicado", "actualizado", "el", "von", "veröffentlicht", "aktualisiert", "uhr", "di", "pubblicato", "il", "em", "door", "gepubliceerd", "на", "опубликовано",
		"نُشر", "نشر", "في", "تاريخ", "بتاريخ", "يوم", "الساعة", "بقلم", "كتب", "تحديث", "آخر", "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد",
		"programme", "programmes", "item", "bulletin", "version", "issue", "edition", "vol", "no", "season", "news", "sport", "desk", "team":
		return true
	}
	return false
}

// startsAsMeta tells whether a line begins the way only bylines and date lines
// begin.
func startsAsMeta(s string) bool {
	low := strings.ToLower(strings.TrimLeft(s, " \t([{*_—–-•|"))
	for _, p := range bylineOpenings {
		if strings.HasPrefix(low, p) {
			return true
		}
	}
	for _, p := range metaOpenings {
		if strings.HasPrefix(low, p) {
			return true
		}
	}
	return false
}

var metaOpenings = []string{
	"posted", "published", "updated", "broadcast", "first published", "last updated", "last modified", "filed", "presenter:", "reporter:", "text of", "text version",
	"transcript of", "exclusive", "publié", "mis à jour", "publicado", "actualizado", "veröffentlicht", "stand:", "pubblicato", "опубликовано", "نُشر", "نشر", "تاريخ النشر", "آخر تحديث", "date:", "issued",
	"aired", "recorded", "translated", "edited", "editor:", "source:",
}

// bylineOpenings begin a byline; what follows is the name.
var bylineOpenings = []string{
	"by ", "by: ", "words by ", "words: ", "written by ", "report by ", "reporting by ", "reported by ", "story by ", "text by ", "text: ", "posted by ", "exclusive by ", "analysis by ", "opinion by ", "author: ", "reporter: ",
	"from our ", "from a ", "by our ", "presenter: ", "presented by ", "read by ", "interview by ", "compiled by ", "par ", "por ", "von ", "di ", "da ", "door ", "autor: ", "автор: ", "текст: ", "بقلم ", "بقلم: ", "كتب ", "كتبت ", "كتب: ", "تقرير ", "تقرير: ", "إعداد ", "إعداد: ",
}

// isByline tells whether a line names who wrote the text, and does no more.
func isByline(s string) bool {
	if len(strings.Fields(s)) > 20 {
		return false
	}
	return bylineOf(s) != ""
}

// bylineOf is the name in a byline without "By", office and date: "Leila
// Fenwar" of "Words by Leila Fenwar. 10 March 2015"; "" if s is none.
func bylineOf(s string) string {
	s = strings.Trim(s, " \t()[]*_—–-•|")
	low := strings.ToLower(s)
	if len(low) != len(s) {
		return ""
	}
	if t := trailingByline(s); t != "" && t != s {
		return bylineOf(t)
	}
	if _, behind, ok := strings.Cut(s, " by "); ok && startsAsMeta(s) && hasDate(s[:len(s)-len(behind)]) && startsUpper(behind) {
		return cutName(behind) // "Posted 11 September 2019 by Efua Lindqvist"
	}
	for _, p := range bylineOpenings {
		if !strings.HasPrefix(low, p) {
			continue
		}
		name := cutName(s[len(p):])
		if strings.HasPrefix(p, "from ") || p == "by our " {
			name = cutName(s[strings.Index(p, " ")+1:])
			return name
		}
		if r, _ := utf8.DecodeRuneInString(name); name == "" || unicode.IsLower(r) && !hasDate(s) || endsSentence(s) && isSentence(name+".") {
			return "" // "By Tuesday Brandom had paid Hatt."
		}
		return name
	}
	return ""
}

// cutName cuts a name off what follows it: date, office, separators.
func cutName(s string) string {
	if _, span := findDate(s); !span.IsEmpty() {
		s = s[:span.Start]
	}
	for _, sep := range []string{" | ", " · ", " • ", " — ", " – ", " - ", ". ", "; ", "\n", " / ", ", ", " in ", " at "} {
		if i := strings.Index(s, sep); i > 1 && !isAbbreviated(s[:i], sep) {
			s = s[:i]
		}
	}
	s = trimWords(strings.Trim(s, " \t,.;|·•–—-()/"))
	if rest, ok := strings.CutPrefix(s, "From "); ok {
		s = rest
	}
	if len(strings.Fields(s)) > 8 {
		return ""
	}
	return s
}

// isAbbreviated tells whether the full stop behind s belongs to an initial.
func isAbbreviated(s, sep string) bool {
	if sep != ". " {
		return false
	}
	last := s[strings.LastIndexByte(s, ' ')+1:]
	return utf8.RuneCountInString(last) <= 2
}

// trimWords drops the small words and weekdays left at the end when a date was
// cut off.
func trimWords(s string) string {
	for {
		i := strings.LastIndexByte(s, ' ')
		last := strings.ToLower(strings.Trim(s[i+1:], ",.:"))
		switch last {
		case "on", "at", "posted", "published", "updated", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "le", "el", "am", "في", "il":
			if i < 0 {
				return ""
			}
			s = strings.TrimRight(s[:i], " ,.;|·•–—-")
			continue
		}
		return s
	}
}

// findDateline finds the dateline at the beginning of the first paragraph:
// "ALDERVANE, March 10 (Corvane Press)" before its dash; "" if there is none.
func findDateline(text string, blocks []hearsay.Block) string {
	for _, b := range blocks {
		if b.Kind != hearsay.BlockParagraph {
			continue
		}
		return datelineOf(b.Span.Of(text))
	}
	return ""
}

// datelineEnd is where in a paragraph a dateline's dash stands at most.
const datelineEnd = 90

func datelineOf(s string) string {
	head := s[:min(len(s), datelineEnd)]
	for _, dash := range []string{" — ", " – ", " - ", " -- ", "— ", "– ", ": ", " ـ "} {
		i := strings.Index(head, dash)
		if i <= 1 {
			continue
		}
		if line := strings.TrimSpace(head[:i]); isDateline(line, dash == ": ") {
			return line
		}
	}
	return ""
}

// isDateline tells whether s is a place, perhaps with a date and an agency in
// brackets. The place is in capitals, or the agency is there.
func isDateline(s string, colon bool) bool {
	place, agency, bracketed := strings.Cut(s, "(")
	if bracketed && !strings.HasSuffix(s, ")") {
		return false
	}
	if colon && !bracketed {
		return false
	}
	if _, span := findDate(place); !span.IsEmpty() {
		place = place[:span.Start]
	}
	first, _, _ := strings.Cut(place, ",")
	first = strings.TrimSpace(first)
	words := strings.Fields(first)
	if len(words) == 0 || len(words) > 4 || endsSentence(s) {
		return false
	}
	switch {
	case isUpper(first) && len(strings.Fields(place)) <= 7:
		return len(words) > 1 || utf8.RuneCountInString(first) > 2
	case bracketed:
		r, _ := utf8.DecodeRuneInString(first)
		return agency != ")" && (unicode.IsUpper(r) || unicode.IsLetter(r) && !unicode.IsLower(r))
	}
	return false
}
