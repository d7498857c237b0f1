package web

import (
	"net/http"
	"os"

	"hearsay"
	"hearsay/internal/store"
)

// watchPath begins to watch what a person named.
func (d *Desk) watchPath(w http.ResponseWriter, r *http.Request) (*view, error) {
	one, err := newWatch(r.PostFormValue("path"), r.PostFormValue("every"), d.now())
	if err != nil {
		return nil, err
	}
	if !isAddress(one.Path) {
		if info, err := os.Stat(one.Path); err != nil || !info.IsDir() {
			return nil, hearsay.Errorf(hearsay.CodeUsage, one.Path, "is no folder that can be opened").Do("make it first, or check its name")
		}
	}
	if err := d.db.PutWatch(r.Context(), one); err != nil {
		return nil, err
	}
	return d.watchesChanged(w, r)
}

// watchChange stops or resumes a watch, lets it look at once, or ends it.
func (d *Desk) watchChange(w http.ResponseWriter, r *http.Request) (*view, error) {
	one, err := d.watched(r.PostFormValue("path"))
	if err != nil {
		return nil, err
	}
	switch do := r.PostFormValue("do"); do {
	case "look":
		d.watches.hurry(one.Path)
	case "stop", "resume":
		one.Stopped = do == "stop"
		err = d.db.PutWatch(r.Context(), one)
	case "end":
		err = d.db.DropWatch(r.Context(), one.Path)
	default:
		err = hearsay.Errorf(hearsay.CodeUsage, "", "%q cannot be done with a watch", do).Do("go back to the page of reading")
	}
	if err != nil {
		return nil, err
	}
	return d.watchesChanged(w, r)
}

func (d *Desk) watched(path string) (store.Watch, error) {
	for _, w := range d.watches.all() {
		if w.Path == path {
			return w.Watch, nil
		}
	}
	return store.Watch{}, hearsay.Errorf(hearsay.CodeNotFound, path, "is not watched").Do("go back to the page of reading")
}

func (d *Desk) watchesChanged(w http.ResponseWriter, r *http.Request) (*view, error) {
	if err := d.watches.load(r.Context()); err != nil {
		return nil, err
	}
	http.Redirect(w, r, "/reading#watch", http.StatusSeeOther)
	return nil, nil
}
