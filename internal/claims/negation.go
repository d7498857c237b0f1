package claims

import (
	"hearsay/internal/text"
)

// negated marks, for the tokens from first to last, what a negation denies:
// the verb behind "not", the noun behind "no" or "without", the verb of which
// "nobody" is the subject or "nothing" the object. Only what is shared by two
// propositions decides whether they are opposites, so "they are treated and
// pay nothing" still says that they are treated.
func negated(doc *text.Document, first, last int) map[int]bool {
	list := map[int]bool{}
	for i := first; i < last; i++ {
		kind, ok := negator(doc, i)
		if !ok || i+1 < last && text.Fold(doc.Of(i+1)) == "only" || ofManner(doc, i, last) {
			continue
		}
		at := -1
		switch kind {
		case ofVerb:
			stop := broken(doc, i+1, last)
			at = nextOf(doc, i+1, min(stop, i+7), text.VERB)
			if at < 0 || interrupted(doc, i+1, at) {
				at = nextOf(doc, i+1, stop, text.ADJ, text.NOUN, text.PROPN, text.VERB)
			}
		case ofNoun:
			at = head(doc, i+1, last)
		case ofKind:
			at = nextOf(doc, i+2, last, text.NOUN, text.PROPN)
		case ofSubject:
			at = nextOf(doc, i+1, last, text.VERB)
			switch {
			case leads(doc, i, last):
				if at < 0 {
					at = nextOf(doc, i+2, last, text.ADJ, text.NOUN, text.PROPN)
				}
			case at < 0 || verbBefore(doc, first, i):
				at = previousVerb(doc, first, i)
			}
		}
		if at >= 0 && untrue(doc, at, last) {
			at = nextOf(doc, at+2, last, text.VERB, text.ADJ, text.NOUN)
		}
		if at >= 0 {
			list[at] = !list[at]
		}
	}
	return list
}

// ofManner tells whether the negator at token i denies no more than how a thing
// is, behind the verb that says that it is: "hurt, neither of them badly", "was
// wounded, though not seriously".
func ofManner(doc *text.Document, i, last int) bool {
	k := i + 1
	switch text.Fold(doc.Of(i)) {
	case "not":
	case "neither", "none", "no":
		if k < last && doc.Of(k) == "one" {
			k++
		}
		if k+1 < last && doc.Of(k) == "of" {
			k += 2
		}
	default:
		return false
	}
	if k >= last || doc.Tokens[k].Tag != text.ADV || len(doc.Of(k)) < 4 {
		return false
	}
	return k+1 == last || doc.Tokens[k+1].Tag == text.PUNCT || doc.Tokens[k+1].Tag == text.ADP
}

type negation uint8

const (
	ofVerb    negation = iota // not, never, failed to, could hardly
	ofNoun                    // no, without
	ofSubject                 // nobody, nothing, none
	ofKind                    // is none of
)

// negator tells whether token i negates, and what.
func negator(doc *text.Document, i int) (negation, bool) {
	word := text.Fold(doc.Of(i))
	switch word {
	case "not", "n't", "n’t", "never", "cannot", "nor":
		return ofVerb, true
	case "hardly", "scarcely":
		return ofVerb, barely(doc, i)
	case "failed", "fails", "unable", "refused", "refuses":
		next := i+1 < len(doc.Tokens) && doc.Of(i+1) == "to"
		return ofVerb, next
	case "no":
		if exclusive(doc, i+1) {
			return 0, false
		}
		if i+1 < len(doc.Tokens) && doc.Of(i+1) == "one" {
			return ofSubject, true
		}
		return ofNoun, true
	case "without":
		return ofNoun, true
	case "none":
		if i > 0 && i+1 < len(doc.Tokens) && being[text.Fold(doc.Of(i-1))] && doc.Of(i+1) == "of" {
			return ofKind, true
		}
		return ofSubject, !exclusive(doc, i+1)
	case "nobody", "nothing", "neither":
		return ofSubject, !exclusive(doc, i+1)
	}
	return ofVerb, untrueWords[word] && i+1 < len(doc.Tokens) && doc.Of(i+1) == "that"
}

// leads tells whether "nothing" at token i is the subject of the verb right
// behind it, whatever verb stands before: "it was reported in May and nothing
// was done" does not deny the report.
func leads(doc *text.Document, i, last int) bool {
	if i+1 >= last {
		return false
	}
	next := doc.Tokens[i+1].Tag
	return next == text.AUX || next == text.VERB
}

// barely tells whether "hardly" at token i denies what is said to be possible:
// "it can hardly have been taken then". By itself it only lessens: "hardly a
// day goes by".
func barely(doc *text.Document, i int) bool {
	if i == 0 || doc.Tokens[i-1].Tag != text.AUX {
		return false
	}
	switch text.Fold(doc.Of(i - 1)) {
	case "can", "could", "would", "will", "may", "might":
		return true
	}
	return false
}

// exclusive tells whether token i leaves out the rest: who does a thing "and
// nothing else" does it.
func exclusive(doc *text.Document, i int) bool {
	if i >= len(doc.Tokens) {
		return false
	}
	switch text.Fold(doc.Of(i)) {
	case "else", "other", "but":
		return true
	}
	return false
}

// broken is where a mark after token i ends what a negation can deny: "she did
// not: the light was on".
func broken(doc *text.Document, i, last int) int {
	for ; i < last; i++ {
		switch doc.Of(i) {
		case ":", ";", "—", "–":
			return i
		}
	}
	return last
}

// untrue tells whether token i and the next are "true that": then what follows
// is what the negation denies.
func untrue(doc *text.Document, i, last int) bool {
	switch text.Fold(doc.Of(i)) {
	case "true", "correct", "right", "so", "case":
		return i+1 < last && doc.Of(i+1) == "that"
	}
	return false
}

func nextOf(doc *text.Document, from, to int, tags ...text.Tag) int {
	for i := from; i < to; i++ {
		for _, t := range tags {
			if doc.Tokens[i].Tag == t {
				return i
			}
		}
	}
	return -1
}

// interrupted tells whether a noun stands before the verb: "not the film that
// cooled" denies the film.
func interrupted(doc *text.Document, from, verb int) bool {
	return nextOf(doc, from, verb, text.NOUN, text.PROPN) >= 0
}

// head is the last noun of the phrase that begins at i, or the verb in -ing
// that stands there.
func head(doc *text.Document, i, last int) int {
	at := -1
	for ; i < last; i++ {
		switch doc.Tokens[i].Tag {
		case text.NOUN, text.PROPN:
			at = i
		case text.VERB:
			if at < 0 {
				return i
			}
			return at
		case text.ADJ, text.DET, text.NUM, text.ADV, text.CCONJ:
			if at >= 0 {
				return at
			}
		default:
			return at
		}
	}
	return at
}

func verbBefore(doc *text.Document, first, i int) bool { return previousVerb(doc, first, i) >= 0 }

func previousVerb(doc *text.Document, first, i int) int {
	for i--; i >= first; i-- {
		if doc.Tokens[i].Tag == text.VERB {
			return i
		}
	}
	return -1
}
