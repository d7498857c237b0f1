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
	words, err := s.db.WordsFrom(ctx, prefixes(word[:1], stem[:1]))
	var forms []string
	for _, w := range words {
		if w.Term != word && sameStem(w.Term, stem) && len(forms) < maxVariants {
			forms = append(forms, w.Term)
		}
	}
	return forms, err
}

// sameStem is text.Stem(term) == stem, with the costly part left out for
// words that cannot meet: a regular form begins as its stem does.
func sameStem(term, stem string) bool {
	begin := stem[:min(len(stem), 3)]
	if lemma, ok := text.Irregular(term); ok {
		return strings.HasPrefix(lemma, stem[:1]) && text.Stem(term) == stem
	}
	return strings.HasPrefix(term, begin) && len(term) <= len(stem)+6 && text.Stem(term) == stem
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
	first, _ := utf8.DecodeRuneInString(word)
	words, err := s.db.WordsFrom(ctx, beginnings(first))
	if err != nil {
		return nil, err
	}
	frequency := 0
	var near []store.Word
	for _, w := range words {
		switch {
		case w.Term == word || slices.Contains(forms, w.Term):
			frequency += w.Reports
		case spelledAlike(word, w.Term):
			near = append(near, w)
		}
	}
	if frequency == 0 {
		s.absent = append(s.absent, word)
	}
	if frequency >= rare || utf8.RuneCountInString(word) < 4 {
		return nil, nil
	}
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
	n, m := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	if n-m > 2 || m-n > 2 || m < 3 {
		return false
	}
	allowed := 1
	if n >= 8 {
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

func prefixes(list ...string) []string {
	slices.Sort(list)
	return slices.Compact(list)
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
