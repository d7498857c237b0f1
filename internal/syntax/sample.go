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

// ownSample is the sentence in the tokens of package text, so that the tagger
// learns them as it will meet them: treebanks part "long-range" in three, we
// keep it in one. A token of several words takes the tag of their head. ok is
// false where the two cannot be aligned or do not differ.
func ownSample(s *treeSentence) (out sample, ok bool) {
	if !s.placed() {
		return out, false
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
			return out, false
		}
		if last-first > 1 || s.words[first].form != doc.Of(i) {
			differs = true
		}
		out.forms = append(out.forms, doc.Of(i))
		out.tags = append(out.tags, tagOfSeveral(s.words, first, last, t.Kind))
	}
	return out, differs
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
