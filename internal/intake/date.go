package intake

import (
	"strings"
	"time"
	"unicode"

	"hearsay"
)

// parseDate reads a date in any of the written and machine forms that papers,
// pages, mails and feeds use, in many languages; the zero Date if s is none.
// A clock reading of exactly midnight is taken for a day: that is how software
// writes one. Of 3/4/2015 it makes the third of April, as most of the world
// does.
func parseDate(s string) hearsay.Date {
	if len(s) > 200 {
		s = s[:200]
	}
	if d, ok := compactDate(strings.TrimSpace(s)); ok {
		return d
	}
	if d, span := findDate(s); !span.IsEmpty() {
		return d
	}
	return bareYear(s)
}

// findDate finds the first full date, to the day or the month, written in s.
// The span covers its words and clock reading; it is empty if there is none.
func findDate(s string) (hearsay.Date, hearsay.Span) {
	if !strings.ContainsFunc(s, func(r rune) bool { return digitOf(r) >= 0 }) {
		return hearsay.Date{}, hearsay.Span{}
	}
	toks := dateTokens(s)
	var month dateMatch
	for i := range toks {
		m := matchDay(toks[i:])
		if m.n == 0 {
			if m := matchMonth(toks[i:]); m.n > 0 && month.n == 0 {
				m.at = i
				month = m
			}
			continue
		}
		m.at = i
		return m.date(toks)
	}
	if month.n > 0 {
		return month.date(toks)
	}
	return hearsay.Date{}, hearsay.Span{}
}

// dateToken is a number, a word or a sign.
type dateToken struct {
	span  hearsay.Span
	num   int // -1 if it is no number
	width int // digits of a number
	month int // of a month's name
	word  string
}

// dateTokens cuts s into tokens, white space left out, with digits of every
// script read.
func dateTokens(s string) []dateToken {
	var toks []dateToken
	open := false
	for i, r := range s {
		d := digitOf(r)
		last := len(toks) - 1
		switch {
		case unicode.IsSpace(r) || r == '\u200f' || r == '\u200e':
			open = false
			continue
		case d >= 0 && open && toks[last].num >= 0 && toks[last].width < 14:
			toks[last].num, toks[last].width = toks[last].num*10+d, toks[last].width+1
		case d >= 0:
			toks, open = append(toks, dateToken{num: d, width: 1, span: hearsay.Span{Start: i}}), true
		case isDateLetter(r) && open && toks[last].num < 0: // the word is taken when it is complete
		case isDateLetter(r):
			toks, open = append(toks, dateToken{num: -1, span: hearsay.Span{Start: i}}), true
		default:
			toks, open = append(toks, dateToken{num: -1, word: string(r), span: hearsay.Span{Start: i}}), false
		}
		toks[len(toks)-1].span.End = i + len(string(r))
	}
	for i := range toks {
		if t := &toks[i]; t.num < 0 && t.word == "" {
			t.word = strings.ToLower(t.span.Of(s))
			t.month = monthNames[t.word]
		}
	}
	return joinLevantine(toks)
}

// joinLevantine joins the four month names of the Levant that are two words.
func joinLevantine(toks []dateToken) []dateToken {
	for i := 0; i+1 < len(toks); i++ {
		second := strings.HasSuffix(toks[i+1].word, "ثاني")
		if !second && !strings.HasSuffix(toks[i+1].word, "أول") && !strings.HasSuffix(toks[i+1].word, "اول") {
			continue
		}
		switch toks[i].word {
		case "كانون":
			toks[i].month = map[bool]int{false: 12, true: 1}[second]
		case "تشرين":
			toks[i].month = map[bool]int{false: 10, true: 11}[second]
		default:
			continue
		}
		toks[i].span.End = toks[i+1].span.End
		toks = append(toks[:i+1], toks[i+2:]...)
	}
	return toks
}

// isDateLetter leaves ideographs apart: 年, 月 and 日 are signs of their own.
func isDateLetter(r rune) bool {
	return (unicode.IsLetter(r) || unicode.Is(unicode.Mn, r)) && !unicode.In(r, unicode.Han, unicode.Hangul)
}

