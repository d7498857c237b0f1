package reuse

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hearsay"
)

// declared tells whether doc i says of itself that it is a translation:
// "translated from Arabic", "translator's note", "our translation". A sentence
// that names another outlet speaks of that outlet's translation.
func (l *lineage) declares(i int) bool {
	d := &l.docs[i]
	if slices.ContainsFunc(d.Credits, func(c hearsay.Credit) bool { return c.Kind == hearsay.CreditTranslation }) {
		return true
	}
	if declaresIn(d.Print.Frame) || l.renders(i) {
		return true
	}
	for _, words := range [][]uint32{d.Print.Frame, d.Print.Words} {
		if l.fromLanguage(i, words) {
			return true
		}
	}
	for w := range d.Print.Words {
		first, last := max(w-1, 0), min(w+2, len(d.Print.Words))
		if creditCues[d.Print.Words[w]]&cueTranslates != 0 && declaresIn(d.Print.Words[first:last]) && !l.translator(i, w) {
			return true
		}
	}
	return false
}

// renders tells whether the head of doc i presents the text of another one
// that was published in another language: "Text of statement No 31, as posted
// in Arabic on the group's channel", "The following appeal was issued in French",
// "The statement below was posted in Arabic".
func (l *lineage) renders(i int) bool {
	p := &l.docs[i].Print
	first, last := 0, 0
	for last < min(len(p.Words), headWords) {
		first, last = last, last+1
		for last < len(p.Words) && p.Flags[last]&Sentence == 0 {
			last++
		}
		presents, foreign := false, false
		for w := first; w < last; w++ {
			presents = presents || textOf[p.Words[w]] && (w == first || w+1 < last && p.Words[w+1] == wordOf) ||
				p.Words[w] == wordFollowing && (w < first+2 || w+1 < last && issued[p.Words[w+1]]) || p.Words[w] == wordBelow && w < first+4 ||
				p.Words[w] == wordThis && w == first && w+1 < last && issued[p.Words[w+1]]
			lang, ok := languages[p.Words[w]]
			foreign = foreign || ok && lang != l.docs[i].Lang && w > first && p.Words[w-1] == wordIn
		}
		if presents && foreign {
			return true
		}
	}
	return false
}

// textOf are the words for a text as a whole, which "of" follows; issued, what
// texts are called that somebody gives out.
var (
	textOf = hashSet("text transcript wording version excerpts extracts")
	issued = hashSet("statement communique communiqué announcement message letter appeal address declaration text post notice speech article")
)

// fromLanguage tells whether words say, in the language of doc i, that the text
// is translated from another one: "traduit de l'arabe", "aus dem Französischen
// übersetzt", "ترجمة عن النص الفرنسي".
func (l *lineage) fromLanguage(i int, words []uint32) bool {
	for w := range words {
		if creditCues[words[w]]&cueTranslates == 0 {
			continue
		}
		from := -aroundCue
		for k := max(w-aroundCue, 0); k < min(w+aroundCue+1, len(words)); k++ {
			if lang, ok := foreignLanguages[words[k]]; ok && k-from <= fromReach && lang != l.docs[i].Lang {
				return true
			}
			switch {
			case fromWords[words[k]]:
				from = k
			case k == w || intoWords[words[k]]:
				from = -aroundCue
			}
		}
	}
	return false
}

const (
	// aroundCue is how far from a word for translating the language may stand:
	// "перевод официального текста с арабского".
	aroundCue = 5
	// fromReach is how far behind "from": "عن النص الفرنسي".
	fromReach = 2
)

