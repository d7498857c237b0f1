package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestCodePoints: as many as a plain count finds, before every character of
// texts around the distance of two kept counts.
func TestCodePoints(t *testing.T) {
	for _, s := range []string{"", "a", "é", strings.Repeat("x", stride), strings.Repeat("añ漢🜂", stride), strings.Repeat("🜂", stride/4) + "z"} {
		c := NewCodePoints(s)
		for at := range s + "." {
			if got, want := c.Before(at), utf8.RuneCountInString(s[:at]); got != want {
				t.Fatalf("%d bytes, before %d: %d code points, want %d", len(s), at, got, want)
			}
		}
	}
}
