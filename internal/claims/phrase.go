package claims

import (
	"cmp"
	"slices"
	"strings"

	"hearsay/internal/text"
)

// phrase is what a word means together with words behind it: something else
// than alone ("give way", "shut down", "out of order").
type phrase struct {
	rest  []part
	means string // the word that stands for it
}

// part is a further word of a phrase.
type part struct {
	root string
	next bool // nothing may stand before it
}

// addPhrase enters a phrase as it stands in a table of events.
func (w *Weights) addPhrase(words, means string) {
	p := phrase{means: means}
	first, rest := "", words
	for rest != "" {
		end := strings.IndexAny(rest, "_+")
		if end < 0 {
			end = len(rest)
		}
		word := w.rootOf(rest[:end])
		if first == "" {
			first = word
		} else {
			p.rest = append(p.rest, part{word, words[len(words)-len(rest)-1] == '+'})
		}
		rest = rest[min(len(rest), end+1):]
	}
	w.phrases[first] = append(w.phrases[first], p)
}

// sortPhrases puts the longest first.
func (w *Weights) sortPhrases() {
	for _, list := range w.phrases {
		slices.SortStableFunc(list, func(a, b phrase) int { return cmp.Compare(len(b.rest), len(a.rest)) })
	}
}

// phraseReach is how many words may stand between two words of a phrase: "shut
// the substation down". Behind a function word only one may: "under house arrest".
const phraseReach = 3

// phrase is the word that can stand for the word at token i and those behind
// it, "" if there is none.
func (w *Weights) phrase(doc *text.Document, i, last int) string {
	means, _ := w.phraseAt(doc, i, last)
	return means
}

// phraseAt is phrase, and the further tokens of it.
func (w *Weights) phraseAt(doc *text.Document, i, last int) (means string, at []int) {
	word := text.Fold(doc.Of(i))
	reach := phraseReach
	switch tag := doc.Tokens[i].Tag; {
	case text.StopWord(word):
		reach = 1
	case tag != text.VERB && tag != text.NOUN && tag != text.ADJ:
		return "", nil
	}
	for _, p := range w.phrases[w.rootOf(word)] {
		if at := w.find(doc, p.rest, i+1, last, reach); at != nil {
			return p.means, at
		}
	}
	return "", nil
}

// find looks for the parts of a phrase from token k on, nil if they are not
// there. They stand in one clause: no verb but their own comes between, nor a mark.
func (w *Weights) find(doc *text.Document, rest []part, k, last, reach int) (at []int) {
	for _, p := range rest {
		end := min(last, k+1+reach)
		if p.next {
			end = min(last, k+1)
		}
		for ; ; k++ {
			if k >= end {
				return nil
			}
			if w.rootOf(text.Fold(doc.Of(k))) == p.root {
				break
			}
			if t := doc.Tokens[k].Tag; t == text.VERB || t == text.PUNCT {
				return nil
			}
		}
		at = append(at, k)
		k++
	}
	return at
}
