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
	sourceElsewhere                 // is the body or the document that the quotation has as its source in another paragraph
	wasCalledBack                   // by the turn behind
	isPresent                       // meant in the paragraphs before
	presentOften                    // and how often named, as a logarithm
	presentSilent                   // and described, without having spoken
	inScene                         // meant not many sentences before, those of talk left out
	inSceneSilent                   // and described, without having spoken
	asksByTrade                     // a question, and to ask is what he or she is there for
	tellsByTrade                    // or anything else
	asksAsEver                      // a question, and has asked nothing but questions around
	tellsForOnce                    // or anything else
	asksForOnce                     // a question, and has asked none around
	wasFaced                        // by whoever spoke the turn before, in the words that led to it
	calledLikewise                  // "sir" by the turn before or behind
	calledOtherwise                 // of the other gender
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
	addsOn         // and the cue says that somebody goes on
	repliesOneself // or answers
	takesTurns
	takesTurnsApart
	signs
)

// evidence is how much of each sign holds of somebody.
type evidence [signs]float64

// signTable gives each sign its name in voices.txt, and what it counts for before
// anything is learnt.
var signTable = [signs]struct {
	name  string
	prior float64
}{
	ledInSentence:       {"led-in-sentence", 3.2},
	ledInSentenceOther:  {"led-in-sentence-other", 3.2},
	ledInParagraph:      {"led-in-paragraph", 3.0},
	ledInParagraphOther: {"led-in-paragraph-other", 3.0},
	ledFromAbove:        {"led-from-above", 2.2},
	ledFromAboveOther:   {"led-from-above-other", 2.2},
	ledFromFar:          {"led-from-far", 0.7},
	ledFromFarOther:     {"led-from-far-other", 0.7},
	wasAsked:            {"was-asked", 3.0},
	wasQuestioned:       {"was-questioned", 2.0},
	didAsk:              {"did-ask", -4.0},
	wasAddressed:        {"was-addressed", 3.0},
	addresses:           {"addresses", -5.0},
	sourceElsewhere:     {"source-elsewhere", 3},
	wasCalledBack:       {"was-called-back", 1.5},
	isPresent:           {"is-present", 0.9},
	presentOften:        {"present-often", 0.27},
	presentSilent:       {"present-silent", -0.36},
	inScene:             {"in-scene", 1},
	inSceneSilent:       {"in-scene-silent", 0},
	asksByTrade:         {"asks-by-trade", 0.8},
	tellsByTrade:        {"tells-by-trade", -0.5},
	asksAsEver:          {"asks-as-ever", 0.8},
	tellsForOnce:        {"tells-for-once", -0.5},
	asksForOnce:         {"asks-for-once", -0.4},
	wasFaced:            {"was-faced", 0.8},
	calledLikewise:      {"called-likewise", 0.8},
	calledOtherwise:     {"called-otherwise", -1.5},
	speaksOf:            {"speaks-of", -2.5},
	speaksAs:            {"speaks-as", 4.0},
	beatBehind:          {"beat-behind", 1.2},
	toldByPronoun:       {"told-by-pronoun", 2.5},
	pronounFits:         {"pronoun-fits", 1.0},
	meantAtFirst:        {"meant-at-first", 0.1},
	manyAsOne:           {"many-as-one", -3.0},
	manyAtAll:           {"many-at-all", -0.7},
	nobodyAtAll:         {"nobody-at-all", 0.9},
	nobodyMeant:         {"nobody-meant", 0.3},
	sameAbutting:        {"same-abutting", -2},
	sameBeside:          {"same-beside", 1.2},
	sameGoingOn:         {"same-going-on", 1.2},
	sameFollowing:       {"same-following", -2},
	sameNearAsked:       {"same-near-asked", -0.5},
	answersOneself:      {"answers-oneself", -1},
	addsOn:              {"adds-on", 1.5},
	repliesOneself:      {"replies-oneself", -1.5},
	takesTurns:          {"takes-turns", 1.5},
	takesTurnsApart:     {"takes-turns-apart", 0.5},
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
		slots["turn/"+signTable[s].name] = &w.signs[s]
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
		if _, err := fmt.Fprintf(out, "turn/%s %.3f\n", signTable[s].name, v); err != nil {
			return err
		}
	}
	return nil
}
