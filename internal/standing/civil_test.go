package standing

import "testing"

func TestCivil(t *testing.T) {
	for s, want := range map[string]bool{
		"Dear editors,": true, "Good morning.": true, "Thank you very much.": true, "Yours faithfully,": true,
		"Dear bread is no bread": false, "Good morning Vietnam is a film": false, "The pool is shut.": false, "Good evenings are rare.": false,
	} {
		if got := civil(s); got != want {
			t.Errorf("civil(%q) = %v", s, got)
		}
	}
}
