package claims

import (
	"hearsay"
	"hearsay/internal/text"
)

// Split cuts the pieces of one content into its propositions. A piece without
// a verb says nothing by itself ("the pudding", "to have made them ill"): then
// all pieces are one proposition. Otherwise each piece is cut into clauses.
func Split(doc *text.Document, pieces []hearsay.Span) [][]hearsay.Span {
	if len(pieces) > 1 {
		for _, p := range pieces {
			first, last := tokens(doc, p)
			if !finite(doc, first, last) {
				return [][]hearsay.Span{pieces}
			}
		}
	}
	var list [][]hearsay.Span
	for _, p := range pieces {
		for _, c := range Clauses(doc, p) {
			list = append(list, []hearsay.Span{c})
		}
	}
	return list
}

// finite tells whether the tokens hold a verb that is no mere "to do".
func finite(doc *text.Document, first, last int) bool {
	for i := first; i < last; i++ {
		if t := doc.Tokens[i].Tag; t == text.VERB || t == text.AUX {
			return i == first || doc.Tokens[i-1].Tag != text.PART
		}
	}
	return false
}

// tokens are the tokens that a span touches, [first, last).
func tokens(doc *text.Document, span hearsay.Span) (first, last int) {
	first = firstToken(doc, span.Start)
	for last = first; last < len(doc.Tokens) && int(doc.Tokens[last].Start) < span.End; last++ {
	}
	return first, last
}

// Clauses cuts a span into the clauses that can be true or false by
// themselves: at a semicolon, at "and that", and where a conjunction begins a
// clause with a subject and a verb of its own. Every word stays in one clause.
func Clauses(doc *text.Document, span hearsay.Span) []hearsay.Span {
	first, last := tokens(doc, span)
	var list []hearsay.Span
	begin := first
	for i := first + 1; i < last-1; i++ {
		if next := clauseStart(doc, begin, i, last); next > 0 {
			list = append(list, doc.Span(begin, i))
			begin = next
			i = next
		}
	}
	if begin < last {
		list = append(list, doc.Span(begin, last))
	}
	return clip(list, span)
}

// clauseStart tells whether the clause that began at begin ends before token
// i, and where the next one begins; 0 if it does not.
func clauseStart(doc *text.Document, begin, i, last int) int {
	word := doc.Of(i)
	switch {
	case word == ";" || word == "؛":
		return i + 1
	case word != "and" && word != "but" && word != "while":
		return 0
	case doc.Of(i+1) == "that" && hasVerb(doc, begin, i) && hasVerb(doc, i+2, last):
		return i + 2
	case hasVerb(doc, begin, i) && subjectAndVerb(doc, i+1, last):
		return i + 1
	}
	return 0
}

func hasVerb(doc *text.Document, first, last int) bool {
	for i := first; i < last; i++ {
		if t := doc.Tokens[i].Tag; t == text.VERB || t == text.AUX {
			return true
		}
	}
	return false
}

// subjectAndVerb tells whether a noun phrase of up to six words with a finite
// verb right behind it begins at token i.
func subjectAndVerb(doc *text.Document, i, last int) bool {
	noun := false
	for end := min(last, i+7); i < end; i++ {
		switch doc.Tokens[i].Tag {
		case text.DET, text.ADJ, text.NUM, text.ADP, text.PART, text.ADV:
		case text.NOUN, text.PROPN, text.PRON:
			noun = true
		case text.VERB, text.AUX:
			return noun
		default:
			return false
		}
	}
	return false
}

// clip keeps clauses inside the span and drops empty ones.
func clip(list []hearsay.Span, span hearsay.Span) []hearsay.Span {
	kept := list[:0]
	for _, c := range list {
		c.Start, c.End = max(c.Start, span.Start), min(c.End, span.End)
		if !c.IsEmpty() {
			kept = append(kept, c)
		}
	}
	return kept
}
