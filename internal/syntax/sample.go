package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/internal/text"
)

// sample is a sentence to learn tags from.
type sample struct {
	forms []string
	tags  []text.Tag
}

func goldSample(s *treeSentence) sample {
	var out sample
	for _, w := range s.words {
		out.forms = append(out.forms, w.form)
		out.tags = append(out.tags, w.tag)
	}
	return out
}

// run is a token of ours: the words [first, last) of a treebank.
type run struct {
	form        string
	kind        text.TokenKind
	first, last int
}

// ownTokens are the tokens of package text, so that tagger and parser learn
// them as they will meet them: treebanks part "long-range" in three, we keep it
// in one. ok is false where the two cannot be aligned or do not differ.
func ownTokens(s *treeSentence) (runs []run, ok bool) {
	if !s.placed() {
		return nil, false
	}
	doc := text.Parse(s.text, "en")
	first, differs := 0, false
	for i, t := range doc.Tokens {
		for first < len(s.words) && s.words[first].end <= int(t.Start) {
			first++
		}
		last := first
		for last < len(s.words) && s.words[last].start < int(t.End) {
			last++
		}
		if first == last {
			return nil, false
		}
		if last-first > 1 || s.words[first].form != doc.Of(i) {
			differs = true
		}
		runs = append(runs, run{doc.Of(i), t.Kind, first, last})
	}
	return runs, differs
}

// ownSample is the sentence in our tokens. A token of several words takes the
// tag of their head.
func ownSample(s *treeSentence) (out sample, ok bool) {
	runs, ok := ownTokens(s)
	for _, r := range runs {
		out.forms = append(out.forms, r.form)
		out.tags = append(out.tags, tagOfSeveral(s.words, r.first, r.last, r.kind))
	}
	return out, ok
}

func goldTree(s *treeSentence) treeSample {
	out := treeSample{sample: goldSample(s)}
	for _, w := range s.words {
		head := int32(w.head)
		if head < 0 {
			head = int32(len(s.words))
		}
		out.heads = append(out.heads, head)
		out.relations = append(out.relations, w.relation)
	}
	return out
}

// ownTree is the tree in our tokens. A token of several words hangs where their
// head hangs; ok is false where no word, or one that we have parted, is to be
// hung, and where the result is no tree.
func ownTree(s *treeSentence) (out treeSample, ok bool) {
	runs, ok := ownTokens(s)
	if !ok {
		return out, false
	}
	tokenOf := make([]int32, len(s.words)+1)
	for k := range tokenOf {
		tokenOf[k] = -1
	}
	for i, r := range runs {
		for k := r.first; k < r.last; k++ {
			if tokenOf[k] >= 0 {
				return out, false
			}
			tokenOf[k] = int32(i)
		}
	}
	out.sample, _ = ownSample(s)
	for _, r := range runs {
		w := s.words[headOfSeveral(s.words, r.first, r.last)]
		head := int32(len(runs))
		if w.head >= 0 {
			head = tokenOf[w.head]
		}
		if head < 0 {
			return out, false
		}
		out.heads = append(out.heads, head)
		out.relations = append(out.relations, w.relation)
	}
	return out, out.isTree()
}

// isTree tells whether one word hangs on the root and all others below it.
func (s *treeSample) isTree() bool {
	roots := 0
	for i := range s.heads {
		at, steps := int32(i), 0
		for at < int32(len(s.heads)) && steps <= len(s.heads) {
			at, steps = s.heads[at], steps+1
		}
		if at < int32(len(s.heads)) {
			return false
		}
		if s.heads[i] == at {
			roots++
		}
	}
	return roots == 1
}

// headOfSeveral is the first of the words [first, last) whose head is none of
// them, punctuation only if there is nothing else.
func headOfSeveral(words []treeWord, first, last int) int {
	best := -1
	for i := first; i < last; i++ {
		if h := words[i].head; h >= first && h < last {
			continue
		}
		if words[i].tag != text.PUNCT {
			return i
		}
		if best < 0 {
			best = i
		}
	}
	return max(best, first)
}

// tagOfSeveral is the tag of the words [first, last) as one token.
func tagOfSeveral(words []treeWord, first, last int, kind text.TokenKind) text.Tag {
	for i := first; i < last; i++ {
		if h := words[i].head; (h < first || h >= last) && words[i].tag != text.PUNCT {
			return words[i].tag
		}
	}
	if kind == text.Punct && words[first].tag != text.SYM {
		return text.PUNCT
	}
	return words[first].tag
}

// samples are what the tagger learns from: every sentence as the treebank has
// it and, where they differ, in our tokens; some again in lower case, as people
// post, and some with the capitals of headlines.
func samples(trees []treeSentence) []sample {
	var out []sample
	for i := range trees {
		gold := goldSample(&trees[i])
		out = append(out, gold)
		if trees[i].twice {
			out = append(out, gold)
		}
		own, ok := ownSample(&trees[i])
		if ok {
			out = append(out, own)
		} else {
			own = gold
		}
		switch i % 12 {
		case 0, 6:
			out = append(out, own.recased(strings.ToLower))
		case 3:
			out = append(out, own.recased(titleCase))
		case 9:
			if i%24 == 9 {
				out = append(out, own.recased(strings.ToUpper))
			}
		}
	}
	return out
}

func (s sample) recased(as func(string) string) sample {
	out := sample{tags: s.tags}
	for _, f := range s.forms {
		out.forms = append(out.forms, as(f))
	}
	return out
}

// titleCase writes words of four letters and more, and short ones that are no
// function words, with a capital, as headlines do.
func titleCase(word string) string {
	if len(word) < 4 && text.StopWord(word) {
		return word
	}
	r, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(r)) + word[size:]
}
