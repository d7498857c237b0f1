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
	cueShortens: "short shorter shortened brief briefly cut condensed abridged boiled nutshell summary summarised " +
		"summarized gist digested trimmed shrunk compressed",
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
// from the sentence around the name. A dateline is a wire credit; a sentence
// that says here is the tale, that it was shortened or where it was taken from
// credits the whole; everything else is a point.
func (p *Print) creditAt(i int) hearsay.CreditKind {
	first, last := p.sentenceAround(i)
	if p.Flags[first]&Paragraph != 0 && i-first <= 6 && p.isDateline(first, i) {
		return hearsay.CreditWire
	}
	var said cue
	for k := first; k < last; k++ {
		if p.Words[k] == wordHere && (k+1 == last || !presenting[p.Words[k+1]]) {
			continue
		}
		said |= creditCues[p.Words[k]]
	}
	shortened := said&cueShortens != 0 && said&(cuePoints|cueWhole|cueTakes) != 0
	taken := said&cueTakes != 0 && said&(cueWhole|cuePoints) != 0
	shown := said&cuePoints != 0 && said&cueWhole != 0
	if shortened || taken || shown {
		return hearsay.CreditWhole
	}
	return hearsay.CreditPoint
}

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
