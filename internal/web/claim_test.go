package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"
)

const lamp = "lent its lamp to a wedding"

func TestClaims(t *testing.T) {
	d := demoDesk(t)
	page := open(t, d, "/")
	first := all(page, "ol", "claims")[0].FirstChild.NextSibling
	contains(t, first, lamp, "on the word of Abou Fanous", "denied in 3 reports", "11")
	if label := attr(all(first, "svg", "funnel")[0], "aria-label"); label != "11 reports, 8 texts, 10 outlets, 8 owners and 1 origin" {
		t.Errorf("the picture of the ladder says %q", label)
	}
	if denied := open(t, d, "/?sort=denied"); !strings.Contains(shown(all(denied, "ol", "claims")[0].FirstChild.NextSibling), lamp) {
		t.Error("the most denied claim is not first")
	}
	last := "9999"
	for _, li := range all(all(open(t, d, "/?sort=newest"), "ol", "claims")[0], "span", "days") {
		at, err := time.Parse("2 Jan 2006", strings.TrimPrefix(shown(li), "first seen "))
		fatal(t, err)
		if day := at.Format("2006-01-02"); day > last {
			t.Errorf("a claim of %s stands behind one of %s", day, last)
		} else {
			last = day
		}
	}
	if last == "9999" {
		t.Error("no claim has a day")
	}
}

func TestClaim(t *testing.T) {
	d := demoDesk(t)
	address := link(t, open(t, d, "/"), lamp)
	page := open(t, d, address)
	a, err := d.tracer.Trace(t.Context(), strings.TrimPrefix(address, "/claim/"))
	fatal(t, err)
	contains(t, page, "However often it is repeated, it stands on one word: Abou Fanous.", "11 reports", "1 origin",
		"Denied by", "Daoud Sarhan", "number-changed", "nineteen", count(len(decisions(a)), "decision"), "Fold 3 copies", "Dragoman Digest")
	if n := len(all(page, "g", "row")); n != 14 {
		t.Errorf("the picture has %d rows, not 11 reports and 3 denials", n)
	}
	for class, n := range map[string]int{"origin": 1, "translator": 1, "denial": 2, "bottleneck": 2} {
		if got := len(all(page, "g", class)); got != n {
			t.Errorf("%d hands are drawn as %s, not %d", got, class, n)
		}
	}
}

// TestFold: copies go into the text that they copy, and what came from them
// hangs there.
func TestFold(t *testing.T) {
	d := demoDesk(t)
	address := link(t, open(t, d, "/"), lamp)
	page := open(t, d, address+"?copies=folded")
	contains(t, page, "Unfold 3 copies", "+2 copies", "+1 copy", "Leeward Bench")
	if n := len(all(page, "g", "row")); n != 11 {
		t.Errorf("the picture has %d rows, not 8 texts and 3 denials", n)
	}
}

func TestNothing(t *testing.T) {
	d := demoDesk(t)
	for _, address := range []string{"/nowhere", "/claim/c000", "/static/none.css"} {
		if w := get(d, address); w.Code != http.StatusNotFound {
			t.Errorf("%s: status %d", address, w.Code)
		}
	}
}

// TestWhatIf: without a hand its chains are gone, and so they are before it
// spoke; the page says how the claim stands without the question.
func TestWhatIf(t *testing.T) {
	d := demoDesk(t)
	address := link(t, open(t, d, "/"), lamp)
	page := open(t, d, address+"?without=Abou+Fanous")
	contains(t, page, "Nothing is left to stand on.", "11 chains fall", "As it is: 11 reports")
	page = open(t, d, address+"?without=The+Morning+Gull")
	contains(t, page, "without The Morning Gull", "7 reports")
	page = open(t, d, address+"?until=2018-11-05")
	contains(t, page, "until 5 Nov 2018", "2 reports", "1 origin")
	page = open(t, d, address+"?until=nonsense&without=Nobody")
	contains(t, page, "on no chain of this claim", "11 reports")
}

func TestFilter(t *testing.T) {
	d := demoDesk(t)
	for query, want := range map[string]struct {
		holds string
		least int
	}{
		"speaker=fanous": {lamp, 5}, "outlet=Radio+Rumman": {lamp, 2}, "stance=denies": {lamp, 1},
		"before=2018-11": {"ferry Hudhud", 1}, "after=2018-11-06&single=on": {"", 5},
	} {
		page := open(t, d, "/?"+query)
		contains(t, page, want.holds)
		if n := len(all(page, "a", "words")); n < want.least || n > claimsPerPage {
			t.Errorf("%s shows %d claims", query, n)
		}
	}
	contains(t, open(t, d, "/?speaker=nobody"), "No claim of the case fits.")
	first := open(t, d, "/?single=on")
	next := open(t, d, link(t, first, "More claims"))
	for _, a := range all(next, "a", "words") {
		for _, b := range all(first, "a", "words") {
			if attr(a, "href") == attr(b, "href") {
				t.Errorf("%s stands on two pages", shown(a))
			}
		}
	}
}

// TestMemo: what is remembered is counted anew once the case has changed.
func TestMemo(t *testing.T) {
	d := demoDesk(t)
	made := 0
	count := func() int {
		n, err := remember(d, "x", func() (int, error) { made++; return made, nil })
		fatal(t, err)
		return n
	}
	if first, second := count(), count(); first != 1 || second != 1 {
		t.Error("the same is made twice")
	}
	post(t, d, "/rulings", url.Values{"kind": {"same"}, "a": {"Abou Fanous"}, "b": {"Ilyas Qandil"}})
	if count() != 2 {
		t.Error("what was made before a ruling is shown after it")
	}
}
