package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
	"hearsay/internal/text"
)

// tagAll takes the document's tags, guesses those that are missing, and looks
// up the verbs.
func (s *scanner) tagAll() {
	n := len(s.doc.Tokens)
	s.tags = make([]text.Tag, n)
	s.verbs = make([]verbForm, n)
	for i, tok := range s.doc.Tokens {
		s.tags[i] = tok.Tag
		if tok.Tag == text.TagNone {
			s.tags[i] = s.guess(i)
		}
	}
	for i := range s.tags {
		s.tagUnseen(i)
		s.tagTrade(i)
		s.tagAround(i)
		switch w := s.low[i]; {
		case w == "amid" || w == "despite":
			s.tags[i] = text.ADP
		case w == "rose" && w == s.doc.Of(i) && i > 0 && s.tags[i-1] == text.PROPN:
			s.tags[i] = text.VERB
		}
		if s.tags[i] != text.VERB && s.mistagged(i) {
			s.tags[i] = text.VERB
		}
		if s.tags[i] == text.ADJ && i+1 < n && i > 0 && closedTag(s.low[i]) == text.TagNone && s.nounAfterArticle(i) {
			s.tags[i] = text.NOUN
		}
		if s.tags[i] == text.VERB && i > 0 && s.capital(i-1) && s.capital(i) && (s.lex.verbs[s.low[i]].forms == formBase || i > 1 && article(s.low[i-2])) {
			s.tags[i] = text.PROPN // the newsletter Table Talk, the Weekly Monitor
		}
		if s.tags[i] == text.VERB && capitals(s.doc.Of(i)) {
			s.tags[i] = text.NOUN // told MPs
		}
		if s.tags[i] == text.VERB && i > 0 && i+1 < n && s.tags[i-1] == text.NOUN && closedTag(s.low[i+1]) == text.AUX && s.lex.verbs[s.low[i]].verb == nil && !participle(s.low[i]) {
			s.tags[i] = text.NOUN // the share registry had
		}
		if s.tags[i] == text.VERB && strings.HasPrefix(s.low[i], "spokes") {
			s.tags[i] = text.NOUN
		}
		if s.tags[i] == text.NOUN && s.low[i] == "reports" && i > 0 && i+2 < n && s.low[i+1] == "," && (s.tags[i-1] == text.PROPN && (s.low[i+2] == "citing" || s.low[i+2] == "quoting") || s.capital(i-1) && s.betweenCommas(i)) {
			s.tags[i] = text.VERB
		}
		if s.lostName(i) {
			s.tags[i] = text.PROPN // Hask Signal that
		}
		if s.tags[i] == text.VERB && (s.nounFirst(i) || s.nounAfterArticle(i)) {
			s.tags[i] = text.NOUN
		}
		if s.tags[i] == text.VERB && s.nameBeforeVerb(i) {
			s.tags[i] = text.PROPN
		}
		if s.tags[i] == text.VERB {
			s.verbs[i] = s.lex.verbs[s.low[i]]
		}
	}
}

// tagUnseen mends tags of words that the tagger has hardly seen: "a cousin informs
// us", "has meanwhile told me", the name "@mossy_hat".
func (s *scanner) tagUnseen(i int) {
	n := len(s.tags)
	switch w := s.low[i]; {
	case strings.HasPrefix(w, "@") && len(w) > 1:
		s.tags[i] = text.PROPN
	case s.tags[i] == text.X && i > 0 && i+1 < n && s.tags[i-1] == text.DET && s.tags[i+1] == text.NOUN:
		s.tags[i] = text.NOUN // the post office
	case (w == "informs" || w == "assures" || w == "tells") && i+1 < n && (s.low[i+1] == "us" || s.low[i+1] == "me"):
		s.tags[i] = text.VERB
	case s.tags[i] == text.VERB && (w == "has" || w == "had" || w == "have"):
		k := i + 1
		for k < n && s.doc.Tokens[k].Tag == text.ADV {
			k++
		}
		if k > i+1 && k < n && s.doc.Tokens[k].Tag == text.VERB && s.lex.verbs[s.low[k]].forms&formParticiple != 0 {
			s.tags[i] = text.AUX
		}
	}
}

// betweenCommas tells whether token i ends an insertion that begins with "the"
// or a name: ", the Gazette reports,".
func (s *scanner) betweenCommas(i int) bool {
	k := i - 1
	for k > 0 && i-k < 6 && s.capital(k) {
		k--
	}
	if s.low[k] == "the" {
		k--
	}
	return k > 0 && i-k > 1 && s.low[k] == "," && s.doc.SentenceAt(k) == s.doc.SentenceAt(i)
}

