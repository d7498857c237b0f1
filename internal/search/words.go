package search

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"hearsay/internal/query"
	"hearsay/internal/store"
	"hearsay/internal/text"
)

// wanted is one word or phrase that hits must hold, with what may stand for
// it.
type wanted struct {
	leaf   query.Node
	tokens []string // folded
	forms  []string // of a single word, folded, without the word itself
	near   []string
}

// word is the single folded word that w asks for, "" if it asks for several
// or is a phrase, which means what it says.
func (w *wanted) word() string {
	if _, ok := w.leaf.(*query.Word); ok && len(w.tokens) == 1 {
		return w.tokens[0]
	}
	return ""
}

// rare is in how many reports a word may occur and still be taken for a slip
// of the pen, and maxVariants how many spellings are tried.
const (
	rare        = 3
	maxVariants = 30
)

// asTyped lists the words of the query; the first tier is the query itself.
func (s *run) asTyped(context.Context) (bool, error) {
	leaves, negated := query.Leaves(s.query)
	for i, leaf := range leaves {
		var said string
		switch n := leaf.(type) {
		case *query.Word:
			said = n.Text
		case *query.Phrase:
			said = n.Text
		}
		if tokens := tokensOf(said); len(tokens) > 0 && !negated[i] {
			s.words = append(s.words, &wanted{leaf: leaf, tokens: foldedTokens(said, tokens)})
		}
	}
	return true, nil
}

// forms adds the other forms of each word that the reports hold.
func (s *run) forms(ctx context.Context) (wider bool, err error) {
	for _, w := range s.words {
		if word := w.word(); word != "" {
			if w.forms, err = s.formsOf(ctx, word); err != nil {
				return false, err
			}
			wider = wider || len(w.forms) > 0
		}
	}
	for _, f := range s.fields {
		wider = wider || len(f.alike) > 0
	}
	return wider, nil
}

func (s *run) formsOf(ctx context.Context, word string) ([]string, error) {
	if isArabic(word) {
		return arabicForms(word), nil
	}
	stem := text.Stem(word)
	if utf8.RuneCountInString(word) < 3 || stem == "" {
		return nil, nil
	}
	regular, err := s.db.WordsFrom(ctx, []string{stem[:min(len(stem), 3)]}, len(stem), len(stem)+6)
	if err != nil {
		return nil, err
	}
	irregular, err := s.db.Words(ctx, text.IrregularForms(lemmaOf(word)))
	var forms []string
	for _, w := range append(irregular, regular...) {
		if w.Term != word && text.Stem(w.Term) == stem && len(forms) < maxVariants {
			forms = append(forms, w.Term)
		}
	}
	return forms, err
}

// lemmaOf is the word of which word is an irregular form, else the word.
func lemmaOf(word string) string {
	if lemma, ok := text.Irregular(word); ok {
		return lemma
	}
	return word
}

// near adds, for words that hardly occur, words that are spelt nearly the
// same. It is the last resort: with a page full of hits nothing is added.
func (s *run) near(ctx context.Context) (wider bool, err error) {
	if len(s.hits) >= s.limit {
		return false, nil
	}
	for _, w := range s.words {
		word := w.word()
		if word == "" {
			continue
		}
		if w.near, err = s.nearWords(ctx, word, w.forms); err != nil {
			return false, err
		}
		wider = wider || len(w.near) > 0
	}
	return wider, nil
}

func (s *run) nearWords(ctx context.Context, word string, forms []string) ([]string, error) {
	known, err := s.db.Words(ctx, append([]string{word}, forms...))
	if err != nil {
		return nil, err
	}
	frequency := 0
	for _, w := range known {
		frequency += w.Reports
	}
	if frequency == 0 {
		s.absent = append(s.absent, word)
	}
	n := utf8.RuneCountInString(word)
	if frequency >= rare || n < 4 {
		return nil, nil
	}
	first, _ := utf8.DecodeRuneInString(word)
	near, err := s.db.WordsFrom(ctx, beginnings(first), max(3, n-2), n+2)
	if err != nil {
		return nil, err
	}
	near = slices.DeleteFunc(near, func(w store.Word) bool {
		return w.Term == word || slices.Contains(forms, w.Term) || !spelledAlike(word, w.Term)
	})
	slices.SortStableFunc(near, func(a, b store.Word) int { return b.Reports - a.Reports })
	var terms []string
	for _, w := range near[:min(len(near), maxVariants)] {
		terms = append(terms, w.Term)
	}
	return terms, nil
}

// spelledAlike tells whether two words are a slip or a sound apart: one edit,
// two in a long word, or the same consonants as one speller or another writes
// them (Kassem, Qasim).
func spelledAlike(a, b string) bool {
	allowed := 1
	if utf8.RuneCountInString(a) >= 8 {
		allowed = 2
	}
	if levenshtein.ComputeDistance(a, b) <= allowed {
		return true
	}
	sound := consonants(a)
	return len(sound) >= 3 && sound == consonants(b)
}

var spellers = strings.NewReplacer("ck", "k", "ch", "k", "kh", "k", "gh", "g", "ph", "f", "sh", "s", "th", "t", "q", "k", "c", "k", "x", "ks", "z", "s", "v", "f", "w", "f")

// consonants is what is left of a folded word when spellers of names stop
// disagreeing about it.
func consonants(word string) string {
	var b strings.Builder
	last := rune(0)
	for _, r := range spellers.Replace(word) {
		if r != last && !strings.ContainsRune("aeiouyh", r) {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// beginnings are the letters with which spellings of one word may begin.
func beginnings(first rune) []string {
	for _, group := range []string{"ckq", "ou", "ei", "jgy", "sz", "fpv", "vw"} {
		if strings.ContainsRune(group, first) {
			return strings.Split(group, "")
		}
	}
	return []string{string(first)}
}

// arabicForms are a word with and without the article and the particles that
// are written to it.
func arabicForms(word string) []string {
	base := word
	for _, p := range []string{"وال", "بال", "فال", "كال", "لل", "ال"} {
		if rest, ok := strings.CutPrefix(word, p); ok && utf8.RuneCountInString(rest) >= 3 {
			base = rest
			break
		}
	}
	var forms []string
	for _, p := range []string{"", "ال", "وال", "بال", "لل", "و", "ب", "ل"} {
		if p+base != word {
			forms = append(forms, p+base)
		}
	}
	return forms
}

func isArabic(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.Is(unicode.Arabic, r)
}

// widened is the query in which each word may be any of its variants so far.
func (s *run) widened() query.Node {
	variants := map[query.Node]*wanted{}
	for _, w := range s.words {
		variants[w.leaf] = w
	}
	return query.Rewrite(s.query, func(leaf query.Node, _ bool) query.Node {
		w := variants[leaf]
		if w == nil || len(w.forms)+len(w.near) == 0 {
			return leaf
		}
		or := &query.Or{Of: []query.Node{leaf}}
		for _, v := range append(slices.Clone(w.forms), w.near...) {
			or.Of = append(or.Of, &query.Word{Text: v})
		}
		return or
	})
}
