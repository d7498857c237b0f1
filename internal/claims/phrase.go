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

// addPhrases enters phrases as they stand in the table of events, each with the
// first words of its lines.
func (w *Weights) addPhrases(heads map[string][]string) {
	w.phrases = map[string][]phrase{}
	for words, means := range heads {
		first, rest := w.parts(words)
		p := phrase{rest, means[0]}
		if len(means) > 1 {
			p.means = single(words)
			if _, known := w.zipf[p.means]; !known {
				w.zipf[p.means] = w.zipf[means[0]]
			}
		}
		w.phrases[first] = append(w.phrases[first], p)
	}
	for _, list := range w.phrases {
		slices.SortFunc(list, func(a, b phrase) int {
			return cmp.Or(cmp.Compare(len(b.rest), len(a.rest)), slices.CompareFunc(a.rest, b.rest, part.compare))
		})
	}
}

// parts are the roots of a phrase.
func (w *Weights) parts(words string) (first string, rest []part) {
	for i, c := range words {
		if c == '_' || c == '+' {
			word, _, _ := strings.Cut(strings.ReplaceAll(words[i+1:], "+", "_"), "_")
			rest = append(rest, part{w.rootOf(word), c == '+'})
		}
	}
	return w.rootOf(words[:strings.IndexAny(words, "_+")]), rest
}

func (p part) compare(other part) int {
	switch {
	case p.next == other.next:
		return strings.Compare(p.root, other.root)
	case p.next:
		return -1
	}
	return 1
}

// single is a phrase as one word, or a word.
func single(words string) string { return joints.Replace(words) }

var joints = strings.NewReplacer("_", "", "+", "")

// phraseReach is how many words may stand between two words of a phrase: "shut
// the substation down". Behind a function word only one may: "under house arrest".
const phraseReach = 3

// phrase is the word that can stand for the word at token i and those behind
// it, "" if there is none.
func (w *Weights) phrase(doc *text.Document, i, last int) string {
	means, _ := w.phraseAt(doc, i, last)
	return means
}

// phraseAt is phrase, and the further tokens of it: of several phrases the
// longest, and of these the one that ends first.
func (w *Weights) phraseAt(doc *text.Document, i, last int) (means string, at []int) {
	word := text.Fold(doc.Of(i))
	reach := phraseReach
	switch tag := doc.Tokens[i].Tag; {
	case text.StopWord(word) && tag != text.VERB:
		reach = 1
	case tag != text.VERB && tag != text.NOUN && tag != text.ADJ:
		return "", nil
	}
	behind := ahead{weights: w, doc: doc, from: i + 1}
	for _, p := range w.phrases[w.rootOf(word)] {
		if len(p.rest) < len(at) {
			break
		}
		here := behind.find(p.rest, last, reach)
		if here != nil && (at == nil || here[len(here)-1] < at[len(at)-1]) {
			means, at = p.means, here
		}
	}
	return means, at
}

// ahead is what stands behind a word that may begin a phrase: many phrases begin
// with one word, and each looks at the same ones.
type ahead struct {
	weights *Weights
	doc     *text.Document
	from    int        // token
	roots   [16]string // of the tokens from there on, as far as somebody asked
}

// root is the root of token k.
func (a *ahead) root(k int) string {
	if k-a.from >= len(a.roots) {
		return a.weights.rootOf(text.Fold(a.doc.Of(k)))
	}
	known := &a.roots[k-a.from]
	if *known == "" {
		*known = a.weights.rootOf(text.Fold(a.doc.Of(k)))
	}
	return *known
}

// find looks for the parts of a phrase, nil if they are not there. They stand in
// one clause: no verb but their own comes between, nor a mark.
func (a *ahead) find(rest []part, last, reach int) (at []int) {
	doc, k := a.doc, a.from
	for i, p := range rest {
		from, end := k, min(last, k+1+reach)
		if p.next {
			end = min(last, k+1)
		}
		for ; ; k++ {
			if k >= end {
				return nil
			}
			if a.root(k) == p.root && (k == from || i < len(rest)-1 || !governs(doc, k, last)) {
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

// governs tells whether the word at token k is a preposition with what it
// governs behind it: "in the raid".
func governs(doc *text.Document, k, last int) bool {
	switch text.Fold(doc.Of(k)) {
	case "in", "on", "over", "by", "to", "through", "under", "at", "for", "with", "off":
	default:
		return false
	}
	if k+1 >= last {
		return false
	}
	switch doc.Tokens[k+1].Tag {
	case text.DET, text.ADJ, text.NOUN, text.PROPN, text.PRON, text.NUM:
		return true
	}
	return false
}
