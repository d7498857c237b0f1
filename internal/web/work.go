package web

import (
	"context"
	"log/slog"
	"slices"
	"sync"
	"time"

	"hearsay"
	"hearsay/internal/pipeline"
	"hearsay/internal/store"
)

// Reader takes reports into the case and derives what follows. It is called by
// one goroutine at a time.
type Reader interface {
	Read(ctx context.Context, items []Item, tell func(pipeline.Progress)) (pipeline.Reading, error)
}

// Item is one thing to read: bytes under a name, or, where Bytes is nil, a file,
// a folder or an address.
type Item struct {
	Name    string
	Bytes   []byte
	Setting hearsay.Setting // what the person says of it
	Watch   bool            // only what is new to its watch
}

// state is how far a work has come.
type state string

const (
	waiting state = "waiting"
	running state = "running"
	done    state = "done"
	failed  state = "failed"
)

// work is a reading, or a counting anew after a ruling.
type work struct {
	ID      int              `json:"id"`
	What    string           `json:"what"`
	State   state            `json:"state"`
	Stage   string           `json:"stage"`
	Done    int              `json:"done"`
	Total   int              `json:"total"`
	Reading pipeline.Reading `json:"-"`
	Failure failure          `json:"-"`
	Began   time.Time        `json:"-"`

	items []Item
	quiet bool // it is not listed once it has ended without anything new
	ended chan struct{}
}

// over tells that a work has ended.
func (w *work) over() bool {
	select {
	case <-w.ended:
		return true
	default:
		return false
	}
}

// kept is how many works are shown once they have ended.
const kept = 12

// works runs one work after another; pages read of them while they run.
type works struct {
	reader Reader
	now    func() time.Time
	name   string // of the case, for errors
	queue  chan *work

	mu      sync.Mutex
	list    []*work // the newest first
	next    int
	ended   int           // works so far
	changed chan struct{} // closed at the next change
}

func newWorks(r Reader, now func() time.Time, name string) *works {
	return &works{reader: r, now: now, name: name, queue: make(chan *work, 100), changed: make(chan struct{})}
}

// run does what is queued until ctx ends; idle is called before and after, and
// its context ends when there is something to do.
func (ws *works) run(ctx context.Context, idle func(context.Context)) {
	for {
		resting, wake := context.WithCancel(ctx)
		rested := make(chan struct{})
		go func() {
			defer close(rested)
			if len(ws.queue) == 0 {
				idle(resting)
			}
		}()
		select {
		case <-ctx.Done():
			wake()
			<-rested
			return
		case w := <-ws.queue:
			wake()
			<-rested
			ws.do(ctx, w)
		}
	}
}

// finished is how many works have ended.
func (ws *works) finished() int {
	ws.mu.Lock()
	defer ws.mu.Unlock()
	return ws.ended
}

func (ws *works) do(ctx context.Context, w *work) {
	ws.change(func() { w.State, w.Began = running, ws.now() })
	reading, err := ws.reader.Read(ctx, w.items, func(p pipeline.Progress) {
		ws.change(func() { w.Stage, w.Done, w.Total = p.Stage, p.Done, p.Total })
	})
	ws.change(func() {
		w.Reading, w.State, w.items = reading, done, nil
		if err != nil {
			w.State, w.Failure = failed, failureOf(store.Explain(ws.name, err))
			if ctx.Err() == nil {
				slog.Error("reading", "what", w.What, "error", err)
			}
		}
		if !w.quiet || reading.Added > 0 || len(reading.Problems) > 0 {
			ws.ended++
		}
		if w.quiet && reading.Added == 0 {
			ws.list = slices.DeleteFunc(ws.list, func(one *work) bool { return one == w })
		}
	})
	close(w.ended)
}

// add queues a work. It is refused where too many wait.
func (ws *works) add(what string, items []Item) (*work, error) {
	return ws.enqueue(&work{What: what, State: waiting, items: items, ended: make(chan struct{})})
}

// addQuietly queues a work that is worth mentioning only if it finds anything.
func (ws *works) addQuietly(what string, items []Item) (*work, error) {
	return ws.enqueue(&work{What: what, State: waiting, items: items, quiet: true, ended: make(chan struct{})})
}

func (ws *works) enqueue(w *work) (*work, error) {
	ws.change(func() {
		ws.next++
		w.ID = ws.next
	})
	select {
	case ws.queue <- w:
	default:
		return nil, hearsay.Errorf(hearsay.CodeUsage, "", "too much waits to be read").Do("wait until some of it is done")
	}
	ws.change(func() { ws.list = append([]*work{w}, ws.list[:min(len(ws.list), kept-1)]...) })
	return w, nil
}

// change alters works and tells those who watch.
func (ws *works) change(f func()) {
	ws.mu.Lock()
	defer ws.mu.Unlock()
	f()
	close(ws.changed)
	ws.changed = make(chan struct{})
}

// look is the works as they are, and what is closed at the next change.
func (ws *works) look() (list []work, changed <-chan struct{}) {
	ws.mu.Lock()
	defer ws.mu.Unlock()
	for _, w := range ws.list {
		list = append(list, *w)
	}
	return list, ws.changed
}

// busy tells whether something runs or waits that may change the pages; a look
// of a watch mostly finds nothing.
func (ws *works) busy() bool {
	list, _ := ws.look()
	return slices.ContainsFunc(list, func(w work) bool { return !w.quiet && (w.State == running || w.State == waiting) })
}

// Percent is how much of the stage is done.
func (w work) Percent() int {
	if w.Total == 0 {
		return 0
	}
	return 100 * w.Done / w.Total
}
