// Package web is the desk: the case in a browser. Pages are rendered here and
// work without a script; small scripts only move what is on a page already.
//
// It keeps three promises. Nothing that a report says is ever markup: templates
// escape it, characters that turn the direction of text are shown, and links of
// a report open only when asked for. Nothing leaves the machine: every page
// forbids any source but this server. And it changes the case only by what a
// person does on a page of its own: requests from other sites are refused.
//
// One file makes one page. What a page shows comes from trace, search and
// store; no page counts anything itself.
package web

import (
	"context"
	"html/template"
	"net/http"
	"path/filepath"
	"sync/atomic"
	"time"

	"hearsay"
	"hearsay/internal/store"
	"hearsay/internal/trace"
)

// Options are what the desk stands on.
type Options struct {
	DB     *store.DB
	Tracer *trace.Tracer
	Reader Reader
	Now    func() time.Time
}

// Desk serves the pages of one case.
type Desk struct {
	db      *store.DB
	tracer  *trace.Tracer
	now     func() time.Time
	static  *static
	pages   map[string]*template.Template
	works   *works
	watches *watches

	memo, answers, ranks, doubts memo

	doubtsBefore atomic.Pointer[[]trace.Doubt] // found last, however the case has changed since
	reviewedMost int                           // reports

	uploadMost int64 // bytes of one upload

	closing chan struct{} // closed by Close
	stop    context.CancelFunc
	stopped chan struct{}
}

// New makes the desk of a case. It reads and counts in the background until it
// is closed.
func New(o Options) (*Desk, error) {
	d := &Desk{db: o.DB, tracer: o.Tracer, now: o.Now, memo: memo{most: linesKept}, answers: memo{most: answersKept}, ranks: memo{most: 1}, doubts: memo{most: 1},
		reviewedMost: reviewedMost, uploadMost: uploadMost}
	var err error
	if d.static, err = newStatic(); err != nil {
		return nil, err
	}
	if d.pages, err = parsePages(d.static); err != nil {
		return nil, err
	}
	d.works = newWorks(o.Reader, o.Now, d.caseName())
	ctx, stop := context.WithCancel(context.Background())
	if d.watches, err = newWatches(ctx, o.DB, d.works, o.Now); err != nil {
		stop()
		return nil, err
	}
	d.closing, d.stop, d.stopped = make(chan struct{}), stop, make(chan struct{})
	go func() {
		d.works.run(ctx, d.warm)
		close(d.stopped)
	}()
	go d.watches.run(ctx)
	return d, nil
}

// Close ends what runs in the background, and waits for it. What was read
// before is kept.
func (d *Desk) Close() {
	close(d.closing)
	d.stop()
	<-d.stopped
}

// Handler answers all requests.
func (d *Desk) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /static/", d.static)
	mux.HandleFunc("GET /{$}", d.page(d.claims))
	mux.HandleFunc("GET /claim/{id}", d.page(d.claim))
	mux.HandleFunc("GET /trace", d.page(d.trace))
	mux.HandleFunc("GET /search", d.page(d.search))
	mux.HandleFunc("GET /search/complete", d.complete)
	mux.HandleFunc("GET /report/{hash}", d.page(d.report))
	mux.HandleFunc("GET /report/{hash}/raw", d.page(d.raw))
	mux.HandleFunc("GET /names", d.page(d.names))
	mux.HandleFunc("GET /name/{id}", d.page(d.name))
	mux.HandleFunc("GET /sources", d.page(d.sources))
	mux.HandleFunc("GET /source", d.page(d.source))
	mux.HandleFunc("POST /source/grade", d.page(d.grade))
	mux.HandleFunc("GET /network", d.page(d.network))
	mux.HandleFunc("GET /reading", d.page(d.reading))
	mux.HandleFunc("GET /reading/events", d.events)
	mux.HandleFunc("POST /reading/files", d.page(d.upload))
	mux.HandleFunc("POST /reading/text", d.page(d.paste))
	mux.HandleFunc("POST /reading/addresses", d.page(d.fetch))
	mux.HandleFunc("POST /reading/watch", d.page(d.watchPath))
	mux.HandleFunc("POST /reading/watch/change", d.page(d.watchChange))
	mux.HandleFunc("GET /review", d.page(d.review))
	mux.HandleFunc("GET /rulings", d.page(d.rulings))
	mux.HandleFunc("POST /rulings", d.page(d.rule))
	mux.HandleFunc("POST /rulings/{id}/undo", d.page(d.undo))
	mux.HandleFunc("GET /keys", d.page(d.keys))
	mux.HandleFunc("/", d.page(d.nothing))
	return guarded(mux)
}

// coverage is what the case holds, at the foot of every page.
type coverage struct {
	Reports   int
	Languages []string
	Unread    int
}

func (d *Desk) coverage(ctx context.Context) (coverage, error) {
	return remember(d, "coverage", func() (c coverage, err error) {
		if c.Reports, err = d.db.CountReports(ctx); err != nil {
			return c, err
		}
		if c.Languages, err = d.db.Languages(ctx); err != nil {
			return c, err
		}
		problems, err := d.db.Problems(ctx)
		c.Unread = len(problems)
		return c, err
	})
}

func (d *Desk) caseName() string { return filepath.Base(d.db.Path()) }

// nothing answers an address that has no page.
func (d *Desk) nothing(http.ResponseWriter, *http.Request) (*view, error) {
	return nil, hearsay.Errorf(hearsay.CodeNotFound, "", "there is no page at this address").Do("go back to the claims")
}

func (d *Desk) keys(http.ResponseWriter, *http.Request) (*view, error) {
	return &view{Page: "keys", Title: "Keys"}, nil
}
