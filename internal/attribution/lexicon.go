package attribution

import (
	"embed"
	"strings"
	"sync"

	"hearsay"
)

// lexiconFiles hold the words that attribute; each file explains its columns.
//
//go:embed lexicon/*.txt
var lexiconFiles embed.FS

// verb is an entry of lexicon/verbs.txt.
type verb struct {
	lemma  string
	stance hearsay.Stance
	frames string
	preps  []string
}

// takes tells whether the verb has one of the frames.
func (v *verb) takes(frames string) bool { return strings.ContainsAny(v.frames, frames) }

// opens tells whether the preposition opens a content of the verb.
func (v *verb) opens(prep string) bool {
	for _, p := range v.preps {
		if p == prep {
			return true
		}
	}
	return false
}

// Inflections that a written form can be.
const (
	formBase uint8 = 1 << iota
	formThird
	formPast
	formParticiple
	formGerund
)

const formFinite = formBase | formThird | formPast

// verbForm is a written form of a verb.
type verbForm struct {
	*verb
	forms uint8
}

// cueNoun is an entry of lexicon/nouns.txt.
type cueNoun struct {
	stance   hearsay.Stance
	document bool // can be a source itself: "the report said"
	thing    bool // and takes no clause: "the letter that came"
}

type wordSet map[string]struct{}

func (s wordSet) has(w string) bool { _, ok := s[w]; return ok }

// vocabulary is the lexicon in memory. It is never written after loading.
type vocabulary struct {
	verbs      map[string]verbForm
	nouns      map[string]cueNoun
	adjectives map[string]hearsay.Stance
	sets       map[string]wordSet
	languages  map[string]*language
}

var lexicon = sync.OnceValue(loadLexicon)

var stanceCodes = map[string]hearsay.Stance{
	"a": hearsay.Asserts, "s": hearsay.Supposes, "d": hearsay.Denies,
	"q": hearsay.Questions, "i": hearsay.Intends,
}

func loadLexicon() *vocabulary {
	lex := &vocabulary{
		verbs:      map[string]verbForm{},
		nouns:      map[string]cueNoun{},
		adjectives: map[string]hearsay.Stance{},
		sets:       map[string]wordSet{},
		languages:  loadLanguages(),
	}
	for _, f := range lexiconLines("verbs.txt") {
		lex.addVerb(f)
	}
	for _, f := range lexiconLines("nouns.txt") {
		n := cueNoun{stance: stanceCodes[f[1]], document: len(f) > 2, thing: len(f) > 2 && f[2] == "D"}
		lex.nouns[f[0]] = n
		lex.nouns[plural(f[0])] = n
	}
	for _, f := range lexiconLines("adjectives.txt") {
		lex.adjectives[f[0]] = stanceCodes[f[1]]
	}
	for _, f := range lexiconLines("words.txt") {
		set := wordSet{}
		for _, w := range f[1:] {
			set[w] = struct{}{}
		}
		lex.sets[strings.TrimSuffix(f[0], ":")] = set
	}
	return lex
}

func lexiconLines(name string) [][]string {
	data, err := lexiconFiles.ReadFile("lexicon/" + name)
	if err != nil {
		return nil
	}
	var lines [][]string
	for line := range strings.Lines(string(data)) {
		if f := strings.Fields(line); len(f) > 1 && f[0][0] != '#' {
			lines = append(lines, f)
		}
	}
	return lines
}

func (lex *vocabulary) addVerb(f []string) {
	forms := inflect(f[0])
	v := &verb{lemma: forms[0], stance: stanceCodes[f[1]], frames: f[2]}
	if len(f) > 3 {
		v.preps = strings.Split(f[3], ",")
	}
	for i, form := range forms {
		old, ok := lex.verbs[form]
		if ok && old.lemma != v.lemma {
			continue // the first verb with this form is the one meant
		}
		lex.verbs[form] = verbForm{v, old.forms | 1<<i}
	}
}

// inflect gives base, third person, past, participle and -ing form.
func inflect(lemma string) []string {
	if strings.Contains(lemma, "/") {
		return strings.Split(lemma, "/")
	}
	base, doubles := strings.CutSuffix(lemma, "~")
	stem, last := base, base[len(base)-1]
	consonantY := last == 'y' && !strings.ContainsRune("aeiou", rune(base[len(base)-2]))
	switch {
	case doubles:
		stem = base + string(last)
		return []string{base, base + "s", stem + "ed", stem + "ed", stem + "ing"}
	case strings.HasSuffix(base, "ee"):
		return []string{base, base + "s", base + "d", base + "d", base + "ing"}
	case last == 'e':
		stem = base[:len(base)-1]
		return []string{base, base + "s", base + "d", base + "d", stem + "ing"}
	case consonantY:
		stem = base[:len(base)-1]
		return []string{base, stem + "ies", stem + "ied", stem + "ied", base + "ing"}
	}
	return []string{base, plural(base), base + "ed", base + "ed", base + "ing"}
}

func plural(noun string) string {
	for _, end := range []string{"s", "sh", "ch", "x", "z"} {
		if strings.HasSuffix(noun, end) {
			return noun + "es"
		}
	}
	if n := len(noun); n > 1 && noun[n-1] == 'y' && !strings.ContainsRune("aeiou", rune(noun[n-2])) {
		return noun[:n-1] + "ies"
	}
	return noun + "s"
}
