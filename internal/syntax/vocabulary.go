package syntax

import (
	"slices"
	"strings"

	"hearsay/internal/text"
)

// countWords makes the lexicon: which tags a word has, the one it always has,
// whether it is the lemma of a verb or noun, and what a dictionary says of it.
func countWords(all []sample, trees []treeSentence) (hashes, entries []uint32, err error) {
	counts := map[uint32]*[tagCount + 1]int{}
	for _, s := range all {
		for i, form := range s.forms {
			h := hashOf(form)
			if counts[h] == nil {
				counts[h] = new([tagCount + 1]int)
			}
			counts[h][s.tags[i]]++
			counts[h][0]++
		}
	}
	found := map[uint32]uint32{}
	for h, c := range counts {
		if c[0] >= 3 {
			found[h] = lexiconEntry(c)
		}
	}
	for i := range trees {
		for _, w := range trees[i].words {
			switch w.tag {
			case text.VERB:
				found[hashOf(w.lemma)] |= bitVerbLemma
			case text.NOUN:
				found[hashOf(w.lemma)] |= bitNounLemma
			}
		}
	}
	if err := readDictionary(found); err != nil {
		return nil, nil, err
	}
	for h := range found {
		hashes = append(hashes, h)
	}
	slices.Sort(hashes)
	for _, h := range hashes {
		entries = append(entries, found[h])
	}
	return hashes, entries, nil
}

func lexiconEntry(c *[tagCount + 1]int) uint32 {
	var entry uint32
	for tag := 1; tag <= tagCount; tag++ {
		if c[tag]*20 >= c[0] {
			entry |= 1 << tag
		}
		if c[0] >= 100 && c[tag]*1000 >= c[0]*998 {
			entry |= uint32(tag) << sureShift
		}
	}
	return entry
}

// exceptions are the lemmas that the rules get wrong.
func (m *Model) exceptions(trees []treeSentence) map[lemmaKey]string {
	counts := map[lemmaKey]map[string]int{}
	for i := range trees {
		for _, w := range trees[i].words {
			if w.tag == text.PROPN || w.tag == text.X || strings.ContainsAny(w.form+w.lemma, "\t\n") {
				continue
			}
			k := lemmaKey{strings.ToLower(strings.ReplaceAll(w.form, "’", "'")), w.tag}
			if counts[k] == nil {
				counts[k] = map[string]int{}
			}
			counts[k][w.lemma]++
		}
	}
	out := map[lemmaKey]string{}
	for k, lemmas := range counts {
		if lemma := mostFrequent(lemmas); m.byRule(k.word, k.tag) != lemma {
			out[k] = lemma
		}
	}
	return out
}

func mostFrequent(counts map[string]int) string {
	best := ""
	for s, n := range counts {
		if n > counts[best] || n == counts[best] && s < best {
			best = s
		}
	}
	return best
}
