package trace

import (
	"testing"
	"time"

	"hearsay"
)

// TestMoments: a timeline goes by days, by months where the days are too many,
// and by days all the same where they lie in one month.
func TestMoments(t *testing.T) {
	days := func(n, step int) (list []Carried) {
		for i := range n {
			at := time.Date(2019, 3, 1+i*step, 0, 0, 0, 0, time.UTC)
			list = append(list, Carried{Published: hearsay.Date{Time: at, Precision: hearsay.PrecisionDay}})
		}
		return append(list, Carried{})
	}
	for _, c := range []struct {
		list  []Carried
		lines int
		first string
	}{
		{days(5, 1), 6, "2019-03-01"},
		{days(25, 1), 26, "2019-03-01"},
		{days(40, 3), 5, "2019-03"},
		{days(60, 30), 7, "2019"},
		{nil, 0, ""},
	} {
		got := Moments(c.list)
		if len(got) != c.lines || c.lines > 0 && (got[0].When != c.first || got[c.lines-1].When != "no date") {
			t.Errorf("%d lines from %q, not %d from %q: %v", len(got), got[0].When, c.lines, c.first, got)
		}
	}
}
