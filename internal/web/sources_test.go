package web

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestSources: each outlet with what it was how often, and hands that published
// nothing.
func TestSources(t *testing.T) {
	d := demoDesk(t)
	page := open(t, d, "/sources")
	for outlet, want := range map[string]string{
		"Ferry Queue":      "Ferry Queue English 6 Nov 2018 – 9 Nov 2018 3 1 3 1 1",
		"GullGo":           "GullGo Gull Media English 7 Nov 2018 1 1 1",
		"The Morning Gull": "The Morning Gull Gull Media English 6 Nov 2018 1 1 3",
		"Abou Fanous":      "Abou Fanous person 58",
	} {
		found := ""
		for _, tr := range all(page, "tr", "") {
			if line := shown(tr); strings.HasPrefix(line, outlet+" ") && found == "" {
				found = line
			}
		}
		if found != want {
			t.Errorf("the line of %s is %q, not %q", outlet, found, want)
		}
	}
	contains(t, open(t, d, link(t, page, "Ferry Queue")), "origin 1", "relay 3", "copier 1")
	hand := open(t, d, link(t, page, "Abou Fanous"))
	contains(t, hand, "published no report here", "Arabic", "4 Nov 2018 to", "origin: its own word",
		"What it said that others deny", "Lights and Buoys Office , 8 Nov 2018", "Reports in which it speaks", "letter")
	if code := get(d, "/source?name=Nobody").Code; code != 404 {
		t.Errorf("a source that is none: status %d", code)
	}
}

// TestGrade: a grade has a reason, its history is kept, and it can be taken
// back; it is there in the list too.
func TestGrade(t *testing.T) {
	d := demoDesk(t)
	grade := func(letter, reason string) {
		t.Helper()
		post(t, d, "/source/grade", url.Values{"outlet": {"GullGo"}, "grade": {letter}, "reason": {reason}})
	}
	letters := func() (list []string, required bool) {
		s := all(open(t, d, "/source?name=GullGo"), "select", "")[0]
		for _, o := range all(s, "option", "") {
			list = append(list, attr(o, "value"))
		}
		return list, slices.ContainsFunc(s.Attr, func(a html.Attribute) bool { return a.Key == "required" })
	}
	if list, required := letters(); !required || !slices.Equal(list, []string{"", "A", "B", "C", "D", "E", "F"}) {
		t.Errorf("before a grade, one is chosen already: %q, required %t", list, required)
	}
	grade("C", "copies without saying so")
	if list, required := letters(); required || !slices.Equal(list, []string{"A", "B", "C", "D", "E", "F", ""}) {
		t.Errorf("with a grade, it cannot be taken back: %q, required %t", list, required)
	}
	grade("D", "and does not correct it")
	page := open(t, d, "/source?name=GullGo")
	contains(t, all(page, "ol", "receipt")[0], "C copies without saying so", "D and does not correct it")
	contains(t, page, "not usually reliable")
	line := func() string {
		for _, tr := range all(open(t, d, "/sources"), "tr", "") {
			if strings.HasPrefix(shown(tr), "GullGo ") {
				return shown(tr)
			}
		}
		return ""
	}
	if !strings.HasSuffix(line(), " D") {
		t.Errorf("the list says %q", line())
	}
	grade("", "it has a new editor")
	contains(t, open(t, d, "/source?name=GullGo"), "Not graded.", "none it has a new editor")
	if strings.HasSuffix(line(), " D") {
		t.Error("a grade that was taken back stands in the list")
	}
	for _, form := range []string{"outlet=GullGo&grade=A&reason=", "outlet=GullGo&grade=G&reason=x"} {
		if code := send(d, "/source/grade", "application/x-www-form-urlencoded", form).Code; code != 400 {
			t.Errorf("%s: status %d", form, code)
		}
	}
}

// TestTakenBack: what a source denies itself, later and in another report, is
// told apart from what others deny.
func TestTakenBack(t *testing.T) {
	d := desk(t, texts(t, map[string]string{
		"a.txt": "The Gull\n2018-11-04\n\nMina Tarr said that the north pier was sold to a bank on Monday.\n",
		"b.txt": "The Crow\n2018-11-05\n\nThe Pier Office denied that the north pier was sold to a bank on Monday.\n",
		"c.txt": "The Owl\n2018-11-08\n\nMina Tarr denied that the north pier was sold to a bank on Monday.\n",
	}))
	page := open(t, d, "/source?name=Mina+Tarr")
	said := map[string]string{}
	for _, s := range all(page, "section", "") {
		said[attr(s, "id")] = shown(s)
	}
	if !strings.Contains(said["corrected"], "Mina Tarr , 8 Nov 2018") || strings.Contains(said["corrected"], "Pier Office") {
		t.Errorf("taken back: %q", said["corrected"])
	}
	if !strings.Contains(said["denied"], "Pier Office , 5 Nov 2018") || strings.Contains(said["denied"], "denied by Mina Tarr") {
		t.Errorf("denied: %q", said["denied"])
	}
}
