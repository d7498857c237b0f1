package names

import (
	"testing"
	"testing/quick"
)

// TestFoldASCII: the way for plain letters folds as the way for all letters.
func TestFoldASCII(t *testing.T) {
	same := func(b []byte) bool {
		for i := range b {
			b[i] = " AZaz'`&-.,09\t_"[b[i]%15]
		}
		got, ok := foldASCII(string(b))
		return ok && got == foldLetters(string(b))
	}
	if err := quick.Check(same, &quick.Config{MaxCount: 20000}); err != nil {
		t.Error(err)
	}
}
