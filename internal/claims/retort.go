package claims

import (
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

// retortWords is the most words that a bare retort has; a longer content says
// more than that something is not so.
const retortWords = 10

// Retort tells whether a content only says that what was told before is not
// so: "that is nonsense", "the reports are false", "he has done no such
// thing". Who says so denies it.
func Retort(doc *text.Document, content []hearsay.Span) bool {
	var words []string
	for _, span := range content {
		first, last := tokens(doc, span)
		for i := first; i < last; i++ {
			if k := doc.Tokens[i].Kind; k == text.Word || k == text.Number {
				words = append(words, text.Fold(doc.Of(i)))
			}
		}
	}
	if len(words) < 3 || len(words) > retortWords {
		return false
	}
	said := " " + strings.Join(words, " ") + " "
	for _, frame := range []string{" no such thing ", " nothing of the kind ", " nothing of the sort ", " not a word of "} {
		if strings.Contains(said, frame) {
			return true
		}
	}
	return pointedUntrue(words) || groundless(words) || elliptic(words)
}

// elliptic tells whether the words only negate a verb that stands before them:
// "it has not", "the company did not".
func elliptic(words []string) bool {
	n := len(words)
	not := words[n-1] == "not" || words[n-1] == "n't" || words[n-1] == "n’t"
	if !not || n > 5 || !leftAlone[words[n-2]] {
		return false
	}
	subject := words[:n-2]
	if subject[0] == "that" && len(subject) > 1 {
		subject = subject[1:]
	}
	switch subject[0] {
	case "it", "he", "she", "they", "we", "i", "this", "none":
		return len(subject) == 1
	case "the", "its", "his", "her", "their":
		return len(subject) == 2
	}
	return false
}

// leftAlone are auxiliaries, which stand for the verb before.
var leftAlone = setOf("has", "have", "had", "did", "does", "do", "is", "was", "were", "are")

// pointedUntrue tells whether the words are a pointer, a form of "be", and a
// word for what is not so.
func pointedUntrue(words []string) bool {
	i := 0
	for i < len(words) && opening[words[i]] {
		i++
	}
	subject := i
	for i < len(words) && pointedAt(words[i]) {
		i++
	}
	if i == subject || i >= len(words) || !being[words[i]] {
		return false
	}
	not := false
	for i++; i < len(words) && (filling[words[i]] || words[i] == "not" || words[i] == "n't"); i++ {
		not = not || !filling[words[i]]
	}
	if i+1 < len(words) && !behindJudgement[words[i+1]] {
		return false // the wrong man, a fake passport
	}
	return i < len(words) && (!not && untrueWords[words[i]] || not && trueWords[words[i]])
}

// behindJudgement are words that go on behind a word for what is not so.
var behindJudgement = setOf("and", "or", "but", "from", "in", "as", "to", "at", "on", "that", "told", "spread", "put", "invented", "made", "by", "about",
	"for", "with", "because", "again", "too", "either", "he", "she", "it", "they", "we", "i", "of", "however", "today", "anyway", "then", "now")

func pointedAt(word string) bool {
	return determining[word] || pointers[root(word)] && word != "matter"
}

var (
	opening     = setOf("no", "well", "but", "and", "so", "oh")
	determining = setOf("the", "these", "those", "this", "that", "it", "they", "all", "of", "both", "such", "which", "everything", "said", "saying",
		"published", "media", "press", "newspaper's", "paper's")
	being   = setOf("is", "are", "was", "were", "'s", "’s", "be", "been", "being", "'re", "’re")
	filling = setOf("simply", "completely", "utterly", "totally", "entirely", "just", "all", "a", "an", "the", "pure", "plain", "complete",
		"absolute", "absolutely", "total", "utter", "quite", "wholly", "of", "course", "clearly", "demonstrably", "patently", "outright", "plainly")
	untrueWords = setOf("false", "untrue", "wrong", "nonsense", "rubbish", "lie", "lies", "fabrication", "fabrications", "fabricated", "invented",
		"invention", "inventions", "baseless", "unfounded", "groundless", "incorrect", "fiction", "fake", "bunkum", "fantasy", "hoax",
		"myth", "fable", "canard", "inaccurate", "mistaken", "libel", "slander", "falsehood", "falsehoods", "untruth", "untruths")
	trueWords = setOf("true", "so", "right", "correct", "case", "accurate")
)
