package web

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"hearsay"
	"hearsay/internal/store"
)

// watch is a folder or an address that the desk looks at again and again,
// with how that goes.
type watch struct {
	store.Watch
	Looked  time.Time // when it last did; zero before
	Added   int       // new reports since the desk was opened
	Trouble string    // of the last look
	Looking bool

	due    time.Time
	failed int // looks in a row
	work   *work
}

// How often a watch looks. A folder costs nobody anything; an address is asked
// as seldom as it can be, and more seldom while it fails.
const (
	folderEvery  = 10 * time.Second
	addressEvery = 15 * time.Minute
	failuresMost = 5 // that each double the time until the next look
	watchTick    = 200 * time.Millisecond
)

// watches are those of the case. What is watched is kept in the case, so that
// the desk goes on with it when it is opened again.
type watches struct {
	db    *store.DB
	works *works
	now   func() time.Time

	mu   sync.Mutex
	list []*watch
}

func newWatches(ctx context.Context, db *store.DB, works *works, now func() time.Time) (*watches, error) {
	ws := &watches{db: db, works: works, now: now}
	return ws, ws.load(ctx)
}

// load takes over what the case says is watched, and keeps how each goes.
func (ws *watches) load(ctx context.Context) error {
	kept, err := ws.db.Watches(ctx)
	if err != nil {
		return err
	}
	ws.mu.Lock()
	defer ws.mu.Unlock()
	known := map[string]*watch{}
	for _, w := range ws.list {
		known[w.Path] = w
	}
	ws.list = nil
	for _, k := range kept {
		w := known[k.Path]
		if w == nil {
			w = &watch{due: ws.now()}
		}
		w.Watch = k
		ws.list = append(ws.list, w)
	}
	return nil
}

// run looks at what is due until ctx ends.
func (ws *watches) run(ctx context.Context) {
	tick := time.NewTicker(watchTick)
	defer tick.Stop()
	for {
		if ws.step() {
			ws.works.change(func() {}) // those who watch the page see it
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// step ends looks that are done and begins those that are due; it tells
// whether anything changed.
func (ws *watches) step() (changed bool) {
	ws.mu.Lock()
	defer ws.mu.Unlock()
	for _, w := range ws.list {
		switch {
		case w.work != nil && w.work.over():
			w.looked(ws.now())
			changed = true
		case w.work == nil && !w.Stopped && !ws.now().Before(w.due):
			ws.look(w)
			changed = true
		}
	}
	return changed
}

func (ws *watches) look(w *watch) {
	one, err := ws.works.addQuietly("watching "+w.Path, []Item{{Name: w.Path, Watch: true}})
	if err != nil { // too much waits
		w.due = ws.now().Add(w.Every)
		return
	}
	w.work, w.Looking = one, true
}

// looked notes how a look went, and when the next is due.
func (w *watch) looked(now time.Time) {
	one := w.work
	w.work, w.Looking, w.Looked, w.Trouble = nil, false, now, ""
	w.Added += one.Reading.Added
	for _, p := range one.Reading.Problems {
		if p.Path == w.Path {
			w.Trouble = p.Reason
		}
	}
	if one.State == failed {
		w.Trouble = one.Failure.Reason
	}
	w.failed++
	if w.Trouble == "" {
		w.failed = 0
	}
	w.due = now.Add(w.Every << min(w.failed, failuresMost))
}

// hurry lets a watch look at once.
func (ws *watches) hurry(path string) {
	ws.mu.Lock()
	defer ws.mu.Unlock()
	for _, w := range ws.list {
		if w.Path == path {
			w.due = time.Time{}
		}
	}
}

// all are the watches as they are now.
func (ws *watches) all() (list []watch) {
	ws.mu.Lock()
	defer ws.mu.Unlock()
	for _, w := range ws.list {
		list = append(list, *w)
	}
	return list
}

// State is one word for the page.
func (w watch) State() string {
	switch {
	case w.Stopped:
		return "stopped"
	case w.Looking:
		return "looking"
	}
	return "watching"
}

// Tells changes whenever the watch looks different.
func (w watch) Tells() string {
	return fmt.Sprint(w.Path, " ", w.State(), " ", w.Looked.Unix(), " ", w.Added, " ", w.Trouble)
}

// newWatch checks what a person wants watched.
func newWatch(path, every string, now time.Time) (w store.Watch, err error) {
	w = store.Watch{Path: strings.TrimSpace(path), Every: folderEvery, Made: now}
	switch {
	case isAddress(w.Path):
		w.Every = addressEvery
		if asked, err := time.ParseDuration(every); err == nil {
			w.Every = max(asked, addressEvery)
		}
	case w.Path == "":
		return w, hearsay.Errorf(hearsay.CodeUsage, "", "there is nothing to watch").Do("write a folder by its whole path, or an address")
	case !filepath.IsAbs(w.Path):
		return w, hearsay.Errorf(hearsay.CodeUsage, w.Path, "is neither an address nor the whole path of a folder").
			Do("begin it with https://, or with / or a drive letter")
	default:
		w.Path = filepath.Clean(w.Path)
	}
	return w, nil
}

func isAddress(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}
