package claims

import (
	"slices"

	"hearsay/internal/text"
)

// rumour tells whether the tokens from first to last only name a claim to say
// that it is not so: "rumours that the bridge was blown up do not correspond
// to reality", "there is no truth in the story that she resigned". Then the
// whole is denied, in whatever words the claim is put.
func rumour(doc *text.Document, first, last int) bool {
	for i := first; i+1 < last; i++ {
		if !goingOn[text.Fold(doc.Of(i+1))] {
			continue
		}
		if word := text.Fold(doc.Of(i)); tales[word] || pointers[root(word)] {
			return calledUntrue(doc, i+2, last) || truthless(doc, first, i)
		}
	}
	return false
}

// calledUntrue tells whether the words end in a judgement on the clause that
// they begin with: "... are false", "... do not correspond to reality".
func calledUntrue(doc *text.Document, from, last int) bool {
	for i := from; i < last; i++ {
		word := text.Fold(doc.Of(i))
		switch {
		case untrueWords[word]:
			if judge := before(doc, i, from); being[judge] || proving[judge] {
				return true
			}
		case trueWords[word], groundWords[word], word == "correspond":
			if denying[before(doc, i, from)] {
				return true
			}
		}
	}
	return false
}

// truthless tells whether "no truth in", "no basis for" stands before token at.
func truthless(doc *text.Document, first, at int) bool {
	for i := max(first, at-4); i < at; i++ {
		if groundWords[text.Fold(doc.Of(i))] && denying[before(doc, i, first)] {
			return true
		}
	}
	return false
}

// before is the nearest word before token i that is no filling.
func before(doc *text.Document, i, from int) string {
	for i--; i >= from; i-- {
		if word := text.Fold(doc.Of(i)); !filling[word] {
			return word
		}
	}
	return ""
}

var (
	tales       = setOf("tale", "tales", "talk", "gossip", "myth", "idea")
	goingOn     = setOf("that", "of", "about")
	proving     = setOf("proved", "proven", "proves", "remain", "remains")
	groundWords = setOf("truth", "basis", "foundation", "substance", "grounds", "merit")
	denying     = setOf("no", "not", "n't", "n’t", "without", "any", "never")
)

// groundless tells whether words deny what they point at: "there is no truth in
// these reports", "the rumours do not correspond to reality".
func groundless(words []string) bool {
	for i, w := range words {
		if i > 1 && denying[words[i-1]] && !denying[words[i-2]] && (groundWords[w] || w == "correspond") {
			return !slices.Contains(words, "that") && slices.ContainsFunc(words, func(w string) bool { return w == "it" || pointers[root(w)] })
		}
	}
	return false
}
