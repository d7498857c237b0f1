package reuse

import (
	"slices"
	"strings"

	"hearsay"
)

// cue is what a word in a sentence that names an outlet says about the credit.
type cue uint8

const (
	cuePoints   cue = 1 << iota // here it is
	cueShort                    // short, brief: of a version, or of anything
	cueShortens                 // the gist, abridged
	cueTakes                    // taken from, based on
	cueWhole                    // the tale, the transcript
	cueTranslates
	cueFollows  // keeps to it
	cueDisputes // that the story is false
)

// creditCues are hashes of the words that make a credit.
var creditCues = cueLexicon(map[cue]string{
	cuePoints: "here follows below herewith everything credit credits thanks",
	cueShort:  "short shorter brief cut",
	cueShortens: "shortened condensed abridged boiled nutshell summary summarised summarized gist digest digested trimmed " +
		"shrunk compressed recap résumé abridge summarise summarize summarising summarizing sum summing condense shorten",
	cueTakes: "taken adapted based retold rewritten borrowed lifted courtesy drawn basé basée fondé fondée tiré tirée repris reprise " +
		"basado basada tomado tomada extraído extraída basiert beruht stützt entnommen übernommen основано основана основан материалам",
	cueWhole: "tale story transcript article interview account piece version report feature broadcast item bulletin " +
		"programme column reportage reporting work scoop récit enquête dépêche artículo reportaje crónica bericht artikel beitrag meldung " +
		"recherche статье статьи репортаже расследовании материале материалам",
	cueFollows: "follow follows followed following rely relies relied relying rest rests leans lean draw draws drawing summarise summarize " +
		"summarises summarizes repeat repeats retell retells",
	cueDisputes: "false untrue wrong deny denies denied lie lies invented nonsense incorrect reject rejects rejected refute " +
		"refutes refuted dismiss dismisses dismissed",
	cueTranslates: "translate translated translation translates translating translator translators übersetzt übersetzung übersetzer übersetzerin traduit traduite traduction traducteur traductrice traducido traducida traducción traductor traductora traduzido traduzida tradução tradotto tradotta traduzione vertaald vertaling перевод перевел перевела перевёл переведено ترجمة الترجمة مترجم ترجم ترجمت",
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
// before the name that it was taken or shortened from there (the gist of what
// X wrote) or that it keeps to what X has, and stands where such credits stand: at the head of the report or
// at its foot. Everything else is a point: "told the Herald in a brief
// interview" is none but that.
func (p *Print) creditAt(i int) hearsay.CreditKind {
	first, last := p.sentenceAround(i)
	if p.Flags[first]&Paragraph != 0 && i-first <= 6 && p.isDateline(first, i) {
		return hearsay.CreditWire
	}
	if n := len(p.Words); first > max(n/4, headWords) && last < n-3 {
		return hearsay.CreditPoint
	}
	var said, before cue
	for k := first; k < last; k++ {
		if p.Words[k] == wordHere && (k+1 == last || !presenting[p.Words[k+1]]) {
			continue
		}
		said |= creditCues[p.Words[k]]
		if k < i && k+maxTaken >= i {
			before |= creditCues[p.Words[k]]
		}
	}
	presented := said&cuePoints != 0 && said&(cueWhole|cueShort|cueShortens|cueTakes) != 0
	taken := before&cueTakes != 0 && said&(cueWhole|cueShort|cueShortens) != 0
	shortened := before&cueShortens != 0 || said&cueShortens != 0 && p.holds(first, last, wordWe)
	followed := said&cueFollows != 0 && said&cueWhole != 0 && p.follows(first, last, i)
	if said&cueDisputes == 0 && (presented || taken || shortened || followed || p.owesAll(first, i)) {
		return hearsay.CreditWhole
	}
	return hearsay.CreditPoint
}

// owesAll tells whether the words of a sentence before the name at word i say
// that everything is from there: "all of this is from a piece in", "we owe the
// whole of it to".
func (p *Print) owesAll(first, i int) bool {
	for k := first; k+2 < i; k++ {
		if allOf[p.Words[k]] && p.Words[k+1] == wordOf && thisText[p.Words[k+2]] {
			return p.holds(max(k, i-maxTaken), i, wordFrom) || p.holds(first, k, wordOwe)
		}
	}
	return false
}

// follows tells whether the sentence of the name at word i says that its report
// keeps to another: "X, whose account we follow", "this article relies on the
// reporting of X".
func (p *Print) follows(first, last, i int) bool {
	for k := first + 1; k < last; k++ {
		if creditCues[p.Words[k]]&cueFollows == 0 || k+1 < last && p.Words[k+1] == wordUp {
			continue
		}
		if ourselves[p.Words[k-1]] || k-2 >= first && ourselves[p.Words[k-2]] {
			return true
		}
		if k-2 >= first && ownText[p.Words[k-2]] && creditCues[p.Words[k-1]]&cueWhole != 0 && k < i && i <= k+maxTaken {
			return true
		}
	}
	return false
}

// holds tells whether a word stands among those from first to last.
func (p *Print) holds(first, last int, word uint32) bool {
	return slices.Contains(p.Words[first:last], word)
}

var (
	allOf     = hashSet("all whole everything")
	thisText  = hashSet("this it what that")
	ownText   = hashSet("this our the my")
	ourselves = hashSet("we i")
	wordOwe   = wordHash("owe")
	wordUp    = wordHash("up")
)

const (
	// maxTaken is how many words may stand between taken and the name: "taken
	// from the transcript of Radio Tharn".
	maxTaken = 6
	// headWords are so many words that the head of a short report has at least.
	headWords = 50
)

var wordHere = wordHash("here")

// presenting are the words after which here presents something.
var presenting = hashSet("is are 's was comes goes follows")

// isDateline tells whether the words before the name at i are a place and a
// date: capitals, numerals, no more, and no article that begins a sentence.
func (p *Print) isDateline(first, i int) bool {
	for k := first; k < i; k++ {
		if p.Flags[k]&(Capital|Numeral) == 0 || i == first+1 && p.Flags[k]&Stop != 0 {
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