// tagTrade makes a noun of a word that the tagger does not know, and names of
// the two capitals behind it, where these speak: ", churchwarden Anton Brill
// said".
func (s *scanner) tagTrade(i int) {
	if i == 0 || i+3 >= len(s.tags) || s.low[i-1] != "," || s.tags[i] != text.VERB && s.tags[i] != text.ADJ && s.tags[i] != text.ADV {
		return
	}
	if s.lex.verbs[s.low[i]].verb != nil || strings.HasSuffix(s.low[i], "ed") || strings.HasSuffix(s.low[i], "ing") || s.capital(i) || len(s.low[i]) < 5 || strings.HasSuffix(s.low[i], "ly") ||
		!s.capital(i+1) || !s.capital(i+2) {
		return
	}
	v := i + 3
	if w := s.low[v]; (w == "has" || w == "had" || w == "also") && v+1 < len(s.low) {
		v++
	}
	say := s.lex.verbs[s.low[v]]
	if say.verb == nil || !say.takes("cq") || say.forms&(formThird|formPast|formParticiple) == 0 {
		return
	}
	s.tags[i], s.tags[i+1], s.tags[i+2] = text.NOUN, text.PROPN, text.PROPN
}

// lostName tells a capital word behind a name, amid words in lower case, that
// the tagger took for a word of grammar: the second of "told Hask Signal that".
func (s *scanner) lostName(i int) bool {
	switch s.tags[i] {
	case text.SCONJ, text.ADP, text.ADV, text.DET, text.AUX, text.PART:
	default:
		return false
	}
	return i > 1 && i+1 < len(s.tags) && s.capital(i) && s.capital(i-1) && s.tags[i-1] == text.PROPN && closedTag(s.low[i]) == text.TagNone &&
		!s.capital(i+1) && len(s.low[i]) > 3
}

// clauseLike tells whether what follows a word at token i suits a verb better
// than a noun: "the Gazette reports from the scene".
func (s *scanner) clauseLike(i int) bool {
	if i >= len(s.low) {
		return true
	}
	switch s.tags[i] {
	case text.SCONJ, text.DET, text.PRON, text.ADV:
		return true
	case text.ADP:
		return s.low[i] != "of"
	case text.PUNCT:
		return s.low[i] == "." || s.low[i] == ":"
	}
	return false
}

// nounFirst tells whether token i, tagged as a verb, is the plural of a noun
// that begins a sentence: "Claims that the well was poisoned".
func (s *scanner) nounFirst(i int) bool {
	if i+1 >= len(s.low) || s.low[i+1] != "that" && s.low[i+1] != "of" || i > 0 && s.tags[i-1] != text.PUNCT {
		return false
	}
	_, noun := s.lex.nouns[s.low[i]]
	return noun && s.lex.verbs[s.low[i]].forms&formThird != 0
}

// nounAfterArticle tells whether token i, tagged as a verb, is a noun: right
// behind an article with a verb of saying after it ("the cook said"), or a base
// form that cannot be the verb of the singular before it ("a safety relay").
func (s *scanner) nounAfterArticle(i int) bool {
	w := s.low[i]
	if i == 0 || s.low[i-1] == "," || participle(w) {
		return false
	}
	f := s.lex.verbs[w]
	if article(s.low[i-1]) && i+1 < len(s.low) {
		next := s.lex.verbs[s.low[i+1]]
		return next.verb != nil && next.takes("cq") && next.forms&(formThird|formPast) != 0 && next.forms&formBase == 0
	}
	if f.verb == nil || f.forms != formBase || s.tags[i-1] != text.NOUN || strings.HasSuffix(s.low[i-1], "s") {
		return false
	}
	for k := i - 2; k >= 0 && i-k < 5; k-- {
		if s.low[k] == "a" || s.low[k] == "an" {
			return true
		}
		if s.tags[k] != text.ADJ && s.tags[k] != text.NOUN {
			return false
		}
	}
	return false
}

// capital tells whether token i begins with a capital letter.
func (s *scanner) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.doc.Of(i))
	return unicode.IsUpper(r)
}

// capitals tells an abbreviation in the plural: MPs, GPs.
func capitals(w string) bool {
	body, plural := strings.CutSuffix(w, "s")
	return plural && len(body) > 1 && strings.ToUpper(body) == body && strings.ToLower(body) != body
}

func article(w string) bool { return w == "the" || w == "a" || w == "an" }

