package web

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"hearsay"
)

// TestHost: the desk answers to the names of this machine only, so that no
// other site can lead a browser here under its own.
func TestHost(t *testing.T) {
	d := demoDesk(t)
	for host, want := range map[string]int{
		"127.0.0.1:8080": 200, "localhost:8080": 200, "[::1]:8080": 200, "localhost": 200,
		"evil.example": 421, "127.0.0.1.evil.example:8080": 421, "10.0.0.1:8080": 421, "": 421,
	} {
		r := httptest.NewRequest("GET", "/keys", nil)
		r.Host = host
		w := httptest.NewRecorder()
		d.Handler().ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("host %q: status %d, not %d", host, w.Code, want)
		}
	}
}

// TestListen: no address that others can reach.
func TestListen(t *testing.T) {
	for _, address := range []string{"0.0.0.0:0", ":0", "192.168.1.2:80", "example.org:80"} {
		if _, err := Listen(address); hearsay.CodeOf(err) != hearsay.CodeRefused {
			t.Errorf("%s is not refused: %v", address, err)
		}
	}
	l, err := Listen("127.0.0.1:0")
	fatal(t, err)
	l.Close()
}

// TestCrossOrigin: nothing that changes the case can be sent from another site,
// whether the browser says so itself or only where it comes from.
func TestCrossOrigin(t *testing.T) {
	d := demoDesk(t)
	for _, path := range []string{"/rulings", "/rulings/1/undo", "/source/grade", "/reading/files", "/reading/text", "/reading/addresses", "/reading/watch", "/reading/watch/change"} {
		for key, value := range map[string]string{"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"} {
			r := httptest.NewRequest("POST", "http://127.0.0.1"+path, strings.NewReader("kind=same&a=x&b=y"))
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			r.Header.Set(key, value)
			w := httptest.NewRecorder()
			d.Handler().ServeHTTP(w, r)
			if w.Code != http.StatusForbidden {
				t.Errorf("%s from another site (%s: %s) is answered with %d", path, key, value, w.Code)
			}
		}
	}
	if list, err := d.db.Rulings(t.Context()); err != nil || len(list) > 0 {
		t.Errorf("a ruling was made: %v, %v", list, err)
	}
}

// TestPolicy: no page allows inline scripts or styles, or another host, and
// none has any.
func TestPolicy(t *testing.T) {
	d := demoDesk(t)
	w := get(d, "/")
	csp := w.Header().Get("Content-Security-Policy")
	if !strings.HasPrefix(csp, "default-src 'none'") || strings.Contains(csp, "unsafe") || strings.Contains(csp, "http") {
		t.Errorf("policy %q", csp)
	}
	page := parse(t, w.Body.String())
	for _, n := range all(page, "", "") {
		for _, a := range n.Attr {
			if a.Key == "style" || strings.HasPrefix(a.Key, "on") || (a.Key == "src" || n.Data == "link" && a.Key == "href") && !strings.HasPrefix(a.Val, "/static/") {
				t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
			}
		}
		if n.Data == "style" || n.Data == "script" && attr(n, "src") == "" {
			t.Errorf("inline <%s>", n.Data)
		}
	}
}

// hostile are reports that try to act on the page: with markup, with characters
// that turn the text, with a word without end.
func hostile() map[string]string {
	evil := `<script>hurt=1</script> "><img src=x onerror=hurt=2> {{.}} ` + "\u202e" + `reversed`
	giant := strings.Repeat("Donaudampfschifffahrt", 500)
	return map[string]string{
		"a<b>.txt": "The <i>Gull</i>\n2018-11-04\n\nMina Tarr said that the bridge " + evil + " was closed on Monday.\n\n" + giant + " said that the ferry was late.\n",
		"b.txt":    "The Crow\n2018-11-05\n\nMina Tarr said that the bridge " + evil + " was closed on Monday.\n",
	}
}

// TestHostile: what reports say is shown and never done.
func TestHostile(t *testing.T) {
	d := desk(t, texts(t, hostile()))
	page := open(t, d, "/")
	for _, a := range all(page, "a", "words") {
		claim := open(t, d, attr(a, "href"))
		for _, p := range []string{"img", "i"} {
			if n := len(all(claim, p, "")); n > 0 {
				t.Errorf("%d <%s> on the page of a claim", n, p)
			}
		}
		if n := len(all(claim, "script", "")); n != 1 {
			t.Errorf("%d scripts on the page of a claim", n)
		}
		if strings.ContainsRune(shown(claim), '\u202e') {
			t.Error("a control character turns the text of a page")
		}
	}
	for _, hash := range hashes(t, d) {
		report := open(t, d, "/report/"+hash)
		if len(all(report, "img", "")) > 0 || len(all(report, "script", "")) != 1 || strings.ContainsRune(shown(report), '\u202e') {
			t.Errorf("the page of report %s does what the report says", hash)
		}
		contains(t, report, "U+202E", "<script>hurt=1</script>")
	}
}

// TestRaw: original bytes are a file to keep, never a page.
func TestRaw(t *testing.T) {
	const text = "<html><script>alert(1)</script><p>Mina Tarr said that the ferry was late.</p></html>"
	d := desk(t, texts(t, map[string]string{"a \"b\".html": text}))
	w := get(d, "/report/"+hashes(t, d)[0]+"/raw")
	if w.Body.String() != text {
		t.Error("the original bytes came back changed")
	}
	if h := w.Header(); !strings.HasPrefix(h.Get("Content-Disposition"), "attachment") || h.Get("Content-Type") != "application/octet-stream" || h.Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("headers %v", h)
	}
}

// hashes are those of all reports.
func hashes(t testing.TB, d *Desk) (list []string) {
	t.Helper()
	placed, err := d.db.Publications(t.Context(), nil)
	fatal(t, err)
	for _, p := range placed {
		list = append(list, strings.TrimPrefix(p.ID, "sha256:"))
	}
	return list
}
