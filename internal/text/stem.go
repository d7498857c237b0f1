package text

import "github.com/kljensen/snowball/english"

// Stem reduces an English word to a stem under which its forms meet: irregular
// forms to their lemma (found, find), then Porter's second algorithm, "English"
// in Snowball. The stem is for comparing, not for showing.
func Stem(word string) string {
	w := Fold(word)
	if lemma, ok := Irregular(w); ok {
		w = lemma
	}
	for i := range len(w) {
		if w[i] < 'a' || w[i] > 'z' {
			return w // no English word
		}
	}
	return english.Stem(w, false)
}
