package web

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"hearsay"
)

// TestRule: two names become one, and two again.
func TestRule(t *testing.T) {
	d := demoDesk(t)
	names := open(t, d, "/names")
	fanous := link(t, names, "Abou Fanous")
	contains(t, open(t, d, fanous), "أبو فانوس", "Abu Fanus", "one name in two scripts", "not sure")
	back := post(t, d, "/rulings", url.Values{"kind": {"same"}, "a": {"Abou Fanous"}, "b": {"Ilyas Qandil"}, "back": {"/names?q=Abou+Fanous"}})
	page := open(t, d, attr(all(open(t, d, back), "table", "")[0].LastChild.FirstChild.NextSibling.FirstChild.FirstChild, "href"))
	contains(t, all(page, "dl", "spellings")[0], "Ilyas Qandil", "Abou Fanous")
	contains(t, page, "is the same as", "undo")
	post(t, d, "/rulings/1/undo", url.Values{})
	page = open(t, d, link(t, open(t, d, back), "Abou Fanous"))
	if strings.Contains(shown(all(page, "dl", "spellings")[0]), "Ilyas Qandil") {
		t.Error("a ruling that was undone still joins two names")
	}
	contains(t, open(t, d, "/rulings"), "Ilyas Qandil", "undone")
}

func TestBadRulings(t *testing.T) {
	d := demoDesk(t)
	for _, form := range []string{"kind=same&a=x", "kind=same&a=x&b=x", "kind=mad&a=x&b=y", ""} {
		if code := send(d, "/rulings", "application/x-www-form-urlencoded", form).Code; code != http.StatusBadRequest {
			t.Errorf("%q: status %d", form, code)
		}
	}
	for _, back := range []string{"//evil.example/", "https://evil.example/", `/\evil.example`, ""} {
		if got := local(back, "/rulings"); got != "/rulings" {
			t.Errorf("a ruling leads to %q", got)
		}
	}
}

// TestReading: a text that is pasted is read, and shows on the front page.
func TestReading(t *testing.T) {
	d := desk(t, texts(t, map[string]string{"a.txt": "The Gull\n2018-11-04\n\nMina Tarr said that the ferry was late.\n"}))
	to := post(t, d, "/reading/text", url.Values{"text": {"The Crow\n2018-11-05\n\nMina Tarr told The Gull that the ferry was late."}})
	for end := time.Now().Add(time.Minute); d.works.busy() && time.Now().Before(end); {
		time.Sleep(5 * time.Millisecond)
	}
	contains(t, open(t, d, to), "a pasted text", "done: 1 report, 1 new")
	contains(t, open(t, d, "/"), "the ferry was late", "2")
}

// TestTooMuch: an upload has an end.
func TestTooMuch(t *testing.T) {
	d := demoDesk(t)
	d.uploadMost = 1 << 10
	for size, want := range map[int]int{1 << 9: http.StatusSeeOther, 1 << 11: http.StatusRequestEntityTooLarge} {
		body := "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n\r\n" + strings.Repeat("x", size) + "\r\n--x--\r\n"
		if code := send(d, "/reading/files", "multipart/form-data; boundary=x", body).Code; code != want {
			t.Errorf("an upload of %d bytes: status %d", size, code)
		}
	}
	if code := send(d, "/reading/text", "application/x-www-form-urlencoded", "text="+strings.Repeat("x", pasteMost)).Code; code != http.StatusRequestEntityTooLarge {
		t.Errorf("status %d", code)
	}
	if code := send(d, "/reading/files", "multipart/form-data; boundary=x", "--x--\r\n").Code; code != http.StatusBadRequest {
		t.Errorf("no file: status %d", code)
	}
}

