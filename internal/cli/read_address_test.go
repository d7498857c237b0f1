package cli

import (
	"context"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"hearsay/internal/fetch"
	"hearsay/internal/pipeline"
	"hearsay/internal/store"
)

// TestWatchedAddress: a feed that is watched is sent again only if it has
// changed, or if what it gave last could not be read.
func TestWatchedAddress(t *testing.T) {
	ctx := context.Background()
	body, tag, down, sent := feedOf("The ferry was late, Mina Tarr said."), `"1"`, false, 0
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/robots.txt":
			http.NotFound(w, r)
		case down:
			w.WriteHeader(http.StatusBadGateway)
		case r.Header.Get("If-None-Match") == tag:
			w.WriteHeader(http.StatusNotModified)
		default:
			sent++
			w.Header().Set("ETag", tag)
			w.Header().Set("Content-Type", "application/rss+xml")
			w.Write([]byte(body))
		}
	}))
	defer s.Close()
	db, err := store.Open(ctx, ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	p, err := pipeline.New(db, pipeline.Options{Workers: 1})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	client := fetch.New(fetch.Options{AllowPrivate: true, Delay: time.Nanosecond})
	look := func(watched bool, added, sum, problems int) {
		t.Helper()
		got, err := readAddress(ctx, db, p, client, s.URL+"/feed", watched)
		if err != nil {
			t.Fatal(err)
		}
		left, err := db.Problems(ctx)
		if err != nil || got.Added != added || sent != sum || len(left) != problems {
			t.Errorf("%d added, sent %d times, problems %v, %v; want %d, %d and %d", got.Added, sent, left, err, added, sum, problems)
		}
	}
	look(true, 1, 1, 0)
	look(true, 0, 1, 0)  // it is as it was
	look(false, 0, 2, 0) // a person who asks for it gets it
	body, tag = feedOf("The ferry was early, Mina Tarr said."), `"2"`
	look(true, 1, 3, 0)
	down = true
	look(true, 0, 3, 1)
	down = false
	look(true, 0, 4, 0) // all of it, and the problem is none any more
	look(true, 0, 4, 0)
	if err := db.DropWatch(ctx, s.URL+"/feed"); err != nil {
		t.Fatal(err)
	}
	look(true, 0, 5, 0) // a watch that begins anew knows nothing
}

func feedOf(text string) string {
	return `<rss version="2.0"><channel><title>The Gull</title><item><title>Ferry</title><description>` + text + `</description><pubDate>Sun, 04 Nov 2018 10:00:00 GMT</pubDate></item></channel></rss>`
}