func digitOf(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r >= '٠' && r <= '٩':
		return int(r - '٠')
	case r >= '۰' && r <= '۹':
		return int(r - '۰')
	case r >= '０' && r <= '９':
		return int(r - '０')
	}
	return -1
}

// dateMatch is a date found at token at, n tokens long; day is 0 for a month.
type dateMatch struct {
	at, n            int
	year, month, day int
}

// date turns a match into a Date with the clock reading beside it.
func (m dateMatch) date(toks []dateToken) (hearsay.Date, hearsay.Span) {
	span := hearsay.Span{Start: toks[m.at].span.Start, End: toks[m.at+m.n-1].span.End}
	if m.day == 0 {
		return hearsay.Date{Time: time.Date(m.year, time.Month(m.month), 1, 0, 0, 0, 0, time.UTC), Precision: hearsay.PrecisionMonth}, span
	}
	c := clockAfter(toks, m.at+m.n)
	if !c.found {
		c = clockBefore(toks, m.at)
	}
	day := hearsay.Date{Time: time.Date(m.year, time.Month(m.month), m.day, 0, 0, 0, 0, time.UTC), Precision: hearsay.PrecisionDay}
	if !c.found {
		return day, span
	}
	span.Start, span.End = min(span.Start, toks[c.first].span.Start), max(span.End, toks[c.last].span.End)
	day.Zoned = c.zone != nil
	if c.hour == 0 && c.minute == 0 && c.second <= 0 {
		return day, span
	}
	zone := time.UTC
	if c.zone != nil {
		zone = c.zone
	}
	day.Time = time.Date(m.year, time.Month(m.month), m.day, c.hour, c.minute, max(c.second, 0), 0, zone)
	day.Precision = hearsay.PrecisionMinute
	if c.second >= 0 {
		day.Precision = hearsay.PrecisionSecond
	}
	return day, span
}

// matchDay reads a date to the day at the beginning of toks.
func matchDay(t []dateToken) dateMatch {
	for _, m := range [...]dateMatch{matchNumeric(t), matchIdeographic(t), matchDayMonth(t), matchMonthDay(t)} {
		if m.n > 0 && validDay(m) {
			return m
		}
	}
	return dateMatch{}
}

func validDay(m dateMatch) bool {
	if m.year < 1800 || m.year > 2150 || m.month < 1 || m.month > 12 || m.day < 1 {
		return false
	}
	return time.Date(m.year, time.Month(m.month), m.day, 0, 0, 0, 0, time.UTC).Day() == m.day
}

// matchNumeric reads 2015-03-05, 2015/3/5, 05.03.2015, 3/25/2015.
func matchNumeric(t []dateToken) dateMatch {
	if len(t) < 5 || t[0].num < 0 || t[2].num < 0 || t[4].num < 0 || t[1].word != t[3].word {
		return dateMatch{}
	}
	if s := t[1].word; s != "-" && s != "/" && s != "." && s != "‑" && s != "–" {
		return dateMatch{}
	}
	a, b, c := t[0], t[2], t[4]
	switch {
	case a.width == 4 && b.width <= 2 && c.width <= 2:
		return dateMatch{n: 5, year: a.num, month: b.num, day: c.num}
	case a.width <= 2 && b.width <= 2 && c.width == 4:
		m := dateMatch{n: 5, year: c.num, month: b.num, day: a.num}
		if m.month > 12 {
			m.month, m.day = m.day, m.month
		}
		return m
	}
	return dateMatch{}
}

// matchIdeographic reads 2015年3月5日 and 2015년 3월 5일.
func matchIdeographic(t []dateToken) dateMatch {
	if len(t) < 6 || t[0].width != 4 || t[2].num < 0 || t[4].num < 0 {
		return dateMatch{}
	}
	signs := t[1].word + t[3].word + t[5].word
	if signs != "年月日" && signs != "년월일" && signs != "年月号" {
		return dateMatch{}
	}
	return dateMatch{n: 6, year: t[0].num, month: t[2].num, day: t[4].num}
}

