package claims

import (
	"hearsay/internal/text"
)

// asideFactor is the weight of what a clause adds to its main part.
const asideFactor = 0.45

// asides marks, for the tokens [first, last), what a clause only adds to what
// it says: an apposition or a relative clause between subject and verb, and
// whatever follows the main part behind a conjunction or as an apposition.
func asides(doc *text.Document, first, last int) []bool {
	mark := make([]bool, last-first)
	verb, words := false, 0
	for i := first; i < last; i++ {
		if words > 0 && opensAside(doc, i, last, verb && words >= 3) {
			end := last
			if !verb {
				end = asideEnd(doc, i, last)
			}
			if relative := relativeEnd(doc, i, last); !verb && relative > 0 {
				end = relative
			}
			for ; i < end; i++ {
				mark[i-first] = true
			}
			if i == last {
				return mark
			}
		}
		if tag := doc.Tokens[i].Tag; tag == text.VERB || tag == text.AUX {
			verb = true
		}
		if doc.Tokens[i].Kind != text.Punct {
			words++
		}
	}
	return mark
}

// opensAside tells whether an aside begins at token i; complete tells that the
// clause already has its subject and verb.
func opensAside(doc *text.Document, i, last int, complete bool) bool {
	word := text.Fold(doc.Of(i))
	if word == "," && i+1 < last {
		switch text.Fold(doc.Of(i + 1)) {
		case "which", "who", "whose", "whom", "where":
			return true
		}
		next := doc.Tokens[i+1].Tag
		if !complete {
			return next == text.DET && afterNoun(doc, i) && asideEnd(doc, i, last) < last
		}
		return beginsPhrase(next)
	}
	if !complete {
		return relativeEnd(doc, i, last) > 0
	}
	switch word {
	case "which", "who", "whose", "because", "although", "though", "while", "whereas", "after", "before", "when", "since", "unless", "until":
		return true
	}
	return false
}

// relativeEnd is where the main verb of a clause stands whose subject is
// narrowed by a relative clause at token i: "the jet that diverted to the
// coast | had been cleared"; 0 if there is none.
func relativeEnd(doc *text.Document, i, last int) int {
	switch text.Fold(doc.Of(i)) {
	case "that", "who", "which":
	default:
		return 0
	}
	if i == 0 || i+1 >= last || doc.Tokens[i-1].Tag != text.NOUN && doc.Tokens[i-1].Tag != text.PROPN {
		return 0
	}
	if t := doc.Tokens[i+1].Tag; t != text.VERB && t != text.AUX {
		return 0
	}
	chain := true // still in the verb group of the relative clause
	for j := i + 2; j < last; j++ {
		switch doc.Tokens[j].Tag {
		case text.VERB, text.ADV, text.PART:
		case text.AUX:
			if !chain {
				return j
			}
		default:
			chain = false
		}
	}
	return 0
}

// afterNoun tells whether a comma at token i follows a noun phrase, and not a
// circumstance set before the subject ("As of four o'clock, …").
func afterNoun(doc *text.Document, i int) bool {
	if i == 0 {
		return false
	}
	if t := doc.Tokens[i-1].Tag; t != text.NOUN && t != text.PROPN {
		return false
	}
	for k := i - 1; k >= 0; k-- {
		switch doc.Tokens[k].Tag {
		case text.ADP, text.SCONJ, text.ADV, text.VERB, text.AUX:
			return false
		case text.PUNCT:
			return true
		}
	}
	return true
}

// asideEnd is the comma that closes the aside opened at token i, or last.
func asideEnd(doc *text.Document, i, last int) int {
	for j := i + 1; j < last; j++ {
		if doc.Of(j) == "," {
			return j
		}
	}
	return last
}

func beginsPhrase(t text.Tag) bool {
	switch t {
	case text.DET, text.NOUN, text.PROPN, text.ADJ, text.ADV, text.VERB, text.SCONJ, text.PRON, text.ADP:
		return true
	}
	return false
}
