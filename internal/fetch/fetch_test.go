package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"
	"time"

	"hearsay"
)

// site is a small server whose pages show one behaviour each.
func site(t *testing.T) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("/robots.txt", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "User-agent: *\nDisallow: /private/\nDisallow: /*.draft$\n")
	})
	mux.HandleFunc("/page", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, "<p>The ferry is late, says %s.</p>", r.UserAgent())
	})
	mux.HandleFunc("/packed", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		z.Write(bytes.Repeat([]byte("tide "), 4000))
		z.Close()
	})
	mux.Handle("/moved", http.RedirectHandler("/page#top", http.StatusFound))
	mux.Handle("/loop", http.RedirectHandler("/loop", http.StatusFound))
	mux.Handle("/hidden", http.RedirectHandler("/private/page", http.StatusMovedPermanently))
	mux.Handle("/file", http.RedirectHandler("file:///etc/hosts", http.StatusFound))
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.HandleFunc("/gone", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusGone) })
	mux.HandleFunc("/busy", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Retry-After", "120")
		w.WriteHeader(http.StatusTooManyRequests)
	})
	mux.HandleFunc("/feed", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"7"`)
		http.ServeContent(w, r, "feed.xml", time.Date(2031, 5, 4, 3, 2, 1, 0, time.UTC), strings.NewReader("<rss/>"))
	})
	mux.Handle("/old-feed", http.RedirectHandler("/feed", http.StatusMovedPermanently))
	mux.HandleFunc("/stubborn", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusNotModified) })
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s
}

// TestUnchanged: a server is told what it gave last, through redirects too, and
// need not give it again; a mark is not sent to another address.
func TestUnchanged(t *testing.T) {
	s, ctx := site(t), context.Background()
	c := New(quick())
	first, err := c.FetchChanged(ctx, s.URL+"/old-feed", Mark{})
	if err != nil || first.Unchanged || string(first.Bytes) != "<rss/>" {
		t.Fatalf("%+v, %v", first, err)
	}
	if want := (Mark{s.URL + "/feed", `"7"`, "Sun, 04 May 2031 03:02:01 GMT"}); first.Mark != want {
		t.Errorf("mark %+v", first.Mark)
	}
	for _, last := range []Mark{first.Mark, {first.Mark.URL, first.Mark.ETag, ""}, {first.Mark.URL, "", first.Mark.Modified}} {
		if again, err := c.FetchChanged(ctx, s.URL+"/old-feed", last); err != nil || !again.Unchanged || again.Bytes != nil {
			t.Errorf("%+v: %+v, %v", last, again, err)
		}
	}
	for _, last := range []Mark{{first.Mark.URL, `"6"`, ""}, {s.URL + "/page", first.Mark.ETag, ""}, {}} {
		if again, err := c.FetchChanged(ctx, s.URL+"/feed", last); err != nil || again.Unchanged || again.Bytes == nil {
			t.Errorf("%+v: %+v, %v", last, again, err)
		}
	}
	if page, err := c.Fetch(ctx, s.URL+"/page"); err != nil || page.Mark != (Mark{}) {
		t.Errorf("a page without a mark: %+v, %v", page, err)
	}
	if page, err := c.Fetch(ctx, s.URL+"/stubborn"); err == nil {
		t.Errorf("an answer to a question that was not asked: %+v", page)
	}
}

func quick() Options {
	return Options{Version: "1.2", AllowPrivate: true, MaxBytes: 8 << 10, Timeout: time.Second, Delay: time.Nanosecond}
}

func TestFetch(t *testing.T) {
	s := site(t)
	now := time.Date(2031, 5, 4, 3, 2, 1, 0, time.FixedZone("", 7200))
	opt := quick()
	opt.Now = func() time.Time { return now }
	c := New(opt)
	page, err := c.Fetch(t.Context(), s.URL+"/moved")
	if err != nil {
		t.Fatal(err)
	}
	if page.URL != s.URL+"/moved" || page.FinalURL != s.URL+"/page" {
		t.Errorf("addresses %q, %q", page.URL, page.FinalURL)
	}
	if got := string(page.Bytes); !strings.Contains(got, "says hearsay/1.2.") {
		t.Errorf("body %q", got)
	}
	if page.ContentType != "text/html; charset=utf-8" || !page.Fetched.Equal(now) || page.Fetched.Location() != time.UTC {
		t.Errorf("type %q, fetched %v", page.ContentType, page.Fetched)
	}
}

func TestErrorsAreSentences(t *testing.T) {
	s := site(t)
	tests := []struct {
		address string
		code    hearsay.Code
		says    string
	}{
		{s.URL + "/private/page", hearsay.CodeRefused, "robots.txt"},
		{s.URL + "/a/b.draft", hearsay.CodeRefused, "robots.txt"},
		{s.URL + "/hidden", hearsay.CodeRefused, "robots.txt"},
		{s.URL + "/file", hearsay.CodeRefused, "only http and https"},
		{s.URL + "/loop", hearsay.CodeUnreadable, "redirects more than"},
		{s.URL + "/packed", hearsay.CodeTooLarge, "larger than"},
		{s.URL + "/gone", hearsay.CodeUnreadable, "410"},
		{s.URL + "/busy", hearsay.CodeUnreadable, "try again after 120"},
		{s.URL + "/slow", hearsay.CodeUnreadable, "in time"},
		{"ftp://harbour.example/tides", hearsay.CodeRefused, "only http and https"},
		{"http://", hearsay.CodeUsage, "no host"},
		{"http://[::1", hearsay.CodeUsage, "not a web address"},
		{"https://ada:secret@harbour.example/", hearsay.CodeRefused, "password"},
		{"http://127.0.0.1:1/", hearsay.CodeUnreadable, "could not be fetched"},
	}
	for _, tt := range tests {
		_, err := New(quick()).Fetch(t.Context(), tt.address)
		var e *hearsay.Error
		if !errors.As(err, &e) {
			t.Errorf("%s: %v", tt.address, err)
			continue
		}
		if e.Code != tt.code || e.Path != tt.address || e.Remedy == "" || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: code %s, %v", tt.address, e.Code, err)
		}
	}
}

func TestPrivateAddressesAreRefused(t *testing.T) {
	s := site(t)
	opt := quick()
	opt.AllowPrivate = false
	port := s.URL[strings.LastIndex(s.URL, ":"):]
	for _, host := range []string{"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254", "10.0.0.1", "0.0.0.0"} {
		_, err := New(opt).Fetch(t.Context(), "http://"+host+port+"/page")
		if hearsay.CodeOf(err) != hearsay.CodeRefused || !strings.Contains(err.Error(), "--allow-private") {
			t.Errorf("%s: %v", host, err)
		}
	}
}

func TestPublic(t *testing.T) {
	for _, a := range []string{"93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822", "::ffff:93.184.216.34"} {
		if !Public(netip.MustParseAddr(a)) {
			t.Errorf("%s is public", a)
		}
	}
	for _, a := range []string{
		"127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.100.100.200",
		"0.0.0.0", "224.0.0.1", "255.255.255.255", "240.0.0.1", "198.18.0.1", "192.0.0.192", "168.63.129.16",
		"::", "::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1", "fec0::1",
		"::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "2001::1",
	} {
		if Public(netip.MustParseAddr(a)) {
			t.Errorf("%s is not public", a)
		}
	}
}

func TestOneHostIsAskedSlowly(t *testing.T) {
	s := site(t)
	opt := quick()
	opt.Delay = 60 * time.Millisecond
	c := New(opt)
	start := time.Now()
	for range 3 {
		if _, err := c.Fetch(t.Context(), s.URL+"/page"); err != nil {
			t.Fatal(err)
		}
	}
	if d := time.Since(start); d < 120*time.Millisecond {
		t.Errorf("three requests took %v", d)
	}
}

func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := New(quick()).Fetch(ctx, site(t).URL+"/page")
	if err == nil || !strings.Contains(err.Error(), "interrupted") {
		t.Error(err)
	}
}

func TestRobotsThatFailForbid(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			w.WriteHeader(http.StatusBadGateway)
		}
	}))
	defer s.Close()
	if _, err := New(quick()).Fetch(t.Context(), s.URL+"/page"); hearsay.CodeOf(err) != hearsay.CodeRefused {
		t.Error(err)
	}
}

func TestRobots(t *testing.T) {
	const robots = "\ufeffUser-Agent: other\nUser-agent: Hearsay/2.0 # us\nDisallow: /*/print$\nAllow: /desk\nDisallow: /desk\n" +
		"Disallow: /caf%C3%A9\nDisallow: /q?*sort=\nnonsense\nCrawl-delay: 900\n\nUser-agent: *\nDisallow: /\n"
	own, others := parseRobots([]byte(robots), "hearsay"), parseRobots([]byte(robots), "third")
	if own.delay != maxDelay || others.delay != 0 {
		t.Errorf("delays %v, %v", own.delay, others.delay)
	}
	for path, want := range map[string]bool{
		"/": true, "/desk": true, "/a/print": false, "/a/print/2": true, "/café/menu": false,
		"/caf%c3%a9": false, "/q?page=2&sort=up": false, "/q?page=2": true,
	} {
		u, err := url.Parse("https://paper.example" + path)
		if err != nil {
			t.Fatal(err)
		}
		if own.allow(u) != want || others.allow(u) {
			t.Errorf("%s: own %v, others %v", path, own.allow(u), others.allow(u))
		}
	}
	if !parseRobots([]byte("User-agent: *\nDisallow: /\nUser-agent: hearsay\nDisallow:\n"), "hearsay").allow(&url.URL{Path: "/x"}) {
		t.Error("an own group without rules allows everything")
	}
}

func FuzzRobots(f *testing.F) {
	f.Add("User-agent: *\nDisallow: /*a*b$\nAllow: /", "/xaxb")
	f.Add("user-agent:hearsay\ndisallow:%zz", "/%zz")
	f.Fuzz(func(t *testing.T, robots, path string) {
		parseRobots([]byte(robots), "hearsay").allow(&url.URL{Path: path})
	})
}
