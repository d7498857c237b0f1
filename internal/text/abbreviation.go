package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// stopClass says how a full stop after a short form stands to the sentence.
type stopClass uint8

const (
	stopNone        stopClass = iota // no abbreviation
	stopInner                        // never ends a sentence: "Mr."
	stopEither                       // may end one: "Inc.", "p.m."
	stopNumber                       // an abbreviation before a number only: "No. 5"
	stopBeforeSmall                  // ends one before a capital: "etc."
	stopDate                         // one unless a capital or nothing follows: "Sat."
)

// abbreviations are listed in lower case and mean words written with a capital,
// or all in capitals, unless lowerAbbreviation has them too.
func abbreviationClass(word string) stopClass {
	switch strings.ToLower(word) {
	case "mr", "mrs", "ms", "mx", "messrs", "mme", "mlle", "dr", "prof", "gen", "sen", "rep", "gov", "col", "lt",
		"maj", "brig", "cmdr", "adm", "sgt", "cpl", "pvt", "capt", "drs", "profs", "revs", "gens", "sens", "reps", "govs", "rev", "hon", "pres", "supt", "insp", "det", "fr",
		"del", "dels", "ald", "assemb", "pfc", "ofc", "dep",
		"st", "mt", "ft", "vs", "cf", "viz", "approx", "ca", "ste", "amb", "atty", "assoc", "asst", "ex",
		"sra", "srta", "hr", "ing", "mons":
		return stopInner
	case "inc", "co", "corp", "ltd", "plc", "llc", "bros", "jr", "sr", "esq", "al", "ave", "blvd", "rd", "dept",
		"govt", "univ", "est", "min", "max", "int'l", "nat'l", "cie", "gmbh", "pty":
		return stopEither
	case "ala", "ariz", "ark", "calif", "colo", "conn", "fla", "ga", "ill", "ind", "kan", "ky", "mass", "md", "mich", "minn",
		"mo", "mont", "neb", "nev", "okla", "ore", "penn", "pa", "tenn", "tex", "va", "wash", "wis", "wyo", "ont", "que":
		return stopEither
	case "etc":
		return stopBeforeSmall
	case "no", "nos", "nr", "fig", "figs", "art", "sec", "ch", "vol", "p", "pp", "pt", "para", "op", "eq", "tel", "c":
		return stopNumber
	case "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
		"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun":
		return stopDate
	}
	return stopNone
}

// lowerAbbreviation are those that also count when written small. "col",
// "fig", "min" and the like end sentences as words more often.
func lowerAbbreviation(word string) bool {
	switch word {
	case "vs", "cf", "viz", "approx", "ca", "etc", "al", "no", "nos", "nr", "p", "pp", "vol", "c", "dept", "govt",
		"mr", "mrs", "ms", "dr", "prof", "fig", "tel", "jr", "sr", "st":
		return true
	}
	return false
}

// takesStop tells whether the full stop at end belongs to the word before it.
func (s *scanner) takesStop(start, end int) bool {
	word := s.text[start:end]
	if next := s.classAt(end + 1); next == classPunct && s.text[end+1] == '.' {
		return false // an ellipsis
	}
	first, size := utf8.DecodeRuneInString(word)
	if size == len(word) {
		return s.initial(first, end)
	}
	if isDotted(word[strings.LastIndexByte(word, '-')+1:]) {
		return true
	}
	switch s.shortForm(word) {
	case stopInner, stopEither, stopBeforeSmall:
		return true
	case stopNumber:
		return s.nextClass(end+1) == classDigit
	case stopDate:
		i := s.skipSpace(end + 1)
		r, _ := s.runeAt(i)
		return i < s.end && !unicode.IsUpper(r) && classOf(r) != classQuote
	}
	return false
}

// shortForm is the class of word, or of its last part ("then-Sen."), as it is
// written.
func (s *scanner) shortForm(word string) stopClass {
	word = word[strings.LastIndexByte(word, '-')+1:]
	c := abbreviationClass(word)
	first, _ := utf8.DecodeRuneInString(word)
	if c != stopNone && !unicode.IsUpper(first) && !lowerAbbreviation(word) {
		return stopNone
	}
	return c
}

// initial tells whether a single letter with a stop is one of a name: "J.".
// "I" is a pronoun unless a name goes on after it.
func (s *scanner) initial(r rune, end int) bool {
	if !unicode.IsUpper(r) {
		return s.noteLetter(r) && s.nextClass(end+1) == classDigit
	}
	next, _ := s.runeAt(s.skipSpace(end + 1))
	if r == 'I' {
		return unicode.IsUpper(next) && s.afterName()
	}
	return unicode.IsUpper(next) || unicode.IsLower(next)
}

// noteLetter tells whether a small letter may stand for a word before a
// number: "p. 12", and in brackets "(b. 1961)".
func (s *scanner) noteLetter(r rune) bool {
	switch r {
	case 'p', 'c':
		return true
	case 'b', 'd', 'm', 'r':
		n := len(s.tokens)
		return n > 0 && strings.IndexByte("(;,", s.text[s.tokens[n-1].Start]) >= 0
	}
	return false
}

// afterName tells whether the last token is a capitalised word.
func (s *scanner) afterName() bool {
	if len(s.tokens) == 0 {
		return true
	}
	last := s.tokens[len(s.tokens)-1]
	r, _ := s.runeAt(int(last.Start))
	return unicode.IsUpper(r) && s.pos-int(last.End) <= 1
}

func (s *scanner) skipSpace(i int) int {
	for i < s.end {
		r, size := s.runeAt(i)
		if classOf(r) != classSpace {
			break
		}
		i += size
	}
	return i
}

func (s *scanner) nextClass(i int) class { return s.classAt(s.skipSpace(i)) }

// isDotted tells whether word is made of short pieces with stops between:
// "U.N", "p.m", "Ph.D". Its last stop may be missing.
func isDotted(word string) bool {
	dots, run := 0, 0
	for _, r := range word {
		switch {
		case r == '.':
			dots++
			run = 0
		case unicode.IsLetter(r):
			run++
		default:
			return false
		}
		if run > 2 {
			return false
		}
	}
	return dots > 0
}

// isUnit tells whether letters that stick to a number are a unit, an amount
// or a half of the day: "30km", "2bn", "5pm".
func isUnit(suffix string) bool {
	switch suffix {
	case "km", "m", "cm", "mm", "kg", "g", "mg", "t", "lb", "lbs", "oz", "ft", "mph", "kph", "kmh", "km/h", "ha", "l", "ml",
		"h", "hr", "hrs", "min", "mins", "sec", "secs", "kW", "MW", "GW", "kWh", "MWh", "GWh", "kV", "Hz", "GB", "MB", "TB",
		"k", "K", "bn", "mn", "tn", "M", "am", "pm", "AM", "PM", "a.m", "p.m", "C", "F", "p", "c":
		return true
	}
	return false
}