var (
	intoWords = hashSet("en au vers ins al ao in на الي to into")
	fromWords = hashSet("de du des d del aus da do dal dalla с со из عن من")
	// foreignLanguages are hashes of the names of languages in others than
	// English, as they stand behind "from", with the codes of the languages.
	foreignLanguages = func() map[uint32]string {
		m := map[uint32]string{}
		for code, names := range map[string]string{
			"ar": "arabe l'arabe árabe arabischen arabo dall'arabo арабского العربية العربي",
			"en": "anglais l'anglais inglés englischen inglês inglese dall'inglese английского الانجليزية الانكليزية الانجليزي الانكليزي",
			"fr": "français francés französischen francês francese французского الفرنسية الفرنسي",
			"es": "espagnol l'espagnol spanischen espanhol spagnolo испанского الاسبانية الاسباني",
			"de": "allemand l'allemand alemán alemão tedesco немецкого الالمانية الالماني",
			"ru": "russe ruso russischen russo русского الروسية الروسي",
			"uk": "ukrainien l'ukrainien ucraniano ukrainischen ucraino украинского الاوكرانية",
			"fa": "persan persa persischen persiano персидского الفارسية الفارسي",
			"tr": "turc turco türkischen турецкого التركية التركي",
			"he": "hébreu l'hébreu hebreo hebräischen hebraico ebraico иврита العبرية العبري",
			"pt": "portugais portugués portugiesischen portoghese португальского البرتغالية",
			"it": "italien l'italien italiano italienischen итальянского الايطالية",
			"ku": "kurde kurdo kurdischen курдского الكردية",
			"zh": "chinois chino chinesischen chinês cinese китайского الصينية",
		} {
			for name := range strings.FieldsSeq(names) {
				m[wordHash(name)] = code
			}
		}
		return m
	}()
)

// languages are hashes of the English names of languages with their codes.
var languages = func() map[uint32]string {
	m := map[uint32]string{}
	for name, code := range map[string]string{"arabic": "ar", "persian": "fa", "farsi": "fa", "dari": "fa", "pashto": "ps", "urdu": "ur", "hindi": "hi",
		"turkish": "tr", "kurdish": "ku", "hebrew": "he", "spanish": "es", "french": "fr", "german": "de", "italian": "it", "portuguese": "pt",
		"russian": "ru", "ukrainian": "uk", "polish": "pl", "dutch": "nl", "greek": "el", "serbian": "sr", "chinese": "zh", "mandarin": "zh",
		"japanese": "ja", "korean": "ko", "indonesian": "id", "malay": "ms", "somali": "so", "amharic": "am", "swahili": "sw", "english": "en"} {
		m[wordHash(name)] = code
	}
	return m
}()

// byWords are the words for "by" behind a participle.
var byWords = hashSet("by von par por da door")

var (
	wordOf   = wordHash("of")
	wordIn   = wordHash("in")
	wordFrom = wordHash("from")
	wordNote = wordHash("note")
	wordOur  = wordHash("our")
	wordOurs = wordHash("ours")
	wordS    = wordHash("'s")
	wordWe   = wordHash("we")
	wordHave = wordHash("have")

	wordFollowing = wordHash("following")
	wordBelow     = wordHash("below")
	wordThis      = wordHash("this")
)

// declaresIn tells whether a cue of translation stands in words as in a
// declaration: with from, by, note, our or we beside it, as "the translation is ours", or alone in its line.
func declaresIn(words []uint32) bool {
	at := func(i int) uint32 {
		if i < 0 || i >= len(words) {
			return 0
		}
		return words[i]
	}
	for i, w := range words {
		if creditCues[w]&cueTranslates == 0 {
			continue
		}
		before, after := at(i-1), at(i+1)
		if after == wordFrom || byWords[after] || after == wordNote || after == wordS || before == wordOur || before == wordWe ||
			before == wordHave && at(i-2) == wordWe || at(i+2) == wordOurs || after == wordOurs ||
			before == 0 && after == 0 {
			return true
		}
	}
	return false
}

// translator tells whether the sentence around word w names, outside a
// "translated from", an outlet that publishes in the language of doc i: the
// one whose translation it is.
func (l *lineage) translator(i, w int) bool {
	first, last := l.docs[i].Print.sentenceAround(w)
	return slices.ContainsFunc(l.named[i], func(n naming) bool {
		if n.at < first || n.at >= last {
			return false
		}
		for _, k := range l.by[n.outlet] {
			if l.docs[k].Lang == l.docs[i].Lang {
				return true
			}
		}
		return false
	})
}

