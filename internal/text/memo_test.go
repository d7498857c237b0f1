package text

import (
	"strings"
	"testing"
)

func TestMemo(t *testing.T) {
	asked := 0
	m := NewMemo(func(word string) int { asked++; return len(word) })
	long := strings.Repeat("x", longestKnown+1)
	for _, word := range []string{"pier", "pier", "", "crane", long, long, "pier"} {
		if got := *m.Of(word); got != len(word) {
			t.Errorf("%q: %d", word, got)
		}
	}
	if asked != 5 { // the long one twice
		t.Errorf("asked %d times", asked)
	}
}
