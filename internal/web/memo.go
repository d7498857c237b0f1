package web

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"sync"
)

// memo keeps what is dear to count until the case changes: pages of lists are
// asked for again and again while a person reads, and hardly ever in between
// is anything read or ruled.
type memo struct {
	mu    sync.Mutex
	stamp string
	kept  map[string]any
}

// memoMost is how many values are kept; with more, all are dropped.
const memoMost = 4000

// remember is what make made of the case as it is now, made anew only if the
// case has changed since. What it returns is shared and must not be changed.
func remember[T any](d *Desk, key string, make func() (T, error)) (T, error) {
	stamp := d.stamp()
	if v, ok := d.memo.get(stamp, key); ok {
		return v.(T), nil
	}
	v, err := make()
	if err == nil {
		d.memo.put(stamp, key, v)
	}
	return v, err
}

func (m *memo) get(stamp, key string) (any, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.stamp != stamp {
		return nil, false
	}
	v, ok := m.kept[key]
	return v, ok
}

// put keeps a value that was made when the case had this stamp.
func (m *memo) put(stamp, key string, v any) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.stamp != stamp || len(m.kept) >= memoMost {
		m.stamp, m.kept = stamp, map[string]any{}
	}
	m.kept[key] = v
}

// stamp changes whenever anybody writes to the case: by the files of the case,
// whoever writes them, and by what this desk did itself, since the time of a
// file is coarse and a case in memory has none.
func (d *Desk) stamp() string {
	s := fmt.Sprint(d.works.finished())
	for _, end := range []string{"", "-wal"} {
		if info, err := os.Stat(d.db.Path() + end); err == nil {
			s += fmt.Sprintf(" %d %d", info.ModTime().UnixNano(), info.Size())
		}
	}
	return s
}

// warm counts the front page, so that whoever opens it does not wait.
func (d *Desk) warm(ctx context.Context) {
	if _, err := d.claimLines(ctx, claimsAsked{}); err != nil && ctx.Err() == nil {
		slog.Error("counting the front page", "error", err)
	}
}
