package web

import (
	"strings"
	"testing"
)

func TestSearch(t *testing.T) {
	d := demoDesk(t)
	page := open(t, d, "/search?q=sheep+speaker%3Afanous")
	contains(t, page, "Abou Fanous", "asserts")
	contains(t, open(t, d, "/search?q=sheep"), "exact words")
	if n := len(all(page, "b", "")); n == 0 {
		t.Error("no word that matched is marked")
	}
	facets := all(page, "aside", "facets")[0]
	narrowed := open(t, d, link(t, facets, "Dragoman Digest"))
	for _, hit := range all(narrowed, "p", "under") {
		contains(t, hit, "Dragoman Digest")
	}
	if wide, exact := open(t, d, "/search?q=wedings"), open(t, d, "/search?q=wedings&exact=on"); len(all(wide, "p", "why")) == 0 || len(all(exact, "p", "why")) != 0 {
		t.Error("a slip of the pen is forgiven only where that was not switched off")
	}
	contains(t, open(t, d, "/search?q=stance%3Amad"), "stance:asserts")
	contains(t, open(t, d, "/trace?q=the+lamp+was+lent+to+a+wedding"), "11 reports", "Abou Fanous")
}

func TestComplete(t *testing.T) {
	d := demoDesk(t)
	for typed, want := range map[string]string{
		"sp": `"speaker:"`, "lamp stance:d": `"lamp stance:\"denies\""`, `speaker:"abou f`: `"speaker:\"Abou Fanous\""`,
		"x outlet:drag": `"x outlet:\"Dragoman Digest\""`,
	} {
		if got := get(d, "/search/complete?q="+strings.NewReplacer(" ", "+", `"`, "%22").Replace(typed)).Body.String(); !strings.Contains(got, want) {
			t.Errorf("%s is completed to %s", typed, got)
		}
	}
}

func TestMonth(t *testing.T) {
	for m, want := range map[string]string{"2018-11": "after:2018-11 before:2018-12", "2018-09": "after:2018-09 before:2018-10", "2019-12": "after:2019-12 before:2020-01", "1999-12": "after:1999-12 before:2000-01"} {
		if got := month(m); got != want {
			t.Errorf("%s is %s", m, got)
		}
	}
}
