package cli

import (
	"strings"
	"testing"

	"hearsay"
)

// TestBratNames: names are safe, and no two reports share one, also where the
// file system takes capitals for small letters.
func TestBratNames(t *testing.T) {
	o := &bratFolder{taken: map[string]bool{}}
	for _, c := range [][2]string{
		{"pier.txt", "pier"},
		{"Pier.html", "Pier~2"},
		{"docs/pier.txt", "docs_pier"},
		{"../../etc/pier.txt", "etc_pier"},
		{"feed.xml#cr-1", "feed.xml_cr-1"},
		{"box.mbox#<a/b@c:d>", "box.mbox__a_b_c_d"},
		{"box.mbox#<a/b@c?d>", "box.mbox__a_b_c_d~2"},
		{"новости.txt", "новости"},
		{"-", "report"},
		{"..", "report~2"},
	} {
		if got := o.name(&hearsay.Report{Path: c[0]}); got != c[1] {
			t.Errorf("%s: %s, want %s", c[0], got, c[1])
		}
	}
	if got := fileName(strings.Repeat("ы", 400) + "#1"); len(got) > longestName || !strings.HasSuffix(got, "ы_1") {
		t.Errorf("a long path: %d bytes, %s", len(got), got)
	}
}
