package reuse

import (
	"strings"

	"hearsay"
)

// cue is what a word in a sentence that names an outlet says about the credit.
type cue uint8

const (
	cuePoints   cue = 1 << iota // here it is
	cueShortens                 // in brief, cut down
	cueTakes                    // taken from, based on
	cueWhole                    // the tale, the transcript
	cueTranslates
)

// creditCues are hashes of the words that make a credit.
var creditCues = cueLexicon(map[cue]string{
	cuePoints: "here follows below herewith",
	cueShortens: "shortened condensed abridged boiled nutshell summary summarised summarized gist digested trimmed " +
		"shrunk compressed short shorter brief cut",
	cueTakes: "taken adapted based retold rewritten borrowed lifted courtesy drawn",
	cueWhole: "tale story transcript article interview account piece version report feature broadcast item bulletin " +
		"programme column reportage",
	cueTranslates: "translated translation translates translating translator translators ترجمة الترجمة مترجم ترجم ترجمت",
})

func cueLexicon(words map[cue]string) map[uint32]cue {
	lexicon := map[uint32]cue{}
	for c, list := range words {
		for w := range strings.FieldsSeq(list) {
			lexicon[wordHash(w)] |= c
		}
	}
	return lexicon
}

// creditAt says what a report takes from the outlet that it names at word i,
// from the sentence around the name. A dateline is a wire credit. A sentence
// credits the whole if it presents something (here is the tale) or says right
// before the name that it was taken from there, and speaks of a story or of
// shortening it. Everything else is a point: "told the Herald in a brief
// interview" is none but that.
func (p *Print) creditAt(i int) hearsay.CreditKind {
	first, last := p.sentenceAround(i)
	if p.Flags[first]&Paragraph != 0 && i-first <= 6 && p.isDateline(first, i) {
		return hearsay.CreditWire
	}
	var said cue
	for k := first; k < last; k++ {
		c := creditCues[p.Words[k]]
		if p.Words[k] == wordHere && (k+1 == last || !presenting[p.Words[k+1]]) || c == cueTakes && (k > i || k+maxTaken < i) {
			continue
		}
		said |= c
	}
	if said&(cuePoints|cueTakes) != 0 && said&(cueWhole|cueShortens) != 0 {
		return hearsay.CreditWhole
	}
	return hearsay.CreditPoint
}

// maxTaken is how many words may stand between taken and the name: "taken from
// the transcript of Radio Tharn".
const maxTaken = 6

var wordHere = wordHash("here")

// presenting are the words after which here presents something.
var presenting = hashSet("is are 's was comes goes follows")

// isDateline tells whether the words before the name at i are a place and a
// date: capitals, numerals, no more.
func (p *Print) isDateline(first, i int) bool {
	for k := first; k < i; k++ {
		if p.Flags[k]&(Capital|Numeral) == 0 {
			return false
		}
	}
	return i > first
}

func (p *Print) sentenceAround(i int) (first, last int) {
	first, last = i, i+1
	for first > 0 && p.Flags[first]&Sentence == 0 {
		first--
	}
	for last < len(p.Flags) && p.Flags[last]&Sentence == 0 {
		last++
	}
	return first, last
}