// nameBeforeVerb tells whether token i, tagged as a verb, is a name: it has a
// capital, is no form of a verb of saying, and a predicate follows it.
func (s *scanner) nameBeforeVerb(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.doc.Of(i))
	if !unicode.IsUpper(r) || i+1 >= len(s.low) {
		return false
	}
	if f, ok := s.lex.verbs[s.low[i]]; ok && f.forms&(formThird|formPast|formGerund) != 0 {
		return false
	}
	next := s.lex.verbs[s.low[i+1]]
	return next.verb != nil && next.takes("cq") && next.forms&(formThird|formPast) != 0 && next.forms&formBase == 0 || closedTag(s.low[i+1]) == text.AUX && i > 0 && s.tags[i-1] != text.PUNCT
}

// mistagged tells whether token i is surely a verb whatever its tag: a form
// like "said" or "denies" that is no noun, behind a name, noun or pronoun.
func (s *scanner) mistagged(i int) bool {
	t := s.tags[i]
	if t != text.NOUN && t != text.ADJ && t != text.PROPN && t != text.X || i == 0 {
		return false
	}
	f, ok := s.lex.verbs[s.low[i]]
	if ok && f.takes("cq") && f.forms&formGerund != 0 && s.low[i-1] == "," && i+1 < len(s.low) && s.low[i+1] == "that" {
		return true
	}
	if s.low[i] == "show" && i+1 < len(s.low) && (s.low[i+1] == "that" || s.low[i+1] == ".") && s.documentsBefore(i) {
		return true
	}
	if !ok || !f.takes("cq") || f.forms&(formThird|formPast) == 0 || f.forms&formBase != 0 || s.low[i] != s.doc.Of(i) {
		return false
	}
	if nominative(s.low[i-1]) || f.forms&formThird != 0 && i+1 < len(s.low) && s.low[i+1] == "that" && s.low[i-1] != s.doc.Of(i-1) {
		return true
	}
	if f.forms&formThird != 0 && i+1 < len(s.low) && (s.low[i+1] == "that" || s.low[i+1] == "whether") && s.tags[i-1] == text.NOUN && s.teller(s.low[i-1]) {
		return true
	}
	if f.forms&formThird != 0 && s.tags[i-1] == text.NOUN && s.clauseLike(i+1) && s.personSubject(i-1) {
		return true
	}
	if _, noun := s.lex.nouns[s.low[i]]; noun || s.lex.sets["nounlike"].has(s.low[i]) {
		return f.forms&formThird != 0 && (s.tags[i-1] == text.PROPN || s.lex.sets["outletnoun"].has(s.low[i-1]) && i > 1 && s.tags[i-2] == text.DET) && s.clauseLike(i+1)
	}
	switch s.tags[i-1] {
	case text.NOUN, text.PROPN, text.PRON, text.ADV, text.PUNCT, text.CCONJ:
		return true
	}
	return beForm(s.low[i-1]) && i+1 < len(s.low) && s.low[i+1] == "to" && f.stance == hearsay.Supposes
}

// documentsBefore tells whether documents, in the plural, stand shortly before
// token i: "papers seen by the Weekly Monitor show that".
func (s *scanner) documentsBefore(i int) bool {
	for k := i - 1; k >= 0 && i-k < 9 && s.tags[k] != text.PUNCT; k-- {
		if one, ok := strings.CutSuffix(s.low[k], "s"); ok && s.tags[k] == text.NOUN && (s.lex.sets["medium"].has(one) || s.lex.sets["medium"].has(s.low[k]) || s.lex.sets["teller"].has(s.low[k])) {
			return true
		}
	}
	return false
}

// personSubject tells whether the noun at token i, of people, ends the noun
// phrase that begins a clause: ", an old fisherman".
func (s *scanner) personSubject(i int) bool {
	if !s.teller(s.low[i]) {
		return false
	}
	for k := i - 1; k >= 0 && i-k < 5; k-- {
		switch s.tags[k] {
		case text.ADJ, text.NOUN:
		case text.DET:
			return k == 0 || s.tags[k-1] == text.PUNCT
		default:
			return false
		}
	}
	return false
}

