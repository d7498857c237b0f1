package reuse

import (
	"slices"
	"strings"
)

// hedges are the phrases by which a speaker vouches for less than the rest of
// the sentence says, in folded words. Longer ones come before those that they
// begin with.
var hedges = phraseList(
	"i would have thought", "i would have said", "as far as i know", "as far as we know", "as far as i can tell",
	"to the best of my knowledge", "to my knowledge", "in my opinion", "in my view", "in our view", "in our opinion",
	"if i remember rightly", "if i remember correctly", "if i am not mistaken", "if i 'm not mistaken",
	"i would say", "i 'd say", "we would say", "i should say", "i should think", "i would think", "i would guess",
	"i 'd guess", "i think", "we think", "i believe", "we believe", "i suppose", "we suppose", "i guess", "i suspect",
	"we suspect", "i imagine", "i expect", "i assume", "we assume", "i fear", "i gather", "i understand", "it seems",
	"it appears", "it would seem", "it would appear", "so it seems", "so they say", "they say", "i am told", "i 'm told",
	"i heard", "more or less", "sort of", "kind of", "a kind of", "at least", "up to", "as much as", "as many as",
	"not quite", "in all likelihood", "in part",
	"seems to", "seem to", "seemed to", "appears to", "appear to", "appeared to", "tends to", "tend to",
	"perhaps", "maybe", "possibly", "probably", "presumably", "apparently", "seemingly", "reportedly", "allegedly",
	"supposedly", "likely", "conceivably", "arguably", "almost", "nearly", "roughly", "approximately", "about", "around",
	"some", "mostly", "partly", "largely", "generally", "usually", "often", "sometimes", "occasionally", "virtually",
	"practically", "effectively", "somewhat", "fairly", "rather", "hardly", "barely", "potentially", "suspected",
	"alleged", "may", "might", "could",
	"ربما", "لعل", "اظن", "واظن", "اعتقد", "قد", "يبدو", "تقريبا", "quiza", "quizas", "acaso", "tal vez", "creo que", "creo",
	"me parece", "casi", "peut-etre", "je crois", "je pense", "il me semble", "presque", "vielleicht", "ich glaube",
	"wahrscheinlich", "fast", "может быть", "возможно", "наверное", "кажется", "почти",
)

// modals are hedges that belong to the verb behind them, and are hedges only
// if the other text has no modal at all.
var modals = wordSet("may might could")

// byNumber are hedges only before a number.
var byNumber = map[string]bool{"about": true, "around": true, "some": true, "up to": true, "at least": true,
	"as much as": true, "as many as": true}

var negations = wordSet("not n't never no none nobody nothing neither nor without cannot nowhere hardly لا لم لن ليس ما no " +
	"nunca ni jamas ne pas jamais nicht kein keine nie не нет никогда")

func phraseList(phrases ...string) [][]string {
	list := make([][]string, len(phrases))
	for i, p := range phrases {
		list[i] = strings.Fields(p)
	}
	return list
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
const longestHedge = 6

// hedgesIn finds the hedges among words [from, to). Their places count from
// there.
func (w lineWords) hedgesIn(from, to int) []found {
	var fs []found
	for i := from; i < to; i++ {
		h := w.hedgeAt(i, to)
		if h == nil {
			continue
		}
		end := i + len(h)
		if len(h) > 1 && end < to && w.folded[end] == "that" {
			end++ // I think that
		}
		fs = append(fs, found{i - from, end - from, len(h) == 1 && modals[h[0]]})
		i = end - 1
	}
	return fs
}

// hedgeAt is the hedge that begins at word i and ends by word to, nil if none.
func (w lineWords) hedgeAt(i, to int) []string {
	for _, h := range hedges {
		if !hasPrefix(w.folded[i:to], h) {
			continue
		}
		first := strings.Join(h, " ")
		if byNumber[first] && !w.isNumber(i+len(h)) || first == "may" && isCapital(w.printed[i]) {
			continue // about the bridge; the month
		}
		return h
	}
	return nil
}

func hasPrefix(words, prefix []string) bool {
	return len(words) >= len(prefix) && slices.Equal(words[:len(prefix)], prefix)
}
