package attribution

import (
	"slices"
	"testing"

	"hearsay"
)

// TestUnbroken: pieces that only a break of the annotators' lines parts are one,
// those of two paragraphs and those with words between them are not.
func TestUnbroken(t *testing.T) {
	body := "It fell. It rose.\nIt fell again."
	at := func(ends ...int) (out []hearsay.Span) {
		for i := 0; i < len(ends); i += 2 {
			out = append(out, hearsay.Span{Start: ends[i], End: ends[i+1]})
		}
		return out
	}
	for _, c := range []struct{ pieces, want []hearsay.Span }{
		{at(0, 8, 9, 17), at(0, 17)},
		{at(0, 3, 3, 8, 9, 17), at(0, 17)},
		{at(0, 17, 18, 32), at(0, 17, 18, 32)},
		{at(0, 2, 9, 11), at(0, 2, 9, 11)},
		{nil, nil},
	} {
		if got := unbroken(slices.Clone(c.pieces), body); !slices.Equal(got, c.want) {
			t.Errorf("%v becomes %v, want %v", c.pieces, got, c.want)
		}
	}
}