// closedTag is the tag of a word whose tag does not depend on the words around,
// TagNone for any other.
func closedTag(w string) text.Tag {
	switch w {
	case "a", "an", "the", "this", "these", "those", "every", "each", "no", "some", "any", "all", "both", "another", "which":
		return text.DET
	case "he", "she", "it", "they", "we", "i", "you", "who", "him", "her", "them", "us", "me", "whom", "his", "its", "their",
		"our", "my", "your", "whose", "nobody", "everyone", "everybody", "someone", "somebody", "anyone", "what", "there",
		"none", "others", "himself", "herself", "itself", "themselves", "nothing", "something", "everything", "anything":
		return text.PRON
	case "is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "having", "do", "does", "did", "will",
		"would", "can", "could", "may", "might", "shall", "should", "must", "'s", "'ve", "'re", "'ll", "'d", "'m", "ca", "wo":
		return text.AUX
	case "not", "n't", "to", "'":
		return text.PART
	case "and", "or", "but", "nor", "&":
		return text.CCONJ
	case "that", "because", "if", "whether", "while", "although", "though", "when", "since", "unless", "until", "where", "whereas":
		return text.SCONJ
	case "of", "in", "on", "at", "by", "for", "with", "from", "into", "about", "against", "between", "during", "before", "after",
		"above", "below", "under", "over", "through", "as", "like", "near", "without", "within", "outside", "inside", "behind",
		"across", "along", "among", "around", "towards", "toward", "upon", "via", "amid", "despite", "beside", "beyond", "than":
		return text.ADP
	case "also", "then", "now", "here", "never", "ever", "again", "already", "still", "just", "too", "very", "so", "how", "why",
		"yesterday", "today", "tonight", "tomorrow", "later", "earlier", "soon", "often", "once", "twice", "yet", "even", "only":
		return text.ADV
	case "new", "last", "next", "other", "many", "several", "few", "more", "most", "old", "former", "senior", "local", "first":
		return text.ADJ
	}
	return text.TagNone
}

// guess is the likely tag of token i from its letters and its neighbours. It
// serves documents that no tagger has read, and needs only to be good around
// cues.
func (s *scanner) guess(i int) text.Tag {
	switch s.doc.Tokens[i].Kind {
	case text.Punct, text.OpenQuote, text.CloseQuote:
		return text.PUNCT
	case text.Number:
		return text.NUM
	case text.Symbol:
		return text.SYM
	}
	w := s.low[i]
	if w == "'s" && i > 0 && s.possessive(i) {
		return text.PART
	}
	if t := closedTag(w); t != text.TagNone {
		return t
	}
	if s.named(i) {
		return text.PROPN
	}
	if v, ok := s.lex.verbs[w]; ok && s.actsAsVerb(i, v.forms) {
		return text.VERB
	}
	return s.openClass(i, w)
}

// named tells whether token i has a capital that no sentence start explains.
func (s *scanner) named(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.doc.Of(i))
	return unicode.IsUpper(r) && i > 0 && s.tags[i-1] != text.PUNCT
}

// possessive tells whether "'s" at i stands after a name or noun and before
// something other than a verb form or article.
func (s *scanner) possessive(i int) bool {
	if t := s.tags[i-1]; t != text.NOUN && t != text.PROPN {
		return false
	}
	if i+1 >= len(s.low) {
		return true
	}
	switch closedTag(s.low[i+1]) {
	case text.TagNone, text.ADJ:
		return !strings.HasSuffix(s.low[i+1], "ing")
	}
	return false
}

// actsAsVerb tells "she claims" from "her claims".
func (s *scanner) actsAsVerb(i int, forms uint8) bool {
	if forms&(formPast|formParticiple|formGerund) != 0 && forms&formBase == 0 {
		return i == 0 || s.tags[i-1] != text.DET
	}
	if i == 0 {
		return false
	}
	prev := s.low[i-1]
	switch s.tags[i-1] {
	case text.DET, text.ADJ, text.ADP, text.NUM, text.VERB:
		return false
	case text.PRON:
		return !possessivePronoun(prev) && prev != "her"
	case text.PART:
		return prev == "to" || prev == "not" || prev == "n't"
	}
	return true
}

func possessivePronoun(w string) bool {
	switch w {
	case "his", "her", "its", "their", "our", "my", "your", "whose":
		return true
	}
	return false
}

func (s *scanner) openClass(i int, w string) text.Tag {
	r, _ := utf8.DecodeRuneInString(s.doc.Of(i))
	switch {
	case strings.HasSuffix(w, "ly") && len(w) > 4:
		if i > 0 && (s.tags[i-1] == text.DET || s.tags[i-1] == text.PART) {
			return text.NOUN
		}
		return text.ADV
	case unicode.IsUpper(r):
		return text.PROPN
	case i > 0 && (strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing")):
		if t := s.tags[i-1]; t == text.DET || t == text.ADJ {
			return text.ADJ
		}
		return text.VERB
	case i > 0 && (s.tags[i-1] == text.AUX || s.low[i-1] == "to" || s.tags[i-1] == text.PRON && !possessivePronoun(s.low[i-1])):
		return text.VERB
	case strings.HasSuffix(w, "ous") || strings.HasSuffix(w, "ful") || strings.HasSuffix(w, "able") || strings.HasSuffix(w, "ish"):
		return text.ADJ
	}
	return text.NOUN
}