// translated adds for each doc the best link to a doc in another language of
// which it is the translation.
func (l *lineage) translated() {
	for to := range l.docs {
		l.own[to] = l.declares(to)
	}
	for to, candidates := range l.foreign() {
		best := link{from: -1}
		weight := 0.0
		for _, from := range candidates {
			if k, g := l.translates(from, to); k && g.weight > weight {
				best, weight = l.translationLink(from, to, g), g.weight
			}
		}
		if best.from >= 0 {
			l.links[to] = append(l.links[to], best)
		}
	}
}

// foreign lists for each doc those in other languages that it names, or with
// which it has several uncommon names and numbers in common.
func (l *lineage) foreign() map[int][]int {
	byKey := map[uint32][]int{}
	langs := map[string]bool{}
	for i := range l.docs {
		langs[l.docs[i].Lang] = true
	}
	if len(langs) < 2 {
		return nil
	}
	for i := range l.docs {
		for _, key := range l.docs[i].Print.keys() {
			byKey[key] = append(byKey[key], i)
		}
	}
	found := map[int][]int{}
	for to := range l.docs {
		hits := map[int]int{}
		for _, key := range l.docs[to].Print.keys() {
			if docs := byKey[key]; len(docs) <= commonLine {
				for _, from := range docs {
					hits[from]++
				}
			}
		}
		for _, n := range l.named[to] {
			for _, from := range l.by[n.outlet] {
				hits[from] += fewRare
			}
		}
		for from, n := range hits {
			if l.isForeign(from, to) && (n >= fewRare || l.own[to]) {
				found[to] = append(found[to], from)
			}
		}
		slices.Sort(found[to])
	}
	return found
}

func (l *lineage) isForeign(from, to int) bool {
	a, b := &l.docs[from], &l.docs[to]
	return a.Lang != "" && b.Lang != "" && a.Lang != b.Lang && l.couldRead(to, from) && l.elder(from, to)
}

// keys are the distinct keys of the marks of p.
func (p *Print) keys() []uint32 {
	keys := make([]uint32, len(p.Marks))
	for i, m := range p.Marks {
		keys[i] = m.Key
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// translates tells whether to is a translation of from. One that says so and
// names the outlet is believed if a few names and numbers agree, one that
// names nobody if a good many do; one that does not say so only if nearly all
// of them agree and the lengths do.
func (l *lineage) translates(from, to int) (bool, agreement) {
	a, b := &l.docs[from], &l.docs[to]
	g := agree(l.marksOf(from), l.marksOf(to))
	credit, _ := l.creditOf(to, from)
	if l.own[to] {
		if credit != "" {
			return g.marks >= 3, g
		}
		return g.marks >= 5 && g.ofTo >= 0.15, g
	}
	ratio := float64(len(b.Print.Words)) / float64(max(len(a.Print.Words), 1))
	return g.marks >= 8 && min(g.ofFrom, 1) >= 0.6 && g.ofTo >= 0.5 && ratio > 0.5 && ratio < 2.2, g
}

// marksOf are the marks of a doc with the names that the case knows in them.
func (l *lineage) marksOf(i int) *Print {
	d := &l.docs[i]
	if len(d.Names) == 0 {
		return &d.Print
	}
	p := d.Print
	p.Marks = slices.Clone(p.Marks)
	for _, n := range d.Names {
		if w, ok := slices.BinarySearch(p.Starts, uint32(n.At)); ok {
			p.Marks = append(p.Marks, Mark{At: uint32(w), Key: foldedHash(n.ID) | 1, Weight: 4, Sure: true})
		}
	}
	slices.SortStableFunc(p.Marks, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.Key, b.Key))
	})
	return &p
}

func (l *lineage) translationLink(from, to int, g agreement) link {
	k := link{from: from, to: to, kind: hearsay.Translation}
	k.credit, k.creditAt = l.creditOf(to, from)
	k.aligned = sentencesAligned(&l.docs[from].Print, &l.docs[to].Print, g.matched)
	if l.own[to] {
		k.why = append(k.why, "says that it is translated")
	}
	k.why = append(k.why, l.creditWhy(k)...)
	k.why = append(k.why, fmt.Sprintf("%d names and numbers agree in their order", g.marks))
	return k
}
