package reuse

import (
	"slices"
	"strings"
)

// hedges are the phrases by which a speaker vouches for less than the rest of
// the sentence says, in folded words with their alternatives, the longest
// first.
var hedges = phraseList(
	"as|so far as i|we|one|anybody|anyone can|could see|tell|judge|say|remember", "as|so far as i|we know|knew|recall|remember",
	"to the best of my|our knowledge", "to my|our knowledge", "to my|our mind", "in my|our opinion|view|experience|judgement",
	"if i remember|recall rightly|correctly|well", "if i am|'m not mistaken", "if memory serves", "if you ask me|us",
	"if i had to guess", "for all i|we know", "as i|we understand it", "as i recall|remember",
	"from what i|we hear|heard|saw|understand|gather", "from what i|we have heard|seen|read",
	"i am|'m fairly|pretty|quite|reasonably sure|certain of that|it|this", "i am|'m fairly|pretty|quite|reasonably sure|certain",
	"we are|'re fairly|pretty|quite|reasonably sure|certain", "i may|might|could be wrong", "correct me if i am|'m wrong",
	"i would have thought|said", "i|we would|should|'d say|think|guess|imagine|suppose|expect",
	"i|we think|believe|suppose|guess|suspect|imagine|expect|assume|presume|reckon|gather|understand",
	"i seem to remember|recall", "i dare say", "i take it", "i am|was|'m told", "we are|were told", "so i|we am|are|was|were told",
	"it seems|seemed|appears|appeared", "it would seem|appear", "it may|might|could be that", "it looks|looked as if|though",
	"so it seems", "or so they|people say", "or so i|we think|believe|hear", "they|people say", "by the look|looks of it|things",
	"there is a chance that", "chances are", "at a guess", "give or take", "in a way|sense", "in theory|principle|part",
	"to some|an extent|degree", "in all likelihood|probability", "on the whole", "more or less", "sort|kind of", "a sort|kind of",
	"at least|most", "up to", "as much|many as", "not quite", "not necessarily", "most|very|quite likely|possibly|probably",
	"may|might|could well", "seems|seem|seemed|appears|appear|appeared|tends|tend to",
	"perhaps", "maybe", "possibly", "probably", "presumably", "apparently", "seemingly", "reportedly", "allegedly",
	"supposedly", "likely", "conceivably", "arguably", "almost", "nearly", "roughly", "approximately", "about", "around",
	"some", "mostly", "partly", "largely", "generally", "usually", "often", "sometimes", "occasionally", "virtually",
	"practically", "effectively", "somewhat", "fairly", "rather", "hardly", "barely", "potentially", "suspected",
	"alleged", "may", "might", "could",
	"ربما", "لعل", "اظن|واظن", "اعتقد", "قد", "يبدو", "تقريبا", "quiza|quizas", "acaso", "tal vez", "creo que", "creo",
	"me parece", "casi", "peut-etre", "je crois|pense", "il me semble", "presque", "vielleicht", "ich glaube",
	"wahrscheinlich", "может быть", "возможно", "наверное", "кажется", "почти",
)

// modals are hedges that belong to the verb behind them, and are hedges only
// if the other text has no modal at all.
var modals = wordSet("may might could")

// byNumber are hedges only before a number.
var byNumber = map[string]bool{"about": true, "around": true, "some": true, "up to": true, "at least": true,
	"at most": true, "as much as": true, "as many as": true}

var negations = wordSet("not n't never no none nobody nothing neither nor without cannot nowhere hardly لا لم لن ليس ما no " +
	"nunca ni jamas ne pas jamais nicht kein keine nie не нет никогда")

// hedgesBy are the hedges by each of their first words.
var hedgesBy = func() map[string][]phrase {
	by := map[string][]phrase{}
	for _, h := range hedges {
		for _, first := range h[0] {
			by[first] = append(by[first], h)
		}
	}
	return by
}()

// phrase is a row of words, each with its alternatives.
type phrase [][]string

func phraseList(specs ...string) []phrase {
	list := make([]phrase, len(specs))
	for i, spec := range specs {
		for w := range strings.FieldsSeq(spec) {
			list[i] = append(list[i], strings.Split(w, "|"))
		}
	}
	slices.SortStableFunc(list, func(a, b phrase) int { return len(b) - len(a) })
	return list
}

// begins tells whether words begin with the phrase.
func (p phrase) begins(words []string) bool {
	if len(words) < len(p) {
		return false
	}
	for i, alternatives := range p {
		if !slices.Contains(alternatives, words[i]) {
			return false
		}
	}
	return true
}

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// found is a hedge among words: words [from, to).
type found struct {
	from, to int
	modal    bool
}

// longestHedge is how many words a hedge may have with what belongs to it.
const longestHedge = 8

// hedgesIn finds the hedges among words [from, to). Their places count from
// there.
func (w lineWords) hedgesIn(from, to int) []found {
	var fs []found
	for i := from; i < to; i++ {
		n := w.hedgeAt(i, to)
		if n == 0 {
			continue
		}
		end := i + n
		if n > 1 && end < to && w.folded[end] == "that" {
			end++ // I think that
		}
		fs = append(fs, found{i - from, end - from, n == 1 && modals[w.folded[i]]})
		i = end - 1
	}
	return fs
}

// hedgeAt is the number of words of the hedge that begins at word i and ends
// by word to, 0 if there is none.
func (w lineWords) hedgeAt(i, to int) int {
	for _, h := range hedgesBy[w.folded[i]] {
		if !h.begins(w.folded[i:to]) {
			continue
		}
		if byNumber[strings.Join(w.folded[i:i+len(h)], " ")] && !w.isNumber(i+len(h)) || w.folded[i] == "may" && isCapital(w.printed[i]) {
			continue // about the bridge; the month
		}
		return len(h)
	}
	return 0
}
