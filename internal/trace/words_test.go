package trace

import "testing"

func TestCounted(t *testing.T) {
	for _, c := range []struct {
		n    int
		noun string
		want string
	}{
		{1, "report", "1 report"}, {0, "report", "0 reports"}, {2, "copy", "2 copies"}, {2, "key", "2 keys"},
		{1, "address", "1 address"}, {3, "address", "3 addresses"},
	} {
		if got := Counted(c.n, c.noun); got != c.want {
			t.Errorf("%q, not %q", got, c.want)
		}
	}
}
