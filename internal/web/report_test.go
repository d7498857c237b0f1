package web

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestReport: the text is all there and in its order, statements are lit, and
// each has its card.
func TestReport(t *testing.T) {
	d := demoDesk(t)
	list, err := d.db.Publications(t.Context(), nil)
	fatal(t, err)
	for _, p := range list {
		page := open(t, d, reportAddress(p.ID))
		loaded, err := d.db.Texts(t.Context(), []int64{p.Num})
		fatal(t, err)
		var set strings.Builder
		for _, n := range all(page, "div", "said") {
			for c := range n.Descendants() {
				if c.Type == html.TextNode && !has(attr(c.Parent, "class"), "no") {
					set.WriteString(c.Data + "\n")
				}
			}
		}
		if want, got := squeeze(loaded[p.Num]), squeeze(set.String()); want != got {
			t.Errorf("%s: the page sets\n%s\nof\n%s", p.Path, got, want)
		}
		if cards, lit := len(all(page, "li", "card")), len(all(page, "mark", "")); cards > 0 && lit == 0 {
			t.Errorf("%s: %d cards and nothing lit", p.Path, cards)
		}
	}
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// TestDirection: a line without a letter stands where the language of its
// report begins; any other says so itself.
func TestDirection(t *testing.T) {
	d := desk(t, texts(t, map[string]string{
		"a.txt": "صحيفة المرفأ\n2018-11-05\n\nقالت هدى الراسي إن العبّارة لن تبحر هذا الأسبوع بسبب العاصفة.\n",
		"b.txt": "The Crow\n2018-11-05\n\nMina Tarr said that the ferry was late.\n",
	}))
	met := map[string]int{}
	for _, hash := range hashes(t, d) {
		for _, n := range all(open(t, d, "/report/"+hash), "div", "said") {
			want := "auto"
			if n.Parent.Parent != nil && attr(n.Parent.Parent, "lang") == "ar" && shown(n) == "2018-11-05" {
				want = "rtl"
			}
			if got := attr(n, "dir"); got != want {
				t.Errorf("%q is set with dir=%q, not %q", shown(n), got, want)
			}
			met[want]++
		}
	}
	if met["rtl"] != 1 || met["auto"] < 4 {
		t.Errorf("set: %v", met)
	}
}

// TestPassage: a line of the receipt opens at its evidence.
func TestPassage(t *testing.T) {
	d := demoDesk(t)
	claim := open(t, d, link(t, open(t, d, "/"), lamp))
	address, _, _ := strings.Cut(link(t, all(claim, "ol", "receipt")[0], "letter.txt"), "#")
	page := open(t, d, address)
	here := all(page, "mark", "here")
	if len(here) == 0 || attr(here[0], "id") != "here" || !strings.Contains(shown(here[0]), "مصباح المنارة") {
		t.Error("the passage that lends the lamp is not marked")
	}
	contains(t, page, "Beside its translation", "lent the lamp of the lighthouse to a wedding")
}
