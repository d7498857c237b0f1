package names

import (
	_ "embed"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
)

// sign is something that tells for or against somebody as the speaker of a turn.
type sign int

const (
	ledInSentence       sign = iota // subject of the sentence of the quotation, before it
	ledInSentenceOther              // or meant in it
	ledInParagraph                  // of the sentence before it
	ledInParagraphOther             //
	ledFromAbove                    // at the end of the paragraph before
	ledFromAboveOther               //
	ledFromFar                      // in the paragraph before that
	ledFromFarOther                 //
	wasAsked                        // by the words that lead to the turn
	wasQuestioned                   // by a question of the report itself
	didAsk                          // in the words that lead to the turn
	wasAddressed                    // by the turn before
	addresses                       // in the turn itself
	wasCalledBack                   // by the turn behind
	isPresent                       // meant in the paragraphs before
	presentOften                    // and how often named, as a logarithm
	presentSilent                   // and described, without having spoken
	speaksOf                        // somebody by name
	speaksAs                        // "I'm Polly"
	beatBehind                      // who does something right behind the turn
	toldByPronoun                   // one of those whom "he" or "she" can mean
	pronounFits                     // how well
	meantAtFirst                    // by the pronoun, as it is read
	manyAsOne                       // several people, who say "I"
	manyAtAll
	nobodyAtAll // what has to be outweighed
	nobodyMeant // by a pronoun

	sameAbutting // spoke the turn before, with nothing between
	sameBeside   // in one paragraph
	sameGoingOn
	sameFollowing // in the paragraph before
	sameNearAsked
	answersOneself
	takesTurns
	takesTurnsApart
	signs
)

// evidence is how much of each sign holds of somebody.
type evidence [signs]float64

var signNames = [signs]string{
	"led-in-sentence", "led-in-sentence-other", "led-in-paragraph", "led-in-paragraph-other", "led-from-above", "led-from-above-other",
	"led-from-far", "led-from-far-other", "was-asked", "was-questioned", "did-ask", "was-addressed", "addresses", "was-called-back",
	"is-present", "present-often", "present-silent", "speaks-of", "speaks-as", "beat-behind", "told-by-pronoun", "pronoun-fits",
	"meant-at-first", "many-as-one", "many-at-all", "nobody-at-all", "nobody-meant", "same-abutting", "same-beside", "same-going-on",
	"same-following", "same-near-asked", "answers-oneself", "takes-turns", "takes-turns-apart",
}

var traitNames = [traits]string{
	"same-sentence", "one-back", "two-back", "three-back", "six-back", "far-back", "same-paragraph", "spoke", "in-passing",
	"first-of-sentence", "of-gender", "sounds-of-gender", "is-described", "is-silent", "spoke-last", "holds-floor", "opened-paragraph",
	"spoke-before-break", "subject-before", "latest", "subject-here", "times-subject", "times-named",
}

// voiceWeights are what traits of antecedents and signs of speakers count for.
type voiceWeights struct {
	traits [traits]float64
	signs  [signs]float64
}

// voicesFile holds the weights, a name and a number on a line. They are fitted
// by TrainVoices.
//
//go:embed voices.txt
var voicesFile string

var committedVoices = sync.OnceValue(func() *voiceWeights {
	w, err := parseVoices(voicesFile)
	if err != nil {
		panic(err)
	}
	return w
})

func parseVoices(file string) (*voiceWeights, error) {
	w := &voiceWeights{}
	slots := w.slots()
	for line := range strings.Lines(file) {
		name, number, _ := strings.Cut(strings.TrimSpace(line), " ")
		slot := slots[name]
		v, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
		if slot == nil || err != nil {
			return nil, fmt.Errorf("weights of voices: line %q", line)
		}
		*slot = v
		delete(slots, name)
	}
	if len(slots) > 0 {
		return nil, fmt.Errorf("weights of voices: %d are missing", len(slots))
	}
	return w, nil
}

// slots are the weights by their names.
func (w *voiceWeights) slots() map[string]*float64 {
	slots := map[string]*float64{}
	for t := range w.traits {
		slots["antecedent/"+traitNames[t]] = &w.traits[t]
	}
	for s := range w.signs {
		slots["turn/"+signNames[s]] = &w.signs[s]
	}
	return slots
}

// Write writes the weights as voices.txt has them.
func (w *voiceWeights) Write(out io.Writer) error {
	for t, v := range w.traits {
		if _, err := fmt.Fprintf(out, "antecedent/%s %.3f\n", traitNames[t], v); err != nil {
			return err
		}
	}
	for s, v := range w.signs {
		if _, err := fmt.Fprintf(out, "turn/%s %.3f\n", signNames[s], v); err != nil {
			return err
		}
	}
	return nil
}
