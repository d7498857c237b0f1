package text

import (
	"os"
	"regexp"
	"slices"
	"testing"
)

// TestIrregularForms: the two tables say the same.
func TestIrregularForms(t *testing.T) {
	source, err := os.ReadFile("irregular.go")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, m := range regexp.MustCompile(`"([a-z]+)"`).FindAllStringSubmatch(string(source), -1) {
		if lemma, ok := Irregular(m[1]); ok {
			n++
			if !slices.Contains(IrregularForms(lemma), m[1]) {
				t.Errorf("IrregularForms(%q) lacks %q", lemma, m[1])
			}
		}
		for _, form := range IrregularForms(m[1]) {
			if lemma, _ := Irregular(form); lemma != m[1] {
				t.Errorf("Irregular(%q) = %q, not %q", form, lemma, m[1])
			}
		}
	}
	if n < 200 {
		t.Errorf("only %d irregular forms", n)
	}
}