// matchDayMonth reads 5 March 2015, 5th of March, 2015, 5 de marzo de 2015,
// 5. März 2015 and 5-Mar-2015.
func matchDayMonth(t []dateToken) dateMatch {
	if len(t) < 3 || t[0].num < 1 || t[0].num > 31 || t[0].width > 2 {
		return dateMatch{}
	}
	i := skipWords(t, 1, 2)
	if i >= len(t) || t[i].month == 0 {
		return dateMatch{}
	}
	y := skipWords(t, i+1, 3)
	if y >= len(t) || t[y].width != 4 {
		return dateMatch{}
	}
	return dateMatch{n: y + 1, year: t[y].num, month: t[i].month, day: t[0].num}
}

// matchMonthDay reads March 5, 2015 and Mar. 5th 2015.
func matchMonthDay(t []dateToken) dateMatch {
	if len(t) < 3 || t[0].month == 0 {
		return dateMatch{}
	}
	d := skipWords(t, 1, 1)
	if d >= len(t) || t[d].num < 1 || t[d].num > 31 || t[d].width > 2 {
		return dateMatch{}
	}
	y := skipWords(t, d+1, 2)
	if y >= len(t) || t[y].width != 4 {
		return dateMatch{}
	}
	return dateMatch{n: y + 1, year: t[y].num, month: t[0].month, day: t[d].num}
}

// matchMonth reads March 2015.
func matchMonth(t []dateToken) dateMatch {
	if len(t) < 2 || t[0].month == 0 {
		return dateMatch{}
	}
	y := skipWords(t, 1, 2)
	if y >= len(t) || t[y].width != 4 || t[y].num < 1800 || t[y].num > 2150 {
		return dateMatch{}
	}
	return dateMatch{n: y + 1, year: t[y].num, month: t[0].month}
}

// skipWords skips at most n of the small words and signs inside dates.
func skipWords(t []dateToken, i, n int) int {
	for ; n > 0 && i < len(t); i, n = i+1, n-1 {
		switch t[i].word {
		case ",", ".", "-", "/", "،", "of", "de", "del", "d", "st", "nd", "rd", "th", "er", "º", "ª", "°", "e", "ter", "den", "م", "من", "-й", "го", "ή", "\u2011", "år", "г", "р":
			continue
		}
		return i
	}
	return i
}

// compactDate reads 20150305, 20150305T114000Z and Unix seconds.
func compactDate(s string) (hearsay.Date, bool) {
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	if digits == len(s) && (digits == 10 || digits == 13) {
		n := int64(0)
		for _, c := range s[:10] {
			n = n*10 + int64(c-'0')
		}
		return hearsay.Date{Time: time.Unix(n, 0).UTC(), Precision: hearsay.PrecisionSecond, Zoned: true}, n >= 1e8
	}
	if digits != 8 && digits != 14 {
		return hearsay.Date{}, false
	}
	long := s[:4] + "-" + s[4:6] + "-" + s[6:8]
	switch {
	case digits == 14:
		long += "T" + s[8:10] + ":" + s[10:12] + ":" + s[12:14] + s[14:]
	case len(s) >= 15 && s[8] == 'T' && len(strings.TrimLeft(s[9:15], "0123456789")) == 0:
		long += "T" + s[9:11] + ":" + s[11:13] + ":" + s[13:15] + s[15:]
	}
	d, span := findDate(long)
	return d, span.Start == 0 && !span.IsEmpty()
}

// bareYear reads "2015".
func bareYear(s string) hearsay.Date {
	t := dateTokens(s)
	if len(t) != 1 || t[0].width != 4 || t[0].num < 1800 || t[0].num > 2150 {
		return hearsay.Date{}
	}
	return hearsay.Date{Time: time.Date(t[0].num, 1, 1, 0, 0, 0, 0, time.UTC), Precision: hearsay.PrecisionYear}
}
