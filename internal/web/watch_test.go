package web

import (
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hearsay/internal/store"
)

// TestWatch: a folder is read when it is watched, then only what is new in it;
// it can be stopped, resumed and ended, and is still watched by the next desk.
func TestWatch(t *testing.T) {
	d := emptyDesk(t)
	folder := t.TempDir()
	drop := func(name, text string) { fatal(t, os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600)) }
	change := func(do string) { post(t, d, "/reading/watch/change", url.Values{"path": {folder}, "do": {do}}) }
	drop("a.txt", "The Gull\n2018-11-04\n\nMina Tarr said that the ferry was late.\n")
	post(t, d, "/reading/watch", url.Values{"path": {folder + "/"}})
	waitFor(t, func() bool { return added(d) == 1 })
	contains(t, open(t, d, "/reading"), "watching "+folder, "1 new report", "every 10 seconds", "last at")

	change("stop")
	drop("b.txt", "The Crow\n2018-11-05\n\nMina Tarr told The Gull that the ferry was late.\n")
	change("look")
	time.Sleep(3 * watchTick)
	if added(d) != 1 {
		t.Error("a watch that was stopped reads on")
	}
	change("resume")
	change("look")
	waitFor(t, func() bool { return added(d) == 2 })
	contains(t, open(t, d, "/"), "the ferry was late", "2")

	looked := len(d.watches.all()) // a look that finds nothing leaves no line
	change("look")
	waitFor(t, func() bool { return !d.watches.all()[0].Looking })
	if n := strings.Count(shown(open(t, d, "/reading")), "watching "+folder); n != 2 || looked != 1 {
		t.Errorf("%d works are listed for two looks that found something", n)
	}

	again, err := New(Options{DB: d.db, Tracer: d.tracer, Reader: d.works.reader, Now: d.now})
	fatal(t, err)
	defer again.Close()
	if list := again.watches.all(); len(list) != 1 || list[0].Path != folder {
		t.Errorf("the next desk watches %v", list)
	}
	change("end")
	if len(d.watches.all()) != 0 {
		t.Error("a watch that was ended is still there")
	}
}

func added(d *Desk) (n int) {
	for _, w := range d.watches.all() {
		n += w.Added
	}
	return n
}

func waitFor(t *testing.T, come func() bool) {
	t.Helper()
	for end := time.Now().Add(patient); !come(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("it never came")
		}
	}
}

// TestWatchGone: a folder that goes away is a problem, and none any more once
// it is back.
func TestWatchGone(t *testing.T) {
	d := emptyDesk(t)
	folder := filepath.Join(t.TempDir(), "in")
	fatal(t, os.Mkdir(folder, 0o700))
	post(t, d, "/reading/watch", url.Values{"path": {folder}})
	look := func(want bool) {
		t.Helper()
		post(t, d, "/reading/watch/change", url.Values{"path": {folder}, "do": {"look"}})
		waitFor(t, func() bool { return (d.watches.all()[0].Trouble != "") == want })
	}
	fatal(t, os.Remove(folder))
	look(true)
	contains(t, all(open(t, d, "/reading"), "section", "")[0].Parent, "cannot be opened", "bring it back, or end the watch")
	fatal(t, os.Mkdir(folder, 0o700))
	look(false)
	contains(t, open(t, d, "/reading"), "Everything that was given was read.")
}

// TestBadWatches: what cannot be watched is refused with its reason.
func TestBadWatches(t *testing.T) {
	d := emptyDesk(t)
	for _, form := range []string{"", "path=relative", "path=%2Fnowhere%2Fat%2Fall", "path=ftp%3A%2F%2Fgull.example%2F"} {
		if code := send(d, "/reading/watch", "application/x-www-form-urlencoded", form).Code; code != http.StatusBadRequest {
			t.Errorf("%q: status %d", form, code)
		}
	}
	if code := send(d, "/reading/watch/change", "application/x-www-form-urlencoded", "path=x&do=stop").Code; code != http.StatusNotFound {
		t.Errorf("a watch that is none: status %d", code)
	}
}

// TestWatchPolite: an address is asked no more often than is polite, and less
// often while it fails.
func TestWatchPolite(t *testing.T) {
	now := time.Date(2026, 1, 2, 3, 0, 0, 0, time.UTC)
	for every, want := range map[string]time.Duration{"": addressEvery, "1s": addressEvery, "1h": time.Hour, "nonsense": addressEvery} {
		w, err := newWatch("https://gull.example/feed.xml", every, now)
		if err != nil || w.Every != want {
			t.Errorf("%q is every %s, %v", every, w.Every, err)
		}
	}
	w := &watch{Watch: store.Watch{Every: time.Hour}}
	for _, want := range []time.Duration{2, 4, 8, 16, 32, 32} {
		w.work = &work{State: failed, Failure: failure{Reason: "the host does not answer"}}
		if w.looked(now); w.due.Sub(now) != want*time.Hour {
			t.Errorf("after %d failures it looks again in %s", w.failed, w.due.Sub(now))
		}
	}
	w.work = &work{State: done}
	if w.looked(now); w.due.Sub(now) != time.Hour || w.Trouble != "" {
		t.Errorf("once it answers, it looks again in %s", w.due.Sub(now))
	}
}
