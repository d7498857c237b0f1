package syntax

import (
	"fmt"
	"sort"
	"strconv"
	"strings"

	"hearsay/internal/text"
)

// lemmaKey is a word in lower case as a part of speech.
type lemmaKey struct {
	word string
	tag  text.Tag
}

// Lemma is the dictionary form of token i, in lower case unless it is a name:
// "denied" deny, "men" man, "n't" not. Tag must have run.
func (m *Model) Lemma(doc *text.Document, i int) string {
	return m.LemmaOf(doc.Of(i), doc.Tokens[i].Tag)
}

// LemmaOf is the dictionary form of word as a part of speech.
func (m *Model) LemmaOf(word string, tag text.Tag) string {
	lower := strings.ToLower(strings.ReplaceAll(word, "’", "'"))
	if lemma, ok := m.lemmas[lemmaKey{lower, tag}]; ok {
		return lemma
	}
	if tag == text.PROPN || tag == text.X {
		return word
	}
	return m.byRule(lower, tag)
}

// byRule takes off the endings of English; the lexicon decides between stems.
func (m *Model) byRule(word string, tag text.Tag) string {
	switch tag {
	case text.VERB, text.AUX:
		if lemma, ok := text.Irregular(word); ok {
			return lemma
		}
		return m.verb(word)
	case text.NOUN:
		return m.noun(word)
	}
	return word
}

func (m *Model) noun(word string) string {
	if lemma, ok := irregularNoun(word); ok {
		return lemma
	}
	return m.strip(word, bitNounLemma)
}

// irregularNoun looks up a plural, not a verb form that looks like a noun
// ("a find", "the found").
func irregularNoun(word string) (string, bool) {
	lemma, ok := text.Irregular(word)
	if !ok || len(word) < 3 {
		return "", false
	}
	switch {
	case strings.HasSuffix(word, "men"), strings.HasSuffix(word, "ves"), strings.HasSuffix(word, "ses"),
		strings.HasSuffix(word, "people"):
		return lemma, true
	}
	switch word {
	case "children", "feet", "teeth", "geese", "mice", "criteria", "phenomena", "oxen", "cacti", "bacteria", "indices":
		return lemma, true
	}
	return "", false
}

// strip takes off a plural or third person "s".
func (m *Model) strip(word string, bit uint32) string {
	n := len(word)
	switch {
	case n < 4 || word[n-1] != 's' || strings.HasSuffix(word, "ss") || strings.HasSuffix(word, "us") || strings.HasSuffix(word, "is"):
		return word
	case strings.HasSuffix(word, "ies") && n > 4:
		if m.is(word[:n-1], bit) {
			return word[:n-1]
		}
		return word[:n-3] + "y"
	case strings.HasSuffix(word, "es") && m.is(word[:n-1], bit):
		return word[:n-1]
	case strings.HasSuffix(word, "sses"), strings.HasSuffix(word, "xes"), strings.HasSuffix(word, "ches"),
		strings.HasSuffix(word, "shes"), strings.HasSuffix(word, "oes"), strings.HasSuffix(word, "zzes"):
		return word[:n-2]
	}
	return word[:n-1]
}

func (m *Model) verb(word string) string {
	n := len(word)
	switch {
	case n > 4 && strings.HasSuffix(word, "ing"):
		return m.stem(word, word[:n-3])
	case n > 3 && strings.HasSuffix(word, "ied"):
		return word[:n-3] + "y"
	case n > 3 && strings.HasSuffix(word, "ed"):
		return m.stem(word, word[:n-2])
	}
	return m.strip(word, bitVerbLemma)
}

// stem restores the verb from what is left before -ed and -ing: "clos" to
// close, "stopp" to stop.
func (m *Model) stem(word, base string) string {
	n := len(base)
	if !strings.ContainsAny(base, "aeiouy") {
		return word // "thing", "bed": no ending at all
	}
	doubled := n > 2 && base[n-1] == base[n-2]
	candidates := []string{base, base + "e"}
	if doubled {
		candidates = []string{base, base[:n-1]}
	}
	for _, c := range candidates {
		if m.is(c, bitVerbLemma) {
			return c
		}
	}
	switch {
	case doubled && !strings.ContainsRune("lszf", rune(base[n-1])):
		return base[:n-1]
	case !doubled && takesE(base):
		return base + "e"
	}
	return base
}

// takesE tells whether English spelling wants an "e" behind the stem.
func takesE(base string) bool {
	for _, end := range [...]string{"at", "iz", "is", "v", "c", "u", "bl", "cl", "dl", "gl", "pl", "tl", "dg", "rg", "ur", "ag", "in",
		"id", "od", "ud", "as", "os", "us", "rs", "ns", "ir", "or", "ut", "uc", "ak", "ik", "ok"} {
		if strings.HasSuffix(base, end) {
			return !strings.HasSuffix(base, "eat") && !strings.HasSuffix(base, "oat") && !strings.HasSuffix(base, "ain") &&
				!strings.HasSuffix(base, "ook") && !strings.HasSuffix(base, "eak")
		}
	}
	return false
}

func (m *Model) is(word string, bit uint32) bool {
	return m.lexicon.entry(hashOf(word))&bit != 0
}

func readLemmas(lines string) (map[lemmaKey]string, error) {
	lemmas := make(map[lemmaKey]string, strings.Count(lines, "\n"))
	for line := range strings.Lines(lines) {
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(fields) != 3 {
			return nil, errDamaged
		}
		tag, err := strconv.Atoi(fields[1])
		if err != nil || tag < 0 || tag > tagCount {
			return nil, errDamaged
		}
		lemmas[lemmaKey{fields[0], text.Tag(tag)}] = fields[2]
	}
	return lemmas, nil
}

func writeLemmas(lemmas map[lemmaKey]string) string {
	lines := make([]string, 0, len(lemmas))
	for k, lemma := range lemmas {
		lines = append(lines, fmt.Sprintf("%s\t%d\t%s\n", k.word, k.tag, lemma))
	}
	sort.Strings(lines)
	return strings.Join(lines, "")
}