// TestReject: a statement that is none counts no more, and counts again when
// the ruling is undone.
func TestReject(t *testing.T) {
	d := demoDesk(t)
	claim := link(t, open(t, d, "/"), lamp)
	ofReport, _, _ := strings.Cut(link(t, all(open(t, d, claim), "ol", "receipt")[0], "leeward.md"), "#")
	page := open(t, d, ofReport)
	here := all(page, "mark", "here")[0]
	no := shown(here.PrevSibling)
	card := all(page, "li", "card")
	var id string
	for _, c := range card {
		if attr(c, "id") == "s"+no {
			for _, in := range all(c, "input", "") {
				if attr(in, "name") == "a" {
					id = attr(in, "value")
				}
			}
		}
	}
	post(t, d, "/rulings", url.Values{"kind": {"reject"}, "a": {id}})
	contains(t, open(t, d, "/trace?q=the+lamp+of+the+lighthouse+was+lent+to+a+wedding"), "10 reports")
	contains(t, open(t, d, "/rulings"), "is no statement")
	contains(t, open(t, d, ofReport), "Rulings on it", "is no statement", "undo")
	post(t, d, "/rulings/1/undo", url.Values{})
	contains(t, open(t, d, claim), "11 reports")
}

// TestUnsure: a decision that a person leaves open stands as it is and is not
// asked about again, until that is undone.
func TestUnsure(t *testing.T) {
	d := demoDesk(t)
	asked := func() (list []string) {
		for _, f := range all(open(t, d, "/review"), "form", "") {
			pair := ""
			for _, in := range all(f, "input", "") {
				if n := attr(in, "name"); n == "a" || n == "b" {
					pair += attr(in, "value") + "\n"
				}
			}
			list = append(list, pair)
		}
		return list
	}
	before := asked()
	var a, b string
	for _, one := range before {
		if pair := strings.Split(one, "\n"); len(pair) == 3 {
			a, b = pair[0], pair[1]
			break
		}
	}
	front := shown(all(open(t, d, "/"), "ol", "claims")[0])
	post(t, d, "/rulings", url.Values{"kind": {"unsure"}, "a": {a}, "b": {b}})
	if after := asked(); slices.Contains(after, a+"\n"+b+"\n") {
		t.Errorf("asked again: %q", after)
	}
	if now := shown(all(open(t, d, "/"), "ol", "claims")[0]); now != front {
		t.Error("a decision that was left open changed a count")
	}
	contains(t, open(t, d, "/rulings"), "left open")
	post(t, d, "/rulings/1/undo", url.Values{})
	if !slices.Equal(asked(), before) {
		t.Error("what was left open is not asked again once that is undone")
	}
}

// TestReviewLarge: a large case does not wait to be looked through: until that
// is done it shows what was found before, without what was ruled on since.
func TestReviewLarge(t *testing.T) {
	d := demoDesk(t)
	d.reviewedMost = 1
	waitFor(t, func() bool { _, found := d.doubts.get(d.stamp(), "all"); return found })
	page := open(t, d, "/review")
	first := all(all(page, "ol", "doubts")[0], "li", "")
	form := url.Values{"kind": {"unsure"}}
	for _, in := range all(first[0], "input", "") {
		form.Add(attr(in, "name"), attr(in, "value"))
	}
	if _, err := d.db.AddRuling(t.Context(), hearsay.Ruling{Kind: hearsay.RuleUnsure, A: form.Get("a"), B: form.Get("b")}); err != nil {
		t.Fatal(err)
	}
	d.doubts.forget() // as a ruling makes it
	page = open(t, d, "/review")
	contains(t, page, "these are from before")
	if n := len(all(all(page, "ol", "doubts")[0], "li", "")); n != len(first)-1 {
		t.Errorf("%d decisions wait after one of %d was ruled on", n, len(first))
	}
	d.doubtsBefore.Store(nil)
	contains(t, open(t, d, "/review"), "still being looked through", "Look again")
}

func TestReview(t *testing.T) {
	d := demoDesk(t)
	page := open(t, d, "/review")
	if n := len(all(page, "ol", "doubts")); n != 1 {
		t.Fatalf("nothing waits for a ruling: %s", shown(page))
	}
	contains(t, page, "% sure")
}
