package claims

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hearsay/internal/text"
)

//go:embed frequency.txt.gz
var frequencies []byte

const (
	nameWeight   = 1.0 // of a whole name
	numberWeight = 0.8
	rareWeight   = 1.1 // of a word that the table does not hold
)

// Weights says how much a word tells: rare words tell more.
type Weights struct {
	zipf     map[string]float64
	related  map[string][]relation
	opposite map[string][]string // of roots, both ways
	phrases  map[string][]phrase // by the root of the first word, the longest first
	roots    *text.Memo[string]
	vectors  *vectors
}

// LoadWeights unpacks the tables that the binary carries: English word
// frequencies (28,000 words, from wordfreq; see NOTICE), related words and
// opposites.
func LoadWeights() (*Weights, error) { return loadWeights(rootsIn(rootLines)) }

// loadWeights is LoadWeights with a way to find the root of a word.
func loadWeights(root func(word string) string) (*Weights, error) {
	w := &Weights{zipf: make(map[string]float64, 30000), roots: text.NewMemo(root)}
	err := eachLine(frequencies, func(fields []string) error {
		zipf, err := strconv.ParseFloat(fields[0], 64)
		for _, word := range fields[1:] {
			w.zipf[word] = zipf
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("word frequencies: %w", err)
	}
	if err := w.loadRelated(); err != nil {
		return nil, err
	}
	w.vectors, err = readVectors(packedVectors)
	return w, err
}

// Of is the weight of a folded word: 0.25 for the most frequent content words
// up to rareWeight for words that the table does not hold. One Zipf unit is a
// factor of ten in frequency.
func (w *Weights) Of(word string) float64 {
	switch {
	case light[word]:
		return lightWeight
	case circumstance[word]:
		return circumstanceWeight
	}
	zipf, ok := w.zipf[word]
	if !ok {
		return rareWeight
	}
	return min(rareWeight, max(0.25, 1.1-0.27*(zipf-3)))
}

const (
	lightWeight        = 0.2
	circumstanceWeight = 0.3
)

// light verbs lend their noun or adjective a verb and tell nothing themselves:
// "fall ill", "be taken ill", "give notice".
var light = setOf("fall", "fell", "fallen", "falls", "falling", "take", "took", "taken", "takes", "taking", "give", "gave", "given",
	"gives", "giving", "get", "got", "gets", "getting", "go", "goes", "went", "gone", "going", "come", "came", "comes", "coming",
	"put", "puts", "make", "made", "makes", "making", "let", "lets", "become", "became", "becomes", "keep", "kept", "keeps",
	"happen", "happened", "happens", "stay", "stays", "stayed", "staying", "remain", "remains", "remained", "remaining", "begin", "began", "begun", "start", "started")

// circumstance words say when, which reports of the same thing put in or
// leave out.
var circumstance = func() map[string]bool {
	set := setOf("today", "yesterday", "tomorrow", "tonight", "noon", "midnight", "midday", "hour", "hours", "minute", "minutes", "day", "days",
		"week", "weeks", "weekend", "month", "months", "o'clock", "o’clock", "moment", "recently", "earlier", "later", "already", "next", "last")
	for _, w := range slices.Concat(monthNames, dayNames, dayParts) {
		set[w] = true
	}
	delete(set, "may") // a verb more often than a month
	return set
}()

func setOf(words ...string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}

// unhyphened is a folded word as it is spelled without its hyphens, if the table
// has that: a start-up is a startup, a cease-fire a ceasefire.
func (w *Weights) unhyphened(word string) string {
	if !strings.Contains(word, "-") {
		return word
	}
	joined := strings.ReplaceAll(word, "-", "")
	if _, ok := w.zipf[joined]; ok {
		return joined
	}
	return word
}

// clock tells whether a number before the word is a time of day.
func clock(word string) bool {
	switch word {
	case "o'clock", "o’clock", "a.m", "p.m", "a.m.", "p.m.", "am", "pm", "gmt", "utc":
		return true
	}
	return false
}

// endings are derivational: what is left names the same matter (treat,
// treatment; inspect, inspection), longest first.
var endings = [...]string{"ations", "ation", "itions", "ition", "ments", "ment", "ances", "ance", "ences", "ence", "ions", "ion", "als", "al", "ers", "er", "ors", "or", "ing", "ive", "e"}

// rootOf is root, remembered: finding a stem takes longer than all else that is
// done with a word.
func (w *Weights) rootOf(word string) string { return *w.roots.Of(word) }

// root is the form under which words are compared: the stem without a
// derivational ending, at least four letters of it.
func root(word string) string {
	word = strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s")
	if rest, ok := strings.CutPrefix(word, "re-"); ok {
		word = "re" + rest // "re-opened" is "reopened"
	}
	stem := text.Stem(word)
	for _, e := range endings {
		if left, ok := strings.CutSuffix(stem, e); ok && len(left) >= 4 {
			return left
		}
	}
	return stem
}
