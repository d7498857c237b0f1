package claims

import (
	"strings"

	"hearsay/internal/text"
)

// agent are the tokens of a clause that name the one who does it: those before
// the verb, or behind "by" where the verb is passive.
func agent(doc *text.Document, first, last int) (from, to int) {
	verb := nextOf(doc, first, last, text.VERB, text.AUX)
	if verb < 0 {
		return first, first
	}
	participle := passive(doc, verb, last)
	if participle < 0 {
		return first, verb
	}
	for i := participle + 1; i < min(participle+6, last); i++ {
		if text.Fold(doc.Of(i)) == "by" {
			return i + 1, min(i+7, last)
		}
	}
	return first, first
}

// passive is the participle of a passive whose auxiliary stands at token aux,
// -1 if there is none.
func passive(doc *text.Document, aux, last int) int {
	if doc.Tokens[aux].Tag != text.AUX {
		return -1
	}
	be := -1
	for i := aux; i < min(aux+6, last); i++ {
		word := text.Fold(doc.Of(i))
		switch {
		case formsOfBe[word]:
			be = i
		case doc.Tokens[i].Tag == text.VERB:
			if be >= 0 && !strings.HasSuffix(word, "ing") {
				return i
			}
			return -1
		case doc.Tokens[i].Tag != text.AUX && doc.Tokens[i].Tag != text.ADV && doc.Tokens[i].Tag != text.PART:
			return -1
		}
	}
	return -1
}

var formsOfBe = map[string]bool{"is": true, "are": true, "was": true, "were": true, "be": true, "been": true, "being": true, "am": true, "get": true, "got": true}
