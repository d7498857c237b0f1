package attribution

import (
	"hearsay/internal/text"
)

// What the tagger makes of the words around a name, put right where the words
// leave no doubt. A title that is taken for a verb hides who speaks.

// tagAround mends the tag of token i in a title or a name.
func (s *scanner) tagAround(i int) {
	switch {
	case s.participleTitle(i):
		s.tags[i] = text.ADJ
	case s.foreignNoun(i), s.titleOfSpeaker(i):
		s.tags[i] = text.NOUN
	case s.partOfName(i):
		s.tags[i] = text.PROPN
	}
}

// participleTitle tells the first word of ", sporting director Ada Lund said"
// and ", retired colonel Ada Lund told": it belongs to the noun behind it.
func (s *scanner) participleTitle(i int) bool {
	if s.tags[i] != text.VERB || i+3 >= len(s.tags) || !participle(s.low[i]) || s.capital(i) || i > 0 && s.low[i-1] != "," && s.low[i-1] != "and" {
		return false
	}
	noun := i + 1
	for noun < i+3 && s.tags[noun] == text.NOUN && s.tags[noun+1] == text.NOUN {
		noun++
	}
	if s.tags[noun] != text.NOUN || !s.teller(s.low[noun]) || noun+3 >= len(s.tags) || !s.capital(noun+1) || !s.capital(noun+2) {
		return false
	}
	v := noun + 3
	for v < len(s.tags)-1 && v < noun+5 && s.capital(v) {
		v++
	}
	say := s.lex.verbs[s.low[v]]
	return say.verb != nil && say.takes("cq") && say.forms&(formThird|formPast) != 0
}

// foreignNoun tells a word in small letters that the tagger takes for a foreign
// one, where only a noun can stand: "the former soigneur Ada Lund".
func (s *scanner) foreignNoun(i int) bool {
	if s.tags[i] != text.X || i == 0 || i+1 >= len(s.tags) || s.capital(i) || s.low[i][0] < 'a' {
		return false
	}
	switch s.tags[i-1] {
	case text.DET, text.ADJ, text.NOUN:
		return s.tags[i+1] == text.PROPN || s.tags[i+1] == text.VERB || s.tags[i+1] == text.AUX || s.tags[i+1] == text.PUNCT
	}
	return false
}

func (s *scanner) timeToken(i int) bool {
	return s.lex.sets["weekday"].has(s.low[i]) || s.lex.sets["month"].has(s.low[i])
}

// titleOfSpeaker tells a noun for people or outlets before a name that the tagger
// takes for a word of grammar or an adverb: ", governor Ada Lund said", "the
// sports daily Torch".
func (s *scanner) titleOfSpeaker(i int) bool {
	switch s.tags[i] {
	case text.CCONJ, text.SCONJ, text.ADP, text.DET, text.AUX, text.PRON, text.ADV, text.ADJ, text.X:
	default:
		return false
	}
	if i == 0 || i+2 >= len(s.tags) || s.capital(i) || !s.capital(i+1) || len(s.low[i]) < 4 || closedTag(s.low[i]) != text.TagNone || s.timeToken(i+1) {
		return false
	}
	if s.lex.sets["outletnoun"].has(s.low[i]) {
		return s.tags[i-1] == text.NOUN || s.tags[i-1] == text.DET || s.tags[i-1] == text.PROPN || s.tags[i-1] == text.ADJ
	}
	return s.tags[i] != text.ADJ && s.tags[i] != text.ADV && s.teller(s.low[i])
}

// partOfName tells a word with a capital that the tagger takes for a verb in the
// name of an outlet: behind a word for one, "the channel Lost & Fake", or as the
// last of a name that no verb of saying ends, "the group Mirrow Watch".
func (s *scanner) partOfName(i int) bool {
	if i == 0 || !s.capital(i) || s.tags[i] == text.PROPN || s.tags[i] == text.PUNCT {
		return false
	}
	if s.lex.sets["outletnoun"].has(s.low[i-1]) && !s.capital(i-1) || s.capital(i-1) && i > 1 && s.lex.sets["outletnoun"].has(s.low[i-2]) && !s.capital(i-2) {
		return s.doc.SentenceAt(i) == s.doc.SentenceAt(i-1) && !s.timeToken(i)
	}
	return s.tags[i] == text.VERB && s.capital(i-1) && s.tags[i-1] == text.PROPN && s.lex.verbs[s.low[i]].verb == nil && (i+1 == len(s.tags) || !s.capital(i+1))
}
