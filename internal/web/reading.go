package web

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"strings"
	"time"

	"hearsay"
	"hearsay/internal/store"
)

// readingPage is where things are taken in, and what became of them.
type readingPage struct {
	Works    []work
	Watches  []watch
	Problems []hearsay.Problem
	Extent   store.Extent
	Most     int // megabytes of one upload
}

// The most that one request may bring: more is for the command line, which
// reads from the disk.
const (
	uploadMost = 256 << 20
	pasteMost  = 8 << 20
	formMemory = 32 << 20 // of an upload that is kept in memory, the rest on disk
)

func (d *Desk) reading(_ http.ResponseWriter, r *http.Request) (*view, error) {
	problems, err := d.db.Problems(r.Context())
	if err != nil {
		return nil, err
	}
	extent, err := d.extent(r.Context())
	if err != nil {
		return nil, err
	}
	list, _ := d.works.look()
	return &view{Page: "reading", Title: "Reading", Body: readingPage{Works: list, Extent: extent, Watches: d.watches.all(), Problems: problems, Most: int(d.uploadMost >> 20)}}, nil
}

func (d *Desk) extent(ctx context.Context) (store.Extent, error) {
	return remember(d, "extent", func() (store.Extent, error) { return d.db.Extent(ctx) })
}

// upload takes files in.
func (d *Desk) upload(w http.ResponseWriter, r *http.Request) (*view, error) {
	r.Body = http.MaxBytesReader(w, r.Body, d.uploadMost)
	if err := r.ParseMultipartForm(formMemory); err != nil {
		return nil, tooMuch(err, "the files")
	}
	defer r.MultipartForm.RemoveAll()
	var items []Item
	for _, h := range r.MultipartForm.File["files"] {
		b, err := bytesOf(h)
		if err != nil {
			return nil, hearsay.Errorf(hearsay.CodeUnreadable, h.Filename, "did not arrive whole: %w", err).Do("send it again")
		}
		items = append(items, Item{Name: h.Filename, Bytes: b})
	}
	if len(items) == 0 {
		return nil, hearsay.Errorf(hearsay.CodeUsage, "", "no file was chosen").Do("choose one, or drop some on the page")
	}
	return d.begin(w, r, count(len(items), "file"), items)
}

func bytesOf(h *multipart.FileHeader) ([]byte, error) {
	f, err := h.Open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(f)
	if b == nil {
		b = []byte{} // an empty file is no address
	}
	return b, err
}

// paste takes in a text, with what the person says of it.
func (d *Desk) paste(w http.ResponseWriter, r *http.Request) (*view, error) {
	r.Body = http.MaxBytesReader(w, r.Body, pasteMost)
	if err := r.ParseForm(); err != nil {
		return nil, tooMuch(err, "the text")
	}
	text := strings.TrimSpace(r.PostFormValue("text"))
	if text == "" {
		return nil, hearsay.Errorf(hearsay.CodeUsage, "", "there is no text to read").Do("paste one")
	}
	sum := sha256.Sum256([]byte(text))
	one := Item{Name: "pasted-" + hex.EncodeToString(sum[:4]) + ".txt", Bytes: []byte(strings.ReplaceAll(text, "\r\n", "\n") + "\n"),
		Setting: hearsay.Setting{Outlet: strings.TrimSpace(r.PostFormValue("outlet")), Published: r.PostFormValue("published")}}
	return d.begin(w, r, "a pasted text", []Item{one})
}

// fetch takes in addresses, one a line; the files and folders of this machine
// too, if they are named from the root.
func (d *Desk) fetch(w http.ResponseWriter, r *http.Request) (*view, error) {
	r.Body = http.MaxBytesReader(w, r.Body, pasteMost)
	if err := r.ParseForm(); err != nil {
		return nil, tooMuch(err, "the list")
	}
	var items []Item
	for line := range strings.Lines(r.PostFormValue("addresses")) {
		if line = strings.TrimSpace(line); line != "" {
			items = append(items, Item{Name: line})
		}
	}
	if len(items) == 0 {
		return nil, hearsay.Errorf(hearsay.CodeUsage, "", "there is no address to read").Do("write one a line")
	}
	return d.begin(w, r, count(len(items), "address"), items)
}

func tooMuch(err error, what string) error {
	if strings.Contains(err.Error(), "too large") {
		return hearsay.Errorf(hearsay.CodeTooLarge, "", "%s are more than the desk takes at once", what).Do("read them with: hearsay read FOLDER")
	}
	return hearsay.Errorf(hearsay.CodeUsage, "", "%s did not arrive whole: %w", what, err).Do("send them again")
}

// begin queues items and goes to where their progress shows.
func (d *Desk) begin(w http.ResponseWriter, r *http.Request, what string, items []Item) (*view, error) {
	if _, err := d.works.add(what, items); err != nil {
		return nil, err
	}
	http.Redirect(w, r, "/reading", http.StatusSeeOther)
	return nil, nil
}

// pause between two events: a browser needs no more.
const pause = 200 * time.Millisecond

// told is one event: the works, and the watches as words that change when they
// look different.
type told struct {
	Works   []work   `json:"works"`
	Watches []string `json:"watches"`
}

func tellWatches(list []watch) []string {
	words := []string{}
	for _, w := range list {
		words = append(words, w.Tells())
	}
	return words
}

// events streams how the works go, as server-sent events.
func (d *Desk) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	out := http.NewResponseController(w)
	for {
		list, changed := d.works.look()
		b, err := json.Marshal(told{list, tellWatches(d.watches.all())})
		if err != nil {
			return
		}
		if _, err := fmt.Fprintf(w, "data: %s\n\n", b); err != nil || out.Flush() != nil {
			return
		}
		select {
		case <-changed:
		case <-r.Context().Done():
			return
		case <-d.closing:
			return
		}
		select {
		case <-time.After(pause):
		case <-r.Context().Done():
			return
		}
	}
}
