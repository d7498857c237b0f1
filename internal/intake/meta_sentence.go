package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What parts a line about the text from a sentence of the text. A sentence that
// is taken for a byline is lost to the reader of the report, a byline that is
// taken for a sentence is merely read: where in doubt, it is a sentence.

// isSentence tells whether s says something: it ends as a sentence does and
// has a word in small letters that bylines and date lines do without. In
// scripts without capitals more words than a byline has tell it.
func isSentence(s string) bool {
	if !endsSentence(s) {
		return false
	}
	uncased := 0
	for w := range strings.FieldsSeq(s) {
		w = strings.TrimLeft(w, "“\"'‘«(")
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case isUncased(w) && !isMetaWord(w):
			uncased++
		case unicode.IsLower(r) && (isFiniteVerb(w) || !isMetaWord(w) && !isNameParticle(w)):
			return true
		}
	}
	return uncased > 6
}

// isFiniteVerb tells whether a word that date lines may have ("was updated")
// makes a sentence of a line that ends as one.
func isFiniteVerb(w string) bool {
	switch strings.Trim(w, ",;:") {
	case "is", "was", "has", "been":
		return true
	}
	return false
}

// isNameParticle tells whether a word in small letters stands within names:
// "van", "bin", "al-Ramli".
func isNameParticle(w string) bool {
	if strings.HasPrefix(w, "al-") || strings.HasPrefix(w, "el-") || isSmallWord(w) {
		return true
	}
	switch w {
	case "van", "den", "der", "zu", "bin", "ibn", "bint", "al", "el", "ul", "dos", "di":
		return true
	}
	return false
}

// isMetaParagraph tells whether a paragraph that no markup sets apart is about
// the text: it, or its last line, begins as a byline or date line does, and says
// nothing else.
func isMetaParagraph(s string) bool {
	if isTranslationCredit(s) || !isMetaLine(s) {
		return false
	}
	if isSentence(s) {
		return false
	}
	last := s[strings.LastIndexByte(s, '\n')+1:] // a headline may stand in the lines before
	return startsWithDay(last) || startsAsMeta(last)
}

// isTranslationCredit tells whether a line says who translated the text: it
// tells through whose hands the words went, and stays with them. The credit may
// stand behind another: "From the Mirrow Weekly of 3 May, translated by M".
func isTranslationCredit(s string) bool {
	low := strings.ToLower(strings.TrimLeft(s, " \t([{*_—–-•|"))
	if opensTranslation(low) {
		return true
	}
	if len(low) > 200 || !beginsCredit(low) && !startsWithDay(low) {
		return false
	}
	for i, c := range low {
		if strings.ContainsRune(".,;·|–—", c) && opensTranslation(strings.TrimLeft(low[i:], ".,;·|–— ")) {
			return true
		}
	}
	return false
}

func opensTranslation(low string) bool {
	return slices.ContainsFunc(translationOpenings, func(p string) bool { return strings.HasPrefix(low, p) })
}

// beginsCredit tells whether a line in lower case begins by saying from whom or
// from where a text is.
func beginsCredit(low string) bool {
	switch first, _, _ := strings.Cut(low, " "); first {
	case "by", "from", "source:", "original:", "text:", "in", "von", "par", "por", "quelle:", "fuente:":
		return true
	}
	return false
}

var translationOpenings = []string{
	"translated ", "english by ", "english version by ", "english translation by ", "english text by ", "translation by ", "translation: ", "translator: ", "in translation by ", "traduit ", "traduction ", "traducido ", "traducción ", "übersetzt ",
	"übersetzung: ", "übersetzung von ", "aus dem ", "traduzido ", "tradotto ", "перевод ", "перевёл ", "перевела ", "ترجمة ", "ترجمة: ", "ترجمها ", "ترجمه ", "نقله إلى ", "نقلها إلى ",
}

// isUpdateNote tells whether a sentence is about the text itself: "This story
// was last updated on 3 May 2021."
func isUpdateNote(s string) bool {
	low := strings.ToLower(s)
	return containsAny(low, "this article was", "this story was", "this page was", "this post was", "was last updated", "was last modified")
}
